"""PURE: the candidates of a question in order, and what removed the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bot.answering.constraints import Constraints, contradiction
from bot.answering.counts import aggregate
from bot.answering.default_period import of_default_period
from bot.answering.evidence import Evidence, Weighing
from bot.answering.owning import anothers
from bot.answering.postings import best
from bot.answering.semantic import with_near
from bot.answering.speaking_for import OTHER_PERIOD
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.columns import Mask, Positions
    from bot.answering.index import Index
    from bot.answering.plain import Plain
    from bot.answering.postings import Scores
    from bot.answering.reading import Reading
    from bot.knowledge.periods import Period

_POOL: Final = 25
"""Candidates that are weighed in full."""
COMPARED: Final = 6
"""Candidates that are compared phrase by phrase: those that the trace shows."""
_LOOKED_AT: Final = 300
"""Candidates that are looked at for a contradiction, so that work per message is bounded."""
_REMOVED: Final = 8
"""Candidates removed that are told of with the reason, however far they are."""
NEAR_BUT_REMOVED: Final = 0.3
"""Rough score from which an entry that contradicts the question is near enough to be named as a topic."""


class Ranked(NamedTuple):
    """A candidate: its place in the index, what speaks for it and what removed it, if anything."""

    position: int
    score: float
    evidence: Evidence | None = None
    removed_by: str | None = None


def rank(index: Index, reading: Reading, *, whenever: bool = False) -> list[Ranked]:
    """Return the candidates that contradict nothing, best first, then those removed.

    With ``whenever`` a reading without a date is not taken to mean the pack's default period.
    """
    if index.plain is not None:
        return _rank_plain(index, index.plain, reading)
    similarity = index.similarity(reading)
    rough = (similarity.nearest + similarity.centroid) / 2
    meaning = index.meanings.of(reading.written, reading.text) if index.meanings else None
    weighing = Weighing(index, reading, similarity, meaning)
    order = np.array(with_near(_order(index, reading, rough, similarity.at).tolist(), meaning), dtype=np.intp)
    passing = index.screen.passes(reading, index.documents, order)
    constraints = Constraints(reading, index.pack)
    worth: list[int] = order[passing | _told(passing, rough[order])].tolist()
    kept: list[tuple[int, Evidence]] = []
    removed: list[Ranked] = []
    for position in worth:
        reason = constraints.contradiction(index.entries[position])
        if reason == OTHER_PERIOD and rough[position] >= NEAR_BUT_REMOVED:
            reason = _otherwise(index, reading, position)
        if reason is not None:
            removed.append(Ranked(position, float(rough[position]), removed_by=reason))
            continue
        kept.append((position, weighing.evidence(position)))
        if len(kept) >= _POOL:
            break
    if reading.bare:
        kept, parts = _parted(index, reading, kept)
        removed += parts
    ranked, others = _without_anothers(index, reading, _compared(weighing, kept))
    if not (whenever or reading.periods) and index.pack.default_period:
        ranked, elsewhen = of_default_period(index, reading, ranked, index.pack.default_period)
        others = elsewhen + others
    return ranked + (others + removed)[:_POOL]


def _otherwise(index: Index, reading: Reading, position: int) -> str | None:
    """Return what beside the period an entry contradicts, where it is asked for with that very date."""
    if not index.asked_dates.match(position, reading):
        return OTHER_PERIOD
    return contradiction(replace(reading, periods=()), index.entries[position], index.pack)


def _without_anothers(
    index: Index, reading: Reading, ranked: list[Ranked]
) -> tuple[list[Ranked], list[Ranked]]:
    """Return candidates without those in which what is asked of one is another's, and those."""
    if not reading.links or len(ranked) < 2:  # noqa: PLR2004  # one alone is compared with none
        return ranked, []
    first = [index.entries.bare[each.position] for each in ranked[:COMPARED]]
    out = {index.positions[key] for key in anothers(index, reading.written, first)}
    return (
        [each for each in ranked if each.position not in out],
        [
            Ranked(each.position, each.score, removed_by="another's")
            for each in ranked
            if each.position in out
        ],
    )


