"""PURE: whether a sentence that counts at several times tells what is asked for of another of them only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.dates.mentions import MONTH_OR_MORE
from bot.answering.intent import asks_change
from bot.answering.verdicts.accounts import account
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.answering.verdicts.spoken import Counted, Dated
    from bot.knowledge.model import Entry


def asks_count_then(reading: Reading) -> bool:
    """Whether a question asks for a count at one time, and not how it changed or if one is right."""
    once = len(reading.periods) == 1 and reading.periods[0].side is None
    return (
        once
        and reading.quantity
        and bool(reading.asked)
        and not (reading.checks or asks_change(reading.text))
    )


def counts_at_another_time(index: Index, reading: Reading, entry: Entry) -> bool:
    """Whether all that an entry counts of what is asked stands beside another of its dates.

    "376 attacks and 980 dead in 2022, then 1,524 dead in 2023" does not tell the attacks of 2023.
    """
    asked = reading.periods[0]
    day = entry.period if entry.period and entry.period.days < MONTH_OR_MORE else None
    if isinstance(entry, Figure) or (day is not None and asked.equals(day)):
        return False  # what happened, or was published, on a day counts for that day
    spoken = account(index, entry).spoken
    timed = [(each, _beside(each, spoken.dated, spoken.counted[0])) for each in spoken.counted]
    times = [time for metrics, time in _with_metrics(timed) if not metrics.isdisjoint(reading.asked)]
    if not times or len(spoken.dated) == 1:
        return False
    return all(time is not None and not any(map(asked.overlaps, time.periods)) for time in times)


def _with_metrics(
    timed: Iterable[tuple[Counted, Dated | None]],
) -> Iterator[tuple[frozenset[str], Dated | None]]:
    """Yield the metrics and date of each count; one that names none counts what was counted last.

    "207 attacks and 335 deaths in 2021, 262 and 419 in 2022" counts both in both years.
    """
    last, at = frozenset[str](), None
    for counted, time in timed:
        if counted.metrics:
            last = counted.metrics | last if time is at else counted.metrics
            at = time
        yield counted.metrics or last, time


def _beside(counted: Counted, dated: Sequence[Dated], first: Counted) -> Dated | None:
    """Return the date of a count: the one before it where a date leads the text, else the next one."""
    before = [each for each in dated if each.mention.start < counted.amount.first]
    after = dated[len(before) :]
    leads = bool(dated) and dated[0].mention.start < first.amount.first
    return (before[-1:] if leads else after[:1] or before[-1:] or [None])[0]
