"""The store that keeps things in a database: written behind the answers, opened beside them."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from secrets import randbits
from typing import TYPE_CHECKING, Final, Protocol

from bot.logs import logger, quietly
from bot.storage.changes import Count, Link, Tidy, Unlink, storable
from bot.storage.choices import Choices
from bot.storage.first_look import first_look
from bot.storage.hearing import hear
from bot.storage.pace import PACE
from bot.storage.places import SQLitePlace
from bot.storage.recent import Recent
from bot.storage.writer import Writer
from bot.store import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine

    from bot.storage.pace import Pace
    from bot.storage.places import Place
    from bot.storage.rows import Rows
    from bot.store import Asked, GuildSettings, Reply, Usage

    Ready = Callable[[], Coroutine[object, object, object]]

log = logger(__name__)

_MEANWHILE: Final = "The bot answers all the same and tries again; counts wait until then."
_NOT_NOW: Final = "What I remember can't be read or changed at the moment. Try again in a minute."
_ID_BITS: Final = 21


class Lock(Protocol):
    """What keeps other processes away until it is closed."""

    def close(self) -> object:
        """Let go."""
        ...


def _now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


class Database:
    """Remembers in SQLite or PostgreSQL.

    Made without touching the database. ``start`` opens it in a task of its own and tries until it
    can; ``close`` writes what waits. What servers chose is read before that: from a file at once,
    from a server through a connection that then hears what other processes change.
    """

    def __init__(
        self,
        place: Place,
        tell: Callable[[str], None],
        pace: Pace = PACE,
        now: Callable[[], datetime] = _now,
        lock: Lock | None = None,
    ) -> None:
        """Keep where things go; ``tell`` prints a line for the host, ``lock`` is closed at the end."""
        self._place = place
        self._tell = tell
        self._pace = pace
        self._now = now
        self._lock = lock
        self._writer = Writer(pace)
        self._recent = Recent(pace.replies)
        self._choices = Choices()
        self._rows: Rows | None = None
        self._opened = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._hearing: asyncio.Task[None] | None = None
        self._numbers = count(randbits(_ID_BITS))

    def start(self, ready: Ready | None = None) -> None:
        """Open the database in the background, once ``ready`` returns or a few seconds have passed."""
        if isinstance(self._place, SQLitePlace):
            found = first_look(self._place.path)
            if found is not None:
                self._choices.load(found, self._choices.edition)
        else:
            hearing = hear(self._place, self._pace, self._choices)
            self._hearing = asyncio.create_task(hearing, name="hearing")
        self._task = asyncio.create_task(self._serve(ready), name="store")

    async def close(self) -> None:
        """Write what waits, for a few seconds at most, and let go of the database."""
        self._writer.stop()
        try:
            if self._task is not None:
                await asyncio.wait({self._task}, timeout=self._pace.drain)
        finally:
            tasks = set(filter(None, (self._task, self._hearing)))
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            if self._writer.waiting:
                quietly(log.error, "counts were lost", lost=self._writer.waiting)
            if self._lock is not None:
                self._lock.close()

    def record(self, asked: Asked) -> None:
        """Count a question, in the background."""
        number = int(asked.at.timestamp() * 1000) << _ID_BITS | next(self._numbers) % (1 << _ID_BITS)
        self._writer.put(Count(number, storable(asked)))

    def link(self, reply: Reply) -> None:
        """Remember which messages answer which."""
        now = self._now()
        self._recent.link(reply, now)
        self._writer.put(Link(reply, now))

    def unlink(self, question: int) -> None:
        """Forget the messages that answer one."""
        self._recent.unlink(question, self._now())
        self._writer.put(Unlink(question))

    async def knows_settings(self, patience: float) -> bool:
        """Whether what servers chose is known, waiting no longer than some seconds for it."""
        return await self._choices.known(patience)

    def settings(self, guild: int) -> GuildSettings:
        """Return what a server chose, from memory."""
        return self._choices.of(guild)

    async def usage(self, guild: int | None = None) -> Usage:
        """Return the counts of one server, or of all of them; those just made are in."""
        async with self._using() as rows:
            await self._writer.settle(self._pace.patience)
            return await rows.usage(guild)

    async def uses(self) -> dict[str, int]:
        """Return how often each entry answered, in all servers; those just counted are in."""
        async with self._using() as rows:
            await self._writer.settle(self._pace.patience)
            return await rows.uses()

    async def unanswered(self, guild: int | None = None, limit: int = 100) -> tuple[tuple[str, int], ...]:
        """Return questions that were not answered, with how often each was put, most first."""
        async with self._using() as rows:
            await self._writer.settle(self._pace.patience)
            return await rows.unanswered(guild, limit)

    async def choose(self, guild: int, settings: GuildSettings) -> None:
        """Keep what a server chose; not before its earlier choices are read, or they would be undone."""
        if self._rows is None:
            raise StoreError(_NOT_NOW)
        async with self._using() as rows:
            await rows.choose(guild, settings)
            self._choices.put(guild, settings)

    async def reply(self, question: int) -> Reply | None:
        """Return the messages that answer one; None too when the database can't be asked."""
        now = self._now()
        if self._recent.knows(question) or self._rows is None:
            return self._recent.reply(question, now)
        try:
            return await self._rows.reply(question, now)
        except StoreError as error:
            quietly(log.warning, "a reply was not looked up", why=str(error))
            return None

    async def recall(self, key: str) -> str | None:
        """Return a note."""
        async with self._using() as rows:
            return await rows.recall(key)

    async def keep(self, key: str, value: str) -> None:
        """Keep a note."""
        async with self._using() as rows:
            await rows.keep(key, value)

    @asynccontextmanager
    async def _using(self) -> AsyncGenerator[Rows]:
        """Give the rows once they are open; whatever fails is a sentence for people on Discord."""
        try:
            async with asyncio.timeout(self._pace.patience):
                rows = await self._open_rows()
            yield rows
        except (StoreError, TimeoutError) as error:
            quietly(log.warning, "the store can't be used", why=str(error) or "it is not open")
            raise StoreError(_NOT_NOW) from error

    async def _open_rows(self) -> Rows:
        """Return the rows once they are open."""
        while self._rows is None:
            await self._opened.wait()
        return self._rows

    async def _serve(self, ready: Ready | None) -> None:
        """Open, then write until stopped."""
        try:
            if ready is not None:
                await self._head_start(ready)
            rows = await self._open()
            if rows is not None:
                try:
                    await self._write(rows)
                finally:
                    await rows.close()
        except Exception as error:  # noqa: BLE001  # a mistake here must not end unseen
            quietly(log.error, "the store stopped", exc_info=error)

    async def _head_start(self, ready: Ready) -> None:
        """Let the bot connect first: what opening imports would make it slower to answer."""
        waited = {asyncio.create_task(ready()), asyncio.create_task(self._writer.stopped())}
        await asyncio.wait(waited, timeout=self._pace.head_start, return_when=asyncio.FIRST_COMPLETED)
        for task in waited:
            task.cancel()
        await asyncio.gather(*waited, return_exceptions=True)

    async def _open(self) -> Rows | None:
        """Open the database, however often it takes; None when stopped with nothing to write."""
        told = ""
        waits = self._pace.retries()
        while self._writer.waiting or not self._writer.stopping:
            try:
                return await self._try()
            except StoreError as error:
                sentence = f"{error} {_MEANWHILE}"
                if sentence != told:
                    quietly(log.warning, sentence)
                    self._tell(sentence)
                told = sentence
            await self._writer.pause(next(waits))
        return None

    async def _try(self) -> Rows:
        """Open the database and read what must be at hand."""
        open_rows = await asyncio.to_thread(_import)
        rows = await open_rows(self._place, self._pace)
        try:
            edition = self._choices.edition
            self._choices.load(await rows.settings(), edition)
            self._recent.load(await rows.replies(self._now(), self._pace.replies))
        except StoreError:
            await rows.close()
            raise
        return rows

    async def _write(self, rows: Rows) -> None:
        """Write what is put, and remove what is too old now and then."""
        self._rows = rows
        self._opened.set()
        async with asyncio.TaskGroup() as tasks:
            writing = tasks.create_task(self._writer.run(rows.write))
            while not writing.done():
                self._writer.put(Tidy(self._now()))
                await asyncio.wait({writing}, timeout=self._pace.tidy)


def _import() -> Callable[[Place, Pace], Awaitable[Rows]]:
    """Import SQLAlchemy, in whatever thread this is called."""
    from bot.storage.rows import open_rows  # noqa: PLC0415  # a quarter of a second

    return open_rows
