"""PURE: what waits to be written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from bot.store import Asked, Reply


@dataclass(frozen=True, slots=True)
class Count:
    """A question to be counted, under an id of its own, so that writing it twice counts it once."""

    id: int
    asked: Asked


@dataclass(frozen=True, slots=True)
class Link:
    """A reply to be remembered from a moment on."""

    reply: Reply
    at: datetime


@dataclass(frozen=True, slots=True)
class Unlink:
    """A reply to be forgotten."""

    question: int


@dataclass(frozen=True, slots=True)
class Tidy:
    """Everything that is too old at a moment is to be forgotten."""

    at: datetime


Change: TypeAlias = Count | Link | Unlink | Tidy


def storable(asked: Asked) -> Asked:
    """Return a question without what no database takes: NUL and halves of characters."""
    if asked.question is None:
        return asked
    return replace(asked, question=asked.question.replace("\0", "").encode(errors="ignore").decode())
