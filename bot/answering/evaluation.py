"""PURE: how well answers meet a set of questions: shares with their Wilson intervals."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from bot.answering.answer import Ambiguous, Answer, Answered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.knowledge.model import Question

_Z: Final = 1.959964
"""Normal quantile of a two-sided 95 % interval."""
Outcome: TypeAlias = Literal["correct", "wrong", "offered", "silent", "false answer", "rightly silent"]


@dataclass(frozen=True, slots=True)
class Share:
    """A share ``hits`` of ``total`` with its 95 % Wilson score interval."""

    hits: int
    total: int

    @property
    def share(self) -> float:
        """The share, 0..1; 0 of nothing is 0."""
        return self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson score interval (Wilson 1927), 0..1."""
        if not self.total:
            return (0.0, 1.0)
        n, p = self.total, self.share
        centre = p + _Z**2 / (2 * n)
        spread = _Z * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
        low, high = ((centre + sign * spread) / (1 + _Z**2 / n) for sign in (-1, 1))
        return (max(0.0, low), min(1.0, high))

    def __str__(self) -> str:
        """Return as in ``91.4 % (128/140, 85.6-95.0)``."""
        low, high = self.interval
        return f"{100 * self.share:.1f} % ({self.hits}/{self.total}, {100 * low:.1f}-{100 * high:.1f})"


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with its answer and what became of it."""

    question: Question
    answer: Answer
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Report:
    """Every judged question, and the shares that matter."""

    judged: tuple[Judged, ...] = field(default_factory=tuple)

    def _share(self, outcome: Outcome, *, covered: bool) -> Share:
        rows = [judged for judged in self.judged if bool(_expected(judged.question)) == covered]
        return Share(sum(judged.outcome == outcome for judged in rows), len(rows))

    @property
    def correct(self) -> Share:
        """Covered questions answered correctly."""
        return self._share("correct", covered=True)

    @property
    def wrong(self) -> Share:
        """Covered questions answered with something else."""
        return self._share("wrong", covered=True)

    @property
    def offered(self) -> Share:
        """Covered questions for which only choices were offered, the right one or not."""
        return self._share("offered", covered=True)

    @property
    def false_answers(self) -> Share:
        """Questions that must find nothing, answered all the same."""
        return self._share("false answer", covered=False)


def judge(question: Question, answer: Answer) -> Judged:
    """Judge one answer: the first entry must be expected, or all of ``expect_all`` be shown."""
    expected = _expected(question)
    if not expected:
        return Judged(question, answer, "false answer" if isinstance(answer, Answered) else "rightly silent")
    if isinstance(answer, Answered):
        shown = [statement.entry for statement in answer.statements]
        right = set(question.expect_all) <= set(shown) if question.expect_all else shown[0] in question.expect
        return Judged(question, answer, "correct" if right else "wrong")
    return Judged(question, answer, "offered" if isinstance(answer, Ambiguous) else "silent")


def report(judged: Iterable[Judged]) -> Report:
    """Collect judged questions."""
    return Report(tuple(judged))


def _expected(question: Question) -> tuple[str, ...]:
    """Return the entries that a question must find; empty when it must find nothing."""
    return question.expect or question.expect_all
