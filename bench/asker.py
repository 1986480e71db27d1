"""Puts questions to a client as Discord does, and notes when each was answered, and whether rightly."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import count
from time import perf_counter
from typing import Final

from clients import Process
from lean_discord import LeanDiscord
from payloads import message

OPEN: Final = 32
"""Questions that wait for an answer at once."""


class Asker:
    """Puts questions, and notes when each was answered."""

    def __init__(self, discord: LeanDiscord, expected: dict[str, str]) -> None:
        """Keep what the right answer to each question says."""
        self._discord = discord
        self._expected = expected
        self._waiting: dict[int, tuple[float, str]] = {}
        self._numbers = count(1)
        self.news = asyncio.Event()
        """Whether an answer came since this was cleared."""
        self.took: list[float] = []
        self.wrong = 0
        discord.answered = self._answered

    def question(self, text: str) -> bytes:
        """Return a question as a frame; its time runs from now."""
        number = next(self._numbers)
        frame = self._discord.packer.event(message(number, text, asks=True))
        self._waiting[number] = (perf_counter(), text.rstrip("."))
        return frame

    async def ask_all(self, texts: Sequence[str], process: Process) -> tuple[float, float]:
        """Ask, ``OPEN`` at a time; return answers a second, and a second of processor time."""
        begun, cpu = perf_counter(), process.cpu
        for text in texts:
            await self.until(OPEN - 1)
            self._discord.send(self.question(text))
        await self.until(0)
        return len(texts) / (perf_counter() - begun), len(texts) / (process.cpu - cpu)

    async def until(self, most: int) -> None:
        """Wait until no more than ``most`` questions are open."""
        while len(self._waiting) > most:
            self.news.clear()
            await self.news.wait()

    def _answered(self, number: int, at: float, body: bytes) -> None:
        """Take an answer in."""
        begun, text = self._waiting.pop(number)
        self.took.append(1000 * (at - begun))
        self.wrong += self._expected[text].encode() not in body
        self.news.set()
