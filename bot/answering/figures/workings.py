"""PURE: the sums of a comparison in words, with every number that goes into them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from bot.answering.figures.arithmetic import (
    MINUS,
    Direction,
    bounds,
    difference,
    direction,
    percent,
    ratio,
    rounded,
)
from bot.answering.wording import value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.knowledge.model import Figure

_MOST: Final = 4
"""Sums shown where the two sides have several values each."""
OVER_TIME: Final[Mapping[Direction, str]] = {
    "rose": "a rise",
    "fell": "a fall",
    "same": "no change",
    "unknown": "whether it rose or fell is not known",
}
APART: Final[Mapping[Direction, str]] = {"rose": "", "fell": "", "same": "", "unknown": ""}
"""For two counters: no verdict."""
SHARES: Final = frozenset({"percent", "per cent", "%"})
"""Units of which a difference is in percentage points, and a ratio makes no sense."""


def in_places(left: str, right: str) -> Mapping[Direction, str]:
    """Return the verdicts on two places."""
    return {
        "rose": f"more in {right}",
        "fell": f"more in {left}",
        "same": "the same in both",
        "unknown": "which has more is not known",
    }


def workings(
    left: Sequence[Figure], right: Sequence[Figure], verdicts: Mapping[Direction, str]
) -> tuple[str, ...]:
    """Return the difference and ratio of two sides, for each of the values that they give.

    Over time the later number comes first in a sum, else the greater one.
    """
    pairs = list(product(left, right))
    lines = [line for first, second in pairs[:_MOST] for line in _sums(first, second, verdicts)]
    if len(pairs) > _MOST:
        lines.append("The other values of the two sides give other results.")
    return tuple(lines)


def _sums(first: Figure, second: Figure, verdicts: Mapping[Direction, str]) -> Iterator[str]:
    """Yield the difference with its verdict, and the ratio where both make sense."""
    verdict = verdicts[direction(bounds(first), bounds(second))]
    swap = verdicts is not OVER_TIME and first.value > second.value
    of, to = (first, second) if swap else (second, first)
    yield f"Difference: {_difference(of, to, verdict)}"
    if verdicts is not APART and first.unit not in SHARES:
        yield from _ratio(of, to)


def _difference(of: Figure, to: Figure, verdict: str) -> str:
    """Return a subtraction with what it says, as in ``376 - 294 = 82: a rise``."""
    found = difference(bounds(of), bounds(to)).words()
    points = " percentage points" if of.unit in SHARES else ""
    told = f"= {found}{points}" if found else "is not known"
    said = f": {verdict}" if found and verdict else ""
    return f"{_operand(of)} {MINUS} {_operand(to)} {told}{said}"


def _ratio(of: Figure, to: Figure) -> Iterator[str]:
    """Yield a division, as in ``539 ÷ 388 ≈ 1.39 (38.9 % more)``; nothing where there is none."""
    exact = ratio(bounds(of), bounds(to))
    if exact is None:
        return
    short = rounded(exact)
    change = percent(exact)
    sign = "=" if short == exact else "≈"
    yield f"Ratio: {_operand(of)} ÷ {_operand(to)} {sign} {short.words()}" + (
        f" ({change})" if change else ""
    )


def _operand(figure: Figure) -> str:
    """Return a value for a sum; one that is not a plain number in brackets."""
    told = value(figure)
    return told if figure.qualifier == "exactly" and figure.value_max is None else f"({told})"
