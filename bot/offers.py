"""PURE: what autocomplete offers: short texts ranked by what a member has typed so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from bot.answering.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST: Final = 25
LONGEST: Final = 100
"""Discord's limits for the choices of an autocomplete and for the text of one."""
_LIKENESS: Final = 60.0
_ELLIPSIS: Final = "…"


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
    return (at_word if len(at_word) > limit // 2 else kept) + _ELLIPSIS


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
        """Return at most ``MOST`` choices: beginnings, then word beginnings, then the likest.

        Nothing typed gives a spread over all of them.
        """
        wanted = fold(" ".join(typed.split()))
        if not wanted:
            return list(self.shown)[:: max(1, len(self.shown) // MOST)][:MOST]
        begins = [c for c, text in self.folded.items() if text.startswith(wanted)]
        inside = [c for c, text in self.folded.items() if f" {wanted}" in text]
        found = list(dict.fromkeys(begins + inside))
        if len(found) < MOST:
            likest = process.extract(
                wanted,
                self.folded,
                scorer=fuzz.token_set_ratio,
                limit=MOST,
                score_cutoff=_LIKENESS,
            )
            found += [choice for _, _, choice in likest if choice not in found]
        return found[:MOST]


def _free(text: str, taken: dict[str, str]) -> str:
    """Return a choice for a text that no other text has."""
    choice = shorten(text, LONGEST)
    number = 2
    while choice in taken:
        suffix = f" ({number})"
        choice = shorten(text, LONGEST - len(suffix)) + suffix
        number += 1
    return choice
