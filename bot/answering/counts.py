"""PURE: what a figure is a count of: a whole or a part, and by which metrics' words it goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.knowledge.model import Figure, Pack

CHANGE_UNIT: Final = "percent"
"""The unit of figures that tell how much a count rose or fell."""

_RATE: Final = re.compile(
    r"\b(?:a|per|each|every)\s+(?:hour|day|week|month)\b|\b(?:hourly|daily|weekly|monthly|average)\b",
    re.IGNORECASE,
)
"""Words with which a metric says that it counts so many in each day or the like."""


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


def is_rate(figure: Figure, pack: Pack) -> bool:
    """Whether a figure tells how many there were in each day, week or month, or on average."""
    metric = pack.metrics.get(figure.metric)
    told = (figure.unit, figure.statement, *((metric.sentence, *metric.words) if metric else ()))
    return any(_RATE.search(text) for text in told if text)
