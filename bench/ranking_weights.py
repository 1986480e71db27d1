"""Weights for the parts of a score, fitted on the ``tune`` questions for ``calibrate.py --ranking``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from examples import TODAY
from numpy.typing import NDArray

from bot.answering.ranking import COMPARED, rank
from bot.knowledge.problems import BotError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answering.index import Index

PARTS: Final = ("nearest", "alike", "centroid", "tokens", "coverage", "pairs", "fit", "name", "date")
SIMILARITIES: Final = 6
"""The first parts of a score, whose weights sum to 1."""
Group: TypeAlias = tuple[NDArray[np.float64], NDArray[np.bool_]]
"""The parts of the scores of a question's candidates, and which of them are right."""


def print_ranking(index: Index) -> None:
    """Print weights of ``PARTS`` that put right candidates first, summing to 1."""
    parts_of = (*PARTS, "meaning") if index.meanings else PARTS
    groups = list(_groups(index, parts_of))
    if not groups:
        message = "No tune question has right and wrong candidates; name a pack with more questions."
        raise BotError(message)
    spread = np.vstack([parts for parts, _ in groups]).std(axis=0) + 1e-9
    weights = _fitted([(parts / spread, right) for parts, right in groups]) / spread
    scaled = weights / weights[:SIMILARITIES].sum()
    print(
        "ranking: " + ", ".join(f"{name} {weight:.2f}" for name, weight in zip(parts_of, scaled, strict=True))
    )


def _groups(index: Index, parts_of: Sequence[str]) -> Iterator[Group]:
    """Yield the candidates of each ``tune`` question that has right ones and wrong ones."""
    for question in index.pack.questions:
        expected = {*question.expect, *question.expect_all}
        if question.split != "tune" or not expected:
            continue
        ranked = rank(index, index.read(question.question, TODAY))
        compared = ranked[:COMPARED]  # the others have no token set
        kept = [(each.evidence, index.entries[each.position].entry.id) for each in compared if each.evidence]
        right = np.array([entry in expected for _, entry in kept])
        if right.any() and not right.all():
            rows = [[float(getattr(evidence, name)) for name in parts_of] for evidence, _ in kept]
            yield np.array(rows), right


def _fitted(groups: Sequence[Group]) -> NDArray[np.float64]:
    """Return the weights with which right candidates come first (listwise softmax, ridge)."""
    weights = np.zeros(groups[0][0].shape[1])
    for _ in range(400):
        slope = 0.06 * weights / len(groups)
        for parts, right in groups:
            scores = np.exp(parts @ weights - (parts @ weights).max())
            share = scores / scores.sum()
            wanted = share * right / max((share * right).sum(), 1e-12)
            slope += parts.T @ (share - wanted) / len(groups)
        weights -= 0.5 * slope
    return weights
