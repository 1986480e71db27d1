"""PURE: two periods, places or counters side by side, or the reason why they can't be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, assert_never

from bot.answering.figures.listing import Row, row
from bot.answering.figures.measures import acts, counter_name, place_name
from bot.answering.figures.pairing import Asked, Same, Timed, Varied, filled, same, timed
from bot.answering.figures.reasons import why_not
from bot.answering.figures.sieve import Sieve, plain_name
from bot.answering.figures.trends import DEFINITIONS
from bot.answering.figures.workings import APART, OVER_TIME, in_places, workings
from bot.answering.slots import Ancestry
from bot.answering.wording import capital, name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.knowledge.model import Figure, Pack
    from bot.knowledge.periods import Period

MOST_PAIRS: Final = 6
_BOTH: Final[dict[Varied, str]] = {
    "period": "two periods, fill in both period and with_period",
    "place": "two places, fill in both place and with_place",
    "counted_by": "two counters, fill in both counted_by and with_counter",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of two sides: its name and its figures; several where one counter gives several values."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides that measure the same thing.

    ``workings`` are the sums in words; ``caveats`` say what a reader must bear in mind.
    """

    title: str
    sides: tuple[Side, Side]
    workings: tuple[str, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The pairs that were asked for; without any, ``reason`` says why, in sentences.

    ``more`` counts pairs that fit too and have no room.
    """

    heading: str = ""
    pairs: tuple[Pair, ...] = ()
    reason: str = ""
    more: int = 0


def compare(pack: Pack, asked: Asked) -> Comparison:
    """Compare the figures of two sides that differ in one thing: the period, the place or the counter."""
    reason = _incomplete(asked)
    if reason:
        return Comparison(reason=reason)
    (varied,) = asked.varied
    sieves = (Sieve(pack, asked.filters), Sieve(pack, asked.other(varied)))
    unknown = dict.fromkeys(text for sieve in sieves for _, text in sieve.unknown)
    if unknown:
        return Comparison(
            reason=f"My sources know nothing of {' and '.join(f'“{text}”' for text in unknown)}."
        )
    if sieves[0].canonical == sieves[1].canonical:
        return Comparison(reason="Both sides are the same, so there is nothing to compare.")
    left, right = list(timed(sieves[0])), list(timed(sieves[1]))
    found = list(pairs(pack, varied, left, right))
    if not found:
        return Comparison(reason=why_not(pack, asked, left, right))
    heading = capital(f"{sieves[0].heading} – compared with {_name(pack, varied, *right[0])}")
    return Comparison(heading, tuple(found[:MOST_PAIRS]), more=max(0, len(found) - MOST_PAIRS))


def _incomplete(asked: Asked) -> str:
    """Say what is missing from a request, or too much."""
    if len(asked.varied) != 1:
        few = "Choose what to compare with" if not asked.varied else "Compare one thing at a time"
        return f"{few}: fill in one of with_period, with_place and with_counter."
    (varied,) = asked.varied
    return "" if filled(asked.filters, varied) else f"To compare {_BOTH[varied]}."


def pairs(pack: Pack, varied: Varied, left: Iterable[Timed], right: Iterable[Timed]) -> Iterator[Pair]:
    """Yield the sides that measure the same thing, the newest first."""
    ones, others = _grouped(pack, varied, left), _grouped(pack, varied, right)
    shared = [key for key in ones if key in others]
    for key in sorted(shared, key=lambda key: ones[key][0][1], reverse=True):
        if varied == "period" and ones[key][0][1].overlaps(others[key][0][1]):
            continue
        yield _pair(pack, varied, ones[key], others[key])


def _grouped(pack: Pack, varied: Varied, figures: Iterable[Timed]) -> dict[Same, list[Timed]]:
    """Return figures by what they measure."""
    groups: dict[Same, list[Timed]] = {}
    for figure, period in figures:
        groups.setdefault(same(pack, figure, period, varied), []).append((figure, period))
    return groups


def _pair(pack: Pack, varied: Varied, left: list[Timed], right: list[Timed]) -> Pair:
    """Put two sides side by side; periods in order of time."""
    if varied == "period" and right[0][1] < left[0][1]:
        left, right = right, left
    names = (_name(pack, varied, *left[0]), _name(pack, varied, *right[0]))
    verdicts = {"period": OVER_TIME, "place": in_places(*names), "counted_by": APART}[varied]
    figures = ([figure for figure, _ in left], [figure for figure, _ in right])
    return Pair(
        title=_title(pack, varied, *left[0]),
        sides=(_side(pack, names[0], figures[0]), _side(pack, names[1], figures[1])),
        workings=workings(*figures, verdicts),
        caveats=tuple(_caveats(pack, varied, left[0], right[0])),
    )


def _side(pack: Pack, named: str, figures: Iterable[Figure]) -> Side:
    """Return one side in words."""
    return Side(named, tuple(row(pack, figure) for figure in figures))


def _name(pack: Pack, varied: Varied, figure: Figure, period: Period) -> str:
    """Return what a side is called: that in which it differs from the other."""
    match varied:
        case "period":
            return period.describe()
        case "place":
            return place_name(pack, figure) or "no place"
        case "counted_by":
            return counter_name(pack, figure)
        case _:
            assert_never(varied)


def _title(pack: Pack, varied: Varied, figure: Figure, period: Period) -> str:
    """Say what both sides of a pair have in common."""
    where = place_name(pack, figure)
    what = figure.label or " ".join(filter(None, (plain_name(figure.metric), acts(pack, figure))))
    parts = (
        capital(what),
        name(pack, figure.event) if figure.event else "",
        where if varied != "place" else "",
        period.describe() if varied != "period" else "",
        f"counted by {counter_name(pack, figure)}" if varied != "counted_by" else "",
    )
    return ", ".join(filter(None, parts))


def _caveats(pack: Pack, varied: Varied, left: Timed, right: Timed) -> Iterator[str]:
    """Yield what a reader must bear in mind."""
    one, other = left[0].place or "", right[0].place or ""
    ancestry = Ancestry(pack)
    if varied == "counted_by":
        yield DEFINITIONS
    if varied == "period" and left[1].days != right[1].days and not left[1].is_year:
        yield f"{left[1].describe()} has {left[1].days} days, {right[1].describe()} {right[1].days}."
    if varied == "place" and (one in ancestry.of(other) or other in ancestry.of(one)):
        part, whole = (right[0], left[0]) if one in ancestry.of(other) else (left[0], right[0])
        yield f"{place_name(pack, part)} lies in {place_name(pack, whole)}: one number is part of the other."
