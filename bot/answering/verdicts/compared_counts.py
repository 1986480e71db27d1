"""PURE: a sentence that says how counts compare, held against what is worked out from the figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

from bot.answering.figures.arithmetic import direction
from bot.answering.operations import operation, way
from bot.answering.sums.computing import in_conflict
from bot.answering.sums.operands import operands
from bot.answering.sums.results import Refused, known
from bot.answering.sums.working_out import work_out
from bot.answering.text import tokenise
from bot.answering.verdicts.counting import Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.figures.arithmetic import Direction
    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.answering.sums.operands import Operands
    from bot.answering.sums.results import Result
    from bot.answering.verdicts.cases import Case
    from bot.answering.verdicts.checked import Finding
    from bot.knowledge.model import Figure

_NUMBER: Final = r"(?P<{0}>\d[\d,]*(?:\.\d+)?)(?P<{0}_percent>\s*%|\s+per\s?cent\b)?"
_AMOUNT: Final = re.compile(
    rf"\b(?:by|rose|increased|grew|climbed|fell|dropped|decreased|declined)\s+{_NUMBER.format('by')}"
    rf"|{_NUMBER.format('so')}\s+(?:more|fewer|less|higher|lower|greater)\b(?!\s+than\s+\d)"
)
"""By how much a count is said to have changed, or to differ."""
_THAN: Final = "than"
_OFF: Final = 1.0
"""How far a number is, at least, from every result of which it can't be a rounding."""
_APART: Final = "each counted in a way of its own, so which count is higher says little"
_TWO: Final = 2
_SHOWN: Final = 3
"""Counters whose results are told."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence says of two counts.

    ``way`` goes from the earlier of two periods to the later, or from the first of two places, by their ids,
    to the other. ``amount`` is by how much, of all or in ``percent``; ``None`` where it does not say so.
    ``denied`` is whether another way proves it wrong: a rise "in January" may be one since the one before.
    """

    way: Direction
    amount: float | None = None
    percent: bool = False
    denied: bool = True


def compared_counts(index: Index, case: Case) -> Tally | None:
    """Return what the figures say of a sentence that compares counts; ``None`` for any other.

    Every word of it must have been read as part of the comparison.
    """
    reading = case.reading
    wanted = operation(reading.summing)
    if case.spoken.negations or wanted is None or wanted.kind != "compare":
        return None
    amount = _AMOUNT.search(reading.text)
    over = operands(index, reading, range(*amount.span()) if amount else range(0))
    if over is None or over.since is not None:
        return None
    worked = work_out(index.pack, wanted, over)
    if isinstance(worked, Refused):
        return Tally("not covered", reason=worked.reason)
    results = [result for result in worked if result.sides]
    if not results:
        apart = tuple(figure for result in worked for figure in result.figures)
        return Tally("not covered", beside=apart, reason=_APART) if apart else None
    said = _said(reading, over)
    if said and amount:
        number = (amount["by"] or amount["so"]).replace(",", "")
        percent = bool(amount["by_percent"] or amount["so_percent"])
        said = replace(said, amount=float(number), percent=percent)
    return _held(index, said, results) if said else None


def _said(reading: Reading, over: Operands) -> _Said | None:
    """Return what a sentence says of two counts but for a number; ``None`` where that can't be told."""
    told = way(reading.summing)
    words = [token.word for token in tokenise(reading.text)]
    if told is None or len(over.periods) > _TWO or not over.periods:
        return None
    if _THAN not in words:
        lone = len(over.periods) == 1
        return _Said(told, denied=not (lone and over.periods[0].is_month))
    first = _is_first(reading, over, words.index(_THAN))
    if first is None:
        return None
    turned: Direction = "fell" if told == "rose" else "rose"
    return _Said(turned if first else told)


def _is_first(reading: Reading, over: Operands, than: int) -> bool | None:
    """Whether the side said to have more, or less, is the first one; ``None`` if that can't be told."""
    if len(over.periods) == _TWO:
        before = tokenise(reading.text)[than].start
        early = [mention for mention in reading.periods if mention.start < before]
        one, other = over.periods
        return one < other if len(early) == 1 and len(reading.periods) == _TWO else None
    named = [(link, over.places & set(link.targets)) for link in reading.links]
    sides = [min(places) for link, places in named if places and link.end <= than]
    return sides[0] == min(over.places) if len(sides) == 1 and len(over.places) == _TWO else None


def _held(index: Index, said: _Said, results: Sequence[Result]) -> Tally | None:
    """Hold what a sentence says against the result of each counter; ``None`` where none settles it."""
    fits = {_fits(said, result) for result in results} - {None}
    if not fits:
        return None
    figures = tuple(dict.fromkeys(figure for result in results for figure in result.figures))
    workings = [line for result in results for line in result.workings] if said.amount is not None else []
    reason = " ".join((*(result.text for result in results[:_SHOWN]), "; ".join(workings[:_SHOWN]))).strip()
    beside, notes, disputed = in_conflict(index, figures)
    if len(fits) > 1:
        return Tally("not covered", beside=figures, notes=notes, reason=reason)
    finding: Finding = "supported" if True in fits else "contradicted"
    return Tally(finding, figures, (), beside, notes, disputed, reason)


def _fits(said: _Said, result: Result) -> bool | None:
    """Whether a result is what a sentence says; ``None`` where that is not certain."""
    first, second = _sides(result)
    went = direction(known(first), known(second))
    if went == "unknown" or (went != said.way and not said.denied):
        return None
    if went != said.way or said.amount is None:
        return went == said.way
    changes = [_change(one, other, percent=said.percent) for one, other in product(first, second)]
    if any(said.amount in {round(change), round(change, 1)} for change in changes):
        return True
    return False if all(abs(said.amount - change) >= _OFF for change in changes) else None


def _change(one: Figure, other: Figure, *, percent: bool) -> float:
    """Return by how much two counts differ, of all or in percent of the first."""
    change = abs(float(other.value) - float(one.value))
    return 100 * change / float(one.value) if percent and one.value else change


def _sides(result: Result) -> tuple[list[Figure], list[Figure]]:
    """Return the figures of two periods, the earlier first, or else of two places in order of their ids."""
    first = min(result.periods) if len(result.periods) == _TWO else None
    place = min(figure.place or "" for figure in result.figures)
    here = [
        each for each in result.figures if each.period == first or (first is None and each.place == place)
    ]
    return here, [each for each in result.figures if each not in here]
