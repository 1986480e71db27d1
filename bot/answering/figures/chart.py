"""PURE: the chart that some filters ask for: what is drawn, what is not, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answering.answer import newest
from bot.answering.figures import series as shaping
from bot.answering.figures.measures import acts, place_name
from bot.answering.figures.selection import of_kind, select
from bot.answering.figures.series import Line, Series
from bot.answering.figures.sieve import Choice, Column, Filters, Sieve, choices, plain_name
from bot.answering.wording import capital
from bot.knowledge.model import Figure
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from bot.answering.answer import Cited
    from bot.knowledge.model import Pack


@dataclass(frozen=True, slots=True)
class Chart:
    """Series that share an axis, and what was left out of the picture.

    ``heading`` says how the filters were read and ``unknown`` which of them mean nothing.
    ``kind`` is what one period is called, ``kinds`` the other kinds of period that fit;
    ``left_out`` names series of this kind without room, ``older`` counts periods without.
    ``single`` counts the figures that fit but are no series: tolls of one event and one-offs.
    ``available`` names what can be drawn at all, where nothing fits.
    """

    heading: str
    unknown: tuple[tuple[Column, str], ...] = ()
    title: str = ""
    kind: str = ""
    kinds: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    left_out: tuple[str, ...] = ()
    older: int = 0
    single: int = 0
    available: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """What the numbers count; all series have the same unit."""
        return self.series[0].unit if self.series else ""

    @property
    def caption(self) -> str:
        """The title with the unit, where the title does not begin with it."""
        said = self.title.casefold().startswith(self.unit.casefold())
        return self.title if said else f"{self.title} ({self.unit})"

    @property
    def size(self) -> int:
        """How many points there are to draw."""
        return sum(len(each.points) for each in self.series)

    @property
    def periods(self) -> tuple[Period, ...]:
        """Every period of some series, in order of time."""
        return tuple(sorted({point.period for each in self.series for point in each.points}))

    @property
    def citations(self) -> tuple[Cited, ...]:
        """Every citation of what is drawn, in order."""
        points = (point for each in self.series for point in each.points)
        readings = (reading for point in points for reading in point.readings)
        return tuple(cited for reading in readings for cited in reading.row.citations)

    @property
    def as_of(self) -> Period | None:
        """Date of the newest source of what is drawn."""
        return newest(self.citations)


def chart(pack: Pack, filters: Filters, kind: str | None = None) -> Chart:
    """Return the chart of the figures that meet the filters.

    ``kind`` chooses the kind of period, as in ``year`` or ``month``; None takes years where
    there are two or more, else the most common kind.
    """
    sieve = Sieve(pack, filters)
    if sieve.unknown:
        return Chart(sieve.heading, sieve.unknown, available=_available(pack))
    found = shaping.lines(pack, sieve.figures())
    chosen = of_kind(found, kind)
    every_kind = tuple(dict.fromkeys(line.kind for line in found))
    if not chosen:
        single = sum(1 for _ in sieve.figures())
        return Chart(
            sieve.heading, kind=kind or "", kinds=every_kind, single=single, available=_available(pack)
        )
    selection = select(chosen, sieve.places)
    drawn = selection.drawn
    return Chart(
        sieve.heading,
        title=_title(pack, drawn),
        kind=drawn[0].kind,
        kinds=tuple(each for each in every_kind if each != drawn[0].kind),
        series=shaping.series(pack, drawn),
        left_out=shaping.labels(pack, (*drawn, *selection.rest))[len(drawn) :],
        older=selection.older,
    )


def offered(pack: Pack, column: Column, filters: Filters) -> tuple[Choice, ...]:
    """Return every way to fill one filter that leaves something to draw, given the others."""
    return choices(counts(pack), column, filters)


def kinds(pack: Pack, filters: Filters) -> tuple[Choice, ...]:
    """Return the kinds of period that the figures which meet the filters have."""
    found = shaping.lines(pack, Sieve(pack, filters).figures())
    return tuple(Choice(each, each) for each in dict.fromkeys(line.kind for line in found))


def counts(pack: Pack) -> Pack:
    """Return the pack without the figures that no chart can show."""
    kept = {
        key: entry
        for key, entry in pack.entries.items()
        if not isinstance(entry, Figure) or shaping.is_count(entry)
    }
    return replace(pack, entries=kept)


def _available(pack: Pack) -> tuple[str, ...]:
    """Return the names of the metrics that can be drawn, those with most figures first."""
    return tuple(choice.name for choice in offered(pack, "metric", Filters()))


def _title(pack: Pack, drawn: tuple[Line, ...]) -> str:
    """Say what is drawn: the metric, and what else all of it has in common."""
    firsts = [line.first for line in drawn]
    actors = {acts(pack, figure) for figure in firsts}
    places = {place_name(pack, figure) for figure in firsts}
    periods = {period for line in drawn for period in line.periods}
    what = " ".join([plain_name(firsts[0].metric), *(actors if len(actors) == 1 else ())]).strip()
    where = next(iter(places)) if len(places) == 1 else ""
    time = min(periods).describe() if len(periods) == 1 else f"per {drawn[0].kind}"
    return f"{capital(what)} – {', '.join(filter(None, (where, time)))}"
