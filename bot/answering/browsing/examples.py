"""PURE: questions that show what a pack answers, for whoever asks for the first time."""

from __future__ import annotations

from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING, Final

from bot.answering.answer import Answered
from bot.answering.engine import answer
from bot.answering.prompts import prompt
from bot.knowledge.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.index import Index

_KINDS: Final[tuple[Kind, ...]] = ("fact", "figure", "quote", "event", "claim", "entity")
"""What is shown first, so that three examples are of three kinds."""
_TRIED: Final = 60
"""Questions that are put at most, at about a millisecond each."""


def examples(index: Index, count: int, longest: int) -> tuple[str, ...]:
    """Return up to ``count`` questions of at most ``longest`` characters that get an answer.

    They are of different kinds where the pack has them; what has the most citations, and so is the
    most widely reported, comes first.
    """
    short = (asked for asked in _candidates(index) if len(asked[1]) <= longest and asked[1].endswith("?"))
    good = (question for entry, question in islice(short, _TRIED) if _answers(index, entry, question))
    return tuple(islice(good, count))


def _candidates(index: Index) -> Iterator[tuple[str, str]]:
    """Yield entries with their questions, in turn one of each kind."""
    by_kind = [
        sorted(
            (prepared.entry for prepared in index.entries if prepared.entry.kind == kind),
            key=lambda entry: -len(entry.citations),
        )
        for kind in _KINDS
    ]
    for entry in filter(None, chain.from_iterable(zip_longest(*by_kind))):
        yield entry.id, prompt(index.pack, entry)


def _answers(index: Index, entry: str, question: str) -> bool:
    """Whether a question is answered by its own entry."""
    found = answer(index, question)
    return isinstance(found, Answered) and found.main.entry == entry
