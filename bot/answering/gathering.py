"""PURE: the texts of a pack's entries read, many at once, into flat arrays for the index."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bot.answering.adjacency import Pairs
from bot.answering.columns import Holders
from bot.answering.fixed import Fixing
from bot.answering.phrasings import words_of
from bot.answering.postings import Rows
from bot.answering.prompts import prompt
from bot.answering.seeking import SOUGHT, Sought, sought
from bot.answering.slots import Ancestry, Naming, slots
from bot.answering.slots import texts as sentences
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answering.bulk import Told
    from bot.answering.columns import Mask
    from bot.answering.phrasings import Texts
    from bot.answering.reader import Reader
    from bot.knowledge.model import Entry, Pack

_NO_KIND, _ANY_KIND = -1, -2
_AT_ONCE: Final = 2_048
"""Texts that are read at once, or a few more: their words are held side by side meanwhile."""


class _Numbered(NamedTuple):
    """The texts of an entry by their numbers among those that are read at once."""

    texts: Texts
    phrases: list[int]
    asked: range
    """The phrases that the entry does not say itself."""
    spoken: list[int]


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
        self._pairs = Pairs()
        """The words that stand side by side in them."""
        self.fixed = Fixing()
        self.offsets = [0]
        """Where the phrases of each entry begin, and where the last ones end."""
        self.written = array("q")
        """The hashes of the questions written for the entries; as texts they would fill the memory."""
        self.writers = array("i")
        """For each of them the position of the entry."""
        self._kinds = array("b")
        held = chain.from_iterable(self._read(batch) for batch in _batches(found))
        self.documents = Holders[str].numbered(self.bulk.codes, held)
        """Every term of an entry's texts and of what it concerns."""
        self.bulk.settle()
        self.adjacent = self._pairs.settled(self.offsets, self.rows.codes)
        reader.settle(self.adjacent)

    def seeking(self) -> dict[Sought, Mask]:
        """Return, for each kind of thing, which phrases seek it."""
        kinds = np.array(self._kinds, dtype=np.int8)
        return {kind: (kinds == code) | (kinds == _ANY_KIND) for code, kind in enumerate(SOUGHT)}

    def _read(self, batch: Sequence[Texts]) -> Iterator[set[int]]:
        """Read the texts of some entries; yield the terms of each."""
        said = {text: number for number, text in enumerate(_spoken(batch))}
        asked: list[str] = []
        numbered: list[_Numbered] = []
        for texts in batch:
            own = frozenset(texts.spoken)
            new = [text for text in texts.phrasings if text not in own]
            fresh = range(len(said) + len(asked), len(said) + len(asked) + len(new))
            following = iter(fresh)
            phrases = [said[text] if text in own else next(following) for text in texts.phrasings]
            spoken = [said[text] for text in texts.spoken]
            numbered.append(_Numbered(texts, phrases, fresh, spoken))
            asked += new
        told = self.bulk.read([*said, *asked], len(said))
        phrases = np.fromiter(chain.from_iterable(each.phrases for each in numbered), np.intp)
        self.rows.extend(told.rows, phrases)
        self._pairs.add(told.codes, np.array(told.ends, dtype=np.intp), phrases)
        terms, starts = told.rows.terms.tolist(), told.rows.starts.tolist()
        for each in numbered:
            held = set[int](terms[starts[each.asked.start] : starts[each.asked.stop]])
            held.update(*(terms[starts[text] : starts[text + 1]] for text in each.spoken))
            self._fix(each, held, told, [said[text] for text in _dating(each.texts.entry)])
            held.update(map(self.bulk.entity, self.fixed.last.entities))
            yield held

    def _fix(self, numbered: _Numbered, held: set[int], told: Told, dating: Iterable[int]) -> None:
        """Note what an entry fixes, what its phrases seek, and which questions are written for it.

        ``held`` are the terms of all its texts, ``dating`` the numbers of those with dates of its own.
        """
        texts, phrases = numbered.texts, numbered.phrases
        stated = [told.numbers[text] for text in (*numbered.asked, *numbered.spoken) if text in told.numbers]
        naming = Naming(
            frozenset([self.bulk.targets[term] for term in held & self.bulk.targets.keys()]),
            frozenset[float]().union(*stated),
            [mention for text in dating for mention in told.periods.get(text, ())],
        )
        asks = [told.words_of(text) for text in phrases[: texts.asking]]
        self._seek(texts, asks)
        self._write(texts.entry, asks)
        self.offsets.append(self.offsets[-1] + len(phrases))
        self.fixed.append(slots(texts.entry, naming, self._ancestry))

    def _seek(self, texts: Texts, asks: Iterable[Sequence[str]]) -> None:
        """Note what each phrase seeks.

        Where nothing asks for an entry, its own words stand for whatever may be sought.
        """
        kinds = map(sought, asks)
        self._kinds.extend([_NO_KIND if kind is None else SOUGHT.index(kind) for kind in kinds])
        others = len(texts.phrasings) - texts.asking
        self._kinds.extend([_NO_KIND if texts.asking else _ANY_KIND] * others)

    def _write(self, entry: Entry, asks: Sequence[Sequence[str]]) -> None:
        """Note the questions that are written for the entry: the first of those that ask for it."""
        asked = prompt(self._pack, entry)
        words = [" ".join(ask) for ask in asks[: len(set(entry.asks))]]
        if asked not in entry.asks:
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
