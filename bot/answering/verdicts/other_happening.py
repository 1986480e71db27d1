"""PURE: whether an entry is of another happening than the one that a question names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.slots import fields
from bot.answering.verdicts.accounts import account

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.knowledge.model import Entry


def is_of_another(index: Index, happened: frozenset[str], entry: Entry) -> bool:
    """Whether an entry is of some happening by its fields, and neither they nor its words name one of some.

    That somebody asks of it by the other's name ("was it the one in X?") makes it not of that.
    """
    own = fields(entry) & index.happenings
    if not own or not own.isdisjoint(happened):
        return False
    return all(name.targets.isdisjoint(happened) for name in account(index, entry).spoken.named)
