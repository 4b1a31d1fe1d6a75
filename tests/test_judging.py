"""``sayso judge`` as a person types it, and what every later run makes of it."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli import main
from sayso.record.store import Record
from sayso.vocab import JudgementKind

PAGES = {
    "courier": "Dawn Courier\n\n12 killed in market blast in Tarven\n\nTARVEN, May 14, 2024 - A blast at the market in "
    "Tarven killed 12 people on Tuesday, the Harbour Office said.\n\n“We heard a second explosion,” said Ana Dovic, a "
    "doctor in the town.\n",
    "herald": "Lake Herald\n\nMarket blast: 12 dead\n\nTARVEN, May 14, 2024 - Twelve people were killed when a bomb "
    "went off in the market of Tarven on Tuesday, according to the Ministry of Health.\n",
}
LATER = (
    "Coast Mail\n\nTwelve dead in Tarven\n\nTARVEN, May 15, 2024 - A blast at the market in Tarven on Tuesday killed "
    "12 people, the Harbour Office said on Wednesday.\n"
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    for name, text in PAGES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    done = run("read", *sorted(folder.glob("*.txt")), "--record", folder / "case.sayso", "--all")
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def record(kept: Path, tmp_path: Path) -> Path:
    shutil.copy(kept / "case.sayso", tmp_path / "case.sayso")
    return tmp_path / "case.sayso"


def judge(record: Path, *arguments: object) -> Result:
    return run("judge", *arguments, "--record", record)


def clusters(record: Path) -> dict[str, str]:
    with Record(record, read_only=True) as held:
        return {m.member_id: m.cluster_id for m in held.members() if m.cluster.value == "claim"}


def account(record: Path, words: str) -> str:
    """The id of the first claim of these words."""
    with Record(record, read_only=True) as held:
        texts = {d.id: d.text for d in held.documents()}
        return next(
            c.id for c in held.claims() if words in " ".join(texts[s.document_id][s.start : s.end] for s in c.content)
        )


def test_a_judgement_is_kept_shown_and_followed(record: Path) -> None:
    one, other = account(record, "killed 12 people"), account(record, "second explosion")
    assert clusters(record)[one] != clusters(record)[other]
    done = judge(record, one, other, "--same", "--by", "Ines Gall", "--note", "one count", "--date", "2024-06-01")
    assert done.exit_code == 0, done.output
    said = "judged by Ines Gall on 2024-06-01: one count"
    assert done.stdout.startswith("#1 “")
    assert said in done.stdout
    assert "in the brief" in done.stdout
    assert clusters(record)[one] == clusters(record)[other]
    brief = run("brief", "--all", "--record", record).stdout
    assert "✓" in brief
    assert said in " ".join(brief.split())
    explained = " ".join(run("explain", clusters(record)[one], "--record", record).stdout.split())
    assert explained.count(said) >= 3  # in the derivation and at both accounts
    assert said in run("judge", "--list", "--record", record).stdout
    assert run("verify", "--record", record).exit_code == 0


def test_an_undone_judgement_is_followed_no_more_and_still_listed(record: Path) -> None:
    before = clusters(record)
    one, other = account(record, "killed 12 people"), account(record, "second explosion")
    assert judge(record, one, other, "--same", "--by", "Ines Gall").exit_code == 0
    done = judge(record, "--undo", "1", "--by", "Ole Brandt", "--date", "2024-06-02")
    assert done.exit_code == 0, done.output
    assert "#2 undoes #1" in done.stdout
    assert clusters(record) == before
    listed = judge(record, "--list").stdout.splitlines()
    assert len(listed) == 2
    assert listed[0].endswith("[undone by #2]")
    assert listed[1].endswith("judged by Ole Brandt on 2024-06-02")
    assert judge(record, "--undo", "1", "--by", "Ole Brandt").exit_code == 2


def test_later_documents_and_their_order_change_nothing_of_it(record: Path, kept: Path) -> None:
    one, other = account(record, "killed 12 people"), account(record, "Twelve people were killed")
    assert clusters(record)[one] == clusters(record)[other]
    assert judge(record, one, other, "--not-same", "--by", "Ines Gall").exit_code == 0
    (record.parent / "later.txt").write_text(LATER, encoding="utf-8")
    assert run("read", record.parent / "later.txt", "--record", record).exit_code == 0
    found = clusters(record)
    assert found[one] != found[other]
    late = account(record, "on Tuesday killed")
    assert found[late] in (found[one], found[other])
    # the same pages and the same judgement, in another order, in a record of its own
    again = record.parent / "again.sayso"
    pages = [record.parent / "later.txt", kept / "herald.txt", kept / "courier.txt"]
    assert run("read", *pages, "--record", again).exit_code == 0
    assert judge(again, other, one, "--not-same", "--by", "Ines Gall").exit_code == 0
    assert clusters(again) == found


def test_a_number_stands_for_all_accounts_under_it(record: Path) -> None:
    one = account(record, "second explosion")
    number = next(
        line.split()[0]
        for line in run("brief", "--all", "--record", record).stdout.splitlines()
        if " toll " in line and line.split()[0].isdecimal()
    )
    assert judge(record, one, number, "--conflicts", "--by", "Ines Gall").exit_code == 0
    with Record(record, read_only=True) as held:
        (made,) = held.judgements()
        (link,) = (k for k in held.links() if k.judge == "Ines Gall")
    assert made.verdict is JudgementKind.CONFLICTS
    assert sorted((len(made.left), len(made.right)))[1] > 1
    assert link.relation.value == "conflicts"
    assert "CONFLICTS with" in run("brief", "--all", "--record", record).stdout


def test_two_names_of_one_body(record: Path) -> None:
    done = judge(record, "harbour office", "Ministry of Health", "--same-body", "--by", "Ines Gall")
    assert done.exit_code == 0, done.output
    assert "counted otherwise now" in done.stdout
    with Record(record, read_only=True) as held:
        told = [o for o in held.origins() if any("is one body with" in step for step in o.derivation)]
    assert told
    assert all((o.origins_min, o.origins_max) == (1, 1) for o in told)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("1", "2", "--same"), "say with --by who judges"),
        (("1", "2", "--same", "--by", "Sayso"), "say with --by who judges"),
        (("1", "--same", "--by", "Ines"), "1 given"),
        (("1", "1", "--same", "--by", "Ines"), "both sides are one and the same"),
        (("1", "99", "--same", "--by", "Ines"), "no claim '99'"),
        (("1", "claim-nothing", "--same", "--by", "Ines"), "no claim 'claim-nothing'"),
        (("Harbor Office", "Ministry of Health", "--same-body", "--by", "Ines"), "did you mean"),
        (("--undo", "7", "--by", "Ines"), "no judgement '7'"),
        (("1", "2", "--by", "Ines"), "that you judge of them"),
        (("1", "2", "--list"), "that you judge of them"),
        (("1", "2", "--same", "--by", "Ines", "--date", "yesterday"), "does not match the format"),
        ((), "that you judge of them"),
    ],
)
def test_what_cannot_be_judged_is_said(arguments: tuple[str, ...], said: str, record: Path) -> None:
    done = judge(record, *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    with Record(record, read_only=True) as held:
        assert list(held.judgements()) == []


def test_what_may_be_one_is_listed_until_it_is_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.relations.claims.possible.ASKED", 0.3)
    story = Path(__file__).parent / "corpora" / "later" / "sorvia-government-falls"
    case = tmp_path / "case.sayso"
    brief = run("read", *sorted(story.glob("*.txt")), "--record", case).stdout
    listed = judge(case, "--open").stdout.splitlines()
    pairs = [line.partition(":")[0].split(" and ") for line in listed if ": may be one claim" in line]
    assert len(pairs) > 1
    assert f"{len(pairs)} pairs of claims may be one, for you to judge (judge --open)" in " ".join(brief.split())
    assert next(line for line in listed if line.startswith("    ")).split()[0] == pairs[0][0]
    assert "--not-same" in listed[-1]
    done = judge(case, *pairs[0], "--not-same", "--by", "Ines Gall")
    assert done.exit_code == 0, done.output
    left = judge(case, "--open").stdout
    assert left.count(": may be one claim") == len(pairs) - 1
    assert listed[0].partition(":")[0] not in {line.partition(":")[0] for line in left.splitlines()}


def test_nothing_judged(record: Path) -> None:
    assert judge(record, "--list").stdout == "nobody has judged anything in this record\n"


def test_contradictory_judgements_name_the_earlier_ones(record: Path) -> None:
    words = "killed 12 people", "second explosion", "Twelve people were killed"
    a, b, c = (account(record, w) for w in words)
    assert judge(record, a, b, "--same", "--by", "Ines Gall").exit_code == 0
    assert judge(record, b, c, "--same", "--by", "Ole Brandt").exit_code == 0
    done = judge(record, a, c, "--not-same", "--by", "Ines Gall")
    assert done.exit_code == 2
    assert "#1 " in done.stderr
    assert "#2 " in done.stderr
    assert "judged by Ole Brandt" in done.stderr


def test_a_judgement_without_its_claim_is_listed_as_that(record: Path) -> None:
    one, other = account(record, "killed 12 people"), account(record, "second explosion")
    assert judge(record, one, other, "--same", "--by", "Ines Gall").exit_code == 0
    connection = sqlite3.connect(record)
    with connection:  # as after a reading that no longer makes the claim
        connection.execute("DELETE FROM made WHERE row_id = ?", (other,))
    connection.close()
    assert "[without its claim" in judge(record, "--list").stdout


def test_control_characters_in_a_note_do_nothing(record: Path) -> None:
    one, other = account(record, "killed 12 people"), account(record, "second explosion")
    done = judge(record, one, other, "--agrees", "--by", "Ines\x1b[31m Gall", "--note", "red\x1b[2J\u202e alert")
    assert done.exit_code == 0
    assert "\x1b" not in done.output
    assert "\u202e" not in done.output


def test_a_record_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    done = judge(tmp_path / "none.sayso", "1", "2", "--same", "--by", "Ines Gall")
    assert done.exit_code == 1
    assert "make one with" in done.stderr
    assert not (tmp_path / "none.sayso").exists()


def test_the_report_marks_what_was_judged(record: Path) -> None:
    one, other = account(record, "killed 12 people"), account(record, "second explosion")
    assert judge(record, one, other, "--same", "--by", "Ines <b>Gall</b>", "--date", "2024-06-01").exit_code == 0
    page = record.parent / "brief.html"
    assert run("report", page, "--plain", "--record", record).exit_code == 0
    assert "judged by Ines &lt;b&gt;Gall&lt;/b&gt; on 2024-06-01" in page.read_text(encoding="utf-8")
    assert '<ul class="judged"><li dir="auto">✓' in page.read_text(encoding="utf-8")
