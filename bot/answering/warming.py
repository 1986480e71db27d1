"""PURE: what the first questions would wait for, made ready entry by entry; it changes no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.answer_types import ANSWER_TYPES
from bot.answering.owning import owned_in
from bot.answering.similarity import LIKELY
from bot.answering.slots import texts
from bot.answering.verdicts.accounts import account
from bot.answering.verdicts.other_doers import doing, own_deeds
from bot.knowledge.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.index import Index


def warm_up(index: Index) -> Iterator[None]:
    """Make each entry ready to be held against questions; pause after each, for whoever runs this.

    It takes a second or two per thousand entries. Those of a large pack are made ready as questions touch
    them, as all of them would fill the memory.
    """
    index.reader.warm_up()
    entries = index.entries
    for position, entry in enumerate(entries.bare if len(entries) <= LIKELY else ()):
        yield
        prepared = entries[position]
        _ = prepared.superlatives, prepared.counts_some, prepared.members
        entries.told(position)
        entries.keyed(position)
        for kind in ANSWER_TYPES:
            prepared.tells(kind)
        index.asked_dates.read(position)
        account(index, entry)
        _ = own_deeds(index, entry) if isinstance(entry, Quote) else doing(index, entry)
        for text in texts(entry):
            owned_in(index, text)
