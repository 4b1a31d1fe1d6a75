"""Who is quoted, by whom, how often and in which words; and what each outlet calls the same body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.exports.payload.shapes import Form, Naming, SourceData
from sayso.exports.shown import Account, ClaimView, RecordView, StoryView, name_of
from sayso.exports.tallies import form_of, spellings
from sayso.exports.visible import cut, name_shown, said_shown, shown
from sayso.spans import text_of
from sayso.types import Mention
from sayso.vocab import Category, Level, StepKind

CUES = 8  # cues of one source
NAMED = 60  # entities of the naming table
FORMS = 16  # forms of one entity
WIDTH = 80  # characters of a cue or a form

#: The categories of entities for which outlets choose their words.
NAMEABLE = (Category.GROUP, Category.ORGANISATION, Category.PERSON, Category.EVENT, Category.LOCATION)


def sources_of(story: StoryView) -> list[SourceData]:
    """The farthest sources of the story's accounts, the most quoted first."""
    rows = [_source(name, told) for name, told in story.accounts_by_source().items()]
    return sorted(rows, key=lambda row: (-row["accounts"], row["name"]))


def _source(name: str, told: list[tuple[ClaimView, Account]]) -> SourceData:
    outlets = Counter(name_shown(name_of(account.document)) for _, account in told)
    cues = [cue for _, account in told if (cue := _cue(account))]
    spelled = spellings(cues)
    hedges = Counter(account.hedge for _, account in told if account.hedge)
    ladders = [claim.ladder for claim, _ in told if claim.ladder]
    party = {step for ladder in ladders for step in ladder.steps(StepKind.PARTY, whom=name)}
    return {
        "name": name_shown(name),
        "accounts": len(told),
        "claims": sorted({claim.number for claim, _ in told}),
        "outlets": _ranked(outlets),
        "cues": _ranked(Counter(spelled[cue] for cue in cues), CUES),
        "hedges": _ranked(hedges),
        "party": [said_shown(step) for step in sorted(party)],
    }


def _cue(account: Account) -> str:
    if account.attribution is None or not account.attribution.cue:
        return ""
    words = " ".join(text_of(account.document.text, account.attribution.cue).split())
    return cut(shown(words[:1].lower() + words[1:]), WIDTH)  # a cue may begin its sentence


def _ranked(counted: Counter[str], most: int | None = None) -> dict[str, int]:
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:most])


def naming_of(found: RecordView, story: StoryView) -> list[Naming]:
    """The entities that go by several names or descriptions: which outlet uses which, and how often."""
    entities: dict[str, list[tuple[str, Mention, str]]] = defaultdict(list)
    for document in story.documents:
        for mention in found.mentions.get(document.id, ()):
            if mention.level is not Level.PRONOUN and mention.category in NAMEABLE:
                entity = found.entities.get(mention.id, mention.name)
                form = form_of(text_of(document.text, mention.span))
                entities[entity].append((name_of(document), mention, form))
    rows = [_naming(held) for _, held in sorted(entities.items())]
    rows = [row for row in rows if len(row["forms"]) > 1]
    rows.sort(key=lambda row: (-sum(sum(f["outlets"].values()) for f in row["forms"]), row["name"]))
    return rows[:NAMED]


def _naming(held: Sequence[tuple[str, Mention, str]]) -> Naming:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    levels: dict[str, str] = {}
    names: Counter[str] = Counter()
    categories: Counter[str] = Counter()
    spelled = spellings(words for _, _, words in held)
    for outlet, mention, words in held:
        form = cut(shown(spelled[words]), WIDTH)
        forms[form][name_shown(outlet)] += 1
        if levels.get(form) != Level.NAME.value:
            levels[form] = mention.level.value
        names[mention.name] += 1
        categories[mention.category.value] += 1
    ranked = sorted(forms.items(), key=lambda item: (-item[1].total(), item[0]))
    rows: list[Form] = [{"words": f, "level": levels[f], "outlets": _ranked(outlets)} for f, outlets in ranked[:FORMS]]
    return {
        "name": name_shown(min(names, key=lambda n: (-names[n], n))),
        "category": min(categories, key=lambda c: (-categories[c], c)),
        "forms": rows,
    }
