"""PURE: the results of sums over counts, in sentences with every number that goes into them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.answering.figures.arithmetic import bounds, difference, direction, ratio, total, union
from bot.answering.figures.measures import counter_name, counter_short, subject
from bot.answering.figures.series import series
from bot.answering.figures.trends import during, trend
from bot.answering.wording import capital, value, when
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answering.figures.arithmetic import Bounds
    from bot.answering.figures.comparison import Pair, Side
    from bot.answering.figures.series import Line, Slot
    from bot.knowledge.model import Pack
    from bot.knowledge.periods import Period

NOT_WORKED_OUT: Final = "They do not measure in the same way, so no difference between them is worked out."


@dataclass(frozen=True, slots=True)
class Result:
    """One result: a sentence, the sums behind it and the figures that go into them.

    ``numbers`` are what comes out, each of which says it. ``sides`` hold the counts of the two sides of
    a comparison, ``periods`` its two periods, or those that are the highest or lowest. ``caveats`` say
    what a reader must bear in mind.
    """

    text: str
    workings: tuple[str, ...]
    figures: tuple[Figure, ...]
    numbers: frozenset[float] = frozenset()
    sides: tuple[frozenset[float], ...] = ()
    periods: frozenset[Period] = frozenset()
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """There are figures, and no sum over them makes sense; ``reason`` says why, as a clause on "they"."""

    reason: str


Worked: TypeAlias = tuple[Result, ...] | Refused


def changed(pack: Pack, pair: Pair) -> Result:
    """Say how a count changed from the earlier of two periods to the later."""
    left, right = (_figures(pack, side) for side in pair.sides)
    then, now = known(left), known(right)
    ends = f"from {told(left)} {_during(left)} to {told(right)} {_during(right)}"
    lead = {
        "rose": f"rose by {difference(now, then).words()}, {ends}",
        "fell": f"fell by {difference(then, now).words()}, {ends}",
        "same": f"stayed the same: {told(left)} {_during(left)} and {_during(right)}",
        "unknown": f"went {ends}; whether they rose or fell is not certain",
    }[direction(then, now)]
    return _paired(f"{counted(pack, left[0])} {lead}.", pair, left, right)


def placed(pack: Pack, pair: Pair) -> Result:
    """Put two places side by side, with their difference."""
    left, right = (_figures(pack, side) for side in pair.sides)
    one, other = pair.sides
    text = f"{pair.title}: {told(left)} in {one.name}, {told(right)} in {other.name}."
    return _paired(text, pair, left, right)


def _paired(text: str, pair: Pair, left: Sequence[Figure], right: Sequence[Figure]) -> Result:
    """Return the result of a comparison of two sides, said in ``text``."""
    return Result(
        text,
        pair.workings,
        (*left, *right),
        _outcomes(left, right),
        (_values(left), _values(right)),
        frozenset(figure.period for figure in (*left, *right) if figure.period),
        pair.caveats,
    )


def side_by_side(pack: Pack, sides: Sequence[Sequence[Figure]]) -> Result:
    """Put the counts of different counters side by side, without a difference."""
    first = sides[0][0]
    values = "; ".join(
        f"{told(figures)} by the count of {counter_name(pack, figures[0])}" for figures in sides
    )
    return Result(
        f"{capital(subject(pack, first))} {when(first.period)}: {values}.",
        (),
        tuple(figure for figures in sides for figure in figures),
        caveats=(NOT_WORKED_OUT,),
    )


def totalled(pack: Pack, slots: Sequence[Slot]) -> tuple[Result, ...]:
    """Add up the counts of periods that do not overlap; nothing when nothing is known of the sum."""
    found = total(known(slot.figures) for slot in slots)
    if not found.words():
        return ()
    *names, last = (slot.period.describe() for slot in slots)
    terms = " + ".join(_operand(slot.figures) for slot in slots)
    together = f"in {', '.join(names)} and {last} together"
    text = f"{counted(pack, slots[0].figures[0])} come to {found.words()} {together}."
    numbers = frozenset({float(found.low)} if found.low is not None else ())
    figures = tuple(figure for slot in slots for figure in slot.figures)
    return (Result(text, (f"Total: {terms} = {found.words()}",), figures, numbers),)


def trended(pack: Pack, line: Line) -> Result:
    """Say how a count went over several periods."""
    (found,) = series(pack, (line,))
    values = "; ".join(f"{slot.period.describe()}: {told(slot.figures)}" for slot in line.slots)
    figures = tuple(figure for slot in line.slots for figure in slot.figures)
    return Result(f"{counted(pack, line.first)} {trend(found)}", (f"In order of time: {values}",), figures)


def counted(pack: Pack, figure: Figure) -> str:
    """Return what a figure counts and by whom, as the beginning of a sentence."""
    by = "counted by" if figure.counted_by else "as published by"
    return f"{capital(subject(pack, figure))}, {by} {counter_short(pack, figure)},"


def known(figures: Iterable[Figure]) -> Bounds:
    """Return what is known of a count of which there may be several values."""
    return union(bounds(figure) for figure in figures)


def told(figures: Sequence[Figure]) -> str:
    """Return a count with its qualifier, and its other values."""
    first, *others = dict.fromkeys(value(figure) for figure in figures)
    return f"{first} (or {' or '.join(others)})" if others else first


def _operand(figures: Sequence[Figure]) -> str:
    """Return a count for a sum; one that is not a plain number in brackets."""
    values = " or ".join(dict.fromkeys(value(figure) for figure in figures))
    return values if known(figures).sharp else f"({values})"


def _during(figures: Sequence[Figure]) -> str:
    """Return the period of some figures, all for the same one, with its preposition."""
    period = figures[0].period
    return during(period) if period else ""


def _figures(pack: Pack, side: Side) -> tuple[Figure, ...]:
    """Return the figures of one side of a comparison."""
    entries = (pack.entries[row.entry] for row in side.rows)
    return tuple(entry for entry in entries if isinstance(entry, Figure))


def _values(figures: Sequence[Figure]) -> frozenset[float]:
    """Return the values of some figures."""
    return frozenset(float(figure.value) for figure in figures)


def _outcomes(left: Sequence[Figure], right: Sequence[Figure]) -> frozenset[float]:
    """Return the numbers by which a source may state a comparison: difference, change in percent, ratio."""
    return frozenset(number for one, other in product(left, right) for number in _stated(one, other))


def _stated(one: Figure, other: Figure) -> Iterator[float]:
    """Yield the numbers by which a source may state how two counts compare."""
    yield abs(float(other.value) - float(one.value))
    found = ratio(bounds(other), bounds(one))
    if found is None or found.low is None:
        return
    change = abs(float(found.low) - 1) * 100
    yield from (
        change,
        round(change),
        round(change, 1),
        round(float(found.low), 1),
        round(float(found.low), 2),
    )
