"""Pages that try to run, to close the data, to turn the line, to burst the layout: nothing runs, everything fits."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import inventedrecords
from visits import PHONE, VIEWS, WIDE, Made, Visit, made

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
    "\u202eneddih\u202c \u2066isolated\u2069 \u200f\u061c",
    "__proto__ constructor toString",
    "أعلنت الوزارة أن اثني عشر شخصًا قُتلوا في البلدة",
    "官方称该镇至少有十二人死亡，搜救仍在继续",
    "👩‍👩‍👧‍👦🏳️‍🌈🇸🇾 e\u0301\u0327\u0323" + "\u0300" * 40,
    "\x00\x07\x1b[31m\u2028line\u2029",
    "W" * 10_000,
    "](javascript:alert(1)) &lt;b&gt; &#x3c; \\u003cscript\\u003e",
)


def hostile(field: str, number: int) -> str:
    """A payload in every field; claims and sources differ so that rows stay apart."""
    return f"{PAYLOADS[number % len(PAYLOADS)]} {field} {number}"


@pytest.fixture(scope="module", params=[True, False], ids=["texts", "no texts"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("hostile")
    with inventedrecords.make(folder / "hostile.sayso", 18, 70, hostile) as record:
        return made(record, folder / "hostile.html", texts=request.param)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_runs_and_everything_fits(browser: Any, report: Made, size: dict[str, int]) -> None:
    page = browser.new_page(viewport=size)
    visiting = Visit(page, report.path)
    for route in (
        *(f"#/{name}/1" for name in VIEWS),
        "#/claims/1/3",
        "#/documents/1/2?row=1",
        "#/lineage/1/1",
        "#/print/1",
    ):
        visiting.open(route)
        page.wait_for_timeout(40)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{route} is {wide} pixels too wide"
        assert page.evaluate("document.querySelectorAll('main img, main script, main iframe, main style').length") == 0
        assert page.evaluate("[...document.querySelectorAll('a')].every((a) => a.getAttribute('href').startsWith('#'))")
    page.close()
    assert visiting.complaints == []
    assert visiting.fetched == []


def test_the_data_cannot_close_its_element(report: Made) -> None:
    text = report.path.read_text(encoding="utf-8")
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', text, flags=re.DOTALL)
    assert "<" not in data
    assert json.loads(data) == json.loads(json.dumps(report.data))
    assert text.count("</script>") == 3


def test_no_character_turns_the_line(report: Made) -> None:
    text = report.path.read_text(encoding="utf-8")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\x00-\x08\x1b]", text)


def test_text_of_another_direction_is_laid_out_so(browser: Any, report: Made) -> None:
    page = browser.new_page(viewport=WIDE)
    Visit(page, report.path).open("#/claims/1?q=" + "الوزارة")
    heading = page.locator(".claim h3", has_text="الوزارة").first
    assert heading.evaluate("(h) => getComputedStyle(h).direction") == "rtl"
    page.close()


def test_a_chain_runs_from_the_outlet_on_whatever_is_written_from_the_right(browser: Any, report: Made) -> None:
    page = browser.new_page(viewport=WIDE)
    Visit(page, report.path).open("#/print/1")
    beside = page.evaluate(
        "[...document.querySelectorAll('.entry span[dir=ltr] > span + span')].flatMap((e) => {"
        "  const [a, b] = [e.previousElementSibling, e].map((s) => s.querySelector('bdi')?.getClientRects() ?? []);"
        "  return a.length && b.length && a[a.length - 1].top === b[0].top ? [[a[a.length - 1].left, b[0].left]] : [];"
        "})"
    )
    assert beside
    assert all(left < right for left, right in beside)
    page.close()
