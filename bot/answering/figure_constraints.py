"""PURE: what of a question the own fields of a figure contradict: what, whose and where it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.counts import CHANGE_UNIT, aggregate, goes_by, is_rate, values_of
from bot.answering.intent import asks_rate
from bot.answering.operations import tells_change
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading
    from bot.answering.slots import Slots
    from bot.knowledge.model import Pack

_MONTH: Final = 31
_WEEK: Final = 7


def figure_contradiction(reading: Reading, pack: Pack, prepared: Prepared) -> str | None:
    """Return what of the question a figure's own fields contradict; nothing of what is no figure."""
    figure, fixed = prepared.entry, prepared.slots
    if not isinstance(figure, Figure):
        return None
    told = _states(reading, figure)
    if _counts_else(reading, figure, prepared, pack):
        return "counts something else"
    if reading.whole and reading.counted_by and figure.counted_by not in reading.counted_by:
        return "counted by another"
    if figure.by and not told and _acts_else(reading, figure):
        return "counts one group's acts" if len(figure.by) == 1 else "counts several groups' acts"
    if not aggregate(figure) and reading.bare and not told and not _points_at(reading, figure, fixed):
        return "counts a part"
    return None if _counts_there(reading, figure, fixed, pack) else "another place"


def _counts_others(reading: Reading, prepared: Prepared) -> bool:
    """Whether a question asks how many of those were counted of whom the entry does not speak."""
    return reading.amount and reading.focus is not None and reading.focus not in prepared.document


def _acts_else(reading: Reading, figure: Figure) -> bool:
    """Whether a figure counts the acts of others than a question names, or of several where it names one.

    Of several a question may speak by another word than their names.
    """
    named = reading.entities.intersection(figure.by)
    if not named:
        return len(figure.by) == 1 or reading.bare
    return named != frozenset(figure.by) and reading.bare


def _counts_else(reading: Reading, figure: Figure, prepared: Prepared, pack: Pack) -> bool:
    """Whether a figure is of another metric than is asked for, or of others than whom is asked about."""
    checked = _states(reading, figure) and not reading.quantity  # "134: is that the dead or the wounded?"
    if reading.asked and not checked and reading.asked.isdisjoint(goes_by(figure, pack)):
        return True
    if reading.foreign or figure.event in reading.opening:
        return True
    rate = asks_rate(reading.text) and not is_rate(figure, pack)
    return aggregate(figure) and (rate or _counts_others(reading, prepared) or _is_change(reading, figure))


def _is_change(reading: Reading, figure: Figure) -> bool:
    """Whether a figure is by how much a count changed, and an amount is asked without a word of that."""
    change = figure.unit == CHANGE_UNIT and reading.amount and not reading.asked
    return change and not tells_change(reading.text)


def _states(reading: Reading, figure: Figure) -> bool:
    """Whether a question states the very number of a figure: whose and what part it is, it may ask."""
    return any(number & values_of(figure) for number in reading.numbers)


def _counts_there(reading: Reading, figure: Figure, fixed: Slots, pack: Pack) -> bool:
    """Whether a figure counts where it is asked: its own place, or the pack's when none is named."""
    if figure.place is None:
        return True
    if not aggregate(figure):
        return not reading.places or not reading.places.isdisjoint(fixed.entities)
    if figure.place not in {pack.default_place, *reading.entities}:
        return False
    return not reading.places or not reading.places.isdisjoint(fixed.around)


def _points_at(reading: Reading, toll: Figure, fixed: Slots) -> bool:
    """Whether a bare count is asked of a part: by what it is about, or by its place or days, no wider."""
    if reading.entities - fixed.around - {toll.counted_by}:
        return True
    spans = [asked.days for mention in reading.periods for asked in mention.alternatives]
    own = toll.period.days if toll.period else 0
    if toll.place in reading.entities:
        return max(spans, default=0) <= max(_MONTH, own)
    brief = 0 < own <= _WEEK
    return brief and 0 < max(spans, default=0) <= _WEEK
