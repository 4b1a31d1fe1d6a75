"""The families of sentences as stories of one-sentence articles, and which of their claims say the same.

Every sentence is an article of its own, by an outlet of its own, of the day that its story states. A sentence without a
full stop stands as a headline. What Sayso finds there is collated as one story a family file's ``story``.
"""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from sayso.documents.formats.objects import read_object
from sayso.pipeline import annotate, collate
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.readying import find_facts
from sayso.relations.claims.whereabouts import suppose_places
from sayso.types import Annotated, Attribution, Member
from sayso.vocab import MemberKind

#: What stands below a headline, so that it is one.
BODY = "A word from our town desk today about all this, with more to follow in a short while."
#: Curly quotation marks and the straight ones.
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
#: A claim stands for an account where it holds this share of the account's words, less those that say who says so.
HELD = 0.6

Thing = TypeVar("Thing")


class Account(NamedTuple):
    """One sentence: of which claim of which story, and how it stands to it (``=``, ``contra`` or ``near``). ``start``
    and ``end`` are those of the words that make the claim."""

    story: str
    claim: str
    stance: str
    text: str
    start: int
    end: int


class Told(NamedTuple):
    """A story: its name, domain, day and accounts."""

    name: str
    domain: str
    day: str
    accounts: tuple[Account, ...]


def family_files(folder: Path, parts: int | None = None) -> list[Path]:
    """The files ``families-*.txt`` by name, up to the part of a number."""
    files = sorted(folder.glob("families-*.txt"))
    return [file for file in files if parts is None or int(file.stem.rpartition("-")[2]) <= parts]


def read_stories(folder: Path, parts: int | None = None) -> list[Told]:
    """All stories of some families. Raises ValueError for a line that is none of its kinds."""
    return [told for file in family_files(folder, parts) for told in _read(file)]


def _read(file: Path) -> Iterator[Told]:
    name, domain, day, claim, stance = "", "", "", "", ""
    accounts: list[Account] = []
    for line in [*file.read_text("utf-8").splitlines(), "story end"]:
        kind, _, rest = line.partition(" ")
        if kind == "story":
            if name:
                yield Told(name, domain, day, tuple(accounts))
            name, domain, day = [*rest.split(), "", ""][:3]
            domain, day, accounts = domain.partition("=")[2], day.partition("=")[2], []
        elif kind in ("claim", "contra", "near"):
            claim, stance = rest.strip(), "=" if kind == "claim" else kind
        elif kind in ("=", "!"):
            accounts.append(_account(name, claim, stance, rest.strip()))
        elif line.strip() and kind != "#":
            raise ValueError(f"{file.name}: {line}")


def _account(story: str, claim: str, stance: str, sentence: str) -> Account:
    before, opened, rest = sentence.partition("[")
    if not opened:
        return Account(story, claim, stance, sentence, 0, len(sentence))
    inside, _, after = rest.partition("]")
    return Account(story, claim, stance, before + inside + after, len(before), len(before) + len(inside))


def page_of(number: int, account: Account, day: str) -> Annotated:
    """The account as an article that Sayso has annotated."""
    headline = not re.search(r"[.!?…][\"'”’»]?$", account.text)
    thing: dict[str, object] = {
        "id": f"{account.story}-{number}", "publisher": f"Outlet {number}", "published": day, "prose": not headline,
    }  # fmt: skip
    thing |= {"title": account.text, "text": f"{account.text}\n\n{BODY}"} if headline else {"text": account.text}
    page = read_object(thing).page
    if page is None:
        raise ValueError(f"not read: {account.text}")
    return annotate(page)


def annotated(told: Told, cache: Path | None) -> list[Annotated]:
    """The story's articles, from the cache where they were annotated before."""
    return kept(cache, repr(told), lambda: [page_of(n, account, told.day) for n, account in enumerate(told.accounts)])


def kept(cache: Path | None, key: str, make: Callable[[], Thing]) -> Thing:
    """What is made of something with this key, from the cache where it was made before."""
    file = cache / f"{hashlib.sha256(key.encode()).hexdigest()[:20]}.pickle" if cache else None
    if file is not None and file.exists():
        found: Thing = pickle.loads(file.read_bytes())
        return found
    made = make()
    if file is not None:
        file.write_bytes(pickle.dumps(made))
    return made


def facts_of(told: Told, pages: Iterable[Annotated]) -> tuple[list[Fact], list[tuple[int, ...]]]:
    """All facts of the story, and for each account the numbers of those that stand for it."""
    pages = list(pages)
    facts = facts_of_story(pages)
    held: dict[str, list[int]] = {}
    for number, fact in enumerate(facts):
        held.setdefault(fact.document.id, []).append(number)
    return facts, [
        _standing(account, page, facts, held.get(page.document.id, []))
        for account, page in zip(told.accounts, pages, strict=True)
    ]


def facts_of_story(pages: Sequence[Annotated], told: Sequence[Attribution] = ()) -> list[Fact]:
    """What some articles claim, taken for one story; ``told`` are the attributions that tell who says what."""
    story = [
        Member(cluster=MemberKind.STORY, cluster_id="one", member_id=p.document.id, name="one", detail="given")
        for p in pages
    ]
    mentions, claims = [m for p in pages for m in p.mentions], [c for p in pages for c in p.claims]
    entities = collate(pages, ("entities",)).entities
    return suppose_places(find_facts([p.document for p in pages], claims, story, entities, mentions, told))


def _standing(account: Account, page: Annotated, facts: list[Fact], held: list[int]) -> tuple[int, ...]:
    wanted = wanted_of(account, page)
    found: dict[int, list[int]] = {}
    for number in held:
        ours = letters(page.document.text, [(s.start, s.end) for s in facts[number].claim.content])
        if wanted and len(wanted & ours) >= HELD * len(wanted):
            found.setdefault(len(ours), []).append(number)
    return tuple(found[min(found)]) if found else ()


def wanted_of(account: Account, page: Annotated) -> set[int]:
    """The letters of the page that make an account's claim, less those that say who says so; none where the page has
    not its words."""
    text = page.document.text
    at = text.translate(STRAIGHT).find(account.text.translate(STRAIGHT))
    if at < 0:
        return set()
    start, end = at + account.start, at + account.end
    return letters(text, [(start, end)]) - letters(text, attributing(page, start, end))


def attributing(page: Annotated, start: int, end: int) -> list[tuple[int, int]]:
    """The words of a stretch that say who says it, with whom: no claim holds "the minister said"."""
    inside = (a for a in page.attributions if all(start <= s.start and s.end <= end for s in a.content))
    return [(s.start, s.end) for a in inside for s in (*a.cue, *a.source)]


def letters(text: str, ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {i for start, end in ranges for i in range(start, end) if not text[i].isspace()}
