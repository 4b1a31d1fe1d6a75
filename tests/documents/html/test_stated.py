"""From whom a page's markup says that its article is."""

from __future__ import annotations

from lxml import html

from sayso.documents.html.stated import name_of, resolved, source_logos, stated_origins

GAZETTE = {"@type": "Organization", "name": "Harbour Gazette"}


def test_references_are_followed() -> None:
    by_id = {"#a": {"@id": "#a", "name": "Ada Bell"}}
    assert resolved([{"@id": "#a"}], by_id) == [{"@id": "#a", "name": "Ada Bell"}]
    assert resolved({"@id": "#b"}, by_id) == {}
    assert resolved("Ada Bell", by_id) == "Ada Bell"


def test_who_holds_the_rights_or_made_the_work_it_is_based_on() -> None:
    assert stated_origins({"copyrightHolder": GAZETTE}, {}, ["Inland Eye"]) == ("Harbour Gazette",)
    assert stated_origins({"isBasedOn": {"publisher": GAZETTE}}, {}, ["Inland Eye"]) == ("Harbour Gazette",)
    assert stated_origins({"isBasedOn": "https://www.reuters.com/a"}, {}, ["Inland Eye"]) == ("Reuters",)
    assert stated_origins({}, {"dcterms.source": "Harbour Gazette"}, ["Inland Eye"]) == ("Harbour Gazette",)
    assert stated_origins({}, {"original-source": "https://gazette.example/a"}, []) == ("gazette.example",)


def test_neither_the_publisher_nor_a_person_is_one() -> None:
    assert stated_origins({"copyrightHolder": GAZETTE}, {}, ["Harbour Gazette"]) == ()
    assert (
        stated_origins({}, {"dc.source": "Harbour Gazette 2019 574:7776"}, ["gazette.example", "Harbour Gazette"]) == ()
    )
    assert stated_origins({"copyrightHolder": GAZETTE, "publisher": GAZETTE}, {}, ["Inland Eye"]) == ()
    assert stated_origins({"copyrightHolder": {"@type": "Person", "name": "Ada Bell"}}, {}, []) == ()


def test_the_logo_of_an_agency() -> None:
    page = '<div class="agency-bar"><img src="a.png" alt="AFP"></div><div class="top"><img alt="Reuters"></div>'
    assert source_logos(html.fromstring(page), "Inland Eye") == ("AFP",)
    assert source_logos(html.fromstring(page), "AFP") == ()


def test_names_in_values_of_all_kinds() -> None:
    assert name_of([{"name": " Ada  Bell "}]) == "Ada Bell"
    assert name_of({"name": 3}) is None
