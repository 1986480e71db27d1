"""PURE: which time is meant where a question names none: that which the pack is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.speaking_for import OTHER_PERIOD

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.answering.prepared import Prepared
    from bot.answering.ranking import Ranked
    from bot.answering.reading import Reading
    from bot.knowledge.periods import Period

_AROUND: Final = 60
"""Days before and after the default period that belong to it: what was announced, and what came of it."""
_MONTH: Final = 31
"""The most days of a month."""
_MOSTLY_EXPLAINED: Final = 0.8
"""Share of a question that an entry of the default period must explain, to be meant before others."""
_NO_NEARER: Final = 0.03
"""By how much an entry of another time may have the better score and yet not be meant."""
_NOT_MUCH_NEARER: Final = 0.1
"""By how much where the question names nothing, so that it can only mean what the pack is about."""


def of_default_period(
    index: Index, reading: Reading, ranked: list[Ranked], meant: Period
) -> tuple[list[Ranked], list[Ranked]]:
    """Return candidates without those of other times that explain no more than one of the default period.

    "When was the dialogue" asks for the one that the pack is about; "in Washington" asks for another.
    """
    known = [(each, index.entries[each.position]) for each in ranked]
    told = [
        (each.evidence.coverage, each.score)
        for each, prepared in known
        if each.evidence and _within(prepared.entry.period, meant) and _named_in(reading, prepared)
    ]
    coverage, score = max(told, default=(0.0, 0.0))
    if coverage < _MOSTLY_EXPLAINED:
        return ranked, []
    nearer = _NO_NEARER if reading.links else _NOT_MUCH_NEARER
    out = {
        each.position
        for each, prepared in known
        if _apart(prepared.entry.period, meant)
        and _named_in(reading, prepared)
        and (each.evidence is None or each.evidence.coverage <= coverage)
        and each.score <= score + nearer
    }
    return (
        [each for each in ranked if each.position not in out],
        [each._replace(evidence=None, removed_by=OTHER_PERIOD) for each in ranked if each.position in out],
    )


def _within(own: Period | None, meant: Period) -> bool:
    """Whether an entry is of the default period, or of the month in which it lies."""
    return own is not None and (meant.contains(own) or (own.contains(meant) and own.days <= _MONTH))


def _apart(own: Period | None, meant: Period) -> bool:
    """Whether an entry is of another time than the days and weeks around the default period."""
    if own is None:
        return False
    return (own.first - meant.last).days > _AROUND or (meant.first - own.last).days > _AROUND


def _named_in(reading: Reading, prepared: Prepared) -> bool:
    """Whether an entry itself names all that a question names."""
    named = prepared.slots.named
    return all(not named.isdisjoint(link.targets) for link in reading.links)
