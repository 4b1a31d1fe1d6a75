"""Which lines between a page's headline and its text sign the article, whatever the markup calls what they stand in.

Pages set their bylines into the article's own footer, into a row of buttons or beside a picture of the author.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from sayso.documents.credits.bylines import LABEL_ALONE, is_nobody, is_person_line
from sayso.documents.credits.datelines import place_alone
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.notices import zone_of_line
from sayso.documents.html.article import Words, words_of
from sayso.documents.html.lines import Line
from sayso.documents.html.marks import OUTSIDE, Mark
from sayso.vocab import Zone

#: What may stand around a byline; what stands in menus, in lists of other articles and in comments signs these.
AROUND = frozenset({Mark.ASIDE, Mark.SHARE, Mark.ADVERT, Mark.FOOTER, Mark.TOPICS})
ELSEWHERE = OUTSIDE - AROUND
NEVER = ELSEWHERE | {Mark.CAPTION, Mark.HEADLINE}
#: So many lines below the headline, or above the text where there is no headline, may sign it.
LINES_BELOW, LINES_ABOVE = 14, 6
#: A headline that the article begins with stands so many lines below its first at most.
BELOW_FIRST = 2
#: So many lines of the article tell whom it is about; below them it may say who wrote it.
TELLING = 10
#: A paragraph has at least so many words; a line that signs has at most so many.
PARAGRAPH, MOST_WORDS = 20, 25


def signing_lines(
    shown: Sequence[str],
    words: Sequence[Words],
    marks: Sequence[Set[Mark]],
    worded: Sequence[Zone],
    headline: Set[int],
    body: Set[int],
) -> frozenset[int]:
    """The indexes of the lines that sign the article. Of every line are given its text, its words, the marks around it
    and what its own words say it is; ``headline`` and ``body`` are indexes."""
    first = min((index for index in body if index not in headline), default=len(shown))
    start = max(headline) + 1 if headline else max(0, first - LINES_ABOVE)
    found: set[int] = set()
    told = 0  # paragraphs so far
    for index in range(start, min(len(shown), start + LINES_BELOW)):
        if len(words[index]) >= PARAGRAPH and index in body and worded[index] is not Zone.BYLINE:
            told += 1
            if told > 1 or not headline:
                break
        elif len(words[index]) <= MOST_WORDS and NEVER.isdisjoint(marks[index]):
            named = not told and _names_author(shown, marks, index, start)
            if named and Mark.BYLINE not in marks[index]:
                telling = (n for n in (*headline, *sorted(body)[:TELLING]) if n != index)
                named = Mark.TOPICS not in marks[index] and not _tells_of(shown[index], [words[n] for n in telling])
            if (named or _signs(shown[index], worded[index])) and not _is_below_other(
                words, marks, worded, index, start
            ):
                found.add(index)
    return frozenset(found)


def lone_heading(lines: Sequence[Line], marks: Sequence[Set[Mark]], first: int) -> frozenset[int]:
    """The only heading of the first rank that a page has, where it stands above the article, which begins with the line
    ``first``, or is its first: the article's, though the page's title has other words. None where there are more."""
    found = [n for n, line in enumerate(lines) if line.tag == "h1" and marks[n].isdisjoint(ELSEWHERE)]
    return frozenset(found) if len(found) == 1 and found[0] <= first + BELOW_FIRST else frozenset()


def _tells_of(name: str, told: Iterable[Words]) -> bool:
    """Whether headline and article, of which the words are given, tell of somebody: nobody who wrote them."""
    last = words_of(name)[-1:]
    return any(word in told_words for told_words in told for word in last)


def _is_below_other(
    words: Sequence[Words], marks: Sequence[Set[Mark]], worded: Sequence[Zone], index: int, start: int
) -> bool:
    """Whether a line stands in an aside right below a line of it that signs nothing: who wrote another article."""
    before = index - 1
    if before < start or Mark.ASIDE not in marks[index] & marks[before] or Mark.BYLINE in marks[index]:
        return False
    return len(words[before]) > 1 and worded[before] not in (Zone.BYLINE, Zone.DATELINE, Zone.CREDIT)


def _signs(shown: str, worded: Zone) -> bool:
    """Whether a line signs a text by its words, though the lines beside it made something else of it."""
    return worded not in (Zone.CREDIT, Zone.LICENCE, Zone.CAPTION) and zone_of_line(shown, near=True) is Zone.BYLINE


def _names_author(shown: Sequence[str], marks: Sequence[Set[Mark]], index: int, start: int) -> bool:
    """Whether a line has nothing but names and stands where the author's does: behind a label, in an element called so,
    right below the headline, beside the day."""
    line = shown[index]
    if not is_person_line(line) or is_nobody(line) or place_alone(line):
        return False
    if Mark.BYLINE in marks[index] or (index > start and LABEL_ALONE.match(shown[index - 1])):
        return True
    beside = [shown[n] for n in (index - 1, index + 1) if start <= n < len(shown)]
    dated = any(zone_of_line(other, near=True) is Zone.DATELINE for other in beside)
    return begins_with_given(line) and (index == start or dated)
