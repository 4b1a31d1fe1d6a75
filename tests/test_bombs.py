"""Input made to exhaust whoever reads it: each piece is refused or read within limits of time and memory."""

import gzip
import io
import json
import subprocess
import sys
import time
import zipfile

import pytest

#: What reading any of them may take: CPU seconds, and memory beyond what the process held before (bytes).
SECONDS, MEMORY = 20, 400_000_000

READ = """
import resource, sys, time
from sayso.documents import read
list(read(b"The mayor of Eastport opened the bridge on Tuesday, the council said in a statement."))
list(read(b"<html><p>The mayor of Eastport opened the bridge on Tuesday, the council said in a statement.</p></html>"))
before = resource.getrusage(resource.RUSAGE_SELF)
reasons = [p.reason for r in read(sys.argv[1]) for p in r.problems]
after = resource.getrusage(resource.RUSAGE_SELF)
print(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
print((after.ru_maxrss - before.ru_maxrss) * 1024)
print(" / ".join(dict.fromkeys(reasons))[:2000])
"""


def packed(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def nested_zip():
    data = packed({"zeros.txt": bytes(20_000_000)})
    for level in range(5):
        data = packed({f"{level}-{copy}.zip": data for copy in range(10)})
    return data


def many_gzips():
    data = bytes(30_000_000)
    for _ in range(3):
        data = gzip.compress(data)
    return data


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
RECORD = b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: text/html\r\n"

MIXED = b"MIME-Version: 1.0\nTo: a\nContent-Type: multipart/mixed; boundary=b\n\n"

BOMBS = {
    "lines.gz": (lambda: gzip.compress(b"word\n" * 20_000_000, 1), "-fold|is no article"),
    "zeros.gz": (lambda: gzip.compress(bytes(100_000_000), 1), "not text"),
    "words.html.gz": (lambda: gzip.compress(b"<p>" + b"word " * 20_000_000, 1), "-fold|is no article"),
    "gzip-in-gzip.gz": (many_gzips, "not text|white space"),
    "nested.zip": (nested_zip, "archives deep|-fold"),
    "wide.zip": (lambda: packed({f"{n}.txt": b" " * 500_000 for n in range(200)}), "-fold"),
    "deep.html": (lambda: b"<div>" * 100_000 + b"A word" + b"</div>" * 100_000, "nested too deep"),
    "attributes.html": (lambda: b"<p " + b'a="b" ' * 1_000_000 + b">A word</p>", ""),
    "open.html": (lambda: b"<" * 3_000_000, "tags"),
    "tables.html": (lambda: b"<table><tr><td>" * 10_000 + b"A word", ""),
    "entities.xml": (lambda: f'<?xml version="1.0"?><!DOCTYPE r [{ENTITIES}]><rss>&e11;</rss>'.encode(), "of its own"),
    "line.jsonl": (lambda: b'{"id": "a", "text": "' + b"x" * 100_000_000, "the line is left out"),
    "deep.jsonl": (lambda: b'{"id": ' + b"[" * 2_000_000, "not JSON"),
    "line.txt": (lambda: b"word " * 1_500_000, ""),
    "lines.txt": (lambda: b"a\n" * 3_000_000, "lines"),
    "returns.txt": (lambda: b"a\r" * 3_000_000, "lines"),
    "marks.txt": (lambda: ("“(‘" * 2_000_000).encode(), ""),
    "parts.eml": (lambda: MIXED + b"--b\n\n" * 900_000, "parts"),
    "headers.eml": (lambda: b"MIME-Version: 1.0\nFrom: " + b'"<(' * 300_000 + b"\n\nA word", ""),
    "crawl.warc": (lambda: RECORD + b"Content-Length: 90000000000\r\n\r\n" + b"<p>" * 1_000_000, "is no article"),
    "crawl.warc.gz": (
        lambda: gzip.compress(RECORD + b"Content-Length: 100000000\r\n\r\n" + bytes(100_000_000), 1),
        "-fold|is no article",
    ),
    "empty.pdf": (lambda: b"%PDF-1.7\n" + b"1 0 obj << /Kids [1 0 R] >> endobj\n" * 200_000, "cannot be read"),
    "pages.json": (lambda: json.dumps([{"id": str(n), "text": ""} for n in range(1_000)]).encode(), ""),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_within_limits(name, tmp_path):
    make, reason = BOMBS[name]
    path = tmp_path / name
    path.write_bytes(make())
    command = [sys.executable, "-c", READ, str(path)]
    started = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    seconds, memory, *reasons = done.stdout.split("\n", 2)
    assert float(seconds) < SECONDS, (seconds, time.monotonic() - started)
    assert int(memory) < MEMORY
    assert any(part in reasons[0] for part in reason.split("|")), reasons
