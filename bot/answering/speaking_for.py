"""PURE: for which periods an entry speaks: its own days, what holds them, and a count's only as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.counts import CHANGE_UNIT, aggregate
from bot.answering.dates.mentions import MONTH_OR_MORE
from bot.answering.intent import either
from bot.answering.slots import texts
from bot.knowledge.model import Figure
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.dates.mentions import Mention
    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

OTHER_PERIOD: Final = "another period"
"""The reason for which an entry about another time is removed."""
LONG: Final = 92
"""Days from which a period is too wide to speak for a part of itself: more than a quarter."""
MOST_IN_COMMON: Final = 0.8
"""Share of the longer of two periods that they have in common when a count may stand for both."""
_BOTH_ENDS: Final = 2


def other_period(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question names a period that the entry does not speak for."""
    entry = prepared.entry
    if isinstance(entry, Figure) and aggregate(entry) and entry.period is not None:
        change, own = entry.unit == CHANGE_UNIT, entry.period
        equal = [
            (mention.side is None and (mention.equals(own) or (change and mention.compares(own))))
            or mention.runs_to(own)
            or (change and mention.side == "since" and mention.overlaps(Period(own.first, own.first)))
            for mention in reading.periods
        ]
        # a change names the period before it too
        enough = any(equal) or not equal if change or either(reading.text) else all(equal)
        enough = enough or (spanned(reading.periods) and _bounded(reading.periods, (own,)))
        return None if enough else OTHER_PERIOD
    if reading.quantity and reading.asked:
        own = (entry.period,) if isinstance(entry, Figure) and entry.period else None
        counted = own or _counted(entry.period, prepared.slots.periods)
        if _bounded(reading.periods, counted):
            return None
        covered = [_counted_in(mention, counted) for mention in reading.periods]
    else:
        covered = [
            _told_of(mention, prepared.slots.periods) or _says(entry, reading.relative(mention))
            for mention in reading.periods
        ]
    enough = all(covered) or (any(covered) and either(reading.text))
    return None if enough else OTHER_PERIOD


def counts_for_all(period: Period, mention: Mention) -> bool:
    """Whether a count for a period is one for all of a date, not for a brief happening in it."""
    if mention.side is not None:
        return period.days >= MONTH_OR_MORE
    return any(period.overlaps(asked) and _mostly_the_same(period, asked) for asked in mention.near(period))


def spanned(mentions: tuple[Mention, ...]) -> bool:
    """Whether dates are told to be both ends of a span: "since August 2021 ... until April 2023"."""
    sides = {mention.side for mention in mentions}
    return "since" in sides and len(sides) == _BOTH_ENDS


def _counted_in(mention: Mention, counted: tuple[Period, ...]) -> bool:
    """Whether a count for some period is that of the period asked, or of a span that begins or ends so."""
    if mention.side is None:
        return _covers(mention, counted, _counts_for)
    return any(mention.bounds(period) for period in counted)


def _bounded(mentions: tuple[Mention, ...], counted: tuple[Period, ...]) -> bool:
    """Whether a count begins in one of two periods and ends in the other: "between March 2023 and 2024"."""
    if len(mentions) != _BOTH_ENDS:
        return False
    return any(
        begins.overlaps(Period(period.first, period.first))
        and ends.overlaps(Period(period.last, period.last))
        for period in counted
        if period.days >= MONTH_OR_MORE
        for begins, ends in (mentions, mentions[::-1])
    )


def _counted(own: Period | None, mentioned: tuple[Period, ...]) -> tuple[Period, ...]:
    """Return the periods for which a sentence may hold a count: not a day that it mentions in passing."""
    if own is not None and own.days < MONTH_OR_MORE:
        return (own,)
    return tuple(period for period in mentioned if own is None or period.days >= MONTH_OR_MORE)


def _says(entry: Entry, relative: str | None) -> bool:
    """Whether an entry itself says a date by the same words: somebody's "next month" is not that of today."""
    return relative is not None and any(relative in text.casefold() for text in texts(entry))


def _told_of(mention: Mention, periods: tuple[Period, ...]) -> bool:
    """Whether an entry with some periods speaks for the period asked, or for the span it begins or ends."""
    if mention.side is None:
        return _covers(mention, periods, _speaks_for)
    return not periods or any(mention.reaches(period) for period in periods)


def _covers(mention: Mention, periods: tuple[Period, ...], speaks: Callable[[Period, Period], bool]) -> bool:
    """Whether some period of an entry speaks for some meaning of the period asked."""
    return any(speaks(period, asked) for period in periods for asked in mention.near(period))


def _speaks_for(period: Period, asked: Period) -> bool:
    """Whether what is dated ``period`` may answer for ``asked``.

    It may when it lies inside, or is short and overlaps. A long period says nothing of a
    part of itself: a year's count is not January's, nor half of it and half of the next.
    """
    return asked.contains(period) or (period.days <= LONG and period.overlaps(asked))


def _counts_for(period: Period, asked: Period) -> bool:
    """Whether a count for ``period`` may answer for ``asked``: mostly the same days, or a brief event's."""
    return period.overlaps(asked) and (period.days < MONTH_OR_MORE or _mostly_the_same(period, asked))


def _mostly_the_same(period: Period, asked: Period) -> bool:
    """Whether two periods that overlap have most of the longer one in common."""
    both = (min(period.last, asked.last) - max(period.first, asked.first)).days + 1
    return both >= MOST_IN_COMMON * max(period.days, asked.days)
