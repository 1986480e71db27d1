"""PURE: many of a pack's own texts read at once, all their words side by side in arrays.

What a text says here is what ``Reader.study`` makes of it alone (a test compares the two).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import compress, repeat
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bot.answering.dates.mentions import inside, mentions
from bot.answering.linking import MAX_WORDS
from bot.answering.numbers import counted_at
from bot.answering.postings import Weighted, weighted
from bot.answering.text import beginnings, normalise, pieces
from bot.answering.weights import ENTITY_WEIGHT, WEIGHTS
from bot.answering.words import (
    COUNTS,
    DATES,
    DIGITS,
    IDIOMS,
    IS_END,
    MONTH,
    NAMES,
    UNKNOWN,
    YEAR,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.answering.columns import Mask, Positions
    from bot.answering.dates.mentions import Mention
    from bot.answering.linking import Link
    from bot.answering.words import Known

_OWNED: Final = 32
_TERM: Final = (1 << _OWNED) - 1
"""Bits of the number of a term, before which that of its text stands: the two together make one number."""


class Told(NamedTuple):
    """What texts say, by the number of the text: a text without such a thing is not in the mapping."""

    words: list[str]
    """The words of all of them as they are compared, ``END`` after those of each."""
    ends: list[int]
    codes: NDArray[np.int32]
    """The numbers of the terms of those words; -1 for ``END``."""
    rows: Weighted
    """Their terms: words by their part, and ``@id`` for entities."""
    numbers: Mapping[int, set[float]]
    periods: Mapping[int, tuple[Mention, ...]]

    def words_of(self, text: int) -> list[str]:
        """Return the words of one text as they are compared."""
        return self.words[self.ends[text - 1] + 1 if text else 0 : self.ends[text]]


class _Page(NamedTuple):
    """The words of texts side by side."""

    raw: list[str]
    words: list[str]
    numbers: NDArray[np.int32]
    """Their numbers in the table of words."""
    traits: NDArray[np.uint8]
    owners: Positions
    """The number of the text that each belongs to."""
    ends: Positions
    """Where each text ends."""


class Bulk:
    """Reads texts of one pack, many at once: what is the same wherever a word stands is found once."""

    def __init__(self, known: Known, *, learn: bool) -> None:
        """Take what a pack's reader knows, and whether the words of the texts are the pack's own."""
        self._known = known
        self._words = Words(known, learn=learn)
        self._shared: dict[tuple[str, ...], list[tuple[int, float]]] = {}
        self.settle = self._words.settle
        self.targets: dict[int, str] = {}
        """The entities of terms that stand for such."""

    @property
    def codes(self) -> dict[str, int]:
        """The numbers of all terms so far."""
        return self._words.codes

    def read(self, texts: Sequence[str], spoken: int = 0) -> Told:
        """Read texts, of which the first ``spoken`` say what is so and the others ask for it.

        The dates of those that ask are left out and not read: they are those of what is asked for.
        """
        page = self._page(texts)
        dated = _date_words(page.traits)
        dated[: page.ends[spoken - 1] if spoken else 0] = False
        periods = _periods(texts[:spoken], page, dated)
        naming = np.flatnonzero(page.traits & NAMES).tolist()
        links, named = _undated(self._known.names.find_at(naming, page.words, page.raw), dated)
        rows = self._rows(page, dated, named, links)
        codes = self._words.terms(page.numbers)
        return Told(page.words, page.ends.tolist(), codes, rows, _numbers(page, ~(dated | named)), periods)

    def entity(self, target: str) -> int:
        """Return the number of the term of an entity."""
        code = self._code(f"@{target}")
        self.targets[code] = target
        return code

    def _page(self, texts: Sequence[str]) -> _Page:
        """Return the words of texts side by side."""
        numbers = self._words.of(pieces(texts))
        raw, words = self._words.written(numbers), self._words.compared(numbers)
        ends = np.flatnonzero(numbers == IS_END)
        owners = np.repeat(np.arange(len(ends)), np.diff(ends, prepend=-1))
        return _Page(raw, words, numbers, self._words.traits(numbers), owners, ends)

    def _rows(self, page: _Page, dated: Mask, named: Mask, links: Sequence[Link]) -> Weighted:
        """Return the weighted terms of texts; the weight of a word that stands there twice is the greater."""
        weights = self._words.weights(page.numbers)
        weights[named] = WEIGHTS["name"]
        idioms = self._idiomatic(page, dated, (page.traits & UNKNOWN > 0) & ~named, weights)
        kept = np.flatnonzero(~dated & (page.numbers != IS_END))
        shares = self._shares(links, page.owners)
        added = np.array([*idioms, *shares], dtype=np.int64)
        worth = np.fromiter((*repeat(WEIGHTS["content"], len(idioms)), *shares.values()), dtype=np.float32)
        return weighted(
            np.concatenate((page.owners[kept], added >> _OWNED)),
            np.concatenate((self._words.terms(page.numbers[kept]), (added & _TERM).astype(np.int32))),
            np.concatenate((weights[kept], worth)),
            (len(page.ends), len(self.codes)),
        )

    def _idiomatic(self, page: _Page, dated: Mask, unknown: Mask, weights: NDArray[np.float32]) -> list[int]:
        """Return the terms of phrases of several words, with their texts; their unknown words count less.

        Dates inside a phrase are no part of it.
        """
        places = np.flatnonzero(~dated)  # the end of a text is no part of a date
        begins = np.flatnonzero(page.traits[places] & IDIOMS)
        first, second = (map(page.words.__getitem__, places[begins + step].tolist()) for step in (0, 1))
        found: list[int] = []
        end = 0
        for start in compress(begins.tolist(), map(self._known.idioms.goes_on, first, second)):
            near: list[int] = places[start : start + MAX_WORDS].tolist() if start >= end else []
            words, raw = [page.words[at] for at in near], [page.raw[at] for at in near]
            for idiom in self._known.idioms.find_at(range(min(len(near), 1)), words, raw):
                end = start + idiom.end
                for at in near[: idiom.end]:
                    weights[at] = WEIGHTS["frame"] if unknown[at] else weights[at]
                found.append(int(page.owners[near[0]]) << _OWNED | self._code(idiom.targets[0]))
        return found

    def _shares(self, links: Sequence[Link], owners: Positions) -> dict[int, float]:
        """Return the entities of texts with what they count: less where a name may mean several."""
        found: dict[int, float] = {}
        for owner, link in zip(owners[[link.start for link in links]].tolist(), links, strict=True):
            shared = self._shared.get(link.targets)
            if shared is None:
                weight = ENTITY_WEIGHT / len(link.targets)
                shared = [(self.entity(target), weight) for target in link.targets]
                self._shared[link.targets] = shared
            for term, weight in shared:
                found[owner << _OWNED | term] = weight
        return found

    def _code(self, term: str) -> int:
        """Return the number of a term."""
        return self.codes.setdefault(term, len(self.codes))


def _periods(spoken: Sequence[str], page: _Page, dated: Mask) -> dict[int, tuple[Mention, ...]]:
    """Return the periods that texts mention, most of them none; mark their words as ``dated``."""
    found: dict[int, tuple[Mention, ...]] = {}
    hinted: list[int] = list(dict.fromkeys(page.owners[page.traits & DATES > 0].tolist()))
    for text in hinted[: bisect_left(hinted, len(spoken))]:
        plain = normalise(spoken[text])
        spans = mentions(plain)
        if spans:
            found[text] = spans
            start = int(page.ends[text - 1]) + 1 if text else 0
            words = page.raw[start : int(page.ends[text])]
            dated[[start + place for place in inside(spans, beginnings(plain, words))]] = True
    return found


def _date_words(traits: NDArray[np.uint8]) -> Mask:
    """Return which words are months, years and the numbers beside a month."""
    dated, digits = traits & MONTH > 0, traits & DIGITS > 0
    new = dated
    while new.any():
        beside = np.zeros_like(dated)
        beside[1:] |= new[:-1]
        beside[:-1] |= new[1:]
        new = beside & digits & ~dated
        dated |= new
    return dated | (traits & YEAR > 0)


def _undated(links: Sequence[Link], dated: Mask) -> tuple[list[Link], Mask]:
    """Return the links that are no part of a date, and which words they are made of."""
    before = np.concatenate(([0], np.cumsum(dated)))
    starts = np.array([link.start for link in links], dtype=np.intp)
    ends = np.array([link.end for link in links], dtype=np.intp)
    free = before[starts] == before[ends]
    steps = np.zeros(len(dated) + 1, dtype=np.int8)
    steps[starts[free]] += 1
    steps[ends[free]] -= 1
    return list(compress(links, free.tolist())), np.cumsum(steps[:-1]) > 0


def _numbers(page: _Page, free: Mask) -> dict[int, set[float]]:
    """Return the values of the numbers that texts state with ``free`` words."""
    places = np.flatnonzero(free)  # the end of a text is free, and so the last
    at: list[int] = places[page.traits[places] & COUNTS != 0].tolist()
    owners: list[int] = page.owners[at].tolist()
    found: defaultdict[int, set[float]] = defaultdict(set)
    end = 0
    for owner, place in zip(owners, at, strict=True):
        if place < end:
            continue
        values, end = counted_at(page.words, place)
        found[owner].update(values)
    return found
