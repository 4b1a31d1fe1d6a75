"""Reading a large web archive: memory while it streams, and records a second beside bare libraries.

    python benchmarks/archive.py [--pages-from ../shared/data] [--megabytes 1000] [--pages 2000] [--seed 7]

Writes a gzipped WARC of pages, with pictures of random bytes between them up to the size asked for, into a temporary
folder. With ``--pages-from`` the pages are the real ones of that folder's evaluation sets, each once and every
``step``-th; otherwise they are invented: of forty sites, each with its own menus, scripts, styles and footers, about
as long and as full of elements as real pages are (110 KB, 800 elements, 180 lines), no article twice.

Then reads it with ``sayso.documents.read`` (no annotation) alone and prints pages a CPU-second and the peak memory; and
page by page in turns with fastwarc and trafilatura, each in a process of its own: for the article's text only, and for
text and metadata (title, author, date), which is nearer to what Sayso reads. Prints milliseconds of CPU time a page,
and the share that the bare libraries' time is of Sayso's.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

PICTURE = 400_000  # bytes
WORDS = (
    "the a of to in and said that on for was with at by from council harbour mayor report workers minister river "
    "school police court budget winter storm company union city village hospital bridge station agreement market water"
).split()
SITES = 40
#: Real pages, where a folder of them is given.
SETS = ("pages/trafilatura.jsonl.gz", "dates/pages.jsonl.gz")

#: Reads the archive alone; prints pages, CPU seconds and peak memory (MB).
ALONE = """
import resource, sys
from sayso.documents import read
pages = sum(reading.page is not None for reading in read(sys.argv[1]))
used = resource.getrusage(resource.RUSAGE_SELF)
print(pages, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
#: Reads a page in one of three ways for each line that comes in; prints the CPU seconds that it took, and a blank line
#: behind the last page. The libraries are loaded before the first.
TURNS = """
import sys, time
import trafilatura
from fastwarc.warc import ArchiveIterator, WarcRecordType

def bare(path, **more):
    with open(path, "rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="all"):
            if (record.http_content_type or "").startswith("text/html"):
                text = record.reader.read().decode(record.http_charset or "utf-8", "replace")
                yield trafilatura.bare_extraction(text, include_comments=False, **more)

def ours(path):
    from sayso.documents import read
    return (reading for reading in read(path) if reading.page is not None)

way = {"ours": ours, "text": bare, "more": lambda path: bare(path, with_metadata=True)}[sys.argv[2]](sys.argv[1])
for _ in sys.stdin:
    begun = time.process_time()
    found = next(way, way) is not way
    print(time.process_time() - begun if found else "", flush=True)
"""
WAYS = ("ours", "text", "more")


def sentence(rng: random.Random) -> str:
    words = rng.choices(WORDS, k=rng.randint(8, 28))
    return " ".join(words).capitalize() + "."


class Site:
    """An invented site: what its pages share, and pages of its own."""

    def __init__(self, rng: random.Random, number: int):
        self.rng = rng
        self.name = f"{rng.choice(WORDS).capitalize()} {rng.choice(WORDS).capitalize()} Post {number}"
        self.style = "".join(f".c{n}{{margin:{n}px;color:#{n * 37 % 4096:03x}}}" for n in range(rng.randint(200, 900)))
        self.script = "var settings = {'a': [1, 2, 3]};" * rng.randint(1000, 2500)
        self.menus = "".join(self._menu(rng.randint(8, 25), n) for n in range(4))
        links = "".join(
            f'<li class="foot-{n}"><a href="/f/{n}"><span>{self._words(2)}</span></a></li>' for n in range(25)
        )
        self.footer = (
            f'<footer class="site-footer"><ul>{links}</ul><p>© 2024 {self.name}. All rights reserved.</p></footer>'
        )

    def _words(self, count: int) -> str:
        return " ".join(self.rng.choices(WORDS, k=count)).capitalize()

    def _menu(self, items: int, number: int) -> str:
        links = "".join(
            f'<li class="menu-item menu-item-{n}"><a class="link" href="/s/{number}/{n}"><i class="icon"></i>'
            f"<span>{self._words(2)}</span></a></li>"
            for n in range(items)
        )
        return f'<nav class="nav nav-{number}"><ul class="menu">{links}</ul></nav>'

    def _teaser(self, number: int) -> str:
        image = f'<img class="lazy" src="data:," data-src="/img/{number}.jpg" alt="{self._words(4)}">'
        return (
            f'<div class="card teaser"><div class="frame"><a href="/{number}"><picture><source srcset="/{number}.webp">'
            f'{image}</picture><h3 class="card-title">{self._words(9)}</h3></a></div>'
            f'<div class="text"><p class="excerpt">{sentence(self.rng)}</p><div class="meta"><i class="icon clock"></i>'
            f'<span class="date">{self.rng.randint(1, 28)} May 2024</span></div></div></div>'
        )

    def page(self, number: int) -> bytes:
        """A page with menus, scripts, an article of five to thirty paragraphs, teasers, comments and a footer."""
        rng = self.rng
        paragraphs = [
            f"<p>{' '.join(sentence(rng) for _ in range(rng.randint(1, 4)))}</p>" for _ in range(rng.randint(5, 30))
        ]
        figure = (
            f'<figure><img src="/a.jpg"><figcaption>{sentence(rng)} <span>Photo: Ana Lund</span></figcaption></figure>'
        )
        paragraphs.insert(2, figure)
        body = '<div class="ad-slot"><script>ads.push({});</script></div>'.join(paragraphs)
        teasers = "".join(self._teaser(n) for n in range(rng.randint(10, 25)))
        comments = "".join(
            f'<li class="comment"><span class="author">{self._words(1)}</span><p>{sentence(rng)}</p></li>'
            for _ in range(rng.randint(0, 12))
        )
        title = sentence(rng)[:90]
        stated = json.dumps(
            {"@type": "NewsArticle", "headline": title, "datePublished": f"2024-05-{rng.randint(1, 28):02}"}
        )
        return (
            f'<!DOCTYPE html><html lang="en"><head><title>{title} | {self.name}</title><style>{self.style}</style>'
            f'<meta property="og:site_name" content="{self.name}"><script type="application/ld+json">{stated}</script>'
            f"<script>{self.script}</script></head><body class=single><div id=page>{self.menus}"
            f'<main><article class="post"><header><h1>{title}</h1><p class="byline">By Ana Lund</p></header>'
            f'<div class="entry-content">{body}</div></article><section class="comments"><h2>Comments</h2>'
            f"<ol>{comments}</ol></section></main>"
            f'<aside class="sidebar"><h2>Most read</h2>{teasers}</aside>{self.footer}</div></body></html>'
        ).encode()


def invented_pages(rng: random.Random) -> Iterator[bytes]:
    """Pages without end, of one site after another."""
    sites = [Site(rng, number) for number in range(SITES)]
    number = 0
    while True:
        yield sites[number % SITES].page(number)
        number += 1


def real_pages(folder: Path, step: int) -> Iterator[bytes]:
    """Every ``step``-th page of the sets, each once: some are in both."""
    given: set[bytes] = set()
    for name in SETS:
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for line in islice(lines, 0, None, step):
                page = json.loads(line)["html"].encode()
                if page not in given:
                    given.add(page)
                    yield page


def record(body: bytes, number: int, media_type: str) -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Target-URI: https://eastport.example/{number}\r\nWARC-Date: 2024-05-17T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def write_archive(out: BinaryIO, pages: Iterable[bytes], count: int, size: int, seed: int) -> int:
    """So many pages at most, spread over an archive of about ``size`` bytes, pictures between them. Returns how many
    pages there are."""
    rng = random.Random(seed)
    written = 0
    for number, page in enumerate(islice(pages, count)):
        out.write(gzip.compress(record(page, number, "text/html; charset=utf-8"), 1))
        while out.tell() < size * (number + 1) // count:
            out.write(gzip.compress(record(rng.randbytes(PICTURE), number, "image/jpeg"), 0))
        written += 1
    return written


def measured(code: str, path: Path) -> list[float]:
    """The numbers that a process of its own prints."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, env=environment
    )
    return [float(number) for number in done.stdout.split()]


def in_turns(path: Path) -> tuple[int, list[float]]:
    """How many pages there are, and the CPU seconds of each way of reading them. Each has a process of its own, for one
    would look through the other's memory for cycles; they take turns page by page, so that other work on the machine
    slows all of them alike."""
    readers = [_reader(path, way) for way in WAYS]
    used, pages = [0.0] * len(WAYS), 0
    while True:
        answers = [_answer(reader) for reader in readers]
        if not all(answers):
            break
        used = [before + float(answer) for before, answer in zip(used, answers, strict=True)]
        pages += 1
    for reader in readers:
        reader.communicate()
    return pages, used


def _reader(path: Path, way: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", TURNS, str(path), way]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)


def _answer(reader: subprocess.Popen[str]) -> str:
    """What a process says of its next page; blank where there is none."""
    if reader.stdin is None or reader.stdout is None:
        return ""
    reader.stdin.write("\n")
    reader.stdin.flush()
    return reader.stdout.readline().strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages-from", type=Path)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        kind = "real" if asked.pages_from else "invented"
        rng = random.Random(asked.seed)
        source = real_pages(asked.pages_from, asked.step) if asked.pages_from else invented_pages(rng)
        with path.open("wb") as out:
            count = write_archive(out, source, asked.pages, asked.megabytes * 1_000_000, asked.seed)
        print(f"{path.stat().st_size / 1e6:,.0f} MB, {count:,} {kind} pages, seed {asked.seed}", flush=True)
        pages, seconds, memory = measured(ALONE, path)
        print(f"alone: {pages:,.0f} pages, {pages / seconds:.1f} a CPU-second, {memory:.0f} MB at most", flush=True)
        pages, (ours, *others) = in_turns(path)
        print(f"in turns: {pages:,.0f} pages; sayso.documents.read {ours / pages * 1000:.1f} ms a page")
        for name, seconds in zip(("text", "text and metadata"), others, strict=True):
            share = seconds / ours
            print(f"  fastwarc, trafilatura: {name:<18}{seconds / pages * 1000:6.1f} ms a page, share {share:.2f}")


if __name__ == "__main__":
    main()
