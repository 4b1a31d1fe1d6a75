"""The ladder of a claim: outlets, families, texts, and how many independent origins stand behind it, as a range.

``max`` counts every distinct body that an account names as its source, every outlet that says it in its own voice or is
cited for it and no farther source is known, and hidden sources once for each voice. ``min`` joins the named bodies
that may be one and leaves out hidden sources and outlets, which may rest on any of the others; it is 1 where anybody
says it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.outlets import family, find_outlet
from sayso.relations.claims.judged import judged_steps
from sayso.relations.names.bodies import describe, party_to
from sayso.relations.origins.merging import merged
from sayso.relations.origins.tallying import LISTED, Step, Tally, listed, named_origins, tally_of
from sayso.relations.origins.voices import Account, Corpus, shared_voices
from sayso.relations.words.spellings import folded
from sayso.types import (
    About,
    Attribution,
    Claim,
    Descent,
    Document,
    Judgement,
    Member,
    Mention,
    Origin,
    Reuse,
    replaced,
)
from sayso.vocab import DescentBasis, MemberKind, Polarity, Slot, StepKind

#: Roles of a claim's values in which somebody acts.
ACTING = ("party", "holder", "agent", "victims", "supporter", "supported", "against", "accuser", "target", "with")


def count_origins(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    attributions: Sequence[Attribution],
    members: Sequence[Member],
    descents: Sequence[Descent],
    reuses: Sequence[Reuse],
    mentions: Sequence[Mention] = (),
    judgements: Sequence[Judgement] = (),
    outlets: Mapping[str, bool] | None = None,
) -> list[Origin]:
    """One row for each cluster of claims among ``members``, sorted by cluster. With entity members and mentions, a
    source with two names in two documents is one. What people judged of names is obeyed, and of claims told.
    ``outlets`` are names of the press that documents elsewhere show, and whether they published one of these."""
    corpus = Corpus(documents, attributions, members, descents, reuses, mentions, judgements, outlets)
    by_id = {c.id: c for c in claims}
    clusters: dict[str, list[Claim]] = defaultdict(list)
    cores = {m.member_id: m.cluster_id for m in members if m.cluster is MemberKind.CORE}
    for member in members:
        if member.cluster is MemberKind.CLAIM and member.member_id in by_id:
            clusters[member.cluster_id].append(by_id[member.member_id])
    backers = _backers(claims)
    found = (_origin(cluster_id, clusters[cluster_id], cores, corpus, backers) for cluster_id in sorted(clusters))
    return [_judged(origin, clusters[origin.cluster_id], judgements) for origin in found]


def _judged(origin: Origin, claims: Sequence[Claim], judgements: Sequence[Judgement]) -> Origin:
    """The ladder with what people judged of its claims at the head of its derivation."""
    steps = tuple(judged_steps((c.id for c in claims), judgements))
    about = (*(About(StepKind.JUDGED) for _ in steps), *origin.about)
    return replaced(origin, derivation=(*steps, *origin.derivation), about=about) if steps else origin


def _backers(claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """Who is backed by whom, as the corpus itself says: folded name → names of its backers."""
    out: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.slot is Slot.SUPPORT and claim.polarity is Polarity.POSITIVE:
            said = dict(claim.values)
            supported, supporters = said.get("supported"), said.get("supporter")
            if isinstance(supported, str) and isinstance(supporters, tuple):
                out[folded(supported)] |= {s for s in supporters if s[:1].isupper()}
    return {name: frozenset(backers) for name, backers in out.items()}


def _origin(
    cluster_id: str,
    claims: Sequence[Claim],
    cores: Mapping[str, str],
    corpus: Corpus,
    backers: Mapping[str, frozenset[str]],
) -> Origin:
    accounts = [a for a in (corpus.account(c) for c in claims) if a is not None]
    # a headline is the desk's: it adds nothing to what the texts say, and counts only where it stands alone
    told = [a for a in accounts if not a.headline] or accounts
    told.sort(key=_by_words)
    told, passed_on = _passed_on(told, corpus)
    voices = shared_voices(told, corpus.sharing)
    tally = tally_of(told, voices, corpus)
    outlets, families, texts, counting = _rungs(told)
    circles = _circles(told, corpus)
    counted, left_out = named_origins(tally, corpus)
    merges, components = _surely(told, cores, corpus) or merged(tally, corpus.bodies)
    least = max(1, components)
    most = max(least, len(counted))
    cycles = [" and ".join(sorted(circle)) for circle in circles]
    names = tuple(sorted(counted)) or tuple(sorted(f"{cycle} (circular)" for cycle in cycles))
    steps = [
        *_steps(StepKind.COUNT, [*counting, _counting(counted, least, most)]),
        *_steps(StepKind.JUDGED, (said for a in told for name in a.judged for said in corpus.bodies.why_one(name))),
        *merges,
        *_steps(StepKind.LEFT_OUT, [*left_out, *passed_on]),
        *_steps(StepKind.CIRCLE, (f"circular: {c} cite each other, and no source outside" for c in cycles)),
        *_steps(StepKind.NOT_HELD, _not_held(told, tally, corpus)),
        *_parties(tally, told, backers),
    ]
    steps = _once(steps)
    return Origin(
        cluster_id=cluster_id,
        outlets=outlets,
        families=families,
        texts=texts,
        origins_min=least,
        origins_max=most,
        names=names or ("unknown",),
        first=_first(told, corpus),
        derivation=tuple(step.words for step in steps),
        about=tuple(About(step.what, step.whom) for step in steps),
    )


def _once(steps: Iterable[Step]) -> list[Step]:
    """The steps, each as it is told first."""
    once: dict[str, Step] = {}
    for step in steps:
        once.setdefault(step.words, step)
    return list(once.values())


def _by_words(account: Account) -> tuple[object, ...]:
    """What accounts are put in order by: the same wherever their pages were read from."""
    document, claim = account.document, account.claim
    day = document.published.date if document.published else ""
    spans = tuple((s.start, s.end) for s in claim.content)
    return account.publisher or "", day, document.text, spans, claim.slot, str(claim.values), claim.chain, claim.id


def _steps(what: StepKind, sentences: Iterable[str]) -> Iterator[Step]:
    return (Step(words, what) for words in sentences)


def _passed_on(told: Sequence[Account], corpus: Corpus) -> tuple[list[Account], list[str]]:
    """The accounts, without the names that one has behind an outlet whose own account names its source: whatever the
    one calls it, it is that source; and a sentence for each."""
    sourced = {folded(a.publisher) for a in told if a.publisher and a.sources}
    out, steps = [], []
    for account in told:
        own = folded(account.publisher or "")
        for number, name in enumerate(account.sources[:-1]):
            if folded(name) != own and folded(name) in sourced and corpus.is_press(name):
                behind = listed(account.sources[number + 1 :])
                steps.append(f"{behind}, whom {account.publisher} names behind {name}, is whom {name} itself names")
                account = replace(account, sources=account.sources[: number + 1])
                break
        out.append(account)
    return out, steps


def _surely(told: Sequence[Account], cores: Mapping[str, str], corpus: Corpus) -> tuple[list[Step], int] | None:
    """Of a claim some of whose accounts are only probably of it: what is joined in min, and how many named bodies are
    left, among those accounts that are surely of one claim and leave most. None where all are."""
    parts: dict[str, list[Account]] = defaultdict(list)
    for account in told:
        parts[cores.get(account.claim.id, "")].append(account)
    if len(parts) < 2:
        return None
    found = []
    for held in parts.values():
        tally = tally_of(held, shared_voices(held, corpus.sharing), corpus)
        merges, components = merged(tally, corpus.bodies)
        names = listed(sorted(named_origins(tally, corpus)[0])) or "nobody that can be told from another"
        found.append((-components, names, merges))
    fewest, names, merges = min(found)
    why = f"accounts in {len(parts)} parts: those of a part surely tell one claim, the parts probably do; min counts "
    return [Step(f"{why}only the part of {names}", StepKind.LEFT_OUT), *merges], -fewest


def _owner(account: Account) -> str:
    """Who owns what an account was published in, as far as is known: the owner of the outlet that the text was taken
    from whole, else of its publisher; the publisher itself where nobody is known. A paper that prints an agency's text
    is no part of the agency."""
    taken = find_outlet(account.voice)
    if taken is not None and taken.kind == "outlet" and taken.family:
        return taken.family
    return family(account.publisher or "") or account.publisher or ""


def _rungs(told: Sequence[Account]) -> tuple[int, int, int, list[str]]:
    """Outlets, families, texts, and a sentence for each."""
    outlets = sorted({a.publisher for a in told if a.publisher})
    owners: dict[str, set[str]] = defaultdict(set)
    for account in told:
        if account.publisher:
            owner = _owner(account)
            known = owner == (family(account.publisher) or account.publisher)
            owners[owner].add(account.publisher if known else account.voice)
    families = max(1, min(len(owners), len(outlets)))
    texts: dict[str, set[str]] = defaultdict(set)
    for account in told:
        texts[account.text].add(account.publisher or account.document.label or "a document without a publisher")
    steps = [f"{_count(max(1, len(outlets)), 'outlet')}: {listed(outlets) or 'no publisher is known'}"]
    joined = [f"{listed(sorted(held))} belong to {owner}" for owner, held in sorted(owners.items()) if len(held) > 1]
    taken = sorted(
        {f"{a.publisher} has the text from {a.voice}" for a in told if a.publisher and a.publisher != a.voice}
    )
    reasons = "; ".join([*taken[:LISTED], *joined])
    steps.append(f"{_count(families, 'family', 'families')}{': ' + reasons if reasons else ''}")
    shared = [f"{listed(sorted(held))} share one text" for held in texts.values() if len(held) > 1]
    steps.append(f"{_count(len(texts), 'text')}{': ' + '; '.join(sorted(shared)) if shared else ''}")
    return max(1, len(outlets)), families, len(texts), steps


def _circles(told: Sequence[Account], corpus: Corpus) -> list[set[str]]:
    """Outlets that cite each other, round and round, and nobody else."""
    cites: dict[str, set[str]] = defaultdict(set)
    grounded: set[str] = set()
    for account in told:
        if account.sources and corpus.is_press(account.sources[-1]):
            cites[account.voice].add(account.sources[-1])
        else:
            grounded.add(account.voice)
    out: list[set[str]] = []
    for start in sorted(cites):
        reached = _reach(start, cites)
        circle = {name for name in reached if name in cites and start in _reach(name, cites)}
        if start in reached and len(circle) > 1 and not reached & grounded and circle not in out:
            out.append(circle)
    return out


def _reach(start: str, cites: Mapping[str, set[str]]) -> set[str]:
    """Whom an outlet cites, and whom these cite, and so on; itself only where it is cited in turn."""
    reached, queue = set[str](), [start]
    while queue:
        for name in cites.get(queue.pop(), set()) - reached:
            reached.add(name)
            queue.append(name)
    return reached


def _not_held(told: Sequence[Account], tally: Tally, corpus: Corpus) -> Iterator[str]:
    """Outlets that the accounts rest on and whose text is not at hand."""
    for account in told:
        for name in (*map(corpus.press.name, account.document.provenance[1:]), account.voice):
            if not corpus.holds(name) and account.publisher and name != account.document.id:
                yield f"{name}, from which {account.publisher} has the text, is not held"
    for key in sorted(tally.cited):
        if not corpus.holds(key) and key not in tally.own:
            yield f"{tally.shown[key]} is cited, and its own text is not held"


def _parties(tally: Tally, told: Sequence[Account], backers: Mapping[str, frozenset[str]]) -> Iterator[Step]:
    """Sources that have a part in what they claim, or back somebody who has: said, never merged."""
    acting: set[str] = set()
    for account in told:
        if dict(account.claim.values).get("as_told"):
            continue  # who is meant by the grammar alone, a pronoun most of all, is not sure enough
        for key, value in account.claim.values:
            if key in ACTING:
                acting |= {
                    v
                    for v in (value if isinstance(value, tuple) else (value,))
                    if isinstance(v, str) and v[:1].isupper()
                }
    sources = {key: tuple(sorted(phrases)) for key, phrases in tally.named.items()}
    sources |= dict.fromkeys(tally.cited, ())
    for key in sorted(sources):
        body = describe(tally.shown[key], sources[key])
        found = next(filter(None, (party_to(body, name) for name in sorted(acting))), None)
        if found is not None:
            yield Step(found, StepKind.PARTY, body.name)
            continue
        for name in sorted(acting):
            for backer in sorted(backers.get(folded(name), ())):
                if party_to(body, backer) is not None:
                    said = f"{body.name} may be an interested party: {name} is said to be backed by {backer}"
                    yield Step(said, StepKind.PARTY, body.name)


def _first(told: Sequence[Account], corpus: Corpus) -> str | None:
    """The document that said it first; None where dates do not tell, unless all others of that day are copies of it."""
    dated = sorted({(a.document.published.date, a.document.id) for a in told if a.document.published})
    if not dated:
        return None
    earliest = {document for date, document in dated if date == dated[0][0]}
    if len(earliest) > 1:
        stated = (d for d in corpus.descents if d.basis is not DescentBasis.SHARED_TEXT)  # that of one day says nothing
        copies = {d.copy for d in stated if d.exemplar in earliest}
        earliest -= {c for c in copies if c is not None}
    return earliest.pop() if len(earliest) == 1 else None


def _counting(counted: Sequence[str], least: int, most: int) -> str:
    reach = f"{least}" if least == most else f"{least}–{most}"
    return f"origins {reach}: {listed(sorted(counted)) or 'none that can be told from another'}"


def _count(number: int, word: str, plural: str = "") -> str:
    return f"{number} {word if number == 1 else plural or word + 's'}"
