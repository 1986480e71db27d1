"""PURE: gradient-boosted decision trees: from the features of a candidate to the log odds that it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

DEPTH: Final = 3
"""Tests from the root of a tree to a leaf."""
_TESTS, _LEAVES = 2**DEPTH - 1, 2**DEPTH


class Forest:
    """Trees of three levels whose leaves are summed. Read once, then only evaluated."""

    def __init__(self, features: tuple[str, ...], start: float, trees: str) -> None:
        """Read trees, one a line: its seven tests, level by level, then its eight leaves.

        A test is ``number>threshold``, of the feature with that number; what passes it goes right.
        ``start`` is the log odds without any tree.
        """
        self.features = features
        self._start = start
        lines = [line.split() for line in trees.split("\n") if line]
        tests = [test.split(">") for line in lines for test in line[:_TESTS]]
        self._feature = np.array([int(number) for number, _ in tests], dtype=np.intp)
        self._threshold = np.array([float(threshold) for _, threshold in tests])
        self._leaf = np.array([float(leaf) for line in lines for leaf in line[_TESTS:]])
        numbers = np.arange(len(lines), dtype=np.intp)
        self._first_tests, self._first_leaves = numbers * _TESTS, numbers * _LEAVES - _TESTS

    def log_odds(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return the log odds of candidates, given the values of the features of each, in order."""
        leaves = self._leaf[self._reached(np.array(rows))]
        return [self._start + odds for odds in leaves.sum(axis=1).tolist()]

    def _reached(self, rows: NDArray[np.float64]) -> NDArray[np.intp]:
        """Return the leaf of each tree at which each candidate arrives, a row a candidate."""
        passed = rows[:, self._feature] > self._threshold
        first = np.arange(len(rows))[:, np.newaxis] * len(self._feature) + self._first_tests
        step, tests = 1 - first, passed.ravel()
        at = first
        for _ in range(DEPTH):  # after the test n of a tree come its tests 2n + 1 and 2n + 2
            at = 2 * at + step + tests[at]
        return at - first + self._first_leaves
