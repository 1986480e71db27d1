"""PURE: what a question fixes and an entry must not contradict."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from bot.answering.asked_kinds import of_asked_kinds
from bot.answering.counts import aggregate, values_of
from bot.answering.demands import demands
from bot.answering.figure_constraints import figure_contradiction
from bot.answering.intent import either
from bot.answering.linking import Link
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
_MOTION: Final = frozenset("go goe went fli flew come came arriv travel =visit".split())
"""The keys of words of going."""
_MOTION_WITHIN: Final = 4
"""Words before a place in which somebody goes there: "go back to X"."""
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
        yield _Named(reading, pack).contradiction
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
    if reading.amount:
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


class _Named:
    """The entities that a question names, of which an entry must concern each."""

    def __init__(self, reading: Reading, pack: Pack) -> None:
        """Take a read question.

        A count of a place is none of what happened there: the entry must name it, or count in it or a part.
        """
        self._reading = reading
        places = reading.places if reading.whole else frozenset[str]()
        self._links = [
            (link, not places.isdisjoint(link.targets) and pack.default_place not in link.targets)
            for link in _choices(reading)
        ]
        self._out = [link for link in reading.links if _left_out(reading, link)]

    def contradiction(self, prepared: Prepared) -> str | None:
        """Return an entity that the question names and the entry does not concern, or leaves out."""
        fixed = prepared.slots
        for link in self._out:
            if not fixed.around.isdisjoint(link.targets):
                return "another place"
        figure = prepared.entry if isinstance(prepared.entry, Figure) else None
        for link, elsewhere in self._links:
            own = fixed.named | fixed.around if elsewhere else fixed.entities
            if own.isdisjoint(link.targets) and not _meant(self._reading, link, own, figure):
                return f"not about {link.targets[0]}"
        return None


def _left_out(reading: Reading, link: Link) -> bool:
    """Whether a question that counts leaves a name out: "in X, not Y"."""
    before = reading.order[max(0, link.start - 2) : link.start]
    return reading.quantity and (before[-1:] == ("not",) or before == ("not", "in"))


def _choices(reading: Reading) -> Iterator[Link]:
    """Yield the names of a question; of two that it offers to choose from, "X or Y", one that is either."""
    last: Link | None = None
    for link in (each for each in reading.links if not _left_out(reading, each)):
        if last is not None and reading.order[last.end : link.start] == ("or",):
            last = Link(
                last.start, link.end, (*last.targets, *link.targets), (*last.loosely, *link.loosely)
            )
            continue
        if last is not None:
            yield last
        last = link
    if last is not None:
        yield last


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
    return None if prepared.slots.numbers - asked else "states no other number"


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
