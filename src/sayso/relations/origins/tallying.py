"""What stands behind the accounts of one claim: who is named, cited, unnamed, or speaks in an outlet's own voice, and
which of these ``max`` counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.relations.claims.matching import FREELY_TOLD
from sayso.relations.names.introductions import Introduction, reports
from sayso.relations.origins.naming import hidden
from sayso.relations.origins.onenames import full_names, one_names
from sayso.relations.origins.testimony import Telling, Testimony
from sayso.relations.origins.voices import Account, Corpus
from sayso.relations.parted import Parted
from sayso.relations.words.senses import stem, telling_words
from sayso.relations.words.spellings import folded
from sayso.spans import text_of
from sayso.types import Document
from sayso.vocab import Manner, StepKind

#: This many names are spelt out in one sentence of a derivation.
LISTED = 12
#: This many words in a row that two accounts of something said or done have in common are one text, whoever is named.
RUN = 8
#: Fewer are, where they are quoted from both, or all that either tells; and so many of all that tell something.
QUOTED, WHOLE, SAID = 5, 6, 3
REPORTS = "is introduced as one who reports what others say, and may rest on any other source"


class Step(NamedTuple):
    """A step of the derivation of a ladder: its sentence, what it tells, and of whom where it is of one source."""

    words: str
    what: StepKind
    whom: str = ""


@dataclass(slots=True)
class Tally:
    """What is counted of one claim. Keys are folded names; ``shown`` is how each reads."""

    named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # body → phrases that introduce it
    relays: list[tuple[str, str]] = field(default_factory=list)  # (body, the body it cites)
    cited: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # outlet → voices that cite it
    passing: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # outlet → sources it passes on
    own: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # voice → documents
    resting: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # voice → whom its text names for it
    unnamed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # through which voice → documents
    runs: dict[tuple[str, str], dict[str, set[str]]] = field(
        default_factory=dict
    )  # text where it must be one, words that are enough to be one → document → bodies that say them
    worded: dict[tuple[str, str], str] = field(default_factory=dict)  # such words → how the first account has them
    doubts: dict[str, str] = field(default_factory=dict)  # body → why none of its accounts bears the claim out
    together: list[tuple[str, str]] = field(default_factory=list)  # bodies that a sentence names for one statement
    tellings: dict[str, list[Telling]] = field(
        default_factory=lambda: defaultdict(list)
    )  # body → what each of its accounts says
    people: set[str] = field(default_factory=set)
    introduced: dict[str, list[Introduction]] = field(default_factory=dict)  # body → how any text introduces it
    shown: dict[str, str] = field(default_factory=dict)


def _shown(voice: str, document: Document) -> str:
    """A voice as a reader knows it: a text whose publisher is not known goes by its file or its caller's name."""
    return f"publisher of {document.label}" if voice == document.id and document.label else voice


def tally_of(told: Sequence[Account], voices: Parted, corpus: Corpus) -> Tally:
    """What stands behind some accounts of one claim; ``voices`` are outlets whose own words on it are one text."""
    tally = Tally()
    known = _known_names(told, corpus)
    sourced = _sourced(told, corpus)
    testimony = Testimony(corpus)
    for account in told:
        voice = voices.find(account.voice)
        tally.shown.setdefault(folded(voice), _shown(voice, account.document))
        _pass_on(tally, account, voices, corpus)
        if not account.sources and account.text in sourced:
            tally.resting[folded(voice)] |= sourced[account.text]
            continue
        if not account.sources:
            tally.own[folded(voice)].add(account.document.id)
            continue
        bodies = _follow(account, known, tally, voices, corpus)
        if bodies:
            testimony.hear({body: tally.shown[body] for body in bodies}, account)
        for text, run, worded in _runs(account, corpus) if bodies else ():
            tally.runs.setdefault((text, run), {}).setdefault(account.document.id, set()).add(bodies[-1])
            tally.worded.setdefault((text, run), worded)
    tally.doubts, tally.together, tally.tellings = testimony.doubts(), testimony.together(), testimony.tellings
    tally.people = {key for key in tally.named if corpus.is_person(tally.shown[key])}
    tally.introduced = {key: corpus.introductions[key] for key in tally.named if key in corpus.introductions}
    for key, introduced in tally.introduced.items():
        if reports(introduced):
            tally.doubts.setdefault(key, REPORTS)
    return tally


def _known_names(told: Sequence[Account], corpus: Corpus) -> dict[str, str]:
    """The sources of some accounts that are surely known by another name there → that name."""
    names = {name for a in told for name in a.sources if not (hidden(name) or corpus.is_press(name))}
    short = full_names(names)
    people = {name for name in names if corpus.is_person(name)}
    others = one_names({short.get(name, name) for name in names}, people, corpus.introductions)
    return {name: others.get(full, full) for name, full in short.items()} | others


