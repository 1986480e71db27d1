"""PURE: periods told by what happened: "attacks since the takeover", "in the year Kabul fell"."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.dates.mentions import Mention, side_of
from bot.answering.slots import happenings
from bot.knowledge.model import Event, Figure
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.answering.dates.mentions import Side
    from bot.answering.linking import Link
    from bot.answering.text import Token
    from bot.knowledge.model import Entry, Pack

_BRIEF: Final = 31
"""Most days of what is one happening."""
_LOOKED_AT: Final = 80
"""Characters before what happened that may make a date of it."""
_MEASURED: Final = re.compile(
    r"\b(?:years?|yrs?|months?|weeks?|days?|nights?|hours?|right|soon|shortly|just|immediately)\s+\w+\s+(?:the\s+)?$"
    r"|\bby\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Signs that a span has another end too ("in the year after the takeover") or is none ("killed by")."""
_SINCE: Final = re.compile(r"\bsince\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
"""What opens a span whatever happened; "dead after the blast" asks for the toll of the blast itself."""
_FROM: Final = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_UNTIL: Final = re.compile(r"^\s*(?:until|till|to|up\s+to|through)\b", re.IGNORECASE)

_IN_THE: Final = re.compile(
    r"\b(?:(?:in|during|for|of|over|from|by)\s+the\s+(?:\w+\s+)?(?P<what>year|month)\s+(?:of\s+|when\s+|that\s+|in\s+which\s+)?"
    r"|(?<!\bis\s)(?<!\bwas\s)(?<!\bme\s)(?<!\bname\s)(?<!\bgive\s)\bthe\s+(?P<then>year|month)\s+(?:when\s+)?)(?:the\s+)?$",
    re.IGNORECASE,
)
"""What makes a date of what happened: "the year Kabul fell", "in the month of the mosque blast"."""
_YEAR_BESIDE: Final = re.compile(
    r"\b(?:year|(?:12|twelve)\s+months)\s+"
    r"(?:(?P<before>before|ahead\s+of|leading\s+up\s+to|preceding|prior\s+to)|after|following|since)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What makes a year of what happened at its end or at its beginning."""


class Happening(NamedTuple):
    """When something happened, and whether some figure is its toll."""

    days: tuple[Period, ...]
    tolled: bool


def happened(pack: Pack) -> Mapping[str, Happening]:
    """Return when each entity happened that is a happening: its events' days, or those of its tolls."""
    tolled = {figure.event for figure in pack.of_kind(Figure) if figure.event}
    known = happenings(pack)
    found: defaultdict[str, dict[Period, None]] = defaultdict(dict)
    for entry in pack.entries.values():
        of = _happening(entry)
        if of in known and entry.period is not None and entry.period.days <= _BRIEF:
            found[of][entry.period] = None
    return {entity: Happening(tuple(sorted(days)), entity in tolled) for entity, days in found.items()}


def opened(
    plain: str, tokens: Sequence[Token], links: Sequence[Link], dates: Mapping[str, Happening]
) -> Iterator[tuple[Link, Mention]]:
    """Yield what begins or ends a span of a text, with the span, where it happened on known days.

    "Dead after the blast" asks for the toll of the blast; only "since" says that later days are meant.
    """
    for link in links:
        known = [dates[target] for target in link.targets if target in dates]
        days = tuple(day for happening in known for day in happening.days)
        start, last = tokens[link.start].start, tokens[link.end - 1]
        end = last.start + len(last.raw)
        side = _side(plain, start, end) if days else None
        toll = any(happening.tolled for happening in known) and not _SINCE.search(plain[:start])
        if side is not None and not (toll and side == "since") and not _has_other_end(plain[:start]):
            yield link, Mention(start, end, days, side=side)


def _side(plain: str, start: int, end: int) -> Side | None:
    """Return whether what happened begins or ends a span; "from the takeover until April" begins one."""
    ended = _FROM.search(plain[:start]) and _UNTIL.search(plain[end:])
    return "since" if ended else side_of(plain, start, end)


def dated_by(
    plain: str,
    tokens: Sequence[Token],
    links: Sequence[Link],
    dates: Mapping[str, Happening],
    *,
    counts: bool,
) -> Iterator[Mention]:
    """Yield the years and months that a text tells by what happened in them or, if it counts, beside it."""
    for link in links:
        days = {day for target in link.targets if target in dates for day in dates[target].days}
        days = {day for day in days if date.min.year < day.first.year < date.max.year}
        if not days:
            continue
        start, last = tokens[link.start].start, tokens[link.end - 1]
        end = last.start + len(last.raw)
        looked = max(0, start - _LOOKED_AT)
        before = plain[looked:start]
        within, beside = _IN_THE.search(before), _YEAR_BESIDE.search(before)
        if within is not None:
            year = (within["what"] or within["then"]).casefold() == "year"
            whole = {Period.year(day.first.year) if year else _month(day) for day in days}
            yield Mention(looked + within.start(), end, tuple(sorted(whole)))
        elif beside is not None and counts:
            spans = {_year_before(day) if beside["before"] else _year_from(day) for day in days}
            yield Mention(looked + beside.start(), start, tuple(sorted(spans)))


def _year_from(day: Period) -> Period:
    """Return the year that begins with a day."""
    return Period(day.first, _a_year_on(day.first, 1) - timedelta(days=1))


def _year_before(day: Period) -> Period:
    """Return the year that ends the day before."""
    return Period(_a_year_on(day.first, -1), day.first - timedelta(days=1))


def _a_year_on(day: date, years: int) -> date:
    """Return the same day of another year; the 28th for a 29 February."""
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)  # noqa: PLR2004  # February


def _month(day: Period) -> Period:
    """Return the month in which a period begins."""
    return Period.month(day.first.year, day.first.month)


def _has_other_end(before: str) -> bool:
    """Whether the words before what happened measure the span, or make none of it."""
    return bool(_MEASURED.search(before) or _YEAR_BESIDE.search(before))


def _happening(entry: Entry) -> str | None:
    """Return the entity that an entry dates."""
    match entry:
        case Event(about=(first, *_)):
            return first
        case Figure():
            return entry.event
        case _:
            return None
