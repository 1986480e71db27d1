"""PURE: the texts of a pack's entries read one after another into flat arrays, for the index."""

from __future__ import annotations

from array import array
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final, get_args

import numpy as np

from bot.answering.intent import Sought, sought
from bot.answering.phrasings import divided, words_of
from bot.answering.postings import Rows
from bot.answering.reading import Reading, Role, Said
from bot.answering.slots import Ancestry, Slots, slots
from bot.answering.wording import prompt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answering.columns import Mask
    from bot.answering.phrasings import Texts
    from bot.answering.reader import Reader
    from bot.knowledge.model import Pack

WEIGHTS: Final[Mapping[Role, float]] = {
    "function": 0.1,
    "frame": 0.3,
    "content": 1.0,
    "number": 1.0,
    "name": 0.5,
}
"""How much a word counts by its part in the question; a linked name counts through its entity too."""
ENTITY_WEIGHT: Final = 1.0

_KINDS: Final[tuple[Sought, ...]] = get_args(Sought)
_NO_KIND, _ANY_KIND = -1, -2
_STUDIED: Final = 2_048
"""Texts that are read once for several entries: a metric's words stand beside every figure of it."""


class Gathered:
    """What the index rests on, entry by entry: weighted terms of phrases, what is fixed, what is sought."""

    def __init__(self, pack: Pack, reader: Reader, ancestry: Ancestry) -> None:
        """Begin without entries."""
        self.rows = Rows()
        self.fixed: list[Slots] = []
        self.offsets = [0]
        """Where the phrases of each entry begin, and where the last ones end."""
        self.written = array("q")
        """The hashes of the questions written for the entries; as texts they would fill the memory."""
        self.writers = array("i")
        """For each of them the position of the entry."""
        self._pack = pack
        self._reader = reader
        self._ancestry = ancestry
        self._kinds = array("b")
        self._study = lru_cache(maxsize=_STUDIED)(self._studied)

    def add(self, texts: Texts) -> frozenset[str]:
        """Read the texts of the next entry; return every term of them and of what it concerns."""
        readings = {text: self._study(text) for text in texts.spoken}
        for text in texts.phrasings:
            if text not in readings:
                raw, found = divided(text)
                self._reader.learn(found)
                readings[text] = self._reader.phrase(raw, found)
        rows = {text: terms(reading) for text, reading in readings.items()}
        for text in texts.phrasings:
            self.rows.add(rows[text])
        self._seek(texts)
        self._write(texts)
        fixed = slots(texts.entry, readings, self._ancestry)
        self.fixed.append(fixed)
        self.offsets.append(len(self.rows.lengths))
        return frozenset(chain((f"@{entity}" for entity in fixed.entities), *rows.values()))

    def seeking(self) -> dict[Sought, Mask]:
        """Return, for each kind of thing, which phrases seek it."""
        kinds = np.array(self._kinds, dtype=np.int8)
        return {kind: (kinds == code) | (kinds == _ANY_KIND) for code, kind in enumerate(_KINDS)}

    def _studied(self, text: str) -> Said:
        """Read one of the pack's own sentences."""
        raw, found = divided(text)
        self._reader.learn(found)
        return self._reader.study(text, raw, found)

    def _seek(self, texts: Texts) -> None:
        """Note what each phrase seeks.

        Where nothing asks for an entry, its own words stand for whatever may be sought.
        """
        for text in texts.phrasings[: texts.asking]:
            kind = sought(divided(text)[1])
            self._kinds.append(_NO_KIND if kind is None else _KINDS.index(kind))
        others = len(texts.phrasings) - texts.asking
        self._kinds.extend([_NO_KIND if texts.asking else _ANY_KIND] * others)

    def _write(self, texts: Texts) -> None:
        """Note the questions that are written for the entry."""
        asks, asked = texts.entry.asks, prompt(self._pack, texts.entry)
        words = [" ".join(divided(text)[1]) for text in asks]
        if asked not in asks:
            words.append(words_of(asked))
        self.written.extend(map(hash, words))
        self.writers.extend([len(self.fixed)] * len(words))


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
