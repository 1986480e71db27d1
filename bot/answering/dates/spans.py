"""PURE: a date or a range of dates as a member types it into an option ("2022-11 to March 2023")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.dates.mentions import Mention, mentions
from bot.answering.text import normalise
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from datetime import date

_TODAY: Final = re.compile(r"\b(?:today|now|the present|present)\b", re.IGNORECASE)
_MONTH_YEAR: Final = re.compile(r"(?<![\d/.-])(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\d/-])", re.ASCII)
"""As in 03/2023. A day, month and year in numbers are not read: countries order them differently."""
_BEFORE: Final = re.compile(
    r"\s*(?:(?:in|on|during|between|from|the|all|of|year|month|around|about)\b\s*)*", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"\s*(?:-|–|—|/|\.{2,3}|to|till|until|through|and)\s*(?:the\s+)?", re.IGNORECASE)
_AFTER: Final = re.compile(r"[\s.,!?]*")
_ENDS: Final = 2


def read_span(typed: str, as_of: date | None = None) -> Period | None:
    """Return the days that a typed date or range means; None when that is unclear.

    The whole text must be read, so that a date only half understood is never taken for another.
    ``as_of`` is what "today" and "last year" count from.
    """
    plain = _MONTH_YEAR.sub(lambda match: f"{match[2]}-{int(match[1]):02}", normalise(typed))
    if as_of is not None:
        plain = _TODAY.sub(as_of.isoformat(), plain)
    try:
        return Period.parse(plain)
    except ValueError:
        found = mentions(plain, as_of)
    if not found or len(found) > _ENDS or not _is_whole(plain, found):
        return None
    return _alone(found[0]) if len(found) == 1 else _joined(*found)


def is_unit(period: Period) -> bool:
    """Whether a span is one calendar day, month or year, and no range."""
    return period.days == 1 or period.is_month or period.is_year


def _is_whole(plain: str, found: tuple[Mention, ...]) -> bool:
    """Whether the text holds nothing but the dates and what joins them."""
    first, last = found[0], found[-1]
    if not _BEFORE.fullmatch(plain[: first.start]) or not _AFTER.fullmatch(plain[last.end :]):
        return False
    return first is last or _BETWEEN.fullmatch(plain[first.end : last.start]) is not None


def _alone(mention: Mention) -> Period | None:
    """Return what a date means by itself; a date without a year may mean any."""
    return None if mention.yearless else mention.alternatives[0]


def _joined(first: Mention, last: Mention) -> Period | None:
    """Return the span from one date to another; a date without a year takes the nearest that fits."""
    if first.yearless and last.yearless:
        return None
    begin: Period | None = first.alternatives[0]
    end: Period | None = last.alternatives[0]
    if first.yearless:
        begin = next((p for p in reversed(first.alternatives) if p.first <= last.alternatives[0].first), None)
    if last.yearless:
        end = next((p for p in last.alternatives if p.last >= first.alternatives[0].last), None)
    return Period(begin.first, end.last) if begin and end and begin.first <= end.last else None
