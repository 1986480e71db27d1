"""PURE: entities and metrics found in a text by their names, aliases and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.answering.lexicon import CHAT_ALIASES, FUNCTION_WORDS, LINKING_WORDS
from bot.answering.text import normalise, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.knowledge.model import Entity, Metric

_MAX_WORDS = 10
"""Longest alias that is looked for, in words."""


class Link(NamedTuple):
    """A span of tokens ``start:end`` that names one of ``targets`` (entity or metric ids).

    ``loosely`` holds what the name may stand for besides, as a capital for its government.
    """

    start: int
    end: int
    targets: tuple[str, ...]
    loosely: tuple[str, ...] = ()


class _Named(NamedTuple):
    """What a phrase names, and what it stands for besides."""

    targets: tuple[str, ...]
    loosely: tuple[str, ...]


class Phrasebook:
    """Phrases with what they name. Built once from a pack, then only read."""

    def __init__(self, meant: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Start empty; ``meant`` gives what a target's names stand for besides."""
        self._meant = meant or {}
        self._phrases: dict[tuple[str, ...], _Named] = {}
        self._capitals: set[tuple[str, ...]] = set()
        self._lengths: dict[str, list[int]] = {}
        """The lengths of the phrases that begin with a word, longest first."""
        self._alone: dict[str, _Named] = {}
        """What a word names that begins no longer phrase and needs no capitals: most of them."""

    def add(self, phrase: str, target: str, *, stems: bool = False) -> None:
        """Let a phrase name a target; ``stems`` compares the stems of all but linking words."""
        tokens = tokenise(normalise(phrase))
        if stems:
            tokens = tuple(token for token in tokens if token.word not in LINKING_WORDS)
        key = tuple(token.stem if stems else token.word for token in tokens)
        if not key or len(key) > _MAX_WORDS:
            return
        before = self._phrases.get(key, _Named((), ()))
        if target not in before.targets:
            targets = (*before.targets, target)
            self._phrases[key] = _Named(targets, (*before.loosely, *self._meant.get(target, ())))
        lengths = self._lengths.setdefault(key[0], [])
        if len(key) not in lengths:
            lengths.append(len(key))
            lengths.sort(reverse=True)
        if len(key) == 1 and (key[0] in CHAT_ALIASES or key[0] in FUNCTION_WORDS):
            self._capitals.add(key)
        self._alone.pop(key[0], None)
        if lengths == [1] and key not in self._capitals:
            self._alone[key[0]] = self._phrases[key]

    def words(self) -> set[str]:
        """Return every word of every phrase."""
        return {word for key in self._phrases for word in key}

    def find(self, keys: Sequence[str], raw: Sequence[str]) -> tuple[Link, ...]:
        """Return the longest phrases of a text from left to right, without overlaps.

        ``keys`` are its words as the phrases have them (casefolded, or their stems), ``raw``
        the same words as written.
        """
        lengths = self._lengths
        if lengths.keys().isdisjoint(keys):
            return ()
        words = tuple(keys)
        links: list[Link] = []
        end = 0
        for start in [number for number, key in enumerate(words) if key in lengths]:
            if start < end:
                continue
            named = self._alone.get(words[start])
            link = self._longest_at(words, raw, start) if named is None else Link(start, start + 1, *named)
            if link is not None:
                links.append(link)
                end = link.end
        return tuple(links)

    def _longest_at(self, words: tuple[str, ...], raw: Sequence[str], start: int) -> Link | None:
        """Return the longest phrase that begins at one word."""
        for length in self._lengths[words[start]]:
            key = words[start : start + length]
            named = self._phrases.get(key)
            if named and not (key in self._capitals and not raw[start].isupper()):
                return Link(start, start + len(key), named.targets, named.loosely)
        return None


def entity_phrasebook(entities: Iterable[Entity]) -> Phrasebook:
    """Return the names and aliases of entities."""
    entities = list(entities)
    book = Phrasebook({entity.id: entity.stands_for for entity in entities if entity.stands_for})
    for entity in entities:
        for phrase in (entity.name, *entity.aliases):
            book.add(phrase, entity.id)
    return book


def metric_phrasebook(metrics: Iterable[Metric]) -> Phrasebook:
    """Return the words people use for each metric, compared by stem."""
    book = Phrasebook()
    for metric in metrics:
        for phrase in metric.words:
            book.add(phrase, metric.id, stems=True)
    return book
