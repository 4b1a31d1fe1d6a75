"""The report: data that cannot close its element, a policy of two digests, the plain report without a bundle."""

from __future__ import annotations

import json
import re

from sayso.cli.reading import write_report_to
from sayso.exports import report
from sayso.exports.payload import payload_of
from sayso.exports.report import Bundle, write_report
from sayso.exports.shell import digest_of
from sayso.exports.view import view

BUILT = Bundle(script="let a = 1;", style="p { color: red }", world="H4sI/+=")


def test_the_file_holds_the_records_data(record) -> None:
    written = write_report(view(record), built=BUILT)
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', written, flags=re.DOTALL)
    assert "<" not in data
    assert "&" not in data
    assert json.loads(data) == json.loads(json.dumps(payload_of(view(record))))
    assert "\u202e" not in written
    assert '<script type="text/plain" id="world">H4sI/+=</script>' in written


def test_the_policy_allows_the_bundle_and_no_more(record) -> None:
    written = write_report(view(record), built=BUILT).replace("&#39;", "'")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', written)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules == {
        "default-src": "'none'",
        "script-src": f"'{digest_of(BUILT.script)}'",
        "style-src": f"'{digest_of(BUILT.style)}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert f"<script>{BUILT.script}</script>" in written
    assert f"<style>{BUILT.style}</style>" in written


def test_without_a_bundle_it_is_the_plain_report(record, monkeypatch) -> None:
    monkeypatch.setattr(report, "FOLDER", "no-such-folder")
    assert report.bundle() is None
    written = write_report(view(record))
    assert 'id="data"' not in written
    assert "How the origins were counted" in written


def test_the_command_says_that_the_report_is_plain(record, monkeypatch, tmp_path, capsys) -> None:
    monkeypatch.setattr(report, "FOLDER", "no-such-folder")
    write_report_to(view(record), tmp_path / "r.html")
    assert "script is not built here" in capsys.readouterr().err
    assert "How the origins were counted" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_the_built_script_is_small() -> None:
    built = report.bundle()
    if built is not None:
        assert len(built.script.encode()) < 400 * 1024
        assert "</script" not in built.script.lower()


def test_without_script_the_brief_can_be_read(record) -> None:
    written = write_report(view(record), built=BUILT)
    (aside,) = re.findall(r"<noscript>(.*?)</noscript>", written, flags=re.DOTALL)
    assert "BRIDGE AT ARVEL CLOSED" in aside
    assert "Four people were hurt &lt;script&gt;" in aside or "four people were hurt" in aside
    assert "<script" not in aside
