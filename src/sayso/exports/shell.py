"""What both kinds of report are put together from: templates, files of the package, and digests for their policy."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from typing import TYPE_CHECKING

from sayso.exports.visible import cut, name_shown, said_shown, title_shown
from sayso.exports.words import day

if TYPE_CHECKING:
    from jinja2 import Template


def template(name: str) -> Template:
    """A template of this package, which escapes everything that is put into it."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("sayso.exports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"day": day, "shown": said_shown, "name": name_shown, "title": title_shown, "cut": cut}
    return environment.get_template(name)


def asset(folder: str, name: str) -> str:
    """A file of this package; raises FileNotFoundError if it was not built."""
    return (resources.files("sayso.exports") / folder / name).read_text(encoding="utf-8")


def digest_of(text: str) -> str:
    """The source expression of a content security policy for an inline script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
