"""PURE: entities and metrics found in a text by their names, aliases and words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.answering.lexicon import CHAT_ALIASES, FUNCTION_WORDS, LINKING_WORDS
from bot.answering.text import normalise, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.knowledge.model import Entity, Metric

_MAX_WORDS = 10
"""Longest alias that is looked for, in words."""


@dataclass(frozen=True, slots=True)
class Link:
    """A span of tokens ``start:end`` that names one of ``targets`` (entity or metric ids).

    ``loosely`` holds what the name may stand for besides, as a capital for its government.
    """

    start: int
    end: int
    targets: tuple[str, ...]
    loosely: tuple[str, ...] = ()


@dataclass(slots=True)
class Phrasebook:
    """Phrases with what they name. Built once from a pack, then only read."""

    _phrases: dict[tuple[str, ...], list[str]] = field(default_factory=dict[tuple[str, ...], list[str]])
    _capitals: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    _lengths: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    """The lengths of the phrases that begin with a word, longest first."""

    def add(self, phrase: str, target: str, *, stems: bool = False) -> None:
        """Let a phrase name a target; ``stems`` compares the stems of all but linking words."""
        tokens = tokenise(normalise(phrase))
        if stems:
            tokens = tuple(token for token in tokens if token.word not in LINKING_WORDS)
        key = tuple(token.stem if stems else token.word for token in tokens)
        if not key or len(key) > _MAX_WORDS:
            return
        targets = self._phrases.setdefault(key, [])
        if target not in targets:
            targets.append(target)
        lengths = self._lengths.setdefault(key[0], [])
        if len(key) not in lengths:
            lengths.append(len(key))
            lengths.sort(reverse=True)
        if len(key) == 1 and (key[0] in CHAT_ALIASES or key[0] in FUNCTION_WORDS):
            self._capitals.add(key)

    def words(self) -> set[str]:
        """Return every word of every phrase."""
        return {word for key in self._phrases for word in key}

    def find(self, keys: Sequence[str], raw: Sequence[str]) -> tuple[Link, ...]:
        """Return the longest phrases of a text from left to right, without overlaps.

        ``keys`` are its words as the phrases have them (casefolded, or their stems), ``raw``
        the same words as written.
        """
        links: list[Link] = []
        end = 0
        for start in [number for number, key in enumerate(keys) if key in self._lengths]:
            if start < end:
                continue
            link = self._longest_at(keys, raw, start)
            if link is not None:
                links.append(link)
                end = link.end
        return tuple(links)

    def _longest_at(self, keys: Sequence[str], raw: Sequence[str], start: int) -> Link | None:
        """Return the longest phrase that begins at one word."""
        for length in self._lengths[keys[start]]:
            key = tuple(keys[start : start + length])
            targets = self._phrases.get(key) if len(key) == length else None
            if targets and not (key in self._capitals and not raw[start].isupper()):
                return Link(start, start + length, tuple(targets))
        return None


def entity_phrasebook(entities: Iterable[Entity]) -> Phrasebook:
    """Return the names and aliases of entities."""
    book = Phrasebook()
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
