"""PURE: a sentence checked against a pack: supported, contradicted or not covered, and by what words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answering.ranking import Ranked
from bot.answering.verdicts.accounts import account, said
from bot.answering.verdicts.asserting import sentences
from bot.answering.verdicts.cases import Case, candidates, has_words, read_case, uncheckable
from bot.answering.verdicts.checked import Checked
from bot.answering.verdicts.compared_counts import compared_counts
from bot.answering.verdicts.comparing import Comparison, compare
from bot.answering.verdicts.counting import is_count, tally
from bot.answering.verdicts.curated import curated
from bot.answering.verdicts.dating import knows
from bot.answering.verdicts.deciding import decisive, denied
from bot.answering.verdicts.findings import (
    by_claim,
    by_counts,
    contradicted,
    joined,
    nearest,
    supported,
)
from bot.answering.verdicts.leading import led_by_another
from bot.answering.verdicts.meaning import says_less
from bot.answering.verdicts.opposed import says_the_opposite
from bot.answering.verdicts.placing import lies_near
from bot.knowledge.model import Claim, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bot.answering.index import Index
    from bot.answering.verdicts.accounts import Account
    from bot.answering.verdicts.checked import Slot
    from bot.answering.verdicts.spoken import Spoken

_LONGEST: Final = 1_000
"""Characters of a text that is checked."""
_MOST_SENTENCES: Final = 4
_TOO_MUCH: Final = "that is too much to check at once; give me one sentence"
_HAVING: Final = re.compile(
    r"\b(?:has|have|had)\s+(?!been\b|\w+ed\b|taken\b|held\b|met\b|led\b)", re.IGNORECASE
)
_BE: Final = frozenset("is are was were".split())
_SLOTS: Final[tuple[Slot, ...]] = ("number", "date", "place")


def check(index: Index, text: str, as_of: date | None = None) -> Checked:
    """Say whether the pack's sources support a text, contradict it or do not cover it. Never raises.

    Several sentences are supported only when each is; the first that is not decides. ``as_of``
    is the day that "last year" counts from.
    """
    parts = sentences(text[: _LONGEST + 1])
    if len(text) > _LONGEST or len(parts) > _MOST_SENTENCES:
        return Checked(text, "not covered", reason=_TOO_MUCH)
    found = [_check(index, part, as_of) for part in parts]
    return replace(joined(found), sentence=text)


def contradiction(index: Index, text: str, entry: str, as_of: date | None = None) -> Checked | None:
    """Return what of a text an entry contradicts, or figures of what it counts; ``None`` for nothing."""
    parts = sentences(text[: _LONGEST + 1])
    if len(text) > _LONGEST or len(parts) > _MOST_SENTENCES:
        return None
    for part in parts:
        case = read_case(index, part, as_of)
        if uncheckable(case) is None:
            found = _judged(index, case, [Ranked(index.positions[entry], 1.0)])
            if found.finding == "contradicted":
                return replace(found, sentence=text)
    return None


def _check(index: Index, text: str, as_of: date | None) -> Checked:
    """Check one sentence."""
    case = read_case(index, text, as_of)
    reason = uncheckable(case)
    if reason is not None:
        return Checked(text, "not covered", reason=reason)
    ranked = candidates(index, case)
    found = _judged(index, case, ranked)
    if found.finding == "not covered" and not found.deciding:
        return replace(found, nearest=nearest(index, ranked))
    return found


def _judged(index: Index, case: Case, ranked: list[Ranked]) -> Checked:
    """Return what the candidates say of a sentence."""
    asked = index.offered(case.text)
    positions = [] if asked is None else [asked]
    claim = curated(index, case.spoken, [*positions, *(each.position for each in ranked)])
    if claim is not None:
        return by_claim(index, case.text, claim)
    compared = compared_counts(index, case)
    counts = compared or tally(index, case.reading, case.spoken)
    if counts and (not compared or compared.finding == "supported"):
        return by_counts(index, case.text, counts)
    told = _by_words(index, case, ranked)
    # a source may say so itself, whatever the counts of others come to
    return by_counts(index, case.text, counts) if counts and told.finding != "supported" else told


def _by_words(index: Index, case: Case, ranked: list[Ranked]) -> Checked:
    """Return what the entries that speak of the same matter say of a sentence."""
    meant = index.pack.default_period
    if meant is not None and not case.spoken.dated:  # those of the days that are meant first
        ranked = sorted(ranked, key=lambda each: index.entries[each.position].entry.period != meant)
    found: list[Comparison] = []
    for comparison in _comparisons(index, case, ranked):
        if comparison.supports:
            return supported(index, case, comparison)
        found.append(comparison)
    denying = next((each for each in found if denied(each, case.spoken)), None)
    if denying is not None:
        return contradicted(index, case, denying)
    other = led_by_another(index, case) or says_the_opposite(index, case.spoken)
    if other is not None:
        return contradicted(index, case, other)
    counts = any(each.metrics for each in case.spoken.counted)  # what is counted elsewhere differs in nothing
    for slot in _decided(index, case.spoken, counts=counts):
        differing = [each for each in found if each.slot == slot]
        other = decisive(index.pack, case.spoken, slot, differing)
        if other is not None and not _may_mean_another(index, case, slot, _others(index, ranked, other)):
            return contradicted(index, case, other)
    return Checked(case.text, "not covered")


def _decided(index: Index, spoken: Spoken, *, counts: bool) -> tuple[Slot, ...]:
    """Return in what an entry may contradict a sentence.

    What somebody has here, he may have there too, and what he is he may have been at other times.
    """
    people = (name for name in spoken.named if not name.targets.isdisjoint(index.people))
    if counts or any(name.follows in _BE and not name.suffers for name in people):
        return _SLOTS[:1]
    return _SLOTS[:2] if _HAVING.search(spoken.plain) else _SLOTS


def _others(index: Index, ranked: list[Ranked], found: Comparison) -> Iterator[Account]:
    """Yield what the other candidates say."""
    for each in ranked:
        entry = index.entries[each.position].entry
        if entry is not found.account.entry:
            yield account(index, entry)


def _may_mean_another(index: Index, case: Case, slot: Slot, others: Iterable[Account]) -> bool:
    """Whether one of the other entries tells of something at the date or place of a sentence."""
    if slot == "date":
        return any(knows(case.spoken, each) for each in others)
    return slot == "place" and any(lies_near(index, case.spoken, each) for each in others)


def _comparisons(index: Index, case: Case, ranked: list[Ranked]) -> Iterator[Comparison]:
    """Yield the sentence held against each candidate that itself says all its words.

    Others can't be about the same matter, so that what they differ in tells nothing.
    """
    spoken = case.spoken
    counts = is_count(index, spoken)
    speakers = {target for name in spoken.named for target in name.targets}
    for each in ranked:
        prepared = index.entries[each.position]
        entry = prepared.entry
        if not has_words(index, spoken, prepared):
            continue
        if isinstance(entry, Claim) and entry.verdict != "supported":
            continue
        if isinstance(entry, Figure) and counts:
            continue  # where figures could decide, they were asked already
        if isinstance(entry, Quote) and entry.speaker not in speakers:
            continue
        if spoken.terms.keys() <= said(index, entry):
            told = account(index, entry)
            if not says_less(index, spoken, told):
                yield replace(compare(index, spoken, told), score=each.score)
