"""Command lines of the scripts in ``bench`` and ``docs``: a wrong option or value ends in one sentence."""

from __future__ import annotations

import math
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

from bot.commands.exits import USAGE, stop
from bot.knowledge.problems import BotError


class CommandLine(ArgumentParser):
    """What a script can be told, with what it says of itself as its help."""

    def __init__(self, about: str | None) -> None:
        """Take what the script says of itself."""
        super().__init__(description=about, formatter_class=RawDescriptionHelpFormatter)

    def takes_knowledge(self) -> None:
        """Add the option for another pack than that of the dialogue."""
        self.add_argument(
            "--knowledge",
            type=pack_at,
            default="knowledge/dialogue",
            metavar="DIR",
            help="the pack; else %(default)s",
        )

    def error(self, message: str) -> NoReturn:
        """End with one sentence that names what is wrong."""
        stop(f"{self.prog}: {message}; --help tells what can be given.", USAGE)


def whole(typed: str) -> int:
    """Read a whole number of at least 1."""
    try:
        number = int(typed)
    except ValueError:
        number = 0
    if number < 1:
        message = f"give a whole number of at least 1, not {typed!r}"
        raise ArgumentTypeError(message)
    return number


def positive(typed: str) -> float:
    """Read a number above 0."""
    try:
        number = float(typed)
    except ValueError:
        number = 0.0
    if not (number > 0 and math.isfinite(number)):
        message = f"give a number above 0, not {typed!r}"
        raise ArgumentTypeError(message)
    return number


def pack_at(typed: str) -> Path:
    """Read the path of a knowledge pack: a folder with YAML files, or one such file."""
    from bot.packs.files import find_files

    if not typed.strip():
        message = "it is empty; name the folder of a knowledge pack"
        raise ArgumentTypeError(message)
    found = find_files(Path(typed))
    if not found.files:
        why = "; ".join(f"{problem.message}; {problem.mend}" for problem in found.problems)
        message = f"no knowledge pack at {typed}: {why}"
        raise ArgumentTypeError(message)
    return Path(typed)


def folder_at(typed: str) -> Path:
    """Read the path of a folder that is there."""
    if not (typed.strip() and Path(typed).is_dir()):
        message = f"there is no folder {typed!r}; check the path"
        raise ArgumentTypeError(message)
    return Path(typed)


def file_at(typed: str) -> Path:
    """Read the path of a file that is there."""
    if not Path(typed).is_file():
        message = f"there is no file {typed!r}; check the path"
        raise ArgumentTypeError(message)
    return Path(typed)


def need(module: str, package: str) -> None:
    """End, before any work, where a module of the ``bench`` extra is not installed."""
    if find_spec(module) is None:
        message = f"This needs {package}, which is not installed; run: .venv/bin/pip install -e '.[bench]'"
        raise BotError(message)
