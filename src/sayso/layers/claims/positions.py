"""What somebody wants, asks for, fears or thinks of something: positions, which are claims of whoever takes them.

"The nurses demand that the ward stay open" claims that it is to stay open, in the nurses' voice; "The nurses called for
a second ward" and "The nurses criticised the closure" say it with a noun, and the claim is the whole clause.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sayso.layers.attribution.cues import Cue, verb_cue
from sayso.layers.claims.statements import statement
from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.colours import colour
from sayso.layers.clauses.counting import foremost
from sayso.layers.clauses.demands import bare, demanded
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.reading import SentenceReading
from sayso.layers.clauses.subjects import ORDERING
from sayso.layers.clauses.voice import cue_of
from sayso.layers.clauses.wording import own_pieces
from sayso.layers.clauses.worth import about_reporting, asks, hanging
from sayso.layers.parsing.labels import FINITE
from sayso.layers.parsing.parse import Sentence, Token
from sayso.layers.values.settings import Setting, time_of
from sayso.layers.values.slots import content_words, nouns
from sayso.types import Attribution, Claim, values
from sayso.vocab import AttributionType, Certainty, Modality, Polarity, Slot, Zone

#: An attribution of this type takes a position; a question does where it asks for something to be done.
TAKING = frozenset({AttributionType.ATTITUDE, AttributionType.QUESTION})
#: This many words that say something make a position ("urged calm" has no more).
LEAST = 2
#: What points to something told elsewhere: "the report", "those claims".
POINTING = frozenset({"the", "that", "this", "these", "those"})
#: Words that open a question, be it in a clause of its own.
ASKING = frozenset({"WRB", "WP$"})
#: Frames of cues whose content may be a noun.
NAMING = ("obj", "as", "ing", "of", "about", "for", "against", "to", "with", "accuse")
#: Clauses that stand by themselves.
MAIN = frozenset({"ROOT", "conj"})
#: Prepositions behind which a noun says what is told of.
ABOUT = frozenset({"about", "of"})
#: Prepositions behind which a noun says what is wanted, as parts of a cue: "call for".
WANTING = (" for", " on", " upon")


def cue_of_verb(attribution: Attribution, sentence: Sentence) -> tuple[Token, Cue | None] | None:
    """The verb by which an attribution attributes, and what the lexicon says of it; None where no verb of this sentence
    does."""
    for span in attribution.cue:
        for token in sentence.between(span.start, span.end):
            if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
                known = verb_cue(sentence, token)
                finite = token.tag != "VBG" or any(t.dep == "aux" and t.head == token.index for t in sentence.tokens)
                if known is not None or finite:
                    return token, known[0] if known is not None else None
    return None


def attributes(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether some word of an attribution's cue can attribute: a preposition alone cannot ("can count on a grant"), nor
    in a headline a noun that was read so for want of a verb ("Leaders Unite Behind Candidate")."""
    words = [t for span in attribution.cue for t in sentence.between(span.start, span.end)]
    if sentence.zone is Zone.HEADLINE:
        return any(t.pos in ("VERB", "AUX", "PUNCT", "ADP") for t in words[:1])
    return not words or any(t.pos not in ("ADP", "PART") for t in words) or words[0].index == 0


def wished(clause: Clause, clauses: Sequence[Clause], attribution: Attribution, near: Sequence[Attribution]) -> bool:
    """Whether a clause of the content says what is wanted, hoped or feared: "demanded that the ward stay open", "asked
    Dorland to open its ports"; not what the words around it take for granted, and not what is only asked."""
    if attribution.type not in TAKING:
        return False
    found = cue_of_verb(attribution, clause.sentence)
    if demanded(clause) and all(t.text != "?" for t in clause.own):
        return clause.governor is None or clause.dep in ("ccomp", "acl", "ROOT")
    if found is None or found[1] is None or not found[1].fits("inf"):
        return False
    if attribution.type is AttributionType.QUESTION and not _infinitive(clause):
        return False
    if not found[1].fits("that", "person", "wh") and not _infinitive(clause):
        return False
    at, seen = clause, 0
    while at.dep == "conj" and at.governor is not None and seen < len(clauses):
        at, seen = clauses[at.governor], seen + 1
    above = clauses[at.governor] if at.governor is not None else None
    return at.dep not in ("relcl", "acl", "advcl") and (above is None or cue_of(above, near) is not None)


