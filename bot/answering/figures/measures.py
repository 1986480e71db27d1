"""PURE: what a figure measures, so that only figures of the same thing are joined or compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.figures.sieve import plain_name
from bot.answering.wording import brief_name, name
from bot.knowledge.model import Entity

if TYPE_CHECKING:
    from bot.knowledge.model import Figure, Pack


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures, in ids; its period is apart.

    ``counter`` is the body that counted or, where a figure names none, the publisher of its
    first source: counts of unnamed counters are not taken for one counter's.
    """

    metric: str
    unit: str
    place: str | None
    by: frozenset[str]
    counter: str
    event: str | None
    label: str | None


def measure(pack: Pack, figure: Figure) -> Measure:
    """Return what a figure measures."""
    return Measure(
        figure.metric,
        figure.unit,
        figure.place,
        frozenset(figure.by),
        figure.counted_by or f"as published by {counter_name(pack, figure)}",
        figure.event,
        figure.label,
    )


def counter_name(pack: Pack, figure: Figure) -> str:
    """Return the name of who counted, or of who published it where a figure does not say."""
    if figure.counted_by:
        return name(pack, figure.counted_by)
    return pack.sources[figure.citations[0].source].publisher if figure.citations else ""


def counter_short(pack: Pack, figure: Figure) -> str:
    """Return the acronym of who counted, or the name where it has none."""
    return brief_name(pack, figure.counted_by) if figure.counted_by else counter_name(pack, figure)


def place_name(pack: Pack, figure: Figure) -> str:
    """Return the name of a figure's place, without an acronym beside it."""
    place = pack.entries.get(figure.place or "")
    return place.name if isinstance(place, Entity) else figure.place or ""


def acts(pack: Pack, figure: Figure) -> str:
    """Return whose acts a figure counts, as in ``by TTP``; nothing where it counts anyone's."""
    actors = " and ".join(brief_name(pack, actor) for actor in figure.by)
    return f"by {actors}" if actors else ""


def subject(pack: Pack, figure: Figure) -> str:
    """Return what a figure counts, whose acts and where, as in ``attacks by TTP in Pakistan``."""
    where = place_name(pack, figure)
    parts = (plain_name(figure.metric), acts(pack, figure), f"in {where}" if where else "")
    return " ".join(filter(None, parts))
