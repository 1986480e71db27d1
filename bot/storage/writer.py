"""Writes behind the answers: a bounded queue, batches, and patience with a database that is away."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final

from bot.logs import logger, quietly
from bot.storage.faults import RefusedError
from bot.store import StoreError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

    from bot.storage.changes import Change
    from bot.storage.pace import Pace

    Write = Callable[[Sequence[Change]], Awaitable[None]]

log = logger(__name__)

_LAST_RETRY: Final = 0.1
"""Seconds between tries once the bot is stopping."""


class Writer:
    """Keeps changes in order until they are written. One task runs it; anyone may put."""

    def __init__(self, pace: Pace) -> None:
        """Start with nothing to write."""
        self._pace = pace
        self._queue: deque[Change] = deque()
        self._size = pace.batch
        self._put = self._done = self._lost = 0
        self._filled, self._hurry, self._stop = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._progress = asyncio.Event()

    @property
    def waiting(self) -> int:
        """How many changes are not written yet."""
        return len(self._queue)

    @property
    def stopping(self) -> bool:
        """Whether no more changes will come."""
        return self._stop.is_set()

    def put(self, change: Change) -> None:
        """Take a change; returns at once, and never raises."""
        if len(self._queue) >= self._pace.most:
            self._lose()
            return
        self._queue.append(change)
        self._put += 1
        self._filled.set()
        if len(self._queue) >= self._pace.batch:
            self._hurry.set()

    async def run(self, write: Write) -> None:
        """Write until stopped and nothing is left."""
        while await self._due():
            self._hurry.clear()
            await self._write(write)

    def stop(self) -> None:
        """Let ``run`` end once everything is written; nothing lingers any more."""
        self._stop.set()
        self._filled.set()
        self._hurry.set()

    async def stopped(self) -> None:
        """Wait until ``stop`` is called."""
        await self._stop.wait()

    async def settle(self, seconds: float) -> None:
        """Wait until all that was put so far is written, no longer than some seconds."""
        target = self._put
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._done < target:
                    self._hurry.set()
                    await self._progress.wait()

    async def pause(self, seconds: float) -> None:
        """Wait before trying again; shortly when the bot is stopping."""
        if self.stopping:
            await asyncio.sleep(min(seconds, _LAST_RETRY))
        else:
            await _first(self._stop, seconds)

    async def _due(self) -> bool:
        """Wait until there is something to write; False when there will be nothing more."""
        while not self._queue:
            if self.stopping:
                return False
            self._filled.clear()
            await self._filled.wait()
        if not self.stopping:
            await _first(self._hurry, self._pace.linger)
        return True

    async def _write(self, write: Write) -> None:
        """Write one batch, however often it takes."""
        waits: Iterator[float] | None = None
        while True:
            batch = list(islice(self._queue, self._size))
            try:
                await write(batch)
            except RefusedError as error:
                if self._halve(batch, error):
                    continue
            except StoreError as error:
                if waits is None:
                    waits = self._pace.retries()
                    quietly(log.warning, "counts wait", why=str(error), waiting=self.waiting)
                await self.pause(next(waits))
                continue
            self._written(len(batch))
            if waits is not None:
                self._report()
            return

    def _halve(self, batch: list[Change], error: RefusedError) -> bool:
        """Close in on a change that is never taken; False once it is found, and given up."""
        self._size = max(1, len(batch) // 2)
        if len(batch) > 1:
            return True
        quietly(log.error, "not stored", what=type(batch[0]).__name__, why=str(error))
        return False

    def _written(self, count: int) -> None:
        """Forget what is written, and tell whoever waits for it."""
        for _ in range(count):
            self._queue.popleft()
        self._done += count
        self._size = min(2 * self._size, self._pace.batch)
        self._progress.set()
        self._progress = asyncio.Event()

    def _lose(self) -> None:
        """Drop a change for want of room; the log says so once, and how many when it is over."""
        if self._lost == 0:
            quietly(log.error, "counts are being lost", waiting=self.waiting)
        self._lost += 1

    def _report(self) -> None:
        """Say that the database is back, and what its absence cost."""
        quietly(log.warning, "the database is back", waiting=self.waiting, lost=self._lost)
        self._lost = 0


async def _first(event: asyncio.Event, seconds: float) -> None:
    """Wait for an event, no longer than some seconds."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
