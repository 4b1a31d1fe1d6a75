"""The claims that one clause makes in one voice: how far it is so, in which slots, with which values and words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sayso.layers.claims.acts import REPORTS, disowned
from sayso.layers.claims.stances import named_only, stance
from sayso.layers.claims.statements import none_of, plain, statement
from sayso.layers.claims.topics import about, topic_of
from sayso.layers.clauses.answers import own_act
from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.completing import completed, conditional, contrary, supposed, whole, widened
from sayso.layers.clauses.counting import foremost, told_above
from sayso.layers.clauses.demands import imperative
from sayso.layers.clauses.fragments import phrase_clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.reading import SentenceReading
from sayso.layers.clauses.scores import sifted
from sayso.layers.clauses.silence import keeps_silent
from sayso.layers.clauses.truths import only_verdict
from sayso.layers.clauses.voice import Voice, heard
from sayso.layers.clauses.wording import blaming, own_pieces
from sayso.layers.clauses.worth import (
    about_reporting,
    asks,
    ever,
    hanging,
    left_open,
    of_any,
    only_proposed,
    only_spoken_of,
    over,
    says_little,
    says_no_more,
    sets_the_hour,
    spared,
    unfinished,
)
from sayso.layers.values.carried import carried
from sayso.layers.values.choosing import Chosen, frames_of
from sayso.layers.values.conditions import conditions
from sayso.layers.values.kinds import slot_of, with_roles
from sayso.layers.values.possession import possession
from sayso.layers.values.routes import route
from sayso.layers.values.scenes import set_in
from sayso.layers.values.settings import Setting, time_of
from sayso.layers.values.slots import content_words
from sayso.layers.values.slotvalues import fill, says_enough
from sayso.types import Attribution, Claim, Span, Values, values
from sayso.vocab import AttributionType, Certainty, Manner, Modality, Polarity, Slot, Zone

#: Slots whose claims are made by all the words that complete them: "was convicted of forging two signatures".
OPEN = frozenset({Slot.STATEMENT, Slot.OCCURRENCE})
#: An attributing clause claims something itself where it lays or takes blame, or gives support.
SPEECH_ACTS = frozenset({Slot.RESPONSIBILITY, Slot.SUPPORT})
#: What a court or a state does by saying it: the word that attributes claims that it was done.
ACTS = frozenset(
    [*"convicted acquitted charge sentence ban sanction appointed dismissed lawsuit released".split(), "case dropped"]
)

#: Verbs by which support comes to an end, or does not come.
LOSING = frozenset("lose withdraw withhold refuse deny lack end stop suspend cut drop seek demand want need".split())
#: What attributions of these types hold is said to be so.
SAID = frozenset({AttributionType.STATEMENT, AttributionType.BELIEF, AttributionType.PERCEPTION})
#: Words that would have to be understood: without a verb nothing says what they are said of.
UNSURE = frozenset("no not never nothing nobody none neither nor if whether hardly without unless".split())
#: Words that tell of nobody and nothing.
BARE = frozenset({"VERB", "AUX", "ADP", "PART", "ADV", "PUNCT", "SCONJ", "CCONJ", "DET"})
#: So many claims are looked back on for one that a count takes up.
MANY = 12
#: So many words that say something make a clause whose verb the parser did not see.
LONG = 4
#: Slot, values and reason of a claim.
Made = tuple[Slot, Values, str]


class Voiced(NamedTuple):
    """A clause in its voice: the sentence as the voice says it, and the attribution whose verb the clause is, if so."""

    clause: Clause
    tree: Tree
    setting: Setting
    voice: Voice
    cue: Attribution | None

    @property
    def attribution(self) -> Attribution | None:
        return self.cue or self.voice.attribution


def made_by(
    read: SentenceReading, clause: Clause, setting: Setting, voice: Voice, cue: Attribution | None
) -> list[Claim]:
    """The claims that one clause makes in one voice."""
    tree = _in_the_mouth_of(voice, read)
    clause, voice = heard(clause, voice)
    told = Voiced(clause, tree, setting._replace(time=time_of(clause, read.findings, voice.pieces)), voice, cue)
    content = own_pieces(read.document, clause, voice.pieces) if cue is None else blaming(read.document, clause, cue)
    words = [t for s in content for t in clause.sentence.between(s.start, s.end)]
    meant = any(t.tag == "TO" for t in words)  # "to resign", of whoever vows it
    if len(words) < 2 or (not meant and all(t.pos in BARE for t in words)):
        return []  # "ruled out" claims nothing
    if cue is None and keeps_silent(clause, tree):
        return _silence(told, read)
    if cue is None and (_no_claim(read, clause, tree) or (voice.attribution is None and imperative(clause))):
        return []  # what an outlet tells its readers to do is none
    modality, polarity = stance(clause, read.clauses, tree, read.near, voice.attribution if cue is None else None)
    if voice.attribution is None and about_reporting(clause, polarity):
        return []
    chosen = _chosen(told, read, polarity)
    if any(c.frame.slot is Slot.TOLL for c in chosen) and told_above(clause, tree, read.findings):
        return []  # "the number of people who have fled is 27,000" is one claim
    if modality is Modality.FACT and chosen:
        modality = named_only(chosen[0], clause)
    if any("not" in c.frame.beside for c in chosen):
        polarity = Polarity.POSITIVE  # "did not survive": died
    if any(c.frame.sense == "denied" for c in chosen):
        modality, polarity = Modality.DENIED, Polarity.NEGATIVE
    made, as_before = _made(chosen, told, read)
    so = as_before if as_before is not None and modality is Modality.FACT else modality, polarity
    content, made = _worded(told, read, chosen, content, made)
    made = sifted(made, clause, read.findings, read.document.text, polarity)
    kept = ((slot_of(*m[:2], clause, tree, read.findings, so), *m[1:]) for m in _worth_it(told, content, made))
    seen = ((slot, with_roles(slot, held, clause, tree, read.findings), why) for slot, held, why in kept)
    return _rows(told, read, content, so, [(s, set_in(s, held, clause, tree, read), why) for s, held, why in seen])


def _silence(told: Voiced, read: SentenceReading) -> list[Claim]:
    """The claim that somebody would not speak."""
    clause = told.clause
    full = own_pieces(read.document, whole(clause, read.clauses), [(clause.start, clause.sentence.end)])
    said = statement(clause, told.tree, read.findings, told.setting, None)
    so = Modality.FACT, Polarity.NEGATIVE
    return _rows(told, read, full, so, [(Slot.STATEMENT, values(**said), "somebody would not speak")])


def _made(chosen: Sequence[Chosen], told: Voiced, read: SentenceReading) -> tuple[list[Made], Modality | None]:
    """What a clause makes by the lines of the lexicon, by saying whose a place is, by a count that takes up another
    one, or as a plain statement; and for such a count how far so is the one before."""
    clause, tree, findings = told.clause, told.tree, read.findings
    made = _filled(chosen, told, read) if told.cue is not None or not unfinished(clause) else []
    if told.cue is not None or any(slot is not Slot.OCCURRENCE for slot, _, _ in made):
        return made, None
    held = possession(clause, tree, findings, told.setting)
    if held is not None or made:
        return made if held is None else [held], None
    before = (*read.before[-MANY:], *read.here[-MANY:])
    taken_up = carried(clause, tree, findings, before, told.setting.time)
    if taken_up is not None:
        return [taken_up[0]], taken_up[1]
    reported = told.voice.attribution is not None
    return plain(clause, read.clauses, tree, findings, told.setting, reported), None


def misread(read: SentenceReading, attribution: Attribution, made: Sequence[Claim]) -> list[Claim]:
    """The statement of a content that must be a clause, as it opens its sentence before who says it, and in which the
    parser saw none: "Meadows off Brest store twice as much carbon as forests, a survey found"."""
    sentence = read.tree.sentence
    if attribution.type not in SAID or not attribution.source or len(attribution.content) != 1:
        return []
    span = attribution.content[0]
    words = sentence.between(span.start, span.end)
    opens = bool(words) and all(t.pos == "PUNCT" for t in sentence.tokens[: words[0].index])
    behind = all(s.start >= span.end for s in (*attribution.cue, *attribution.source))
    claimed = any(s.start < span.end and span.start < s.end for c in made for s in c.content)
    unsure = any(t.dep == "neg" or t.lemma.lower() in UNSURE or t.text in ("?", '"') for t in words)
    if not opens or not behind or claimed or unsure or len(content_words(words)) < LONG:
        return []
    clause = phrase_clause(read.tree, words)
    voice = Voice(attribution, ((span.start, span.end),))
    setting = Setting(route(clause, read.tree, read.findings), (), time_of(clause, read.findings, voice.pieces))
    told = Voiced(clause, read.tree, setting, voice, None)
    said = statement(clause, read.tree, read.findings, setting, foremost(clause, read.findings))
    content = own_pieces(read.document, clause, voice.pieces)
    so = stance(clause, (clause,), read.tree, read.near, attribution)
    made_of = [(Slot.STATEMENT, values(**said), "a statement whose verb the parser did not see")]
    return _rows(told, read, content, so, made_of) if content else []


def _in_the_mouth_of(voice: Voice, read: SentenceReading) -> Tree:
    """The sentence as its voice says it: whose "we" and "our" are known."""
    told_by = read.chain(voice.attribution)
    speaker = voice.speaker or (told_by[-1] if told_by else None)
    return read.tree.spoken_by(
        None if speaker is None or speaker.startswith("unnamed") else speaker,
        told_by[0] if len(told_by) > 1 or voice.speaker else None,
        voice.attribution is not None and voice.attribution.manner is Manner.DIRECT,
    )


def _no_claim(read: SentenceReading, clause: Clause, tree: Tree) -> bool:
    """Whether a clause breaks off, asks, only supposes, is not said, is what another one speaks of ("closing the mine
    would cost jobs"), or says no more than that another one is false."""
    if clause.dep in ("csubj", "csubjpass") and clause.head.tag in ("VB", "VBG"):
        return True
    if unfinished(completed(clause, read.clauses)) or asks(clause) or sets_the_hour(clause, tree):
        return True
    if supposed(clause) or _goes_on_supposing(clause, read.clauses):
        return True
    if contrary(clause) or left_open(clause, tree) or of_any(clause, tree) or only_proposed(clause, read.clauses, tree):
        return True
    if says_no_more(clause):
        return True
    return disowned(clause, read.clauses, tree) or only_verdict(clause, read.clauses, tree)


def _goes_on_supposing(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause belongs to what is only supposed: "if you hope to find it", "if it rains and the dam breaks"."""
    at = clause
    for _ in clauses:
        if at.dep not in ("xcomp", "conj", "ccomp") or at.governor is None:
            return False
        at = clauses[at.governor]
        if supposed(at):
            return True
    return False


def _chosen(told: Voiced, read: SentenceReading, polarity: Polarity) -> list[Chosen]:
    """The lines of the lexicon that a clause calls for, less what it does not claim itself."""
    clause, tree = told.clause, told.tree
    held: Collection[str] = conditions(clause, tree, read.findings, told.setting.route)
    chosen = frames_of(clause, tree, held)
    if polarity is Polarity.NEGATIVE:  # "300 soldiers did not wait": of them, and not of how many they are
        chosen = [
            c for c in chosen if not spared(c.word, clause) and (c.frame.word or c.frame.slot is not Slot.STRENGTH)
        ]
    if clause.head.lemma.lower() in LOSING:  # "losing the support of her party"
        chosen = [c for c in chosen if c.frame.slot is not Slot.SUPPORT or c.word is clause.head]
    if told.cue is not None:
        chosen = [c for c in chosen if c.frame.slot in SPEECH_ACTS or c.frame.sense in ACTS]
    elif told.attribution is not None and told.attribution.certainty is Certainty.DENIED:
        # "denied charges of assault": not that there are charges
        chosen = [c for c in chosen if c.word.pos != "NOUN" or c.word.lemma.lower() not in REPORTS]
    return [c for c in chosen if c.word is clause.head or not only_spoken_of(c.word, c.frame.slot, clause, tree)]


def _filled(chosen: Sequence[Chosen], told: Voiced, read: SentenceReading) -> list[Made]:
    """Slot, values and reason of each claim that the chosen lines make."""
    made: list[Made] = []
    for choice in chosen:
        word = read.document.text[choice.word.start : choice.word.end]
        ways = fill(choice, told.clause, told.tree, read.findings, told.setting)
        slot, why = choice.frame.slot, f"“{word}” says {choice.frame.sense}"
        made += [(slot, filled, why) for filled in ways if says_enough(slot, filled)]
    return made


def _worded(
    told: Voiced, read: SentenceReading, chosen: Sequence[Chosen], content: tuple[Span, ...], made: list[Made]
) -> tuple[tuple[Span, ...], list[Made]]:
    """The words of the claims with all that completes them, and the claims as those words make them."""
    clause, document = told.clause, read.document
    if told.cue is not None:
        if not any(c.frame.slot in SPEECH_ACTS or c.frame.sense in ACTS for c in chosen):
            content = own_pieces(document, widened(clause, read.clauses), [(clause.start, clause.sentence.end)])
    elif made and (_open(clause, made) or conditional(clause, read.clauses)):
        full = whole(clause, read.clauses)  # "a closure is what the group calls for": of one piece
        one = unfinished(clause) and told.voice.attribution is None
        content = own_pieces(document, full, [(full.start, full.end)] if one else told.voice.pieces)
        if topic := topic_of(clause, told.voice.attribution, content):
            content = (*content, Span(document.id, topic[0].start, topic[-1].end))
            made = [about(*m, topic) for m in made]
    if read.near:
        made = [_without_others(m, told, content) for m in made]
    if told.attribution is not None and told.attribution.certainty is Certainty.DENIED:
        made = [own_act(*m, told.tree.speaker, clause) for m in made]
    return content, made


def _without_others(made: Made, told: Voiced, content: Sequence[Span]) -> Made:
    """A statement without words that its content does not hold, as somebody else's: "it was in rebel hands, a priest
    confirmed" tells of no priest."""
    slot, filled, why = made
    words = dict(filled).get("words")
    if slot is not Slot.STATEMENT or not isinstance(words, tuple):
        return made
    inside = [t for t in told.clause.sentence.tokens if any(s.start <= t.start and t.end <= s.end for s in content)]
    held = set(content_words(inside))
    return slot, values(**{**dict(filled), "words": tuple(w for w in words if w in held)}), why


def _open(clause: Clause, made: Sequence[Made]) -> bool:
    """Whether claims are made by all the words that complete them; "she had 22 bodies lying on the floor" is."""
    return clause.head.lemma.lower() == "have" or any(slot in OPEN for slot, _, _ in made)


def _worth_it(told: Voiced, content: Sequence[Span], made: Sequence[Made]) -> list[Made]:
    """The claims that name enough to be held against others."""
    clause, zone = told.clause, told.clause.sentence.zone
    verbless = clause.head.pos not in ("VERB", "AUX")
    bare = verbless and told.attribution is not None and not none_of(clause)
    kept = [m for m in made if not says_little(m[0], m[1], zone, bare)]
    if unfinished(clause):  # only a statement takes in what completes it
        kept = [m for m in kept if m[0] is Slot.STATEMENT]
    if hanging(clause, content[0].start):
        kept = [m for m in kept if m[0] is not Slot.STATEMENT]
    return kept


def _rows(
    told: Voiced, read: SentenceReading, content: tuple[Span, ...], so: tuple[Modality, Polarity], made: Sequence[Made]
) -> list[Claim]:
    """The claims as rows; ``so`` says how far they are so."""
    zone, attribution = told.clause.sentence.zone, told.attribution
    if told.cue is not None and all(slot is Slot.OCCURRENCE for slot, _, _ in made):
        attribution = told.voice.attribution  # that a court acquits her is told by whoever tells of it
    chain = read.chain_to(attribution)
    by = f"said by {chain[-1]}" if attribution is not None and chain else "in the outlet's own voice"
    aside = {
        "zone": None if zone is Zone.BODY else zone.value,
        "past": over(told.clause) or None,
        "always": ever(told.clause) or None,
    }
    return [
        Claim(
            content=content,
            attribution_id=attribution.id if attribution is not None else None,
            slot=slot,
            polarity=so[1],
            modality=so[0],
            values=values(**{**aside, **dict(filled)}),
            chain=chain,
            detail=f"{why}; {by}",
        )
        for slot, filled, why in made
    ]
