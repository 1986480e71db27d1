"""Use cases: look round in what is known: its sources, quotations and events, and how good it is.

Ports only, like the desk: no Discord, no files, no clock.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.browsing.bibliography import look_up, source_choices
from bot.answering.browsing.overview import Measured, Overview, measure, overview
from bot.answering.browsing.quoting import quotations, quote_choices
from bot.answering.browsing.timeline import timeline, window_choices
from bot.answering.dates.spans import read_span
from bot.answering.figures.sieve import Choice
from bot.answering.verdicts.claims import checked_claims, verdict_choices
from bot.knowledge.periods import Period
from bot.knowledge.problems import BotError
from bot.offers import LONGEST, MOST, Menu, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from bot.answering.browsing.bibliography import Found
    from bot.answering.browsing.quoting import Facet, Quotations, QuoteFilters
    from bot.answering.browsing.timeline import Edge, Timeline, Window
    from bot.answering.verdicts.claims import CheckedClaims
    from bot.knowledge.model import Question
    from bot.library import Library, Revision


@dataclass(frozen=True, slots=True)
class About:
    """What is known, since when, and how well.

    ``measured`` is None for a pack without questions, or, when ``unreadable``, because reading
    them failed.
    """

    overview: Overview
    revision: str
    since: datetime
    measured: Measured | None
    unreadable: bool = False


class Browsing:
    """What a curious member can look through, one method each.

    Looking through a whole pack takes milliseconds to tenths of a second, so it happens in a
    thread and never delays an answer.
    """

    def __init__(self, library: Library, today: Callable[[], date]) -> None:
        """Look things up in the library's live revision; ``today`` fixes what "last year" means."""
        self._library = library
        self._today = today
        self._measuring = asyncio.Lock()
        self._measured: tuple[tuple[str, tuple[Question, ...]], Measured | None] | None = None
        self._sources: tuple[str, Menu] | None = None

    async def about(self) -> About:
        """Return what is known in numbers; the first call for a revision takes about a second."""
        revision = self._library.current
        counted = overview(revision.index)
        try:
            measured = await self._quality(revision)
        except BotError:
            return About(counted, revision.id, revision.since, None, unreadable=True)
        return About(counted, revision.id, revision.since, measured)

    async def sources(self, typed: str | None = None) -> Found:
        """Return the one source that is meant, or the list of those that fit."""
        return await asyncio.to_thread(look_up, self._library.current.index, typed)

    async def source_choices(self, typed: str) -> list[Choice]:
        """Return the sources that fit what is typed, likest first."""
        revision = self._library.current
        if self._sources is None or self._sources[0] != revision.id:
            found = await asyncio.to_thread(source_choices, revision.index)
            self._sources = (revision.id, Menu.of(found))
        return self._sources[1].fitting(typed)

    async def quotations(self, filters: QuoteFilters) -> Quotations:
        """Return the quotations that meet the filters."""
        return await asyncio.to_thread(quotations, self._library.current.index, filters, self._today())

    async def quote_choices(self, facet: Facet, typed: str, filters: QuoteFilters) -> list[Choice]:
        """Return the ways to fill one filter that fit what is typed and the other filters."""
        index, today = self._library.current.index, self._today()
        found = await asyncio.to_thread(quote_choices, index, facet, filters, today)
        read = _as_read(typed, today, found) if facet == "date" else []
        return read or Menu.of(found).fitting(typed)

    async def events(self, window: Window) -> Timeline:
        """Return the events of a window."""
        return await asyncio.to_thread(timeline, self._library.current.index, window, self._today())

    async def event_choices(self, edge: Edge, typed: str, window: Window) -> list[Choice]:
        """Return the ways to fill one option that fit what is typed and the other options."""
        index, today = self._library.current.index, self._today()
        found = await asyncio.to_thread(window_choices, index, edge, window, today)
        read = [] if edge == "about" else _as_read(typed, today, found)
        return read or Menu.of(found).fitting(typed)

    async def claims(self, typed: str | None = None) -> CheckedClaims:
        """Return the claims that are checked, or those with one verdict."""
        return await asyncio.to_thread(checked_claims, self._library.current.index, typed)

    async def verdict_choices(self, typed: str) -> list[Choice]:
        """Return the verdicts that fit what is typed."""
        found = await asyncio.to_thread(verdict_choices, self._library.current.index)
        return Menu.of(found).fitting(typed)

    async def _quality(self, revision: Revision) -> Measured | None:
        """Measure a revision once, in a thread, however many ask meanwhile.

        Raises ``BotError`` when its questions, which a start leaves unread, can't be read.
        """
        key = (revision.id, revision.pack.questions)
        async with self._measuring:
            if self._measured is None or self._measured[0] != key:
                questions = revision.pack.questions or await self._library.questions()
                measured = await asyncio.to_thread(measure, revision.index, questions, self._today())
                self._measured = (key, measured)
            return self._measured[1]


def _as_read(typed: str, today: date, found: Iterable[Choice]) -> list[Choice]:
    """Return what a typed date is read as, so that a member sees it understood, and choices inside it."""
    span = read_span(typed, today)
    if span is None:
        return []
    read = Choice(shorten(span.describe(), LONGEST), str(span))
    inside = (choice for choice in found if span.contains(Period.parse(choice.value)))
    return [read, *(choice for choice in inside if choice != read)][:MOST]