def _infinitive(clause: Clause) -> bool:
    return any(t.tag == "TO" and t.head == clause.head.index for t in clause.own)


def wish(clause: Clause, modality: Modality) -> Modality:
    """How far so is what a position wants or fears, where the clause itself does not say: what is to be done, or else
    what may be."""
    if modality is Modality.PLANNED and not _infinitive(clause):
        return Modality.POSSIBLE  # "fear that the wall will drive the herring away"
    if modality is not Modality.FACT:
        return modality
    return Modality.ORDERED if bare(clause) else Modality.POSSIBLE


def silent(
    tree: Tree, clauses: Sequence[Clause], near: Sequence[Attribution], made: Sequence[Claim]
) -> list[tuple[Attribution, Clause]]:
    """The attributions whose content, a phrase, has made no claim among ``made``, each with the clause that attributes,
    content included: "called for sprinklers in all hotels"."""
    out, sentence = [], tree.sentence
    claimed = {c.attribution_id for c in made}
    for attribution in near:
        found = cue_of_verb(attribution, sentence)
        words = [t for span in attribution.content for t in sentence.between(span.start, span.end)]
        said = found is not None and (found[1] is not None or (bool(words) and words[0].text.lower() == "that"))
        if found is None or (attribution.id in claimed and said):
            continue
        clause = next((c for c in clauses if found[0] in (c.head, *c.wrappers)), None)
        if not attribution.source and (clause is None or not clause.passive or clause.dep not in MAIN):
            continue  # "entry was denied" is told by the outlet, whoever denied it
        if clause is None or not _names(words, found[1], clause) or _made(clause, made):
            continue
        inside = {t.index for t in clause.own}
        own = tuple(sorted([*clause.own, *(t for t in words if t.index not in inside)], key=lambda t: t.index))
        ends = [t.end for t in own if t.pos not in ("PUNCT", "SPACE") and t.end <= max(clause.end, words[-1].end)]
        start = min(clause.start, words[0].start)  # "the plan is a farce, the union complained"
        whole = dataclasses.replace(clause, own=own, start=start, end=max(ends))
        remark = not answers(words) and about_reporting(whole, colour(clause, tree)[1])
        if not (hanging(whole, whole.start) or asks(whole) or remark):
            out.append((attribution, whole))
    return out


def _names(words: Sequence[Token], cue: Cue | None, clause: Clause) -> bool:
    """Whether a content names what its cue is about, rather than say it: not what is asked, nor words that are only
    said, such as a quotation without a verb."""
    if not words or words[0].tag in ASKING or words[0].text.lower() in ("whether", "if"):
        return False
    what = words[0].tag in ("WP", "WDT")  # "objected to what it cost"
    if what and (cue is None or cue.type is not AttributionType.ATTITUDE) and not _behind(words[0], clause):
        return False
    if cue is None:
        return bool(content_words(words))
    if len(content_words(words)) < LEAST - (clause.subject is not None):
        return False
    if cue.type is AttributionType.QUESTION:
        return any(t.text.lower() == "for" and t.head == clause.head.index for t in words)
    if cue.type is not AttributionType.STATEMENT:
        return True
    inside = {t.index for t in words}
    top = next((t for t in words if t.head not in inside), words[0])
    if answers(words):
        return True
    nominal = what or top.pos not in ("VERB", "AUX") or top.tag == "VBG"
    if nominal and words[0].text.lower() in ABOUT and words[0].head == clause.head.index:
        return True  # "told the police about noises in the night"
    return nominal and (cue.lemma in ORDERING or cue.fits(*NAMING) or clause.passive or _governed(top, clause))


def answers(words: Sequence[Token]) -> bool:
    """Whether words say yes or no to something, or that they are sorry for it: "said no to the sale"."""
    return len(words) > 2 and words[0].text.lower() in ("yes", "no", "sorry") and words[1].text.lower() in ("to", "for")


