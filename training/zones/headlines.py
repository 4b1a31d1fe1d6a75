"""The lines that the trees which choose a headline are trained on: of each page those that may be it, their figures,
and which of them say what the page's markup calls its title.
"""

from __future__ import annotations

import sys
from multiprocessing import Pool
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from data import FILES, WAYS, flattened, rows, site_of

from sayso.documents.html.markup import read_markup
from sayso.documents.html.reader import read_page
from sayso.documents.page import Given
from sayso.documents.zones.finder import PageLines
from sayso.documents.zones.headfigures import ABOVE, candidates, head_figures
from sayso.documents.zones.lines import read_lines

sys.path.append(str(Path(__file__).resolve().parents[2] / "evaluation"))
from heads import same_title, stated

#: A text that begins with the page's title, as those of web archives do.
TITLED = "titled"
#: A text of which little is left beside the article, as people copy it: at most so many lines above the headline, and
#: some below the last paragraph.
SHORT, LINES_LEFT = "short", 5


class HeadData(NamedTuple):
    """One flattening of one page. Arrays have a row a line that may be the headline."""

    site: str
    way: str
    figures: np.ndarray
    labels: np.ndarray
    ruled: int  # which of them the rules choose; -1 for none


def read_heads(data: Path, workers: int = 2) -> list[HeadData]:
    """The pages whose markup says their title, in the order of the files, each in every flattening; a page that both
    files have is read once."""
    pages = {row["html"]: row for name in reversed(FILES) for row in rows(data / name)}
    with Pool(workers) as pool:
        return [head for heads in pool.imap(read_one, pages.values(), chunksize=8) for head in heads]


def read_one(row: dict[str, Any]) -> list[HeadData]:
    titles = stated(row).get("title", [])
    if not titles:
        return []
    html = read_page(row["html"], capture_id="training", uri=row["url"], given=Given(url=row["url"])).page
    texts = {way: flattened(way, row, html) for way in WAYS}
    texts[TITLED] = f"{titles_of(row['html'])}\n{texts['wet']}"
    texts[SHORT] = shortened(texts["wet"], titles)
    found = (read_flattening(site_of(row["url"]), way, text, titles) for way, text in texts.items() if text)
    return [head for head in found if head]


def shortened(text: str, titles: list[str]) -> str:
    """The article with a few lines around it, how many its length tells; "" where its headline is not near it."""
    lines = read_lines(text)
    page = PageLines(lines)
    first, end = page.first, page.core[1]
    said = [
        n
        for n in range(max(0, first - ABOVE), min(first + 1, len(lines)))
        if any(same_title(lines[n].text, t) for t in titles)
    ]
    if not said:
        return ""
    left = len(text) % (LINES_LEFT + 1)
    begin, last = max(0, said[-1] - left), min(len(lines), end + left)
    return text[lines[begin].start : lines[last - 1].end]


def titles_of(source: str) -> str:
    """What the page's own title says."""
    parsed = read_markup(source)
    return " ".join(" ".join(e.text_content().split()) for e in parsed.tree.iter("title")) if parsed else ""


def read_flattening(site: str, way: str, text: str, titles: list[str]) -> HeadData | None:
    lines = read_lines(text)
    page = PageLines(lines)
    finder = page.headline_finder()
    numbers = candidates(page, finder)
    if not numbers:
        return None
    ruled = finder.find(page.first, page.core[1]) if page.core != (0, 0) else None
    labels = np.array([any(same_title(lines[n].text, title) for title in titles) for n in numbers])
    if way == TITLED and numbers[0] == 0 and labels[1:].any():
        labels[0] = False  # the page shows its headline, too
    at = numbers.index(ruled) if ruled in numbers else -1
    return HeadData(site, way, head_figures(page, finder, ruled, numbers), labels.astype(int), at)
