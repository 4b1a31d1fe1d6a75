"""What is claimed: clause by clause, in whose voice, in which slot, with values that can be compared.

A claim is the shortest stretch that makes it. What stands inside the content of an attribution is its source's; what
stands in none is the outlet's own, but for the words that do the attributing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.layers.attribution.coordination import beside, said_by_each
from sayso.layers.attribution.cues import hearsay
from sayso.layers.attribution.pronouns import unresolved
from sayso.layers.claims.acts import decisions, granted, reports, told_anyway
from sayso.layers.claims.gapping import gapped
from sayso.layers.claims.headlines import as_sentence, parts
from sayso.layers.claims.inpassing import in_passing
from sayso.layers.claims.making import made_by, misread
from sayso.layers.claims.partitives import partitives
from sayso.layers.claims.positions import TAKING, answers, as_foreseen, attributes, position, silent, wished
from sayso.layers.claims.retorts import retorts
from sayso.layers.clauses.answers import rejection
from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.colours import wrapping
from sayso.layers.clauses.completing import DESCRIBING
from sayso.layers.clauses.fragments import headline_clause, phrase_clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.reading import SentenceReading
from sayso.layers.clauses.scene import NamedPlace, Scene
from sayso.layers.clauses.splitting import find_clauses
from sayso.layers.clauses.voice import Voice, by_sentence, cue_of, ended, own_words, shell, spoken, voice_of
from sayso.layers.clauses.wording import with_cue
from sayso.layers.clauses.worth import only_asked
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.mending import mended
from sayso.layers.parsing.parse import Parse, Sentence
from sayso.layers.values.routes import route
from sayso.layers.values.settings import Setting, below
from sayso.layers.values.slots import headline_verb
from sayso.types import (
    Attribution,
    Claim,
    Document,
    EventMention,
    Mention,
    Quantity,
    Timex,
    Toponym,
)
from sayso.vocab import AttributionType, Certainty, Slot, Zone

#: What an attribution of this type says that its source holds to be so.
CLAIMING = frozenset(
    {AttributionType.STATEMENT, AttributionType.BELIEF, AttributionType.PERCEPTION, AttributionType.INTENTION}
)
#: What is denied of a deed that was done all the same: "denied responsibility for the killing of 12".
OWNING = frozenset("responsibility involvement role part hand blame guilt complicity connection link knowledge".split())
#: A sentence of more words is none: a list, a table, or a text made to keep us busy.
LONGEST = 800


def find_claims(
    document: Document,
    parse: Parse,
    attributions: Sequence[Attribution],
    events: Sequence[EventMention] = (),
    mentions: Sequence[Mention] = (),
    toponyms: Sequence[Toponym] = (),
    timexes: Sequence[Timex] = (),
    quantities: Sequence[Quantity] = (),
) -> list[Claim]:
    """The claims of a document in text order, each once."""
    mentions = unresolved(document.text, mentions, attributions)
    findings = Findings(mentions, toponyms, timexes, quantities, events)
    scene = Scene(parse.sentences, findings)
    beside_first = beside(attributions)
    twins = {row.id for rows in beside_first.values() for row in rows}
    attributions = [a for a in attributions if a.id not in twins]
    by_id = {a.id: a for a in attributions}
    found: list[Claim] = []
    # an attitude that nobody is said to have leaves the words to the outlet
    near = by_sentence(parse.sentences, [a for a in attributions if a.source or a.type in CLAIMING])
    for number, sentence in enumerate(parse.sentences):
        if len(sentence.tokens) > LONGEST:
            continue
        held = [a for a in near.get(number, []) if reports(a, sentence) and not own_words(a, sentence)]
        made = _of_sentence(document, sentence, held, by_id, findings, scene, found)
        for part in parts(sentence) if not made else ():
            made += _of_sentence(document, part, held, by_id, findings, scene, found)
        heard = [a for a in held if attributes(a, sentence)]
        if not made and len(heard) < len(held):
            made = _of_sentence(document, sentence, heard, by_id, findings, scene, found)
        found += made
    unique = {claim.id: claim for claim in said_by_each(found, beside_first, attributions)}
    return sorted(unique.values(), key=lambda c: (c.content[0].start, c.content[-1].end, c.slot.value, c.id))


def _of_sentence(
    document: Document,
    sentence: Sentence,
    near: Sequence[Attribution],
    by_id: dict[str, Attribution],
    findings: Findings,
    scene: Scene,
    before: Sequence[Claim],
) -> list[Claim]:
    sentence = mended(as_sentence(sentence))
    tree = Tree(sentence, findings.name_tokens(sentence.tokens), scene)
    told_whole = _clauses(tree)
    voices = _voices(told_whole, near, sentence)
    clauses = [spoken(clause, voice, near) for clause, voice in zip(told_whole, voices, strict=True)]
    out: list[Claim] = []
    read = SentenceReading(document, tree, clauses, findings, near, by_id, before, out)
    # in text order, for a count may take up one told before: "counted 84 bodies; the police put it at 53"
    contents = sorted(_contents(near, sentence, tree, clauses), key=lambda told: told[1].start)
    for clause, voice, setting in zip(clauses, voices, _settings(clauses, tree, findings, near), strict=True):
        while contents and contents[0][1].start < clause.start:
            out += _of_content(read, *contents.pop(0))
        if voice is not None and granted(clause, clauses, voice.attribution):
            voice = Voice(None, voice.pieces) if clause.dep == "relcl" else None  # an aside on it is the outlet's
        if voice is None or only_asked(clause, clauses):
            continue
        if _claiming(voice.attribution, clause, clauses, near):
            out += _of_clause(read, clause, setting, voice)
    for attribution, clause in contents:
        out += _of_content(read, attribution, clause)
    told = retorts(document, tree, told_whole, findings, near, [*before, *out], read.chain_to)
    out = [c for c in out if all(c.content != d.content for _, d in told)] + [denial for _, denial in told]
    for clause in decisions(clauses, near, out):
        out += _in_own_voice(read, clause)
    for attribution, clause in silent(tree, told_whole, near, out):
        taken = position(read, clause, _setting(read, clause), attribution)
        out += as_foreseen(_in_own_voice(read, clause), attribution, clause) if taken is None else taken
    for attribution in near:
        out += misread(read, attribution, out)
    out += gapped(read, out)
    out += in_passing(read, out)
    return out + partitives(read, out)


def _voices(clauses: Sequence[Clause], near: Sequence[Attribution], sentence: Sentence) -> list[Voice | None]:
    """Who tells each clause, as far as it is told; None where it is not for anybody's claims."""
    voices = [shell(clause, voice_of(clause.head, near, sentence), near) for clause in clauses]
    return [ended(c, v, near) if v is not None else None for c, v in zip(clauses, voices, strict=True)]


