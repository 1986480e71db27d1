"""The usual ways to find an FAQ entry, each built over phrasings, for ``latency.py`` and ``matchers.py``."""

from __future__ import annotations

import re
import sqlite3
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
from rapidfuzz import fuzz, process, utils

from bot.answering.text import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

_WORD: Final = re.compile(r"\w+")


class Peer(Protocol):
    """Finds phrasings that are like a question."""

    def first(self, question: str) -> int | None:
        """Return the place of the phrasing that is most like a question, if any is."""
        ...

    def scores(self, question: str) -> NDArray[np.float64]:
        """Return how like a question each phrasing is; more is more like it."""
        ...


class RapidFuzz:
    """rapidfuzz with one of its scorers, on texts as its default processor leaves them."""

    def __init__(self, texts: Sequence[str], scorer: Callable[..., float] = fuzz.token_set_ratio) -> None:
        """Take the phrasings."""
        self._texts = [utils.default_process(text) for text in texts]
        self._scorer = scorer

    def first(self, question: str) -> int | None:
        """Return what ``process.extractOne`` finds."""
        found = process.extractOne(utils.default_process(question), self._texts, scorer=self._scorer)
        return found[2] if found else None

    def scores(self, question: str) -> NDArray[np.float64]:
        """Return what ``process.cdist`` finds."""
        found = process.cdist([utils.default_process(question)], self._texts, scorer=self._scorer)
        return found[0].astype(np.float64)


class FullText:
    """SQLite's full-text search with its Porter stemmer: any word may match, ranked by BM25."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the phrasings."""
        self._count = len(texts)
        self._table = sqlite3.connect(":memory:")
        self._table.execute("CREATE VIRTUAL TABLE asks USING fts5(text, tokenize='porter unicode61')")
        self._table.executemany("INSERT INTO asks(rowid, text) VALUES (?, ?)", enumerate(texts))

    def first(self, question: str) -> int | None:
        """Return the row of the best rank."""
        query = "SELECT rowid FROM asks WHERE asks MATCH ? ORDER BY rank LIMIT 1"
        wanted = _any_word(question)
        found = self._table.execute(query, (wanted,)).fetchone() if wanted else None
        return found[0] if found else None

    def scores(self, question: str) -> NDArray[np.float64]:
        """Return what ``bm25`` says of the rows that match, and 0 for the others."""
        query = "SELECT rowid, bm25(asks) FROM asks WHERE asks MATCH ?"
        found = np.zeros(self._count)
        wanted = _any_word(question)
        if wanted:
            for row, rank in self._table.execute(query, (wanted,)):
                found[row] = -rank
        return found


class Bm25s:
    """The package bm25s with the Snowball stemmer, with all words or without its English stop words."""

    def __init__(self, texts: Sequence[str], *, stop_words: bool = True) -> None:
        """Take the phrasings."""
        found: Any = import_module("bm25s")  # an extra of the benchmarks, without types
        self._left_out = frozenset[str](() if stop_words else import_module("bm25s.stopwords").STOPWORDS_EN)
        self._count = len(texts)
        rows = [self._words(text) for text in texts]
        self._known = {word for row in rows for word in row}
        self._index: Any = found.BM25()
        self._index.index(rows, show_progress=False)

    def first(self, question: str) -> int | None:
        """Return what ``retrieve`` finds."""
        words = self._words(question)
        if not words:
            return None
        found, _ = self._index.retrieve([words], k=1, show_progress=False)
        return int(found[0, 0])

    def scores(self, question: str) -> NDArray[np.float64]:
        """Return what ``get_scores`` finds."""
        words = [word for word in self._words(question) if word in self._known]
        return self._index.get_scores(words).astype(np.float64) if words else np.zeros(self._count)

    def _words(self, text: str) -> list[str]:
        """Return the stems of a text's words."""
        words = _WORD.findall(text.casefold())
        return [stem(word) for word in words if word not in self._left_out]


def _any_word(question: str) -> str:
    """Return what FTS5 looks for: any word of a question."""
    return " OR ".join(f'"{word}"' for word in _WORD.findall(question))
