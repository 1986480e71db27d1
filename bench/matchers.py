"""What ``quality.py`` compares: this bot and what a community could use instead, as scores of entries."""

from __future__ import annotations

import difflib
import math
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from search_peers import Bm25s, FullText, RapidFuzz

from bot.answering.confidence import judged
from bot.answering.engine import build_index
from bot.answering.ranking import rank
from bot.english import CommonEnglish

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search_peers import Peer

    from bot.answering.semantic import Encoder
    from bot.knowledge.model import Pack

Scores: TypeAlias = NDArray[np.float64]
_MUCH_LOWER: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Asks:
    """Phrasings, the entry of each, and the pack they were read from."""

    pack: Pack
    texts: list[str]
    entries: NDArray[np.intp]
    count: int

    def best(self, scores: NDArray[np.float64]) -> Scores:
        """Return each entry's best score, from one score for each phrasing."""
        found = np.full(self.count, -np.inf)
        np.maximum.at(found, self.entries, scores)
        return found


class Matcher(Protocol):
    """Scores every entry for a question; a higher score is a better match."""

    def __call__(self, question: str) -> Scores:
        """Return one score for each entry."""
        ...


@dataclass(slots=True)
class Remembering:
    """An encoder that encodes each text once: every sample asks the same questions."""

    encoder: Encoder
    known: dict[str, NDArray[np.float32]] = field(default_factory=dict[str, NDArray[np.float32]])

    @property
    def fingerprint(self) -> str:
        """What tells the encoder from every other."""
        return self.encoder.fingerprint

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row for each text."""
        new = [text for text in dict.fromkeys(texts) if text not in self.known]
        if new:
            self.known |= zip(new, self.encoder.encode(new), strict=True)
        return np.stack([self.known[text] for text in texts])


def ours(asks: Asks, encoder: Encoder | None = None) -> Matcher:
    """This bot: the confidence of the best entry, and the others in order below it."""
    index = build_index(asks.pack, CommonEnglish(), encoder)
    place = {entry: number for number, entry in enumerate(asks.pack.entries)}

    def scores(question: str) -> Scores:
        reading = index.read(question)
        found = np.full(asks.count, -1.0)
        kept = [each for each in rank(index, reading) if each.removed_by is None]
        sure = 0.0
        if kept and not reading.names:
            surest = judged(index, reading, kept, index.calibration)
            kept, sure = surest.kept, surest.confidence
        for order, each in enumerate(kept):
            found[place[index.entries[each.position].entry.id]] = sure - order * _MUCH_LOWER
        return found

    return scores


def by(make: Callable[[list[str]], Peer]) -> Callable[[Asks], Matcher]:
    """Return the matcher of a way to search that scores phrasings."""

    def made(asks: Asks) -> Matcher:
        peer = make(asks.texts)
        return lambda question: asks.best(peer.scores(question))

    return made


def by_difflib(asks: Asks) -> Matcher:
    """The standard library's ``SequenceMatcher``, as ``get_close_matches`` uses it."""
    texts = [text.casefold() for text in asks.texts]

    def scores(question: str) -> Scores:
        matcher = difflib.SequenceMatcher()
        matcher.set_seq2(question.casefold())
        found = np.zeros(len(texts))
        for number, text in enumerate(texts):
            matcher.set_seq1(text)
            found[number] = matcher.ratio()
        return asks.best(found)

    return scores


def by_letters(asks: Asks) -> Matcher:
    """Cosine of tf-idf vectors of groups of 2 to 4 letters inside words, as scikit-learn weighs them."""
    counted = [_groups(text) for text in asks.texts]
    spread = Counter(group for row in counted for group in row)
    rarity = {group: 1 + math.log((1 + len(counted)) / (1 + count)) for group, count in spread.items()}
    columns = {group: number for number, group in enumerate(rarity)}

    def row(counts: Counter[str]) -> NDArray[np.float64]:
        found = np.zeros(len(columns))
        for group, count in counts.items():
            if group in columns:
                found[columns[group]] = (1 + math.log(count)) * rarity[group]
        return found / (np.linalg.norm(found) or 1.0)

    table = np.stack([row(counts) for counts in counted])
    return lambda question: asks.best(table @ row(_groups(question)))


def _groups(text: str) -> Counter[str]:
    """Return the groups of letters of a text, counted."""
    words = [f" {word} " for word in text.casefold().split()]
    return Counter(
        word[start : start + length]
        for word in words
        for length in (2, 3, 4)
        for start in range(len(word) - length + 1)
    )


PEERS: Final[dict[str, Callable[[Asks], Matcher]]] = {
    "rapidfuzz token_set_ratio": by(RapidFuzz),
    "rapidfuzz WRatio": by(partial(RapidFuzz, scorer=fuzz.WRatio)),
    "difflib": by_difflib,
    "SQLite FTS5": by(FullText),
    "bm25s": by(Bm25s),
    "char tf-idf": by_letters,
}
