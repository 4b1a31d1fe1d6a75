from __future__ import annotations

import pytest
from lxml import html

from sayso.documents.html.stamps import stamped_day


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        ('<p itemprop="datePublished" content="2019-03-04 10:31:00">March</p>', "2019-03-04"),
        ('<time itemprop="datePublished" datetime="2019-03-04T10:31">4 March</time>', "2019-03-04"),
        ('<span itemprop="datePublished">4 March 2019</span>', "2019-03-04"),
        ('<i itemprop="datePublished">4 March 2019</i><i itemprop="datePublished">5 March 2019</i>', None),
        ('<span itemprop="dateModified">4 March 2019</span>', None),
        (f'<span itemprop="datePublished">{"4 March 2019 " * 9}</span>', None),
    ],
)
def test_microdata(markup: str, day: str | None) -> None:
    found = stamped_day(html.fromstring(f"<div>{markup}</div>"), None)
    assert found == (day and (day, "microdata datePublished"))


@pytest.mark.parametrize(
    ("stamp", "day"),
    [("Tue, Sep 15 2020 10:01:41 EDT", "2020-09-15"), ("2020-09-15T10:01:41Z", "2020-09-15"), ("soon", None)],
)
def test_stamps_of_json_ld_in_other_forms(stamp: str, day: str | None) -> None:
    assert stamped_day(html.fromstring("<p>none</p>"), stamp) == (day and (day, "JSON-LD datePublished"))
