"""PURE: which quotations a member means, by speaker, topic and date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

from bot.answering.browsing.choosing import entity_names, wanted
from bot.answering.browsing.records import Record, is_about, record, topic_name
from bot.answering.dates.spans import read_span
from bot.answering.figures.sieve import Choice, distinct, period_choices
from bot.answering.wording import name, when
from bot.knowledge.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.answering.index import Index

Facet: TypeAlias = Literal["speaker", "topic", "date"]


@dataclass(frozen=True, slots=True)
class QuoteFilters:
    """What the quotations must have, as a member typed or chose it; None takes any."""

    speaker: str | None = None
    topic: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Quotations:
    """Quotations, newest first.

    ``filters`` says in short what was asked for, ``heading`` in words; ``unreadable`` is a
    date that can't be read.
    """

    filters: QuoteFilters
    heading: str
    rows: tuple[Record, ...]
    unreadable: str | None = None


class _Search:
    """Filters looked up in a pack."""

    def __init__(self, index: Index, filters: QuoteFilters, as_of: date | None) -> None:
        """Look every filter up."""
        self._index = index
        self._names = entity_names(index.pack)
        self._speaker = wanted(filters.speaker, self._names)
        self._topic = wanted(filters.topic, self._names)
        self._date = read_span(filters.date, as_of) if filters.date is not None else None
        self.unreadable = filters.date if self._date is None else None
        day = str(self._date) if self._date else filters.date
        self.canonical = QuoteFilters(self._speaker.canonical, self._topic.canonical, day)

    @property
    def heading(self) -> str:
        """What the filters were taken to mean."""
        speaker, topic = topic_name(self._speaker, self._names), topic_name(self._topic, self._names)
        parts = (
            f"by {speaker}" if speaker else "",
            f"about {topic}" if topic else "",
            when(self._date),
        )
        return " ".join(filter(None, parts))

    def quotes(self) -> Iterator[Quote]:
        """Yield the quotations that fit; a date that can't be read hides none."""
        for prepared in self._index.entries:
            if isinstance(prepared.entry, Quote) and self._fits(prepared.entry):
                yield prepared.entry

    def _fits(self, quote: Quote) -> bool:
        """Whether a quotation meets every filter."""
        said_by = (*self._names.get(quote.speaker, (quote.speaker,)), quote.role or "")
        if not self._speaker.fits((quote.speaker,), said_by):
            return False
        if self._date is not None and not (quote.period and quote.period.overlaps(self._date)):
            return False
        return is_about(self._index, quote, self._topic, self._names)


def quotations(index: Index, filters: QuoteFilters, as_of: date | None = None) -> Quotations:
    """Return the quotations that meet every filter; ``as_of`` is what "last year" counts from."""
    search = _Search(index, filters, as_of)
    if search.unreadable is not None:
        return Quotations(filters, search.heading, (), search.unreadable)
    found = sorted(search.quotes(), key=_order)
    return Quotations(search.canonical, search.heading, tuple(record(index, quote) for quote in found))


def quote_choices(
    index: Index, facet: Facet, filters: QuoteFilters, as_of: date | None = None
) -> tuple[Choice, ...]:
    """Return every way to fill one filter that leaves quotations, given the other filters."""
    others: dict[str, None] = {facet: None}
    quotes = list(_Search(index, replace(filters, **others), as_of).quotes())
    match facet:
        case "speaker":
            return distinct(Choice(name(index.pack, quote.speaker), quote.speaker) for quote in quotes)
        case "topic":
            about = (entity for quote in quotes for entity in quote.about)
            return distinct(Choice(name(index.pack, entity), entity) for entity in about)
        case "date":
            return period_choices(quote.period for quote in quotes if quote.period)
        case _:
            assert_never(facet)


def _order(quote: Quote) -> int:
    """Return the key that puts the newest first and those without a date last; file order within a day."""
    return -quote.period.last.toordinal() if quote.period else 0
