"""The command line: what a person types, what is said on standard error, and the exit status.

``commands`` has the commands and their options. ``reading`` has what those do that read pages, print the brief or write
the report, ``piping`` what those do that turn JSON Lines into JSON Lines, ``console`` how all of them talk and fail.
"""

from sayso.cli.commands import main

__all__ = ["main"]
