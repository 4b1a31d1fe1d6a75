import base64
import email.message
import gzip
from email.policy import SMTP

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents import read
from sayso.documents.formats.messages import MOST_PARTS
from sayso.vocab import Zone

WORDS = "The harbour of Eastport stays closed until Friday, a spokeswoman for the port said on Tuesday."
HTML = f"<html><body><h1>Harbour closed</h1><p>{WORDS}</p></body></html>"


def mail(text=WORDS, *, subject="Harbour closed", sender="Port Office <press@port.example>", **headers):
    message = email.message.EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = sender, "desk@paper.example", subject
    message["Date"] = "Tue, 14 May 2024 23:30:00 -0500"
    message["Message-ID"] = "<1@port.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def saved_page(page=HTML, frames=0):
    lines = [
        "From: <Saved by Blink>",
        "Snapshot-Content-Location: https://eastport.example/harbour",
        "Subject: =?utf-8?Q?Harbour=20closed?=",
        "Date: Thu, 16 May 2024 08:00:00 -0000",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="----b"',
        "",
        "------b",
        "Content-Type: text/html",
        "Content-Transfer-Encoding: binary",
        "Content-Location: https://eastport.example/harbour",
        "",
        page,
    ]
    for number in range(frames):
        lines += ["------b", "Content-Type: text/html", f"Content-Location: cid:{number}", "", "<p>Buy a boat</p>"]
    lines += [
        "------b",
        "Content-Type: image/png",
        "Content-Transfer-Encoding: base64",
        "",
        "iVBORw0KGgo=",
        "------b--",
        "",
    ]
    return "\r\n".join(lines).encode()


def reasons(readings):
    return " / ".join(problem.reason for reading in readings for problem in reading.problems)


def test_a_mail_is_a_document_with_its_day_and_subject():
    data = mail().as_bytes()
    (found,) = read(data)
    document = found.page.document
    assert (document.headline, document.published.date) == ("Harbour closed", "2024-05-14")
    assert document.text.strip() == WORDS
    assert document.publisher is None  # whoever sends it need not be who published it
    assert found.data == data
    assert found.capture.media_type == "message/rfc822"


def test_a_mailing_is_published_by_its_sender():
    (found,) = read(
        mail(sender="Eastport Herald <news@herald.example>", List_Unsubscribe="<https://x.example>").as_bytes()
    )
    assert found.page.document.publisher == "Eastport Herald"


def test_the_domain_of_a_known_outlet_names_it():
    (found,) = read(mail(sender="Alerts <alerts@email.reuters.com>").as_bytes())
    assert found.page.document.publisher == "Reuters"


def test_of_two_forms_the_markup_is_read():
    message = mail("Open this mail in a browser.")
    message.add_alternative(HTML, subtype="html")
    (found,) = read(message.as_bytes())
    assert WORDS in found.page.document.text
    assert "Open this mail" not in found.page.document.text


def test_attachments_are_read_and_pictures_counted():
    message = mail()
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="map.png")
    message.add_attachment(HTML.encode(), maintype="text", subtype="html", filename="../../page.html")
    message.add_attachment(gzip.compress(WORDS.encode()), maintype="application", subtype="gzip", filename="words.gz")
    message.add_attachment(mail("Inside the message: " + WORDS))
    found = list(read(message.as_bytes()))
    pages = {reading.capture.uri: reading.page.document.text for reading in found if reading.page}
    assert list(pages) == ["memory:", "memory:!/page.html", "memory:!/words.gz", "memory:!/5"]
    assert "Inside the message" in pages["memory:!/5"]
    assert reasons(found) == "attachments left out because they are not text: 1 image/png"


def test_messages_inside_messages_are_opened_so_deep():
    message = mail()
    for _ in range(6):
        outer = mail()
        outer.add_attachment(message)
        message = outer
    found = list(read(message.as_bytes()))
    assert sum(reading.page is not None for reading in found) == 4
    assert "more than 3 archives deep" in reasons(found)


def test_a_saved_page_is_the_page_that_it_was():
    (found,) = read(saved_page(frames=2))
    assert found.page.document.uri == "https://eastport.example/harbour"
    assert found.page.document.headline == "Harbour closed"
    assert found.capture.retrieved_at == "2024-05-16T08:00:00Z"
    assert {block.zone for block in found.page.blocks} >= {Zone.BODY}
    assert reasons([found]) == "frames inside the saved page were left out: 2"


def test_a_message_that_is_cut_short_is_read_and_said():
    whole = saved_page()
    (found,) = read(whole)
    assert found.problems == ()
    found, said = read(whole[: whole.rindex(b"</p>")])
    assert found.page.document.text.endswith("on Tuesday.")
    assert "it is cut short" in said.problems[0].reason


