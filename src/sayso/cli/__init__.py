"""What a person types, what is said on standard error, with which status it ends.

``commands`` are the commands and their options, ``reading`` is what those do that read pages, and the brief and the
report that several print and write, ``piping`` what those do between two streams of JSON Lines, ``console`` what all of
them say and how they fail.
"""

from sayso.cli.commands import main

__all__ = ["main"]
