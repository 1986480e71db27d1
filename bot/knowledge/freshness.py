"""PURE: which entries are past the day by which their author meant to look at them again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # a field of a dataclass
from typing import TYPE_CHECKING

from bot.knowledge.model import Entity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.knowledge.model import Entry, Pack


@dataclass(frozen=True, slots=True)
class Overdue:
    """An entry past its review date.

    ``place`` is ``file:line`` and ``uses`` how often it answered, where that is known.
    """

    entry: str
    review_by: date
    place: str = ""
    uses: int | None = None


def is_overdue(review_by: date | None, today: date | None) -> bool:
    """Whether a review date is over; not on the day itself, and not where one of the two is unknown."""
    return review_by is not None and today is not None and review_by < today


def overdue(pack: Pack, today: date, uses: Mapping[str, int] | None = None) -> tuple[Overdue, ...]:
    """Return the live entries past their review date: the most used first, then the longest overdue.

    Without ``uses``, how often each entry answered, only the dates decide.
    """
    found = [
        Overdue(entry.id, entry.review_by, pack.places.get(entry.id, ""), _uses(entry, uses))
        for entry in pack.entries.values()
        if entry.review_by is not None and is_overdue(entry.review_by, today) and _answers(entry)
    ]
    return tuple(sorted(found, key=lambda each: (-(each.uses or 0), each.review_by, each.entry)))


def _uses(entry: Entry, uses: Mapping[str, int] | None) -> int | None:
    """Return how often an entry answered, where that is known."""
    return None if uses is None else uses.get(entry.id, 0)


def _answers(entry: Entry) -> bool:
    """Whether an entry is answered from."""
    return entry.status == "live" and not (isinstance(entry, Entity) and entry.description is None)
