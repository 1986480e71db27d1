"""Clients as processes of their own, on a core of their own: the bot, and what it is compared with."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lean_discord import LeanDiscord

from bot.knowledge.problems import BotError

ROOT: Final = Path(__file__).parents[1]
CLIENT_CORE: Final = 0
PATIENCE: Final = 60.0
_READY: Final = 4.0
"""Seconds after which a bot has told that it is ready, and opened its database."""
_REST: Final = 0.03
"""Seconds of processor time in a second from which on it does something."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the bot knows, and the folder in which it runs and keeps its database."""

    pack: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class Process:
    """A client's process."""

    id: int

    @property
    def cpu(self) -> float:
        """Seconds of processor time used so far."""
        fields = Path(f"/proc/{self.id}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    async def settle(self) -> None:
        """Wait until it does nothing, not even what it left for after the start."""
        await asyncio.sleep(_READY)
        before = -1.0
        while self.cpu - before > _REST:
            before = self.cpu
            await asyncio.sleep(1)

    @property
    def memory(self) -> float:
        """Memory in MB."""
        lines = Path(f"/proc/{self.id}/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def start(command: list[str], place: Place) -> subprocess.Popen[bytes]:
    """Start a client on its own core; what it prints goes to a file."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DISCORD_TOKEN": "MTA0.made-up.token",
        "KNOWLEDGE_DIR": str(place.pack.absolute()),
        "LOG_LEVEL": "INFO",
        "DATABASE_URL": "",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(place.folder / "compiled"),
    }
    with (place.folder / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603  # the bot itself
            [sys.executable, *command], env=environment, cwd=place.folder, stdout=log, stderr=log
        )
    os.sched_setaffinity(process.pid, {CLIENT_CORE})
    return process


@asynccontextmanager
async def client(discord: LeanDiscord, command: list[str], place: Place) -> AsyncGenerator[Process]:
    """Run a client; yield it once it has connected."""
    discord.beaten.clear()
    process = start(command, place)
    try:
        await _connected(discord, place)
        yield Process(process.pid)
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait, PATIENCE)


async def _connected(discord: LeanDiscord, place: Place) -> None:
    """Wait until a client has connected (``BotError`` with its last words where it does not)."""
    try:
        await asyncio.wait_for(discord.beaten.wait(), PATIENCE)
    except TimeoutError:
        last = (place.folder / "log").read_text(encoding="utf-8", errors="replace").strip()
        message = f"A client did not connect in {PATIENCE:g} s; its last words: {last.rpartition(chr(10))[2]}"
        raise BotError(message) from None


def bot_command(discord: LeanDiscord) -> list[str]:
    """Return how the bot is started."""
    return ["-m", "tests.sockets.launch", discord.address, "1"]


def bare_command(discord: LeanDiscord, embed: Path | None = None) -> list[str]:
    """Return how a client is started that does nothing, or that answers every question with one embed."""
    return [str(ROOT / "bench" / "bare_client.py"), discord.address, *([str(embed)] if embed else [])]
