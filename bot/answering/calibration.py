"""PURE: from the features of a candidate to a probability, and the bars that decide what is sent."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol

from bot.answering import trees, trees_by_meaning
from bot.answering.forest import Forest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


ASKED: Final = 0.6
"""The bar for a question put to the bot. Of the ``tune`` questions that nothing answers at most 3 % were to
be answered, cross-validated, of those written as the ``report`` half is: for that 0.6 does, or 0.58 with
a sentence model (``bench/calibrate.py``)."""


class Model(Protocol):
    """Tells from the features of a candidate how likely it answers the question."""

    @property
    def features(self) -> tuple[str, ...]:
        """The names of the features, in order."""
        ...

    def log_odds(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return the log odds of candidates, given the values of the features of each, in order."""
        ...


@dataclass(frozen=True, slots=True)
class Linear:
    """Log odds that are a weighted sum of features."""

    intercept: float
    weights: tuple[float, ...] = ()
    features: tuple[str, ...] = ()

    def log_odds(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return the log odds of candidates (``ValueError`` when a row lacks a value)."""
        return [
            self.intercept + sum(weight * value for weight, value in zip(self.weights, row, strict=True))
            for row in rows
        ]


@dataclass(frozen=True, slots=True)
class Calibration:
    """A model of the probability that a candidate answers, and those from which the engine speaks.

    ``asked`` is the bar for a question put to the bot, ``unasked`` for one that was not,
    ``close`` the bar for offering "did you mean".
    """

    model: Model
    asked: float = ASKED
    unasked: float = 0.8
    close: float = 0.15
    basis: str = "the questions of the first pack"
    """What it was fitted on, as a person reads it."""

    def confidences(self, candidates: Sequence[Mapping[str, float]]) -> list[float]:
        """Return for each candidate, by its features, the probability that it answers the question, 0..1."""
        names = self.model.features
        rows = [[features[name] for name in names] for features in candidates]
        return [1 / (1 + math.exp(-odds)) for odds in self.model.log_odds(rows)]


@cache
def by_words() -> Calibration:
    """Return the calibration without a sentence model, fitted by ``bench/calibrate.py``."""
    return Calibration(Forest(trees.FEATURES, trees.START, trees.TREES))


@cache
def by_meaning() -> Calibration:
    """Return the same with a sentence model, fitted in the same way with one."""
    found = trees_by_meaning
    return Calibration(Forest(found.FEATURES, found.START, found.TREES))
