"""PURE: which sum a text asks for, from the words with which people ask for one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["compare", "total", "extreme", "trend"]
End: TypeAlias = Literal["highest", "lowest"]
Unit: TypeAlias = Literal["month", "year"]


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


_HIGHEST: Final = re.compile(
    r"\b(?:highest|deadliest|bloodiest|worst|peak(?:ed)?|maximum|greatest|largest|record)\b|(?<!at )\bmost\b"
)
_LOWEST: Final = re.compile(r"\b(?:fewest|lowest|minimum|smallest|quietest)\b|(?<!at )\bleast\b")
_UNIT: Final = re.compile(r"\b(month|year)s?\b")
_CHANGE: Final = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ow|ew|own|owth|owing)|climb(?:ed)?|surg(?:e|ed)"
    r"|jump(?:ed)?|spik(?:e|ed)|f(?:all|ell|allen|alling)|drop(?:s|ped)?|declin(?:e|ed|ing)"
    r"|decreas(?:e|es|ed|ing)|chang(?:e|ed)|worsen(?:ed)?|(?:go|goes|gone|going|went)\s+(?:up|down))\b"
)
_COMPARE: Final = re.compile(
    r"\b(?:more|fewer|less|higher|lower|greater|differ(?:s|ence|ences|ent)?|compar(?:e|es|ed|ing|ison)"
    r"|versus|vs|ratio|twice|double[ds]?|tripled?|times\s+(?:as|more)|percent(?:age)?|per\s+cent)\b|%"
)
_TREND: Final = re.compile(r"\b(?:trends?|over\s+(?:time|the\s+years|the\s+months)|develop(?:ed|ment)?)\b")
_TOTAL: Final = re.compile(
    r"\b(?:totals?|altogether|in\s+all|together|combined|sum|overall|add(?:ed)?(?:\s+up)?|plus)\b"
)
_ANOTHER: Final = re.compile(r"\b(?:why|how\s+come|who|whom|whose|where)\b")
"""Questions that no number answers."""
WORDS: Final = frozenset(
    """
    highest deadliest bloodiest worst peak peaked maximum greatest largest record fewest lowest minimum
    smallest quietest month months year years rise rises risen rising rose increase increases increased
    increasing grow grew grown growth growing climb climbed surge surged jump jumped spike spiked fall fell
    fallen falling drop drops dropped decline declined declining decrease decreases decreased decreasing
    change changed worsen worsened fewer less higher lower greater differ differs difference differences
    different compare compares compared comparing comparison versus vs ratio twice double doubled doubles
    triple tripled times percent percentage cent trend trends over time develop developed development
    altogether together combined sum overall add added plus level levels calculate compute work
    until till up down long country nationwide
    """.split()
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


def superlatives(text: str) -> tuple[End, ...]:
    """Return which ends a casefolded text speaks of."""
    ends: list[End] = []
    if _HIGHEST.search(text):
        ends.append("highest")
    if _LOWEST.search(text):
        ends.append("lowest")
    return tuple(ends)
