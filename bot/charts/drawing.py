"""Draws charts off the event loop: one at a time in a thread, few waiting; loads matplotlib when it must."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from bot.knowledge.problems import BotError

if TYPE_CHECKING:
    from bot.answering.figures.chart import Chart

MOST_WAITING: Final = 8
"""Charts drawn or waiting at once; a server full of requests must not keep the bot busy for minutes."""


class BusyError(BotError):
    """Too many charts are being drawn already."""


class Drawer:
    """Draws charts as PNG."""

    def __init__(self) -> None:
        """Start with nothing to draw."""
        self._one_at_a_time = asyncio.Lock()
        self._waiting = 0

    async def draw(self, chart: Chart) -> bytes:
        """Return a chart as a PNG; raises ``BusyError`` when too many others are waiting."""
        if self._waiting >= MOST_WAITING:
            message = "Too many charts are being drawn just now."
            raise BusyError(message)
        self._waiting += 1
        try:
            async with self._one_at_a_time:
                return await asyncio.to_thread(_draw, chart)
        finally:
            self._waiting -= 1


def _draw(chart: Chart) -> bytes:
    """Load the slow part, the first time, and draw."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it reports on its font cache
    from bot.charts.picture import draw  # noqa: PLC0415  # matplotlib is slow to import

    return draw(chart)
