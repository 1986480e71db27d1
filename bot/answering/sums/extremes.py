"""PURE: the highest and the lowest of the counts of one counter, among the months or years counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.figures.arithmetic import direction
from bot.answering.figures.series import lines
from bot.answering.sums.results import Refused, Result, counted, known, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.figures.series import Line, Slot
    from bot.answering.operations import End, Operation
    from bot.answering.sums.operands import Operands
    from bot.answering.sums.results import Worked
    from bot.knowledge.model import Figure, Pack
    from bot.knowledge.periods import Period

_FEWEST: Final = 2
_MOST: Final = 36
"""Periods of one counter beyond which an answer could not show every one."""


def extremes(pack: Pack, operation: Operation, over: Operands) -> Worked:
    """Return the highest or lowest count of each counter that has at least two of them.

    Of a time that is named it must have more than half: the best of a few of its months tells little.
    """
    figures = [figure for figure in over.figures if _is_meant(figure, operation, over)]
    several = [line for line in lines(pack, figures) if _FEWEST <= len(line.slots) <= _MOST]
    named = sum(_units(period, operation) for period in _within(over))
    enough = [line for line in several if 2 * len(line.slots) > named]
    if several and not enough:
        most = max(len(line.slots) for line in several)
        return Refused(f"they have a count for only {most} of the {named} {operation.unit}s")
    return tuple(_extreme(pack, line, operation) for line in enough)


def _within(over: Operands) -> tuple[Period, ...]:
    """Return the times that are named."""
    return (over.span,) if over.span else over.periods


def _units(period: Period, operation: Operation) -> int:
    """Return how many months, or years, a time touches."""
    year, month, last_year, last_month = period.months
    years = last_year - year
    return 12 * years + last_month - month + 1 if operation.unit == "month" else years + 1


def _is_meant(figure: Figure, operation: Operation, over: Operands) -> bool:
    """Whether a figure is for a month, or a year, and lies in the time that is named."""
    period = figure.period
    if period is None or not (period.is_month if operation.unit == "month" else period.is_year):
        return False
    if over.since is not None:
        return period.first >= over.since.first
    within = _within(over)
    return not within or any(whole.contains(period) for whole in within)


def _extreme(pack: Pack, line: Line, operation: Operation) -> Result:
    """Say which period has the highest or lowest count of one counter."""
    best: dict[End, list[Slot]] = {end: _best(line, end) for end in operation.ends}
    order = sorted(line.slots, key=_value, reverse=operation.ends[0] == "highest")
    values = "; ".join(f"{slot.period.describe()}: {told(slot.figures)}" for slot in order)
    ends = " and ".join(_end(line, end, slots) for end, slots in best.items())
    among = f"of the {len(order)} {operation.unit}s that my sources have a count for"
    return Result(
        f"{counted(pack, line.first)} were {ends}, {among}.",
        (f"In order: {values}",),
        tuple(figure for slot in order for figure in slot.figures),
        frozenset(
            float(figure.value) for slots in best.values() for slot in slots for figure in slot.figures
        ),
        periods=frozenset(slot.period for slots in best.values() for slot in slots),
    )


def _best(line: Line, end: End) -> list[Slot]:
    """Return the period with the highest or lowest count, with those that share it."""
    choose = max if end == "highest" else min
    best = choose(line.slots, key=_value)
    return [slot for slot in line.slots if told(slot.figures) == told(best.figures)]


def _end(line: Line, end: End, best: Sequence[Slot]) -> str:
    """Name the periods with the highest or lowest count, and the counts that leave it uncertain."""
    near = (slot for slot in line.slots if slot not in best and not _is_beyond(best[0], slot, end))
    doubts = "; ".join(f"{slot.period.describe()}: {told(slot.figures)}" for slot in near)
    names = " and ".join(slot.period.describe() for slot in best)
    each = " each" if len(best) > 1 else ""
    doubt = f" (not certain, as a count is open: {doubts})" if doubts else ""
    return f"{end} in {names}, {told(best[0].figures)}{each}{doubt}"


def _is_beyond(best: Slot, other: Slot, end: End) -> bool:
    """Whether a count is higher, or lower, than another for certain."""
    way = direction(known(other.figures), known(best.figures))
    return way == ("rose" if end == "highest" else "fell")


def _value(slot: Slot) -> float:
    """Return the count that stands for a period: that with the newest sources."""
    return slot.figures[0].value
