"""PURE: who led somebody's delegation: where another led it, the sources have it otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.owning import owned
from bot.answering.verdicts.accounts import account
from bot.answering.verdicts.cases import candidates
from bot.answering.verdicts.checked import Compared
from bot.answering.verdicts.comparing import Comparison, compare
from bot.answering.verdicts.meaning import LEADING, says_less

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.answering.verdicts.cases import Case
    from bot.answering.verdicts.spoken import Named, Spoken


def led_by_another(index: Index, case: Case) -> Comparison | None:
    """Return the entry that has another lead what a sentence says that somebody led, if one does.

    Only what is somebody's, as "Pakistan's delegation", has one leader at a time; talks have several. A
    sentence without a date may mean another delegation.
    """
    sentence = case.spoken
    led = index.reader.keys_of(LEADING)
    people = _people(index, sentence)
    parts = _parts(index, sentence)
    if (
        len(people) != 1
        or not sentence.dated
        or sentence.negations
        or led.isdisjoint(sentence.terms)
        or not parts
    ):
        return None
    (person,) = people
    others = replace(sentence, named=tuple(name for name in sentence.named if name is not person))
    for each in candidates(index, replace(case, spoken=others)):
        told = account(index, index.entries.bare[each.position])
        leaders = _people(index, told.spoken)
        one = len({name.targets for name in leaders}) == 1 and person.targets.isdisjoint(told.named)
        if not (one and parts & _parts(index, told.spoken)) or says_less(index, others, told):
            continue
        found = compare(index, others, told)
        if found.supports:
            other = Compared("person", person.text, leaders[0].text, told.entry.id, agrees=False)
            return replace(found, compared=(*found.compared, other))
    return None


def _people(index: Index, spoken: Spoken) -> list[Named]:
    """Return the people who act, or are acted on, in what is told."""
    return [name for name in spoken.named if name.is_role and not name.targets.isdisjoint(index.people)]


def _parts(index: Index, spoken: Spoken) -> frozenset[tuple[str, str]]:
    """Return what is whose in what is told, but for what is a person's: a key with each owner."""
    found = owned(index.reader.beside_names(spoken.plain))
    return frozenset((word, owner) for word, owners in found.items() for owner in owners - index.people)
