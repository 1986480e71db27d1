"""PURE: what a pack holds in numbers, and how often answers from it are right or wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.engine import Ask, answer
from bot.answering.evaluation import Share, judge, report
from bot.knowledge.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.answering.index import Index
    from bot.knowledge.model import Question
    from bot.knowledge.periods import Period


@dataclass(frozen=True, slots=True)
class Overview:
    """A pack in numbers: ``entries`` counts by kind what can be answered from."""

    title: str
    description: str
    entries: tuple[tuple[Kind, int], ...]
    sources: int
    as_of: Period | None


@dataclass(frozen=True, slots=True)
class Measured:
    """How answers met questions that shaped nothing; a share of no question is 0 of 0."""

    correct: Share
    """Questions that the pack covers, answered correctly."""
    wrong: Share
    """Questions that the pack covers, answered with something else."""
    false_answers: Share
    """Questions that the pack does not cover, answered all the same."""


def overview(index: Index) -> Overview:
    """Count what a pack holds."""
    pack = index.pack
    entries = Counter[Kind](prepared.entry.kind for prepared in index.entries)
    sources = sum(source.status == "live" for source in pack.sources.values())
    return Overview(pack.title, pack.description, tuple(entries.most_common()), sources, pack.as_of)


def measure(index: Index, questions: Iterable[Question], as_of: date | None = None) -> Measured | None:
    """Put those questions that are kept apart for it (a millisecond each); None when there are none."""
    rows = [question for question in questions if question.split == "report"]
    if not rows:
        return None
    how = Ask(as_of=as_of)
    found = report(judge(row, answer(index, row.question, how)) for row in rows)
    return Measured(found.correct, found.wrong, found.false_answers)
