"""Who publishes a site, as its markup says."""

from __future__ import annotations

import pytest
from lxml import html

from sayso.documents.html.sitestated import item_names, stated_publisher


@pytest.mark.parametrize(
    ("own", "site", "wanted"),
    [
        ("Harbour Gazette", None, ("Harbour Gazette", None)),
        (None, "Inland Eye", ("Inland Eye", None)),
        ("Marsh Media Holdings Ltd", "Inland Eye", ("Inland Eye", None)),
        ("Reuters", "Inland Eye", ("Inland Eye", "Reuters")),
        ("WordPress", "Inland Eye", ("Inland Eye", None)),
    ],
)
def test_publisher(own: str | None, site: str | None, wanted: tuple[str | None, str | None]) -> None:
    node = {"publisher": {"name": own}} if own else {}
    assert stated_publisher(node, {"og:site_name": site} if site else {}, None) == wanted


def test_microdata() -> None:
    page = '<p><span itemprop="publisher"><meta itemprop="name" content="Harbour Gazette"></span></p>'
    page += '<div itemprop="author" itemscope><meta itemprop="name" content="Ada Bell"></div>'
    assert item_names(html.fromstring(f"<div>{page}</div>")) == {"publisher": "Harbour Gazette", "author": "Ada Bell"}
    assert item_names(html.fromstring("<p>x</p>")) == {}
