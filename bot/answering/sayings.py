"""PURE: what a text says: its terms, the entities that it names and the numbers that it states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.lexicon import COUNTING
from bot.answering.numbers import numbers
from bot.answering.reading import Said, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.linking import Link, Phrasebook
    from bot.answering.vocabulary import Vocabulary


class Sayings:
    """Takes texts apart by the words, names and idioms of one pack."""

    def __init__(self, vocabulary: Vocabulary, names: Phrasebook, idioms: Phrasebook) -> None:
        """Take the words of a pack, its names, and the phrases that stand for one word."""
        self._vocabulary = vocabulary
        self._names = names
        self._idioms = idioms
        self._named: dict[str, Term] = {}

    def said(self, raw: Sequence[str], found: Sequence[str], dated: frozenset[int]) -> Said:
        """Return the terms, entities and numbers of a text outside its dates."""
        links = self._names.find(found, raw)
        if dated:
            links = tuple(link for link in links if dated.isdisjoint(range(link.start, link.end)))
        read = self._vocabulary.terms(found)
        for start, end, _, _ in links:
            for position in range(start, end):
                read[position] = self._name(found[position])
        stated = self._numbers(found, dated, links)
        if dated:
            read = [term for position, term in enumerate(read) if position not in dated]
            found = [word for position, word in enumerate(found) if position not in dated]
        for idiom in self._idioms.find(found, raw):
            for position in range(idiom.start, idiom.end):
                if not read[position].known:
                    read[position] = Term(read[position].key, "frame")
            read.append(Term(idiom.targets[0], "content"))
        return Said(read, links, stated)

    def _name(self, word: str) -> Term:
        """Return the term of a word inside a name."""
        term = self._named.get(word)
        if term is None:
            term = self._named[word] = Term(self._vocabulary.key(word), "name")
        return term

    def _numbers(
        self, found: Sequence[str], dated: frozenset[int], links: tuple[Link, ...]
    ) -> tuple[frozenset[float], ...]:
        """Return the numbers that a text states outside dates and names."""
        if "".join(found).isalpha() and COUNTING.isdisjoint(found):  # most texts state none
            return ()
        away = dated.union(*(range(link.start, link.end) for link in links))
        return numbers([word for position, word in enumerate(found) if position not in away])
