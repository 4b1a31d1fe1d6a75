"""The brief: what it shows, how wide, and that no page's text can play with the terminal."""

from __future__ import annotations

import pytest

from sayso.exports.brief import write_brief
from sayso.exports.view import view
from sayso.types import Activity, replaced


@pytest.mark.parametrize("width", [60, 100])
def test_the_brief_says_it_all_and_keeps_its_width(record, width: int) -> None:
    lines = list(write_brief(view(record), width=width))
    text = "\n".join(lines)
    assert "2 documents, 1 story" in lines[0]
    assert "BRIDGE AT ARVEL CLOSED" in text
    assert "taken from Wire (not held)" in " ".join(text.split())
    assert "Ana Ruiz" in text
    assert "1–2 origins" in text
    assert "updates 2" in text
    assert "overtaken by 1" in text
    assert "CONFLICTS" in text
    assert "own voice" in text
    assert "NOT UNDERSTOOD (1)" in text
    assert max(map(len, lines)) <= width
    assert "\u202e" not in text


def test_the_brief_says_nothing_twice(record) -> None:
    lines = [line.strip() for line in write_brief(view(record), width=100, everything=True)]
    assert "outlets 1 · families 1 · texts 1 · origins 1" not in lines
    reasons = [line.partition(": ")[2] for line in lines if line.startswith("»")]
    told = [reason for reason in reasons if not reason.startswith("see ")]
    assert len(told) == len(set(told)) < len(reasons)


def test_documents_of_one_name_are_told_apart_by_their_headlines(record, case) -> None:
    twin = replaced(case.pages[0].document, uri="file:other", headline="Bridge at Arvel open", text="Open again.")
    with record.writing() as writer:
        writer.add([twin])
        story = replaced(case.collated.stories[0], member_id=twin.id)
        writer.add([story], Activity(stage="collate", version="1"))
        writer.desk().stand("story", [story.id])
    text = "\n".join(write_brief(view(record), width=100))
    assert "Evening Post, “Bridge at Arvel closed”, 14 May 2024" in text
    assert "Evening Post, “Bridge at Arvel open”, 14 May 2024" in text
    assert "Arvel Blog, undated" in text


def test_a_relation_told_at_another_claim_is_pointed_to_once(record, case) -> None:
    with record.writing() as writer:
        more = replaced(case.collated.links[1], detail="another reason")
        writer.add([more], Activity(stage="collate", version="1"))
        writer.desk().stand("story", [more.id])
    lines = [line.strip() for line in write_brief(view(record), width=100, everything=True)]
    assert lines.count("» CONFLICTS with 2: another reason") == 1
    assert lines.count("» CONFLICTS with 1: see 1") == 1


def test_an_empty_record_has_a_brief(tmp_path) -> None:
    from sayso.record.store import Record

    with Record(tmp_path / "empty.sayso") as record:
        (line,) = write_brief(view(record))
    assert "0 documents, 0 stories" in line
