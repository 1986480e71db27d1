"""PURE: the answer that an entry gives, and the questions that stand for entries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.answer import Suggestion
from bot.answering.prompts import prompt
from bot.answering.trust.disputes import companions
from bot.answering.verdicts.contrast import told
from bot.answering.wording import statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bot.answering.answer import Answered, Statement
    from bot.answering.index import Index


def told_by(index: Index, question: str, kept: Sequence[int], counters: frozenset[str]) -> Answered:
    """Word the best of some candidates with everything that must stand beside it."""
    entries = [index.entries.bare[position] for position in kept]
    return told(index.pack, question, entries[0], companions(index, entries[0], entries[1:], counters))


def answer_entry(index: Index, entry_id: str, question: str, today: date | None = None) -> Answered:
    """Word the answer that one entry gives (``KeyError`` when the pack has no such live entry)."""
    position = index.positions[entry_id]
    return replace(told_by(index, question, [position], frozenset()), today=today)


def statements(index: Index, entry_ids: Iterable[str]) -> tuple[Statement, ...]:
    """Word some entries on their own (``KeyError`` when the pack has no such live entry)."""
    positions = [index.positions[entry] for entry in entry_ids]
    return tuple(statement(index.pack, index.entries[position].entry) for position in positions)


def suggestion(index: Index, entry_id: str) -> Suggestion:
    """Return the question that best stands for an entry."""
    return Suggestion(entry_id, prompt(index.pack, index.pack.entries[entry_id]))


def prompts(index: Index) -> tuple[str, ...]:
    """Return every question the pack offers for autocomplete, distinct, in file order."""
    found = (
        question
        for prepared in index.entries
        for question in (prepared.entry.asks or (prompt(index.pack, prepared.entry),))
    )
    return tuple(dict.fromkeys(found))
