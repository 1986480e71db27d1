"""PURE: replies that ask what another says of the same, or who it was for another side, made shorter."""

from __future__ import annotations

import re
from typing import Final

from bot.answering.text import normalise

_WHO_SAYS: Final = re.compile(
    r"\W*(?:(?:and|but|ok|so)\W+)?(?:what\s+)?(?:did|does|do)\s+(?P<who>[\w'.-]+(?:\s+[\w'.-]+){0,3}?)\s+"
    r"(?:(?:really|actually|also)\s+)?(?:get|say|count|give|have|report|find|state)"
    r"(?:\s+(?:the\s+same|really|then|too|so|about\s+(?:it|that)|on\s+(?:it|that)))*\W*",
    re.IGNORECASE,
)
"""A reply that asks what another says of the same."""
_SAYING: Final = re.compile(
    r"\b(?:sa(?:y|ys|id)|stat(?:e|ed)|report(?:ed)?|count(?:ed)?|according|warn(?:ed)?|t(?:ell|old)|call(?:ed)?|describe[ds]?"
    r"|claim(?:ed)?|blame[ds]?|react(?:ed)?|respon\w+|version)\b|\d",
    re.IGNORECASE,
)
"""Words of a question of which another may say something, too."""
_WHO_FOR: Final = re.compile(
    r"\W*(?:and\s+)?who\s+(?:was|were|came|went|spoke|sat|attended|led|chaired)(?:\s+(?:there|present|in\s+it|it|them))?"
    r"\s+for\s+(?P<who>[\w'.-]+(?:\s+[\w'.-]+){0,3}?)\W*",
    re.IGNORECASE,
)
"""A reply that asks who it was for another side."""
_ASKS_WHO: Final = re.compile(r"^\W*(?:\w+\W+){0,2}?who\b", re.IGNORECASE)
_ACCORDING: Final = re.compile(
    r"\W*(?:(?:and|but)\s+)?(?:according\s+to|as\s+per|per)\s+(?P<who>[\w'.-]+(?:\s+[\w'.-]+){0,4}?)\W*",
    re.IGNORECASE,
)
_ACCORDING_BEFORE: Final = re.compile(r"\baccording\s+to\s+[\w'’. -]+\?*$", re.IGNORECASE)
"""What a question ends with that wants somebody's version."""


def with_version(text: str, question: str) -> str | None:
    """Return a question "according to" whom a reply names; ``None`` where it asks for nobody's version."""
    other = _ACCORDING.fullmatch(normalise(text))
    if other is None or not _ACCORDING_BEFORE.search(question):
        return None
    return _ACCORDING_BEFORE.sub(f"according to {other['who']}?", question)


def other_side(text: str, question: str, *, counts: bool) -> str | None:
    """Return a reply that asks the same of another as "and X?"; ``None`` for other replies.

    What another says is asked only of a question of which somebody said something, or that ``counts``.
    """
    plain = normalise(text)
    says, there = _WHO_SAYS.fullmatch(plain), _WHO_FOR.fullmatch(plain)
    if says is not None and (counts or _SAYING.search(question)):
        return f"and {says['who']}?"
    return f"and for {there['who']}?" if there is not None and _ASKS_WHO.search(question) else None
