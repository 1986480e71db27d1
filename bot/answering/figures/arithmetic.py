"""PURE: sums with numbers that may be a range or a bound: what is known of a difference and a ratio."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from bot.answering.wording import number

if TYPE_CHECKING:
    from bot.knowledge.model import Figure, Number

Direction: TypeAlias = Literal["rose", "fell", "same", "unknown"]
_TENTH: Final = Decimal("0.1")
_SMALL: Final = Decimal("0.1")
"""Ratios below this are shown with two digits that are not zero."""
_LONGEST: Final = 20
"""Digits of a ratio, of which there can be many between tiny and huge numbers."""
_ALL: Final = 100
"""Percent that are the whole of a number."""
_PLAIN: Final = 10
"""From this ratio on a change in percent says less than the ratio."""
MINUS: Final = "\u2212"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between what a number lies; None is without bound. An open end is not reached itself.

    ``about`` says that a source rounds, so that the ends are not sharp.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    about: bool = False

    @property
    def sharp(self) -> bool:
        """Whether this is one number, and known exactly."""
        return self.low is not None and self.low == self.high and not self.about

    def words(self) -> str:
        """Say what is known, as in ``at least 351``; nothing when nothing is."""
        low, high = self.low, self.high
        if low is not None and high is not None:
            told = _amount(low) if low == high else f"between {_amount(low)} and {_amount(high)}"
        elif low is not None:
            told = f"{'more than' if self.low_open else 'at least'} {_amount(low)}"
        elif high is not None:
            told = f"{'less than' if self.high_open else 'at most'} {_amount(high)}"
        else:
            return ""
        return f"about {told}" if self.about else told


def bounds(figure: Figure) -> Bounds:
    """Return between what a figure's number lies, as its qualifier and range say."""
    low, high = decimal(figure.value), decimal(figure.value_max)
    top = decimal(figure.value) if high is None else high
    match figure.qualifier:
        case "at least":
            return Bounds(low, None)
        case "more than":
            return Bounds(low, None, low_open=True)
        case "up to":
            return Bounds(None, top)
        case "about":
            return Bounds(low, top, about=True)
        case "exactly":
            return Bounds(low, top)
        case _:
            assert_never(figure.qualifier)


def union(several: Iterable[Bounds]) -> Bounds:
    """Return the bounds that hold whichever of several values is true."""
    every = tuple(several)
    lows = [each.low for each in every if each.low is not None]
    highs = [each.high for each in every if each.high is not None]
    return Bounds(
        min(lows) if len(lows) == len(every) else None,
        max(highs) if len(highs) == len(every) else None,
        about=any(each.about for each in every),
    )


def total(several: Iterable[Bounds]) -> Bounds:
    """Return what is known of a sum."""
    every = tuple(several)
    lows = [each.low for each in every if each.low is not None]
    highs = [each.high for each in every if each.high is not None]
    return Bounds(
        sum(lows, Decimal(0)) if len(lows) == len(every) else None,
        sum(highs, Decimal(0)) if len(highs) == len(every) else None,
        low_open=any(each.low_open for each in every),
        high_open=any(each.high_open for each in every),
        about=any(each.about for each in every),
    )


def difference(more: Bounds, less: Bounds) -> Bounds:
    """Return what is known of ``more - less``."""
    return Bounds(
        None if more.low is None or less.high is None else more.low - less.high,
        None if more.high is None or less.low is None else more.high - less.low,
        low_open=more.low_open or less.high_open,
        high_open=more.high_open or less.low_open,
        about=more.about or less.about,
    )


def ratio(of: Bounds, to: Bounds) -> Bounds | None:
    """Return what is known of ``of / to``; None where no ratio makes sense or nothing is known."""
    low, high = of.low, of.high
    if any(end is not None and end < 0 for end in (low, high, to.low)) or to.low is None or to.low <= 0:
        return None
    found = Bounds(
        None if low is None or to.high is None else low / to.high,
        None if high is None else high / to.low,
        low_open=of.low_open,
        high_open=of.high_open or to.low_open,
        about=of.about or to.about,
    )
    return found if found.words() else None


def direction(first: Bounds, last: Bounds) -> Direction:
    """Say whether a number rose or fell, where that holds whatever lies within the bounds."""
    change = difference(last, first)
    if change.about:
        return "unknown"
    if change.low is not None and (change.low > 0 or (change.low == 0 and change.low_open)):
        return "rose"
    if change.high is not None and (change.high < 0 or (change.high == 0 and change.high_open)):
        return "fell"
    return "same" if change.sharp else "unknown"


def rounded(found: Bounds) -> Bounds:
    """Return a ratio with few digits; bounds are rounded outwards, so that they still hold."""
    if found.low == found.high:
        both = _few(found.low, ROUND_HALF_EVEN)
        return Bounds(both, both, about=found.about)
    return Bounds(
        _few(found.low, ROUND_FLOOR),
        _few(found.high, ROUND_CEILING),
        low_open=found.low_open,
        high_open=found.high_open,
        about=found.about,
    )


def percent(found: Bounds) -> str:
    """Say a sharp ratio as a change, as in ``38.9 % more``; nothing where that would mislead."""
    if not found.sharp or found.low is None or found.low >= _PLAIN:
        return ""
    change = ((found.low - 1) * 100).quantize(_TENTH, ROUND_HALF_EVEN)
    if not change or (found.low and change == -_ALL):
        return ""
    return f"{_amount(abs(change))} % {'more' if change > 0 else 'less'}"


def decimal(value: Number | None) -> Decimal | None:
    """Return a number as it is written."""
    return None if value is None else Decimal(str(value))


def _few(value: Decimal | None, rounding: str) -> Decimal | None:
    """Round to hundredths, or a small number to two digits."""
    if value is None or value == 0:
        return value
    places = -2 if value >= _SMALL else value.adjusted() - 1
    return value.quantize(Decimal(1).scaleb(max(places, value.adjusted() - _LONGEST)), rounding)


def _amount(value: Decimal) -> str:
    """Return a number with thousands separated and a minus sign that is one."""
    return number(value.normalize()).replace("-", MINUS)
