"""PURE: from the evidence for an entry to a probability, and the bars that decide what is sent."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.answering.evidence import Evidence

FEATURES: Final = (
    "centroid",
    "alike",
    "coverage",
    "fit",
    "unknown",
    "unexplained",
    "focus",
    "name",
    "date",
    "periods",
    "length",
    "lead",
    "open",
)
"""The parts of the evidence that the confidence rests on."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression over ``features``, and the probabilities from which the engine speaks.

    ``asked`` is the bar for a question put to the bot, ``unasked`` for one that was not,
    ``close`` the bar for offering "did you mean".
    """

    intercept: float
    weights: tuple[float, ...]
    asked: float = 0.6
    unasked: float = 0.8
    close: float = 0.15
    features: tuple[str, ...] = FEATURES
    basis: str = "the questions of the first pack"
    """What it was fitted on, as a person reads it."""

    def confidence(self, evidence: Evidence) -> float:
        """Return the probability, 0..1, that an entry with this evidence answers the question."""
        parts = zip(self.weights, features(evidence, self.features), strict=True)
        return 1 / (1 + math.exp(-(self.intercept + sum(weight * value for weight, value in parts))))


def features(evidence: Evidence, names: tuple[str, ...] = FEATURES) -> tuple[float, ...]:
    """Return the values of some features, those of ``FEATURES`` or others."""
    return tuple(float(getattr(evidence, name)) for name in names)


DEFAULT: Final = Calibration(
    intercept=-11.07,
    weights=(1.39, 2.49, 3.62, 16.05, -0.15, -1.05, 0.74, 2.01, 1.52, 1.14, 0.34, 3.98, -8.34),
)
"""Fitted on the ``tune`` questions of the dialogue pack by ``bench/calibrate.py``."""

BY_MEANING: Final = Calibration(
    intercept=-11.71,
    weights=(0.21, 1.80, 3.05, 20.90, -1.07, -1.11, 0.30, 2.16, 0.97, 1.18, 0.21, 2.71, -5.41, 5.08, -8.58),
    asked=0.6,
    features=(*FEATURES, "meaning", "astray"),
)
"""The same with a sentence model, fitted in the same way with one."""
