"""What ``quality.py`` compares: this bot and what a community could use instead, as scores of entries."""

from __future__ import annotations

import difflib
import math
import re
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process, utils

from bot.answering.confidence import judged
from bot.answering.engine import build_index
from bot.answering.ranking import rank
from bot.answering.text import stem
from bot.english import CommonEnglish

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answering.semantic import Encoder
    from bot.knowledge.model import Pack

Scores: TypeAlias = NDArray[np.float64]
_MUCH_LOWER: Final = 1e-6
BENCH_EXTRA: Final = 'This needs the bench extra; run: .venv/bin/pip install "bm25s>=0.2"'


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


class _Bm25(Protocol):
    """What is used of bm25s, which ships no types."""

    def index(self, corpus: list[list[str]], *, show_progress: bool) -> None:
        """Take the words of every text."""
        ...

    def get_scores(self, query_tokens_single: list[str]) -> NDArray[np.float32]:
        """Return a score for each text."""
        ...


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


def by_rapidfuzz(scorer: Callable[..., float]) -> Callable[[Asks], Matcher]:
    """Return the matcher of one of rapidfuzz's scorers, on texts as its default processor leaves them."""

    def made(asks: Asks) -> Matcher:
        texts = [utils.default_process(text) for text in asks.texts]
        return lambda question: asks.best(
            process.cdist([utils.default_process(question)], texts, scorer=scorer)[0].astype(np.float64)
        )

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


def by_fts5(asks: Asks) -> Matcher:
    """SQLite's full-text search with its Porter stemmer: any word may match, ranked by BM25."""
    table = sqlite3.connect(":memory:")
    table.execute("CREATE VIRTUAL TABLE asks USING fts5(text, tokenize='porter unicode61')")
    table.executemany("INSERT INTO asks(rowid, text) VALUES (?, ?)", enumerate(asks.texts))

    def scores(question: str) -> Scores:
        found = np.zeros(len(asks.texts))
        words = re.findall(r"\w+", question)
        if words:
            wanted = " OR ".join(f'"{word}"' for word in words)
            for row, rank_ in table.execute(
                "SELECT rowid, bm25(asks) FROM asks WHERE asks MATCH ?", (wanted,)
            ):
                found[row] = -rank_
        return asks.best(found)

    return scores


def by_bm25s(asks: Asks) -> Matcher:
    """The package bm25s with the Snowball stemmer (``SystemExit`` where it is not installed)."""
    try:
        found = cast("_Bm25", import_module("bm25s").BM25())
    except ImportError:
        raise SystemExit(BENCH_EXTRA) from None

    def cut(text: str) -> list[str]:
        return [stem(word) for word in re.findall(r"\w+", text.casefold())]

    rows = [cut(text) for text in asks.texts]
    found.index(rows, show_progress=False)
    known = {word for row in rows for word in row}

    def scores(question: str) -> Scores:
        words = [word for word in cut(question) if word in known]
        return asks.best(found.get_scores(words).astype(np.float64) if words else np.zeros(len(asks.texts)))

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
    "rapidfuzz token_set_ratio": by_rapidfuzz(fuzz.token_set_ratio),
    "rapidfuzz WRatio": by_rapidfuzz(fuzz.WRatio),
    "difflib": by_difflib,
    "SQLite FTS5": by_fts5,
    "bm25s": by_bm25s,
    "char tf-idf": by_letters,
}
