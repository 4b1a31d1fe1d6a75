import builtins

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents import read
from sayso.documents.formats import pdf as pdf_module
from sayso.documents.formats.pdf import Printed, linear_text
from sayso.vocab import Zone

ARTICLE = [
    (20, 700, "Harbour stays closed"),
    (10, 670, "The harbour of Eastport stays closed until Friday, a spokeswoman for the port said"),
    (10, 658, "on Tuesday. Two ships collided there on Sunday in thick fog, and one of them lies"),
    (10, 646, "across the channel."),
    (10, 628, "Divers will look at the wreck on Wednesday, said the port's office, which runs the"),
    (10, 616, "salvage."),
]


def pdf(*pages):
    """A PDF of pages of lines, each its size in points, its height on the page and its words."""
    objects = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        drawn = "".join(f"BT /F1 {size} Tf 50 {height} Td ({words}) Tj ET\n" for size, height, words in lines).encode()
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 100 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 1 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    numbered = list(enumerate(objects, 1))
    numbered.append((100, b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(kids), b" ".join(kids))))
    numbered.append((101, b"<< /Type /Catalog /Pages 100 0 R >>"))
    out = b"%PDF-1.4\n"
    for number, body in numbered:
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    return out + b"trailer << /Root 101 0 R /Size 102 >>\n%%EOF\n"


def reasons(readings):
    return " / ".join(problem.reason for reading in readings for problem in reading.problems)


def printed(text, bottom, left=50.0, right=450.0, height=10.0):
    return Printed(text, left, bottom, right, height)


def test_an_article_is_read_in_paragraphs():
    pytest.importorskip("pypdfium2")
    data = pdf(ARTICLE)
    (found,) = read(data)
    headline, first, second = found.page.document.text.split("\n\n")
    assert headline == "Harbour stays closed"
    assert first.endswith("one of them lies across the channel.")
    assert second.startswith("Divers will look")
    assert {block.zone for block in found.page.blocks} == {Zone.HEADLINE, Zone.BODY}
    assert (found.data, found.capture.media_type) == (data, "application/pdf")


def test_what_runs_on_every_page_is_put_last_and_states_the_address():
    pytest.importorskip("pypdfium2")
    pages = []
    for number in (1, 2, 3):
        running = [(8, 30, f"https://eastport.example/harbour    {number}/3"), (8, 800, "5/16/24, 3:40 PM")]
        body = [(10, 700 - 12 * n, f"{'abc'[number - 1] * (n + 1)} goes on without an end and") for n in range(20)]
        pages.append([*running, *body])
    (found,) = read(pdf(*pages))
    assert found.page.document.uri == "https://eastport.example/harbour"
    first, *rest = found.page.document.text.split("\n\n")
    assert first.startswith("a goes on")
    assert first.endswith("cc goes on without an end and")
    assert len(rest) == 6


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([printed("one", 100), printed("two", 88), printed("three", 60)], "one two\n\nthree"),
        ([printed("A heading", 100, height=16), printed("Its text", 80)], "A heading\n\nIts text"),
        ([printed("It ended.", 100), printed("It began", 88, left=62)], "It ended.\n\nIt began"),
        ([printed("It ended.", 100, right=200), printed("It began", 88)], "It ended.\n\nIt began"),
        ([printed("down a column", 60), printed("and up the next", 100, left=300)], "down a column and up the next"),
        ([printed("The first column.", 60), printed("The next", 100, left=300)], "The first column.\n\nThe next"),
        ([printed("an agree\ufffe", 100), printed("ment was reached", 88)], "an agreement was reached"),
    ],
)  # fmt: skip
def test_paragraphs(lines, expected):
    assert linear_text([lines])[0] == expected


def test_a_pdf_in_a_web_archive_is_read():
    pytest.importorskip("pypdfium2")
    pytest.importorskip("fastwarc")
    body = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + pdf(ARTICLE)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://port.example/a.pdf"
        "\r\nWARC-Date: 2024-05-17T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    )
    (found,) = read(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n")
    assert found.page.document.uri == "https://port.example/a.pdf"
    assert (found.capture.status, found.capture.media_type) == (200, "application/pdf")


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"%PDF-1.7 and nothing", "cannot be read"), (pdf([]), "it is a scan"), (pdf([(10, 700, " ")]), "it is a scan")],
)
def test_what_is_wrong_is_said(data, reason):
    pytest.importorskip("pypdfium2")
    assert reason in reasons(read(data))


def test_without_the_extra_the_problem_says_how_to_get_it(monkeypatch):
    real = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name.startswith("pypdfium2"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    assert "pip install 'pypdfium2>=5'" in reasons(read(pdf(ARTICLE)))


@settings(deadline=None)
@given(st.data())
def test_no_change_of_bytes_raises(data):
    pytest.importorskip("pypdfium2")
    damaged = bytearray(pdf(ARTICLE))
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    list(read(bytes(damaged)))


def test_a_broken_page_spares_the_others():
    pytest.importorskip("pypdfium2")
    data = pdf(ARTICLE, ARTICLE).replace(b"/Kids [3 0 R", b"/Kids [1 0 R")
    (found,) = read(data)
    assert "Harbour stays closed" in found.page.document.text
    assert "its page 1 cannot be read" in reasons([found])


def test_letters_that_are_too_many_are_said(monkeypatch):
    pytest.importorskip("pypdfium2")
    monkeypatch.setattr(pdf_module, "MOST_LETTERS", 40)
    (found,) = read(pdf(ARTICLE))
    assert "of its page 1 only the first 40 of" in reasons([found])
