"""PURE: the places of a sentence beside where an entry says that something is or was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.verdicts.accounts import is_place
from bot.answering.verdicts.dating import may_be_then
from bot.answering.verdicts.fits import date_fit
from bot.answering.wording import brief_name
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.index import Index
    from bot.answering.verdicts.accounts import Account
    from bot.answering.verdicts.spoken import Named, Spoken


def places(index: Index, sentence: Spoken, account: Account) -> Iterator[tuple[Named, str | None]]:
    """Yield each place of the sentence that is not where the entry says, with where that is.

    None stands for where that can't be told, as for a city and the country that it lies in.
    """
    for name in sentence.named:
        if not name.is_place or not any(is_place(index, target) for target in name.targets):
            continue
        there = _located(index, sentence, name, account)
        if any(name.targets & index.ancestry.above(targets) for targets, _ in there):
            continue
        above = index.ancestry.above(name.targets)
        if not there:
            yield name, None
        else:
            apart = all(above.isdisjoint(targets) for targets, _ in there)
            yield name, there[0][1] if apart and name.targets.isdisjoint(account.named) else None


def lies_near(index: Index, sentence: Spoken, account: Account) -> bool:
    """Whether an entry tells of those who act in a sentence at a place of it, or around that place.

    It does not where it tells only of other times there.
    """
    concerned = not any(role.isdisjoint(account.around) for role in sentence.roles)
    usual = index.ancestry.of(index.pack.default_place) if index.pack.default_place else frozenset[str]()
    places = [name for name in sentence.named if name.is_place]
    wider = [index.ancestry.above(name.targets) - usual for name in places]
    told = [name for name in account.spoken.named if name.is_place]
    there = [name.targets for name in told if may_be_then(sentence, account, name.clause)]
    return concerned and any(not above.isdisjoint(targets) for above in wider for targets in there)


def _located(
    index: Index, sentence: Spoken, place: Named, account: Account
) -> list[tuple[frozenset[str], str]]:
    """Return the places where an entry says that something is or was: those beside the sentence's words."""
    places = [
        name
        for name in account.spoken.named
        if name.is_place and any(is_place(index, target) for target in name.targets)
    ]
    words = sentence.clauses[place.clause] or sentence.terms.keys()
    told = [name for name in places if not account.spoken.keys(name.clause).isdisjoint(words)]
    then = [name for name in places if _has_date(sentence, account.spoken, name.clause)]
    dated = [name for name in told if name in then] or then
    found = [(name.targets, name.text) for name in dated or told or places]
    if not found and isinstance(account.entry, Figure) and account.entry.place:
        found = [(frozenset({account.entry.place}), brief_name(index.pack, account.entry.place))]
    return found


def _has_date(sentence: Spoken, said: Spoken, clause: int) -> bool:
    """Whether a clause of an entry has a date of the sentence."""
    dates = [date.mention for date in said.dated if date.clause == clause]
    return any(date_fit(dated.mention, other) == "agrees" for dated in sentence.dated for other in dates)
