"""The command as a person types it: output, messages, exit status."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso import assets
from sayso.cli import main
from sayso.record.store import Record

PAGE = """Evening Post
Home
News

Three hurt as bridge fails in Arvel

By Ana Ruiz

ARVEL, May 14, 2024 - Three people were hurt when a footbridge fell into the river at Arvel on Tuesday, the fire
service said.

“We heard a crack and then the whole span went,” said Tomas Beck, who keeps a shop beside the bridge.

The mayor, Ines Gall, said the bridge had been inspected in March and was found to be safe.

Copyright 2024 Evening Post. All rights reserved.
"""


def run(*arguments: object, stdin: bytes | str | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that holds the page."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    done = run("read", folder / "page.txt", "--record", folder / "case.sayso")
    assert done.exit_code == 0, done.output
    return folder / "case.sayso"


def test_help_shows_every_command_and_an_example_of_each() -> None:
    text = run("--help").output
    for name, command in main.commands.items():
        assert name in text
        assert "Example:" in run(name, "--help").output, command


def test_read_prints_the_brief_and_says_where_it_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    done = run("read", "page.txt", "--report", "brief.html", "--all")
    assert done.exit_code == 0, done.output
    assert "keeping the record in case.sayso" in done.stderr
    assert "THREE HURT AS BRIDGE FAILS IN ARVEL" in done.stdout
    assert "Tomas Beck" in done.stdout
    assert (tmp_path / "brief.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_reading_again_adds_no_row(kept: Path) -> None:
    def counted() -> list[int]:
        connection = sqlite3.connect(kept)
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counts = [connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in sorted(tables)]
        connection.close()
        return counts

    before = counted()
    done = run("read", kept.parent / "page.txt", "--record", kept)
    assert done.exit_code == 0
    assert counted() == before


def test_standard_input_is_read(tmp_path: Path) -> None:
    done = run("read", "-", "--record", tmp_path / "case.sayso", "--all", stdin=PAGE)
    assert done.exit_code == 0, done.output
    assert "Tomas Beck" in done.stdout


def test_brief_explain_verify_and_report_read_the_record(kept: Path, tmp_path: Path) -> None:
    assert "THREE HURT" in run("brief", "--record", kept).stdout
    explained = run("explain", "1", "--record", kept)
    assert explained.exit_code == 0
    assert "captured from" in explained.stdout
    assert "⟦" in explained.stdout
    assert run("verify", "--record", kept).stdout.startswith("whole: 1 ledger entries")
    assert run("report", tmp_path / "r.html", "--record", kept).exit_code == 0


def test_a_row_that_is_not_there(kept: Path) -> None:
    done = run("explain", "claim-none", "--record", kept)
    assert done.exit_code == 2
    assert "has no row 'claim-none'" in done.stderr
    done = run("explain", "99", "--record", kept)
    assert done.exit_code == 2
    assert "has no claim 99" in done.stderr
    done = run("explain", "block-", "--record", kept)
    assert done.exit_code == 2
    assert "several ids begin with block-" in done.stderr


def test_verify_names_the_broken_entry(kept: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.sayso"
    broken.write_bytes(kept.read_bytes())
    connection = sqlite3.connect(broken)
    (data,) = connection.execute("SELECT data FROM content").fetchone()
    with connection:
        connection.execute("UPDATE content SET data = ?", (data[:-1] + bytes([data[-1] ^ 1]),))
    connection.close()
    done = run("verify", "--record", broken)
    assert done.exit_code == 1
    assert "BROKEN: ledger entry 1 (capture-" in done.stderr


@pytest.mark.parametrize("command", ["brief", "verify", "explain"])
def test_without_a_record_the_message_says_how_to_make_one(command: str, tmp_path: Path) -> None:
    arguments = [command, "1"] if command == "explain" else [command]
    done = run(*arguments, "--record", tmp_path / "none.sayso")
    assert done.exit_code == 1
    assert "make one with: sayso read" in done.stderr


FURNITURE = "Home\nNews\nSport\nSign in\nSubscribe\nFollow us\nCookie policy\nContact\n"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", bytes(range(256)) * 40, "it is not text"),
        ("furniture.txt", FURNITURE.encode(), "no article text found"),
        ("latin.txt", b"\xff\xfe\xff" + PAGE.encode("latin-1", "replace"), ""),
        ("half.txt.gz", gzip.compress(PAGE.encode() * 50)[:-40], "cut short"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_is_kept(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(PAGE, encoding="utf-8")
    record = tmp_path / "case.sayso"
    done = run("read", tmp_path / name, tmp_path / "good.txt", "--record", record, "--all")
    assert done.exit_code == 3, done.output
    assert "NOT UNDERSTOOD" in done.stdout
    assert said in " ".join(done.stdout.split())
    assert "Tomas Beck" in done.stdout
    assert run("verify", "--record", record).exit_code == 0


def test_a_name_typed_wrong_is_said_and_not_kept(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PAGE, encoding="utf-8")
    record = tmp_path / "case.sayso"
    done = run("read", tmp_path / "pagse", "--record", record)
    assert done.exit_code == 2
    assert "there is no such file or folder: " in done.stderr
    assert not record.exists()
    done = run("read", tmp_path / "pagse", tmp_path / "good.txt", "--record", record, "--all")
    assert done.exit_code == 3
    assert "pagse'; the others are read" in done.stderr
    assert "Tomas Beck" in done.stdout
    assert "NOT UNDERSTOOD" not in done.stdout
    assert run("read", "", "--record", record).exit_code == 2  # and not the current folder


def test_only_what_can_be_typed_next_is_proposed(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    done = run("read", tmp_path / "good.txt", "--record", tmp_path / "a.sayso", "--report", tmp_path / "a.html")
    assert f"explain --record {tmp_path / 'a.sayso'} 1" in done.stderr
    assert f"report written to {tmp_path / 'a.html'}" in done.stderr
    assert " report --record" not in done.stderr
    assert "judge" not in done.stderr
    assert " report --record" in run("read", tmp_path / "good.txt", "--record", tmp_path / "a.sayso").stderr
    done = run("read", tmp_path / "empty.txt", "--record", tmp_path / "b.sayso")
    assert done.stderr.strip() == ""


def test_a_report_that_cannot_be_written_is_said_before_anything_is_done(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PAGE, encoding="utf-8")
    nowhere, record = tmp_path / "no" / "brief.html", tmp_path / "case.sayso"
    done = run("read", tmp_path / "good.txt", "--record", record, "--report", nowhere)
    assert done.exit_code == 2
    assert "there is no folder" in done.stderr
    assert not record.exists()
    assert run("report", nowhere, "--record", kept).exit_code == 2
    assert run("report", tmp_path, "--record", kept).exit_code == 2


def test_a_report_goes_to_standard_output(kept: Path) -> None:
    done = run("report", "-", "--plain", "--record", kept)
    assert done.exit_code == 0
    assert done.stdout.startswith("<!doctype html>")
    assert done.stdout.rstrip().endswith("</html>")


def test_a_folder_without_readable_files(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    done = run("read", tmp_path / "pages", "--record", tmp_path / "case.sayso")
    assert done.exit_code == 3
    assert "pages" in done.output


def test_a_record_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    done = run("read", tmp_path / "page.txt", "--record", tmp_path / "no" / "such" / "folder.sayso")
    assert done.exit_code == 1
    assert "cannot be written" in done.stderr
    foreign = tmp_path / "notes.sayso"
    foreign.write_bytes(b"these are notes and not a record of anything " * 100)
    done = run("read", tmp_path / "page.txt", "--record", foreign)
    assert done.exit_code == 1
    assert "not a record" in done.stderr
    assert foreign.read_bytes().startswith(b"these are notes")


def test_a_changed_asset_is_said_without_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*sources: str, now: str, workers: int) -> None:
        raise assets.AssetError("asset 'outlets.tsv' is not the one that was shipped; reinstall sayso")

    monkeypatch.setattr("sayso.documents.read", refused)
    done = run("read", tmp_path, "--record", tmp_path / "case.sayso")
    assert done.exit_code == 1
    assert "reinstall sayso" in done.stderr
    assert "Traceback" not in done.output


def test_unusable_arguments() -> None:
    assert run("read").exit_code == 2
    assert run("read", "x", "--workers", "0").exit_code == 2
    assert run("nonsense").exit_code == 2


def test_two_judgements_at_once_are_refused(kept: Path) -> None:
    done = run("judge", "1", "2", "--same", "--not-same", "--by", "Ana", "--record", kept)
    assert done.exit_code == 2
    assert "one thing that you judge" in done.stderr
    assert "nobody has judged" in run("judge", "--list", "--record", kept).stdout


def test_the_demo_says_that_its_folder_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("demo", "--folder", tmp_path / "file" / "demo")
    assert done.exit_code == 2
    assert "cannot be made" in done.stderr


@pytest.mark.parametrize("command", [["brief"], ["explain", "1"], ["annotate"]])
def test_whoever_reads_the_output_may_stop(command: list[str], kept: Path) -> None:
    script = "import sys; from sayso.cli import main; sys.argv[0] = 'sayso'; main(prog_name='sayso')"
    named = [] if command == ["annotate"] else ["--record", str(kept)]
    lines = json.dumps({"id": "a", "text": PAGE}).encode() + b"\n"
    process = subprocess.Popen(
        [sys.executable, "-c", script, *command, *named],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, said = process.communicate(lines)
    assert (process.returncode, said) == (0, b"")


LINES = "\n".join(
    [
        json.dumps({"id": "a", "text": PAGE}),
        "not json",
        json.dumps({"id": "c"}),
        json.dumps({"id": "d", "text": "The dam is safe, the mayor of Arvel said on Monday.", "prose": True}),
    ]
)


def test_annotate_writes_a_line_for_a_line_in_order(tmp_path: Path) -> None:
    done = run("annotate", stdin=LINES)
    assert done.exit_code == 3
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["a", None, "c", "d"]
    assert all(line["schema"] == 1 for line in lines)
    assert lines[0]["text"] == PAGE
    assert set(lines[1]) == {"schema", "id", "problems"}
    assert lines[3]["body"] == "The dam is safe, the mayor of Arvel said on Monday."
    for line in (lines[0], lines[3]):
        covered = sorted(i for b in line["blocks"] for i in range(*b["span"]) if not line["text"][i].isspace())
        assert covered == [i for i, c in enumerate(line["text"]) if not c.isspace()]


def test_collate_takes_what_annotate_takes_and_writes() -> None:
    first = run("collate", stdin=LINES)
    assert first.exit_code == 3
    again = run("collate", stdin=run("annotate", stdin=LINES).stdout)
    assert again.exit_code == 3

    def told(result: Result) -> list[str]:
        """The rows without the ids that hang on what the documents were read from."""
        return sorted(
            re.sub(r"\b(claims?|story|cluster)-[0-9a-f]{16}", "", line) for line in result.stdout.splitlines()
        )

    assert told(first) == told(again)
    stories = [row for row in map(json.loads, first.stdout.splitlines()) if row.get("kind") == "story"]
    assert sorted(m for s in stories for m in s["members"]) == ["a", "d"]


def test_every_line_goes_by_an_id_that_tells_it_from_the_others() -> None:
    text = "The dam is safe, the mayor of Arvel said on Monday."
    lines = [{"id": 7, "text": text}, {"text": text}, {"id": "", "text": text}, {"id": {"a": 1}, "text": text}, [text]]
    written = [
        json.loads(line) for line in run("annotate", stdin="\n".join(map(json.dumps, lines))).stdout.splitlines()
    ]
    assert [line["id"] for line in written] == ["7", "line 2", "line 3", "line 4", None]
    assert [bool(line["problems"]) for line in written] == [False, True, True, True, True]
    assert written[4]["problems"][0]["reason"].startswith("line 5: not a JSON object")
    done = run("collate", stdin="\n".join(map(json.dumps, lines)))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert sorted(m for r in rows if r.get("kind") == "story" for m in r["members"]) == [
        "7",
        "line 2",
        "line 3",
        "line 4",
    ]
    assert [r["id"] for r in rows if "problems" in r] == ["line 2", "line 3", "line 4", None]


def test_a_collation_does_not_hang_on_the_order_of_its_lines(tmp_path: Path) -> None:
    told = (
        "Four people died when the dam at Arvel broke, the mayor said on Monday.",
        "The dam broke on Monday, she said.",
    )
    lines = [
        json.dumps({"id": f"d{n}", "text": told[n % 2], "publisher": f"Outlet {n}", "published": "2025-03-10"})
        for n in range(6)
    ]
    done = [run("collate", stdin="\n".join(order)).stdout for order in (lines, lines[::-1])]
    assert done[0] == done[1]
    shown = [r["members"] for r in map(json.loads, done[0].splitlines()) if r["kind"] == "claim"]
    assert all([m["document"] for m in held] == sorted(m["document"] for m in held) for held in shown)


def test_a_missing_file_of_lines(tmp_path: Path) -> None:
    done = run("annotate", tmp_path / "none.jsonl")
    assert done.exit_code == 2
    assert "cannot be read" in done.stderr


#: ``sayso`` as it is on a machine so busy that it stands still at the fortieth page.
#: How long a test waits for a process on a machine that is busy (seconds).
PATIENCE = 240

HELD_UP = """
import time
from sayso import cli, documents

