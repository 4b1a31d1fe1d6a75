"""A reading that is killed again and again ends with the rows of one that nobody disturbed.

``benchmarks/kills.py`` does so with the command and thousands of documents. Here the same script kills a reading of
tens, which takes the annotations from a file so that nothing but keeping and relating takes time.
"""

from __future__ import annotations

import importlib.util
import pickle
import sys
from pathlib import Path
from typing import Any

import pytest

from sayso.documents.formats.files import read
from sayso.pipeline import annotate
from sayso.record.store import Record

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "kills.py"
READER = """
import pickle, sys
from sayso import pipeline
from sayso.documents.formats.files import read
from sayso.record.store import Record

pages = pickle.load(open({pages!r}, "rb"))
pipeline.annotate = lambda page, wanted=None: pages[page.document.id]
with Record(sys.argv[sys.argv.index("--record") + 1]) as record:
    pipeline.read_into(record, read(sys.argv[1]))
    pipeline.relate(record)
"""
DOCUMENTS, SEED = 20, 3


@pytest.fixture(scope="module")
def kills() -> Any:
    spec = importlib.util.spec_from_file_location("kills", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["kills"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def articles(kills: Any, tmp_path: Path) -> Path:
    kills.write_articles(tmp_path / "articles.jsonl", DOCUMENTS, SEED)
    return tmp_path / "articles.jsonl"


@pytest.fixture
def reader(kills: Any, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script, with a reader in place of the command."""
    pages = [annotate(r.page) for r in read(articles) if r.page is not None]
    assert len(pages) == DOCUMENTS
    known = tmp_path / "pages.pickle"
    known.write_bytes(pickle.dumps({page.document.id: page for page in pages}))
    (tmp_path / "reader.py").write_text(READER.format(pages=str(known)), encoding="utf-8")
    monkeypatch.setattr(kills, "COMMAND", [sys.executable, str(tmp_path / "reader.py")])
    return kills


def test_kills_lose_nothing(reader: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--kills", "3", "--documents", str(DOCUMENTS), "--seed", str(SEED), "--folder", str(tmp_path)]
    assert reader.main(asked) == 0
    said = capsys.readouterr().out
    assert "3 kills" in said
    assert "0 faults; rows are the same" in said
    assert said.count("the record is whole") == 3


def test_a_row_that_is_lost_is_noticed(kills: Any, articles: Path, tmp_path: Path) -> None:
    calm, other = tmp_path / "calm.sayso", tmp_path / "other.sayso"
    for path in (calm, other):
        with Record(path) as record, record.writing() as writer:
            for number, reading in enumerate(read(articles)):
                assert reading.capture is not None
                if path == calm or number != 7:
                    writer.keep(reading.capture, reading.data)
    lost = kills.rows_of(calm)["captures"] - kills.rows_of(other)["captures"]
    assert lost.total() == 1
    assert kills.broken(other) is None
