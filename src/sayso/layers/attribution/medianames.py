"""What a medium is called: known outlets, names built like theirs, and names behind a noun for a medium."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.attribution.cues import Cue, lexicon
from sayso.layers.names.namebook import namebook
from sayso.layers.parsing.parse import Token
from sayso.outlets import SITE

#: Words that begin or end the names of media.
MEDIA_WORDS = frozenset(
    ("news", "times", "post", "herald", "tribune", "tv", "television", "radio", "press", "gazette", "journal", "daily",
     "courier", "ledger", "observer", "telegraph", "chronicle", "broadcasting", "channel", "weekly", "magazine")
)  # fmt: skip

#: Nouns for media that are part of the name before them: "the X Coordination network", but "the Y news agency" is Y.
NAME_ENDS = frozenset(("network", "service", "press", "journal", "gazette", "observer"))

#: What an agency must be called for it to be one of the news: "the disaster agency" is none.
NEWS = frozenset(("news", "press", "radio", "television", "tv", "media", "broadcasting", "information", "state"))

#: Media of which a place or a state has one.
ON_AIR = frozenset(("radio", "television", "tv"))


def _known(name: str, lexicon: str) -> bool:
    """Whether a name, all of it, in whatever case, stands in a lexicon of names."""
    capitals = name.upper()  # in which any form may be written
    hits = (hit for hit in namebook().find(capitals) if hit.end - hit.start == len(capitals))
    return any(form.entry.source == lexicon for hit in hits for form in hit.forms)


def _of_nation(name: str) -> bool:
    """Whether a name is a nation's or a people's, or the adjective of one."""
    return _known(name, "demonyms")


def is_medium(name: str) -> bool:
    """Whether a name is a known outlet's, or built like one's. A word that is one's name only with its article (``The
    Times``) is none."""
    bare = name.lower().removeprefix("the ")
    words = bare.split()
    if words and (words[-1] in MEDIA_WORDS or words[0] in MEDIA_WORDS):
        return len(words) > 1
    first = name.removeprefix("The ").split()[0] if words else ""
    part = len(words) == 2 and first.isupper() and _known(first, "outlets")  # "BBC Verify", "AFP Factuel"
    return part or _known(name if name.startswith("The ") else bare, "outlets")


def is_medium_told(name: str) -> bool:
    """Whether a name, of whoever was told something, is an outlet's: here a word that is one's with its article, too
    (``told the Mirror``)."""
    return is_medium(name) or _known(f"the {name.lower().removeprefix('the ')}", "outlets")


def without_kind(name: str) -> str:
    """A medium's name without the common noun behind it: "the Karsk Herald newspaper" is the Karsk Herald; but "Polish
    radio" has no name before it."""
    words = name.split()
    while len(words) > 1 and words[-1].islower() and words[-1] not in NAME_ENDS:
        words.pop()
    bare = " ".join(words)
    return name if _of_nation(bare) else bare


def speaks_for_news(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a noun is one for a medium; one that other bodies bear too is only behind a name, or a word that says so:
    "the Brell agency", "the news agency", but not "the disaster agency"."""
    cue = _kind(token)
    if cue is None or not cue.fits("media") or not cue.fits("body"):
        return cue is not None and cue.fits("media")
    before = [t for t in tokens if token.index - 2 <= t.index < token.index]
    named = bool(before) and before[-1].pos == "PROPN" and not _of_nation(before[-1].text)
    return named or any(t.text.lower() in NEWS for t in before)


def sounds_medial(name: str, tokens: Sequence[Token]) -> bool:
    known = is_medium(name) or is_medium(without_kind(name))  # "the Tass agency"
    return known or any(speaks_for_news(t, tokens) for t in tokens if t.pos == "NOUN")


def _kind(token: Token) -> Cue | None:
    return lexicon().get((token.lemma.lower(), "speaker")) or lexicon().get((token.text.lower(), "speaker"))


def medium_named(head: Token, tokens: Sequence[Token]) -> str | None:
    """The name right behind a noun for a medium, which the parser may hang anywhere: "the local paper El Muelle"."""
    place = next((n for n, t in enumerate(tokens) if t.text.islower() and speaks_for_news(t, tokens)), None)
    if place is None or tokens[place].index > head.index or (head.pos != "PROPN" and tokens[place] is not head):
        return None
    run: list[Token] = []
    for token in tokens[place + 1 :]:
        joined = run and token.start == run[-1].end and run[-1].text in {"'", "-", "’"}
        if not (token.text[:1].isupper() or joined or (run and token.text in {"'", "-", "’"})):
            break
        run.append(token)
    while run and not run[-1].text[:1].isalnum():
        run.pop()
    if not run or run[0].entity in {"DATE", "TIME"} or run[0].pos not in {"PROPN", "DET"}:
        return None
    return "".join((" " if n and run[n - 1].end < t.start else "") + t.text for n, t in enumerate(run))


def is_certain(name: str) -> bool:
    """Whether a medium called in small letters is one all the same: a site's address, "local radio", "dpa"."""
    words = name.split()
    spelt = any(form.entry.name == name for hit in namebook().find(name.upper()) for form in hit.forms)
    return bool(SITE.fullmatch(name)) or (len(words) > 1 and words[-1] in ON_AIR) or spelt
