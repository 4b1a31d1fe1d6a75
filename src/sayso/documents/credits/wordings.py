"""The patterns of notices of a text's way, made of the words in ``notices.tsv``."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from sayso.documents.credits.letters import LETTERS
from sayso.documents.credits.named import notice_pattern, notice_words
from sayso.documents.keyed import Keyed


class Patterns(NamedTuple):
    """What was done with a text, what it is called, labels of its source; ``subject`` is what may stand before a verb
    that tells of the page's text, ``about`` such as *this article*."""

    first: Keyed
    issue: Keyed
    shared: re.Pattern[str]
    based: re.Pattern[str]
    comes: re.Pattern[str]
    original: re.Pattern[str]
    label: re.Pattern[str]
    subject: re.Pattern[str]
    about: re.Pattern[str]
    this: re.Pattern[str]
    language: re.Pattern[str]


@functools.cache
def patterns() -> Patterns:
    """The patterns, made once."""
    first, appeared, shared = map(notice_pattern, ("first", "appeared", "shared"))
    first_words = notice_words("first").split("|")
    this, text, source = map(notice_pattern, ("this", "text", "source"))
    been = r"(?:\s(?:was|been|été|worden|wurde|siendo|stato|also)){0,2}"
    about = rf"(?:{this})\s+(?:[\w’'-]+\s){{0,3}}?(?:{text})\b"
    label = rf"(?:(?:news|{text})\s)?(?:{source})\s?(?:[:–—]|-(?=\s))|(?-i:SOURCE(?=\s[A-Z]))"
    label += r"|shared\s(?:by|from|via)\s?:"
    label += r"|نقل[\u0627\u064b]{0,2} عن(?=\s)"
    label += r"|(?:本文|文章|原文|本稿)?(?:原载于?|原載於?|首发于|首發於|转载自|轉載自|转自|轉自|摘自|来自|來自)\s?:?"
    label += r"|(?:h/t|hat[ -]tip)(?:\sto)?\s?:?"
    label += rf"|(?:{text})\scourtesy(?:\sof|\s?:)?|courtesy(?:\sof|\s?:)|courtoisie\s?:"
    label += rf"|(?P<weak>(?!report)(?:{text})\s(?:from|via)|via\s?:?|from\s?:?|special\s(?:to|for))(?:\sthe(?=\s))?"
    return Patterns(
        first=Keyed(
            re.compile(
                rf"\b(?:(?:{first}){been}\s(?:{appeared})|(?:{appeared})(?:\shere)?,?\s(?:{first})"
                rf"|(?<=\bversion\sof\s)(?:{about}\s(?:was\s)?(?:{appeared})))\b",
                re.I,
            ),
            ("version of", *(max(LETTERS.findall(words), key=len) for words in first_words)),
        ),
        issue=Keyed(
            re.compile(
                rf"\b(?:{appeared}|appears)\s(?:\w+\s){{0,2}}?in\s[^.;]{{2,40}}?\b(?:issue|edition)\sof\s+", re.I
            ),
            ("issue", "edition"),
        ),
        shared=re.compile(rf"\b(?P<verb>{shared})\b", re.I),
        based=re.compile(
            rf"\b(?:based|drawn|adapted)\s(?:on|from)\s(?:an?\s|the\s)?(?:\w+\s)?(?:(?:{text})s?|reporting)\b", re.I
        ),
        comes=re.compile(
            r"\b(?:is|comes|came|was|arrives)(?:\sto\s(?:us|you))?(?=\s(?:from|via|through|courtesy)\b)"
            r"|\bis\san?\s(?:\w+\s){0,2}(?:partnership|collaboration|co-?production)(?=\s)",
            re.I,
        ),
        original=re.compile(
            rf"\boriginal(?:(?:\s(?:source|publication|link|{text}))?(?:\sof\s{about})?"
            rf"(?:\s?:|\s(?:is|was|here|can\sbe\s\w+|may\sbe\s\w+|appeared|published|available)\b){{1,3}}"
            rf"|\s(?:{text})(?:\shere)?(?=\s(?:on|at|in|from)\s))",
            re.I,
        ),
        label=re.compile(rf"^\W{{0,3}}(?:{label})\s*", re.I),
        subject=re.compile(
            rf"^\W*(?:(?:\w+\s){{0,4}}?{about}.*|(?:it|they)\s.{{0,60}}|we\s(?:\w+\s)?|this\s(?:is|was)\s(?:an?\s)?|(?:{text})\b\W*(?:is\s|was\s)?"
            r"|(?:\w+['’]s\s)?note\W*|(?:also|re)\W+|(?:read|see|view|find)\s(?:the|this|our)\s|(?:the|l['’])\s?)?(?:\w+ed\sand\s)?$",
            re.I,
        ),
        about=re.compile(about, re.I),
        language=re.compile(
            rf"(?:the\s)?(?:original\s)?(?:(?:{notice_pattern('language')})\b(?:\s(?:original|version|edition))?(?!\s(?-i:[A-Z]))|\d{{4}}\b)",
            re.I,
        ),
        this=re.compile(
            rf"\b(?:this|our|diese[rsn]?|cette?|est[ea]|quest[oa]|deze|dit|denn[ea]|detta|dette)\s+(?:[\w’'-]+\s){{0,3}}?(?:{text})\b",
            re.I,
        ),
    )
