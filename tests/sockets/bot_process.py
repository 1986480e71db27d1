"""The bot as a process of its own, on a Discord on this machine."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.sockets.discord_server import TOKEN

ROOT: Final = Path(__file__).parents[2]
HASTE: Final = 200
"""How much faster than usual the bot tries to connect again: 3 seconds stand for 10 minutes."""
_STOPPING: Final = 10.0


class BotProcess:
    """Starts, stops and kills the bot; what it prints goes to a file."""

    def __init__(self, address: str, pack: Path, database: str = "", haste: int = HASTE) -> None:
        """Keep where Discord is, what the bot knows, and where it remembers.

        It runs in the folder that holds the pack.
        """
        self._command = [sys.executable, "-m", "tests.sockets.launch", address, str(haste)]
        self._environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DISCORD_TOKEN": TOKEN,
            "KNOWLEDGE_DIR": str(pack),
            "DATABASE_URL": database,
            "HOME_GUILD_IDS": "",
            "DEV_GUILD_ID": "",
            "LOG_LEVEL": "DEBUG",
            "PYTHONDONTWRITEBYTECODE": "",  # where it is set, each start would compile everything anew
        }
        self._folder = pack.parent
        self._file = pack.parent / "bot.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> str:
        """Everything printed so far."""
        return self._file.read_text(encoding="utf-8", errors="replace")

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it; what it prints is added to the log."""
        with self._file.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603  # the bot itself
                self._command, env=self._environment, cwd=self._folder, stdout=log, stderr=log
            )

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    async def stop(self) -> int:
        """Ask it to end, as a container would; return its exit code."""
        if self._process is None:
            return 0
        self._process.terminate()
        return await asyncio.to_thread(self._process.wait, _STOPPING)
