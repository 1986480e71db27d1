"""PURE: whether the words of a sentence stand together in what an entry says, or only here and there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from bot.answering.verdicts.accounts import is_place
from bot.knowledge.model import Event

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.answering.verdicts.accounts import Account
    from bot.answering.verdicts.spoken import Named, Spoken

HAPPENED: Final = re.compile(
    r"\b(?:(?:took|takes?|taken|taking)\s+place|happen(?:s|ed)?|occur(?:s|red)?|(?:is|was|were|be|been)\s+held|held|met)\b",
    re.IGNORECASE,
)
"""Words by which something is said to have taken place."""
Telling: TypeAlias = Literal["together", "flipped", "apart"]
"""How the words stand; ``flipped`` is where they do stand together, but just one side denies it."""


def told_together(index: Index, sentence: Spoken, account: Account) -> Telling:
    """Return whether the words of each clause of the sentence stand in one clause of the entry.

    Words from here and there, of which each is somewhere in the entry, may say what it does not.
    ``flipped`` is where they do stand together, but just one side denies it.
    """
    if not sentence.terms:
        told = _tells_of(index, sentence, account.spoken) or _is_event(index, sentence, account)
        return "together" if told else "apart"
    flipped = False
    for number, keys in enumerate(sentence.clauses):
        if not keys:
            continue
        names = [name for name in sentence.named if name.clause == number]
        clauses = range(len(account.spoken.clauses))
        telling = [clause for clause in clauses if _tells(index, (sentence, account), (keys, names), clause)]
        if not telling:
            return "apart"
        denied = sentence.negated[number]
        flipped |= all(account.spoken.negated[clause] != denied for clause in telling)
    return "flipped" if flipped else "together"


def _is_event(index: Index, sentence: Spoken, account: Account) -> bool:
    """Whether a sentence says no more than that something happened, and an entry is that very event."""
    entry = account.entry
    if not isinstance(entry, Event) or not HAPPENED.search(sentence.plain) or sentence.negations:
        return False
    things = [name.targets for name in sentence.named if name.is_role and not _is_any_place(index, name)]
    return bool(things) and all(not targets.isdisjoint(entry.about[:1]) for targets in things)


def _tells_of(index: Index, sentence: Spoken, said: Spoken) -> bool:
    """Whether one clause of an entry says that what a sentence names took place, where and when it says.

    Such a sentence has no telling word, only names: "the talks took place in Islamabad".
    """
    if not (HAPPENED.search(sentence.plain) and HAPPENED.search(said.plain)):
        return False
    things = [name for name in sentence.named if name.is_role and not _is_any_place(index, name)]
    if sentence.negations or said.negations or not things:
        return False
    for clause in range(len(said.clauses)):
        here = [name for name in said.named if name.clause == clause]
        if all(any(_stands_as(name, other) for other in here) for name in sentence.named):
            return True
    return False


def _stands_as(name: Named, other: Named) -> bool:
    """Whether two names mean the same and both are where something is, or both are what does or is it."""
    alike = (name.is_place, name.is_role) == (other.is_place, other.is_role)
    return alike and not name.targets.isdisjoint(other.targets)


def _is_topic(index: Index, name: Named) -> bool:
    """Whether a text begins with a name, of which what follows tells, too; a place is no topic."""
    return name.clause == 0 and not _is_any_place(index, name)


def _is_any_place(index: Index, name: Named) -> bool:
    """Whether a name may mean a place."""
    return any(is_place(index, target) for target in name.targets)


def _tells(
    index: Index, both: tuple[Spoken, Account], wanted: tuple[frozenset[str], list[Named]], clause: int
) -> bool:
    """Whether a clause of an entry has some words and names; who acts in it may be named before."""
    (sentence, account), (keys, names) = both, wanted
    said = account.spoken
    if not keys <= said.keys(clause, sentence.entities):
        return False
    here = [name for name in said.named if name.clause == clause]
    bare = [name for name in said.named if not said.clauses[name.clause] or _is_topic(index, name)]
    present = frozenset(target for name in (*here, *bare) for target in name.targets)
    elsewhere = frozenset(target for name in said.named for target in name.targets) - present
    absent = [name for name in names if name.targets.isdisjoint(present)]
    if any(name.targets & elsewhere for name in absent if not name.is_role):
        return False
    acting = (name for name in here if name.is_role)
    return not any(name.is_role for name in absent) or all(
        name.targets & sentence.entities for name in acting
    )
