"""PURE: counts of one counter for periods that together make up a time without sharing a day."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from bot.answering.figures.measures import measure
from bot.answering.figures.series import slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answering.figures.measures import Measure
    from bot.answering.figures.series import Slot
    from bot.knowledge.model import Figure, Pack
    from bot.knowledge.periods import Period


class Tiles:
    """Figures by what they measure, in order of time."""

    def __init__(self, pack: Pack, figures: Iterable[Figure]) -> None:
        """Take the counts that may be added up."""
        found: dict[Measure, list[Figure]] = {}
        for figure in figures:
            found.setdefault(measure(pack, figure), []).append(figure)
        self._slots = [slots(pack, several) for several in found.values()]

    def named(self, periods: Sequence[Period]) -> Iterator[tuple[Slot, ...]]:
        """Yield the counts of the periods named, for each measure that has all; none if some share a day."""
        if any(one.overlaps(other) for one, other in combinations(periods, 2)):
            return
        for found in self._slots:
            chosen = tuple(slot for slot in found if slot.period in periods)
            if len(chosen) == len(periods):
                yield chosen

    def span(self, whole: Period) -> Iterator[tuple[Slot, ...]]:
        """Yield the counts of periods that make up a time, the longest periods first; never one alone."""
        for found in self._slots:
            inside = [slot for slot in found if whole.contains(slot.period) and slot.period != whole]
            chain = _chain(inside, whole)
            if chain and all(slot.period != whole for slot in found):
                yield chain


def _chain(slots: Sequence[Slot], whole: Period) -> tuple[Slot, ...]:
    """Return periods that follow each other from the first to the last day of a time; nothing if none do.

    From the last day back: which slots lead on to the end, the longest first.
    """
    onwards: dict[int, tuple[Slot, ...]] = {whole.last.toordinal() + 1: ()}
    for slot in sorted(slots, key=lambda slot: (-slot.period.first.toordinal(), -slot.period.days)):
        first, after = slot.period.first.toordinal(), slot.period.last.toordinal() + 1
        if after in onwards and first not in onwards:
            onwards[first] = (slot, *onwards[after])
    return onwards.get(whole.first.toordinal(), ())
