"""PURE: from a score to a probability, and the bars that decide what is sent."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic curve over scores, and the probabilities from which the engine speaks.

    ``asked`` is the bar for a question put to the bot, ``unasked`` for one that was not,
    ``close`` the bar for offering "did you mean".
    """

    midpoint: float
    slope: float
    asked: float = 0.5
    unasked: float = 0.8
    close: float = 0.2

    def confidence(self, score: float) -> float:
        """Return the probability, 0..1, that an entry with this score answers the question."""
        return 1 / (1 + math.exp(-self.slope * (score - self.midpoint)))


DEFAULT: Final = Calibration(midpoint=0.6, slope=20.0)
"""Fitted on the ``tune`` questions of the dialogue pack; see ``bench/calibrate.py``."""
