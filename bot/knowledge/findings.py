"""PURE: what a check finds, before the reader knows on which line it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.knowledge.problems import Severity

Subject: TypeAlias = Literal["entry", "source", "question", "pack", "proof"]
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with an entry, a source, a question, a proof or the pack's settings.

    ``id`` is the entry's or source's id, or a question's or proof's place among its kind. ``path``
    leads from there to the value: ``("citations", 1, "source")`` is the second citation's source.
    """

    subject: Subject
    id: str
    path: Path
    message: str
    mend: str = ""
    severity: Severity = "error"

    @property
    def field(self) -> str:
        """The path in words, without the places in lists."""
        return ".".join(step for step in self.path if isinstance(step, str))
