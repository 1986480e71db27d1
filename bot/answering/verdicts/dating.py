"""PURE: the dates of a sentence beside the dates that an entry gives for the same."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.answering.lexicon import DAYS_OF_WEEK, WEEKDAYS
from bot.answering.operations import tells_change
from bot.answering.verdicts.checked import Compared
from bot.answering.verdicts.fits import date_fit, inside
from bot.knowledge.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.verdicts.accounts import Account
    from bot.answering.verdicts.spoken import Dated, Spoken
    from bot.knowledge.periods import Period


_WORD: Final = re.compile(r"[a-z]+")
_WEEK: Final = 7
_THE: Final = re.compile(r"\b(?:the|that|this|its|their)\s+$", re.IGNORECASE)
_THING: Final = re.compile(
    r"\s+(?!(?:and|or|in|on|at|by|to|of|the|was|were|is|had|has)\b)[^\W\d]", re.IGNORECASE
)
"""What follows a date that is part of a name."""
_THING_OF: Final = re.compile(
    r"\bthe\s+(?!(?:end|start|beginning|middle|rest|course|month|year|day|night|morning|evening)\b)\w+\s+of\s+$",
    re.IGNORECASE,
)
"""What comes before such a date: "the ceasefire of June 2022"."""


def dates(sentence: Spoken, account: Account) -> Iterator[Compared | None]:
    """Yield each date of the sentence beside the entry's; None where they can't be compared."""
    for dated in sentence.dated:
        yield _date(sentence, dated, account)


def _date(sentence: Spoken, dated: Dated, account: Account) -> Compared | None:
    """Return a date of a sentence beside the date that the entry gives for the same."""
    said, entry = account.spoken, account.entry
    own = None if isinstance(entry, Entity) else entry.period  # an entity's is not when something was done
    bound = _bound(sentence.clauses[dated.clause], said)
    here = bound or list(said.dated)
    fits = [date_fit(dated.mention, other.mention) for other in here]
    changes = tells_change(sentence.plain.casefold())
    if "agrees" in fits:
        found = here[fits.index("agrees")]
        if changes and not any(map(dated.mention.equals, found.mention.alternatives)):
            return None  # what rose in January need not have risen in that year
        return Compared("date", dated.text, found.text, entry.id, agrees=True)
    if bound or own is None:
        apart = bool(fits)
    elif (
        dated.mention.side is None
        and inside(dated.mention, own)
        and (dated.mention.equals(own) or not changes)
    ):
        return Compared("date", dated.text, own.describe(), entry.id, agrees=True)
    else:
        apart = not dated.mention.overlaps(own)
    if not apart or not set(fits) <= {"differs"} or _dated_aside(dated, account) or _names(sentence, dated):
        return None
    found = here[0].text if here else own.describe() if own else ""
    return Compared("date", dated.text, found, entry.id, agrees=False)


def _names(sentence: Spoken, dated: Dated) -> bool:
    """Whether a date tells which thing is meant: of "the 2024 round" other rounds contradict nothing."""
    before, after = sentence.plain[: dated.mention.start], sentence.plain[dated.mention.end :]
    return bool((_THE.search(before) and _THING.match(after)) or _THING_OF.search(before))


def _bound(telling: frozenset[str], said: Spoken) -> list[Dated]:
    """Return the dates of those clauses of an entry in which alone some of the words stand.

    Where "announced on 2 June and ended on 28 November", only the second is the date of the end.
    """
    if len({date.clause for date in said.dated}) < 2:  # noqa: PLR2004  # nothing to mix up
        return []
    bound = list(said.dated)
    for key in telling:
        clauses = [number for number in range(len(said.clauses)) if key in said.keys(number)]
        beside = [[date for date in said.dated if date.clause == number] for number in clauses]
        if clauses and all(beside):
            bound = [date for date in bound if any(date in found for found in beside)]
    return bound if len(bound) < len(said.dated) else []


def _dated_aside(dated: Dated, account: Account) -> bool:
    """Whether the entry's note names the date."""
    beside = (other for aside in account.aside for other in aside.dated)
    return any(date_fit(dated.mention, other.mention) != "differs" for other in beside)


def on_another_weekday(sentence: Spoken, account: Account, default: Period | None) -> bool:
    """Whether a sentence names a day of the week that is none of those of which an entry tells.

    Without a date it means one of the pack's ``default`` days, if it has any.
    """
    named = WEEKDAYS.intersection(_WORD.findall(sentence.plain.casefold()))
    own = account.entry.period
    if not named or not (sentence.dated or default in {None, own}):
        return bool(named)
    given = [meaning for dated in account.spoken.dated for meaning in dated.mention.alternatives]
    periods = given if own is None else [own, *given]
    days = (each.first + timedelta(day) for each in periods if each.days < _WEEK for day in range(each.days))
    told = {DAYS_OF_WEEK[day.weekday()] for day in days}
    return not named <= told.union(_WORD.findall(account.spoken.plain.casefold()))


def may_be_then(sentence: Spoken, account: Account, clause: int) -> bool:
    """Whether a clause of an entry may tell of a time of which a sentence does.

    Not where the entry, or the clause if the entry has no period, gives only other dates.
    """
    own = account.entry.period
    given = [dated.mention for dated in account.spoken.dated if dated.clause == clause]
    periods = [meaning for each in given for meaning in each.alternatives] if own is None else [own]
    mentions = [dated.mention for dated in sentence.dated]
    return not (mentions and periods) or any(
        mention.reaches(period) for mention in mentions for period in periods
    )


def knows(sentence: Spoken, account: Account) -> bool:
    """Whether an entry tells of something on a date of the sentence that concerns whoever acts in it.

    The sentence may mean that, in other words, though another entry has another date.
    """
    entry, roles = account.entry, sentence.roles
    other = any(role.isdisjoint(account.around) for role in roles)
    if other or (not roles and sentence.terms.keys().isdisjoint(account.spoken.every)):
        return False
    own = entry.period
    return any(
        any(date_fit(dated.mention, other.mention) == "agrees" for other in account.spoken.dated)
        or (own is not None and inside(dated.mention, own))
        for dated in sentence.dated
    )
