"""PURE: checks of figures that count the same: what disagrees must say so, or it can't be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.knowledge.findings import Finding
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge.model import Pack

_Counted: TypeAlias = tuple[object, ...]


def check_same_counts(pack: Pack) -> Iterator[Finding]:
    """Find figures of one counter for the same thing and time that nothing tells apart.

    Of those that differ only one would be shown, as if nobody had counted otherwise.
    """
    first: dict[_Counted, Figure] = {}
    for figure in pack.of_kind(Figure):
        if figure.status != "live" or figure.period is None or figure.counted_by is None:
            continue
        other = first.setdefault(_counted(figure, pack), figure)
        if other is figure or other.id in pack.rivals.get(figure.id, ()):
            continue
        if _said(other) == _said(figure):
            message = f"the figure {other.id!r} counts the same and has the same value"
            yield Finding(
                "entry", figure.id, ("value",), message, "keep one of the two, with both citations", "warning"
            )
        else:
            message = f"the figure {other.id!r} counts the same and says {_said(other)}"
            mend = f"add conflicts: [{other.id}], or tell the two apart by a label, place or period"
            yield Finding("entry", figure.id, ("value",), message, mend, "warning")


def _counted(figure: Figure, pack: Pack) -> _Counted:
    """Return what a figure counts: of what, where, when, whose acts and by whose count."""
    return (
        figure.metric,
        figure.period,
        figure.place or pack.default_place,
        figure.counted_by,
        figure.by,
        figure.event,
        figure.label,
        figure.unit,
    )


def _said(figure: Figure) -> str:
    """Return the number of a figure with what qualifies it."""
    upper = "" if figure.value_max is None else f" to {figure.value_max}"
    return f"{'' if figure.qualifier == 'exactly' else f'{figure.qualifier} '}{figure.value}{upper}"
