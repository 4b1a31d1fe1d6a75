"""Reading a large web archive: memory while it streams, and records a second beside bare libraries.

    python benchmarks/archive.py [--megabytes 1000] [--pages 2000] [--seed 7]

Writes a gzipped WARC of invented pages, with pictures of random bytes between them up to the size asked for, into a
temporary folder. Then, each in a process of its own, reads it with ``sayso.documents.read`` (no annotation), and with
fastwarc and trafilatura alone. Prints pages a CPU-second of each, the share, and the peak memory.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

PICTURE = 400_000  # bytes
WORDS = (
    "the a of to in and said that on for was with at by from council harbour mayor report workers minister river "
    "school police court budget winter storm company union city village hospital bridge station agreement market water"
).split()
MENU = "".join(f'<li><a href="/section/{n}">Section {n}</a></li>' for n in range(60))
SCRIPT = "<script>" + "var settings = {'a': [1, 2, 3]};" * 400 + "</script>"

OURS = """
import resource, sys
from sayso.documents import read
pages = sum(reading.page is not None for reading in read(sys.argv[1]))
used = resource.getrusage(resource.RUSAGE_SELF)
print(pages, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
BARE = """
import resource, sys
import trafilatura
from fastwarc.warc import ArchiveIterator, WarcRecordType
pages = 0
with open(sys.argv[1], "rb") as stream:
    for record in ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="all"):
        if (record.http_content_type or "").startswith("text/html"):
            text = record.reader.read().decode(record.http_charset or "utf-8", "replace")
            pages += trafilatura.bare_extraction(text, include_comments=False) is not None
used = resource.getrusage(resource.RUSAGE_SELF)
print(pages, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def sentence(rng: random.Random) -> str:
    words = rng.choices(WORDS, k=rng.randint(8, 28))
    return " ".join(words).capitalize() + "."


def page(rng: random.Random, number: int) -> bytes:
    """A page with a menu, scripts, an article of five to thirty paragraphs, teasers and a footer."""
    body = "".join(
        f"<p>{' '.join(sentence(rng) for _ in range(rng.randint(1, 4)))}</p>" for _ in range(rng.randint(5, 30))
    )
    teasers = "".join(f'<div class="teaser"><a href="/{n}">{sentence(rng)}</a></div>' for n in range(20))
    day = f"2024-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return (
        f"<!DOCTYPE html><html lang=en><head><title>Story {number}</title>"
        f'<meta property="article:published_time" content="{day}T08:00:00Z">{SCRIPT}</head>'
        f"<body><nav><ul>{MENU}</ul></nav>"
        f"<article><h1>Story {number}: {sentence(rng)}</h1><p class=byline>By Ana Lund</p>{body}</article>"
        f"<aside>{teasers}</aside><footer>© 2024 Eastport Post. All rights reserved.</footer></body></html>"
    ).encode()


def record(body: bytes, number: int, media_type: str) -> bytes:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Target-URI: https://eastport.example/{number}\r\nWARC-Date: 2024-05-17T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def write_archive(out: BinaryIO, size: int, pages: int, seed: int) -> None:
    """So many pages, spread over an archive of about ``size`` bytes, pictures between them."""
    rng = random.Random(seed)
    for number in range(pages):
        out.write(gzip.compress(record(page(rng, number), number, "text/html; charset=utf-8"), 1))
        while out.tell() < size * (number + 1) // pages:
            out.write(gzip.compress(record(rng.randbytes(PICTURE), number, "image/jpeg"), 0))


def measured(code: str, path: Path) -> tuple[int, float, float]:
    """Pages, CPU seconds and peak memory (MB) of a process of its own."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, env=environment
    )
    pages, seconds, memory = done.stdout.split()
    return int(pages), float(seconds), float(memory)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        with path.open("wb") as out:
            write_archive(out, asked.megabytes * 1_000_000, asked.pages, asked.seed)
        print(f"{path.stat().st_size / 1e6:,.0f} MB, {asked.pages:,} pages, seed {asked.seed}")
        rates = []
        for name, code in (("sayso.documents.read", OURS), ("fastwarc and trafilatura", BARE)):
            pages, seconds, memory = measured(code, path)
            rates.append(pages / seconds)
            print(f"{name:<26}{pages:>7,} pages  {rates[-1]:7.1f} pages a CPU-second  {memory:6.0f} MB at most")
        print(f"share {rates[0] / rates[1]:.2f}")


if __name__ == "__main__":
    main()
