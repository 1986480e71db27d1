"""PURE: why two sides can't be compared, in plain sentences, and what they could be compared with."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING, Final

from bot.answering.figures.lengths import called
from bot.answering.figures.measures import acts, counter_name, place_name
from bot.answering.figures.pairing import Asked, Timed, Varied, offered, partners
from bot.answering.figures.sieve import Sieve, plain_name
from bot.answering.wording import name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answering.figures.sieve import Choice
    from bot.knowledge.model import Figure, Pack
    from bot.knowledge.periods import Period

_MOST_TRIED: Final = 400
"""Pairs of figures looked at for the reason why none fits."""
_MOST_NAMED: Final = 8


def why_not(pack: Pack, asked: Asked, left: Sequence[Timed], right: Sequence[Timed]) -> str:
    """Say what is missing on one side, or what differs in the likest two figures of both."""
    (varied,) = asked.varied
    if not left:
        there = _named(offered(pack, varied, Asked(asked.filters)), "There are figures for")
        return f"My sources have no figure for {Sieve(pack, asked.filters).heading}.{there}"
    there = _named(partners(pack, varied, asked), "The first can be compared with")
    if not right:
        return f"My sources have no figure for {Sieve(pack, asked.other(varied)).heading}.{there}"
    tried = islice(product(left, right), _MOST_TRIED)
    found = (tuple(differences(pack, varied, one, other)) for one, other in tried)
    return f"These do not measure the same thing: {'; '.join(min(found, key=len))}.{there}"


def _named(choices: Iterable[Choice], words: str) -> str:
    """Return what there is instead, as a sentence of its own; nothing where there is nothing."""
    names = [choice.name for choice in choices]
    more = len(names) - _MOST_NAMED
    shown = "; ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f" {words}: {shown}." if names else ""


def differences(pack: Pack, varied: Varied, one: Timed, other: Timed) -> Iterator[str]:
    """Yield what keeps two figures from being compared."""
    (left, then), (right, now) = one, other
    if (left.metric, left.unit) != (right.metric, right.unit):
        yield f"one counts {_what(left)}, the other {_what(right)}"
    if set(left.by) != set(right.by):
        yield f"one is {_whose(pack, left)}, the other {_whose(pack, right)}"
    if (left.event, left.label) != (right.event, right.label):
        yield f"one is {_kind(pack, left)}, the other {_kind(pack, right)}"
    if varied != "counted_by" and counter_name(pack, left) != counter_name(pack, right):
        yield f"one was counted by {counter_name(pack, left)}, the other by {counter_name(pack, right)}"
    if varied != "place" and left.place != right.place:
        yield f"one is for {_where(pack, left)}, the other for {_where(pack, right)}"
    if varied == "period":
        yield from _lengths(then, now)
    elif then != now:
        yield f"one is for {then.describe()}, the other for {now.describe()}"


def _lengths(then: Period, now: Period) -> Iterator[str]:
    """Yield how two periods differ in kind, or that they share days."""
    if called(then) != called(now):
        yield f"{then.describe()} is {_a(called(then))}, {now.describe()} is {_a(called(now))}"
    elif then.overlaps(now):
        yield f"{then.describe()} and {now.describe()} share days"


def _a(kind: str) -> str:
    """Return a kind of period with its article."""
    return kind if kind[:1].isdigit() else f"a {kind}"


def _what(figure: Figure) -> str:
    """Return what a figure counts and in which unit."""
    return f"{plain_name(figure.metric)} in {figure.unit}"


def _whose(pack: Pack, figure: Figure) -> str:
    """Return whose acts a figure counts."""
    return acts(pack, figure) or "by anyone"


def _where(pack: Pack, figure: Figure) -> str:
    """Return the place of a figure."""
    return place_name(pack, figure) or "no place"


def _kind(pack: Pack, figure: Figure) -> str:
    """Say whether a figure counts everything, one event or a thing of its own."""
    if figure.label:
        return f"the count of {figure.label}"
    return f"the toll of {name(pack, figure.event)}" if figure.event else "a count of everything"
