"""What is claimed: clause by clause, in whose voice, in which slot, with values that can be compared.

A claim is the shortest stretch that makes it. What stands inside the content of an attribution is its source's; what
stands in none is the outlet's own, but for the words that do the attributing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.layers.acts import decisions, disowned, granted, reports
from sayso.layers.answers import as_denied, as_rejected, denied_questions, own_act, rejecter
from sayso.layers.carried import carried
from sayso.layers.claimvoice import Voice, by_sentence, cue_of, spoken, voice_of
from sayso.layers.clauses import Clause, find_clauses
from sayso.layers.completing import completed, conditional, supposed, whole, widened
from sayso.layers.conditions import conditions
from sayso.layers.coordination import beside, said_by_each
from sayso.layers.findings import Findings
from sayso.layers.fragments import headline_clause, phrase_clause
from sayso.layers.headlines import as_sentence
from sayso.layers.mending import mended
from sayso.layers.parse import Parse, Sentence
from sayso.layers.phrases import Tree
from sayso.layers.positions import position, silent, wished
from sayso.layers.possession import possession
from sayso.layers.reading import Reading
from sayso.layers.retorts import retorts
from sayso.layers.roles import who
from sayso.layers.routes import route
from sayso.layers.scene import Place, Scene
from sayso.layers.scores import sifted
from sayso.layers.settings import Setting, below, time_of
from sayso.layers.slots import Chosen, frames_of, headline_verb, wrapping
from sayso.layers.slotvalues import fill, says_enough
from sayso.layers.stances import named_only, stance
from sayso.layers.statements import none_of, plain
from sayso.layers.truths import only_verdict
from sayso.layers.wording import blaming, own_pieces
from sayso.layers.worth import (
    about_reporting,
    asks,
    ever,
    hanging,
    only_spoken_of,
    over,
    says_little,
    spared,
    unfinished,
)
from sayso.types import (
    Attribution,
    Claim,
    Document,
    EventMention,
    Mention,
    Quantity,
    Timex,
    Toponym,
    Values,
    values,
)
from sayso.vocab import AttributionType, Certainty, Modality, Polarity, Slot, Zone

#: What an attribution of this type says that its source holds to be so.
CLAIMING = frozenset(
    {AttributionType.STATEMENT, AttributionType.BELIEF, AttributionType.PERCEPTION, AttributionType.INTENTION}
)
#: Slots whose claims are made by all the words that complete them: "was convicted of forging two signatures".
OPEN = frozenset({Slot.STATEMENT, Slot.OCCURRENCE})
#: An attributing clause claims something itself where it lays or takes blame, or gives support.
SPEECH_ACTS = frozenset({Slot.RESPONSIBILITY, Slot.SUPPORT})
#: What a court or a state does by saying it: the word that attributes claims that it was done.
ACTS = frozenset(
    [*"convicted acquitted charge sentence ban sanction appointed dismissed lawsuit released".split(), "case dropped"]
)
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
        held = [a for a in near.get(number, []) if reports(a, sentence)]
        found += _of_sentence(document, sentence, held, by_id, findings, scene, found)
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
    clauses = find_clauses(tree, wrapping())
    unseen = headline_verb(sentence.tokens, tree.names) if sentence.zone is Zone.HEADLINE else None
    if unseen is not None:
        clauses = [headline_clause(tree, unseen)]
    voices, whole = [voice_of(clause.head, near, sentence) for clause in clauses], clauses
    clauses = [spoken(clause, voice, near) for clause, voice in zip(clauses, voices, strict=True)]
    read = Reading(document, tree, clauses, findings, near, by_id, before)
    out: list[Claim] = []
    for clause, voice, setting in zip(clauses, voices, _settings(clauses, tree, findings, near), strict=True):
        if voice is not None and granted(clause, clauses, voice.attribution):
            voice = Voice(None, voice.pieces) if clause.dep == "relcl" else None  # an aside on it is the outlet's
        if voice is not None and _claiming(voice.attribution, clause, clauses, near):
            made = _claims(read, clause, setting, voice, cue_of(clause, near))
            out += made + _rejected(read, clause, setting, voice, made)
    told = retorts(document, tree, whole, findings, near, [*before, *out], read.chain_to)
    out = [c for c in out if all(c.content != d.content for _, d in told)] + [denial for _, denial in told]
    for attribution in near:
        for clause in _nominal(attribution, sentence, tree, clauses):
            voice = Voice(attribution, tuple((s.start, s.end) for s in attribution.content))
            out += _claims(read, clause, Setting(route(clause, tree, findings), (), None), voice, None)
    for clause in decisions(clauses, near, out):
        setting = Setting(route(clause, tree, findings), (), None)
        out += _claims(read, clause, setting, Voice(None, ((clause.start, clause.end),)), None)
    for attribution, clause in silent(tree, whole, near, out):
        setting = Setting(route(clause, tree, findings), (), None)
        own = Voice(None, ((clause.start, clause.end),))
        taken = position(read, clause, setting, attribution)
        out += _claims(read, clause, setting, own, None) if taken is None else taken
    for clause, answer, pieces in denied_questions(document, clauses, near):
        setting = Setting(route(clause, tree, findings), (), None)
        out += [as_denied(c, answer) for c in _claims(read, clause, setting, Voice(answer, pieces), None)]
    return out


def _claiming(
    attribution: Attribution | None, clause: Clause, clauses: Sequence[Clause], near: Sequence[Attribution]
) -> bool:
    """Whether a clause in this voice claims something."""
    return attribution is None or attribution.type in CLAIMING or wished(clause, clauses, attribution, near)


def _rejected(read: Reading, clause: Clause, setting: Setting, voice: Voice, made: Sequence[Claim]) -> list[Claim]:
    """What somebody rejects as another one's report: "called false a report by X that …" denies what X reports."""
    if voice.attribution is None or not made:
        return []
    found = rejecter(voice.attribution, read.by_id, read.tree, read.clauses)
    if isinstance(found, Attribution):
        # "it" in the report is whoever reports, not who rejects it
        by = Voice(found, voice.pieces, voice.attribution.chain[-1] if voice.attribution.chain else None)
        return _claims(read, clause, setting, by, None)
    name = who(found, read.tree, read.findings)
    if name is None or not name[:1].isupper():
        return []
    return [as_rejected(claim, (*read.chain_to(None), name), voice.attribution, read.tree) for claim in made]


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
        if tokens:
            out.append(phrase_clause(tree, tokens))
    return out[:1]


