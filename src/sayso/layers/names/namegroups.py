"""Which names of a document are one: by entry and spelling, by what the text defines, by surname, initials, words."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise

from sayso.layers.names.namebook import plain, roles, words_of
from sayso.layers.names.nationbodies import settled_noun
from sayso.layers.names.personal import given_gender
from sayso.layers.names.shortforms import is_short_for
from sayso.layers.names.stretches import COMPANY_ENDS, PARTICLES, Candidate
from sayso.spelling import fold, sounded
from sayso.vocab import Category

SMALL = frozenset({"of", "for", "on", "and", "the", "to", "in", "a", "an", "de", "del", "la", "at", "by", "s"})

#: ``X, also known as Y``: what stands between two names of one thing.
ALIAS_LINK = re.compile(
    r"\s*(?:\([^()]{0,60}\)\s*)?[,(\[]?\s*"
    r"(?:(?:also|otherwise|previously|formerly|better|locally|officially|commonly|now|then)?\s*"
    r"(?:known|called|referred to)(?: in \w+)?(?: simply)?(?: as| by)?|"
    r"a\.?k\.?a\.?|alias|officially(?: the)?|formerly(?: the)?|previously|or simply|now called|nicknamed|"
    r"short for|acronym:?)"
    r"\s*(?:the\s+)?[\"'“‘]?\s*",
    re.I,
)

BODIES = (Category.ORGANISATION, Category.GROUP)


class Groups:
    """A union of candidates, with the reasons."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.items = candidates
        self.parent = list(range(len(candidates)))
        self.why: dict[int, str] = {}

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int, why: str) -> None:
        a, b = sorted((self.root(i), self.root(j)))
        if a != b:
            self.parent[b] = a
            self.why.setdefault(max(i, j), why)

    def groups(self) -> dict[int, list[int]]:
        out: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self.items)):
            out[self.root(i)].append(i)
        return out


def join_same(groups: Groups, categories: Sequence[Category]) -> None:
    """Names of one entry or one spelling. A person's name of one word may be anybody's (:func:`join_people`)."""
    first: dict[tuple[str, ...], int] = {}
    for i, c in enumerate(groups.items):
        if not c.key and categories[i] is Category.PERSON and len(person_words(c.text)) == 1:
            continue
        keys = [c.key] if c.key else [("name", _shape(categories[i]), _spelling(c, categories[i]))]
        if c.key and c.category is not Category.NATIONALITY and c.origin == "lexicon":
            keys.append(("name", _shape(c.category), _spelling(c, c.category)))
        for key in keys:
            if key in first:
                groups.join(first[key], i, f"the same name as {groups.items[first[key]].text!r}")
            else:
                first[key] = i


def _shape(category: Category) -> str:
    return "body" if category in BODIES else category.value


def _spelling(candidate: Candidate, category: Category) -> str:
    """What all spellings of one name share. Places go by their sound: ``Deir ez-Zor``, ``Deyr ez Zor``."""
    if category is Category.LOCATION:
        words = fold(candidate.text)
        return sounded(words) or words
    words = plain(candidate.text).removesuffix(" s").removeprefix("the ")
    return _settled_body(words) if category in BODIES else words


def _settled_body(name: str) -> str:
    """A body's name, folded: without the word for its legal form, one order for the nouns of a ministry."""
    words = name.split()
    while len(words) > 2 and words[-1] in COMPANY_ENDS:
        words.pop()
    return settled_noun(" ".join(words))


