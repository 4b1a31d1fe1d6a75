"""What all commands share: messages, exit statuses, and how the record is opened."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from sayso.record.store import Record

DEFAULT_RECORD = "case.sayso"

#: Exit statuses: the record is unusable; the arguments are; something that came in could not be read; Ctrl-C.
FAILED, UNUSABLE, UNREADABLE, STOPPED = 1, 2, 3, 130


def say(message: str) -> None:
    """Prints a message on standard error."""
    click.echo(message, err=True)


def say_on_terminal(message: str) -> None:
    """Prints a message on standard error if that is a terminal, where somebody waits."""
    if sys.stderr.isatty():
        say(message)


def fail(message: str, status: int = FAILED) -> NoReturn:
    """Prints a message on standard error and exits."""
    say(f"sayso: {message}")
    raise SystemExit(status)


@contextmanager
def opened(path: Path | None, *, read_only: bool = True, create: bool = True) -> Iterator[Record]:
    """Opens the record; exits with a message that says what to do if it cannot be used."""
    from sayso.record.store import AmbiguousError, Record, RecordError

    try:
        with Record(path or Path(DEFAULT_RECORD), read_only=read_only, create=create) as record:
            yield record
    except RecordError as error:
        fail(str(error), UNUSABLE if isinstance(error, AmbiguousError) else FAILED)


class Counter:
    """A progress bar on standard error, if that is a terminal. It is called with the number of documents so far."""

    def __init__(self, what: str):
        from tqdm import tqdm

        self._bar = tqdm(desc=what, unit=" documents", file=sys.stderr, disable=not sys.stderr.isatty(), leave=False)

    def __call__(self, total: int) -> None:
        self._bar.update(total - self._bar.n)

    def close(self) -> None:
        self._bar.close()


class Commands(click.Group):
    """The group of commands, listed in the order in which a newcomer needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command, and turns what a person can mend into a message instead of a traceback."""
        from sayso.assets import AssetError

        try:
            return super().invoke(ctx)
        except AssetError as error:
            fail(str(error))
        except BrokenPipeError:  # whoever reads the output wants no more of it, as ``head`` does: not a failure
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0) from None
        except KeyboardInterrupt:
            raise SystemExit(STOPPED) from None


def writable(_: click.Context, __: click.Parameter, path: Path | None) -> Path | None:
    """The callback of an option that names an output file: refuses it before any work is done if it is not writable."""
    if path is not None and str(path) != "-":
        folder = path.absolute().parent
        if not folder.is_dir():
            raise click.BadParameter(f"there is no folder {str(folder)!r} to write it to.")
        if not os.access(path if path.exists() else folder, os.W_OK):
            raise click.BadParameter(f"{str(path)!r} cannot be written.")
    return path


def next_steps(record: Path | None, *steps: tuple[str, str]) -> None:
    """Prints what can be typed next: each step is a command and its arguments; ``--record`` is added if needed."""
    typed = Path(sys.argv[0])  # the path as typed, if the shell would not find the command by its name
    program = str(typed) if typed.name == "sayso" and shutil.which("sayso") is None else "sayso"
    named = f"--record {shlex.quote(str(record))} " if record is not None else ""
    if steps:
        say("\n" + "\n".join(f"{program} {name} {named}{what}" for name, what in steps))