def _follow(account: Account, known: Mapping[str, str], tally: Tally, voices: Parted, corpus: Corpus) -> list[str]:
    """Enters the sources of an account; the keys of the bodies that it names, nearest first."""
    voice = voices.find(account.voice)
    via, bodies = voice, list[str]()
    for number, name in enumerate(account.sources):
        last = number + 1 == len(account.sources)
        name = name if corpus.bodies.apart(name, known.get(name, name)) else known.get(name, name)
        if hidden(name):
            if last and not bodies:  # whoever stands unnamed behind a body that is named is counted with it
                _unnamed(account, via, tally, voices, corpus)
        elif corpus.is_press(name):
            tally.shown.setdefault(folded(voices.find(name)), name)
            if last:
                tally.cited[folded(voices.find(name))].add(voice)
            via = name
        else:
            key = folded(name)
            tally.shown.setdefault(key, name)
            tally.named[key] |= {account.phrase, *corpus.introduced.get(key, ())} - {""}
            if bodies:
                tally.relays.append((bodies[-1], key))
            bodies.append(key)
    return bodies


def _unnamed(account: Account, via: str, tally: Tally, voices: Parted, corpus: Corpus) -> None:
    """Enters a source without a name, through the account's own voice or an outlet that it cites: whom a held outlet
    does not name, its own text tells."""
    voice, key = voices.find(account.voice), folded(voices.find(via))
    if via != voice and corpus.holds(via):
        tally.cited[key].add(voice)
    else:
        tally.unnamed[key].add(account.document.id)
        tally.shown.setdefault(key, via)


def _sourced(told: Sequence[Account], corpus: Corpus) -> dict[str, set[str]]:
    """Text → the bodies that one of its copies names for the claim: what another copy, or another line, says without a
    source rests on them."""
    out: dict[str, set[str]] = defaultdict(set)
    for account in told:
        named = account.sources[-1] if account.sources else ""
        if named and not hidden(named) and not corpus.is_press(named):
            out[account.text].add(named)
    return dict(out)


def _runs(account: Account, corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """All words of an account that are enough to be one text, as they are compared and as they read: so many in a row,
    or all that tell something ("we spoke of her faith", "he had spoken of her faith"); in copies of one text all its
    words, however few. Elsewhere a toll may be put in the same few words by two who do not know of each other."""
    told = text_of(account.document.text, account.claim.content)
    words = re.findall(r"\w+", told.lower())
    whole = " ".join(words)
    yield account.text, whole, whole
    attribution = corpus.attributions.get(account.claim.attribution_id or "")
    quoted = attribution is not None and attribution.manner is not Manner.INDIRECT
    if account.claim.slot not in FREELY_TOLD and not quoted:
        return
    said = [stem(word) for word in telling_words(told)] if account.claim.slot in FREELY_TOLD else []
    if len(said) >= SAID or len(words) >= WHOLE:
        yield "", " ".join(said) if len(said) >= SAID else whole, whole
    for run in (QUOTED, RUN) if quoted else (RUN,):  # what one quotes another may tell in his own words
        for start in range(len(words) - run + 1):
            row = " ".join(words[start : start + run])
            yield "", row, row


def _pass_on(tally: Tally, account: Account, voices: Parted, corpus: Corpus) -> None:
    """Outlets that stand before the farthest source of an account, or before the outlet whose words it is."""
    farthest = account.sources[-1] if account.sources else account.voice
    ahead = [account.publisher, *map(corpus.press.name, account.document.provenance), account.voice]
    cited = () if hidden(farthest) else account.sources[:-1]
    for name in (*ahead, *cited):
        if name and corpus.is_press(name) and folded(voices.find(name)) != folded(voices.find(farthest)):
            tally.passing[folded(voices.find(name))].add(farthest)


def named_origins(tally: Tally, corpus: Corpus) -> tuple[list[str], list[str]]:
    """The names that max counts, and sentences on what it, or min, leaves out."""
    counted = [tally.shown[key] for key in sorted(tally.named)]
    left: list[str] = []
    counted += [f"{tally.shown[key]} (own voice)" for key in sorted(tally.own)]
    if tally.own and (tally.named or len(tally.own) > 1):
        said = listed([tally.shown[k] for k in tally.own])
        left.append(f"{said}: own voice without a source, which may rest on any other; in max only")
    for key in sorted(set(tally.resting) - set(tally.own)):
        named = listed(sorted(tally.resting[key]))
        left.append(f"{tally.shown[key]}: own voice in a text that names {named} for it: counted there")
    for key in sorted(set(tally.cited) - set(tally.own) - set(tally.unnamed)):
        farther = tally.passing.get(key, set())
        if farther:
            passed = listed(sorted(farther))
            left.append(f"{tally.shown[key]} is cited without a source, and is seen to pass on {passed}: counted there")
        elif corpus.holds(tally.shown[key]) and (tally.named or tally.own or tally.unnamed):
            left.append(
                f"{tally.shown[key]} is cited, and the claim is not found in its own text, which is held: not counted"
            )
        else:
            counted.append(tally.shown[key])
            if tally.named:
                left.append(f"{tally.shown[key]} is an outlet, which may rest on any other source; in max only")
    counted += [f"unnamed ({tally.shown[key]})" for key in sorted(tally.unnamed)]
    if tally.unnamed:
        through = listed([tally.shown[k] for k in tally.unnamed])
        left.append(f"unnamed sources through {through}: unknown is never independent; in max only")
    return counted, left


def listed(names: Sequence[str]) -> str:
    """Names in a row, the first LISTED of them."""
    shown = list(names[:LISTED])
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
