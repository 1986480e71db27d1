"""PURE: spans that open or close with something that happened ("attacks since the takeover")."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.dates.mentions import Mention, side_of
from bot.knowledge.model import Entity, Event, Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.answering.linking import Link
    from bot.answering.text import Token
    from bot.knowledge.model import Entry, Pack
    from bot.knowledge.periods import Period

_BRIEF: Final = 31
"""Most days of what is one happening."""
_MEASURED: Final = re.compile(
    r"\b(?:years?|yrs?|months?|weeks?|days?|nights?|hours?|right|soon|shortly|just|immediately)\s+\w+\s+(?:the\s+)?$"
    r"|\bby\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Signs that a span has another end too ("in the year after the takeover") or is none ("killed by")."""
_SINCE: Final = re.compile(r"\bsince\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
"""What opens a span whatever happened; "dead after the blast" asks for the toll of the blast itself."""


class Happening(NamedTuple):
    """When something happened, and whether some figure is its toll."""

    days: tuple[Period, ...]
    tolled: bool


def happened(pack: Pack) -> Mapping[str, Happening]:
    """Return when each entity happened that is a happening: its events' days, or those of its tolls."""
    happenings = {entity.id for entity in pack.of_kind(Entity) if entity.type == "event"}
    tolled = {figure.event for figure in pack.of_kind(Figure) if figure.event}
    happenings |= tolled
    found: defaultdict[str, dict[Period, None]] = defaultdict(dict)
    for entry in pack.entries.values():
        of = _happening(entry)
        if of in happenings and entry.period is not None and entry.period.days <= _BRIEF:
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
        side = side_of(plain, start, end) if days else None
        toll = any(happening.tolled for happening in known) and not _SINCE.search(plain[:start])
        if side is not None and not (toll and side == "since") and not _MEASURED.search(plain[:start]):
            yield link, Mention(start, end, days, side=side)


def _happening(entry: Entry) -> str | None:
    """Return the entity that an entry dates."""
    match entry:
        case Event(about=(first, *_)):
            return first
        case Figure():
            return entry.event
        case _:
            return None
