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

_SOME: Final = r"(?:[\w()'’-]+\s+){0,5}?"
"""A few words, names in brackets among them."""
Turn: TypeAlias = "tuple[re.Pattern[str], re.Pattern[str]]"
_TURNS: Final[tuple[Turn, ...]] = tuple(
    (re.compile(rf"\b(?:{done})\b", re.IGNORECASE), re.compile(rf"\b(?:{undone})\b", re.IGNORECASE))
    for done, undone in (
        (
            (
                r"listed|lists(?=\s+(?:the\s+)?[A-Z])|designat(?:ed|es)"
                rf"|(?:put|placed?|add(?:ed|s)?)\s+{_SOME}(?:on|onto)(?!\s+hold)"
                rf"|(?:put|add(?:ed|s)?)\s+(?:[\w(),'’-]+\s+){{0,10}}?to\s+(?:[\w'’-]+\s+){{0,3}}?(?:black)?list"
            ),
            (
                r"delisted|exit(?:ed)?|remov(?:e|ed|al)"
                r"|(?:get|got|came|come|taken?|took|lift(?:ed)?|dropp?(?:ed)?|strike|struck|cross(?:ed)?)"
                rf"\s+{_SOME}(?:off|from)"
            ),
        ),
        (
            (
                r"suspen\w+|fr[eo]ez\w*|froze|halt\w*|cancel\w*|withh[eo]ld\w*|bann?(?:s|ed)?|outlaw\w*|designat\w*"
                r"|listed|sanction\w*"
            ),
            (
                rf"(?:lift|revok|rescind|repeal|revers|overturn|undo|undid|undone|scrap)\w*\s+{_SOME}"
                r"(?:freezes?|suspensions?|bans?|sanctions?|designations?|listings?|holds?|halts?)"
                rf"|(?:freezes?|suspensions?|bans?|sanctions?|designations?|listings?)\s+{_SOME}"
                r"(?:lifted|revoked|rescinded|repealed|reversed|overturned|undone|scrapped)"
                r"|unfr[eo]ez\w*|unfroze|resum\w+|restor\w+|reinstat\w+|unban\w*"
                rf"|(?:hand(?:ed)?|g[ia]ve|given|paid|pay)\s+{_SOME}back"
            ),
        ),
    )
)
"""Words of a turn, and those of the one that undoes it."""
_WHEN: Final = re.compile(
    r"^\W*(?:(?:so|and|but|ok|hey|since|until|in|on)\W+){0,2}(?:when|(?:which|what)\s+(?:day|date|month|year))\b"
)
"""How a question begins that asks when: in its middle a "when" may only say of what it is."""
_WHETHER: Final = re.compile(r"^\W*(?:(?:so|and|but|ok|hey)\W+){0,2}(?:did|has|have|was|were|is|are)\b")
"""How it begins that asks whether something is so."""


def asked_turns(reading: Reading) -> list[Turn]:
    """Return the turns that a question asks for, each with its opposite.

    Asked when something was done, when it was undone is no answer. Asked whether it was, it is one; but that
    it was done does not tell whether it was undone.
    """
    if _WHEN.search(reading.text):
        both = (turn for pair in _TURNS for turn in (pair, pair[::-1]))
    elif _WHETHER.search(reading.text):
        both = (pair[::-1] for pair in _TURNS)
    else:
        return []
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
