"""PURE: colours, which tell one list, line or card from another: what is grey is not black."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.slots import texts

if TYPE_CHECKING:
    from bot.answering.prepared import Prepared

_COLOUR: Final = re.compile(
    r"\b(black|white(?!\s+house)|gr[ae]y|red|green|blue|yellow|orange|amber|purple|brown|pink)"
    r"(?:[\s-]?list\w*)?\b"
)


def colours(text: str) -> frozenset[str]:
    """Return the colours that a text, in lower case, names, as in "grey list" and "greylisted"."""
    return frozenset(colour.replace("gray", "grey") for colour in _COLOUR.findall(text))


def of_another_colour(asked: frozenset[str], prepared: Prepared) -> str | None:
    """Return whether an entry's own words name other colours than a question, and none of its."""
    told = colours(" ".join(texts(prepared.entry)).casefold())
    return "says nothing of that" if told and told.isdisjoint(asked) else None
