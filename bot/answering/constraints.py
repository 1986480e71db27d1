"""PURE: what a question fixes and an entry must not contradict."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from bot.answering.answer_types import tells
from bot.answering.counts import aggregate, goes_by, is_rate, values_of
from bot.answering.demands import unmet
from bot.answering.intent import asks_rate, either
from bot.answering.numbers import numbers
from bot.answering.operations import operation
from bot.answering.slots import texts
from bot.answering.speaking_for import counts_for_all, other_period
from bot.answering.text import normalise, split
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from bot.answering.answer_types import AnswerType
    from bot.answering.linking import Link
    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading
    from bot.answering.slots import Slots
    from bot.knowledge.model import Entry, Pack

_MONTH: Final = 31
_WEEK: Final = 7
_NO_COUNT: Final = re.compile(
    r"(?<![\d.,])\d+(?:\.\d+)?\s?(?:%|per\s?cent\b)"
    r"|\b(?:two|three|four|five|six|seven|[2-7])\s+(?:[a-z]+\s+)?(?:groups|bodies|outfits|organi[sz]ations|parties)\b",
    re.IGNORECASE,
)
"""Numbers that are no count of what happened: shares, and how many did it."""
LISTED: Final = 3
"""Numbers from which a question lists what it has heard: an entry need hold only one."""
_MOTION: Final = frozenset("go goe went fli flew come came arriv travel =visit".split())
"""The keys of words of going."""
_MOTION_WITHIN: Final = 4
"""Words before a place in which somebody goes there: "go back to X"."""
_SOUGHT: Final = frozenset({"time", "place", "reason", "person"})


def contradiction(reading: Reading, prepared: Prepared, pack: Pack, *, wording: bool = True) -> str | None:
    """Return what of the question the entry contradicts, in a word or two, or ``None``.

    Without ``wording`` the entry need only fit what the question names, counts and dates.
    """
    entry = prepared.entry
    figure = entry if isinstance(entry, Figure) else None
    return (
        (_entities(reading, prepared, figure, pack) if reading.links else None)
        or (_amount(reading, prepared) if reading.amount else None)
        or (_type(reading.answer_type, entry) if reading.answer_type else None)
        or (_measure(reading, prepared) if reading.quantity or reading.negated else None)
        or (_numbers(reading, prepared) if reading.numbers else None)
        or (_figure(reading, figure, prepared, pack) if figure else None)
        or (other_period(reading, prepared) if reading.periods else None)
        or (_part(reading, prepared) if reading.whole else None)
        or _matter(reading, prepared)
        or (None if reading.proper <= prepared.document else "names something else")
        or (unmet(reading, prepared) if wording else None)
    )


def _entities(reading: Reading, prepared: Prepared, figure: Figure | None, pack: Pack) -> str | None:
    """Return an entity that the question names and the entry does not concern.

    A count of a place is none of what happened there: the entry must name it, or count in it or a part of it.
    """
    fixed = prepared.slots
    for link in reading.links:
        elsewhere = reading.whole and not reading.places.isdisjoint(link.targets)
        own = (
            fixed.named | fixed.around
            if elsewhere and pack.default_place not in link.targets
            else fixed.entities
        )
        if own.isdisjoint(link.targets) and not _meant(reading, link, own, figure):
            return f"not about {link.targets[0]}"
    return None


def _meant(reading: Reading, link: Link, own: frozenset[str], figure: Figure | None) -> bool:
    """Whether a name stands for what an entry concerns, though it is the name of something else.

    A capital may stand for its government, but not in an exact figure nor where something is counted;
    and one of several counters that a question names need not be that of each figure.
    """
    exact = figure is not None and aggregate(figure)
    counted = bool(reading.asked) and not reading.places.isdisjoint(link.targets)
    loosely = () if exact or counted or _goes_there(reading, link) else link.loosely
    return not own.isdisjoint(loosely) or _other_counter(reading, figure, (*link.targets, *loosely))


def _goes_there(reading: Reading, link: Link) -> bool:
    """Whether a question has somebody go to a place, which then stands for nothing else."""
    before = reading.order[max(0, link.start - _MOTION_WITHIN) : link.start]
    return not _MOTION.isdisjoint(before) and ("to" in before[-1:] or "in" in before[-1:])


def _other_counter(reading: Reading, figure: Figure | None, names: tuple[str, ...]) -> bool:
    """Whether a question names several counters, this figure's among them: it asks for each."""
    if figure is None or figure.counted_by is None:
        return False
    return figure.counted_by in reading.counters and not reading.counters.isdisjoint(names)


