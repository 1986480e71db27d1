"""PURE: which of the entries that differ from a sentence contradicts it, if any does."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from bot.answering.verdicts.checked import Slot
    from bot.answering.verdicts.comparing import Comparison
    from bot.answering.verdicts.spoken import Spoken
    from bot.knowledge.model import Pack
    from bot.knowledge.periods import Period

_MONTH: Final = 31
_NEAR: Final = 0.1
"""How far below the best another entry may score and still tell of the same thing, or of its like."""


def denied(found: Comparison, spoken: Spoken) -> bool:
    """Whether a sentence denies just what an entry says."""
    plain = found.same_matter and not found.foreign and not found.differing
    return plain and spoken.negations > 0 and found.account.spoken.negations == 0


def decisive(pack: Pack, spoken: Spoken, slot: Slot, differing: list[Comparison]) -> Comparison | None:
    """Return the entry whose other date, place or number contradicts the sentence, if one does.

    What happens again and again has several dates and places: another one may be true as well.
    Then only an entry of the same month decides, or, for a sentence without a date, the one of
    the days that the pack takes a question to mean.
    """
    if not differing or slot == "number":
        return next(iter(differing), None)
    if spoken.is_indefinite:
        return None
    differing = [each for each in differing if each.score >= differing[0].score - _NEAR]
    differing.sort(key=lambda each: isinstance(each.account.entry, Figure))  # a count tells of it in passing
    days = [_days(each) for each in differing]
    known = [day for day in days if day is not None]
    if all(one.overlaps(other) for one, other in pairwise(known)):
        return differing[0]
    meant = [meaning for dated in spoken.dated for meaning in dated.periods]
    default = pack.default_period
    for each, day in zip(differing, days, strict=True):
        if day is not None and (
            any(_same_month(day, other) for other in meant) or (not meant and day == default)
        ):
            return each
    return None


def _days(found: Comparison) -> Period | None:
    """Return when what an entry tells of happened."""
    dates = (meaning for dated in found.account.spoken.dated for meaning in dated.periods)
    return found.account.entry.period or next(dates, None)


def _same_month(one: Period, other: Period) -> bool:
    """Whether two spans begin in the same month and neither is longer than that."""
    brief = max(one.days, other.days) <= _MONTH
    return brief and (one.first.year, one.first.month) == (other.first.year, other.first.month)
