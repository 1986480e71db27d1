"""PURE: what can be wrong with a pack, each with its place and the way to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one place. ``line`` and ``column`` count from 1; 0 means the whole file."""

    file: str
    line: int
    column: int
    field: str
    message: str
    mend: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """Return ``file:line:column: severity: field: message; mend``."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        what = f"{self.field}: {self.message}" if self.field else self.message
        return f"{place}: {self.severity}: {what}" + (f"; {self.mend}" if self.mend else "")


class BotError(Exception):
    """Base of every failure this project raises on purpose; its text is one plain sentence."""


class KnowledgeError(BotError):
    """A pack that can't be published. ``problems`` holds every error and warning found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems, sorted by place."""
        self.problems = tuple(sorted(problems))
        errors = sum(problem.severity == "error" for problem in self.problems)
        super().__init__(f"The knowledge has {errors} error{'' if errors == 1 else 's'}.")
