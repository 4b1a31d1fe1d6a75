from __future__ import annotations

import pytest

from sayso.documents.credits import pictures
from sayso.documents.credits.photographers import find_photo_credit
from sayso.documents.credits.pictures import (
    glued_credit,
    is_caption,
    is_caption_beside,
    is_photo_credit,
    split_caption,
)
from sayso.vocab import Zone


@pytest.mark.parametrize(
    ("line", "credit", "caption"),
    [
        ("Photo: Lena Ost", True, False),
        ("Image source, Getty Images", True, False),
        ("© AFP / Lena Ost", True, False),
        ("Image caption, The court heard that 14 schools had received the papers", False, True),
        ("Protesters carry a barrel through Dorvale [Lina Haddad/EPA]", False, True),
        ("Firefighters at the mill on Tuesday night. (Photo by Ray Hutto)", False, True),
        ("A man walks past the bank in Altmark, June 13, 2022. Meridian/Lena Ost", False, True),
        ("The photo shop on Depot Street has closed.", False, False),
        ("The image of the party has suffered, she said.", False, False),
    ],
)
def test_lines_about_pictures(line: str, credit: bool, caption: bool) -> None:
    assert is_photo_credit(line) is credit
    assert is_caption(line) is caption


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("A flag flies over the ruins of the fort in Karsova, April 1, 2016.", True),
        ("A still from a video posted on May 3, 2019, shows the bridge.", True),
        ("The bridge was closed on April 1, 2016.", False),
        ("“A flag flies over the fort,” he said on April 1, 2016.", False),
        ("The council closed the bridge over the canal because engineers call it unsafe.", False),
    ],
)
def test_captions_by_place(line: str, caption: bool) -> None:
    assert is_caption_beside(line) is caption


@pytest.mark.parametrize(
    "line",
    [
        "© Meridian Photo / T. Olander¦The bridge at Karsova stands under water",
        "¦The bridge at Karsova stands under water¦(Photo by Ray Hutto/The Barlow Argus)",
        "¦People displaced by the flood queue for bread, Talmere, May 5, 2019.¦REUTERS/Ann Oye",
        "¦Soldiers wave from a lorry.¦Photo: Tavria News Agency",
        "¦The minister arrives at the court on Monday.¦Foto: Ion Olaru/Meridian Photos",
        "¦Smoke rises over Karsova¦[Screengrab]",
        "¦A boy sits on the quay.¦Ann Oye/AFP/Getty Images",
        "¦A boy sits on the quay in Talmere.¦Getty Images",
        "¦The ruins of the mill on Tuesday.¦Photograph: Ann Oye/The Lantern",
        "¦Rescuers search the river for survivors¦© Anton Karel / Reuters",
        "¦Voters wait in Dorvale.¦(photo credit: ANN OYE/REUTERS)",
        "¦The port of Talmere at dawn.¦(Xinhua/Li Ming)",
        "¦The port of Talmere at dawn, a day after it was closed.¦AP",
        "¦The bridge at Karsova stands under water¦",
    ],
)
def test_captions_and_their_credits_are_parted(line: str) -> None:
    before, caption, after = (line + "¦").split("¦")[:3]
    text = " ".join(part for part in (before, caption, after) if part) if not before else before + caption
    parts = split_caption(text, 0, len(text))
    wanted = [(before, Zone.CREDIT), (caption, Zone.CAPTION), (after, Zone.CREDIT)]
    assert [(text[p.start : p.end], p.zone) for p in parts] == [(words, zone) for words, zone in wanted if words]
    assert is_caption(text) is (bool(after) or bool(before))


@pytest.mark.parametrize(
    "line",
    [
        "The minister said that the road would be opened within a week, he added. (AFP)",
        "The council voted on the plan, and the mayor told reporters that it had failed (Reuters)",
        "The talks went on. (Reporting by Ann Oye; Editing by Omar Saidi/Reuters)",
        "The match was won by the pair Oye/Saidi",
        "He said that she took a photo by mistake.",
    ],
)
def test_paragraphs_that_end_with_a_name_are_no_captions(line: str) -> None:
    assert not is_caption(line)


def test_a_line_without_credit_is_not_parted() -> None:
    assert glued_credit("The bridge at KarsovaThe road is closed to all", 0, 46) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Photo: Lena Ost / Meridian", "Lena Ost / Meridian"),
        ("(Photo by Ray Hutto/The Barlow Argus)", "Ray Hutto/The Barlow Argus"),
        ("(AP Photo/Lena Ost)", "AP Photo/Lena Ost"),
        ("[Lena Ost/EPA]", "Lena Ost/EPA"),
        ("REUTERS/Lena Ost", "REUTERS/Lena Ost"),
    ],
)
def test_names_of_photographers(words: str, name: str) -> None:
    found = list(find_photo_credit(words, 10))
    assert [c.name for c in found] == [name]
    assert all(words[c.start - 10 : c.end - 10] == c.name for c in found)


@pytest.mark.parametrize("line", ["The dam is on " + "'-" * 900, "Fire at a dam " + "a-" * 900])
def test_a_line_of_hyphens_is_read_at_once(line: str) -> None:
    assert not is_caption_beside(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Foto: Jens Wolt/dpa/Symbolbild", "Jens Wolt/dpa"),
        ("(picture alliance / dpa / Lena Ost)", "picture alliance / dpa / Lena Ost"),
        ("- © heyda - stock.example.com", "heyda - stock.example.com"),
        ("Bild2: ©Lena Ost bestimmte Rechte vorbehalten.", "Lena Ost"),
        ("(Lena Ost, special to Harbour Gazette)", "Lena Ost"),
        ("Photo / Department of Quays", "Department of Quays"),
    ],
)
def test_what_stands_behind_a_name_is_none_of_it(line, name):
    assert [credit.name for credit in find_photo_credit(line, 0)] == [name]


def test_two_credits_behind_a_caption():
    words = "Boats at the quay (Lena Ost/PA) Image: PA Wire"
    parts = [words[part.start : part.end] for part in pictures.split_caption(words, 0, len(words))]
    assert parts == ["Boats at the quay", "(Lena Ost/PA)", "Image: PA Wire"]
