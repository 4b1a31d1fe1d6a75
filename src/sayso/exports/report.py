"""The report: one HTML file that opens offline from a mail attachment, loads nothing and can be printed.

The data is JSON in a script element of a type that no browser runs, with every ``<`` escaped, so that nothing in a page
can close it. The content security policy allows the one script and the one style of this file, by digest, and no
connection at all. Without script, the brief can be read. The script is built from ``frontend/``; if it was not built,
the report is the plain one.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from sayso.exports.brief import NARROWEST, write_brief
from sayso.exports.payload import payload_of
from sayso.exports.plain import write_plain
from sayso.exports.shell import asset, digest_of, template
from sayso.exports.shown import RecordView

FOLDER = "bundle"

#: Characters that could close a script element or end a line of script, and how JSON can write them instead.
ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


class Bundle(NamedTuple):
    """What ``make frontend`` builds: script, style, and the world's borders (gzip, base64)."""

    script: str
    style: str
    world: str


def bundle() -> Bundle | None:
    """The built script and style; None if they were not built."""
    try:
        return Bundle(asset(FOLDER, "report.js"), asset(FOLDER, "report.css"), asset(FOLDER, "world.txt"))
    except FileNotFoundError:
        return None


def write_report(found: RecordView, texts: bool = True, built: Bundle | None = None) -> str:
    """The whole report as one HTML document; the plain report if there is no bundle, given or installed.

    Without ``texts`` it quotes only spans under 200 characters.
    """
    built = built or bundle()
    if built is None:
        return write_plain(found, texts)
    data = json.dumps(payload_of(found, texts), ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return template("report.html").render(
        name=found.name,
        brief="\n".join(write_brief(found, width=NARROWEST)),
        data=data.encode("utf-8", "replace").decode(),
        world=built.world,
        script=built.script,
        style=built.style,
        script_hash=digest_of(built.script),
        style_hash=digest_of(built.style),
    )
