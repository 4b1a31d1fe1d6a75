"""Who speaks in each account of a claim: named sources, hidden ones, cited outlets, or an outlet in its own voice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.relations.names.bodies import WHOSE, body_words, describe, public_people
from sayso.relations.names.introductions import introductions
from sayso.relations.names.namekeys import peoples
from sayso.relations.names.press import Press, mastheads, publisher
from sayso.relations.origins.judgedbodies import JudgedBodies
from sayso.relations.origins.naming import UNNAMED, called_by_kind, categories, spelt_out
from sayso.relations.parted import Parted
from sayso.relations.words.spellings import folded
from sayso.types import Attribution, Claim, Descent, Document, Judgement, Member, Mention, Reuse, Span
from sayso.vocab import Category, DescentBasis, Level, MemberKind

#: Documents of which one shares this much of its words with the other are one text.
ONE_TEXT = 0.5
#: The body that somebody is said to belong to is named at most so many characters before; its name has so many words.
BEFORE, LONGEST_BODY = 160, 4
#: The name of an outlet is no longer than this, in characters.
LONGEST_NAME = 60
#: A word of at most so many letters joins others.
SMALL = 3
#: Where people publish what they say: no source, where it is known who said it there.
PLATFORMS = frozenset("telegram facebook twitter x instagram whatsapp tiktok youtube weibo".split())


@dataclass(frozen=True, slots=True)
class Account:
    """One claim as somebody makes it. ``publisher`` published it (None: unknown), ``voice`` is the outlet whose own
    words it would be: the farthest that the text was taken from. ``sources`` are the names after it, nearest first;
    empty in its own voice. ``text`` is the same for documents that are one text. ``judged`` are those of the names
    that stand for another one, because a person judged both to be of one body."""

    claim: Claim
    document: Document
    publisher: str | None
    voice: str
    sources: tuple[str, ...]
    phrase: str
    text: str
    headline: bool
    judged: tuple[str, ...] = ()


class Corpus:
    """What the accounts of any claim are read against: texts, descent, names of outlets."""

    def __init__(
        self,
        documents: Sequence[Document],
        attributions: Sequence[Attribution],
        members: Sequence[Member],
        descents: Sequence[Descent],
        reuses: Sequence[Reuse],
        mentions: Sequence[Mention],
        judgements: Sequence[Judgement] = (),
        outlets: Mapping[str, bool] | None = None,
    ):
        self.documents = {d.id: d for d in documents}
        self.attributions = {a.id: a for a in attributions}
        self._mastheads = mastheads(documents, (name for a in attributions for name in a.chain))
        self.press = Press(documents, (*self._mastheads.values(), *(outlets or ())))
        self.bodies = JudgedBodies(judgements, self.press.has)
        self.reuses = list(reuses)
        self.descents = sorted(descents, key=lambda d: (-d.score, d.copy_name, d.exemplar_name, d.basis))
        self.texts = self._one_texts()
        self.sharing: dict[str, list[Reuse]] = defaultdict(list)
        for reuse in self.reuses:
            self.sharing[reuse.left.document_id].append(reuse)
        entity = {m.member_id: m.name for m in members if m.cluster is MemberKind.ENTITY and m.name}
        self.names = {
            (m.span.document_id, m.name): entity[m.id] for m in sorted(mentions, key=lambda m: m.span) if m.id in entity
        }
        self._spelt_other = self._other_spellings(mentions, entity)
        self._people = {n for n in self.names.values() if " " in n} & {
            entity.get(m.id, m.name) for m in mentions if m.category is Category.PERSON
        }
        self._full_names = public_people() | set(map(folded, self._people))
        self._categories = categories(mentions, entity)
        self._called = called_by_kind(mentions)
        self._spelt_out = spelt_out(self.names.values())
        self._voices = {d.id: self._voice(d) for d in documents}
        self._cut_short = self._cut()
        self.introductions = introductions(self.documents, mentions, self.names)
        self.introduced = self._introduced()
        self._held = {folded(name) for name in map(self.publisher, documents) if name}
        self._held |= {folded(self.press.name(name)) for name, published in (outlets or {}).items() if published}

    def _other_spellings(self, mentions: Sequence[Mention], entity: Mapping[str, str]) -> dict[str, dict[str, str]]:
        """Document → names as it writes them, of two words and more → the names that these are known by."""
        out: dict[str, dict[str, str]] = defaultdict(dict)
        for mention in mentions:
            document, known = self.documents.get(mention.span.document_id), entity.get(mention.id, mention.name)
            if document is None or mention.level is not Level.NAME or " " not in known:
                continue
            written = document.text[mention.span.start : mention.span.end]
            if " " in written and written not in known:
                out[document.id][written] = known
        return out

    def _one_texts(self) -> Parted:
        texts = Parted()
        for reuse in self.reuses:
            if max(reuse.share_of_left, reuse.share_of_right) >= ONE_TEXT:
                texts.join(reuse.left.document_id, reuse.right.document_id)
        shared: dict[frozenset[str], float] = defaultdict(float)
        for reuse in self.reuses:
            pair = frozenset((reuse.left.document_id, reuse.right.document_id))
            shared[pair] = max(shared[pair], reuse.share_of_left, reuse.share_of_right)
        for descent in self.descents:
            taken = descent.basis in (DescentBasis.CREDIT, DescentBasis.SHARED_TEXT)
            if not taken or descent.copy is None or descent.exemplar is None:
                continue
            # who credits an agency for a quotation has a text of its own around it
            if shared.get(frozenset((descent.copy, descent.exemplar)), 1.0) >= ONE_TEXT:
                texts.join(descent.copy, descent.exemplar)
        return texts

    def _introduced(self) -> dict[str, set[str]]:
        """Folded name → the words that introduce it in any text, where these say more than the name: who it is for one
        account, it is for all."""
        out: dict[str, set[str]] = defaultdict(set)
        for attribution in self.attributions.values():
            document = self.documents.get(next((s.document_id for s in attribution.source), ""))
            if document is None or not attribution.chain:
                continue
            words, name = _words_of(document, attribution), attribution.chain[-1]
            if folded(name) in folded(words) != folded(name) and not any(n in words for n in attribution.chain[:-1]):
                told = self._known_by(document, _introduction(document, attribution))
                out[folded(self._name(document.id, name))].add(told)
        for known, introduced in self.introductions.items():
            out[known] |= {i.words for i in introduced if WHOSE.isdisjoint(folded(i.words).split())}
        return out

    def _cut(self) -> dict[tuple[str, str], str]:
        """(document, a source's name there) → the outlet of whose name that is only the first words: the "Dawn" of the
        Dawn Courier, where the text goes on with the rest."""
        out: dict[tuple[str, str], str] = {}
        for attribution in self.attributions.values():
            span = next(iter(attribution.source), None)
            document = self.documents.get(span.document_id) if span is not None else None
            if span is None or document is None or not attribution.chain:
                continue
            outlet = self.press.begun(document.text[span.start : span.start + LONGEST_NAME])
            name = attribution.chain[-1]
            if outlet is not None and folded(name) != folded(outlet) and _part_of(name, outlet):
                out[document.id, name] = outlet
        return out

    def _voice(self, document: Document) -> str:
        """The farthest outlet that a document says its text is from, by its credits; else its publisher, or itself."""
        own = self.publisher(document)
        if len(document.provenance) > 1:
            return self.press.name(document.provenance[-1])
        named: dict[str, str] = {}
        for descent in self.descents:
            if descent.basis is DescentBasis.CREDIT and descent.exemplar is None:
                named.setdefault(descent.copy or folded(descent.copy_name), descent.exemplar_name)
        at, seen, farthest = document.id, set[str](), ""
        while at in named and at not in seen:
            seen.add(at)
            farthest = named[at]
            at = folded(farthest)
        return self.press.name(farthest) if farthest else own or document.id

    def publisher(self, document: Document) -> str | None:
        """Who published a document, under its one name in this corpus."""
        found = publisher(document) or self._mastheads.get(document.id)
        return self.press.name(found) if found is not None else None

    def holds(self, outlet: str) -> bool:
        """Whether a text that the outlet published is held, here or elsewhere."""
        return folded(outlet) in self._held

    def is_press(self, name: str) -> bool:
        """Whether a source is itself an outlet, which may rest on any other source."""
        return self.press.has(name)

    def is_person(self, name: str) -> bool:
        """Whether a source is a person, as far as its name tells."""
        return self._categories.get(name) is Category.PERSON

    def is_name(self, name: str) -> bool:
        """Whether a source goes by a name, or by what body it is. "Rockets" that nobody takes for a name is none, and
        "Liberals" are many people, as are those of whom only the nation or the faith is known."""
        category, words = self._categories.get(name), name.split()
        if category is Category.NATIONALITY:
            return False
        if len(words) > 1 and words[-1][:1].isupper():
            known = category is None and self._categories.get(words[-1]) is Category.NATIONALITY  # "Ana Dovic's Ruvian"
            whose = folded(" ".join(words[:-1])).removesuffix("s")  # but there are people called English
            person = category is Category.PERSON and whose not in self._full_names
            return person or not (known or folded(words[-1]) in peoples())
        if category is not None:
            return True
        return bool(describe(name).parts) or folded(name).split(" ")[-1] in body_words("kind", "generic", "office")

    def account(self, claim: Claim) -> Account | None:
        document = self.documents.get(claim.content[0].document_id) if claim.content else None
        if document is None:
            return None
        attribution = self.attributions.get(claim.attribution_id or "")
        own = document.provenance or ((document.publisher,) if document.publisher else ())
        chain = claim.chain[len(own) :] if claim.chain[: len(own)] == own else claim.chain
        credited = attribution.chain if attribution is not None else ()  # "according to AP", in a text that is AP's
        sources = () if claim.attribution_id is None else chain or credited or (UNNAMED,)
        words = _words_of(document, attribution) if attribution is not None else ""
        alone = attribution is not None and len(attribution.chain) == 1
        phrase = self._known_by(document, _introduction(document, attribution)) if alone and attribution else ""
        outlet = self.press.held(words)
        if outlet is not None:  # of a name that the corpus knows to be an outlet's, the chain may have a part only
            sources = tuple(outlet if _part_of(name, words) else name for name in sources) if sources else sources
        sources = tuple(s for s in sources if folded(s) not in PLATFORMS) or sources
        read = tuple(self._name(document.id, s) for s in sources)
        voice = self.bodies.name(self._voices[document.id])
        judged = tuple(sorted({n for n in (*sources, *read, self._voices[document.id]) if self.bodies.name(n) != n}))
        if not read and judged and not self.is_press(voice):
            read = (voice,)  # the outlet's own voice is that of a body that others name as their source
        return Account(
            claim=claim,
            document=document,
            publisher=self.publisher(document),
            voice=voice,
            sources=tuple(self.bodies.name(s) for s in read),
            judged=judged,
            phrase=phrase,
            text=self.texts.find(document.id),
            headline=dict(claim.values).get("zone") == "headline",
        )

    def _known_by(self, document: Document, words: str) -> str:
        """The words that introduce somebody, with the names in them as they are known: "Jaish" is the "Jaysh" of
        others."""
        for name, known in self._spelt_other.get(document.id, {}).items():
            if name in words and known not in words:
                words = words.replace(name, known)
        return words

    def _name(self, document_id: str, name: str) -> str:
        name = self._unless_apart(name, self._cut_short.get((document_id, name), name))
        if self.press.held(name) is not None:
            return self._unless_apart(name, self.press.name(name))
        name = self._unless_apart(name, self._called.get((document_id, folded(name)), name))
        name = self._unless_apart(name, self.names.get((document_id, name), name))
        name = self._unless_apart(name, self._spelt_out.get(name) or self._untitled(name))
        return self._unless_apart(name, self.press.name(name)) if self.is_press(name) else name

    def _untitled(self, name: str) -> str:
        """A person's full name without what stands before it, where a document has the full name alone: "Banker A
        B"."""
        words = name.split()
        ends = (" ".join(words[n:]) for n in range(1, len(words) - 1))
        return next((end for end in ends if end in self._people), name)

    def _unless_apart(self, name: str, known: str) -> str:
        """The name that is known for a name, unless a person judged them to be of two bodies."""
        return name if self.bodies.apart(name, known) else known


def _words_of(document: Document, attribution: Attribution) -> str:
    """The words that name an attribution's source."""
    return " ".join(" ".join(document.text[s.start : s.end] for s in attribution.source).split())


def _introduction(document: Document, attribution: Attribution) -> str:
    """The words that name a source; behind *its* and *their* with the institution that the sentence named before:
    ``its director, Ida Voss, of Velm military hospital``."""
    words = _words_of(document, attribution)
    if not attribution.source or WHOSE.isdisjoint(words.lower().split()):
        return words
    start = attribution.source[0].start
    before = re.split(r"[.?!]\s|\n", document.text[max(0, start - BEFORE) : start])[-1].split()
    for end in range(len(before), 0, -1):
        if folded(before[end - 1]) in body_words("kind", "single"):
            first = end - 1
            while first > 0 and end - first < LONGEST_BODY and not _ends_names(before[first - 1]):
                first -= 1
            body = " ".join(before[first:end]).strip(" ,")
            return f"{words.strip(' ,')}, of {body}" if describe(body).parts else words
    return words


def _ends_names(word: str) -> bool:
    """Whether a word before the name of a body is none of it: a mark behind it, or a small word."""
    return word[-1] in ",;:" or len(word) <= SMALL


def _part_of(name: str, words: str) -> bool:
    """Whether a name, or the description behind ``unnamed``, has only words of the others."""
    return set(folded(name).removeprefix(f"{UNNAMED} ").split()) <= set(folded(words).split())


def shared_voices(accounts: Sequence[Account], sharing: Mapping[str, Sequence[Reuse]]) -> Parted:
    """Outlets whose own words on a claim are one text, or lie in a passage that two documents share."""
    voices = Parted()
    by_text: dict[str, str] = {}
    for account in accounts:
        first = by_text.setdefault(account.text, account.voice)
        voices.join(first, account.voice)
    by_document: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        by_document[account.document.id].append(account)
    for document_id, held in by_document.items():
        for reuse in sharing.get(document_id, ()):
            others = by_document.get(reuse.right.document_id, [])
            for mine in held:
                for theirs in others:
                    if _in_one_passage(mine.claim, theirs.claim, reuse):
                        voices.join(mine.voice, theirs.voice)
    return voices


def _in_one_passage(left: Claim, right: Claim, reuse: Reuse) -> bool:
    return any(_meets(left, a) and _meets(right, b) for a, b in reuse.matched)


def _meets(claim: Claim, span: Span) -> bool:
    return any(s.start < span.end and span.start < s.end for s in claim.content)