def test_the_encoding_of_a_part_is_its_own():
    message = mail()
    message.set_content("Le café d’Eastport est fermé, a dit la mairie.", charset="windows-1252")
    (found,) = read(message.as_bytes())
    assert "café d’Eastport" in found.page.document.text


def test_a_message_without_text_is_said():
    message = mail()
    message.clear_content()
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="map.png")
    assert "the message holds no text" in reasons(read(message.as_bytes()))


def test_too_many_parts_are_said():
    part = b"--b\r\nContent-Type: text/plain\r\n\r\n" + WORDS.encode() + b"\r\n"
    head = b"MIME-Version: 1.0\r\nFrom: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    assert "more than" in reasons(read(head + part * (MOST_PARTS + 5) + b"--b--\r\n"))


@pytest.mark.parametrize(
    "head",
    [
        b"Subject: =?utf-8?b?////?=",
        b"Subject: =?x-none?q?abc?=",
        b'From: "unclosed <a@b',
        b"Date: 99 Foo 20024 25:61:61 +9999",
        b'Content-Type: multipart/mixed; boundary=""',
        b"Content-Type: multipart/mixed",
        b"Content-Type: text/html; charset=none-such",
        b"Content-Transfer-Encoding: base64",
        b"Content-Disposition: attachment; filename*=bad''%ff%",
    ],
)
def test_odd_headers_never_raise(head):
    list(read(b"MIME-Version: 1.0\r\n" + head + b"\r\n\r\n" + WORDS.encode()))


def test_many_levels_of_parts_never_raise():
    level = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(2_000))
    assert list(read(b"MIME-Version: 1.0\r\n" + level + b"\r\n" + WORDS.encode()))


@settings(deadline=None)
@given(st.data())
def test_no_change_of_bytes_raises(data):
    damaged = bytearray(data.draw(st.sampled_from([mail().as_bytes(), saved_page(frames=1)])))
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    assert list(read(bytes(damaged)))


@pytest.mark.parametrize("subject", ["=?unicode_escape?q?=5Cud800?=", "=?\ufffdtf-8?q?x?="])
def test_a_subject_in_an_odd_encoding_is_no_crash(subject):
    data = mail().as_bytes().replace(b"Subject: Harbour closed", b"Subject: " + subject.encode("utf-8"))
    (found,) = read(data)
    assert found.page.document.headline.encode()


def test_the_name_of_an_attachment_can_be_written():
    message = mail()
    message.add_attachment(WORDS.encode(), maintype="text", subtype="plain", filename="words.txt")
    data = message.as_bytes().replace(b'filename="words.txt"', b"filename*=unicode_escape''w%5Cud800.txt")
    assert [reading.capture.uri for reading in read(data)] == ["memory:", "memory:!/w\ufffd.txt"]


def test_the_text_goes_on_behind_a_picture():
    message = mail("The first half of the article.")
    message.make_mixed()
    for words in ("A picture", "The second half of the article."):
        part = email.message.EmailMessage(policy=SMTP)
        part.set_content(words)
        if words == "A picture":
            part.replace_header("Content-Type", "image/png")
        message.attach(part)
    (found,) = read(message.as_bytes())
    assert found.page.document.text.split() == "The first half of the article. The second half of the article.".split()


def test_what_is_shown_inside_a_mail_but_is_no_text_of_it_is_read_too():
    message = mail()
    message.add_attachment(HTML.encode(), maintype="text", subtype="html", filename="page.html", disposition="inline")
    uris = [reading.capture.uri for reading in read(message.as_bytes())]
    assert len(uris) == 2


def test_a_twin_of_the_text_is_not_read_twice():
    message = mail()
    message.add_alternative(HTML, subtype="html")
    (found,) = read(message.as_bytes())
    assert found.problems == ()


def test_divisions_with_other_line_ends_are_counted():
    data = b"MIME-Version: 1.0\nTo: a\nContent-Type: multipart/mixed; boundary=b\n\n" + b"\r--b\r\r" * 30_000
    assert "divisions" in reasons(read(data))


def test_what_is_not_encoded_as_it_says_is_read_and_said():
    packed = base64.encodebytes((WORDS * 4).encode())
    head = b"From: a@port.example\nSubject: Harbour\nMessage-ID: <1@x>\nContent-Transfer-Encoding: base64\n\n"
    assert reasons(read(head + packed)) == ""
    (page, said) = read(head + packed[: len(packed) // 2 - 1])
    assert page.page.document.text.startswith(WORDS[:40])
    assert reasons([said]) == "parts not encoded as they say, of which some may be lost: 1 (1)"