def _parted(
    index: Index, reading: Reading, kept: list[tuple[int, Evidence]]
) -> tuple[list[tuple[int, Evidence]], list[Ranked]]:
    """Return candidates without those that count a part of what another of them counts, and those parts.

    A count that nothing narrows down is asked of the whole.
    """
    figures = {
        at: entry for at, _ in kept if isinstance(entry := index.entries.bare[at], Figure) and entry.place
    }
    wholes = {_counted(figure) for figure in figures.values() if aggregate(figure) and not figure.by}
    parts = {
        at
        for at, figure in figures.items()
        if figure.label
        and _counted(figure) in wholes
        and reading.entities <= index.entries[at].slots.around | {figure.counted_by}
    }
    stay = [(at, evidence) for at, evidence in kept if at not in parts]
    return stay, [
        Ranked(at, evidence.score, removed_by="counts a part") for at, evidence in kept if at in parts
    ]


def _counted(figure: Figure) -> tuple[str, str | None, Period | None, str | None]:
    """Return what makes two counts of the same: their metric, place, time and counter."""
    return figure.metric, figure.place, figure.period, figure.counted_by


def _by_score(ranked: Ranked) -> tuple[float, int]:
    """Return what orders candidates: the best first, and of equals the earlier."""
    return (-ranked.score, ranked.position)


def _told(passing: Mask, rough: Scores) -> Mask:
    """Return which candidates that the screen removes are told of: the first few and the near ones."""
    removed = np.cumsum(~passing)
    return ~passing & ((removed <= _REMOVED) | ((removed <= _POOL) & (rough >= NEAR_BUT_REMOVED)))


def _rank_plain(index: Index, plain: Plain, reading: Reading) -> list[Ranked]:
    """Return the candidates of a pack of nothing but asks, by resemblance."""
    scores = plain.resemblance.of(reading.written, reading.text)
    weighing = Weighing(index, reading, index.similarity(reading))
    # it need not share a word with what it resembles, nor state the number or the hour that is asked for, nor
    # say what will be: a short answer that stands for many questions may tell nothing of what they ask
    fixing = replace(reading, terms=(), amount=False, answer_type=None)
    numberless = replace(fixing, numbers=()) if fixing.numbers else fixing
    held = Constraints(fixing, index.pack, wording=False)
    held_loosely = Constraints(numberless, index.pack, wording=False)
    kept: list[Ranked] = []
    removed: list[Ranked] = []
    order: list[int] = np.argsort(-scores, kind="stable")[:_POOL].tolist()
    for position in order:
        score = float(scores[position])
        prepared = index.entries[position]
        # where an entry states no number, one in the question is an example: "my account that ends in 9012"
        reason = (held if prepared.slots.has_number else held_loosely).contradiction(prepared)
        if reason is not None:
            removed.append(Ranked(position, score, removed_by=reason))
        elif score > 0:
            kept.append(Ranked(position, score, weighing.evidence(position)._replace(resemblance=score)))
    return kept + removed


def _compared(weighing: Weighing, kept: Iterable[tuple[int, Evidence]]) -> list[Ranked]:
    """Return candidates in order, the first of them compared phrase by phrase too, which takes longest."""
    found = sorted((Ranked(at, evidence.score, evidence) for at, evidence in kept), key=_by_score)
    first = [(each.position, each.evidence) for each in found[:COMPARED] if each.evidence]
    closely = [(at, weighing.closely(at, evidence)) for at, evidence in first]
    return [
        *sorted((Ranked(at, evidence.score, evidence) for at, evidence in closely), key=_by_score),
        *found[COMPARED:],
    ]


def _order(index: Index, reading: Reading, rough: Scores, at: Positions | None) -> Positions:
    """Return positions worth a look, the likeliest first.

    Those that concern every entity the question names come before the others, and the
    figures of the metric asked are never left out. Where only the entries ``at`` were compared in
    full, the likeliest are among them.
    """
    concerned = index.screen.concerning(reading)
    found = _likeliest(rough, _LOOKED_AT if concerned is None else _POOL, at)
    figures = [index.counts[metric] for metric in sorted(reading.asked) if metric in index.counts]
    wanted = np.concatenate(figures) if figures else found[:0]
    if concerned is not None:
        near = found[~concerned[found]]
        among = np.flatnonzero(concerned) if at is None else at[concerned[at]]
        found = np.concatenate((_likeliest(rough, _LOOKED_AT, among), near))
        wanted = wanted[concerned[wanted]]
    return _distinct(np.concatenate((found[:_POOL], wanted, found[:_LOOKED_AT])))


def _likeliest(scores: Scores, most: int, at: Positions | None) -> Positions:
    """Return where scores are best, of some entries only."""
    return best(scores, most) if at is None else at[best(scores[at], most)]


def _distinct(positions: Positions) -> Positions:
    """Return positions without those that came before, in the same order."""
    return np.array(list(dict.fromkeys(positions.tolist())), dtype=np.intp)
