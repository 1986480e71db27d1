"""PURE: sources numbered as they are first cited, so that many numbers can share a list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_app.citing import citation
from bot.discord_app.layout import Block

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.answer import Cited


class Footnotes:
    """The sources of one reply. A source cited at two places or for two quotations has two numbers."""

    def __init__(self) -> None:
        """Start without sources."""
        self._numbers: dict[tuple[str, str | None, str | None], int] = {}
        self._cited: list[Cited] = []

    def mark(self, citations: Iterable[Cited]) -> str:
        """Return the numbers of some citations, as in ``[1] [4]`` with the brackets escaped."""
        return " ".join(f"\\[{self._number(cited)}\\]" for cited in citations)

    def block(self, budget: int | None) -> Block:
        """Return the list of every source cited so far; ``budget`` is how long a quotation may be."""
        lines: list[str] = []
        for number, cited in enumerate(self._cited, 1):
            first, *rest = citation(cited, budget)
            lines += [f"\\[{number}\\] {first.removeprefix('• ')}", *rest]
        return Block("Source" if len(self._cited) == 1 else "Sources", tuple(lines))

    def _number(self, cited: Cited) -> int:
        """Return the number of a citation, a new one for a new citation."""
        key = (cited.source.id, cited.locator, cited.quote)
        if key not in self._numbers:
            self._cited.append(cited)
            self._numbers[key] = len(self._cited)
        return self._numbers[key]