def join_defined(text: str, groups: Groups, categories: list[Category]) -> None:
    """``Long Name (ABC)``, ``IS [Daesh]``, ``X, also known as Y``."""
    items = groups.items
    named = [i for i, category in enumerate(categories) if category is not Category.NATIONALITY]
    for i, j in pairwise(named):
        left, right = items[i], items[j]
        if left.sentence is not right.sentence or right.start < left.core_end:
            continue
        gap = text[left.end : right.start]
        if len(gap) > 80:
            continue
        gap = re.sub(r"\s+", " ", gap)  # so that the patterns have no long white space to try
        if ALIAS_LINK.fullmatch(gap) and not (left.entry and right.entry and left.entry != right.entry):
            _level(groups, categories, i, j)
            groups.join(i, j, f"the text calls {left.text!r} that as well")
            continue
        if _shape(categories[i]) != _shape(categories[j]):
            continue
        gap = gap.removesuffix("the ")
        closed = text[right.end : right.end + 1]
        bracketed = re.fullmatch(r"\s*[(\[][\"'“‘]?", gap) and closed in ")],;\"'”’"
        if bracketed and (
            is_short_for(right.text, left.text)
            or is_short_for(left.text, right.text)
            or (left.entry and left.entry == right.entry)
        ):
            groups.join(i, j, f"the text gives it as another form of {left.text!r}")


def _level(groups: Groups, categories: list[Category], i: int, j: int) -> None:
    """One category for two names of one thing: the lexicon's, a person's where no noun of a body speaks against it."""
    left, right = groups.items[i], groups.items[j]
    if Category.PERSON in (categories[i], categories[j]) and max((left.votes + right.votes).values(), default=0) < 3:
        categories[i] = categories[j] = Category.PERSON
    elif right.entry is None:
        categories[j] = categories[i]
    elif left.entry is None:
        categories[i] = categories[j]


def join_people(groups: Groups, categories: Sequence[Category]) -> None:
    """A part of a name goes to the one person whose full name has it, of several to one; its mentions with one title
    together: "Mrs. Moss" may be another than "Moss"."""
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, category in enumerate(categories):
        if category is Category.PERSON:
            for name in dict.fromkeys((groups.items[i].text, _whole(groups.items[i]))):
                by_words[person_words(name)].append(i)
    by_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in by_words:
        for word in {*words[:1], *words[-1:]}:
            by_word[word].append(words)
    for words, members in by_words.items():
        if not words:
            continue
        longer = {w for key in (words[0], words[-1]) for w in by_word[key] if len(w) > len(words)}
        hosts = sorted(w for w in longer if _part_of(words, w))
        one = all(_compatible(a, b) for a, b in combinations(hosts[:20], 2))
        named = sorted(j for host in hosts for j in by_words[host])
        loose: list[int] = []
        for alike in _by_title(groups.items, members):
            fitting = [j for j in named if not any(_disagree(groups.items[i], groups.items[j]) for i in alike)]
            if not fitting:
                loose += alike
                continue
            j = fitting[0] if one else _meant(groups.items, alike, fitting)
            doubt = "" if one else ", of several that it may be a part of"
            for i in alike:
                groups.join(i, j, f"a part of the name {groups.items[j].text!r}{doubt}")
        if len(words) == 1:
            _join_loose(groups, loose)


