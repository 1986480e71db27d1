"""PURE: what an author of the pack wrote of the very claim that a sentence makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from bot.answering.verdicts.accounts import account
from bot.answering.verdicts.fits import count_fit, date_fit
from bot.knowledge.model import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.answering.index import Index
    from bot.answering.prepared import Prepared
    from bot.answering.verdicts.accounts import Account
    from bot.answering.verdicts.spoken import Counted, Dated, Spoken

_T = TypeVar("_T")
_ENOUGH: Final = 0.5
"""Share of the telling words of a claim that a sentence has when it makes that claim."""


def curated(index: Index, spoken: Spoken, positions: Iterable[int]) -> Claim | None:
    """Return the claim at one of some positions that a sentence makes, where sources don't support it.

    A claim that they do support is left out: a sentence may make only a part of it, or more.
    """
    for position in positions:
        prepared = index.entries[position]
        claim = prepared.entry
        if isinstance(claim, Claim) and claim.verdict != "supported" and _makes(index, spoken, prepared):
            return claim
    return None


def _makes(index: Index, spoken: Spoken, prepared: Prepared) -> bool:
    """Whether a sentence makes a claim: all it says is asked of the claim, and it says most of it."""
    if not spoken.terms.keys() <= prepared.document:
        return False
    if any(name.targets.isdisjoint(prepared.slots.entities) for name in spoken.named):
        return False
    told = account(index, prepared.entry)
    if (spoken.negations > 0) != (told.spoken.negations > 0) or not spoken.weighty <= told.spoken.weighty:
        return False
    return _says_most(index, spoken, told) and _same_slots(spoken, told.spoken)


def _says_most(index: Index, spoken: Spoken, told: Account) -> bool:
    """Whether a sentence names who acts in a claim, and has most of its telling words.

    A claim that gives two names for one thing may be about the names: then each must be there.
    """
    if not spoken.terms or not _names_alike(spoken, told.spoken):
        return False
    named = index.ancestry.above(target for name in spoken.named for target in name.targets)
    if any(role.isdisjoint(named) for role in told.spoken.roles):
        return False
    had = sum(key in spoken.every for key in told.spoken.terms)
    return had >= _ENOUGH * len(told.spoken.terms)


def _names_alike(spoken: Spoken, told: Spoken) -> bool:
    """Whether a sentence has every name of what a claim names in two ways."""
    ours = {name.text.casefold() for name in spoken.named}
    for name in told.named:
        theirs = {other.text.casefold() for other in told.named if other.targets & name.targets}
        if len(theirs) > 1 and not theirs <= ours:
            return False
    return True


def _same_slots(spoken: Spoken, told: Spoken) -> bool:
    """Whether a sentence and a claim state the same numbers and dates."""
    numbers = _matched(spoken.counted, told.counted, _same_number)
    return numbers and _matched(spoken.dated, told.dated, _same_date)


def _same_number(one: Counted, other: Counted) -> bool:
    """Whether two numbers agree and count the same kind of thing."""
    theirs = other.amount
    same = count_fit(one.amount, theirs.span, theirs.value, theirs.bare) == "agrees"
    return same and one.same_unit(other)


def _same_date(one: Dated, other: Dated) -> bool:
    """Whether two dates agree."""
    return date_fit(one.mention, other.mention) == "agrees"


def _matched(ours: tuple[_T, ...], theirs: tuple[_T, ...], same: Callable[[_T, _T], bool]) -> bool:
    """Whether each of ours has its like among theirs, and each of theirs among ours."""
    here = all(any(same(one, other) for other in theirs) for one in ours)
    return here and all(any(same(one, other) for one in ours) for other in theirs)
