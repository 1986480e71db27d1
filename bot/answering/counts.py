"""PURE: what a figure is a count of: a whole or a part, and by which metrics' words it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.knowledge.model import Figure, Pack

CHANGE_UNIT: Final = "percent"
"""The unit of figures that tell how much a count rose or fell."""


def aggregate(figure: Figure) -> bool:
    """Whether a figure counts all of its metric in its place and period: no one event, no subset."""
    return figure.event is None and figure.label is None


def values_of(figure: Figure) -> frozenset[float]:
    """Return the number of a figure, or both ends of its range, in its own unit."""
    return frozenset(float(value) for value in (figure.value, figure.value_max) if value is not None)


def goes_by(figure: Figure, pack: Pack) -> frozenset[str]:
    """Return the metrics by whose words a figure goes: its own; of a part, all broader ones too."""
    names = [figure.metric]
    while not aggregate(figure):
        metric = pack.metrics.get(names[-1])
        if metric is None or metric.broader is None or metric.broader in names:
            break
        names.append(metric.broader)
    return frozenset(names)
