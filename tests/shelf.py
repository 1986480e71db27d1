"""Fake of the port that reads the pack: what it gives can be changed between reloads."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.model import Pack
from bot.knowledge.problems import KnowledgeError, Problem


class Shelf:
    """Gives a pack, or raises what it was told to raise; counts how often it was read."""

    def __init__(self, pack: Pack) -> None:
        """Start with a sound pack."""
        self.pack = pack
        self.error: Exception | None = None
        self.reads = 0

    def __call__(self, *, questions: bool = True) -> Pack:
        """Read the pack, with its questions or without."""
        self.reads += 1
        if self.error is not None:
            raise self.error
        return self.pack if questions else replace(self.pack, questions=())

    def break_with(self, count: int) -> None:
        """Make the next readings fail with some problems."""
        self.error = KnowledgeError(
            tuple(
                Problem("facts/x.yaml", line, 3, "citations", "unknown source 'dwan'", "did you mean 'dawn'?")
                for line in range(1, count + 1)
            )
        )