read = documents.read

def slowly(*sources, **options):
    for number, reading in enumerate(read(*sources, **options)):
        if number == 40:
            time.sleep(600)
        yield reading

documents.read = slowly
cli.main(prog_name="sayso")
"""


def test_ctrl_c_leaves_a_record_that_reading_again_completes(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(60):
        (pages / f"{number:02}.txt").write_text(PAGE.replace("Three", f"Number {number}:"), encoding="utf-8")
    record = tmp_path / "case.sayso"
    command = [sys.executable, "-c", HELD_UP, "read", str(pages), "--record", str(record)]

    def annotated() -> int:
        try:
            connection = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
        except sqlite3.Error:
            return 0
        with contextlib.closing(connection):
            try:
                count: int = connection.execute("SELECT count(*) FROM standing").fetchone()[0]
            except sqlite3.Error:
                return 0
        return count

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            deadline = time.monotonic() + PATIENCE
            while annotated() < 3 and process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()  # one that does not end must not slow the tests behind it
    assert process.returncode == 130, said
    assert "goes on from here" in said
    assert 3 <= annotated() < 60
    assert run("verify", "--record", record).exit_code == 0
    assert run("read", pages, "--record", record).exit_code == 0
    assert annotated() == 61


def test_import_and_help_are_quick() -> None:
    def seconds(*command: str) -> float:
        times = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([sys.executable, *command], check=True, capture_output=True, env=dict(os.environ))
            times.append(time.perf_counter() - start)
        return min(times)

    assert seconds("-c", "import sayso") < 0.3
    assert seconds("-m", "sayso", "--help") < 0.6


def test_the_demo_leaves_what_is_no_record_of_this_version(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "example.sayso").write_text("no record of ours", encoding="utf-8")
    (folder / "example.sayso-wal").write_text("nor is this", encoding="utf-8")
    with contextlib.closing(sqlite3.connect(folder / "example-2.sayso")) as other:
        other.execute("CREATE TABLE about (name, value)")
        other.commit()
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    done = run("demo", "--folder", folder)
    assert done.exit_code == 0, done.output
    assert before == {name: (folder / name).read_bytes() for name in before}
    assert [line for line in done.stderr.splitlines() if "takes another name" in line] == [
        f"sayso: {folder / 'example.sayso'} is not a record, or is damaged; restore it from a copy "
        "(file is not a database). The demo leaves it and takes another name.",
        f"sayso: {folder / 'example-2.sayso'} was made by a newer Sayso (schema not stated); install that one to read "
        "it. The demo leaves it and takes another name.",
    ]
    assert "origins" in done.output
    assert f"explain --record {folder / 'example-3.sayso'} 1" in done.stderr
    assert run("demo", "--folder", folder).exit_code == 0
    assert not (folder / "example-4.sayso").exists()


def test_the_demo_says_where_its_record_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *to, **how: connect(*to, **{**how, "timeout": 0.1}))
    record = tmp_path / "example.sayso"
    Record(record).close()
    with contextlib.closing(sqlite3.connect(record, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = run("demo", "--folder", tmp_path)
    assert done.exit_code == 1
    assert f"{record} is being written by another process; try again when it is done" in done.stderr
    assert not (tmp_path / "example-2.sayso").exists()
