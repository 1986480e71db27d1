"""docs/write-a-pack.md does what it says: its files are written, its commands run, its output compared."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import aiohttp
import pytest
from typer.testing import CliRunner

from bot import cli
from bot.packs import read_pack
from tests.local.visitor import Visitor
from tests.packs.editor import faults
from tests.program.guide import Command, File, steps

if TYPE_CHECKING:
    from collections.abc import Generator

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "write-a-pack.md").read_text(encoding="utf-8")
BOT = ".venv/bin/bot"


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Follow the page in an empty folder up to the local Discord, and compare all that is printed."""
    folder = tmp_path_factory.mktemp("reader")
    for step in steps(PAGE):
        if isinstance(step, File):
            _write(folder, step)
        elif "=" not in step.line.split(" ")[0]:
            assert _shown(_run(folder, step)) == _shown(step.printed), step.line
    return folder


def _write(folder: Path, file: File) -> None:
    """Write a file, or add to it."""
    path = folder / file.name
    before = path.read_text(encoding="utf-8") if file.added else ""
    path.write_text(before + file.text, encoding="utf-8")


def _run(folder: Path, command: Command) -> str:
    """Run a command of the page and return all that it prints, problems first."""
    words = shlex.split(command.line)
    if words[0] == "mkdir":
        (folder / words[1]).mkdir()
        return ""
    assert words[0] == BOT
    with chdir(folder):
        done = CliRunner().invoke(cli.app, words[1:])
    return done.stderr + done.stdout


def _surroundings(**more: str) -> dict[str, str]:
    """Return the environment of the program: this project's code, UTF-8, and nobody's token."""
    kept = {name: value for name, value in os.environ.items() if name != "DISCORD_TOKEN"}
    return kept | {"PYTHONPATH": str(DOCS.parent), "PYTHONIOENCODING": "utf-8"} | more


def _shown(text: str) -> list[str]:
    """Return the lines of an output, whatever spaces fill them up."""
    return [" ".join(line.split()) for line in text.strip().splitlines()]


def test_the_commands_print_what_the_page_shows(followed: Path) -> None:
    assert read_pack(followed / "my-club").problems == ()


def test_the_page_shows_every_kind_of_entry(followed: Path) -> None:
    pack = read_pack(followed / "my-club").pack

    assert pack is not None
    assert {entry.kind for entry in pack.entries.values()} == {
        "fact",
        "figure",
        "quote",
        "event",
        "entity",
        "claim",
    }


def test_its_files_keep_to_the_schema(followed: Path) -> None:
    files = sorted((followed / "my-club").glob("*.yaml"))

    assert [fault for file in files for fault in faults(file.name, file.read_text(encoding="utf-8"))] == []


def test_the_schema_that_it_names_is_written(followed: Path) -> None:
    (named,) = re.findall(r"^    # yaml-language-server: \$schema=(\S+)$", PAGE, re.MULTILINE)

    assert (followed / "my-club" / named).is_file()


async def test_the_local_discord_opens_with_the_pack(followed: Path) -> None:
    (line,) = (
        step.line for step in steps(PAGE) if isinstance(step, Command) and step.line.startswith("KNOWLEDGE")
    )
    setting, program, *arguments = shlex.split(line)
    name, _, value = setting.partition("=")
    assert program == BOT
    with _running(followed, [*arguments, "--no-browser", "--port", _free_port()], {name: value}) as printed:
        address = next(line for line in printed if "http://127" in line).split()[-1]
        async with aiohttp.ClientSession() as http:
            visitor = Visitor(http, address)
            await visitor.open()
            await visitor.run("about")

    assert "Chess club" in json.dumps(visitor.state)


@contextmanager
def _running(folder: Path, arguments: list[str], settings: dict[str, str]) -> Generator[IO[str]]:
    """Run the bot until the test has seen enough; it must then stop by itself at Ctrl+C."""
    program = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=_surroundings(**settings),
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with program:
        assert program.stdout is not None
        try:
            yield program.stdout
            program.send_signal(signal.SIGINT)
            assert program.wait(timeout=20) == 0
        finally:
            program.kill()


def _free_port() -> str:
    """Return a port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return str(free.getsockname()[1])
