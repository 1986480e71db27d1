"""PURE: a sentence held against what one entry says: where they agree, differ, or can't be compared."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answering.verdicts.checked import Compared
from bot.answering.verdicts.connectives import AUXILIARIES
from bot.answering.verdicts.dating import dates, on_another_weekday
from bot.answering.verdicts.fits import count_fit
from bot.answering.verdicts.placing import places
from bot.answering.verdicts.telling import told_together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.index import Index
    from bot.answering.verdicts.accounts import Account
    from bot.answering.verdicts.checked import Slot
    from bot.answering.verdicts.spoken import Counted, Named, Spoken


@dataclass(frozen=True, slots=True)
class Comparison:
    """A sentence beside an account of an entry.

    ``missing`` holds the telling words of the sentence that the entry does not have, and
    ``foreign`` the names. ``loose`` is whether the sentence says something that can't be
    compared. ``flipped`` is whether just one of the two denies it. ``score`` is how near the entry
    comes in general.
    """

    account: Account
    compared: tuple[Compared, ...]
    score: float = 0.0
    missing: tuple[str, ...] = ()
    foreign: tuple[Named, ...] = ()
    loose: bool = False
    flipped: bool = False

    @property
    def differing(self) -> tuple[Compared, ...]:
        """The slots in which the two differ."""
        return tuple(each for each in self.compared if not each.agrees)

    @property
    def same_matter(self) -> bool:
        """Whether both say the same of the same things, but for what differs."""
        places = [each.said for each in self.differing if each.slot == "place"]
        away = [name for name in self.foreign if name.text not in places]
        return not (self.missing or away or self.loose)

    @property
    def supports(self) -> bool:
        """Whether the entry says all that the sentence says."""
        return self.same_matter and not self.foreign and not self.differing and not self.flipped

    @property
    def slot(self) -> Slot | None:
        """The one slot in which the two differ, if they speak of the same matter otherwise."""
        slots: set[Slot] = {each.slot for each in self.differing}
        return slots.pop() if self.same_matter and not self.flipped and len(slots) == 1 else None


def compare(index: Index, sentence: Spoken, account: Account) -> Comparison:
    """Hold a sentence against an entry."""
    said = account.spoken
    words = said.every.union(*(said.keys(clause, sentence.entities) for clause in range(len(said.clauses))))
    slots = [*_counts(index, sentence, account), *dates(sentence, account)]
    away = list(places(index, sentence, account))
    there = [
        Compared("place", name.text, found, account.entry.id, agrees=False) for name, found in away if found
    ]
    compared = [each for each in slots if each is not None]
    loose = len(compared) < len(slots) or len(there) < len(away) or not sentence.weighty <= said.weighty
    elsewhere = [name for name, _ in away]
    loose = loose or on_another_weekday(sentence, account, index.pack.default_period)
    told = told_together(index, sentence, account)
    return Comparison(
        account=account,
        compared=(*compared, *there),
        missing=tuple(word for key, word in sentence.terms.items() if key not in words),
        foreign=tuple(
            name
            for name in sentence.named
            if name in elsewhere or not _concerns(index, sentence, name, account)
        ),
        loose=loose or told == "apart" or not (_in_order(sentence, said) and _same_voice(sentence, said)),
        flipped=told == "flipped",
    )


def _concerns(index: Index, sentence: Spoken, name: Named, account: Account) -> bool:
    """Whether an entry concerns what a name means: as one who acts, or only as where and when."""
    if name.is_around:
        here = [other for other in account.spoken.named if other.targets & name.targets]
        directed = bool(here) and all(other.is_toward for other in here)
        return not directed and not name.targets.isdisjoint(account.around)
    if not name.is_role:
        first = next((other for other in account.spoken.named if other.is_role), None)
        others = (other for other in account.spoken.named if other is not first)
        return any(name.targets & index.ancestry.above(other.targets) for other in others)
    return not name.targets.isdisjoint(account.acting) or _is_unnamed(sentence, name, account)


def _is_unnamed(sentence: Spoken, name: Named, account: Account) -> bool:
    """Whether a name means what an entry is about and begins to tell of without any name.

    "A further round was held in Islamabad" tells of the dialogue, if that is what it is about.
    """
    alone = len(sentence.roles) == 1 and name.targets.isdisjoint(account.named)
    begins = not any(other.is_role and other.clause == 0 for other in account.spoken.named)
    return alone and begins and not name.targets.isdisjoint(account.around)


def _in_order(sentence: Spoken, said: Spoken) -> bool:
    """Whether those who act and are acted on come in the same order on both sides."""
    at = [_first(said.roles, party) for party in sentence.parties]
    known = [place for place in at if place is not None]
    return all(one <= other for one, other in pairwise(known))


def _same_voice(sentence: Spoken, said: Spoken) -> bool:
    """Whether nobody who acts on one side has it done to him on the other: "banned" and "was banned"."""
    acting = (name for name in sentence.named if name.is_role and name.opens)
    for name in (each for each in acting if each.before != "by" and each.before not in AUXILIARIES):
        there = [other for other in said.named if other.targets & name.targets]
        if name.suffers:
            alike = [other for other in there if other.suffers or not (other.opens and other.is_role)]
        else:
            alike = [other for other in there if not other.suffers]
        if there and not alike:
            return False
    return _done_by(sentence).isdisjoint(_suffering(said) - _done_by(said))


def _done_by(spoken: Spoken) -> frozenset[str]:
    """Return what may be meant by names behind a "by"."""
    return frozenset(target for name in spoken.named if name.before == "by" for target in name.targets)


def _suffering(spoken: Spoken) -> frozenset[str]:
    """Return what may be meant by names to which something is done."""
    return frozenset(target for name in spoken.named if name.suffers for target in name.targets)


def _first(roles: tuple[frozenset[str], ...], wanted: frozenset[str]) -> int | None:
    """Return the first place of a role among others."""
    return next((number for number, role in enumerate(roles) if role & wanted), None)


def _counts(index: Index, sentence: Spoken, account: Account) -> Iterator[Compared | None]:
    """Yield each number of the sentence beside the entry's; None where they can't be compared."""
    for counted in sentence.counted:
        alike = [other for other in account.spoken.counted if counted.same_unit(other)]
        alike = [other for other in alike if _unrestricted(index, sentence, account.spoken, other)]
        if counted.limit:  # who is under 12 need not be under 7
            alike = [other for other in alike if other.amount.span == counted.amount.span]
        them = [other.amount for other in alike]
        fits = [count_fit(counted.amount, each.span, each.value, each.bare) for each in them]
        if "agrees" in fits:
            yield _numbers(account, counted, alike[fits.index("agrees")], agrees=True)
        elif fits and set(fits) == {"differs"} and not _said_aside(counted, account):
            yield _numbers(account, counted, alike[0], agrees=False)
        else:
            yield None


def _said_aside(counted: Counted, account: Account) -> bool:
    """Whether the entry's note has the number: somebody gave it, if not for this."""
    values = {each.amount.value for aside in account.aside for each in aside.counted}
    return counted.amount.value in values


def _numbers(account: Account, counted: Counted, other: Counted, *, agrees: bool) -> Compared:
    """Return two numbers side by side."""
    return Compared("number", counted.text, other.text, account.entry.id, agrees)


def _unrestricted(index: Index, sentence: Spoken, said: Spoken, counted: Counted) -> bool:
    """Whether a count of an entry is for all that the sentence means, and not for a part of it.

    A name beside the count ("89 of them by the TTP", "in Khyber Pakhtunkhwa") makes it a part,
    unless the sentence has it too, or it is the place that the pack is about anyway.
    """
    named = index.ancestry.above(target for name in sentence.named for target in name.targets)
    if index.pack.default_place:
        named |= index.ancestry.of(index.pack.default_place)
    beside = [name for name in said.named if name.clause == counted.clause]
    return all(not name.targets.isdisjoint(named) for name in beside)