def _settings(clauses: Sequence[Clause], tree: Tree, findings: Findings, near: Sequence[Attribution]) -> list[Setting]:
    """Where each clause is set; a clause that does not say it takes it over from the nearest clause above that does,
    but not from one that only says who is speaking."""
    routes = [route(c, tree, findings) for c in clauses]
    out = []
    for number, clause in enumerate(clauses):
        above, seen = clause.governor, {number}
        inherited: tuple[Place, ...] = ()
        while above is not None and above not in seen and not inherited and cue_of(clauses[above], near) is None:
            seen.add(above)
            inherited = routes[above].at or routes[above].goal
            above = clauses[above].governor
        out.append(Setting(routes[number], inherited or below(number, clauses, routes), None))
    return out


def _in_the_mouth_of(voice: Voice, read: Reading) -> Tree:
    """The sentence as its voice says it: whose "we" and "our" are known."""
    told_by = read.chain(voice.attribution)
    speaker = voice.speaker or (told_by[-1] if told_by else None)
    return read.tree.spoken_by(
        None if speaker is None or speaker.startswith("unnamed") else speaker,
        told_by[0] if len(told_by) > 1 or voice.speaker else None,
    )


def _chosen(
    clause: Clause, tree: Tree, held: Collection[str], polarity: Polarity, cue: Attribution | None
) -> list[Chosen]:
    """The lines of the lexicon that a clause calls for, less what it does not claim itself."""
    chosen = frames_of(clause, tree, held)
    if polarity is Polarity.NEGATIVE:
        chosen = [c for c in chosen if not spared(c.word, clause)]
    if cue is not None:
        chosen = [c for c in chosen if c.frame.slot in SPEECH_ACTS or c.frame.sense in ACTS]
    return [c for c in chosen if c.word is clause.head or not only_spoken_of(c.word, c.frame.slot, clause, tree)]


