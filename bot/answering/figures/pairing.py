"""PURE: which figures measure the same thing but for one of period, place and counter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from bot.answering.figures.lengths import Length, length
from bot.answering.figures.measures import Measure, counter_name, measure
from bot.answering.figures.sieve import Choice, Filters, Sieve, distinct, plain_name
from bot.answering.wording import name
from bot.knowledge.model import Figure
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answering.figures.sieve import Column
    from bot.knowledge.model import Pack

Timed: TypeAlias = tuple[Figure, Period]
Varied: TypeAlias = Literal["period", "place", "counted_by"]
VARIED: Final[tuple[Varied, ...]] = ("period", "place", "counted_by")
"""What may differ between the two sides of a comparison: one of these; all else is the same."""
NOTHING: Final = Filters()


@dataclass(frozen=True, slots=True)
class Same:
    """What two figures must have in common: what they measure, and the time or its length."""

    measure: Measure
    time: Period | Length


@dataclass(frozen=True, slots=True)
class Asked:
    """What a member wants compared: ``filters`` for one side; ``against`` has what the other has instead."""

    filters: Filters
    against: Filters = NOTHING

    @property
    def varied(self) -> tuple[Varied, ...]:
        """What is filled in for the other side."""
        return tuple(column for column in VARIED if filled(self.against, column) is not None)

    def other(self, column: Varied) -> Filters:
        """Return the filters of the other side."""
        return with_column(self.filters, column, filled(self.against, column))


def same(pack: Pack, figure: Figure, period: Period, varied: Varied) -> Same:
    """Return what must be equal in two figures that differ in one thing."""
    found = measure(pack, figure)
    match varied:
        case "period":
            return Same(found, length(period))
        case "place":
            return Same(replace(found, place=None), period)
        case "counted_by":
            return Same(replace(found, counter=""), period)
        case _:
            assert_never(varied)


def timed(sieve: Sieve) -> Iterator[Timed]:
    """Yield the figures that have exactly the period and place of the filters, with their periods."""
    for figure in sieve.figures():
        period = figure.period
        if period is None or (sieve.period is not None and period != sieve.period):
            continue
        if not sieve.places or figure.place in sieve.places:
            yield figure, period


def offered(pack: Pack, column: Column, asked: Asked) -> tuple[Choice, ...]:
    """Return the ways to fill one filter that leave figures with something to compare with."""
    if column != "metric" and asked.varied == (column,):
        return partners(pack, column, Asked(asked.other(column)))
    others = with_column(asked.filters, column, None)
    wanted = asked.varied or VARIED
    everything = list(timed(Sieve(pack, Filters())))
    paired = {figure.id for varied in wanted for figure in _paired(pack, everything, varied)}
    found = (figure for figure, _ in timed(Sieve(pack, others)) if figure.id in paired)
    return _choices(pack, column, found)


def partners(pack: Pack, varied: Varied, asked: Asked) -> tuple[Choice, ...]:
    """Return what the figures that meet the filters can be compared with in one thing."""
    others = list(timed(Sieve(pack, with_column(asked.filters, varied, None))))
    if filled(asked.filters, varied) is None:
        return _choices(pack, varied, _paired(pack, others, varied))
    mine = list(timed(Sieve(pack, asked.filters)))
    keys = {same(pack, figure, period, varied) for figure, period in mine}
    taken = {_varying(pack, figure, varied) for figure, _ in mine}
    found = (
        figure
        for figure, period in others
        if same(pack, figure, period, varied) in keys and _varying(pack, figure, varied) not in taken
    )
    return _choices(pack, varied, found)


def _paired(pack: Pack, figures: Iterable[Timed], varied: Varied) -> Iterator[Figure]:
    """Yield the figures that some other one equals in all but one thing."""
    groups: dict[Same, list[Figure]] = {}
    for figure, period in figures:
        groups.setdefault(same(pack, figure, period, varied), []).append(figure)
    for group in groups.values():
        if len({_varying(pack, figure, varied) for figure in group}) > 1:
            yield from group


def _varying(pack: Pack, figure: Figure, varied: Varied) -> object:
    """Return what a figure has in the one thing that may differ."""
    match varied:
        case "period":
            return figure.period
        case "place":
            return figure.place
        case "counted_by":
            return measure(pack, figure).counter
        case _:
            assert_never(varied)


def _choices(pack: Pack, column: Column, figures: Iterable[Figure]) -> tuple[Choice, ...]:
    """Return what some figures have in one column, the newest periods or the most common first."""
    several = list(figures)
    match column:
        case "metric":
            return distinct(Choice(plain_name(figure.metric), figure.metric) for figure in several)
        case "period":
            periods = sorted({figure.period for figure in several if figure.period}, reverse=True)
            return tuple(Choice(period.describe(), str(period)) for period in periods)
        case "place":
            return distinct(Choice(name(pack, each.place), each.place) for each in several if each.place)
        case "counted_by":
            return distinct(
                Choice(counter_name(pack, each), each.counted_by) for each in several if each.counted_by
            )
        case _:
            assert_never(column)


def filled(filters: Filters, column: Column) -> str | None:
    """Return what is filled in for one column."""
    return {
        "metric": filters.metric,
        "place": filters.place,
        "period": filters.period,
        "counted_by": filters.counted_by,
    }[column]


def with_column(filters: Filters, column: Column, text: str | None) -> Filters:
    """Return filters with one column filled in otherwise."""
    return replace(filters, **{column: text})
