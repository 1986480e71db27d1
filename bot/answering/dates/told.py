"""PURE: all periods of a question: in figures, by what happened then, or by what was latest of a series."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answering.dates.latest import LATEST, Series
from bot.answering.dates.mentions import mentions
from bot.answering.dates.since import dated_by, happened
from bot.answering.intent import asks_how_many

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from bot.answering.dates.mentions import Mention
    from bot.answering.linking import Link
    from bot.answering.text import Token
    from bot.knowledge.model import Pack

_SPANS: Final = frozenset({"year", "month", "months"})
"""Words with which a period is told by what happened in it or beside it."""
_STATES: Final = frozenset({"already", "still"})
"""Words that ask whether something held at a time: it may have begun long before."""


class ToldDates:
    """What of one pack tells a date. Built once, then only read."""

    def __init__(self, pack: Pack, key: Callable[[str], str]) -> None:
        """Take a pack, and what gives the key by which a word is compared."""
        self.happened = happened(pack)
        """When each of its happenings was."""
        self._series = Series(pack, key)

    def of(
        self,
        plain: str,
        tokens: Sequence[Token],
        find: Callable[[], Sequence[Link]],
        as_of: date | None,
    ) -> tuple[Mention, ...]:
        """Return the periods that a question mentions or tells, in order of place.

        ``find`` returns the names in it, and is asked only where one may tell a date. ``as_of`` is the day
        that "last year" counts from.
        """
        spans = mentions(plain, as_of)
        found = [token.word for token in tokens]
        counts = asks_how_many(plain.casefold())
        if not counts and not _STATES.isdisjoint(found):
            spans = tuple(replace(span, side=span.side or "until") for span in spans)
        if _SPANS.isdisjoint(found) and (spans or LATEST.isdisjoint(found)):
            return spans
        links = find()
        latest = None if spans else self._series.latest(tokens, links)
        if latest is not None:
            return (latest,)
        told = tuple(dated_by(plain, tokens, links, self.happened, counts=counts))
        return tuple(sorted((*spans, *told), key=lambda mention: mention.start)) if told else spans