def _claims(read: Reading, clause: Clause, setting: Setting, voice: Voice, cue: Attribution | None) -> list[Claim]:
    """The claims that one clause makes in one voice."""
    document, findings = read.document, read.findings
    tree = _in_the_mouth_of(voice, read)
    content = own_pieces(document, clause, voice.pieces) if cue is None else blaming(document, clause, cue)
    if sum(len(document.text[s.start : s.end].split()) for s in content) < 2:
        return []  # one word claims nothing
    attribution = cue or voice.attribution
    broken = unfinished(completed(clause, read.clauses))
    if cue is None and (broken or asks(clause) or supposed(clause) or disowned(clause, read.clauses, tree)):
        return []
    if cue is None and only_verdict(clause, read.clauses, tree):
        return []
    modality, polarity = stance(clause, read.clauses, tree, read.near, attribution if cue is None else None)
    if voice.attribution is None and about_reporting(clause, polarity):
        return []
    setting = setting._replace(time=time_of(clause, findings, voice.pieces))
    chosen = _chosen(clause, tree, conditions(clause, tree, findings, setting.route), polarity, cue)
    if cue is not None and not any(c.frame.slot in SPEECH_ACTS or c.frame.sense in ACTS for c in chosen):
        content = own_pieces(document, widened(clause, read.clauses), [(clause.start, clause.sentence.end)])
    if modality is Modality.FACT and chosen:
        modality = named_only(chosen[0], clause)
    made: list[tuple[Slot, Values, str]] = []
    for choice in chosen:
        word = document.text[choice.word.start : choice.word.end]
        why = f"“{word}” says {choice.frame.sense}"
        ways = fill(choice, clause, tree, findings, setting)
        made += [(choice.frame.slot, filled, why) for filled in ways if says_enough(choice.frame.slot, filled)]
        if "not" in choice.frame.beside:
            polarity = Polarity.POSITIVE  # "did not survive": died
        if choice.frame.sense == "denied":
            modality, polarity = Modality.DENIED, Polarity.NEGATIVE
    if cue is None and all(slot is Slot.OCCURRENCE for slot, _, _ in made):
        held = possession(clause, tree, findings, setting)
        made = [held] if held is not None else made
    if not made and cue is None:
        taken_up = carried(clause, tree, findings, read.before, setting.time)
        reported = voice.attribution is not None
        made = [taken_up] if taken_up is not None else plain(clause, read.clauses, tree, findings, setting, reported)
    bound = all(slot in OPEN for slot, _, _ in made) or conditional(clause, read.clauses)
    if cue is None and made and bound:
        content = own_pieces(document, whole(clause, read.clauses), voice.pieces)
    if attribution is not None and attribution.certainty is Certainty.DENIED:
        made = [own_act(*m, tree.speaker, clause) for m in made]
    made = sifted(made, clause, findings, document.text, polarity)
    if modality is Modality.ORDERED and any(dict(filled).get("effect") == "displaced" for _, filled, _ in made):
        modality = Modality.FACT  # who has been told to leave her home has to
    zone = clause.sentence.zone
    verbless = clause.head.pos not in ("VERB", "AUX")
    bare = verbless and attribution is not None and not none_of(clause)
    made = [m for m in made if not says_little(m[0], m[1], zone, bare)]
    if unfinished(clause):  # only a statement takes in what completes it
        made = [m for m in made if m[0] is Slot.STATEMENT]
    if hanging(clause, content[0].start):
        made = [m for m in made if m[0] is not Slot.STATEMENT]
    chain = read.chain_to(attribution)
    told = f"said by {chain[-1]}" if attribution is not None and chain else "in the outlet's own voice"
    aside = {
        "zone": None if zone is Zone.BODY else zone.value,
        "past": over(clause) or None,
        "always": ever(clause) or None,
    }
    return [
        Claim(
            content=content,
            attribution_id=attribution.id if attribution is not None else None,
            slot=slot,
            polarity=polarity,
            modality=modality,
            values=values(**{**aside, **dict(filled)}),
            chain=chain,
            detail=f"{why}; {told}",
        )
        for slot, filled, why in made
    ]
