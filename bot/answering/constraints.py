"""PURE: what a question fixes and an entry must not contradict."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from bot.answering.asked_kinds import of_asked_kinds
from bot.answering.counts import aggregate, values_of
from bot.answering.demands import demands
from bot.answering.figure_constraints import figure_contradiction
from bot.answering.intent import asks_of_number, asks_part, asks_size, either
from bot.answering.named_constraints import Named
from bot.answering.namesakes import of_a_namesake
from bot.answering.operations import operation
from bot.answering.singling import OFFICES
from bot.answering.slots import texts
from bot.answering.speaking_for import counts_for_all, other_period
from bot.knowledge.model import Entity, Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.answer_types import AnswerType
    from bot.answering.demands import Check
    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading
    from bot.knowledge.model import Pack

LISTED: Final = 3
"""Numbers from which a question lists what it has heard: an entry need hold only one."""
_SOUGHT: Final = frozenset({"time", "place", "reason", "person"})


class Constraints:
    """What one question fixes: made once, then every candidate is held against it."""

    def __init__(self, reading: Reading, pack: Pack, *, wording: bool = True) -> None:
        """Take a read question; without ``wording`` only what it names, counts and dates is held against."""
        self._checks = tuple(_checks(reading, pack, wording=wording))

    def contradiction(self, prepared: Prepared) -> str | None:
        """Return what of the question the entry contradicts, in a word or two, or ``None``."""
        for check in self._checks:
            reason = check(prepared)
            if reason is not None:
                return reason
        return None


def contradiction(reading: Reading, prepared: Prepared, pack: Pack) -> str | None:
    """Return what of a question one entry contradicts, in a word or two, or ``None``."""
    return Constraints(reading, pack).contradiction(prepared)


def _checks(reading: Reading, pack: Pack, *, wording: bool) -> Iterator[Check]:
    """Yield what an entry is held against, only what the question gives a reason for, in a fixed order."""
    if reading.links:
        yield Named(reading, pack).contradiction
    if reading.in_full:
        yield partial(of_a_namesake, reading.in_full)
    yield from _of_counts(reading, pack)
    if reading.telling or reading.of_name:
        yield partial(_matter, reading)
    if reading.proper:
        yield partial(_proper, reading)
    if wording:
        yield from demands(reading)
        yield from of_asked_kinds(reading, pack)


def _of_counts(reading: Reading, pack: Pack) -> Iterator[Check]:
    """Yield what comes of what a question counts, states and dates."""
    few = 0 < len(reading.numbers) < LISTED and not reading.checks
    if reading.amount or (few and asks_of_number(reading.text)):
        yield partial(_amount, reading)
    if reading.answer_type:
        yield partial(_type, reading.answer_type)
    if reading.quantity or reading.negated or (reading.asked and reading.sought is None):
        yield partial(_measure, reading)
    yield from _of_whom(reading, pack)
    if reading.numbers:
        yield partial(_numbers, reading)
    yield partial(figure_contradiction, reading, pack)
    if reading.periods:
        yield partial(other_period, reading)
    if reading.whole or (reading.beside and reading.places - {pack.default_place}):
        yield partial(_part, reading)


def _of_whom(reading: Reading, pack: Pack) -> Iterator[Check]:
    """Yield what comes of the words for those who are counted and those who count."""
    if reading.singled and (reading.amount or reading.asked or reading.numbers or reading.sought is None):
        yield partial(_others, reading.singled)
    if reading.not_counted_by and (reading.amount or reading.asked):
        yield partial(_told_of_another, reading)
    if reading.offices and (reading.amount or reading.asked or reading.numbers):
        yield partial(_told_by, reading.offices, pack)


def _proper(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the entry lacks an acronym of the question that the pack has no name for."""
    return None if reading.proper <= prepared.document else "names something else"


def _amount(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the entry states no number, or none but those of the question."""
    if not prepared.slots.has_number and not isinstance(prepared.entry, Figure):
        return "states no number"
    if not reading.numbers or either(reading.text):
        return None
    asked = frozenset[float]().union(*reading.numbers)
    entry = prepared.entry
    # of how many in all a part is asked, a figure of all does not tell
    whole = isinstance(entry, Figure) and aggregate(entry) and asks_part(reading.text)
    told = values_of(entry) if isinstance(entry, Figure) and whole else prepared.slots.numbers
    return None if told - asked else "states no other number"


def _type(kind: AnswerType, prepared: Prepared) -> str | None:
    """Return whether the entry tells nothing of the type asked for: no hours, no age, no money ..."""
    return None if prepared.tells(kind) else f"tells no {kind}"


def _measure(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the question counts what a sentence does not speak of, or those spared: nobody does."""
    if reading.negated:
        return "counts something else"
    if isinstance(prepared.entry, Figure):
        return None
    if reading.whole and reading.bare and operation(reading.summing) is None and not prepared.counts_some:
        return "states no number"
    if reading.amount and reading.asked and not prepared.hints_at_count:
        return "states no number"
    if asks_size(reading.text) and not reading.asked and not prepared.counts_some:
        return "states no number"
    named = not reading.measured or any(each <= prepared.document for each in reading.measured)
    return None if named else "counts something else"


def _others(singled: frozenset[str], prepared: Prepared) -> str | None:
    """Return whether a count is asked of some kind of people of whom the entry does not speak."""
    return None if singled <= prepared.document else "counts something else"


def _told_of_another(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether a sentence that is about somebody who counts is not about those who are asked about.

    Its note may name them, for what they count otherwise.
    """
    entry = prepared.entry
    about = frozenset(entry.about)
    if isinstance(entry, Figure | Entity) or about.isdisjoint(reading.not_counted_by):
        return None
    return "counted by another" if about.isdisjoint(reading.counted_by) else None


def _told_by(offices: frozenset[str], pack: Pack, prepared: Prepared) -> str | None:
    """Return whether a count is asked of those without a name, or who published it, and an entry has no such.

    Its own words do, or a source of it is by them.
    """
    entry = prepared.entry
    sources = (pack.sources.get(citation.source) for citation in entry.citations)
    told = " ".join((*texts(entry), *(source.publisher for source in sources if source))).casefold()
    here = (OFFICES[office].search(told) if office in OFFICES else office in told for office in offices)
    return None if all(here) else "counted by another"


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

    The toll of one attack is not that of its city and month, be it the only one that the pack knows. A word
    that it has beside what is counted may say that it is meant.
    """
    if not reading.beside.isdisjoint(prepared.document):
        return None
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
