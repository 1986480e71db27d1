"""PURE: whether an entry tells only of the opposite of the turn asked for: taken off a list, not put on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.answering.slots import texts
from bot.knowledge.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

Turn: TypeAlias = "tuple[re.Pattern[str], re.Pattern[str]]"
_TURNS: Final[tuple[Turn, ...]] = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (
            r"listed|designat(?:ed|es)|(?:put|placed?|add(?:ed|s)?)\s+(?:\w+\s+){0,4}?(?:on|onto)(?!\s+hold)",
            r"delisted|exit(?:ed)?|remov(?:e|ed|al)|(?:get|got|came|come|taken?|took|lift(?:ed)?|dropp?(?:ed)?|strike|struck|cross(?:ed)?)\s+(?:\w+\s+){0,4}?(?:off|from)",
        ),
        (
            (
                r"(?:lift|revok|rescind|repeal|revers|overturn|undo|undid|undone|scrap)\w*\s+(?:\w+\s+){0,4}?"
                r"(?:freezes?|suspensions?|bans?|sanctions?|designations?|listings?|holds?|halts?)"
                r"|(?:freezes?|suspensions?|bans?|sanctions?|designations?|listings?)\s+(?:\w+\s+){0,5}?"
                r"(?:lifted|revoked|rescinded|repealed|reversed|overturned|undone|scrapped)"
                r"|unfr[eo]ez\w*|unfroze|resum\w+|restor\w+|reinstat\w+|unban\w*|(?:hand(?:ed)?|g[ia]ve|given|paid|pay)\s+back"
            ),
            (
                r"suspen\w+|fr[eo]ez\w*|froze|halt\w*|cancel\w*|withh[eo]ld\w*|bann?(?:s|ed)?|outlaw\w*|designat\w*"
                r"|listed|sanction\w*"
            ),
        ),
    )
)
"""Words of a turn, and those of the one that undoes it."""
_WHEN: Final = re.compile(
    r"^\W*(?:(?:so|and|but|ok|hey|since|until|in|on)\W+){0,2}(?:when|(?:which|what)\s+(?:day|date|month|year))\b"
)
"""How a question begins that asks when: in its middle a "when" may only say of what it is."""


def asked_turns(reading: Reading) -> list[Turn]:
    """Return the turns of which a question asks when they were, each with the one that undoes it."""
    if not _WHEN.search(reading.text):
        return []
    both = (turn for pair in _TURNS for turn in (pair, pair[::-1]))
    return [(one, other) for one, other in both if _only(one, other, reading.text)]


def tells_other_way(asked: Iterable[Turn], entry: Entry) -> bool:
    """Whether an entry tells, of a turn that is asked for, only how it was undone.

    Whether something is so, the one tells as well as the other; when it came about, it does not.
    """
    told = "" if isinstance(entry, Entity) else " . ".join(texts(entry))
    return any(_only(other, one, told) for one, other in asked)


def undoes(text: str, told: str) -> bool:
    """Whether a text tells of one turn only, and what is told only of the one that undoes it."""
    both = (turn for pair in _TURNS for turn in (pair, pair[::-1]))
    return any(_only(one, other, text) and _only(other, one, told) for one, other in both)


def _only(one: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
    """Whether a text has words of one turn, and beside them none of the other: a freeze is lifted."""
    return bool(one.search(text)) and not other.search(one.sub(" ", text))
