from __future__ import annotations

import pytest

from sayso.documents.pictures import find_photo_credit, is_caption, is_caption_beside, is_photo_credit, split_credit


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


def test_glued_credit_and_caption() -> None:
    line = "© Meridian Photo / T. OlanderThe bridge at Karsova stands under water"
    parts = split_credit(line, 0, len(line))
    assert parts
    assert [line[slice(*part)] for part in parts] == [
        "© Meridian Photo / T. Olander",
        "The bridge at Karsova stands under water",
    ]
    assert split_credit("The bridge at KarsovaThe road is closed to all", 0, 46) is None


@pytest.mark.parametrize(
    ("words", "caption", "name"),
    [
        ("Photo: Lena Ost / Meridian", False, "Lena Ost / Meridian"),
        ("The mill. (Photo by Ray Hutto/The Barlow Argus)", True, "Ray Hutto/The Barlow Argus"),
        ("The mill at night.", True, None),
    ],
)
def test_names_of_photographers(words: str, caption: bool, name: str | None) -> None:
    found = list(find_photo_credit(words, 10, caption=caption))
    assert [c.name for c in found] == ([name] if name else [])
    assert all(words[c.start - 10 : c.end - 10] == c.name for c in found)
