"""A newsroom's archive, invented: what many outlets print of what a few agencies write, in the order it arrives.

Made anew from a seed, one page at a time, so that an archive of any size needs the memory of a few days of news. Words
are made up and drawn with the frequencies of a natural text (Zipf). There are

- reports, of about 350 words (lognormal), with a headline; some end with the background paragraph of their subject,
  which its reports repeat for weeks;
- families of copies, most of a few, some of dozens (Pareto), by other outlets within minutes to days: whole, cut to a
  third, with paragraphs dropped, with the outlet's own paragraphs around, with words altered, blended with another
  report, or a new article that takes over one paragraph; each under a headline of the outlet's own;
- follow-ups, days later, by the outlet that wrote the report, with a paragraph or two of it;
- articles that nobody took;
- the standing text of forty outlets at the end of each of their pages.
"""

from __future__ import annotations

import bisect
import datetime
import heapq
import itertools
import random
from collections.abc import Iterator
from typing import NamedTuple

OUTLETS, WORDS = 40, 60_000

#: Reports a day, articles that nobody took for each, and how many reports a subject has before another takes its place.
REPORTS, ALONE, SUBJECTS, LIVES = 150, 2, 60, 120

#: Share of the reports that give the background of their subject, and of the words that an editor alters.
BACKGROUND, ALTERED = 0.1, 0.08

BEGINNING = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
MINUTE, DAY = 1 / 1440, 1.0

#: A copy comes this many minutes after the report at the middle, and how wide that spreads.
LATER, SPREAD = 90, 2.0

#: No report is copied more often than this.
MOST = 60


class Article(NamedTuple):
    """A page: who published it, when (ISO 8601), its headline, and its text, a paragraph a line."""

    publisher: str
    published: str
    headline: str
    text: str


class Subject(NamedTuple):
    """What is reported on for a while: the paragraph that explains it, and how many reports it has yet."""

    background: str
    left: int


class Newsroom:
    """The archive of a seed, with so many reports a day."""

    def __init__(self, seed: int, reports: int = REPORTS) -> None:
        self.reports = reports
        self.rng = random.Random(seed)
        syllables = [c + v for c in "bdfgklmnprstvw" for v in "aeiou"]
        made = itertools.chain.from_iterable(itertools.product(syllables, repeat=n) for n in (1, 2, 3))
        self.words = ["".join(word) for word in itertools.islice(made, WORDS)]
        self.weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
        self.standing = ["\n".join(self.paragraph() for _ in range(self.rng.randint(1, 3))) for _ in range(OUTLETS)]
        self.subjects = [self.subject() for _ in range(SUBJECTS)]

    def drawn(self, count: int) -> list[str]:
        total = self.weights[-1]
        places = (bisect.bisect(self.weights, self.rng.random() * total) for _ in range(count))
        return [self.words[min(place, WORDS - 1)] for place in places]

    def sentence(self) -> str:
        return " ".join(self.drawn(self.rng.randint(8, 30))).capitalize() + "."

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.rng.randint(1, 3)))

    def subject(self) -> Subject:
        return Subject(" ".join(self.sentence() for _ in range(self.rng.randint(1, 2))), self.rng.randint(1, 2 * LIVES))

    def report(self) -> list[str]:
        """The paragraphs of a new report; a subject that has had its reports makes place for another."""
        paragraphs = [self.paragraph() for _ in range(max(2, int(self.rng.lognormvariate(2.1, 0.45))))]
        number = self.rng.randrange(SUBJECTS)
        subject = self.subjects[number]
        self.subjects[number] = subject._replace(left=subject.left - 1) if subject.left else self.subject()
        return [*paragraphs, subject.background] if self.rng.random() < BACKGROUND else paragraphs

    def altered(self, paragraph: str) -> str:
        return " ".join(
            self.drawn(1)[0] if self.rng.random() < ALTERED else word for word in paragraph.rstrip(".").split(" ")
        )

    def copied(self, report: list[str], other: list[str]) -> list[str]:
        """The paragraphs of a page that takes from a report, in one of the ways of an editor."""
        kind = self.rng.randrange(7)
        if kind == 0:
            return report
        if kind == 1:
            return report[: max(1, len(report) // 3)]
        if kind == 2:
            return [p for p in report if self.rng.random() < 0.7] or report
        if kind == 3:
            return [self.paragraph(), *report, self.paragraph()]
        if kind == 4:
            return [self.altered(p) for p in report]
        if kind == 5:
            return [*report[: len(report) // 2 + 1], *other[: len(other) // 2 + 1]]
        return [*self.report(), self.rng.choice(report)]

    def page(self, at: float, paragraphs: list[str], outlet: int | None = None) -> tuple[float, int, Article]:
        """The page with its time in days and a number that decides between two of one moment."""
        outlet = self.rng.randrange(OUTLETS) if outlet is None else outlet
        moment = BEGINNING + datetime.timedelta(days=at)
        headline = " ".join(self.drawn(self.rng.randint(5, 10))).capitalize()
        text = "\n".join([*paragraphs, self.standing[outlet]])
        article = Article(f"Outlet {outlet}", moment.isoformat(timespec="seconds"), headline, text)
        return at, self.rng.getrandbits(60), article

    def family(self, at: float, report: list[str], other: list[str]) -> Iterator[tuple[float, int, Article]]:
        """A report, what is taken from it, and articles of the same day that nobody took; ``other`` is the report that
        a blend takes its second half from."""
        outlet = self.rng.randrange(OUTLETS)
        yield self.page(at, report, outlet)
        for _ in range(min(MOST, int(self.rng.paretovariate(1.1)))):
            yield self.page(at + LATER * MINUTE * self.rng.lognormvariate(0, SPREAD), self.copied(report, other))
        if self.rng.random() < 0.3:
            kept = self.rng.sample(report, min(len(report), self.rng.randint(1, 2)))
            yield self.page(at + DAY * self.rng.uniform(1, 9), [*self.report(), *kept], outlet)
        for _ in range(self.rng.randint(0, 2 * ALONE)):
            yield self.page(at + DAY * self.rng.random(), self.report())

    def archive(self, count: int) -> Iterator[Article]:
        """So many articles in the order of their times; a longer archive begins with the shorter one."""
        waiting: list[tuple[float, int, Article]] = []
        made, other = 0, self.report()
        for number in itertools.count():
            at = number * DAY / self.reports
            while waiting and waiting[0][0] < at:
                yield heapq.heappop(waiting)[2]
                made += 1
                if made == count:
                    return
            report = self.report()
            for page in self.family(at, report, other):
                heapq.heappush(waiting, page)
            other = report
