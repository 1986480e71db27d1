"""The first pack, built once for all tests that ask it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from bot.answering.answer import Answered
from bot.answering.engine import Ask, answer
from bot.answering.index import Index
from bot.library import indexed
from bot.packs import load_pack

DIALOGUE = Path(__file__).parents[2] / "knowledge" / "dialogue"
TODAY = Ask(as_of=date(2026, 11, 27))


@cache
def index() -> Index:
    """Return the pack's index with the words of English; read only, so one serves every test."""
    return indexed(lambda: load_pack(DIALOGUE, questions=False))


def found(question: str) -> str | None:
    """Return the entry that answers a question; none if it is not answered."""
    told = answer(index(), question, TODAY)
    return told.main.entry if isinstance(told, Answered) else None
