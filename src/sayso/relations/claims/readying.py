"""Claims made ready to be compared: one fact each, with what its document and its story say of it."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso import spans
from sayso.relations.claims.days import ordinal, window_of
from sayso.relations.claims.facts import LOOKED, NAMES, PLACES, ROLES, Fact, each, signed
from sayso.relations.claims.reading import read_of
from sayso.relations.claims.referring import Pronouns, with_names
from sayso.relations.names.fighters import bodies_of_fighters
from sayso.relations.names.spokesmen import spoken_for
from sayso.relations.names.towns import town_meant, towns_of
from sayso.relations.words.meanings import passage
from sayso.relations.words.senses import senses
from sayso.relations.words.spellings import WORD, folded, spelling
from sayso.types import Attribution, Claim, Document, Member, Mention, Span, Value
from sayso.vocab import Category, Slot

#: Who says of herself what she claims.
OURS = re.compile(r"^\W*(?:it|they|we)\b|\b(?:ours|our (?:hands|control|forces|fighters|flag|men))\b", re.IGNORECASE)


#: Who speaks of what she does herself.
MYSELF = re.compile(r"\W*I(?: |['’](?:m|ve|ll|d)\b)")


#: What introduces what is said.
THAT = "that "


POSSESSIVE = re.compile("['’]s\\b")


def find_facts(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    stories: Sequence[Member],
    entities: Sequence[Member],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution] = (),
) -> list[Fact]:
    """One fact a claim, in an order that does not depend on that of the claims. Where ``attributions`` introduce who
    speaks, "our" town is that of the body that she speaks for."""
    by_id = {d.id: d for d in documents}
    story_of = {m.member_id: m.cluster_id for m in stories}
    names, groups = _unified(entities, mentions)
    groups |= bodies_of_fighters(by_id, mentions, names)
    out = []
    claims = list(claims)
    known = _Names(names, groups, spoken_for(attributions, mentions, by_id), Pronouns(mentions))
    begins = {a.id: a.content[0].start for a in attributions if a.content}
    towns = _towns(claims, by_id, story_of)
    settings: dict[str, Context] = {}
    for claim in claims:
        document = by_id.get(claim.content[0].document_id) if claim.content else None
        if document is not None:
            if document.id not in settings:
                settings[document.id] = _setting(document, story_of, towns)
            told = _told(claim, document, begins.get(claim.attribution_id or ""))
            out.append(_fact(claim, document, told, settings[document.id], known))
    return sorted(_in_stories(out), key=_in_order)


def _in_order(fact: Fact) -> tuple[object, ...]:
    """Facts in order of what they say, when and where: ids come last, since they differ with the address of a page."""
    document, start = fact.document, fact.claim.content[0].start
    said = fact.signature, fact.published or 0, fact.text, document.publisher or "", document.label
    return *said, start, document.id, fact.claim.id


def _in_stories(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts, some of which are not to be read where a story has very many. Headlines do not count: they never
    change how texts are grouped."""
    texts: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if not fact.headline:
            texts[fact.story].add(fact.text)
    held = {story: read_of(said) for story, said in texts.items()}
    for fact in facts:
        yield fact if fact.headline or fact.text in held[fact.story] else dataclasses.replace(fact, read=False)


class Context(NamedTuple):
    """What the claims of one document have in common: its story, its text below the headline as ``spelling`` has it,
    the town that it means by "the town" where only its story says which, and the senses of its headline."""

    story: str
    body: str
    town: str | None
    about: frozenset[str]


class _Names(NamedTuple):
    """Names as they are across documents, the armed groups among them, for whom people speak, and whom pronouns
    mean."""

    unified: Mapping[tuple[str, str], str]
    armed_groups: frozenset[str]
    spoken_for: Mapping[tuple[str, str], str]
    pronouns: Pronouns


def _setting(document: Document, story_of: Mapping[str, str], towns: Mapping[str, str]) -> Context:
    head = document.headline or ""
    body = document.text.replace(head, " ", 1) if head else document.text
    return Context(story_of.get(document.id, document.id), spelled(body), towns.get(document.id), senses(head))


def _towns(claims: Iterable[Claim], by_id: Mapping[str, Document], story_of: Mapping[str, str]) -> dict[str, str]:
    """For documents with a claim on "the town" that they do not name as one: the town that their story calls so."""
    unsure = {c.content[0].document_id for c in claims if c.content and dict(c.values).get("place_kind")}
    told: dict[str, list[Document]] = defaultdict(list)
    for document in by_id.values():
        told[story_of.get(document.id, document.id)].append(document)
    out: dict[str, str] = {}
    for story in sorted({story_of.get(i, i) for i in unsure if i in by_id}):
        towns = towns_of(told[story])
        for document in told[story]:
            town = town_meant(document, towns) if document.id in unsure else None
            if town is not None:
                out[document.id] = town
    return out


