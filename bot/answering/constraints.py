"""PURE: what a question fixes and an entry must not contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.knowledge.model import Entry, Figure, Pack

if TYPE_CHECKING:
    from bot.answering.dates import Mention
    from bot.answering.index import Prepared
    from bot.answering.reading import Reading
    from bot.answering.slots import Slots
    from bot.knowledge.periods import Period

_LONG: Final = 92
"""Days from which a period is too wide to speak for a part of itself: more than a quarter."""
_MONTH: Final = 31
_WEEK: Final = 7
_FEBRUARY: Final = 28
"""Days from which a period is a month or more, and a count for it a sum of its own."""


def contradiction(reading: Reading, prepared: Prepared, pack: Pack) -> str | None:
    """Return what of the question the entry contradicts, in a word or two, or ``None``."""
    entry = prepared.entry
    return (
        _entities(reading, prepared)
        or _measure(reading, prepared)
        or _numbers(reading, prepared)
        or (_figure(reading, entry, prepared.slots, pack) if isinstance(entry, Figure) else None)
        or _periods(reading, prepared)
        or _matter(reading, prepared)
    )


def _aggregate(figure: Figure) -> bool:
    """Whether a figure counts all of its metric in its place and period: no one event, no subset."""
    return figure.event is None and figure.label is None


def _entities(reading: Reading, prepared: Prepared) -> str | None:
    """Return an entity that the question names and the entry does not concern."""
    entry = prepared.entry
    exact = isinstance(entry, Figure) and _aggregate(entry)
    for link in reading.links:
        names = link.targets if exact else (*link.targets, *link.loosely)
        if not prepared.slots.entities.intersection(names) and not _other_counter(reading, entry, names):
            return f"not about {link.targets[0]}"
    return None


def _other_counter(reading: Reading, entry: Entry, names: tuple[str, ...]) -> bool:
    """Whether a question names several counters, this figure's among them: it asks for each."""
    if not isinstance(entry, Figure) or entry.counted_by is None:
        return False
    return entry.counted_by in reading.counters and not reading.counters.isdisjoint(names)


def _measure(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question counts something that a sentence does not speak of."""
    if isinstance(prepared.entry, Figure) or not reading.quantity:
        return None
    return None if reading.measured <= prepared.document else "counts something else"


def _numbers(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question states a number that the entry does not hold."""
    known = prepared.slots.numbers
    return "another number" if any(not number & known for number in reading.numbers) else None


def _matter(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the entry has no telling word of the question: the name alone is no answer."""
    telling = {term.key for term in reading.terms if term.role == "content"}
    return "says nothing of that" if telling and telling.isdisjoint(prepared.document) else None


def _periods(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question names a period that the entry does not speak for."""
    entry, spoken_for = prepared.entry, prepared.slots.periods
    if isinstance(entry, Figure) and _aggregate(entry) and entry.period is not None:
        equal = [not mention.unbounded and mention.equals(entry.period) for mention in reading.periods]
        # a change names the period before it too
        enough = any(equal) or not equal if entry.unit == "percent" else all(equal)
        return None if enough else "another period"
    if reading.quantity and reading.asked:
        spoken_for = tuple(period for period in spoken_for if not _is_part(period, reading))
    covered = all(_covers(mention, spoken_for) for mention in reading.periods)
    return None if covered else "another period"


def _is_part(period: Period, reading: Reading) -> bool:
    """Whether a period is some months of the longer time that a count is asked for."""
    return period.days >= _FEBRUARY and any(
        asked.contains(period) and asked.days > period.days
        for mention in reading.periods
        for asked in mention.alternatives
    )


def _figure(reading: Reading, figure: Figure, fixed: Slots, pack: Pack) -> str | None:
    """Return what of the question a figure's own fields contradict."""
    plain = _aggregate(figure)
    if reading.asked and figure.metric not in reading.asked:
        metric = pack.metrics.get(figure.metric)
        if plain or metric is None or metric.broader not in reading.asked:
            return "counts something else"
    if figure.by and not reading.entities.intersection(figure.by):
        return "counts one group's acts"
    if not plain and reading.bare and not _points_at(reading, figure, fixed):
        return "counts a part"
    if plain and figure.place not in {None, pack.default_place, *reading.entities}:
        return "another place"
    return None


def _points_at(reading: Reading, toll: Figure, fixed: Slots) -> bool:
    """Whether a bare count is asked of a part: by what it is about, or by its place or days, no wider."""
    if reading.entities - fixed.around - {toll.counted_by}:
        return True
    spans = [asked.days for mention in reading.periods for asked in mention.alternatives]
    if toll.place in reading.entities:
        return max(spans, default=0) <= _MONTH
    brief = toll.period is not None and toll.period.days <= _WEEK
    return brief and 0 < max(spans, default=0) <= _WEEK


def _covers(mention: Mention, periods: tuple[Period, ...]) -> bool:
    """Whether some period of an entry speaks for some meaning of the period asked."""
    return any(_speaks_for(period, asked) for period in periods for asked in mention.alternatives)


def _speaks_for(period: Period, asked: Period) -> bool:
    """Whether what is dated ``period`` may answer for ``asked``.

    It may when it lies inside, or is short and overlaps. A long period says nothing of a
    part of itself: a year's count is not January's, nor half of it and half of the next.
    """
    return asked.contains(period) or (period.days <= _LONG and period.overlaps(asked))
