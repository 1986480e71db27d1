"""PURE: the texts of a pack's entries read, many at once, into flat arrays for the index."""

from __future__ import annotations

from array import array
from itertools import chain, count
from typing import TYPE_CHECKING, Final, get_args

import numpy as np

from bot.answering.columns import Holders
from bot.answering.fixed import Fixing
from bot.answering.intent import Sought, sought
from bot.answering.phrasings import words_of
from bot.answering.postings import Rows
from bot.answering.slots import Ancestry, Naming, slots
from bot.answering.slots import texts as sentences
from bot.answering.wording import prompt
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answering.bulk import Told
    from bot.answering.columns import Mask
    from bot.answering.phrasings import Texts
    from bot.answering.reader import Reader
    from bot.knowledge.model import Entry, Pack

_KINDS: Final[tuple[Sought, ...]] = get_args(Sought)
_NO_KIND, _ANY_KIND = -1, -2
_AT_ONCE: Final = 2_048
"""Texts that are read at once, or a few more: their words are held side by side meanwhile."""


class Gathered:
    """What the index rests on, entry by entry: weighted terms of phrases, what is fixed, what is sought."""

    def __init__(self, pack: Pack, reader: Reader, ancestry: Ancestry, found: Iterable[Texts]) -> None:
        """Read the texts of entries."""
        self._pack = pack
        self._ancestry = ancestry
        self.bulk = reader.bulk(learn=True)
        """What reads texts of the pack, and knows the words of those of the entries."""
        self.rows = Rows(self.bulk.codes)
        """The terms of the phrases."""
        self.fixed = Fixing()
        self.offsets = [0]
        """Where the phrases of each entry begin, and where the last ones end."""
        self.written = array("q")
        """The hashes of the questions written for the entries; as texts they would fill the memory."""
        self.writers = array("i")
        """For each of them the position of the entry."""
        self._kinds = array("b")
        held = chain.from_iterable(self._read(batch) for batch in _batches(found))
        self.documents = Holders.numbered(self.bulk.codes, held)
        """Every term of an entry's texts and of what it concerns."""
        self.bulk.settle()
        reader.settle()

    def seeking(self) -> dict[Sought, Mask]:
        """Return, for each kind of thing, which phrases seek it."""
        kinds = np.array(self._kinds, dtype=np.int8)
        return {kind: (kinds == code) | (kinds == _ANY_KIND) for code, kind in enumerate(_KINDS)}

    def _read(self, batch: Sequence[Texts]) -> Iterator[set[int]]:
        """Read the texts of some entries; yield the terms of each."""
        numbers = {text: number for number, text in enumerate(_spoken(batch))}
        asked: list[str] = []
        phrases: list[list[int]] = []
        for texts in batch:
            own = frozenset(texts.spoken)
            fresh = count(len(numbers) + len(asked))
            phrases.append([numbers[text] if text in own else next(fresh) for text in texts.phrasings])
            asked += [text for text in texts.phrasings if text not in own]
        told = self.bulk.read([*numbers, *asked], len(numbers))
        self.rows.extend(told.rows, np.fromiter(chain.from_iterable(phrases), dtype=np.intp))
        terms, starts = told.rows.terms.tolist(), told.rows.starts.tolist()
        for texts, own in zip(batch, phrases, strict=True):
            self._seek(texts, own, told)
            self._write(texts, own, told)
            self.offsets.append(self.offsets[-1] + len(own))
            every = (*own, *(numbers[text] for text in texts.spoken))
            held = set[int]().union(*(terms[starts[text] : starts[text + 1]] for text in every))
            said = [numbers[text] for text in _dating(texts.entry)]
            fixed = slots(texts.entry, self._naming(held, every, said, told), self._ancestry)
            self.fixed.append(fixed)
            held.update(map(self.bulk.entity, fixed.entities))
            yield held

    def _naming(self, held: set[int], every: Iterable[int], said: Iterable[int], told: Told) -> Naming:
        """Return what the texts of an entry name: by its terms, all its texts, and those with dates of its own."""
        targets = self.bulk.targets
        return Naming(
            frozenset([targets[term] for term in held & targets.keys()]),
            frozenset[float]().union(*(told.numbers[text] for text in every if text in told.numbers)),
            [mention for text in said if text in told.periods for mention in told.periods[text]],
        )

    def _seek(self, texts: Texts, own: Sequence[int], told: Told) -> None:
        """Note what each phrase seeks.

        Where nothing asks for an entry, its own words stand for whatever may be sought.
        """
        for text in own[: texts.asking]:
            kind = sought(told.words_of(text))
            self._kinds.append(_NO_KIND if kind is None else _KINDS.index(kind))
        others = len(own) - texts.asking
        self._kinds.extend([_NO_KIND if texts.asking else _ANY_KIND] * others)

    def _write(self, texts: Texts, own: Sequence[int], told: Told) -> None:
        """Note the questions that are written for the entry: its asks, which are its first phrases."""
        asks, asked = texts.entry.asks, prompt(self._pack, texts.entry)
        words = [" ".join(told.words_of(text)) for text in own[: len(set(asks))]]
        if asked not in asks:
            words.append(words_of(asked))
        self.written.extend(map(hash, words))
        self.writers.extend([len(self.fixed)] * len(words))


def _batches(found: Iterable[Texts]) -> Iterator[list[Texts]]:
    """Yield the entries with their texts, some at once."""
    batch: list[Texts] = []
    size = 0
    for texts in found:
        batch.append(texts)
        size += len(texts.phrasings) + len(texts.spoken)
        if size >= _AT_ONCE:
            yield batch
            batch, size = [], 0
    yield batch


def _spoken(batch: Iterable[Texts]) -> dict[str, None]:
    """Return what some entries say, each text once."""
    return dict.fromkeys(chain.from_iterable(texts.spoken for texts in batch))


def _dating(entry: Entry) -> Iterator[str]:
    """Yield the texts of an entry of which the dates are its own."""
    yield from sentences(entry)
    if entry.note and not isinstance(entry, Figure):
        yield entry.note
