"""The public names, and the Python that README and how-to show."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

import sayso

ROOT = Path(__file__).resolve().parents[1]
START = "    import sayso\n"
SENTENCE = "Three people died, the coastguard said on Monday."


def blocks(page: str) -> list[str]:
    """The indented blocks of a page that begin by importing Sayso."""
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines(keepends=True)
    starts = [at for at, line in enumerate(lines) if line == START]
    ends = [next((n for n in range(at, len(lines)) if lines[n][:1] not in (" ", "\n")), len(lines)) for at in starts]
    return [textwrap.dedent("".join(lines[at:end])) for at, end in zip(starts, ends, strict=True)]


def test_every_public_name_is_there() -> None:
    assert all(getattr(sayso, name) for name in sayso.__all__)
    assert set(sayso.__all__) <= set(dir(sayso))
    unknown = "reed"
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        getattr(sayso, unknown)


@pytest.mark.parametrize("page", ["README.md", "docs/how-to/README.md"])
def test_the_python_of_the_documentation_runs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    monkeypatch.chdir(tmp_path)
    for folder in ("pages", "my-pages"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "ferry.txt").write_text(f"Ferry sinks\n\n{SENTENCE}\n")
    shown = blocks(page)
    assert shown
    for source in shown:
        exec(compile(source, page, "exec"), {})


def test_annotate_says_what_it_takes() -> None:
    (reading,) = sayso.read(SENTENCE.encode())
    with pytest.raises(TypeError, match=r"takes a page \(reading\.page, where it is not None\), not Reading"):
        sayso.annotate(reading)
    assert reading.page is not None
    page = sayso.annotate(reading.page)
    assert page.claims
    assert repr(page).startswith("<Annotated memory:: 1 blocks, ")
    assert repr(sayso.collate([])) == "<Collated: nothing>"
