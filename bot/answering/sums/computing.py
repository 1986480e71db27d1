"""PURE: an answer that is worked out from stored counts, or the reason why it can't be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answering.answer import Ambiguous, Answered, Computed, Unanswered
from bot.answering.figures.measures import counter_short
from bot.answering.figures.workings import SHARES
from bot.answering.operations import operation, superlatives, tells_change
from bot.answering.sums.operands import operands
from bot.answering.sums.results import Refused
from bot.answering.sums.working_out import work_out
from bot.answering.text import normalise
from bot.answering.wording import statement
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answering.answer import Answer
    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.answering.sums.results import Result
    from bot.knowledge.model import Entry, Pack
    from bot.knowledge.periods import Period

SURE: Final = 0.9
"""Confidence of what is worked out: every word of such a question was read."""
_MOST: Final = 4
"""Counters whose results are shown."""
_MORE: Final = "Other counters have such counts too. Name one to see its own."


def with_sum(index: Index, looked_up: Answer, reading: Reading) -> Answer:
    """Return what a question that asks for a sum is answered with; ``looked_up`` where it asks for none.

    A stored statement of the very result comes before it. A question for which no sum makes sense
    says so, unless something stored answers it.
    """
    wanted = operation(reading.summing)
    over = operands(index, reading) if wanted is not None else None
    if wanted is None or over is None or (isinstance(looked_up, Answered) and looked_up.main.kind == "claim"):
        return looked_up
    worked = work_out(index.pack, wanted, over)
    if isinstance(worked, Refused):
        return _refused(looked_up, worked)
    return _computed(index, looked_up, worked) if worked else looked_up


def _refused(looked_up: Answer, refused: Refused) -> Answer:
    """Say why there is no sum, with what was offered instead."""
    if isinstance(looked_up, Answered):
        return looked_up
    nearest = looked_up.choices if isinstance(looked_up, Ambiguous) else looked_up.nearest
    return Unanswered(looked_up.question, looked_up.confidence, nearest, refused.reason, looked_up.trace)


def _computed(index: Index, looked_up: Answer, results: Sequence[Result]) -> Answered:
    """Return the results as an answer, below a stored statement that says the same."""
    shown = results[:_MOST]
    pack = index.pack
    figures = dict.fromkeys(figure for result in shown for figure in result.figures)
    inputs = tuple(statement(pack, figure) for figure in figures)
    text = "\n".join(result.text for result in shown)
    more = [_MORE] if len(results) > _MOST else []
    told = Computed(text, (*_lines(pack, shown), *more), inputs)
    if isinstance(looked_up, Answered) and _says_it(index, looked_up, shown):
        return replace(looked_up, computed=replace(told, stored=True))
    others, notes, disputed = in_conflict(index, figures)
    return Answered(
        looked_up.question,
        SURE,
        inputs[0],
        tuple(statement(pack, other) for other in others),
        notes,
        disputed=disputed,
        trace=looked_up.trace,
        computed=told,
    )


def in_conflict(index: Index, figures: Iterable[Figure]) -> tuple[tuple[Entry, ...], tuple[str, ...], bool]:
    """Return the other live entries that figures conflict with, what is noted of it, and if any do."""
    known = {figure.id: figure for figure in figures}
    rivals = dict.fromkeys(rival for key in known for rival in index.pack.rivals.get(key, ()))
    others = (rival for rival in rivals if rival not in known and rival in index.positions)
    notes = [conflict.note for figure in known.values() for conflict in figure.conflicts if conflict.note]
    entries = index.pack.entries
    return tuple(entries[rival] for rival in others), tuple(dict.fromkeys(notes)), bool(rivals or notes)


def _lines(pack: Pack, results: Sequence[Result]) -> Iterator[str]:
    """Yield the sums, with who counted where there are several results; then what to bear in mind."""
    for result in results:
        who = f"{counter_short(pack, result.figures[0])}: " if len(results) > 1 else ""
        yield from (f"{who}{line}" for line in result.workings)
    yield from dict.fromkeys(line for result in results for line in result.caveats)


def _says_it(index: Index, looked_up: Answered, results: Sequence[Result]) -> bool:
    """Whether the entry looked up states the result itself, or the change in percent for that time."""
    entry = index.entries[index.positions[looked_up.main.entry]].entry
    if isinstance(entry, Figure) and entry.unit in SHARES:
        return entry.period is not None and any(_ends_in(result, entry.period) for result in results)
    return any(_states(index, looked_up.main.text, result) for result in results)


def _states(index: Index, text: str, result: Result) -> bool:
    """Whether a text states a result: its number, or in words how the same periods compare."""
    plain = normalise(text)
    said = index.reader.study(plain)
    stated = {value for number in said.numbers for value in number}
    spoken = {mention.alternatives[0] for mention in said.periods}
    if result.sides:
        both = not any(stated.isdisjoint(side) for side in result.sides)
        told = both or (tells_change(plain.casefold()) and spoken.issuperset(result.periods))
    else:
        told = bool(superlatives(plain.casefold())) and not spoken.isdisjoint(result.periods)
    return told or not stated.isdisjoint(result.numbers)


def _ends_in(result: Result, period: Period) -> bool:
    """Whether the last period of a result is that of a change in percent."""
    last = max((figure.period for figure in result.figures if figure.period), default=None)
    return last == period
