"""Chains: through whom a content came, the nearest source first. Reads a document's attributions in text order and
remembers who spoke last, which medium was named last, and who issued a statement."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Callable, Sequence

from sayso.layers.attribution.antecedents import several_before
from sayso.layers.attribution.citing import cited_by
from sayso.layers.attribution.cues import noun_cue, verb_cue
from sayso.layers.attribution.ground import LONGEST_SENTENCE, Finding, Ground
from sayso.layers.attribution.hearers import carriers, hearers
from sayso.layers.attribution.medianames import is_certain, is_medium, is_medium_told
from sayso.layers.attribution.perceivers import perceiver
from sayso.layers.attribution.sources import Sources, source_head
from sayso.layers.attribution.voices import UNNAMED, SourcePhrase, speaker_of
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies
from sayso.outlets import key, same_outlet
from sayso.spans import Range
from sayso.types import Mention
from sayso.vocab import AttributionType

#: How many code points back a pronoun or a bare "the statement" may look for whom it stands for.
REACH = 1_500


#: The same inside somebody's own words, where the one who was just named is meant.
NEARBY = 300

#: Documents that whoever spoke last need not have written; others ("the statement") carry on his words.
OTHERS_WORK = frozenset(
    ("indictment", "ruling", "verdict", "lawsuit", "complaint", "report", "study", "survey", "audit", "poll", "paper",
     "document", "documents", "records", "record", "filing", "filings", "investigation", "inquiry", "review", "data",
     "census", "research", "warrant", "transcript", "law", "judgment", "judgement", "affidavit", "book")
)  # fmt: skip

#: A source of which nothing is said.
NOBODY = SourcePhrase(UNNAMED, UNNAMED)


class Chains:
    """Who is behind each finding. Call :meth:`chain` in text order."""

    def __init__(self, ground: Ground, mentions: Sequence[Mention]):
        self.ground = ground
        self.sources = Sources(ground, mentions)
        self._spoke: list[tuple[int, SourcePhrase]] = []  # who was given as a source, and where
        self._seen = self._subjects(_is_named)
        self._told = [(at, voice) for at, voice in self._seen if not self._is_quoted(at)]  # in the outlet's own words
        self._issued = self._issuers()
        self._written: dict[str, SourcePhrase] = {}  # who wrote the report, the letter … that was last named

    @functools.cached_property
    def _titled(self) -> list[tuple[int, SourcePhrase]]:
        """People known by an office only ("the mayor"), subjects of a clause, with where; seldom asked for."""
        return self._subjects(lambda _, token: token.pos == "NOUN" and speaker_of(token) is not None)

    def _subjects(self, wanted: Callable[[Dependencies, Token], bool]) -> list[tuple[int, SourcePhrase]]:
        """Who is the subject of a clause, with where, as far as the subject's head is wanted."""
        out = []
        for sentence in self.ground.readable():
            tree = self.ground.tree(sentence)
            for token in sentence.tokens:
                if token.dep in {"nsubj", "nsubjpass"} and wanted(tree, token):
                    voices = self.sources.read(self.ground.phrase(tree, token))
                    out += [(token.start, v) for v in voices[:1] if v.name]
        return out

    def _issuers(self) -> list[tuple[int, SourcePhrase]]:
        """Who is said to have issued a statement or the like, with where."""
        out = []
        for sentence in self.ground.readable():
            tree = self.ground.tree(sentence)
            for token in sentence.tokens:
                known = verb_cue(sentence, token) if token.pos == "VERB" else None
                if known is None or not known[0].fits("issue"):
                    continue
                thing, subject = tree.child(token, "dobj", "nsubjpass"), tree.subject(token)
                subject = tree.agent(token) if tree.passive(token) else subject
                cue = noun_cue(thing) if thing is not None else None
                if subject is None or cue is None or not cue.fits("issued"):
                    continue
                voices = self.sources.read(self.ground.phrase(tree, subject))
                out += [(token.start, v) for v in voices[:1] if v.name]
        return out

    def chain(self, finding: Finding, outer: tuple[str, ...]) -> tuple[str, ...]:
        """The chain of a finding inside an attribution whose chain is ``outer`` (empty where there is none)."""
        at = finding.cue[0][0] if finding.cue else finding.start
        voices: list[SourcePhrase] = []
        for span in [*finding.nearer, *self._hearers(finding), *self._carriers(finding)]:
            voices += self.sources.read(span)
        for span in finding.source:
            voices += self.sources.read(span)
        for span in [*finding.farther, *cited_by(self.ground, finding)]:
            voices += self.sources.read(span)
        if finding.hidden and not any(v.kind != "it" for v in voices):
            voices = [NOBODY]
        settled = [self._by_page(self._settled(v, at, outer, finding)) for v in voices]
        if len(settled) > 1 and not outer and self._is_own(settled[0].name):
            settled = settled[1:]  # the publisher is no hop of its own chain
        self._note_document(finding, settled)
        names = [v.name for v in settled if v.name]
        self._remember(finding, at, settled)
        chain = list(outer)
        for name in names or ([] if outer else [UNNAMED]):
            if name not in chain:
                chain.append(name)
        return (*chain, *perceiver(self.ground, self.sources, finding, chain))

    def _settled(self, voice: SourcePhrase, at: int, outer: tuple[str, ...], finding: Finding) -> SourcePhrase:
        """The voice with a name: a pronoun's person, a statement's issuer, "the agency" by its name."""
        if voice.kind == "he" and outer and self._is_quoted(at) and outer[-1] != NOBODY.name:
            return self._other_than(outer[-1], voice, at)
        if voice.kind == "he":
            return self._person(voice, at)
        if voice.kind == "voice":
            seen = self._seen if self._is_quoted(at) else self._told
            known = self._last(at, ("body", "name", "media"), self._spoke, seen)
            return known or SourcePhrase(f"{UNNAMED} {self.ground.words(finding.source).lower().split()[-1]}", UNNAMED)
        if voice.kind == "watcher":
            low, high = (bisect.bisect_left(self._spoke, edge, key=lambda s: s[0]) for edge in (at - REACH, at))
            named = [(where, v) for where, v in self._spoke[low:high] if v.name != v.name.lower()]
            return self._last(at, ("body", "name"), named) or SourcePhrase(voice.name, "body")
        if voice.kind == "they":
            place = finding.source[0][0] if finding.source else at
            before = several_before(self.ground, self.sources, place, self._is_quoted)
            if before is None and voice.name:
                return SourcePhrase(voice.name, "body")
            told = (self._last(at, kinds, self._spoke) for kinds in (("crowd", "body", "name"), ("media",)))
            return before or next((v for v in told if v is not None), NOBODY)
        if voice.kind == "speaker":
            return SourcePhrase(outer[-1], "person") if outer else NOBODY
        if voice.kind == "it" or (voice.kind == "document" and not voice.name):
            words = [t for _, t in self.ground.tokens(finding.source)]
            noun = next((t.text.lower() for t in words if noun_cue(t)), words[-1].text.lower() if words else "")
            kinds = ("body", "media", "name", "thing", "person" if voice.kind == "document" else "document")
            if noun in OTHERS_WORK and noun in self._written:
                return self._written[noun]
            where = [self._issued] if noun in OTHERS_WORK else [self._spoke, self._issued]
            found = self._last(at, kinds, *where)
            return found or SourcePhrase(noun if voice.kind == "document" and noun else UNNAMED, "document")
        if voice.kind == "outlet":
            known = self._last(at, ("media",), self._spoke) or self._last(at, ("body",), self._spoke)
            return known or SourcePhrase(voice.name, "media")
        return voice

    def _person(self, voice: SourcePhrase, at: int) -> SourcePhrase:
        """Whom a "he" stands for: whom the mentions say, unless somebody spoke since whom they do not know as a person,
        or who has no name."""
        seen = self._seen if self._is_quoted(at) else self._told
        near = self._last(at, ("person", "name", "somebody"), self._spoke, seen)
        if near is not None and near.kind == "somebody" and not self._is_named_since(near, at, voice.name):
            return near  # "A resident heard shots. He said …"
        if not voice.name:
            return self._last(at, ("person", "name", "somebody", UNNAMED), self._spoke, seen, self._titled) or NOBODY
        kin = near is not None and near.name.startswith(f"{voice.name}'s ")  # "her mother", who spoke last
        known = near is None or near.name in self.sources.people
        meant = near is None or (
            self._is_about(at, voice.name) and (known or self._is_named_since(near, at, voice.name))
        )
        return SourcePhrase(voice.name, "person") if meant and not kin else near or NOBODY

    def _remember(self, finding: Finding, at: int, settled: Sequence[SourcePhrase]) -> None:
        """Notes who spoke, for the pronouns that follow. One person who speaks for others ("an X correspondent", "a
        spokesman for X") is both them and "he"; whom nobody names is "he" if alone, else "they"."""
        one = self._is_one(finding) and finding.entry.type is not AttributionType.QUESTION  # who is asked answers
        for voice in settled:
            unnamed = voice.name.startswith(UNNAMED)
            if voice.name and not unnamed:
                bisect.insort(self._spoke, (at, voice))
            elif unnamed and finding.source and not (one and voice is settled[-1]):
                bisect.insort(self._spoke, (at, SourcePhrase(voice.name, "crowd")))
        if one and settled and settled[-1].name not in {"", UNNAMED} and settled[-1].kind not in {"person", "name"}:
            bisect.insort(self._spoke, (at, SourcePhrase(settled[-1].name, "somebody")))

    def _is_one(self, finding: Finding) -> bool:
        """Whether a source's words are those for one person: "a resident", "the ministry's spokesman"."""
        words = [t for _, t in self.ground.tokens(finding.source[-1:])]
        head = source_head(self.ground, finding.source[-1:])
        speaker = speaker_of(head, words) if head is not None and head.tag == "NN" else None
        return speaker is not None and speaker.fits("person")

    def _is_quoted(self, at: int) -> bool:
        """Whether a place lies inside a quotation."""
        sentence = self.ground.sentence_at(at)
        return sentence is not None and bool(self.ground.paragraph_of(sentence).quotations_over(at, at + 1))

    def _other_than(self, speaker: str, voice: SourcePhrase, at: int) -> SourcePhrase:
        """Whom a "she" in somebody's own words stands for: never that somebody, who would say "I"."""
        if voice.name and voice.name != speaker and not self._is_own(voice.name):
            return SourcePhrase(voice.name, "person")
        near = [
            [(where, v) for where, v in known if where > at - NEARBY and v.name != speaker]
            for known in (self._spoke, self._seen, self._titled)
        ]
        return self._last(at, ("person", "name", UNNAMED), *near) or NOBODY

    def _note_document(self, finding: Finding, settled: Sequence[SourcePhrase]) -> None:
        """Remembers whose a report or letter is that is the source itself: "the report by the Audit Office found"."""
        first = next((t for _, t in self.ground.tokens(finding.source) if noun_cue(t) or t.pos == "PROPN"), None)
        cue = noun_cue(first) if first is not None and first.pos == "NOUN" else None
        if first is None or cue is None or not cue.fits("issued") or not settled:
            return
        if settled[-1].kind in {"body", "name", "person", "media"} and settled[-1].name[:1].isupper():
            self._written[first.text.lower()] = settled[-1]

    def _is_own(self, name: str) -> bool:
        """Whether a name is the publisher's, or the short form of it that an outlet uses of itself: ``the Herald``."""
        publisher = self.ground.document.publisher or ""
        return same_outlet(name, publisher) or (is_medium(publisher) and self._ends_own(name))

    def _ends_own(self, name: str) -> bool:
        """Whether a name is what the publisher's ends with."""
        short, long = key(name).split(), key(self.ground.document.publisher or "").split()
        return bool(short) and short == long[-len(short) :]

    def _by_page(self, voice: SourcePhrase) -> SourcePhrase:
        """An outlet or agency that the page credits goes by the name that the credit gives it."""
        document = self.ground.document
        if voice.kind in {"media", "body", "name", "person"} and " " not in voice.name:
            for name in document.provenance[1:]:
                if same_outlet(voice.name, name):
                    return SourcePhrase(name, "media")
        return voice

    def _is_about(self, at: int, name: str) -> bool:
        """Whether somebody of that name spoke or was a sentence's subject within reach before the place."""
        for voices in (self._spoke, self._seen):
            for n in range(bisect.bisect_left(voices, (at,)) - 1, -1, -1):
                if voices[n][0] <= at - REACH:
                    break
                if voices[n][1].name == name:
                    return True
        return False

    def _is_named_since(self, somebody: SourcePhrase, at: int, name: str) -> bool:
        """Whether somebody of that name was a subject or spoke behind the place where ``somebody`` last did."""
        last = max((where for where, v in self._spoke if where < at and v == somebody), default=0)
        known = (self._spoke, self._seen if self._is_quoted(at) else self._told)
        return any(last < where < at and v.name == name for voices in known for where, v in voices)

    def _last(self, at: int, kinds: tuple[str, ...], *known: list[tuple[int, SourcePhrase]]) -> SourcePhrase | None:
        """The last voice of one of the kinds before the place, within reach. ``known`` are sorted by place."""
        best: tuple[int, SourcePhrase] | None = None
        for voices in known:
            for n in range(bisect.bisect_left(voices, (at,)) - 1, -1, -1):
                where, voice = voices[n]
                if where <= at - REACH or (best is not None and where < best[0]):
                    break
                if voice.kind in kinds:
                    best = (where, voice)
                    break
        return best[1] if best is not None else None

    def _hearers(self, finding: Finding) -> list[Range]:
        """The medium that was told, or that held the interview: it stands between the source and the outlet."""
        for tree, token in hearers(self.ground, finding):
            before = tree.tokens[tree.left[token.index] : token.index]
            owner = next((t for t in before if t.dep == "poss"), None)  # "told X's Ada Moss"
            employer = tree.behind(token, "of", "from", "at", "with")  # "told Ada Moss of X"
            for heard in (owner, token, employer):
                span = self._phrase(tree, heard, finding) if heard is not None else (0, 0)
                voices = [self._by_page(v) for v in self.sources.read(span)]
                called = voices[0].name if voices else ""
                article = heard is not None and tree.tokens[tree.left[heard.index]].text.lower() == "the"
                medial = voices[:1] and (voices[0].kind == "media" or is_medium(called))
                medial = medial or (article and is_medium_told(called))
                if medial and (called != called.lower() or is_certain(called)):
                    return [span]
        return []

    def _carriers(self, finding: Finding) -> list[Range]:
        """Who passed on the document that is the source itself: "the ministry's statement, carried by X, said"."""
        words = self.ground.tokens(finding.source)
        if not words or len(words[0][0].tokens) > LONGEST_SENTENCE:
            return []
        tree = self.ground.tree(words[0][0])
        passing = [m for _, t in words if t.pos == "NOUN" and noun_cue(t) for m in carriers(tree, t)]
        spans = [self.ground.phrase(tree, t) for t in passing]
        return [s for s in spans if [v for v in self.sources.read(s) if v.kind == "media"]][:1]

    def _phrase(self, tree: Dependencies, token: Token, finding: Finding) -> Range:
        start, end = self.ground.phrase(tree, token)
        behind = tree.tokens[tree.right[token.index] + 1 :][:1]
        if behind and behind[0].dep == token.dep and behind[0].head == token.head and behind[0].pos == "PROPN":
            end = tree.reach(behind[0])[1]  # "told the news agency X", which the parser takes for two
        clash = [s for s, _ in finding.content if start < s < end]
        return (start, min(clash)) if clash else (start, end)


def _is_named(tree: Dependencies, token: Token) -> bool:
    """Whether a subject is a name, or has one beside it: "the harbour master, Ines Morrow"."""
    return token.pos == "PROPN" or (
        token.pos == "NOUN" and any(t.dep == "appos" and t.pos == "PROPN" for t in tree.children(token))
    )
