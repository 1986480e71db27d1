"""PURE: what autocomplete offers: short texts ranked by what a member has typed so far."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from bot.answering.figures.sieve import Choice
from bot.answering.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST: Final = 25
LONGEST: Final = 100
"""Discord's limits for the choices of an autocomplete and for the text of one."""
_LIKENESS: Final = 75.0
_SHORTEST_FUZZY: Final = 4
"""Shorter than this, anything is like anything."""
_LONGEST_TYPED: Final = 200
"""Characters that are looked at: Discord passes on thousands, and asks again at every key."""
ELLIPSIS: Final = "…"
"""Ends a text that was shortened."""


def units(text: str) -> int:
    """Return the length of a text as Discord's clients count it: in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, limit: int) -> str:
    """Return a text that fits a limit, cut at a word where possible and marked as cut."""
    if units(text) <= limit:
        return text
    kept = text[: limit - 1]
    while units(kept) > limit - 1:
        kept = kept[:-1]
    at_word = kept.rpartition(" ")[0]
    return (at_word if len(at_word) > limit // 2 else kept) + ELLIPSIS


@dataclass(frozen=True, slots=True)
class Offers:
    """Texts offered by autocomplete. ``shown`` maps what a choice shows to the whole text."""

    shown: dict[str, str]
    folded: dict[str, str] = field(repr=False)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Offers:
        """Shorten the texts to choices that stay distinct."""
        shown: dict[str, str] = {}
        for plain in dict.fromkeys(" ".join(text.split()) for text in texts):
            if plain:
                shown[_free(plain, shown)] = plain
        return cls(shown, {choice: fold(text) for choice, text in shown.items()})

    def whole(self, typed: str) -> str:
        """Return the whole text behind a choice, or what was typed when it is no choice."""
        return self.shown.get(typed, typed)

    def ranked(self, typed: str) -> list[str]:
        """Return at most ``MOST`` choices: beginnings, then all the words, then the likest.

        Nothing typed gives the first ones.
        """
        wanted = fold(" ".join(typed[:_LONGEST_TYPED].split()))[:_LONGEST_TYPED]
        words = [f" {word}" for word in dict.fromkeys(wanted.split())]
        begins = [c for c, text in self.folded.items() if text.startswith(wanted)]
        inside = [c for c, text in self.folded.items() if all(w in f" {text}" for w in words)]
        found = list(dict.fromkeys(begins + inside))
        if len(found) < MOST and len(wanted) >= _SHORTEST_FUZZY:
            found = list(dict.fromkeys(found + self._likest(wanted)))
        return found[:MOST]

    def _likest(self, wanted: str) -> list[str]:
        """Return the choices that hold something like what is typed, typing mistakes forgiven."""
        near = process.extract(
            wanted,
            self.folded,
            scorer=fuzz.partial_ratio,
            limit=2 * MOST,
            score_cutoff=_LIKENESS,
        )
        return sorted(
            (choice for _, _, choice in near),
            key=lambda choice: -fuzz.token_set_ratio(wanted, self.folded[choice]),
        )


@dataclass(frozen=True, slots=True)
class Menu:
    """Choices offered by name. ``values`` has the value behind each name."""

    offers: Offers
    values: dict[str, str]

    @classmethod
    def of(cls, found: Iterable[Choice]) -> Menu:
        """Take some choices; what is too long for a value is left out.

        Names that several share are numbered, so that each can be chosen.
        """
        values: dict[str, str] = {}
        seen: Counter[str] = Counter()
        for choice in found:
            if units(choice.value) <= LONGEST:
                name = " ".join(choice.name.split())
                seen[name] += 1
                values[name if seen[name] == 1 else f"{name} ({seen[name]})"] = choice.value
        return cls(Offers.of(values), values)

    def fitting(self, typed: str) -> list[Choice]:
        """Return the choices that fit what is typed, likest first."""
        return [Choice(shown, self.values[self.offers.whole(shown)]) for shown in self.offers.ranked(typed)]


def _free(text: str, taken: dict[str, str]) -> str:
    """Return a choice for a text that no other text has."""
    choice = shorten(text, LONGEST)
    number = 2
    while choice in taken:
        suffix = f" ({number})"
        choice = shorten(text, LONGEST - len(suffix)) + suffix
        number += 1
    return choice
