"""The live revision of the pack: loaded, validated, compared and swapped in one step."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.engine import build_index
from bot.knowledge.problems import BotError
from bot.knowledge.revision import Changes, compare, content_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.engine import Index
    from bot.knowledge.model import Pack


@dataclass(frozen=True, slots=True)
class Revision:
    """One immutable published state of a pack, ready to answer from."""

    id: str
    pack: Pack
    index: Index
    changes: Changes
    """What differs from the revision that this one replaced."""


class NothingLoadedError(BotError):
    """The library was asked for a revision before the first one was loaded."""


class Library:
    """Keeps the one revision that answers come from; a failed reload leaves it untouched."""

    def __init__(self, load: Callable[[], Pack]) -> None:
        """Keep the way to read the pack: ``load`` reads and validates it, or raises."""
        self._load = load
        self._current: Revision | None = None
        self._reloading = asyncio.Lock()

    @property
    def current(self) -> Revision:
        """The live revision."""
        if self._current is None:
            message = "No knowledge is loaded yet."
            raise NothingLoadedError(message)
        return self._current

    def load_first(self) -> Revision:
        """Load the first revision, before any event loop runs; errors are the caller's."""
        self._current = self._read(None)
        return self._current

    async def reload(self) -> Revision:
        """Read the pack again and publish it.

        Reading and indexing run in a thread, so answers go on meanwhile. Reloads asked for
        at the same time follow each other. On any error the live revision stays.
        """
        async with self._reloading:
            revision = await asyncio.to_thread(self._read, self._current)
            self._current = revision
            return revision

    def _read(self, before: Revision | None) -> Revision:
        """Read, validate and index the pack, and compare it with the live one."""
        pack = self._load()
        changes = compare(before.pack, pack) if before else Changes(added=tuple(pack.entries))
        return Revision(content_id(pack), pack, build_index(pack), changes)
