"""PURE: who held an office, as a question asks: an entry that speaks of its holder must name him."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.answering.slots import texts
from bot.knowledge.model import Entity, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading

_ALIKE: Final = (
    "chief head director boss chairman chairperson chairwoman sarbarah",
    "minister wazir",
    "president sadar",
    "secretary",
    "ambassador envoy safeer",
    "governor",
    "commander general",
    "spokesman spokesperson spokeswoman tarjuman",
)
"""Words for offices, those that may mean the same together."""
_OFFICES: Final = {office: "|".join(alike.split()) for alike in _ALIKE for office in alike.split()}
_ASKED: Final = re.compile(
    rf"\bwho(?:'s|\s+(?:is|was|were|are))\s+(?:[\w'-]+\s+){{0,5}}?({'|'.join(_OFFICES)})\b"
    rf"|\b({'|'.join(_OFFICES)})(?:[\s-]e[\s-]\w+)?\s+(?:kaun|kon)\b"
)
"""A question for the holder of an office: "who was the ISI chief", "ISI ka chief kaun tha"."""
_UNNAMED: Final = (
    r"(?<!,\s)\b(?:the|its|their|his|whose|an?|[A-Z]\w+'s)\s+(?:[\w-]+\s+){{0,3}}?(?:{0})s?\b"
    r"(?!\s+(?:(?:of\s+[^,.;]+?)?(?:,|\(|\bis|\bwas)\s*)?[A-Z][\w.-]+\s+[A-Z][a-z]+)"
)
"""An office of which the holder is not named: behind an article that follows no name, and before none."""


def held_offices(reading: Reading) -> Iterator[Callable[[Prepared], str | None]]:
    """Yield what tells of an entry whether it names the holder of the office that a question asks for."""
    office = asks_holder(reading)
    if office is not None:
        yield partial(unnamed, office)


def asks_holder(reading: Reading) -> str | None:
    """Return the office whose holder a question asks for, as words of a pattern; ``None`` for no such."""
    found = None if reading.people else _ASKED.search(reading.text)
    return _OFFICES[found[1] or found[2]] if found else None


def unnamed(office: str, prepared: Prepared) -> str | None:
    """Return whether an entry has the holder of an office only without a name, or is a card that has none."""
    entry = prepared.entry
    if isinstance(entry, Quote) or (isinstance(entry, Entity) and entry.type == "person"):
        return None
    told = (entry.description or "") if isinstance(entry, Entity) else " | ".join(texts(entry))
    mentions = len(re.findall(rf"\b(?:{office})s?\b", told, re.IGNORECASE))
    without = len(re.findall(_UNNAMED.format(office), told))
    silent = without >= mentions if mentions else isinstance(entry, Entity)
    return "says nothing of that" if silent else None
