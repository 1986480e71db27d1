"""PURE: what was found of a sentence, with the entries that decide it and what stands beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answering.abstaining import nearest_entries
from bot.answering.answer import Suggestion, newest
from bot.answering.prompts import prompt
from bot.answering.trust.disputes import companions
from bot.answering.verdicts.checked import Checked
from bot.answering.wording import statement
from bot.knowledge.model import Claim, Entity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.answer import Statement
    from bot.answering.index import Index
    from bot.answering.ranking import Ranked
    from bot.answering.verdicts.cases import Case
    from bot.answering.verdicts.checked import Finding
    from bot.answering.verdicts.comparing import Comparison
    from bot.answering.verdicts.counting import Tally
    from bot.knowledge.model import Entry

_IS: Final = re.compile(r"\b(?:is|are|leads|heads|runs|chairs)\b", re.IGNORECASE)


def joined(found: list[Checked]) -> Checked:
    """Return what several findings come to."""
    order = ("contradicted", "imprecise", "not covered")
    worst = next((each for kind in order for each in found if each.finding == kind), None)
    if worst is not None:
        return worst
    first, *others = found
    for other in others:
        first = replace(
            first,
            deciding=_distinct((*first.deciding, *other.deciding)),
            compared=(*first.compared, *other.compared),
            beside=_distinct((*first.beside, *other.beside)),
            notes=(*first.notes, *other.notes),
            disputed=first.disputed or other.disputed,
        )
    return first


def by_claim(index: Index, text: str, claim: Claim) -> Checked:
    """Return what the pack's author wrote of the claim, with the entries that decide it."""
    deciding = (claim, *companions(index, claim, [], frozenset()).entries)
    told = tuple(statement(index.pack, entry) for entry in deciding)
    if claim.verdict == "unverified":
        reason = "no source was found that confirms it"
        return Checked(text, "not covered", told, reason=reason)
    finding: Finding = "contradicted" if claim.verdict == "contradicted" else "imprecise"
    return Checked(text, finding, told, reason=claim.differs)


def by_counts(index: Index, text: str, counts: Tally) -> Checked:
    """Return what the figures say of a sentence's counts."""
    return Checked(
        text,
        counts.finding,
        _told(index, counts.deciding),
        counts.compared,
        _told(index, counts.beside),
        counts.notes,
        counts.disputed,
        counts.reason,
    )


def supported(index: Index, case: Case, found: Comparison) -> Checked:
    """Return that an entry says so, with what disagrees with it."""
    entry = found.account.entry
    beside = companions(index, entry, [], frozenset())
    if isinstance(entry, Claim):
        told = _told(index, (entry, *beside.entries))
        return Checked(case.text, "supported", told, found.compared, reason=entry.differs)
    return Checked(
        case.text,
        "supported",
        _told(index, (entry,)),
        found.compared,
        _told(index, beside.entries),
        beside.notes,
        beside.disputed,
        _as_of(index, case, entry),
    )


def _as_of(index: Index, case: Case, entry: Entry) -> str | None:
    """Return how old what is known of somebody is, where a sentence says what he is today."""
    person = isinstance(entry, Entity) and entry.type == "person"
    if not person or entry.review_by is not None or not _IS.search(case.spoken.plain):
        return None
    dated = newest(statement(index.pack, entry).citations)
    return f"as of {dated.describe()}; I don't know of anything later" if dated else None


def contradicted(index: Index, case: Case, found: Comparison) -> Checked:
    """Return that an entry says otherwise."""
    entry = found.account.entry
    beside = companions(index, entry, [], frozenset())
    compared = (*found.differing, *(each for each in found.compared if each.agrees))
    return Checked(
        case.text,
        "contradicted",
        _told(index, (entry,)),
        compared,
        _told(index, beside.entries),
        beside.notes,
        beside.disputed,
    )


def _told(index: Index, entries: Iterable[Entry]) -> tuple[Statement, ...]:
    """Return some entries in words."""
    return tuple(statement(index.pack, entry) for entry in entries)


def _distinct(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return each statement once."""
    return tuple({each.entry: each for each in statements}.values())


def nearest(index: Index, ranked: list[Ranked]) -> tuple[Suggestion, ...]:
    """Return questions about what comes near."""
    near = nearest_entries(index, ranked)
    return tuple(Suggestion(key, prompt(index.pack, index.pack.entries[key])) for key in near)
