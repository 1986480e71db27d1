"""PURE: the date of what is the latest of a series: "the last round of the dialogue"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.dates.mentions import Mention
from bot.answering.lexicon import FUNCTION_WORDS
from bot.knowledge.model import Entity, Event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.answering.linking import Link
    from bot.answering.text import Token
    from bot.knowledge.model import Pack
    from bot.knowledge.periods import Period

LATEST: Final = frozenset({"latest", "last", "newest", "recent"})
"""Words with which the latest is asked for."""
_MOST: Final = "most"
"""What makes it of what is "recent"."""
_ONES: Final = frozenset({"round", "meeting", "session", "edition", "instalment", "installment"})
"""What one of a series is called, whatever the series."""
_WITHIN: Final = 6
"""Words from "latest" to what it is the latest of: "the last Pakistan-US counterterrorism dialogue"."""


class Held(NamedTuple):
    """When one of a series took place, and whom and what it concerned."""

    day: Period
    about: frozenset[str]


class Series:
    """What of a pack is held again and again: its entities of type ``process`` with two events or more."""

    def __init__(self, pack: Pack, key: Callable[[str], str]) -> None:
        """Take a pack and what its words are compared by.

        An event is one of the series that stands first in its ``about``.
        """
        held: defaultdict[str, list[Held]] = defaultdict(list)
        for event in pack.of_kind(Event):
            if event.about and event.period is not None:
                held[event.about[0]].append(Held(event.period, frozenset(event.about)))
        processes = [
            each for each in pack.of_kind(Entity) if each.type == "process" and len(held[each.id]) > 1
        ]
        self._held: Mapping[str, Sequence[Held]] = {
            each.id: sorted(held[each.id], key=lambda one: one.day.first) for each in processes
        }
        self._called = {each.id: key(each.name.split()[-1].casefold()) for each in processes}
        meant = pack.default_period
        self._topics = [
            process
            for process, those in self._held.items()
            if meant is not None and any(one.day.overlaps(meant) for one in those)
        ]
        self._key = key

    def latest(self, tokens: Sequence[Token], links: Sequence[Link]) -> Mention | None:
        """Return when the latest took place of the series that a text asks for, or ``None``.

        That is the latest of those that concern all that the text names: "the last round in Washington".
        """
        found = self._asked(tokens) if self._held else None
        if found is None:
            return None
        first, last, called = found
        targets = {target for link in links for target in link.targets}
        named = [process for process in self._held if process in targets]
        meant = named or [process for process in self._topics if self._called[process] == called]
        if len(meant) != 1:
            return None
        days = [one.day for one in self._held[meant[0]] if _concerns(one, links)]
        return Mention(tokens[first].start, _end(tokens[last]), (days[-1],)) if days else None

    def _asked(self, tokens: Sequence[Token]) -> tuple[int, int, str] | None:
        """Return the first and last word by which a text says "latest", and the key of what it says it of."""
        words = [token.word for token in tokens]
        for number, word in enumerate(words):
            recent = word == "recent"
            if word not in LATEST or (recent and words[number - 1 : number] != [_MOST]):
                continue
            for after in words[number + 1 : number + 1 + _WITHIN]:
                called = self._key(after)
                if after in _ONES or called in self._called.values():
                    return number - recent, number, called
                if after in FUNCTION_WORDS:
                    break
        return None


def _concerns(one: Held, links: Iterable[Link]) -> bool:
    """Whether one of a series concerns all that a text names."""
    return all(not one.about.isdisjoint(link.targets) for link in links)


def _end(token: Token) -> int:
    """Return where a word ends in its text."""
    return token.start + len(token.raw)
