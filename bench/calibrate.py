"""Fits the ranking and the confidence on the ``tune`` questions of a pack and prints the constants.

Usage: python bench/calibrate.py [DIR [MODEL]]. With a folder of a sentence model the calibration
``BY_MEANING`` is fitted instead of ``DEFAULT``. The ``report`` questions are never read. A
cross-validated table says what to expect of questions that shaped nothing.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.answering.calibration import features
from bot.answering.engine import build_index
from bot.answering.ranking import rank
from bot.encoding.choosing import choose_encoder
from bot.english import CommonEnglish
from bot.packs import load_pack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.answering.index import Index

PARTS = ("nearest", "alike", "centroid", "tokens", "coverage", "fit", "name", "date")
SIMILARITIES = 5
"""The first parts, whose weights sum to 1."""
RIDGE = 6.0
FOLDS, SEEDS = 10, 5


def collect(index: Index) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_]]:
    """Return, for the best candidate of each tune question: features, right or not, covered or not."""
    names = index.calibration.features
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    covered: list[bool] = []
    for question in index.pack.questions:
        if question.split != "tune":
            continue
        reading = index.read(question.question, date(2026, 1, 1))
        best = next(iter(rank(index, reading)), None)
        expected = {*question.expect, *question.expect_all}
        covered.append(bool(expected))
        if best is None or best.evidence is None or reading.names:
            rows.append((np.nan,) * len(names))
            right.append(False)
            continue
        rows.append(features(best.evidence, names))
        right.append(index.entries[best.position].entry.id in expected)
    return np.array(rows), np.array(right), np.array(covered)


def candidates(index: Index) -> list[tuple[NDArray[np.float64], NDArray[np.bool_]]]:
    """Return, for each covered tune question: the parts of every candidate's score, right or not."""
    parts_of = (*PARTS, "meaning") if index.meanings else PARTS
    found: list[tuple[NDArray[np.float64], NDArray[np.bool_]]] = []
    for question in index.pack.questions:
        expected = {*question.expect, *question.expect_all}
        if question.split != "tune" or not expected:
            continue
        ranked = rank(index, index.read(question.question, date(2026, 1, 1)))
        kept = [(each.evidence, index.entries[each.position].entry.id) for each in ranked if each.evidence]
        right = np.array([entry in expected for _, entry in kept])
        if right.any() and not right.all():
            parts = [[float(getattr(evidence, name)) for name in parts_of] for evidence, _ in kept]
            found.append((np.array(parts), right))
    return found


def fit_ranking(groups: list[tuple[NDArray[np.float64], NDArray[np.bool_]]]) -> NDArray[np.float64]:
    """Return weights of ``PARTS`` that put right candidates first (listwise softmax, ridge), summing to 1."""
    spread = np.vstack([parts for parts, _ in groups]).std(axis=0) + 1e-9
    weights = np.zeros(len(spread))
    for _ in range(400):
        slope = 0.06 * weights / len(groups)
        for parts, right in groups:
            scores = np.exp(parts / spread @ weights - (parts / spread @ weights).max())
            share = scores / scores.sum()
            wanted = share * right / max((share * right).sum(), 1e-12)
            slope += (parts / spread).T @ (share - wanted) / len(groups)
        weights -= 0.5 * slope
    scaled = weights / spread
    return scaled / scaled[:SIMILARITIES].sum()


def fit(rows: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return intercept and weights of a ridge logistic regression on standardised features."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    design = np.column_stack([np.ones(len(rows)), (rows - mean) / spread])
    weights = np.zeros(design.shape[1])
    for _ in range(3000):
        probability = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (probability - right) / len(rows)
        weights -= 0.7 * (slope + RIDGE * np.concatenate([[0.0], weights[1:]]) / len(rows))
    scaled = weights[1:] / spread
    return np.concatenate([[weights[0] - float(scaled @ mean)], scaled])


def cross_validate(
    rows: NDArray[np.float64], right: NDArray[np.bool_], covered: NDArray[np.bool_]
) -> list[tuple[float, ...]]:
    """Return, for each bar: bar, correct and wrong shares of the covered, false share of the rest."""
    usable = ~np.isnan(rows).any(axis=1)
    bars = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
    totals = np.zeros((len(bars), 3))
    for seed in range(SEEDS):
        fold = np.random.default_rng(seed).permutation(len(rows)) % FOLDS
        confidence = np.zeros(len(rows))
        for part in range(FOLDS):
            weights = fit(rows[usable & (fold != part)], right[usable & (fold != part)])
            held = usable & (fold == part)
            confidence[held] = 1 / (1 + np.exp(-(weights[0] + rows[held] @ weights[1:])))
        for number, bar in enumerate(bars):
            said = confidence >= bar
            totals[number] += (
                (said & right)[covered].mean(),
                (said & ~right)[covered].mean(),
                said[~covered].mean(),
            )
    return [(bar, *(float(value) for value in totals[number] / SEEDS)) for number, bar in enumerate(bars)]


def main() -> None:
    """Print the fitted constants and what cross-validation says of each bar."""
    pack = load_pack(Path(sys.argv[1] if len(sys.argv) > 1 else "knowledge/dialogue"))
    encoder = choose_encoder(sys.argv[2] if len(sys.argv) > 2 else "off", Path("data/cache"))  # noqa: PLR2004  # arguments
    index = build_index(pack, CommonEnglish(), encoder)
    rows, right, covered = collect(index)
    usable = ~np.isnan(rows).any(axis=1)
    weights = fit(rows[usable], right[usable])
    print(f"{len(rows)} tune questions, {covered.sum()} covered")
    print(f"best candidate right: {right[covered].mean():.3f}")
    ranking = zip((*PARTS, "meaning"), fit_ranking(candidates(index)), strict=False)
    print("ranking: " + ", ".join(f"{name} {weight:.2f}" for name, weight in ranking))
    print(f"intercept={weights[0]:.2f}, weights=({', '.join(f'{weight:.2f}' for weight in weights[1:])})")
    for name, weight in zip(index.calibration.features, weights[1:], strict=True):
        print(f"  {name:12} {weight:.3f}")
    print("  bar  correct  wrong  false answers   (cross-validated)")
    for bar, correct, wrong, false in cross_validate(rows, right, covered):
        print(f" {bar:.2f}   {correct:.3f}    {wrong:.3f}  {false:.3f}")


if __name__ == "__main__":
    main()
