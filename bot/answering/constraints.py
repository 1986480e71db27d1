"""PURE: what a question fixes and an entry must not contradict."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.answer_types import tells
from bot.answering.dates.mentions import MONTH_OR_MORE
from bot.knowledge.model import Entry, Figure, Pack
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.dates.mentions import Mention
    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading
    from bot.answering.slots import Slots

LONG: Final = 92
"""Days from which a period is too wide to speak for a part of itself: more than a quarter."""
CHANGE_UNIT: Final = "percent"
"""The unit of figures that tell how much a count rose or fell."""
_MONTH: Final = 31
_WEEK: Final = 7
_BOTH_ENDS: Final = 2
MOST_IN_COMMON: Final = 0.8
"""Share of the longer of two periods that they have in common when a count may stand for both."""
_EITHER: Final = re.compile(r"\b(?:or|vs|versus)\b|\d\s*/\s*\d")
"""Signs that a question offers numbers to choose from."""
_AHEAD: Final = re.compile(
    r"\b(?:next|upcoming|forthcoming)\s+(?!(?:to|day|morning|week|month|quarter|year)\b)[^\W\d_]"
)
"""Signs that a question asks of what is still to come ("the next round")."""
_NEXT: Final = frozenset({"next", "upcom", "forthcom"})
_RATE: Final = re.compile(r"\b(?:per|each|every)\s+(?:day|week|month)\b|\b(?:daily|weekly|monthly|average)\b")
"""Signs that a question asks for a rate, which no total is."""


def contradiction(reading: Reading, prepared: Prepared, pack: Pack) -> str | None:
    """Return what of the question the entry contradicts, in a word or two, or ``None``."""
    entry = prepared.entry
    return (
        _entities(reading, prepared)
        or _amount(reading, prepared)
        or _type(reading, prepared)
        or _measure(reading, prepared)
        or _numbers(reading, prepared)
        or (_figure(reading, entry, prepared.slots, pack) if isinstance(entry, Figure) else None)
        or _periods(reading, prepared)
        or _matter(reading, prepared)
        or _proper(reading, prepared)
        or _ahead(reading, prepared)
    )


def either(text: str) -> bool:
    """Whether a question offers numbers to choose from."""
    return bool(_EITHER.search(text))


def aggregate(figure: Figure) -> bool:
    """Whether a figure counts all of its metric in its place and period: no one event, no subset."""
    return figure.event is None and figure.label is None


def _entities(reading: Reading, prepared: Prepared) -> str | None:
    """Return an entity that the question names and the entry does not concern."""
    entry = prepared.entry
    exact = isinstance(entry, Figure) and aggregate(entry)
    for link in reading.links:
        counted = bool(reading.asked) and not reading.places.isdisjoint(
            link.targets
        )  # a capital counts nothing
        names = link.targets if exact or counted else (*link.targets, *link.loosely)
        if not prepared.slots.entities.intersection(names) and not _other_counter(reading, entry, names):
            return f"not about {link.targets[0]}"
    return None


def _other_counter(reading: Reading, entry: Entry, names: tuple[str, ...]) -> bool:
    """Whether a question names several counters, this figure's among them: it asks for each."""
    if not isinstance(entry, Figure) or entry.counted_by is None:
        return False
    return entry.counted_by in reading.counters and not reading.counters.isdisjoint(names)


def _amount(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether a number is asked for and the entry states none, or none but those of the question."""
    if not reading.amount:
        return None
    if not prepared.slots.numbers and not isinstance(prepared.entry, Figure):
        return "states no number"
    if not reading.numbers or either(reading.text):
        return None
    asked = frozenset().union(*reading.numbers)
    days = {float(day) for period in prepared.slots.periods for day in (period.first.day, period.last.day)}
    return None if prepared.slots.numbers - days - asked else "states no other number"


def _type(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the entry tells nothing of the type asked for: no hours, no age, no money ..."""
    kind = reading.answer_type
    return None if kind is None or tells(kind, prepared.entry) else f"tells no {kind}"


def _measure(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question counts what a sentence does not speak of, or those spared: nobody does."""
    if reading.negated:
        return "counts something else"
    if isinstance(prepared.entry, Figure) or not reading.quantity:
        return None
    named = not reading.measured or any(each <= prepared.document for each in reading.measured)
    return None if named else "counts something else"


def _numbers(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question states a number that the entry does not hold."""
    known = [bool(number & prepared.slots.numbers) for number in reading.numbers]
    enough = all(known) or (any(known) and either(reading.text))
    return None if enough else "another number"


def _matter(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the entry has no telling word of the question: the name alone is no answer."""
    telling = {term.key for term in reading.terms if term.role == "content"}
    return "says nothing of that" if telling and telling.isdisjoint(prepared.document) else None


def _proper(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question has an acronym that the entry lacks."""
    return None if reading.proper <= prepared.document else "names something else"


def _ahead(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question asks of what is still to come and the entry never speaks so."""
    comes = bool(_AHEAD.search(reading.text)) and _NEXT.isdisjoint(prepared.document)
    return "another period" if comes else None


def _periods(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question names a period that the entry does not speak for."""
    entry = prepared.entry
    if isinstance(entry, Figure) and aggregate(entry) and entry.period is not None:
        change, own = entry.unit == CHANGE_UNIT, entry.period
        equal = [
            mention.side is None and (mention.equals(own) or (change and mention.compares(own)))
            for mention in reading.periods
        ]
        # a change names the period before it too
        enough = any(equal) or not equal if change or either(reading.text) else all(equal)
        return None if enough else "another period"
    if reading.quantity and reading.asked:
        counted = _counted(entry.period, prepared.slots.periods)
        if _bounded(reading.periods, counted):
            return None
        covered = [_counted_in(mention, counted) for mention in reading.periods]
    else:
        covered = [_told_of(mention, prepared.slots.periods) for mention in reading.periods]
    enough = all(covered) or (any(covered) and either(reading.text))
    return None if enough else "another period"


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


def _figure(reading: Reading, figure: Figure, fixed: Slots, pack: Pack) -> str | None:
    """Return what of the question a figure's own fields contradict."""
    if reading.asked and reading.asked.isdisjoint(goes_by(figure, pack)):
        return "counts something else"
    if figure.event in reading.opening or (aggregate(figure) and _RATE.search(reading.text)):
        return "counts something else"
    if reading.foreign:
        return "counts something else"
    if figure.by and not reading.entities.intersection(figure.by):
        return "counts one group's acts"
    if not aggregate(figure) and reading.bare and not _points_at(reading, figure, fixed):
        return "counts a part"
    return None if _counts_there(reading, figure, fixed, pack) else "another place"


def goes_by(figure: Figure, pack: Pack) -> frozenset[str]:
    """Return the metrics by whose words a figure goes: its own; of a part, all broader ones too."""
    names = [figure.metric]
    while not aggregate(figure):
        metric = pack.metrics.get(names[-1])
        if metric is None or metric.broader is None or metric.broader in names:
            break
        names.append(metric.broader)
    return frozenset(names)


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
    if not period.overlaps(asked):
        return False
    both = (min(period.last, asked.last) - max(period.first, asked.first)).days + 1
    return period.days < MONTH_OR_MORE or both >= MOST_IN_COMMON * max(period.days, asked.days)