def _clauses(tree: Tree) -> list[Clause]:
    """The clauses of a sentence; of a headline whose verb was taken for a name, the one around that."""
    headline = tree.sentence.zone is Zone.HEADLINE
    unseen = headline_verb(tree.tokens, tree.names) if headline else None
    return find_clauses(tree, wrapping()) if unseen is None else [headline_clause(tree, unseen)]


def _of_clause(read: SentenceReading, clause: Clause, setting: Setting, voice: Voice) -> list[Claim]:
    """The claims of a clause in its voice, and what somebody denies who rejects the report of them."""
    made = made_by(read, clause, setting, voice, cue_of(clause, read.near))
    rejected = _rejected(read, clause, setting, voice, made)
    if clause.dep not in DESCRIBING and _coloured(voice):
        made = [with_cue(c, voice.attribution, read.clauses, read.document) for c in made]
    return made + rejected


def _in_own_voice(read: SentenceReading, clause: Clause) -> list[Claim]:
    """The claims of a clause as the outlet's, be there an attribution in it."""
    return made_by(read, clause, _setting(read, clause), Voice(None, ((clause.start, clause.end),)), None)


def _setting(read: SentenceReading, clause: Clause) -> Setting:
    """Where a clause is set by its own words alone."""
    return Setting(route(clause, read.tree, read.findings), (), None)


def _contents(
    near: Sequence[Attribution], sentence: Sentence, tree: Tree, clauses: Sequence[Clause]
) -> Iterator[tuple[Attribution, Clause]]:
    """The contents without a verb of their own, as clauses, each with its attribution."""
    return ((a, clause) for a in near for clause in _nominal(a, sentence, tree, clauses))