def _governed(top: Token, clause: Clause) -> bool:
    """Whether a word is the object of a clause's verb that says when, or of a preposition of it: "has reiterated the
    offer", "argued in favour of a merger"."""
    verbs = [clause.head, *(t for t in clause.own if t.head == clause.head.index and t.dep == "aux")]
    if clause.dep not in MAIN or top.start < clause.head.start or all(t.tag not in FINITE for t in verbs):
        return False
    if top.dep in ("dobj", "prep", "acomp"):
        return top.head == clause.head.index
    return any(top in p.objects and p.token.head == clause.head.index for p in clause.prepositions)


def _behind(what: Token, clause: Clause) -> bool:
    """Whether a preposition of the clause stands right before a word."""
    return any(t.index + 1 == what.index and t.pos == "ADP" for t in clause.own)


def _made(clause: Clause, made: Sequence[Claim]) -> bool:
    """Whether a clause's verb is in a claim already."""
    return any(s.start <= clause.head.start and clause.head.end <= s.end for c in made for s in c.content)


def how_far(attribution: Attribution, cue: Cue) -> Modality:
    """How far so is what the noun of a position names: "called for sprinklers" wants them, "fears an outbreak" leaves
    open whether it comes; "criticised the closure" takes it for granted."""
    if attribution.type is AttributionType.INTENTION:
        return Modality.PLANNED
    if attribution.type is AttributionType.BELIEF:
        return Modality.POSSIBLE if cue.fits("inf") else Modality.FACT
    if attribution.type is AttributionType.ATTITUDE and cue.fits("about", "for"):
        return Modality.POSSIBLE
    if cue.lemma == "vote for":
        return Modality.FACT
    wants = cue.lemma.endswith(WANTING) or (cue.fits("inf") and cue.fits("that", "person"))
    return Modality.ORDERED if wants and attribution.type in TAKING else Modality.FACT


def as_foreseen(made: Sequence[Claim], attribution: Attribution, clause: Clause) -> list[Claim]:
    """The claims of an outlet's clause without what its verb only foresees: "a recount was expected"."""
    found = cue_of_verb(attribution, clause.sentence)
    modality = how_far(attribution, found[1]) if found is not None and found[1] is not None else Modality.FACT
    return [dataclasses.replace(c, modality=modality) if c.modality is Modality.FACT else c for c in made]


def position(read: SentenceReading, clause: Clause, setting: Setting, attribution: Attribution) -> list[Claim] | None:
    """The claim that somebody takes a position, in the words of the clause that says so; None where the verb is none of
    those that take one, so that the clause is the outlet's own."""
    found = cue_of_verb(attribution, clause.sentence)
    if found is None or found[1] is None or not attribution.source:
        return None
    words = own_pieces(read.document, clause, [(clause.start, clause.sentence.end)])
    modality, polarity = colour(clause, read.tree)
    chain = read.chain_to(attribution)
    if not words or len(chain) <= len(read.chain_to(None)):
        return []
    setting = setting._replace(time=time_of(clause, read.findings, [(clause.start, clause.end)]))
    zone = clause.sentence.zone
    said = statement(clause, read.tree, read.findings, setting, foremost(clause, read.findings))
    held = [t for s in attribution.content for t in clause.sentence.between(s.start, s.end)]
    if attribution.certainty is Certainty.DENIED:
        pointing = held[0].text.lower() in POINTING and held[-1].lemma.lower() in nouns("report") if held else False
        if pointing and len(content_words(held)) < LEAST:
            return []  # "denied the report": of what, another sentence tells
        modality, polarity = Modality.DENIED, Polarity.NEGATIVE
    elif modality is Modality.FACT:
        modality = how_far(attribution, found[1])
    if answers(held) and held[0].text.lower() == "no":
        polarity = Polarity.NEGATIVE
    return [
        Claim(
            content=words,
            attribution_id=attribution.id,
            slot=Slot.STATEMENT,
            polarity=polarity,
            modality=modality,
            values=values(**{**said, "zone": None if zone is Zone.BODY else zone.value}),
            chain=chain,
            detail=f"a position that is taken; said by {chain[-1]}",
        )
    ]
