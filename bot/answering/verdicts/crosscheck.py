"""PURE: the first candidates held against their own sentences: who did it, and who of those counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.ranking import COMPARED
from bot.answering.verdicts.other_counts import counts_otherwise
from bot.answering.verdicts.other_doers import done_by_another
from bot.answering.verdicts.other_way import tells_other_way

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.answering.ranking import Ranked
    from bot.answering.reading import Reading


def crosschecked(index: Index, reading: Reading, ranked: list[Ranked]) -> list[Ranked]:
    """Return candidates: those of the first whose sentences tell otherwise lead those that were removed."""
    told = [_reason(index, reading, each) for each in ranked[:COMPARED]] if index.plain is None else []
    out = [each._replace(removed_by=why) for each, why in zip(ranked, told, strict=False) if why]
    gone = {each.position for each in out}
    stay = [each for each in ranked if each.position not in gone]
    kept = sum(each.removed_by is None for each in stay)
    return [*stay[:kept], *out, *stay[kept:]]


def _reason(index: Index, reading: Reading, candidate: Ranked) -> str | None:
    """Return what the sentences of a candidate say otherwise than a question has it, in a word or two."""
    if candidate.removed_by is not None:
        return None
    entry = index.entries.bare[candidate.position]
    if counts_otherwise(index, reading, entry):
        return "counts something else"
    if tells_other_way(reading, entry):
        return "the other way round"
    return "another did that" if done_by_another(index, reading, entry) else None
