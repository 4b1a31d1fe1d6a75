import pytest

from sayso.documents import read
from sayso.documents.formats.saved import Saved, saved_from, without_inlined

SINGLE_FILE = """<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile 
 url: https://www.eastport.example/news/bridge 
 saved date: Thu May 16 2024 10:21:33 GMT+0200 (Central European Summer Time)
-->
"""
ARTICLE = (
    "<h1>Bridge opened</h1><p>The mayor of Eastport opened the bridge on Tuesday, the council said in a statement.</p>"
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (SINGLE_FILE, Saved("https://www.eastport.example/news/bridge", "2024-05-16T08:21:33Z")),
        ("<!-- saved from url=(0027)https://eastport.example/one -->\n<html>", Saved("https://eastport.example/one")),
        ("<!-- Page saved with SingleFile \n url: file:///home/a.html \n-->", Saved()),
        ("<!-- Page saved with SingleFile \n saved date: Thu Feb 31 2024 10:21:33 GMT+0200 -->", Saved()),
        ("<html><p>url: https://elsewhere.example</p>", Saved()),
        (" " * 9_000 + SINGLE_FILE, Saved()),
    ],
)
def test_what_a_saved_page_states(source, expected):
    assert saved_from(source) == expected


def test_pictures_in_the_source_are_no_text():
    source = f'<img src="data:image/png;base64,{"iVBOR" * 200}"><p>data: a word</p>'
    assert without_inlined(source) == '<img src="data:,"><p>data: a word</p>'


def test_a_page_saved_whole_has_the_address_that_it_came_from():
    picture = "data:image/png;base64," + "iVBORw0K" * 4_000
    (found,) = read((SINGLE_FILE + f"<img src={picture}>" + ARTICLE).encode())
    assert found.page.document.uri == "https://www.eastport.example/news/bridge"
    assert found.capture.retrieved_at == "2024-05-16T08:21:33Z"
    assert "iVBOR" not in found.page.document.text
    assert found.problems == ()
