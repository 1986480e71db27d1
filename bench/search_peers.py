"""The usual ways to find an FAQ entry, each built over phrasings with the ids of their entries."""

from __future__ import annotations

import importlib
import re
import sqlite3
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from rapidfuzz import fuzz, process, utils

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Phrasings: TypeAlias = "Sequence[tuple[str, str]]"
"""Entry ids, each with one phrasing."""

_WORD: Final = re.compile(r"\w+")


def rapidfuzz_peer(phrasings: Phrasings) -> Callable[[str], str]:
    """Return ``process.extractOne`` with ``token_set_ratio``."""
    entries = [entry for entry, _ in phrasings]
    texts = [utils.default_process(text) for _, text in phrasings]

    def ask(question: str) -> str:
        found = process.extractOne(utils.default_process(question), texts, scorer=fuzz.token_set_ratio)
        return entries[found[2]] if found else ""

    return ask


def fts5_peer(phrasings: Phrasings) -> Callable[[str], str]:
    """Return SQLite's full-text search with Porter stems, any word of the question, best by BM25."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "create virtual table told using fts5(entry unindexed, text, tokenize='porter unicode61')"
    )
    database.executemany("insert into told values (?, ?)", phrasings)

    def ask(question: str) -> str:
        words = " OR ".join(f'"{word}"' for word in _WORD.findall(question))
        query = "select entry from told where told match ? order by rank limit 1"
        found = database.execute(query, (words,)).fetchone() if words else None
        return str(found[0]) if found else ""

    return ask


def bm25s_peer(phrasings: Phrasings) -> Callable[[str], str]:
    """Return bm25s with English stop words and Snowball stems."""
    bm25: Any = importlib.import_module("bm25s")  # an extra of the benchmarks, without types
    stemmer: Any = importlib.import_module("Stemmer").Stemmer("english")
    entries = [entry for entry, _ in phrasings]
    options: dict[str, Any] = {"stopwords": "en", "stemmer": stemmer, "show_progress": False}
    retriever = bm25.BM25()
    retriever.index(bm25.tokenize([text for _, text in phrasings], **options), show_progress=False)

    def ask(question: str) -> str:
        tokens = bm25.tokenize([question], **options)
        found, _ = retriever.retrieve(tokens, k=1, show_progress=False)
        return entries[int(found[0, 0])]

    return ask


PEERS: Final = {"rapidfuzz": rapidfuzz_peer, "SQLite FTS5": fts5_peer, "bm25s": bm25s_peer}
