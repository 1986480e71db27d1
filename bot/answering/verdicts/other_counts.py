"""PURE: whether a sentence counts those of whom a question asks, but by something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.verdicts.accounts import account
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry


def asks_who_were(reading: Reading) -> bool:
    """Whether a question asks of how many of some kind something is so, as "how many civilians died"."""
    if reading.focus is None or not (reading.amount and reading.asked):
        return False
    return frozenset({reading.focus}) not in reading.measured


def counts_otherwise(index: Index, reading: Reading, entry: Entry) -> bool:
    """Whether all that a sentence counts of those asked about is another thing that became of them.

    "Six soldiers died, 17 civilians were wounded" does not tell how many civilians died.
    """
    if isinstance(entry, Figure):
        return False
    focus = frozenset({reading.focus})
    counted = [
        each.measured | each.unit
        for each in account(index, entry).spoken.counted
        if focus <= each.unit and each.metrics and each.measured - focus
    ]
    asked = reading.telling - focus
    return bool(asked and counted) and all(map(asked.isdisjoint, counted))
