"""PURE: how much each term of a text counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answering.reading import Reading, Role, Said

WEIGHTS: Final[Mapping[Role, float]] = {
    "function": 0.1,
    "frame": 0.3,
    "content": 1.0,
    "number": 1.0,
    "name": 0.5,
}
"""How much a word counts by its part in the question; a linked name counts through its entity too."""
ENTITY_WEIGHT: Final = 1.0


def terms(reading: Said | Reading) -> dict[str, float]:
    """Return the weighted terms of a text: words by their part, and ``@id`` for entities."""
    found: dict[str, float] = {}
    for key, role, _ in reading.terms:
        weight = WEIGHTS[role]
        if weight > found.get(key, 0.0):
            found[key] = weight
    for link in reading.links:
        for target in link.targets:
            found[f"@{target}"] = ENTITY_WEIGHT / len(link.targets)
    return found
