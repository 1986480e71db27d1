"""PURE: whether the words around a date make it the beginning or the end of a span: "since 2021"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from bot.answering.lexicon import MONTHS

if TYPE_CHECKING:
    from bot.answering.dates.mentions import Mention

Side: TypeAlias = Literal["before", "until", "since"]
"""How a date opens a span; "before" leaves the date out, the others take it in ("after the March talks")."""

_OPENING: Final = re.compile(
    r"\b(since|after|before|until|till|by|(?<!follow[\s-])up\s+to|prior\s+to|as\s+of|(?:at|by)\s+the\s+time\s+of)\s+"
    r"(?:the\s+)?(?:end\s+(?:of\s+)?|(?:early|mid|late)[\s-]+)?$",
    re.IGNORECASE,
)
_LEAVING_OUT: Final = re.compile(
    r"(?<!right )(?<!shortly )(?<!soon )\bafter\s+(?:end\s+of\s+)?$", re.IGNORECASE
)
_ENDING: Final = frozenset(("", *"?.,!;"))
_BEGINNINGS: Final = (*"0123456789", *MONTHS)
_NAMES: Final = re.compile(
    r"\s+(?!(?:with|from|what|when|which|were|have|that|does|according)\b)[a-z]{4}", re.IGNORECASE
)
"""A date that is part of a name: "before the 2024 talks" is before the day of the talks, not before 2024."""
_SIDES: Final[Mapping[str, Side]] = {
    "since": "since",
    "after": "since",
    "before": "before",
    "prior to": "before",
}
"""What the words before a date make of it; all others mean "until"."""
_CLOSING: Final = re.compile(
    r"\s+(?:onwards?|and\s+(?:after|later|now|today)|to\s+(?:now|date|today)|(?:till|until)\s+now)\b",
    re.IGNORECASE,
)

_DENIED: Final = re.compile(r"\bnot\s+(?:in\s+|for\s+|of\s+)?$", re.IGNORECASE)


def without_denied(plain: str, spans: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the periods of a text without those that it denies, if it names another: "2022, not 2023"."""
    if len(spans) < 2:  # noqa: PLR2004  # of one alone something is said
        return spans
    return tuple(span for span in spans if not _DENIED.search(plain[: span.start])) or spans


def side_of(plain: str, start: int, end: int) -> Side | None:
    """Return whether the words around a date make it the beginning or the end of a span."""
    opening = _OPENING.search(plain[max(0, start - 40) : start])
    if opening:
        side: Side = _SIDES.get(" ".join(opening[1].casefold().split()), "until")
        return "until" if side == "before" and _NAMES.match(plain, end) else side
    return "since" if _CLOSING.match(plain[end:]) else None


def leaves_out(plain: str, start: int, end: int) -> bool:
    """Whether a month or a day that ends a clause is left out of what comes "after" it."""
    ends = plain[end : end + 1] in _ENDING
    month = plain[start:end].casefold().startswith(_BEGINNINGS)
    return ends and month and bool(_LEAVING_OUT.search(plain[max(0, start - 40) : start]))
