"""PURE: how a number or a date of a sentence stands to one of an entry: they agree, differ, or it is open."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, TypeAlias

from bot.answering.dates.spans import is_unit

if TYPE_CHECKING:
    from bot.answering.amounts import Amount, Span
    from bot.answering.dates.mentions import Mention
    from bot.knowledge.periods import Period

Fit: TypeAlias = Literal["agrees", "differs", "beyond", "open"]
"""How one slot of a sentence stands to an entry's; ``open`` where it can't be told, ``beyond`` for a number
above one that is given as the least."""


def count_fit(said: Amount, found: Span, value: float, bare: float) -> Fit:
    """Return how a number stands to what an entry leaves possible.

    A plain number agrees with "at least" the same. ``value`` is the entry's number, ``bare`` the
    same without "million" and the like: who leaves that out does not contradict.
    """
    same = not said.hedged and said.value == value and said.span.low == said.span.high
    if found.within(said.span) or same:
        return "agrees"
    if found.apart(said.span) and said.bare != bare:
        return "differs"
    return "beyond" if found.high == math.inf and not said.hedged and said.value > value else "open"


def date_fit(mention: Mention, other: Mention) -> Fit:
    """Return how a date stands to an entry's: a month agrees with a day in it, not a day with its month."""
    if mention.side != other.side:
        return "open"
    if any(inside(mention, period) for period in other.alternatives):
        return "agrees"
    overlap = any(mention.overlaps(period) for period in other.alternatives)
    return "open" if overlap else "differs"


def inside(mention: Mention, period: Period) -> bool:
    """Whether some meaning of a date has a whole period in it; a range of dates must be the very same."""
    meanings = mention.near(period)
    return any(meaning.contains(period) if is_unit(meaning) else meaning == period for meaning in meanings)
