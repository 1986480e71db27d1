"""PURE: entities and metrics found in a text by their names, aliases and words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.lexicon import CHAT_ALIASES, FUNCTION_WORDS, LINKING_WORDS, SHORTHAND
from bot.answering.text import is_acronym, normalise, split, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.knowledge.model import Entity, Metric

MAX_WORDS = 10
"""Longest alias that is looked for, in words."""
_ARTICLE: Final = "the"
_ASKING: Final = frozenset("what who where how which".split())


class Link(NamedTuple):
    """A span of tokens ``start:end`` that names one of ``targets`` (entity or metric ids).

    ``loosely`` holds what the name may stand for besides, as a capital for its government.
    """

    start: int
    end: int
    targets: tuple[str, ...]
    loosely: tuple[str, ...] = ()


class _Step:
    """How far phrases go with some words: what these name, and the words that may follow."""

    __slots__ = ("capitals", "following", "loosely", "targets")

    def __init__(self) -> None:
        """Begin with words that name nothing and are followed by none."""
        self.targets: tuple[str, ...] = ()
        self.loosely: tuple[str, ...] = ()
        self.capitals = False
        """Whether the word counts only where it is written in capitals, or after "the"."""
        self.following: dict[str, _Step] = {}


class Phrasebook:
    """Phrases with what they name. Built once from a pack, then only read."""

    def __init__(self, meant: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Start empty; ``meant`` gives what a target's names stand for besides."""
        self._meant = meant or {}
        self._first: dict[str, _Step] = {}

    def add(self, phrase: str, target: str, key_of: Callable[[str], str] | None = None) -> None:
        """Let a phrase name a target; ``key_of`` gives what all but its linking words are compared by."""
        key = _words(phrase)
        if key_of is not None:
            key = tuple(key_of(word) for word in key if word not in LINKING_WORDS)
        if not key or len(key) > MAX_WORDS:
            return
        step, following = _Step(), self._first
        for word in key:
            step = following.setdefault(word, _Step())
            following = step.following
        if target not in step.targets:
            step.targets = (*step.targets, target)
            step.loosely = (*step.loosely, *self._meant.get(target, ()))
        step.capitals = len(key) == 1 and (key[0] in CHAT_ALIASES or key[0] in FUNCTION_WORDS)

    def words(self) -> set[str]:
        """Return every word of every phrase."""
        found: set[str] = set()
        left = [self._first]
        while left:
            following = left.pop()
            found.update(following)
            left.extend(step.following for step in following.values())
        return found

    def begins(self, key: str) -> bool:
        """Whether some phrase begins with a word."""
        return key in self._first

    def goes_on(self, key: str, after: str) -> bool:
        """Whether some phrase that begins with a word ends there, or goes on with the word after it."""
        step = self._first[key]
        return bool(step.targets) or after in step.following

    def find(self, keys: Sequence[str], raw: Sequence[str]) -> tuple[Link, ...]:
        """Return the longest phrases of a text from left to right, without overlaps.

        ``keys`` are its words as the phrases have them (casefolded, or their stems), ``raw``
        the same words as written.
        """
        first = self._first
        if first.keys().isdisjoint(keys):
            return ()
        return tuple(self.find_at([number for number, key in enumerate(keys) if key in first], keys, raw))

    def find_at(self, starts: Iterable[int], keys: Sequence[str], raw: Sequence[str]) -> list[Link]:
        """Return the same, given where the words stand with which some phrase ``begins``, in order."""
        links: list[Link] = []
        end = 0
        last = len(keys) - 1
        for start in starts:
            if start < end:
                continue
            step = self._first[keys[start]]
            if step.following and start < last and keys[start + 1] in step.following:
                link = _longest(step, start, keys, raw)
                if link is None:
                    continue
            elif _names(step, start, keys, raw):
                link = Link(start, start + 1, step.targets, step.loosely)
            else:
                continue
            links.append(link)
            end = link.end
        return links


def _names(step: _Step, start: int, keys: Sequence[str], raw: Sequence[str]) -> bool:
    """Whether the words up to a step name something here: "the us" is no "us", even in small letters."""
    if not step.targets or not step.capitals:
        return bool(step.targets)
    return is_acronym(raw[start]) or (start > 0 and keys[start - 1] == _ARTICLE)


def _is_asked(length: int, start: int, keys: Sequence[str], raw: Sequence[str]) -> bool:
    """Whether the first of two words is rather the verb of a question: "what is kp" is no IS-KP."""
    asked = start > 0 and keys[start] == "is" and keys[start - 1] in _ASKING
    return asked and length > 1 and not is_acronym(raw[start])


def _longest(begun: _Step, start: int, keys: Sequence[str], raw: Sequence[str]) -> Link | None:
    """Return the longest phrase that begins at one word, of those that begin with it."""
    named: _Step | None = None
    step: _Step | None = begun
    at = end = start
    while step is not None:
        at += 1
        if _names(step, start, keys, raw) and not _is_asked(at - start, start, keys, raw):
            named, end = step, at
        step = step.following.get(keys[at]) if step.following and at < len(keys) else None
    return Link(start, end, named.targets, named.loosely) if named else None


@lru_cache(maxsize=512)  # the phrases of metrics go to several books
def _words(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as they are compared."""
    return tuple(split(normalise(phrase))[1])


def entity_phrasebook(entities: Iterable[Entity]) -> Phrasebook:
    """Return the names and aliases of entities, but what is typed for another word, as "HQ"."""
    entities = list(entities)
    book = Phrasebook({entity.id: entity.stands_for for entity in entities if entity.stands_for})
    for entity in entities:
        for phrase in (entity.name, *entity.aliases):
            if phrase.casefold() not in SHORTHAND:
                book.add(phrase, entity.id)
    return book


def metric_phrasebook(metrics: Iterable[Metric], alike: Callable[[str], str] | None = None) -> Phrasebook:
    """Return the words people use for each metric, compared by stem.

    With a key for words that are ``alike``, only phrases of several telling words, compared by that.
    """
    book = Phrasebook()
    for metric in metrics:
        for phrase in metric.words:
            if alike is None or sum(word not in LINKING_WORDS for word in _words(phrase)) > 1:
                book.add(phrase, metric.id, alike or _stem)
    return book


def undated(links: Iterable[Link], dated: frozenset[int]) -> tuple[Link, ...]:
    """Return the names of a text but those in its dates, given which words these consist of."""
    return tuple(link for link in links if dated.isdisjoint(range(link.start, link.end)))


def _stem(word: str) -> str:
    """Return the stem of a word; a number stays as it is."""
    return word if word[:1].isdigit() else stem(word)
