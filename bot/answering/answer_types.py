"""PURE: types of answer that a question's words fix, and whether an entry tells anything of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from bot.answering.slots import texts
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.knowledge.model import Entry

AnswerType: TypeAlias = Literal["duration", "time of day", "age", "money", "share"]


class _Signs(NamedTuple):
    """What asks for a type of answer, and what tells one."""

    asking: re.Pattern[str]
    telling: re.Pattern[str]


_SIGNS: Final[Mapping[AnswerType, _Signs]] = {
    "duration": _Signs(
        re.compile(
            r"\bhow\s+long\b(?!\s+(?:ago|before|after|since|until|till|has|have))|\bduration\b|\bkitni\s+der\b"
        ),
        re.compile(
            r"\b(?:second|minute|hour|day|night|week|month|year|decade)s?\b|\bdaily\b|\bsince\b|\buntil\b|\btill\b"
            r"|\bovernight\b|\bindefinite\w*|\bstill\b|\bended\b|\bfrom\b.{1,40}\bto\b"
        ),
    ),
    "time of day": _Signs(
        re.compile(
            r"\b(?:what|which|exact)\s+(?:time|hour)\b(?!\s+(?:period|frame|span))|\btime\s+of\s+day\b|\bkitne\s+baje\b"
        ),
        re.compile(
            r"\b[ap]\.?m\b|\bo'?clock\b|\b(?:noon|midday|midnight|morning|afternoon|evening|night|dawn|dusk)\b"
            r"|\b(?:prayers?|namaz)\b|\b\d{1,2}[:.]\d\d\b|\bhours?\b"
        ),
    ),
    "age": _Signs(
        re.compile(r"\bhow\s+old\b|\bwhat\s+age\b|\bage\s+of\b|\bages\b|\bumar\b"),
        re.compile(
            r"\bage[ds]?\b|\byears?\s+old\b|-year-old\b|\bborn\b|\b(?:found|form|open|creat|establish)\w*\b"
        ),
    ),
    "money": _Signs(
        re.compile(
            r"\bhow\s+(?:much\s+(?:money|cash)|many\s+(?:dollars|rupees|euros|pounds))\b"
            r"|\b(?:dollar|rupee|euro|pound)\s+amount\b"
            r"|\bthe\s+(?:total\s+)?(?:bill|tab|cost|price|price\s+tag)\s+(?:for|of)\s+(?:the\s+)?\w+ing\b"
            r"|\bhow\s+much\s+did\b.{1,60}\bcost\b"
            r"|\bwhat\s+did\b.{1,60}\bin\s+(?:us\s+)?(?:dollars|rupees|euros)\b"
            r"|\b(?:annual|yearly|monthly|total)\s+(?:income|revenues?|budget|earnings)\b"
            r"|\b(?:income|revenues?|budget|earnings)\s+(?:per|each|every|a)\s+(?:year|month|annum)\b"
        ),
        re.compile(r"[$£€]|\b(?:dollars?|rupees?|usd|pkr|euros?|pounds?|rs)\b|\brs\.?\s?\d"),
    ),
    "share": _Signs(
        re.compile(r"\b(?:what|which)\s+(?:percent(?:age)?|share|proportion|fraction)\b"),
        re.compile(
            r"%|\bper\s?cent\b|\bpercent\w*|\b(?:half|third|quarter|fifth|two-thirds|majority|most|share|shares)\b|\bout\s+of\b"
        ),
    ),
}


ANSWER_TYPES: Final = tuple(_SIGNS)


def answer_type(text: str) -> AnswerType | None:
    """Return the type of answer that a question, in lower case, fixes; most fix none."""
    return next((kind for kind, signs in _SIGNS.items() if signs.asking.search(text)), None)


def tells(kind: AnswerType, entry: Entry) -> bool:
    """Whether an entry tells something of a type: its own sentences do, a figure's unit, or who asks for it.

    An author who asks "how long is the river" of an entry says that its 40 km answer that.
    """
    if kind == "duration" and entry.period is not None and entry.period.first < entry.period.last:
        return True
    told = " ".join(texts(entry))
    if isinstance(entry, Figure):
        told = f"{entry.unit} {told}"
    signs, asks = _SIGNS[kind], " | ".join(entry.asks)
    return bool(signs.telling.search(told.casefold()) or signs.asking.search(asks.casefold()))