def _of_content(read: SentenceReading, attribution: Attribution, clause: Clause) -> list[Claim]:
    """The claims of a content without a verb of its own; "two maps were ordered by the school": the maps alone claim
    nothing."""
    voice = Voice(attribution, tuple((s.start, s.end) for s in attribution.content))
    made = made_by(read, clause, _setting(read, clause), voice, None)
    made = [with_cue(c, attribution, read.clauses, read.document) for c in made]
    alleged = any(hearsay(t) for t in clause.own)
    if attribution.certainty is Certainty.DENIED and clause.head.lemma.lower() in OWNING and not alleged:
        chain = read.chain_to(None)
        made = [told_anyway(c, chain) if c.slot is Slot.TOLL else c for c in made if c.slot is not Slot.OCCURRENCE]
    return [c for c in made if c.slot is not Slot.STATEMENT or clause.head.dep != "nsubjpass"]


def _claiming(
    attribution: Attribution | None, clause: Clause, clauses: Sequence[Clause], near: Sequence[Attribution]
) -> bool:
    """Whether a clause in this voice claims something."""
    return attribution is None or attribution.type in CLAIMING or wished(clause, clauses, attribution, near)


def _coloured(voice: Voice) -> bool:
    """Whether it is the attributing word that says whether the words are so, or ought to be: "denied", "ordered"."""
    by = voice.attribution
    return by is not None and (by.certainty is Certainty.DENIED or by.type in TAKING)


def _rejected(
    read: SentenceReading, clause: Clause, setting: Setting, voice: Voice, made: Sequence[Claim]
) -> list[Claim]:
    """What somebody rejects as another one's report: "called false a report by X that …" denies what X reports."""
    if voice.attribution is None or not made:
        return []
    denial = rejection(voice.attribution, read.by_id, read.tree.sentence)
    if denial is None:
        return []
    # "it" in the report is whoever reports, not who rejects it
    by = Voice(denial, voice.pieces, voice.attribution.chain[-1] if voice.attribution.chain else None)
    return made_by(read, clause, setting, by, None)


def _nominal(attribution: Attribution, sentence: Sentence, tree: Tree, clauses: Sequence[Clause]) -> list[Clause]:
    """Contents without a verb of their own ("announced the death of two climbers") as clauses."""
    if attribution.type not in CLAIMING:
        return []
    out = []
    cued = {t.index for c in clauses if cue_of(c, [attribution]) is not None for t in c.own}
    pieces = [sentence.between(span.start, span.end) for span in attribution.content]
    spoken_of = {t.index for tokens in pieces for t in tokens}
    if len(pieces) > 1 and all(pieces) and not any(c.head.index in spoken_of for c in clauses):
        # "the diameter of the moon is estimated at 12 kilometres"
        return [phrase_clause(tree, [t for tokens in pieces for t in tokens])]
    for span, tokens in zip(attribution.content, pieces, strict=True):
        if any(span.start <= c.head.start and c.head.end <= span.end for c in clauses):
            # what the attributing verb itself has for an object: "reported 48 cases, taking the total to 312"
            tokens = tuple(t for t in tokens if t.index in cued)
            if not any(t.pos == "NUM" for t in tokens):
                continue
        if tokens and not answers(tokens):  # "said no to the sale": nothing was sold
            out.append(phrase_clause(tree, tokens))
    return out[:1]


def _settings(clauses: Sequence[Clause], tree: Tree, findings: Findings, near: Sequence[Attribution]) -> list[Setting]:
    """Where each clause is set; a clause that does not say it takes it over from the nearest clause above that does,
    but not from one that only says who is speaking."""
    routes = [route(c, tree, findings) for c in clauses]
    out = []
    for number, clause in enumerate(clauses):
        above, seen = clause.governor, {number}
        inherited: tuple[NamedPlace, ...] = ()
        while above is not None and above not in seen and not inherited and cue_of(clauses[above], near) is None:
            seen.add(above)
            inherited = routes[above].at or routes[above].goal
            above = clauses[above].governor
        out.append(Setting(routes[number], inherited or below(number, clauses, routes), None))
    return out
