"""Takes PostgreSQL away from the real bot process under questions, and counts what is lost.

Real time, sockets and PostgreSQL, and no
shortened waits. Every question must be answered once, during the outage as fast as before it, and
every answer must be counted in the end.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Final

import numpy as np

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.commands.running import told  # noqa: E402  # as the tests below
from bot.commands.scripts import CommandLine, positive  # noqa: E402  # as the tests below
from tests.sockets.bot_process import BotProcess  # noqa: E402  # the tests are no package
from tests.sockets.discord_server import DiscordServer, until  # noqa: E402  # as above
from tests.sockets.member import Member  # noqa: E402  # as above
from tests.sockets.pack import DATES, write  # noqa: E402  # as above
from tests.storage.server import Server, serving  # noqa: E402  # as above

AROUND: Final = 5.0
"""Seconds of questions before and after the outage."""
PATIENCE: Final = 60.0
"""Seconds within which the counts must be there after the database is back."""


@dataclass(slots=True)
class Phase:
    """What was asked in one part of the time, and how long the answers took, in seconds."""

    name: str
    asked: list[int] = field(default_factory=list[int])
    took: list[float] = field(default_factory=list[float])

    async def play(self, member: Member, seconds: float, rate: float) -> None:
        """Ask for some seconds, and wait for each answer."""
        end = perf_counter() + seconds
        while perf_counter() < end:
            begun = perf_counter()
            self.asked.append(member.asks(DATES))
            await member.hears(self.asked[-1])
            self.took.append(perf_counter() - begun)
            await asyncio.sleep(max(0.0, begun + 1 / rate - perf_counter()))

    def __str__(self) -> str:
        """Return a line of the table."""
        p50, p99 = (1000 * float(np.percentile(self.took, part)) for part in (50, 99))
        return (
            f"{self.name:14} {len(self.asked):6} asked, answers in {p50:6.1f} ms (p50), {p99:6.1f} ms (p99)"
        )


async def measure(seconds: float, rate: float, database: Server, folder: Path) -> None:
    """Run the bot, take the database away and bring it back; print what was lost."""
    url = database.new_database()
    schema = url.rpartition("search_path=")[2]
    async with DiscordServer() as discord:
        member = Member.of(discord, "mina", discord.backend.create_guild("Town").id)
        bot = BotProcess(discord.address, write(folder / "pack"), url, haste=1)
        bot.start()
        try:
            await until(lambda: discord.gateway.sessions)
            phases = [Phase("before"), Phase("without it"), Phase("after")]
            await phases[0].play(member, AROUND, rate)
            await asyncio.to_thread(database.stop)
            await phases[1].play(member, seconds, rate)
            await asyncio.to_thread(database.start)
            await phases[2].play(member, AROUND, rate)
            asked = [question for phase in phases for question in phase.asked]
            back, counted = perf_counter(), 0
            while counted < len(asked) and perf_counter() < back + PATIENCE:
                await asyncio.sleep(0.5)
                counted = await asyncio.to_thread(count, database, schema)
            delay = perf_counter() - back
            await bot.stop()
        finally:
            bot.kill()
        print(f"PostgreSQL away for {seconds:g} s\n\n" + "\n".join(map(str, phases)))
        once = sum(len(discord.replies(question)) == 1 for question in asked)
        print(
            f"{len(asked)} asked, {once} answered once, {counted} counted, {delay:.1f} s after the last one"
        )


def count(database: Server, schema: str) -> int:
    """Return how many questions are counted."""
    found = database.sql(f"SELECT 'n=' || count(*) FROM {schema}.asked")  # noqa: S608  # a name of our own
    return int(found.partition("n=")[2].split()[0])


def main() -> None:
    """Measure in a folder of its own."""
    options = CommandLine(__doc__)
    options.add_argument(
        "seconds",
        type=positive,
        nargs="?",
        default=30.0,
        metavar="SECONDS",
        help="how long PostgreSQL is away; else %(default)g",
    )
    options.add_argument(
        "rate",
        type=positive,
        nargs="?",
        default=20.0,
        metavar="QUESTIONS_A_SECOND",
        help="how many are asked meanwhile, before and after; else %(default)g",
    )
    given = options.parse_args()
    with serving() as database, tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(given.seconds, given.rate, database, Path(folder)))


if __name__ == "__main__":
    told(main)
