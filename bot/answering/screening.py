"""PURE: which of many entries surely contradict a question, found for all of them at once.

``constraints.contradiction`` decides; this only spares it the clear cases. What is removed here
must be removed there too (a test compares the two).
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.answering.columns import Holders, Mask, Positions, Spans, Values
from bot.answering.constraints import LISTED
from bot.answering.counts import CHANGE_UNIT, aggregate, goes_by
from bot.answering.dates.mentions import MONTH_OR_MORE
from bot.answering.intent import either
from bot.answering.speaking_for import LONG, MOST_IN_COMMON, spanned
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answering.amounts import Span
    from bot.answering.dates.mentions import Mention
    from bot.answering.fixed import Fixed
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry, Pack
    from bot.knowledge.periods import Period

_DAYS: Final = 1 << 24
"""More days than the calendar has: two day numbers make one."""


class Screen:
    """The fields of the entries that may be answered, in columns. Built once, then only read."""

    def __init__(self, pack: Pack, entries: Sequence[Entry], fixed: Fixed) -> None:
        """Take the entries with what each fixes, in the same order."""
        figures = [entry if isinstance(entry, Figure) else None for entry in entries]
        self._default_place = pack.default_place
        self._entities, self._around, self._numbers = fixed.entities, fixed.around, fixed.numbers
        self._values = np.sort(np.fromiter(fixed.numbers.counts(), dtype=np.float64))
        self._by = Holders(frozenset(figure.by if figure else ()) for figure in figures)
        self._figure = _flags(figure is not None for figure in figures)
        self._aggregate = _flags(figure is not None and aggregate(figure) for figure in figures)
        self._acted = _flags(figure is not None and len(figure.by) == 1 for figure in figures)
        self._percent = _flags(bool(figure and figure.unit == CHANGE_UNIT) for figure in figures)
        self._metrics = Holders(goes_by(figure, pack) if figure else frozenset() for figure in figures)
        self._ids = Values(entry.id for entry in entries)
        self._place = Values(figure and figure.place for figure in figures)
        self._counter = Values(figure and figure.counted_by for figure in figures)
        self._own = np.fromiter((_code(entry.period) for entry in entries), dtype=np.int64)
        self._new_year = _flags(_from_new_year(entry.period) for entry in entries)
        self._months = np.fromiter((_months(entry.period) for entry in entries), dtype=np.int64)
        self._spans = Spans.of([[_ordinals(period) for period in periods] for periods in fixed.periods])

    def concerning(self, reading: Reading) -> Mask | None:
        """Return which entries concern every entity that a question names; ``None`` when it names none."""
        found: Mask | None = None
        for link in reading.links:
            any_of = self._entities.any_of((*link.targets, *link.loosely))
            found = any_of if found is None else found & any_of
        return found

    def passes(self, reading: Reading, documents: Holders[str], at: Positions) -> Mask:
        """Return, for each of the entries ``at``, whether it may contradict nothing of a question.

        ``documents`` are the terms of all entries.
        """
        found = self._concerned(reading, at)
        for kept in (
            self._measured(reading, documents, at),
            self._numbered(reading, at),
            self._counted(reading, at),
            self._dated(reading, at),
            self._worded(reading, documents, at),
        ):
            if kept is not None:
                found &= kept
        return found

    def _concerned(self, reading: Reading, at: Positions) -> Mask:
        """Return which entries concern every entity named, an exact figure those meant only."""
        found = np.ones(len(at), dtype=np.bool_)
        for link in reading.links:
            concerned = self._entities.any_of(link.targets)[at]
            if link.loosely:
                concerned |= self._entities.any_of(link.loosely)[at] & ~self._aggregate[at]
            if reading.counters:
                concerned |= self._counter.among(reading.counters, at)
            found &= concerned
        return found

    def _measured(self, reading: Reading, documents: Holders[str], at: Positions) -> Mask | None:
        """Return which entries are figures or speak of what is counted."""
        if not reading.quantity or not reading.measured:
            return None
        found = self._figure[at]
        for way in reading.measured:
            found = found | np.logical_and.reduce([documents.any_of((term,))[at] for term in way])
        return found

    def _numbered(self, reading: Reading, at: Positions) -> Mask | None:
        """Return which entries hold the numbers that the question states."""
        if not reading.numbers:
            return None
        known = [
            self._numbers.any_of((*number, *self._possible(leaves)))[at]
            for number, leaves in zip_longest(reading.numbers, reading.leaves)
        ]
        any_will = either(reading.text) or len(known) >= LISTED
        return (np.logical_or if any_will else np.logical_and).reduce(known)

    def _possible(self, leaves: Span | None) -> Iterable[float]:
        """Return the numbers that some entry holds among those that a hedged number leaves possible."""
        if leaves is None:
            return ()
        first, last = (
            np.searchsorted(self._values, leaves.low),
            np.searchsorted(self._values, leaves.high, "right"),
        )
        return self._values[first:last].tolist()

    def _counted(self, reading: Reading, at: Positions) -> Mask | None:
        """Return which entries are no figures, or figures that count what, whose and where is asked."""
        figure, whole = self._figure[at], self._aggregate[at]
        if not figure.any():
            return None
        found = np.ones(len(at), dtype=np.bool_)
        stating = self._stating(reading, at)
        if reading.asked:
            counted = self._metrics.any_of(reading.asked)[at]
            found &= counted if reading.quantity else counted | stating
        entities = reading.entities
        found &= ~self._acted[at] | self._by.any_of(entities)[at] | stating
        there = self._place.among({self._default_place, *entities}, at)
        if reading.places:
            there &= self._around.any_of(reading.places)[at]
        found &= ~whole | self._place.missing(at) | there
        return found | ~figure

    def _stating(self, reading: Reading, at: Positions) -> Mask:
        """Return which entries hold a number that the question states."""
        known = [self._numbers.any_of(number)[at] for number in reading.numbers]
        return np.logical_or.reduce(known) if known else np.zeros(len(at), dtype=np.bool_)

    def _dated(self, reading: Reading, at: Positions) -> Mask | None:
        """Return which entries speak for the periods asked."""
        if not reading.periods:
            return None
        exact = self._aggregate[at] & (self._own[at] >= 0)
        joined = np.logical_or if either(reading.text) else np.logical_and
        # a change may name the period before it too
        enough = joined.reduce([self._equal(mention, at) for mention in reading.periods]) | self._percent[at]
        if spanned(reading.periods):
            enough = np.ones(len(at), dtype=np.bool_)
        counts = reading.quantity and bool(reading.asked)
        spans = self._spans.at(at)
        if counts and len(reading.periods) > 1:  # a count may begin in one and end in another
            return np.where(exact, enough, np.ones(len(at), dtype=np.bool_))
        spoken = [
            None if not counts and reading.relative(mention) else _spoken(mention, spans, counts=counts)
            for mention in reading.periods
        ]
        any_may = np.ones(len(at), dtype=np.bool_)
        told: Mask = joined.reduce([any_may if each is None else each for each in spoken])
        return np.where(exact, enough, told)

    def _worded(self, reading: Reading, documents: Holders[str], at: Positions) -> Mask | None:
        """Return which entries have a telling word of the question, or its name, and every acronym of it."""
        telling = {term.key for term in reading.terms if term.role == "content" and not reading.numbers}
        found = documents.any_of(telling)[at] | self._ids.among(reading.entities, at) if telling else None
        for term in reading.proper:
            has = documents.any_of((term,))[at]
            found = has if found is None else found & has
        return found

    def _equal(self, mention: Mention, at: Positions) -> Mask:
        """Return whose own period is just the one mentioned, or begins and ends in its months."""
        if mention.side == "since":
            return np.zeros(len(at), dtype=np.bool_)
        if mention.side is not None:
            return self._new_year[at]
        own, months = self._own[at], self._months[at]
        # of the few codes each by itself: np.isin imports numpy.ma, in the middle of an answer
        return np.logical_or.reduce(
            [(own == _code(period)) | (months == _months(period)) for period in mention.alternatives]
        )


def _flags(flags: Iterable[bool]) -> Mask:
    """Return flags as an array."""
    return np.fromiter(flags, dtype=np.bool_)


def _spoken(mention: Mention, spans: Spans, *, counts: bool) -> Mask | None:
    """Return which entries have a period that may speak for one mentioned; ``None`` when any may."""
    if mention.side is not None and not counts:
        return spans.having(_reached(mention, spans)) | spans.without
    if mention.side is not None or len(mention.alternatives) != 1:
        return None
    first, last = _ordinals(next(iter(mention.alternatives)))
    common = np.minimum(spans.last, last) - np.maximum(spans.first, first) + 1
    if counts:
        most = MOST_IN_COMMON * np.maximum(spans.days, last - first + 1)
        return spans.having((common > 0) & ((spans.days < MONTH_OR_MORE) | (common >= most)))
    return spans.having((common == spans.days) | ((common > 0) & (spans.days <= LONG)))


def _reached(mention: Mention, spans: Spans) -> Mask:
    """Return which spans share a day with the one that a mention begins or ends."""
    firsts = [period.first.toordinal() for period in mention.alternatives]
    if mention.side == "since":
        return spans.last >= min(firsts)
    if mention.side == "before":
        return spans.first < max(firsts)
    return spans.first <= max(period.last.toordinal() for period in mention.alternatives)


def _from_new_year(period: Period | None) -> bool:
    """Return whether a period begins on the first of January."""
    return period is not None and (period.first.month, period.first.day) == (1, 1)


def _ordinals(period: Period) -> tuple[int, int]:
    """Return the first and the last day of a period as numbers."""
    return period.first.toordinal(), period.last.toordinal()


def _code(period: Period | None) -> int:
    """Return a number that no other period has; -1 for none."""
    if period is None:
        return -1
    first, last = _ordinals(period)
    return first * _DAYS + last


def _months(period: Period | None) -> int:
    """Return a number for the months in which a period begins and ends; -1 for none."""
    if period is None:
        return -1
    year, month, last_year, last_month = period.months
    return (year * 12 + month) * _DAYS + last_year * 12 + last_month