def _by_title(items: Sequence[Candidate], members: Sequence[int]) -> list[list[int]]:
    """The mentions of one short name, those with one title and gender together."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in members:
        alike[items[i].gender, items[i].title].append(i)
    return list(alike.values())


def _meant(items: Sequence[Candidate], alike: Sequence[int], fitting: Sequence[int]) -> int:
    """Which of the full names a short one is of: one with its title, as a surname rather than a given name; of those
    the one that is named last before all of its mentions, else the one named first, whose story it is and who need not
    be told from the others."""
    title, short = items[alike[0]].title, person_words(items[alike[0]].text)
    fitting = [j for j in fitting if title and _bears(items[j], title)] or fitting
    fitting = [j for j in fitting if person_words(_whole(items[j]))[-1:] == short[-1:]] or fitting
    beside = {items[fitting[max(0, bisect.bisect_left(fitting, i) - 1)]].sentence.index for i in alike}
    nearest = [next(j for j in fitting if items[j].sentence.index == at) for at in sorted(beside)]
    agreed = len(alike) > 1 and len({person_words(_whole(items[j])) for j in nearest}) == 1
    return nearest[0] if agreed else fitting[0]


def _bears(item: Candidate, title: str) -> bool:
    """Whether somebody named in full is called by a title, or known to bear it."""
    return item.title == title or (item.entry is not None and title in item.entry.offices.lower())


def _join_loose(groups: Groups, members: Sequence[int]) -> None:
    """Joins mentions by a short name of which the text has no longer one; not those of a man with those of a woman."""
    first: dict[str, int] = {}
    for i in sorted(members, key=lambda i: (not groups.items[i].gender, i)):
        gender = groups.items[i].gender
        j = first.setdefault(gender, min(first.values(), default=i) if not gender else i)
        groups.join(i, j, f"the same name as {groups.items[j].text!r}")


def _whole(item: Candidate) -> str:
    """The full name of whom a name means, where the lexicon has it, else the name."""
    return item.entry.name if item.entry else item.text


def person_words(name: str) -> tuple[str, ...]:
    return tuple(w.folded for w in words_of(name) if w.folded not in PARTICLES and w.folded not in ("s", "jr", "sr"))


def _part_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if short[-1] != long[-1] and not (len(short) == 1 and short[0] in (long[0], long[-1])):
        return False
    return set(short) <= set(long) or (
        len(short) > 1 and short[-1] == long[-1] and all(any(b.startswith(a) for b in long) for a in short)
    )


def _compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    short, long = sorted((a, b), key=len)
    return a == b or _part_of(short, long)


def _disagree(a: Candidate, b: Candidate) -> bool:
    """Whether one is a man and the other a woman, by title, entry or given name."""
    one, other = (c.gender or (given_gender(c.text.split()[0]) if " " in c.text else "") for c in (a, b))
    return bool(one and other and one != other)


def join_initials(groups: Groups, categories: Sequence[Category]) -> None:
    """``SDF`` and ``Syrian Democratic Forces``: all the initials, and only one name has them."""
    bodies = [i for i, k in enumerate(categories) if k in BODIES]
    long: dict[str, set[int]] = defaultdict(set)
    for i in bodies:
        words = [w.folded for w in words_of(groups.items[i].text) if w.folded not in SMALL]
        if len(words) > 1:
            long["".join(w[0] for w in words if w)].add(i)
    for i in bodies:
        short = groups.items[i].text.replace(".", "")
        if not short.isupper() or len(short) < 2 or groups.items[i].entry:
            continue
        hosts = sorted(long.get(short.lower(), ()))
        if hosts and len({groups.root(j) for j in hosts}) == 1:
            groups.join(i, hosts[0], f"the initials of {groups.items[hosts[0]].text!r}")


def join_short_bodies(groups: Groups, categories: Sequence[Category]) -> None:
    """``the Rescue Centre`` for a longer name that has all its words and the same head noun, if there is only one."""
    by_head: dict[str, dict[frozenset[str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, category in enumerate(categories):
        item = groups.items[i]
        if category in BODIES and not (item.entry and item.origin == "lexicon"):
            words = frozenset(w.folded for w in words_of(item.text) if w.folded not in SMALL)
            by_head[_head(item.text)][words].append(i)
    for forms in by_head.values():
        for words, members in forms.items():
            known = roles().get(groups.items[members[0]].text.lower(), ())
            loose = [longer for other, longer in forms.items() if words < other]
            if len(words) < 2 and known and not any(r.kind == "group" for r in known):
                if not all(r.family == "coalition" for r in known):
                    continue  # "the Ministry" may be any
                # "Coalition jets" are of "the US-led coalition", hardly of a party called "National Coalition"
                loose = [longer for longer in loose if groups.items[longer[0]].text.endswith("coalition")]
            hosts = {groups.root(longer[0]): longer[0] for longer in loose}
            if len(hosts) != 1:
                continue
            host = next(iter(hosts.values()))
            for i in members:
                groups.join(i, host, f"the words of {groups.items[host].text!r}, with the same head noun")


def _head(name: str) -> str:
    words = [w.folded for w in words_of(name)]
    for position, word in enumerate(words):
        if word in ("of", "for") and position:
            return words[position - 1]
    return words[-1] if words else ""
