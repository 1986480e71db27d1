"""PURE: which sum a text asks for, from the words with which people ask for one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["compare", "total", "extreme", "trend"]
End: TypeAlias = Literal["highest", "lowest"]
Unit: TypeAlias = Literal["month", "year"]
Way: TypeAlias = Literal["rose", "fell"]


@dataclass(frozen=True, slots=True)
class Operation:
    """A sum that is asked for.

    ``ends`` and ``unit`` say of an extreme which end, among what; ``change`` whether a number is
    asked to have risen or fallen, so that one period means "since the one before".
    """

    kind: Kind
    ends: tuple[End, ...] = ()
    unit: Unit | None = None
    change: bool = False


def _one_of(words: tuple[str, ...], *patterns: str) -> re.Pattern[str]:
    """Return what finds any of some words, or of some patterns."""
    return re.compile("|".join((rf"\b(?:{'|'.join(words)})\b", *patterns)))


_HIGH: Final = tuple("highest deadliest bloodiest worst peak peaked maximum greatest largest record".split())
_LOW: Final = tuple("fewest lowest minimum smallest quietest".split())
_RISES: Final = tuple(
    """
    rise rises rose risen rising grow grows grew grown growing growth increase increases increased increasing
    climb climbs climbed climbing
    """.split()
)
_FALLS: Final = tuple(
    """
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining
    decrease decreases decreased decreasing
    """.split()
)
_MULTIPLES: Final = tuple(
    """
    surge surges surged surging jump jumps jumped jumping spike spikes spiked spiking
    double doubles doubled doubling triple triples tripled tripling halve halves halved halving
    """.split()
)
"""Words of a change that say how great it was, too."""
_CHANGES: Final = (
    *_RISES,
    *_FALLS,
    *_MULTIPLES,
    *"change changes changed changing worsen worsens worsened worsening".split(),
)
_MORE: Final = tuple("more higher greater deadlier bloodier".split())
_LESS: Final = tuple("fewer less lower".split())
_COMPARISONS: Final = tuple(
    """
    fewer less higher lower greater deadlier bloodier differ differs different difference differences
    compare compares compared comparing comparison versus vs ratio twice percent percentage
    """.split()
)
_TOTALS: Final = tuple("total totals altogether together combined sum overall add added plus".split())
_TRENDS: Final = tuple("trend trends develop developed development".split())

_HIGHEST: Final = _one_of(_HIGH, r"(?<!at )\bmost\b")
_LOWEST: Final = _one_of(_LOW, r"(?<!at )\bleast\b")
_UNIT: Final = re.compile(r"\b(month|year)s?\b")
_CHANGE: Final = _one_of(_CHANGES, r"\b(?:go|goes|gone|going|went)\s+(?:up|down)\b")
_COMPARE: Final = _one_of(_COMPARISONS, r"\bmore\b", r"\btimes\s+as\b", r"\bper\s+cent\b", "%")
_UP: Final = _one_of((*_RISES, *_MORE), r"\b(?:go|goes|gone|going|went)\s+up\b")
_DOWN: Final = _one_of((*_FALLS, *_LESS), r"\b(?:go|goes|gone|going|went)\s+down\b")
_BY_MUCH: Final = _one_of((*_MULTIPLES, "twice", "half", "times"), r"\b(?:more|less|fewer)\s+than\s+\d")
_TREND: Final = _one_of(_TRENDS, r"\bover\s+(?:time|the\s+years|the\s+months)\b")
_TOTAL: Final = _one_of(_TOTALS, r"\bin\s+all\b")
_ANOTHER: Final = re.compile(r"\b(?:why|how\s+come|who|whom|whose|where)\b")
"""Questions that no number answers."""
WORDS: Final = frozenset(
    (
        *(*_HIGH, *_LOW, *_CHANGES, *_COMPARISONS, *_TOTALS, *_TRENDS),
        *"month months year years times cent over time level levels calculate compute work".split(),
        *"until till up down long country nationwide".split(),
    )
)
"""Words with which sums are asked for: they tell nothing of what is counted."""


def operation(text: str) -> Operation | None:
    """Return the sum that a casefolded text asks for; ``None`` when it asks for none."""
    if _ANOTHER.search(text):
        return None
    ends = superlatives(text)
    unit = _UNIT.search(text)
    if ends and unit:
        return Operation("extreme", ends, "month" if unit[1] == "month" else "year")
    if _TREND.search(text):
        return Operation("trend")
    change = tells_change(text)
    if change or _COMPARE.search(text):
        return Operation("compare", change=change)
    return Operation("total") if _TOTAL.search(text) else None


def tells_change(text: str) -> bool:
    """Whether a casefolded text speaks of a number that rose or fell."""
    return bool(_CHANGE.search(text))


def way(text: str) -> Way | None:
    """Return which way a casefolded text has a count go, or stand to another, and nothing else.

    ``None`` where it says neither or both, or how many times as much it is.
    """
    up, down = bool(_UP.search(text)), bool(_DOWN.search(text))
    if up == down or _BY_MUCH.search(text):
        return None
    return "rose" if up else "fell"


def superlatives(text: str) -> tuple[End, ...]:
    """Return which ends a casefolded text speaks of."""
    ends: list[End] = []
    if _HIGHEST.search(text):
        ends.append("highest")
    if _LOWEST.search(text):
        ends.append("lowest")
    return tuple(ends)
