"""PURE: one sentence that is checked, and the entries that may be about the same matter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answering.abstaining import seeks_nothing
from bot.answering.ranking import rank
from bot.answering.verdicts.asserting import DELEGATION, assertion
from bot.answering.verdicts.dissecting import take_apart

if TYPE_CHECKING:
    from datetime import date

    from bot.answering.index import Index
    from bot.answering.prepared import Prepared
    from bot.answering.ranking import Ranked
    from bot.answering.reading import Reading
    from bot.answering.verdicts.spoken import Spoken


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence, read in both ways."""

    text: str
    reading: Reading
    spoken: Spoken


def read_case(index: Index, text: str, as_of: date | None) -> Case:
    """Read a sentence in both ways."""
    plain = assertion(text)
    reading = index.reader.read(plain, as_of)
    anatomy = index.reader.anatomy(plain, as_of, typed=True)
    return Case(text, reading, take_apart(anatomy, index.ancestry))


def uncheckable(case: Case) -> str | None:
    """Return why a sentence can't be checked, if it can't."""
    if case.reading.names:
        return f"they say nothing about {', '.join(case.reading.names[:3])}"
    return "I see nothing in it to check" if seeks_nothing(case.reading) else None


def candidates(index: Index, case: Case) -> list[Ranked]:
    """Return entries that may be about the same matter, whatever numbers, dates and places they give."""
    names = [name.targets for name in case.spoken.named if name.is_role]
    links = tuple(link for link in case.reading.links if frozenset((*link.targets, *link.loosely)) in names)
    nothing = frozenset[str]()
    stripped = replace(
        case.reading,
        links=links,
        numbers=(),
        periods=(),
        places=nothing,
        asked=nothing,
        quantity=False,
        bare=False,
    )
    ranked = rank(index, stripped, whenever=bool(case.spoken.dated))
    return [each for each in ranked if each.removed_by is None]


def has_words(index: Index, spoken: Spoken, prepared: Prepared) -> bool:
    """Whether an entry has all telling words of a sentence: what lacks one decides nothing by words."""
    missing = spoken.terms.keys() - prepared.document
    return not missing or missing <= index.reader.keys_of((DELEGATION,))  # which it may call a side
