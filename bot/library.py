"""The live revision of the pack: loaded, validated, compared and swapped in one step."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from time import sleep
from typing import TYPE_CHECKING, Protocol

from bot.answering.engine import build_index
from bot.answering.warming import warm_up
from bot.english import CommonEnglish
from bot.garbage import clear_out, give_back, uncollected
from bot.knowledge.holding import in_force
from bot.knowledge.problems import BotError
from bot.knowledge.revision import Changes, compare, content_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.engine import Index
    from bot.answering.semantic import Encoder
    from bot.knowledge.model import Pack, Question


class Load(Protocol):
    """Reads and validates the pack, or raises; without ``questions`` it may leave those out."""

    def __call__(self, *, questions: bool) -> Pack:
        """Return a sound pack, or raise ``KnowledgeError`` with every problem."""
        ...


@dataclass(frozen=True, slots=True)
class Revision:
    """One immutable published state of a pack, ready to answer from."""

    id: str
    pack: Pack
    index: Index
    changes: Changes
    """What differs from the revision that this one replaced."""
    since: datetime
    """When this state went live, in UTC; reading the same state again does not change it."""


def _now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def indexed(load: Callable[[], Pack], encoder: Encoder | None = None) -> Index:
    """Read a pack and build its index; what ``load`` raises is the caller's."""
    try:
        with uncollected():
            return build_index(load(), CommonEnglish(), encoder)
    finally:
        give_back()


def made_ready(index: Index) -> None:
    """Do what the first questions would otherwise wait for, in a thread that lets answers go first."""
    with uncollected():
        for _ in warm_up(index):
            sleep(0)


class NothingLoadedError(BotError):
    """The library was asked for a revision before the first one was loaded."""


class NotLiveError(BotError):
    """What is in the knowledge folder is not what is live."""


class Library:
    """Keeps the one revision that answers come from; a failed reload leaves it untouched."""

    def __init__(
        self, load: Load, now: Callable[[], datetime] = _now, encoder: Encoder | None = None
    ) -> None:
        """Keep the way to read the pack, the clock that says since when it is live, and the encoder."""
        self._load = load
        self._encoder = encoder
        self._now = now
        self._current: Revision | None = None
        self._reloading = asyncio.Lock()

    @property
    def loaded(self) -> bool:
        """Whether there is a live revision."""
        return self._current is not None

    @property
    def current(self) -> Revision:
        """The live revision."""
        if self._current is None:
            message = "No knowledge is loaded yet."
            raise NothingLoadedError(message)
        return self._current

    def load_first(self) -> Revision:
        """Load the first revision, off the event loop; errors are the caller's.

        The questions that measure it are left for later: nobody's answer waits for them.
        """
        self._current = self._read(questions=False)
        return self._current

    def warm_up(self) -> None:
        """Make the live revision ready for its first questions; to be called off the event loop."""
        made_ready(self.current.index)

    async def questions(self) -> tuple[Question, ...]:
        """Read the questions that measure the live revision, in a thread; errors are the caller's.

        Raises ``NotLiveError`` where the pack has been edited since: its questions ask for what is
        not live yet.
        """
        live = self.current.id
        pack = await asyncio.to_thread(self._load, questions=True)
        if content_id(in_force(pack)) != live:
            message = "The knowledge was edited and not reloaded since."
            raise NotLiveError(message)
        return pack.questions

    async def reload(self) -> Revision:
        """Read the pack again and publish it.

        Reading and indexing run in a thread, so answers go on meanwhile. Reloads asked for
        at the same time follow each other. On any error the live revision stays.
        """
        async with self._reloading:
            # the live revision is no argument: its thread could keep it while what is unused is cleared out
            revision = await asyncio.to_thread(self._read)
            self._current = revision
            await asyncio.to_thread(clear_out)
            return revision

    def _read(self, *, questions: bool = True) -> Revision:
        """Read, validate and index the pack, and compare it with the live one, if there is one."""
        before = self._current
        index = indexed(lambda: self._load(questions=questions), self._encoder)
        if before:  # nobody waits for the new state as for the first one
            made_ready(index)
        pack = index.pack
        changes = compare(before.pack, pack) if before else Changes(added=tuple(pack.entries))
        key = content_id(pack)
        since = before.since if before and before.id == key else self._now()
        return Revision(key, pack, index, changes, since)
