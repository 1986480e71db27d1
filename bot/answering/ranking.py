"""PURE: candidates with one score each: how well an entry explains the whole question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz import fuzz

from bot.answering.constraints import contradiction
from bot.answering.index import keyed, terms

if TYPE_CHECKING:
    from bot.answering.index import Index, Prepared, Similarity
    from bot.answering.reading import Reading

NEAREST, CENTROID, TOKENS, COVERAGE = 0.35, 0.15, 0.15, 0.35
"""Weights of the parts of a score; they sum to 1."""
_PERIOD_RARITY: Final = 4.0
_POOL: Final = 40
_LOOKED_AT: Final = 400


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate: its place in the index, its score 0..1 and what removed it, if anything."""

    position: int
    score: float
    removed_by: str | None = None


def rank(index: Index, reading: Reading) -> list[Ranked]:
    """Return the candidates that contradict nothing, best first, then those removed."""
    similarity = index.similarity(reading)
    rough = (
        similarity.nearest_words
        + similarity.nearest_grams
        + similarity.centroid_words
        + similarity.centroid_grams
    )
    kept: list[Ranked] = []
    removed: list[Ranked] = []
    for position in _order(index, reading, rough):
        reason = contradiction(reading, index.entries[position], index.pack.default_place)
        if reason is not None:
            removed.append(Ranked(position, float(rough[position]) / 4, reason))
            continue
        kept.append(Ranked(position, score(index, reading, position, similarity)))
        if len(kept) >= _POOL:
            break
    kept.sort(key=lambda ranked: (-ranked.score, ranked.position))
    return kept + removed[:_POOL]


def _order(index: Index, reading: Reading, rough: np.ndarray) -> list[int]:
    """Return positions worth a look: the roughly nearest, and the figures of the metric asked."""
    nearest = np.argsort(-rough, kind="stable")[:_LOOKED_AT]
    found = [int(position) for position in nearest if rough[position] > 0]
    figures = [position for metric in sorted(reading.asked) for position in index.figures.get(metric, ())]
    return list(dict.fromkeys([*found[:_POOL], *figures, *found]))


def score(index: Index, reading: Reading, position: int, similarity: Similarity) -> float:
    """Return how well one entry explains the question, 0..1."""
    prepared = index.entries[position]
    nearest = (similarity.nearest_words[position] + similarity.nearest_grams[position]) / 2
    centroid = (similarity.centroid_words[position] + similarity.centroid_grams[position]) / 2
    return float(
        NEAREST * nearest
        + CENTROID * centroid
        + TOKENS * _token_set(index, reading, prepared)
        + COVERAGE * coverage(index, reading, prepared)
    )


def coverage(index: Index, reading: Reading, prepared: Prepared) -> float:
    """Return the share of the question, by rarity, that the entry's own words and fields explain."""
    explained = asked = 0.0
    for term, weight in terms(reading).items():
        worth = weight * index.rarity.of(term)
        asked += worth
        if term in prepared.document:
            explained += worth
    matched = len(reading.periods) * _PERIOD_RARITY
    return (explained + matched) / (asked + matched) if asked + matched else 0.0


def _token_set(index: Index, reading: Reading, prepared: Prepared) -> float:
    """Return the best ``token_set_ratio`` over the entry's phrases, 0..1."""
    question = keyed(reading)
    best = 0.0
    for number in prepared.phrases:
        best = max(best, fuzz.token_set_ratio(question, index.keyed[number], score_cutoff=best))
    return best / 100
