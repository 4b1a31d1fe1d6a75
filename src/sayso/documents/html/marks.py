"""What the names in a page's markup say that an element is for."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple

#: Class and id names longer than this are not read any further: nobody wrote them by hand.
LONGEST_NAME = 400
HIDDEN_STYLE = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)


class Mark(StrEnum):
    """What a name in the markup says that an element is for."""

    HEADLINE = "headline"
    HEADING = "heading"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    CREDIT = "credit"
    SOURCE = "source"
    LICENCE = "licence"
    COMMENT = "comment"
    RELATED = "related"
    ASIDE = "aside"
    NAVIGATION = "navigation"
    FOOTER = "footer"
    FORM = "form"
    SHARE = "share"
    ADVERT = "advert"
    TOPICS = "topics"


class Kind(NamedTuple):
    """What elements of one kind have in common: the tag, what they are for, and the words of their class and id,
    each once."""

    tag: str
    marks: tuple[Mark, ...]
    names: tuple[str, ...] = ()


#: Marks of what is not an article.
OUTSIDE = frozenset({
    Mark.NAVIGATION, Mark.FOOTER, Mark.FORM, Mark.SHARE, Mark.ADVERT, Mark.TOPICS, Mark.ASIDE, Mark.RELATED,
    Mark.COMMENT,
})  # fmt: skip
#: Marks of what says whose a picture is, in its caption: there an element that bears one is a line of its own.
OF_PICTURE = frozenset({Mark.CREDIT, Mark.SOURCE})
BY_TAG = {
    "h1": Mark.HEADLINE, "h2": Mark.HEADING, "h3": Mark.HEADING, "h4": Mark.HEADING, "h5": Mark.HEADING,
    "h6": Mark.HEADING, "time": Mark.DATE, "figcaption": Mark.CAPTION, "aside": Mark.ASIDE, "nav": Mark.NAVIGATION,
    "footer": Mark.FOOTER, "form": Mark.FORM, "select": Mark.FORM, "button": Mark.FORM, "textarea": Mark.FORM,
    "dialog": Mark.FORM, "address": Mark.BYLINE,
}  # fmt: skip

_NAMES = {
    Mark.COMMENT: "comment comments commentlist disqus livefyre coral respond discussion commentaire commentaires"
    " comentario comentarios kommentar kommentare kommentarer commento commenti reacties komentarz"
    " komentarze komentari yorum yorumlar",
    Mark.CAPTION: "caption figcaption imgcaption photocaption legend",
    Mark.CREDIT: "credit credits photocredit imagecredit copyright bildnachweis bildquelle",
    Mark.SOURCE: "source sources photographer photog fotograf fotografo photographe agency agence agentur quelle"
    " fuente",
    Mark.LICENCE: "license licence creativecommons",
    Mark.BYLINE: "byline author authors writer contributor reporter autor autorin autora autore auteur auteurs yazar"
    " forfatter",
    Mark.DATE: "date dateline timestamp datetime pubdate publishdate datepublished date-published published posted"
    " time",
    Mark.NAVIGATION: "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager skip toc topbar",
    Mark.FOOTER: "footer colophon",
    Mark.FORM: "newsletter subscribe subscription signup login cookie cookies consent gdpr paywall modal popup search",
    Mark.SHARE: "share sharing sharebar social socials sharedaddy addtoany followus follow-us",
    Mark.ADVERT: "ad ads advert advertisement adsense sponsor sponsored promo promotion taboola outbrain banner",
    Mark.RELATED: "related recommended recommendations readmore read-more morestories more-stories alsoread"
    " also-read mostread most-read trending popular latest "
    "teaser teasers",
    Mark.ASIDE: "sidebar widget complementary",
    Mark.TOPICS: "tags tag topics topic keywords categories etiquetas schlagworte etiketler tagi",
}  # fmt: skip
BY_NAME = {name: mark for mark, names in _NAMES.items() for name in f"{names} {names.replace('-', '_')}".split()}
#: The attributes whose values name what an element is for; the property of an item is one of them.
NAMED_BY = ("class", "id", "role", "itemprop", "rel")
NAMING = frozenset(NAMED_BY)
#: Those of them that few elements have.
SELDOM = frozenset(NAMED_BY[2:])
#: The attributes that may hide an element.
HIDING = frozenset({"hidden", "style"})
ROLE, ITEM = NAMED_BY.index("role"), NAMED_BY.index("itemprop")
WORD = re.compile("[a-z]+")
#: Two words that are one name, or any word.
NAME = re.compile(
    r"(?:read[-_]more|more[-_]stories|also[-_]read|most[-_]read|follow[-_]us|date[-_]published)(?![a-z])|[a-z]+"
)


def is_hidden(element: Any) -> bool:
    """Whether the markup itself says that the element is not shown."""
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() not in ("false", "until-found"):
        return True
    style = element.get("style")
    return bool(style and HIDDEN_STYLE.search(style[:LONGEST_NAME]))


def kind_of(element: Any, tag: str, named: Sequence[str]) -> Kind:
    """The kind of an element. ``named`` are the names of its attributes."""
    if SELDOM.isdisjoint(named):
        return _kind(tag, element.get("class"), element.get("id"))
    return _kind(tag, *map(element.get, NAMED_BY))


@functools.lru_cache(maxsize=16_384)
def _kind(tag: str, *values: str | None) -> Kind:
    """The kind of elements with such values: a page has few of them, and so have the others of its site."""
    names = {name for value in values[:2] if value for name in WORD.findall(value[:LONGEST_NAME].lower())}
    return Kind(tag, _marks(tag, *values), tuple(sorted(names)))


def _marks(tag: str, *values: str | None) -> tuple[Mark, ...]:
    """What the tag, class, id, role and properties of an element say it is for, without doubles."""
    if tag in ("html", "body", "main"):
        return ()
    found = [BY_TAG[tag]] if tag in BY_TAG else []
    for value in filter(None, values):
        found += [BY_NAME[name] for name in NAME.findall(value[:LONGEST_NAME].lower()) if name in BY_NAME]
    if values[ROLE : ROLE + 1] == ("contentinfo",):  # a class that is called so may be of the text
        found.append(Mark.FOOTER)
    if values[ITEM : ITEM + 1] == ("headline",):
        found.append(Mark.HEADLINE)
    return tuple(dict.fromkeys(found))
