"""Use cases: draw figures and compare them. Ports only, like the desk: no Discord, no files, no clock."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.answering.figures import chart, pairing
from bot.answering.figures.comparison import compare
from bot.charts.drawing import Drawer
from bot.offers import Menu

if TYPE_CHECKING:
    from bot.answering.figures.chart import Chart
    from bot.answering.figures.comparison import Comparison
    from bot.answering.figures.pairing import Asked, Varied
    from bot.answering.figures.sieve import Choice, Column, Filters
    from bot.library import Library


class Charting:
    """What a member can make of the figures, one method each.

    Looking through a large pack takes a while, so it happens in a thread, as drawing does.
    """

    def __init__(self, library: Library) -> None:
        """Take the figures of the library's live revision."""
        self._library = library
        self._drawer = Drawer()

    async def chart(self, filters: Filters, kind: str | None = None) -> Chart:
        """Return the chart of the figures that meet the filters; ``kind`` chooses years, months or others."""
        return await asyncio.to_thread(chart.chart, self._library.current.pack, filters, kind)

    async def picture(self, drawn: Chart) -> bytes:
        """Draw a chart as a PNG; ``BusyError`` when too many are waiting."""
        return await self._drawer.draw(drawn)

    async def choices(self, column: Column, typed: str, filters: Filters) -> list[Choice]:
        """Return the ways to fill one filter of a chart that fit what is typed and the other filters."""
        found = await asyncio.to_thread(chart.offered, self._library.current.pack, column, filters)
        return Menu.of(found).fitting(typed)

    async def kinds(self, typed: str, filters: Filters) -> list[Choice]:
        """Return the kinds of period that a chart can have."""
        found = await asyncio.to_thread(chart.kinds, self._library.current.pack, filters)
        return Menu.of(found).fitting(typed)

    async def compare(self, asked: Asked) -> Comparison:
        """Compare two periods, places or counters, or say why they can't be."""
        return await asyncio.to_thread(compare, self._library.current.pack, asked)

    async def sides(self, column: Column, typed: str, asked: Asked) -> list[Choice]:
        """Return the ways to fill a filter of the one side of a comparison."""
        found = await asyncio.to_thread(pairing.offered, self._library.current.pack, column, asked)
        return Menu.of(found).fitting(typed)

    async def other_sides(self, varied: Varied, typed: str, asked: Asked) -> list[Choice]:
        """Return what the one side of a comparison can be compared with."""
        found = await asyncio.to_thread(pairing.partners, self._library.current.pack, varied, asked)
        return Menu.of(found).fitting(typed)
