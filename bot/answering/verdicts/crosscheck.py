"""PURE: the first candidates held against their own sentences: who did it, and who of those counted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bot.answering.ranking import COMPARED
from bot.answering.speaking_for import OTHER_PERIOD
from bot.answering.verdicts.other_counts import asks_who_were, counts_otherwise
from bot.answering.verdicts.other_doers import asked_to_have_done, done_by_another
from bot.answering.verdicts.other_happening import is_of_another
from bot.answering.verdicts.other_level import asked_levels, of_other_level
from bot.answering.verdicts.other_sayers import asked_to_have_said, is_of_others, leaves_out, said_by_another
from bot.answering.verdicts.other_sides import asked_side, of_other_side
from bot.answering.verdicts.other_times import asks_count_then, counts_at_another_time
from bot.answering.verdicts.other_way import asked_turns, tells_other_way
from bot.answering.verdicts.untold_deeds import asked_deeds, leaves_untold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.answering.index import Index
    from bot.answering.ranking import Ranked
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

    Check = tuple[Callable[[Entry], bool], str]
    """Whether an entry tells otherwise, and what is then said of it."""

_ANOTHER_SAID: Final = "another said that"


def crosschecked(index: Index, reading: Reading, ranked: list[Ranked]) -> list[Ranked]:
    """Return candidates: those of the first whose sentences tell otherwise lead those that were removed."""
    reason = None if index.plain else told_otherwise(index, reading)
    if reason is None:
        return ranked
    entries = index.entries.bare
    told = [None if each.removed_by else reason(entries[each.position]) for each in ranked[:COMPARED]]
    told = _or_said_by_others(index, reading, [entries[each.position] for each in ranked[:COMPARED]], told)
    out = [each._replace(removed_by=why) for each, why in zip(ranked, told, strict=False) if why]
    gone = {each.position for each in out}
    stay = [each for each in ranked if each.position not in gone]
    kept = sum(each.removed_by is None for each in stay)
    return [*stay[:kept], *out, *stay[kept:]]


def _or_said_by_others(
    index: Index, reading: Reading, entries: Sequence[Entry], told: list[str | None]
) -> list[str | None]:
    """Return what speaks against entries: that others said it, too, where of some those who are asked did."""
    sayers = asked_to_have_said(reading)
    if not sayers:
        return told
    others = [is_of_others(index, sayers, entry) for entry in entries]
    theirs = any(other is False and why is None for other, why in zip(others, told, strict=True))
    return [
        why or (_ANOTHER_SAID if theirs and other else None) for other, why in zip(others, told, strict=True)
    ]


def told_otherwise(index: Index, reading: Reading) -> Callable[[Entry], str | None] | None:
    """Return what says how an entry tells otherwise; ``None`` where a question asks nothing of the sort."""
    checks = [*_of_counts(index, reading), *_of_parties(index, reading)]
    if not checks:
        return None

    def reason(entry: Entry) -> str | None:
        return next((why for otherwise, why in checks if otherwise(entry)), None)

    return reason


def _of_counts(index: Index, reading: Reading) -> Iterator[Check]:
    """Yield what tells otherwise of whom, when and in what happening somebody was counted."""
    if asks_who_were(reading):
        yield partial(counts_otherwise, index, reading), "counts something else"
    if asks_count_then(reading):
        yield partial(counts_at_another_time, index, reading), OTHER_PERIOD
    # by a date another happening may be meant than the one that is best known by the name
    happened = frozenset[str]() if reading.periods else reading.entities & index.happenings
    if happened:
        yield partial(is_of_another, index, happened), f"not about {min(happened)}"


def _of_parties(index: Index, reading: Reading) -> Iterator[Check]:
    """Yield what tells otherwise who said or did something, or whether it was done or undone."""
    sayers = asked_to_have_said(reading)
    if sayers:
        yield partial(said_by_another, index, sayers), _ANOTHER_SAID
    if reading.speakers:
        yield partial(leaves_out, index, reading.speakers), _ANOTHER_SAID
    side = asked_side(reading)
    if side:
        yield partial(of_other_side, index, side), "another's"
    levels = asked_levels(reading)
    if levels:
        yield partial(of_other_level, index, levels), "names something else"
    turns = asked_turns(reading)
    if turns:
        yield partial(tells_other_way, turns), "the other way round"
    doers = asked_to_have_done(reading)
    if doers:
        yield partial(done_by_another, index, doers), "another did that"
    deeds = asked_deeds(reading, doers)
    if deeds:
        yield partial(leaves_untold, index, deeds), "says nothing of that"
