"""Shared passages: what counts, what does not, and that the rows are the same in any order."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.relations.index.candidates import ANCHORS
from sayso.relations.reuse.collator import Text, compare, find_reuse, row_of
from sayso.relations.reuse.passages import Passage, align
from sayso.relations.reuse.wording import read_all, read_words
from sayso.types import Block, Document, Reuse, Span
from sayso.vocab import Zone

FERRY = """\
The ferry Sankt Olai ran aground off Korsnas early on Thursday with 214 people on board, the coast guard said.
All passengers were brought ashore by noon and nobody was badly hurt, according to the harbour master, Ines Aalto.
Divers found a gash eleven metres long below the waterline and said the vessel would not sail again this winter.
The operator, Brinelund Lines, blamed a beacon that had been dark for three nights and promised to pay for hotels.
Prosecutors opened an inquiry into the conduct of the captain, who had passed the same rocks four hundred times."""

STRIKE = """\
Nurses at nine hospitals in the Tarn valley walked out on Monday after talks over night shifts broke down.
The health board cancelled six hundred appointments and asked patients with minor injuries to stay at home.
Union leader Petra Vask told a crowd outside the Ostheim clinic that the pay offer was worth less than last year's.
A board spokesman said the door remained open and that a mediator would be named before the end of the week.
Ambulance crews voted to join the strike from Friday unless the night allowance is restored in full."""

NOTICE = "Subscribe to our evening letter and read six stories a day that our editors picked for you, free of charge."


def pages(*texts: tuple[str, str]) -> tuple[list[Document], list[Block]]:
    """Documents of (publisher, text), each line of it a body paragraph."""
    documents, blocks = [], []
    for number, (publisher, text) in enumerate(texts):
        document = Document(capture_id=f"capture-{number}", uri="memory:", text=text, publisher=publisher or None)
        documents.append(document)
        at = 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(span=Span(document.id, at, at + len(line)), zone=Zone.BODY))
            at += len(line) + 1
    return documents, blocks


def found(*texts: tuple[str, str]) -> list[Reuse]:
    return find_reuse(*pages(*texts))


def damaged(text: str, share: float, seed: int = 1) -> str:
    random_ = random.Random(seed)
    return "".join(random_.choice("etaoin") if c.isalpha() and random_.random() < share else c for c in text)


def lines(text: str, *numbers: int) -> str:
    return "\n".join(text.split("\n")[n] for n in numbers)


@pytest.mark.parametrize(
    ("copy", "least"),
    [
        (FERRY, 1.0),
        (FERRY.upper(), 1.0),
        (lines(FERRY, 0, 1), 0.95),  # abridged
        (lines(FERRY, 0, 2, 4), 0.8),  # sentences dropped
        (damaged(FERRY, 0.03), 0.6),
        (FERRY.replace(",", "").replace(".", ""), 0.95),
    ],
    ids=["equal", "capitals", "abridged", "dropped", "damaged", "unpunctuated"],
)
def test_a_copy_is_found(copy: str, least: float) -> None:
    (row,) = found(("Norrland Post", FERRY), ("Coast Herald", copy))
    assert row.score >= least
    assert row.left.document_id < row.right.document_id


def test_two_texts_blended_descend_from_both() -> None:
    blend = "\n".join((lines(FERRY, 0, 2), lines(STRIKE, 0, 1)))
    documents, blocks = pages(("A", FERRY), ("B", STRIKE), ("C", blend))
    rows = find_reuse(documents, blocks)
    pairs = {frozenset((r.left.document_id, r.right.document_id)) for r in rows}
    assert pairs == {frozenset((documents[2].id, documents[n].id)) for n in (0, 1)}


def test_a_copied_passage_in_a_long_article_is_found() -> None:
    host = "\n".join(f"On day {n} the council of Ward {n * 7} met about lamp {n * 13}." for n in range(120))
    rows = found(("A", FERRY), ("B", f"{host}\n{lines(FERRY, 1, 2, 3)}\n{host[:900]}"))
    assert len(rows) == 1
    assert min(rows[0].share_of_left, rows[0].share_of_right) < 0.1 < 0.5 < rows[0].score


@pytest.mark.parametrize(
    "other",
    [
        STRIKE,
        "A ferry with 214 people on board hit rocks near Korsnas on Thursday. The coast guard took everybody off it.\n"
        "Harbour master Ines Aalto said the beacon had not worked since Monday, and prosecutors are looking into it.",
        "",
        "…",
    ],
    ids=["another subject", "the same happening in other words", "empty", "no words"],
)
def test_no_shared_text_no_row(other: str) -> None:
    assert found(("A", FERRY), ("B", other)) == []


def test_the_passages_slice_to_the_same_words() -> None:
    documents, blocks = pages(("A", FERRY), ("B", f"{STRIKE}\n{lines(FERRY, 1, 2)}"))
    (row,) = find_reuse(documents, blocks)
    texts = {d.id: d.text for d in documents}
    ((left, right),) = row.matched
    assert texts[left.document_id][left.start : left.end] == texts[right.document_id][right.start : right.end]
    assert "passengers were brought ashore" in texts[left.document_id][left.start : left.end]


def test_the_detail_counts_the_words() -> None:
    (row,) = found(("Norrland Post", FERRY), ("Coast Herald", lines(FERRY, 0, 1)))
    assert "39 of 39 words of" in row.detail
    assert "(Coast Herald) stand in" in row.detail


SPEECH = "“We told them in spring that the beacon was failing and they sent us a form to fill in,” said pilot Jan Roke"


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“"])
def test_a_quotation_alone_is_no_reuse(marks: str) -> None:
    said = SPEECH.replace("“", marks[0]).replace("”", marks[1])
    report = "The ship lies on its side.\n" + said + ".\nA crane will come on Sunday, weather permitting."
    other = "Brinelund Lines cancelled all trips.\n" + said + " on local radio."
    assert found(("A", report), ("B", other)) == []


def test_a_quotation_beside_reuse_is_said_to_be_one() -> None:
    text = f"{FERRY}\n{SPEECH}."
    other = f"{lines(FERRY, 0, 1, 2)}\nTugs are on their way.\n{SPEECH}, a retired man."
    (row,) = found(("A", text), ("B", other))
    assert "quotation" in row.detail
    assert len(row.matched) == 2


def test_standing_text_of_a_publisher_does_not_count() -> None:
    articles = [lines(FERRY, 0, 1), lines(FERRY, 2, 3), lines(STRIKE, 0, 1), lines(STRIKE, 2, 3), lines(STRIKE, 4)]
    assert found(*[("Dale News", f"{article}\n{NOTICE}") for article in articles]) == []


def test_an_article_run_often_by_one_publisher_counts_all_the_same() -> None:
    rows = found(*[("Dale News", f"{FERRY}\nEdition {n} of {n * 3}.") for n in range(5)])
    assert len(rows) == 10


def test_the_versions_of_one_publisher_are_no_standing_text() -> None:
    cut = [lines(FERRY, 0, 2, 4), lines(FERRY, 1, 3, 4), lines(FERRY, 0, 1), damaged(FERRY, 0.03)]
    blend = "\n".join((lines(FERRY, 1, 3), lines(STRIKE, 0, 1, 2)))
    documents, blocks = pages(*(("Dale News", text) for text in (FERRY, *cut, blend)))
    pairs = {frozenset((r.left.document_id, r.right.document_id)) for r in find_reuse(documents, blocks)}
    assert {frozenset((documents[0].id, d.id)) for d in documents[1:]} <= pairs


def test_of_very_many_copies_each_is_tied_to_some() -> None:
    documents, blocks = pages(*[("", f"{FERRY}\nEdition {n}.") for n in range(150)])
    ties: Counter[str] = Counter()
    for row in find_reuse(documents, blocks):
        ties.update((row.left.document_id, row.right.document_id))
    assert len(ties) == 150
    assert min(ties.values()) == ANCHORS
    assert sorted(ties.values())[-ANCHORS:] == [149] * ANCHORS


def test_many_copies_are_found_by_their_likeness() -> None:
    rows = found(*[("", f"{FERRY}\nEdition {n}.") for n in range(34)])
    assert len(rows) == 34 * 33 // 2


def test_the_order_of_the_input_does_not_matter() -> None:
    texts = [("A", FERRY), ("B", lines(FERRY, 0, 1, 2)), ("C", f"{STRIKE}\n{lines(FERRY, 3, 4)}"), ("D", STRIKE)]
    documents, blocks = pages(*texts)
    rows = find_reuse(documents, blocks)
    assert find_reuse(documents[::-1], blocks[::-1]) == rows
    assert len(rows) == 3


def test_furniture_is_not_compared() -> None:
    documents, blocks = pages(("A", FERRY), ("B", FERRY))
    furniture = [Block(span=b.span, zone=Zone.FURNITURE) for b in blocks]
    assert find_reuse(documents, furniture) == []


WORDS: Sequence[str] = ("ferry", "rock", "Aalto", "night", "“", "”", ".", "\n", "😀", "of", "the", "x" * 9000)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60), st.lists(st.sampled_from(WORDS), max_size=60))
def test_passages_lie_in_their_texts_and_do_not_overlap(one: list[str], other: list[str]) -> None:
    (a, b), blocks = pages(("A", " ".join(one)), ("B", "-" + " ".join(other)))
    left, right = (read_words(d, [x for x in blocks if x.span.document_id == d.id]) for d in (a, b))
    done = 0
    for passage in align([left], right)[0]:
        assert done <= passage.left < passage.left_end <= len(left.ids)
        assert 0 <= passage.right < passage.right_end <= len(right.ids)
        done = passage.left_end
    for row in find_reuse([a, b], blocks):
        assert 0 <= row.score <= 1
        texts = {d.id: d.text for d in (a, b)}
        assert all(s.end <= len(texts[s.document_id]) for pair in row.matched for s in pair)


SENTENCES = FERRY.split("\n")
texts_ = st.lists(st.sampled_from([*SENTENCES, damaged(SENTENCES[0], 0.03), lines(STRIKE, 0)]), min_size=1, max_size=7)


@settings(max_examples=100, deadline=None)
@given(texts_, texts_)
def test_it_makes_no_difference_which_document_has_the_smaller_id(one: list[str], other: list[str]) -> None:
    documents, blocks = pages(("A", "\n".join(one)), ("B", "\n".join(other)))
    a, b = (
        Text(read_words(d, [x for x in blocks if x.span.document_id == d.id]), places=[], stock=b"") for d in documents
    )
    longest = max(a, b, key=lambda text: (len(text.words.ids), text.words.ids))
    (passages,) = align([(a if longest is b else b).words], longest.words)
    turned = [Passage(p.right, p.right_end, p.left, p.left_end, p.equal) for p in passages]
    there, back = row_of(a, b, passages if longest is b else turned), row_of(b, a, turned if longest is b else passages)
    assert (there is None) == (back is None)
    if there and back:
        assert there.score == back.score
        assert (there.share_of_left, there.share_of_right) == (back.share_of_right, back.share_of_left)
        assert set(there.matched) == {(left, right) for right, left in back.matched}
        assert (there.left, there.right) == (back.right, back.left)
    assert compare([a if longest is b else b], longest) in ([there], [back])


def test_several_texts_are_compared_with_one_as_each_alone() -> None:
    texts = [FERRY, damaged(FERRY, 0.05), lines(FERRY, 0, 2), STRIKE, "Ferry.", f"{FERRY}\n{STRIKE}"]
    documents, blocks = pages(*((chr(65 + n), text) for n, text in enumerate(texts)))
    bodies = [[x for x in blocks if x.span.document_id == document.id] for document in documents]
    read = read_all(zip(documents, bodies, strict=True))
    for together, document, body in zip(read, documents, bodies, strict=True):
        alone = read_words(document, body)
        assert (alone.ids, alone.places) == (together.ids, together.places)
        assert all((a == b).all() for a, b in zip(alone.fingerprints, together.fingerprints, strict=True))
    *several, longest = (Text(words, places=[], stock=b"") for words in read)
    assert compare(several, longest) == [compare([one], longest)[0] for one in several]
