"""PURE: candidates with one score each: how well an entry explains the whole question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from rapidfuzz import fuzz

from bot.answering.constraints import contradiction
from bot.answering.index import keyed, terms
from bot.knowledge.model import Entity, Event, Figure, Quote

if TYPE_CHECKING:
    from bot.answering.index import Index, Prepared, Similarity
    from bot.answering.postings import Scores
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

NEAREST, CENTROID, TOKENS, COVERAGE = 0.35, 0.15, 0.15, 0.35
"""Weights of the parts of a score; they sum to 1."""
FIGURE_FOR_QUANTITY, EVENT_FOR_QUANTITY = 0.06, -0.03
ENTITY_FOR_MORE, ENTITY_FOR_MEANING = -0.1, 0.03
QUOTE_FOR_MORE, QUOTE_FOR_WORDS = -0.03, 0.03
"""What the kind of an entry adds, by what is asked: how many, what something is, what was said."""
_PERIOD_RARITY: Final = 4.0
_POOL: Final = 40
_LOOKED_AT: Final = 400


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one entry. All parts are 0..1 but the last three, which are counts.

    ``unknown`` and ``unexplained`` are the shares of the question's telling words, by
    rarity, that the pack does not have and that this entry does not have.
    """

    nearest: float
    centroid: float
    tokens: float
    coverage: float
    fit: float
    """What the kind of the entry adds or takes."""
    unknown: float
    unexplained: float
    periods: int
    entities: int
    length: int
    """Telling words of the question."""

    @property
    def score(self) -> float:
        """How well the entry explains the question, about 0..1; orders the candidates."""
        parts = NEAREST * self.nearest + CENTROID * self.centroid
        return parts + TOKENS * self.tokens + COVERAGE * self.coverage + self.fit


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate: its place in the index, what speaks for it and what removed it, if anything."""

    position: int
    score: float
    evidence: Evidence | None = None
    removed_by: str | None = None


def rank(index: Index, reading: Reading) -> list[Ranked]:
    """Return the candidates that contradict nothing, best first, then those removed."""
    similarity = index.similarity(reading)
    rough = (
        similarity.nearest_words
        + similarity.nearest_grams
        + similarity.centroid_words
        + similarity.centroid_grams
    ) / 4
    kept: list[Ranked] = []
    removed: list[Ranked] = []
    for position in _order(index, reading, rough):
        reason = contradiction(reading, index.entries[position], index.pack)
        if reason is not None:
            removed.append(Ranked(position, float(rough[position]), removed_by=reason))
            continue
        evidence = weigh(index, reading, position, similarity)
        kept.append(Ranked(position, evidence.score, evidence))
        if len(kept) >= _POOL:
            break
    kept.sort(key=lambda ranked: (-ranked.score, ranked.position))
    return kept + removed[:_POOL]


def _order(index: Index, reading: Reading, rough: Scores) -> list[int]:
    """Return positions worth a look: the roughly nearest, and the figures of the metric asked."""
    nearest = np.argsort(-rough, kind="stable")[:_LOOKED_AT]
    found = [int(position) for position in nearest if rough[position] > 0]
    figures = [position for metric in sorted(reading.asked) for position in index.figures.get(metric, ())]
    return list(dict.fromkeys([*found[:_POOL], *figures, *found]))


def weigh(index: Index, reading: Reading, position: int, similarity: Similarity) -> Evidence:
    """Return what speaks for one entry as the answer to a question."""
    prepared = index.entries[position]
    telling = [term for term in reading.terms if term.role == "content"]
    worth = sum(index.rarity.of(term.key) for term in telling) or 1.0
    unknown = sum(index.rarity.of(term.key) for term in telling if not term.known)
    missing = (term for term in telling if term.known and term.key not in prepared.document)
    return Evidence(
        nearest=float(similarity.nearest_words[position] + similarity.nearest_grams[position]) / 2,
        centroid=float(similarity.centroid_words[position] + similarity.centroid_grams[position]) / 2,
        tokens=_token_set(index, reading, prepared),
        coverage=coverage(index, reading, prepared),
        fit=_fit(reading, prepared.entry),
        unknown=unknown / worth,
        unexplained=sum(index.rarity.of(term.key) for term in missing) / worth,
        periods=min(len(reading.periods), 2),
        entities=min(len(reading.links), 3),
        length=min(sum(term.role in {"content", "name", "number"} for term in reading.terms), 12),
    )


def _fit(reading: Reading, entry: Entry) -> float:
    """Return what the kind of an entry adds to its score, by what is asked."""
    match entry:
        case Figure():
            return FIGURE_FOR_QUANTITY if reading.quantity else 0.0
        case Event():
            return EVENT_FOR_QUANTITY if reading.quantity else 0.0
        case Entity():
            return ENTITY_FOR_MEANING if reading.defines else ENTITY_FOR_MORE
        case Quote():
            return QUOTE_FOR_WORDS if reading.spoken else QUOTE_FOR_MORE
        case _:
            return 0.0


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