def _amount(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the entry states no number, or none but those of the question."""
    if not prepared.slots.has_number and not isinstance(prepared.entry, Figure):
        return "states no number"
    if not reading.numbers or either(reading.text):
        return None
    asked = frozenset[float]().union(*reading.numbers)
    return None if prepared.slots.numbers - asked else "states no other number"


def _type(kind: AnswerType, entry: Entry) -> str | None:
    """Return whether the entry tells nothing of the type asked for: no hours, no age, no money ..."""
    return None if tells(kind, entry) else f"tells no {kind}"


def _measure(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question counts what a sentence does not speak of, or those spared: nobody does."""
    if reading.negated:
        return "counts something else"
    if isinstance(prepared.entry, Figure):
        return None
    if reading.whole and reading.bare and operation(reading.summing) is None and not _counts_some(prepared):
        return "states no number"
    named = not reading.measured or any(each <= prepared.document for each in reading.measured)
    return None if named else "counts something else"


def _counts_some(prepared: Prepared) -> bool:
    """Whether an entry states a number that is neither in a date nor a share nor how many did it."""
    told = (split(normalise(_NO_COUNT.sub("", text)))[1] for text in texts(prepared.entry))
    return any(not prepared.slots.numbers.isdisjoint(values) for words in told for values in numbers(words))


def _numbers(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question states a number that the entry does not hold."""
    held, entry = prepared.slots.numbers, prepared.entry
    told = values_of(entry) if isinstance(entry, Figure) else held
    known = [
        bool(number & held) or (leaves is not None and any(map(leaves.holds, told)))
        for number, leaves in zip_longest(reading.numbers, reading.leaves)
    ]
    enough = all(known) or (any(known) and (either(reading.text) or len(known) >= LISTED))
    return None if enough else "another number"


def _part(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether a count of a month or more is asked, and the entry tells only of other or shorter times.

    The toll of one attack is not that of its city and month, be it the only one that the pack knows.
    """
    own = prepared.slots.periods
    whole = all(any(counts_for_all(period, mention) for period in own) for mention in reading.periods)
    return None if whole else "counts a part"


def _matter(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the entry has no telling word of the question: the name alone is no answer.

    An entry of the name itself may be: "what sort of outfit is X".
    """
    entry = prepared.entry
    own = entry.id in reading.entities
    if own and not reading.of_name <= prepared.document:
        return "says nothing of that"
    own = own and reading.defines and not (reading.checks or reading.sought in _SOUGHT)
    if own or reading.numbers:  # they hold its numbers, or one of them
        return None
    telling = reading.telling
    return "says nothing of that" if telling and telling.isdisjoint(prepared.document) else None


def _counts_others(reading: Reading, prepared: Prepared) -> bool:
    """Whether a question asks how many of those were counted of whom the entry does not speak."""
    return reading.amount and reading.focus is not None and reading.focus not in prepared.document


def _figure(reading: Reading, figure: Figure, prepared: Prepared, pack: Pack) -> str | None:
    """Return what of the question a figure's own fields contradict."""
    told, fixed = _states(reading, figure), prepared.slots
    if _counts_else(reading, figure, prepared, pack):
        return "counts something else"
    if reading.whole and reading.counted_by and figure.counted_by not in reading.counted_by:
        return "counted by another"
    if figure.by and not told and _acts_else(reading, figure):
        return "counts one group's acts" if len(figure.by) == 1 else "counts several groups' acts"
    if not aggregate(figure) and reading.bare and not told and not _points_at(reading, figure, fixed):
        return "counts a part"
    return None if _counts_there(reading, figure, fixed, pack) else "another place"


def _acts_else(reading: Reading, figure: Figure) -> bool:
    """Whether a figure counts the acts of others than a question names, or of several where it names one.

    Of several a question may speak by another word than their names.
    """
    named = reading.entities.intersection(figure.by)
    if not named:
        return len(figure.by) == 1 or reading.bare
    return named != frozenset(figure.by) and reading.bare


def _counts_else(reading: Reading, figure: Figure, prepared: Prepared, pack: Pack) -> bool:
    """Whether a figure is of another metric than is asked for, or of others than whom is asked about."""
    checked = _states(reading, figure) and not reading.quantity  # "134: is that the dead or the wounded?"
    if reading.asked and not checked and reading.asked.isdisjoint(goes_by(figure, pack)):
        return True
    if reading.foreign or figure.event in reading.opening:
        return True
    rate = asks_rate(reading.text) and not is_rate(figure, pack)
    return aggregate(figure) and (rate or _counts_others(reading, prepared))


def _states(reading: Reading, figure: Figure) -> bool:
    """Whether a question states the very number of a figure: whose and what part it is, it may ask."""
    return any(number & values_of(figure) for number in reading.numbers)


def _counts_there(reading: Reading, figure: Figure, fixed: Slots, pack: Pack) -> bool:
    """Whether a figure counts where it is asked: its own place, or the pack's when none is named."""
    if figure.place is None:
        return True
    if not aggregate(figure):
        return not reading.places or not reading.places.isdisjoint(fixed.entities)
    if figure.place not in {pack.default_place, *reading.entities}:
        return False
    return not reading.places or not reading.places.isdisjoint(fixed.around)


def _points_at(reading: Reading, toll: Figure, fixed: Slots) -> bool:
    """Whether a bare count is asked of a part: by what it is about, or by its place or days, no wider."""
    if reading.entities - fixed.around - {toll.counted_by}:
        return True
    spans = [asked.days for mention in reading.periods for asked in mention.alternatives]
    own = toll.period.days if toll.period else 0
    if toll.place in reading.entities:
        return max(spans, default=0) <= max(_MONTH, own)
    brief = 0 < own <= _WEEK
    return brief and 0 < max(spans, default=0) <= _WEEK
