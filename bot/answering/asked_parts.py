"""PURE: how many of those counted were of some group: an entry that gives the whole says nothing of that."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.answering.slots import texts
from bot.answering.text import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading

_ASKED: Final = re.compile(
    r"\bhow\s+many\s+(?:of\s+(?:the|those|them)\b.{0,80}|(?:dead|killed|victims|injured|wounded|casualties)\s+)"
    r"\b(?:were|are|was)\s+(?:in\s+fact\s+|actually\s+)?([^\W\d_]{4,})\W*$"
)
"""A question for a part: "how many of the dead were policemen"."""
_SHARE: Final = (
    r"(?:\b(?!(?:19|20)\d\d\b)\d[\d,]*(?=\s)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|most(?:ly)?|all|many|some|half|none|includ\w+|among|of\s+(?:them|whom|which)|were|was))"
    r"(?:\s+[\w-]+){{0,3}}?\s+{0}(?!\w*\s+(?:toll|count|figure|report|statement|station|office|chief)\b)"
)
"""How a text tells that some, or how many, were of that group."""
_DONE: Final = frozenset(
    "killed injured wounded hurt dead arrested caught freed rescued found civilians".split()
)
"""What became of them, and those whom the words for what is counted tell anyway."""


def asked_parts(reading: Reading) -> Iterator[Callable[[Prepared], str | None]]:
    """Yield what tells of an entry whether it says how many were of the group that a question asks for."""
    part = asked_part(reading) if reading.amount else None
    if part is not None:
        yield partial(gives_whole, part)


def asked_part(reading: Reading) -> re.Pattern[str] | None:
    """Return what tells of the group of which a question asks how many there were; ``None`` for no such."""
    found = _ASKED.search(reading.text)
    if found is None or found[1] in _DONE:
        return None
    return re.compile(_SHARE.format(re.escape(stem(found[1])[:6])), re.IGNORECASE)


def gives_whole(part: re.Pattern[str], prepared: Prepared) -> str | None:
    """Return whether an entry does not tell how many were of the group that a question asks for."""
    told = (*texts(prepared.entry), prepared.entry.note or "")
    return None if any(map(part.search, told)) else "says nothing of that"
