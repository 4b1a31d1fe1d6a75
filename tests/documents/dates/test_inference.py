from __future__ import annotations

import pytest

from sayso.documents.dates.inference import infer_from_credits, infer_from_weekdays
from sayso.documents.page import FoundCredit, ZonedRange
from sayso.vocab import CreditRole, DateBasis, Zone

PICTURE = "This photograph taken on Thursday, Feb. 6, 2020, shows the bridge at Karsova under water"


def inferred(caption: str, body: str) -> str | None:
    text = f"{caption}\n{body}"
    ranges = [ZonedRange(0, len(caption), Zone.CAPTION), ZonedRange(len(caption) + 1, len(text), Zone.BODY)]
    found = infer_from_weekdays(text, ranges)
    assert found is None or (found.basis is DateBasis.INFERRED and found.date in found.why)
    return found.date if found else None


@pytest.mark.parametrize(
    ("caption", "body", "date"),
    [
        (PICTURE, "On Friday the water rose. The governor said Sunday that boats were on their way.", "2020-02-09"),
        (PICTURE, "The governor told reporters on Saturday that boats were on their way.", "2020-02-08"),
        (PICTURE, "The dam overflowed on Thursday, the governor said in a statement on Friday.", "2020-02-07"),
        (PICTURE, "The governor said Thursday that help was near. The mayor said Friday it was not.", "2020-02-07"),
        # the Wednesday after the picture is as far as the one before it
        (PICTURE, "The governor said Wednesday that help was near.", None),
        # something happened after the last statement: it could be any later day
        (PICTURE, "The governor said Friday that help was near. On Saturday it came.", None),
        # what is still to come tells nothing
        (PICTURE, "The governor said Friday that help will come by Saturday.", "2020-02-07"),
        # nor does it where the verb stands further off
        (PICTURE, "The mayor said Friday he was glad. A day of rest will be held in Karsova on Sunday.", "2020-02-07"),
        # no statement is dated
        (PICTURE, "On Friday the water rose.", None),
        # a day without its weekday, an archive picture: no anchor
        ("The bridge at Karsova, Feb. 6, 2020", "The governor said Sunday that help was near.", None),
        ("FILE - The bridge on Thursday, Feb. 6, 2020", "The governor said Sunday that help was near.", None),
        # the weekday is not that day's
        ("The bridge on Monday, Feb. 6, 2020", "The governor said Sunday that help was near.", None),
    ],
)
def test_weekdays_after_a_dated_picture(caption: str, body: str, date: str | None) -> None:
    assert inferred(caption, body) == date


def test_a_credit_line_dates_the_text_it_took() -> None:
    one = FoundCredit(0, 1, CreditRole.REPUBLISHED_FROM, "Plain Research", "2017-05-09")
    other = FoundCredit(2, 3, CreditRole.REPUBLISHED_FROM, "Coastal Tribune", "2017-05-08")
    found = infer_from_credits([one])
    assert found
    assert found.date == "2017-05-09"
    assert infer_from_credits([one, other]) is None
    assert infer_from_credits([]) is None
