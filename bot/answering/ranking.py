"""PURE: the candidates of a question in order, and what removed the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.answering.constraints import contradiction
from bot.answering.disputes import same_matter
from bot.answering.evidence import MOST_LEAD, Evidence, Weighing
from bot.answering.semantic import with_near

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.answering.plain import Plain
    from bot.answering.postings import Scores
    from bot.answering.reading import Reading

_POOL: Final = 25
"""Candidates that are weighed in full."""
_LOOKED_AT: Final = 300
"""Candidates that are looked at for a contradiction, so that work per message is bounded."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate: its place in the index, what speaks for it and what removed it, if anything."""

    position: int
    score: float
    evidence: Evidence | None = None
    removed_by: str | None = None


def rank(index: Index, reading: Reading) -> list[Ranked]:
    """Return the candidates that contradict nothing, best first, then those removed."""
    if index.plain is not None:
        return _rank_plain(index, index.plain, reading)
    similarity = index.similarity(reading)
    rough = (similarity.nearest + similarity.centroid) / np.float32(2)
    meaning = index.meanings.of(reading.written, reading.text) if index.meanings else None
    weighing = Weighing(index, reading, similarity, meaning)
    kept: list[Ranked] = []
    removed: list[Ranked] = []
    for position in with_near(_order(index, reading, rough), meaning):
        reason = contradiction(reading, index.entries[position], index.pack)
        if reason is not None:
            removed.append(Ranked(position, float(rough[position]), removed_by=reason))
            continue
        evidence = weighing.evidence(position)
        kept.append(Ranked(position, evidence.score, evidence))
        if len(kept) >= _POOL:
            break
    kept.sort(key=lambda ranked: (-ranked.score, ranked.position))
    return _led(index, kept) + removed[:_POOL]


def _rank_plain(index: Index, plain: Plain, reading: Reading) -> list[Ranked]:
    """Return the candidates of a pack of nothing but asks, by resemblance."""
    scores = plain.resemblance.of(reading.written, reading.text)
    weighing = Weighing(index, reading, index.similarity(reading))
    fixing = replace(reading, terms=())  # it need not share a word with what it resembles
    kept: list[Ranked] = []
    removed: list[Ranked] = []
    order: list[int] = np.argsort(-scores, kind="stable")[:_POOL].tolist()
    for position in order:
        score = float(scores[position])
        reason = contradiction(fixing, index.entries[position], index.pack)
        if reason is not None:
            removed.append(Ranked(position, score, removed_by=reason))
        elif score > 0:
            kept.append(Ranked(position, score, replace(weighing.evidence(position), resemblance=score)))
    return _led(index, kept) + removed


def _led(index: Index, kept: list[Ranked]) -> list[Ranked]:
    """Return candidates in order, the first with its lead over the next one about another matter."""
    if not kept or kept[0].evidence is None:
        return kept
    first = index.entries[kept[0].position].entry
    others = (
        ranked.score for ranked in kept[1:] if not same_matter(first, index.entries[ranked.position].entry)
    )
    lead = min(kept[0].score - next(others, 0.0), MOST_LEAD)
    evidence = replace(kept[0].evidence, lead=lead)
    return [replace(kept[0], evidence=evidence), *kept[1:]]


def _order(index: Index, reading: Reading, rough: Scores) -> list[int]:
    """Return positions worth a look, the likeliest first.

    Those that concern every entity the question names come before the others, and the
    figures of the metric asked are never left out.
    """
    found = np.argsort(-rough, kind="stable")
    found = found[rough[found] > 0].tolist()
    concerned = index.concerning(reading.links)
    if concerned is not None:
        near = [position for position in found[:_POOL] if position not in concerned]
        found = [position for position in found if position in concerned] + near
    figures = (position for metric in sorted(reading.asked) for position in index.figures.get(metric, ()))
    wanted = [position for position in figures if concerned is None or position in concerned]
    return list(dict.fromkeys([*found[:_POOL], *wanted, *found[:_LOOKED_AT]]))
