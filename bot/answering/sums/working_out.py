"""PURE: sums over counts that measure the same thing, or the reason why there is none."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations, islice, product
from typing import TYPE_CHECKING, Final

from bot.answering.figures.comparison import pairs
from bot.answering.figures.reasons import differences
from bot.answering.figures.selection import of_kind
from bot.answering.figures.series import lines
from bot.answering.figures.sieve import plain_name
from bot.answering.sums.extremes import extremes
from bot.answering.sums.results import Refused, changed, placed, side_by_side, totalled, trended
from bot.answering.sums.tiling import Tiles
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answering.figures.pairing import Timed, Varied
    from bot.answering.operations import Operation
    from bot.answering.sums.operands import Operands
    from bot.answering.sums.results import Result, Worked
    from bot.knowledge.model import Figure, Pack

_TWO: Final = 2
_TRIED: Final = 400
"""Pairs of figures looked at for the reason why none fits."""


def work_out(pack: Pack, operation: Operation, over: Operands) -> Worked:
    """Return the results of a sum, one for each counter; none where a figure that it needs is missing.

    ``Refused`` where there are figures for all that is named and no two of them measure the same.
    """
    if len(over.metrics) > 1:
        return _several_metrics(over)
    if operation.kind == "extreme":
        return extremes(pack, operation, over)
    if operation.kind == "trend" or over.since is not None:
        return _trends(pack, over)
    if operation.kind == "total":
        return _totals(pack, over)
    if len(over.periods) >= _TWO:
        return _over_time(pack, over.figures, over.periods)
    return _within_one(pack, operation, over) if over.periods else ()


def _several_metrics(over: Operands) -> Worked:
    """Refuse to join counts of different things for the same time."""
    for period in over.periods:
        if {figure.metric for figure in over.figures if figure.period == period}.issuperset(over.metrics):
            names = " and ".join(plain_name(metric) for metric in over.metrics)
            return Refused(f"they count {names} apart, and these do not measure the same thing")
    return ()


def _trends(pack: Pack, over: Operands) -> tuple[Result, ...]:
    """Say how each counter's counts went, from the period named on or over all of them."""
    since = over.since
    figures = [
        figure
        for figure in over.figures
        if figure.period and (not since or figure.period.first >= since.first)
    ]
    if since is not None:
        figures = [figure for figure in figures if figure.period and figure.period.is_month == since.is_month]
    if over.periods:
        figures = [figure for figure in figures if figure.period in over.periods]
    found = (line for line in of_kind(lines(pack, figures), None) if len(line.slots) > 1)
    begins = (line for line in found if since is None or line.slots[0].period == since)
    return tuple(trended(pack, line) for line in begins)


def _totals(pack: Pack, over: Operands) -> Worked:
    """Add up the periods named, or those that a range is made of, for each counter that has all of them."""
    if over.span is None and len(over.periods) < _TWO:
        return ()
    tiles = Tiles(pack, over.figures)
    found = tiles.span(over.span) if over.span else tiles.named(over.periods)
    results = tuple(result for slots in found for result in totalled(pack, slots))
    if results or over.span is not None:
        return results
    shared = [(one, other) for one, other in combinations(over.periods, 2) if one.overlaps(other)]
    counted = {figure.period for figure in over.figures}
    if shared and counted.issuperset(over.periods):
        one, other = (period.describe() for period in shared[0])
        return Refused(f"{one} and {other} share days, which a total would count twice")
    return _refused(
        pack, "period", _timed(over.figures, over.periods[0]), _timed(over.figures, over.periods[1])
    )


def _over_time(pack: Pack, figures: Sequence[Figure], periods: Sequence[Period]) -> Worked:
    """Compare the periods named, for each counter that has all of them."""
    if len(periods) > _TWO:
        chosen = [figure for figure in figures if figure.period in periods]
        whole = [line for line in lines(pack, chosen) if len(line.slots) == len(periods)]
        return tuple(trended(pack, line) for line in whole)
    left, right = (_timed(figures, period) for period in periods)
    found = tuple(changed(pack, pair) for pair in pairs(pack, "period", left, right))
    return found or _refused(pack, "period", left, right)


def _within_one(pack: Pack, operation: Operation, over: Operands) -> Worked:
    """Compare places or counters in one period, or the period with the one before it."""
    (period,) = over.periods
    now = _timed(over.figures, period)
    if len(over.places) == _TWO:
        one, other = ([each for each in now if each[0].place == place] for place in sorted(over.places))
        found = tuple(placed(pack, pair) for pair in pairs(pack, "place", one, other))
        return found or _refused(pack, "place", one, other)
    if len(over.counters) > 1:
        return _counters(pack, [figure for figure, _ in now], over)
    before = _before(period) if operation.change else None
    then = _timed(over.figures, before) if before else []
    return tuple(changed(pack, pair) for pair in pairs(pack, "period", then, now))


def _counters(pack: Pack, figures: Sequence[Figure], over: Operands) -> tuple[Result, ...]:
    """Put the counters named side by side, where each has a count of the same thing."""
    by_unit: dict[tuple[str, str | None], dict[str, list[Figure]]] = {}
    for figure in figures:
        by_counter = by_unit.setdefault((figure.unit, figure.place), {})
        by_counter.setdefault(figure.counted_by or "", []).append(figure)
    whole = (found for found in by_unit.values() if len(found) == len(over.counters))
    return tuple(side_by_side(pack, list(found.values())) for found in whole)


def _refused(pack: Pack, varied: Varied, left: Sequence[Timed], right: Sequence[Timed]) -> Worked:
    """Say what differs in the likest two figures of both sides; nothing where one side has none."""
    tried = islice(product(left, right), _TRIED)
    found = [tuple(differences(pack, varied, one, other)) for one, other in tried]
    if not found:
        return ()
    return Refused(f"their figures do not measure the same thing: {'; '.join(min(found, key=len))}")


def _timed(figures: Iterable[Figure], period: Period) -> list[Timed]:
    """Return the figures for exactly one period, with it."""
    return [(figure, period) for figure in figures if figure.period == period]


def _before(period: Period) -> Period | None:
    """Return the year before a year, or the month before a month."""
    if not (period.is_year or period.is_month) or period.first.toordinal() == 1:
        return None
    last = period.first - timedelta(days=1)
    return Period.year(last.year) if period.is_year else Period.month(last.year, last.month)
