"""The words by which a sentence beside an article tells that it speaks of this text, and what was done with it."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from sayso.documents.credits.named import notice_pattern

#: "… wurde von X übernommen": the verb at the sentence's end.
TAKEN_LAST = re.compile(
    r"[^.;]{0,30}?\s(?:übernommen|entnommen|nachgedruckt|overgenomen|kopiert|(?P<person>übersetzt|vertaald))\b", re.I
)
#: "Her column runs in X": what she writes at all, not this text.
HABIT = re.compile(r"\bcolumns?\s(?:\w+\s){0,2}(?:runs|appears|is published)\b", re.I)


class Cues(NamedTuple):
    """The verbs that tell what was done with a text; what names this text anywhere (*this article*), and what may name
    it as the first words of a sentence (*her essay*, *the Czech original*)."""

    appear: re.Pattern[str]
    take: re.Pattern[str]
    help: re.Pattern[str]
    this: re.Pattern[str]
    subject: re.Pattern[str]


@functools.cache
def cues() -> Cues:
    text, this = notice_pattern("text"), notice_pattern("this")
    words = rf"(?:{text}|original|reporting|series)"
    return Cues(
        appear=re.compile(
            rf"\b(?:{notice_pattern('appeared')}|appears|runs|began|begun|stood|stands|aired|airs|featured|commissioned|debuted)\b",
            re.I,
        ),
        take=re.compile(
            rf"\b(?:{notice_pattern('shared')}|comes?|came|reached|reaches|courtesy|permission|consent|agreements?|arrangements?|partnership"
            r"|translation|excerpt|extract|version|übersetzung|fassung|auszug|traduction|extrait|traducción|extracto|traduzione|estratto"
            r"|tradução|vertaling|översättning|oversettelse|oversættelse|collaborat\w+|co-?operation|co-?production|co-?published|joint\w*|syndicat\w+|feed|licen[cs]es?|partners?|contribution|republication|original)\b",
            re.I,
        ),
        help=re.compile(
            r"\b(?:material|information|files|contribut\w+|copy|inputs?|wires?|additional|reporting|helped|assist\w+)\b",
            re.I,
        ),
        this=re.compile(
            rf"\b(?:this|our|following|above|diese[rsn]?|cette?|est[ea]|quest[oa]|dit|deze|denn[ea]|detta|dette|эт[ао]т?)\s"
            rf"(?:[\w’'-]+\s){{0,3}}?{words}\b",
            re.I,
        ),
        subject=re.compile(
            rf"[^\w\n]{{0,4}}(?:(?:{this}|an?|his|her|their)\s)?(?:[\w’'-]+\s){{0,3}}?{words}\b(?!['’])", re.I
        ),
    )
