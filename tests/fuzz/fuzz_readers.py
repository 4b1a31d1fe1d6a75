"""Fuzzes ``sayso.documents.read`` with atheris, guided by what of the readers each input reaches.

    pip install atheris        # not among Sayso's own dependencies; Linux, Python 3.11 to 3.13
    python tests/fuzz/fuzz_readers.py CORPUS_FOLDER -max_total_time=720

Inputs grow from a sample of each kind, which are written into the folder when it is empty. Packed ones are unpacked,
changed inside and packed again. An input of which :func:`samples.faults` finds something, or on which anything is
raised, is kept by libFuzzer as ``crash-…``; with ``--go-on`` it is kept in ``CORPUS_FOLDER.found`` and fuzzing goes on.
Not a test that pytest collects: ``tests/test_readers.py`` has a short one.
"""

from __future__ import annotations

import gzip
import hashlib
import random
import sys
import traceback
import zlib
from importlib import import_module
from pathlib import Path

import atheris

#: The modules that are loaded only when they are needed; they must be here for atheris to see into them.
READERS = (
    "flat", "formats.feed", "formats.files", "formats.kinds", "formats.messages", "formats.objects", "formats.packed",
    "formats.pdf", "formats.saved", "formats.warc", "html.reader",
)  # fmt: skip
GZIP = b"\x1f\x8b\x08"

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

with atheris.instrument_imports(include=["sayso.documents", "email", "zipfile", "feedparser"]):
    for name in ("email.parser", "zipfile", "feedparser", *(f"sayso.documents.{reader}" for reader in READERS)):
        import_module(name)
    samples = import_module("samples")
#: A gzipped input is unpacked for a change up to this size (bytes).
UNPACKED = 100_000
#: Of so many changes one joins the beginning of the input and the end of a sample.
SPLICED = 8


def changed(data: bytes, max_size: int, seed: int) -> bytes:
    """An input like another: what is inside a gzip stream is changed, not the stream alone."""
    chance = random.Random(seed)
    if data.startswith(GZIP) and chance.random() < 0.7:
        try:
            inside = zlib.decompressobj(31).decompress(data, UNPACKED)
        except zlib.error:
            inside = b""
        if inside:
            return gzip.compress(bytes(atheris.Mutate(inside, max(max_size, len(inside) + 1))), mtime=0)
    if not chance.randrange(SPLICED):
        other = chance.choice(SAMPLES)
        data = data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other)) :]
    return bytes(atheris.Mutate(data, max_size))


def check(data: bytes) -> None:
    """Raises where a promise is broken."""
    wrong = list(samples.faults(data))
    if wrong:
        raise AssertionError("; ".join(wrong[:5]))


def check_and_go_on(data: bytes) -> None:
    """Keeps an input that breaks a promise, one for each place that raises it."""
    try:
        check(data)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__} {where.name} {where.lineno} {str(error)[:30]}"
        name = hashlib.sha256(what.encode()).hexdigest()[:12]
        if not (FOUND / name).exists():
            (FOUND / name).write_bytes(data)
            (FOUND / f"{name}.txt").write_text(traceback.format_exc(), encoding="utf-8")


SAMPLES = list(samples.samples().values())
GO_ON = "--go-on" in sys.argv
ARGUMENTS = [argument for argument in sys.argv if argument != "--go-on"]
FOLDER = Path(next((argument for argument in ARGUMENTS[1:] if not argument.startswith("-")), "fuzz-corpus"))
FOUND = FOLDER.with_name(FOLDER.name + ".found")


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    FOUND.mkdir(parents=True, exist_ok=True)
    if not any(FOLDER.iterdir()):
        for name, data in samples.samples().items():
            (FOLDER / name).write_bytes(data)
    # the longest sample is a few thousand bytes: longer inputs are slower and reach nothing else
    arguments = [ARGUMENTS[0], "-max_len=8000", "-rss_limit_mb=3000", *ARGUMENTS[1:]]
    atheris.Setup(arguments, check_and_go_on if GO_ON else check, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
