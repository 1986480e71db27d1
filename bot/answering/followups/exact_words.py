"""PURE: replies that ask for the very words of who was just told of: "his exact words?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.text import normalise
from bot.knowledge.model import Quote

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.knowledge.model import Entry

_ASKED: Final = re.compile(
    r"\W*(?:(?:and|but|so|ok|okay)\W+)?(?:(?:what\s+(?:were|are|was|is)|give\s+me|show\s+me|can\s+i\s+(?:get|have))\s+)?"
    r"(?:(?:his|her|their|its|the)\s+)?(?:(?:exact|actual|precise|full|very)\s+(?:words?|wording|quot(?:e|es|ation))"
    r"|word\s+for\s+word|verbatim|quote|quotation)(?:\W+(?:please|pls|plz|then|again))*\W*",
    re.IGNORECASE,
)


def asks_exact_words(text: str) -> bool:
    """Whether a reply asks for words as they were said, and for nothing else."""
    return bool(_ASKED.fullmatch(normalise(text)))


def exact_words(index: Index, main: Entry) -> str | None:
    """Return the quotation that an answer is of: itself, or the only one, of its days, of who is named."""
    if isinstance(main, Quote):
        return main.id
    days = main.period
    if days is None:
        return None
    named = index.entries[index.positions[main.id]].slots.entities & index.speakers
    quotes = (quote for quote in index.entries.bare if isinstance(quote, Quote) and quote.speaker in named)
    found = [quote.id for quote in quotes if quote.period is not None and quote.period.overlaps(days)]
    return found[0] if len(found) == 1 else None
