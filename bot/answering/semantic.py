"""PURE: how near entries come to a question in meaning, by vectors that an encoder makes of texts.

An encoder is optional. It may add candidates and confidence; what contradicts a question stays out.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

Scores: TypeAlias = NDArray[np.float32]

MOST_PHRASINGS: Final = 50_000
"""Phrasings up to which a pack is encoded; more take minutes to encode and milliseconds to compare."""
_CANDIDATES: Final = 25
"""Entries near in meaning that are weighed, whatever their words."""


class Encoder(Protocol):
    """Makes vectors of texts, so that texts of like meaning lie close together."""

    @property
    def fingerprint(self) -> str:
        """What tells this encoder from every other that makes other vectors; letters and digits."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row of length 1 for each text, (n, width)."""
        ...


@dataclass(frozen=True, slots=True)
class Meaning:
    """For each entry, the cosine in meaning with its nearest phrasing, and with all of them together.

    ``open`` is the cosine with the nearest question that the pack leaves open, 0 without any.
    """

    nearest: Scores
    centroid: Scores
    open: float = 0.0

    def at(self, position: int) -> float:
        """Return how near one entry comes, 0..1: half by its nearest phrasing, half by all together."""
        return float(self.nearest[position] + self.centroid[position]) / 2

    def astray(self, position: int) -> float:
        """Return how much nearer the question is to one left open than to one entry, -1..1."""
        return self.open - float(self.nearest[position])

    def near(self) -> list[int]:
        """Return the positions of the entries that come nearest, nearest first."""
        blend = self.nearest + self.centroid
        if len(blend) <= _CANDIDATES:
            return np.argsort(-blend, kind="stable").tolist()
        some = np.argpartition(-blend, _CANDIDATES)[:_CANDIDATES]
        return some[np.argsort(-blend[some], kind="stable")].tolist()


class Meanings:
    """The vectors of every phrasing of a pack. Built once for each revision, then only read."""

    def __init__(
        self,
        encoder: Encoder,
        phrasings: Sequence[str],
        spans: Sequence[range],
        left_open: Sequence[str] = (),
    ) -> None:
        """Encode the phrasings of each entry: ``spans`` are their places in ``phrasings``, in order."""
        self._encoder = encoder
        self._open = encoder.encode(list(left_open)) if left_open else None
        self._offsets = np.array([span.start for span in spans], dtype=np.intp)
        distinct = {text: row for row, text in enumerate(dict.fromkeys(phrasings))}
        vectors = encoder.encode(list(distinct))
        self._phrasings = vectors[[distinct[text] for text in phrasings]]
        sums = np.add.reduceat(self._phrasings, self._offsets, axis=0)
        self._centroids = sums / np.linalg.norm(sums, axis=1, keepdims=True).clip(1e-9)

    def of(self, *texts: str) -> Meaning:
        """Compare a question with every entry; of several ways to write it the nearer one counts."""
        asked = self._encoder.encode(list(dict.fromkeys(texts))).T
        nearest = np.maximum.reduceat((self._phrasings @ asked).max(axis=1), self._offsets)
        astray = 0.0 if self._open is None else float((self._open @ asked).max())
        return Meaning(nearest.clip(0, 1), (self._centroids @ asked).max(axis=1).clip(0, 1), max(astray, 0.0))

    def cosines(self, *texts: str) -> NDArray[np.float32]:
        """Return the cosine of a question with every phrasing; of several ways to write it the nearer one."""
        asked = self._encoder.encode(list(dict.fromkeys(texts))).T
        return (self._phrasings @ asked).max(axis=1)

    def gram(self) -> NDArray[np.float32]:
        """Return the cosine of every phrasing with every phrasing."""
        return self._phrasings @ self._phrasings.T


def meanings(
    encoder: Encoder | None,
    phrasings: Sequence[str],
    spans: Sequence[range],
    left_open: Sequence[str] = (),
) -> Meanings | None:
    """Return the vectors of a pack's phrasings; ``None`` without an encoder or where there are too many."""
    if encoder is None or not 0 < len(phrasings) <= MOST_PHRASINGS:
        return None
    return Meanings(encoder, phrasings, spans, left_open)


def with_near(order: list[int], meaning: Meaning | None) -> list[int]:
    """Return candidates with those that come nearest in meaning among them, likeliest first."""
    if meaning is None:
        return order
    near = meaning.near()
    paired = chain.from_iterable(zip(near, order, strict=False))
    return list(dict.fromkeys([*paired, *near, *order]))
