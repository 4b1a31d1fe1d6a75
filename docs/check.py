"""Checks the documentation: links and paths lead somewhere, every command, option and field of a row is described,
every decision listed, every module on the map that its package's docstring gives.

python docs/check.py
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click

from sayso import cli, documents, exports, layers, record, relations, types
from sayso.types import KINDS
from sayso.vocab import Slot, Zone

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")
NAMED = re.compile(r"``(\w+)``")
PATH = re.compile(r"`(\w[\w./-]*/[\w-]+\.(?:json|md|py|tsv|ts|tsx|txt))`")
#: What a path in the documentation may begin at.
BASES = (ROOT, ROOT / "src" / "sayso", ROOT / "src" / "sayso" / "documents")
HOSTS = re.compile(r"(?i)py" r"pi\.org|python" r"hosted\.org|npm" r"js\.(?:org|com)")


def pages() -> list[Path]:
    found = [ROOT / "README.md", ROOT / "CHANGELOG.md"]
    return [*found, *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "examples").glob("*.md"))]


def broken_links() -> Iterator[str]:
    for page in pages():
        text = page.read_text(encoding="utf-8")
        for match in LINK.finditer(text):
            target = match.group(1)
            if "://" in target or target.startswith("mailto:"):
                continue
            if not (page.parent / target).exists():
                yield f"{page.relative_to(ROOT)}: nothing at {target}"
        if HOSTS.search(text):
            yield f"{page.relative_to(ROOT)}: names a package registry's host"


def broken_paths() -> Iterator[str]:
    """Files of the repository that a page names and that are not there."""
    for page in pages():
        for path in PATH.findall(page.read_text(encoding="utf-8")):
            if not any((base / path).exists() for base in BASES):
                yield f"{page.relative_to(ROOT)}: no file {path}"


def undocumented() -> Iterator[str]:
    """Commands, options, rows and vocabularies that the reference leaves out."""
    commands = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    for name, command in cli.main.commands.items():
        if f"## sayso {name}" not in commands:
            yield f"docs/reference/commands.md: no section on sayso {name}"
        if "Example" not in (command.help or ""):
            yield f"sayso {name}: its help shows no example"
        for option in command.params:
            if isinstance(option, click.Option) and option.opts[0] not in commands:
                yield f"docs/reference/commands.md: sayso {name} {option.opts[0]} is not described"
    rows = (ROOT / "docs/reference/rows.md").read_text(encoding="utf-8")
    for kind, row in KINDS.items():
        listed = ", ".join(field.name for field in fields(row) if field.name != "id")
        if f"`{kind}` | {listed} |" not in rows:
            yield f"docs/reference/rows.md: {kind} has the fields {listed}"
    words = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    for word in (*Zone, *Slot):
        if f"**{word.value}**" not in words:
            yield f"docs/glossary.md: no {word.value}"


def unlisted_decisions() -> Iterator[str]:
    listed = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
    for page in sorted((ROOT / "docs/decisions").glob("0*.md")):
        if page.name not in listed:
            yield f"docs/decisions/README.md: {page.name} is not listed"


def unmapped() -> Iterator[str]:
    """Modules that the docstring of their package does not name, and names there that no module has."""
    for package in (cli, documents, exports, layers, record, relations, types):
        folders = [Path(package.__path__[0])]
        for folder in [*folders, *sorted(path.parent for path in folders[0].glob("*/__init__.py"))]:
            map_ = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
            held = {path.stem for path in folder.glob("*.py")}
            held |= {path.parent.name for path in folder.glob("*/__init__.py")}
            for name in sorted(set(NAMED.findall(map_)) ^ held - {"__init__"}):
                what = "not named in the docstring" if name in held else "no module"
                yield f"{folder.relative_to(ROOT)}: {name} is {what}"


def main() -> int:
    found = [*broken_links(), *broken_paths(), *undocumented(), *unlisted_decisions(), *unmapped()]
    print("\n".join(found) if found else f"the documentation is whole: {len(pages())} pages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
