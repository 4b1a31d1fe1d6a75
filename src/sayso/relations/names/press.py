"""Outlets among the sources and publishers of a corpus: which names are of the press, and under which one each goes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import urlsplit

from sayso.outlets import canonical, find_outlet, key, same_outlet, surely_outlet
from sayso.types import Annotated, Document

#: Words at the end of a name that only the press bears.
PRESS = frozenset(
    "news agency newswire wire times post tv television radio gazette herald daily tribune journal chronicle press "
    "channel broadcasting newspaper magazine media weekly express telegraph mirror online".split()
)

#: What tells of an outlet before its name: "the official Arrow News Agency".
LED = re.compile(r"^(?:[a-z][\w-]* )+(?=[A-Z])")
#: This many characters of a page hold its first line, where that is no more than a name of this many words.
FIRST_LINE = 200
LONGEST_MASTHEAD = 6


def looks_like_press(name: str) -> bool:
    """Whether a name that no lexicon has is that of an outlet by its last word, or its first (``Radio …``)."""
    words = key(name).split()
    return len(words) > 1 and (words[-1] in PRESS or words[0] in ("radio", "tv", "channel"))


def publisher(document: Document) -> str | None:
    """Who published a document: as stated, else the host of its address; None where neither is known."""
    if document.publisher:
        return canonical(document.publisher)
    if document.provenance:
        return canonical(document.provenance[0])
    try:
        host = urlsplit(document.uri).hostname if document.uri.startswith("http") else None
    except ValueError:
        return None
    return canonical(host.removeprefix("www.")) if host else None


def outlets_of(document: Document) -> dict[str, bool]:
    """The outlets that a document shows to be such: whom it was taken from, and, with True, who published it."""
    own = publisher(document)
    return dict.fromkeys((name for name in document.provenance if name), False) | ({own: True} if own else {})


def named_by(page: Annotated) -> set[str]:
    """The names and words by which a page calls its sources, and whom it was taken from: outlets may be among them."""
    chains = [*(a.chain for a in page.attributions), *(c.chain for c in page.claims), page.document.provenance]
    names = {name for chain in chains for name in chain}
    text = page.document.text
    names |= {" ".join(" ".join(text[s.start : s.end] for s in a.source).split()) for a in page.attributions}
    return (names | {credit.name for credit in page.credits}) - {""}


def masthead(document: Document) -> str | None:
    """The first line of a page, where it is no more than a name may be and not the headline; None where it is not."""
    line = document.text[:FIRST_LINE].strip().split("\n")[0]
    return line if line != document.headline and 0 < len(line.split()) <= LONGEST_MASTHEAD else None


def mastheads(documents: Iterable[Document], cited: Iterable[str]) -> dict[str, str]:
    """Who published the documents that name no publisher, by id: the outlet whose name others cite and that stands on
    the first line of the page, with one word more at most (``HARROW TRUMPET online``)."""
    names = sorted({name for name in cited if name[:1].isupper()}, key=lambda n: (-len(n), n))
    by_words = {key(name): name for name in reversed(names)}
    out: dict[str, str] = {}
    for document in documents:
        line = document.text[:FIRST_LINE].strip().split("\n")[0]
        words = key(line).split()
        if publisher(document) or line == document.headline or len(words) > LONGEST_MASTHEAD:
            continue
        tries = (words, words[:-1] if len(words) > 2 else [])
        found = next((by_words[" ".join(some)] for some in tries if some and " ".join(some) in by_words), None)
        if found is not None:
            out[document.id] = found
    return out


class Press:
    """The outlets that published the documents of a corpus, or that these took texts from. ``others`` are names that
    are known to be outlets' as well."""

    def __init__(self, documents: Iterable[Document], others: Iterable[str] = ()):
        names = set(others)
        for document in documents:
            names |= {name for name in (publisher(document), *document.provenance) if name}
        self._known: dict[str, list[str]] = defaultdict(list)
        self._name: dict[str, str] = {}
        self._ends: dict[str, set[str]] = defaultdict(set)
        for name in sorted(names, key=lambda n: (-len(n), n)):  # "Halden Press Agency" before "Halden"
            if self._held(name) is None:
                self._known[key(name)[:1]].append(canonical(name))
                self._ends[(key(name).split() or [""])[-1]].add(canonical(name))

    def _held(self, name: str) -> str | None:
        # two names of one outlet begin with one letter, unless the list of outlets knows both
        plain = canonical(name)
        near = self._known.get(key(plain)[:1], [])
        return next((other for other in near if other == plain or same_outlet(other, name)), None)

    def held(self, name: str) -> str | None:
        """The outlet of this corpus that goes by exactly that name, its article aside; None where none does."""
        return next((other for other in self._known.get(key(name)[:1], []) if key(other) == key(name)), None)

    def begun(self, words: str) -> str | None:
        """The outlet of this corpus with whose name, of two words and more, some words begin; None where none does."""
        plain = words[4:] if words[:4].lower() == "the " else words
        for name in self._known.get(key(plain)[:1], []):
            bare = name[4:] if name[:4].lower() == "the " else name
            after = plain[len(bare) : len(bare) + 1]
            if " " in bare and plain.startswith(bare) and not (after.isalnum() or after == "-"):
                return name
        return None

    def name(self, name: str) -> str:
        """The one name under which an outlet goes in this corpus; "the Tribune" is the one outlet that is called so."""
        if name not in self._name:
            bare = LED.sub("", name)
            known = bare if find_outlet(name) is None and find_outlet(bare) is not None else name
            self._name[name] = self._held(known) or self._called(known) or canonical(known)
        return self._name[name]

    def _called(self, name: str) -> str | None:
        # the text calls an outlet by its last word where its readers know which; so do we where only one can be meant
        word = key(name)
        ends = self._ends.get(word, set()) if word in PRESS else set()
        return min(ends) if len(ends) == 1 else None

    def has(self, name: str) -> bool:
        """Whether a source is itself an outlet, which may rest on any other source."""
        if surely_outlet(name) is not None or looks_like_press(name):
            return True
        if self.held(name) is not None or self._called(name) is not None:
            return True
        held = self._held(name)
        return held is not None and (find_outlet(name) is None or held == canonical(name))
