"""PURE: words in a picture: broken into lines, and short forms of values and periods."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING, Final, Protocol

from bot.answering.wording import number

if TYPE_CHECKING:
    from bot.knowledge.model import Figure, Qualifier
    from bot.knowledge.periods import Period

LINE: Final = 1.28
"""Height of a line of text, by its size."""
WARNING: Final = "\u26a0"
SIGNS: Final[dict[Qualifier, str]] = {
    "exactly": "",
    "at least": "\u2265",
    "more than": ">",
    "about": "\u2248",
    "up to": "\u2264",
}
_LONGEST: Final = 400
"""Characters of one text that are looked at; no more have room in any picture."""
_ELLIPSIS: Final = "…"
_MONTH: Final = re.compile(rf"\b({'|'.join(calendar.month_name[1:])})\b")


class Measure(Protocol):
    """Says how wide words are in a font."""

    def __call__(self, words: str, size: float, *, bold: bool = False) -> float:
        """Return a width in pixels."""
        ...


class Pen:
    """One font in one size, with which words are broken into lines."""

    def __init__(self, measure: Measure, size: float, *, bold: bool = False) -> None:
        """Keep the font."""
        self._measure = measure
        self.size = size
        self.bold = bold

    def width(self, words: str) -> float:
        """Return how wide words are, in pixels."""
        return self._measure(words, self.size, bold=self.bold)

    def wrap(self, words: str, width: float, most: int) -> list[str]:
        """Break words into at most ``most`` lines that fit; what has no room ends in an ellipsis."""
        lines: list[str] = []
        space = self.width(" ")
        left = width
        for word in words[:_LONGEST].split():
            taken = self.width(word)
            if lines and taken + space <= left:
                lines[-1] += f" {word}"
                left -= taken + space
            else:
                lines.append(word)
                left = width - taken
        shown = lines[:most]
        if shown and (len(lines) > most or len(words) > _LONGEST):
            shown[-1] += _ELLIPSIS
        return [self._fitted(line, width) for line in shown]

    def _fitted(self, line: str, width: float) -> str:
        """Cut a line at its end until it fits."""
        kept, end = line, ""
        while kept and self.width(kept + end) > width:
            kept, end = kept.rstrip(_ELLIPSIS)[:-1].rstrip(), _ELLIPSIS
        return kept + end


def short_value(figure: Figure) -> str:
    """Return a value in few characters, without the other end of a range, as in ``≥645``."""
    return SIGNS[figure.qualifier] + number(figure.value)


def short_range(figure: Figure) -> str:
    """Return a value with the other end of its range, as in ``≈6,000–6,500``."""
    end = "" if figure.value_max is None else f"–{number(figure.value_max)}"
    return short_value(figure) + end


def short_period(period: Period) -> str:
    """Return a period for an axis, as in ``Jan 2022`` or ``15 Aug 2021 to 14 Aug 2022``."""
    return _MONTH.sub(lambda month: month[0][:3], period.describe())