def _unified(
    entities: Sequence[Member], mentions: Sequence[Mention]
) -> tuple[dict[tuple[str, str], str], frozenset[str]]:
    """(document, name there) → name of the entity across documents; and the folded names of armed groups."""
    cluster_name = {m.member_id: m.name for m in entities if m.name}
    names: dict[tuple[str, str], str] = {}
    groups = set()
    for mention in sorted(mentions, key=lambda m: (m.span, m.id)):
        name = cluster_name.get(mention.id, mention.name)
        names.setdefault((mention.span.document_id, mention.name), name)
        if mention.category is Category.GROUP:
            groups.add(folded(name))
    return names, frozenset(groups)


def _told(claim: Claim, document: Document, begins: int | None) -> Sequence[Span]:
    """Where the words of a claim stand, without those by which it is told: what "denied that it had burnt" denies.
    ``begins``: where what is laid to its source begins."""
    first = claim.content[0]
    if begins is None or not first.start < begins < first.end:
        return claim.content
    if document.text.startswith(THAT, begins):
        begins = min(begins + len(THAT), first.end)
    return Span(first.document_id, begins, first.end), *claim.content[1:]


def _fact(
    claim: Claim,
    document: Document,
    told: Sequence[Span],
    setting: Context,
    known: _Names,
) -> Fact:
    names, text = known.unified, spans.text_of(document.text, told)
    named = _values_named(claim, lambda name: _name(document.id, name, names))
    named |= _ours(claim, document, named, known)
    if named.get("place_kind") and setting.town is not None:
        named |= {"place": (setting.town,), "place_inherited": True}
    named |= _myself(claim, text, named, lambda name: _name(document.id, name, names))
    words = senses(text)
    held = (v for k, v in named.items() if k in NAMES or k in PLACES)
    bare = frozenset().union(*(senses(n) for v in held for n in each(v) if n[:1].isupper()))
    fact = Fact(
        claim=claim,
        document=document,
        story=setting.story,
        values=named,
        window=window_of(named.get("time")),
        published=ordinal(document.published.date) if document.published else None,
        words=words,
        said=words - bare,
        body=setting.body,
        armed_groups=known.armed_groups,
        signature="",
        text=text,
        passage=passage(
            document.text,
            [(span.start, span.end) for span in told],
            with_names(document.text, claim, told, known.pronouns),
        ),
        about=setting.about,
        people=_people(named),
    )
    return signed(fact)


def _values_named(claim: Claim, name_of: Callable[[str], str]) -> dict[str, Value]:
    """The values of a claim, with the names that all documents know their bearers by."""
    named: dict[str, Value] = {}
    worded = any(key in ("predicate", "as_told") for key, _ in claim.values)
    for key, value in claim.values:
        if worded and key in ROLES[1:]:
            continue  # what is compared by its words is compared by everybody named in it
        if key in NAMES and isinstance(value, str):
            value = name_of(value)
        elif key in NAMES and isinstance(value, tuple):
            value = tuple(name_of(v) for v in value)
        named[key] = value
    return named


def _ours(claim: Claim, document: Document, named: Mapping[str, Value], known: _Names) -> dict[str, Value]:
    """The holder of what somebody says that her own side holds: "the army said it still held the town"."""
    if claim.slot is not Slot.CONTROL or claim.attribution_id is None or not claim.chain:
        return {}
    speaker, names = claim.chain[-1], known.unified
    side = known.spoken_for.get((document.id, speaker), "" if speaker.startswith("unnamed") else speaker)
    spoken = OURS.search(spans.text_of(document.text, claim.content)[:LOOKED])
    own = named.get("holder") == _name(document.id, speaker, names)
    meant = side and (own or (spoken and not named.get("holder")))
    return {"holder": _name(document.id, side, names)} if meant else {}


def _myself(claim: Claim, text: str, named: Mapping[str, Value], unified: Callable[[str], str]) -> dict[str, Value]:
    """The doer of what somebody says that she did herself: "I have won"."""
    told = claim.slot is Slot.OCCURRENCE and claim.attribution_id is not None and MYSELF.match(text) is not None
    if not told or named.keys() & {"agent", "thing"} or not claim.chain or not claim.chain[-1][:1].isupper():
        return {}
    return {"agent": unified(claim.chain[-1])}


def _people(values: Mapping[str, Value]) -> tuple[str, ...]:
    around = each(values.get("scenery"))
    named = (name for key in ROLES for name in each(values.get(key)) if name not in around)
    return tuple(dict.fromkeys(name for name in named if name[:1].isupper()))


def spelled(text: str) -> str:
    """A text as ``spelling`` has it, for looking up names in it."""
    return f" {' '.join(map(spelling, WORD.findall(POSSESSIVE.sub(' ', text))))} "


def _name(document_id: str, name: str, names: Mapping[tuple[str, str], str]) -> str:
    return names.get((document_id, name), name)
