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
        self._trees = np.arange(len(lines), dtype=np.intp)

    def log_odds(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return the log odds of candidates, given the values of the features of each, in order."""
        values = np.array(rows, dtype=np.float64)
        at: NDArray[np.intp] = np.zeros((len(values), len(self._trees)), dtype=np.intp)
        first = self._trees * _TESTS
        for _ in range(DEPTH):
            test = first + at
            passed = np.take_along_axis(values, self._feature[test], axis=1) > self._threshold[test]
            at = 2 * at + 1 + passed
        return (self._start + self._leaf[self._trees * _LEAVES + at - _TESTS].sum(axis=1)).tolist()
