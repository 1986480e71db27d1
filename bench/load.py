"""Prints how much the real bot process takes, beside a bare ``discord.Client``, over real sockets.

The client is pinned to core 0 and this script, which is
Discord, to core 1. Each figure is the median of the rounds, with the least and the greatest. The last
column goes by the processor time that the client used: what it would do on a core of its own, where
other programs want the core too. A question counts as answered when its reply has arrived. "Anew"
are questions that were not asked before; "again" comes from the bot's memory of recent answers. The bare
client that answers sends one answer of the bot's, the middle one by length, to every question.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Final

import numpy as np
import orjson
from asker import Asker
from clients import CLIENT_CORE, Place, Process, bare_command, bot_command, client
from lean_discord import IDENTIFY, LeanDiscord
from payloads import message
from rows import ASKED_RATE, IGNORED_RATE, Table

from bot.answering.answer import Answered
from bot.answering.engine import Ask, answer
from bot.commands.running import told
from bot.commands.scripts import CommandLine, whole
from bot.discord_app.layout import Reply
from bot.discord_app.render import render
from bot.discord_app.sending import embed_of
from bot.knowledge.problems import BotError
from bot.library import indexed
from bot.packs import load_pack

DISCORD_CORE: Final = 1
IGNORED: Final = 30_000
"""Messages in a burst."""
USUAL: Final = 200
"""Questions that are asked again."""
SECONDS: Final = 8
"""How long the steady load lasts."""


async def burst(discord: LeanDiscord, process: Process) -> tuple[float, float]:
    """Send messages that are not for the bot; return how many a second, and a second of processor time.

    The first burst after a start only warms the client up.
    """
    await discord.echo()
    frames = b"".join(discord.packer.event(message(number)) for number in range(1000))
    begun, cpu = perf_counter(), process.cpu
    for _ in range(IGNORED // 1000):
        discord.send(frames)
    await discord.echo()
    return IGNORED / (perf_counter() - begun), IGNORED / (process.cpu - cpu)


async def mixed(discord: LeanDiscord, asker: Asker, texts: Sequence[str]) -> list[float]:
    """Send a steady load; return how long each answer took, in milliseconds.

    The questions come at even distances, with the messages that are not for the bot between them.
    """
    ignored = [discord.packer.event(message(number)) for number in range(1000)] * 2
    between = IGNORED_RATE // ASKED_RATE + 1
    asker.took.clear()
    begun = perf_counter()
    for number in range(SECONDS * ASKED_RATE):
        start = number * between % 1000
        others = ignored[start : start + between]
        discord.send(b"".join([*others, asker.question(texts[number % len(texts)])]))
        await asyncio.sleep(max(0.0, begun + (number + 1) / ASKED_RATE - perf_counter()))
    await asker.until(0)
    return list(asker.took)


async def first_answer(discord: LeanDiscord, asker: Asker, text: str, place: Place) -> tuple[float, float]:
    """Return the seconds from the start of the process to the first correct answer, and of its processor."""
    begun = perf_counter()
    heard = discord.heard

    def greet(opcode: int) -> None:
        discord.greeting = asker.question(text) if opcode == IDENTIFY else b""
        heard(opcode)

    discord.heard = greet
    try:
        async with client(discord, bot_command(discord), place) as process:
            await asker.news.wait()
            return perf_counter() - begun, process.cpu
    finally:
        discord.heard, discord.greeting = heard, b""


def anew(texts: Sequence[str], number: int) -> list[str]:
    """Return questions as they were not put before: dots after them say nothing."""
    return [text + "." * number for text in texts]


def questions(pack: Path) -> dict[str, Reply]:
    """Return questions that the pack answers, each with the first message of the right answer."""
    index = indexed(partial(load_pack, pack))
    how = Ask(as_of=datetime.now(UTC).date())
    found: dict[str, Reply] = {}
    for question in index.pack.questions:
        given = answer(index, question.question, how)
        if isinstance(given, Answered):
            found[question.question.rstrip(".")] = render(given)[0]
    return found


def said(reply: Reply) -> str:
    """Return what a reply says, as it stands in the body of a request."""
    return orjson.dumps(reply.description).decode()


async def answers_bare(discord: LeanDiscord, replies: dict[str, Reply], place: Place) -> tuple[float, float]:
    """Return how many questions a second, and a second of processor time, a bare client answers."""
    by_length = sorted(replies.values(), key=lambda reply: len(orjson.dumps(embed_of(reply).to_dict())))
    middle = by_length[len(by_length) // 2]
    embed = place.folder / "embed.json"
    embed.write_bytes(orjson.dumps(embed_of(middle).to_dict()))
    asker = Asker(discord, dict.fromkeys(replies, said(middle)))
    async with client(discord, bare_command(discord, embed), place) as process:
        await process.settle()
        usual = list(replies)[:USUAL]
        await asker.ask_all(usual, process)
        return await asker.ask_all(usual * 10, process)


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that is measured, once a round, and where the figures go."""

    discord: LeanDiscord
    replies: dict[str, Reply]
    place: Place
    table: Table

    async def play(self) -> None:
        """Measure a bare client, the first answer of the bot, and the bot."""
        async with client(self.discord, bare_command(self.discord), self.place) as process:
            await process.settle()
            await burst(self.discord, process)
            bare = await burst(self.discord, process)
            self.table.bare.add(*bare)
        floor = await answers_bare(self.discord, self.replies, self.place)
        self.table.floor.add(*floor)
        asker = self._asker()
        self.table.start.add(*await first_answer(self.discord, asker, next(iter(self.replies)), self.place))
        self.table.wrong += asker.wrong
        asker = self._asker()
        async with client(self.discord, bot_command(self.discord), self.place) as process:
            await process.settle()
            await self._ignored(process, bare)
            await self._answered(process, asker, floor)
            await self._mixed(process, asker)
            self.table.memory.add(process.memory)
        self.table.wrong += asker.wrong

    def _asker(self) -> Asker:
        """Return who puts the questions and knows what answers them."""
        return Asker(self.discord, {text: said(reply) for text, reply in self.replies.items()})

    async def _ignored(self, process: Process, bare: tuple[float, float]) -> None:
        """Measure messages that are not for the bot, beside a bare client."""
        await burst(self.discord, process)
        ours = await burst(self.discord, process)
        self.table.ours.add(*ours)
        self.table.share.add(100 * ours[0] / bare[0], 100 * ours[1] / bare[1])

    async def _answered(self, process: Process, asker: Asker, floor: tuple[float, float]) -> None:
        """Measure questions, asked anew and again, beside a client that answers all with one embed."""
        texts = list(self.replies)
        self.table.anew.add(*await asker.ask_all(texts, process))
        await asker.ask_all(texts[:USUAL], process)
        again = await asker.ask_all(texts[:USUAL] * 10, process)
        self.table.again.add(*again)
        self.table.again_share.add(100 * again[0] / floor[0], 100 * again[1] / floor[1])
        self.table.answering.add(process.memory)

    async def _mixed(self, process: Process, asker: Asker) -> None:
        """Measure how long answers take in a steady load."""
        texts = list(self.replies)
        usual = texts[:USUAL]
        fresh = [text for number in range(1, 5) for text in anew(texts, number)]
        for row, half, asked in (
            (self.table.slow, self.table.half, fresh),
            (self.table.slow_again, self.table.half_again, usual),
        ):
            await asker.ask_all(usual, process)  # which "again" then finds in the bot's memory
            took = await mixed(self.discord, asker, asked)
            row.add(float(np.percentile(took, 99)))
            half.add(float(np.percentile(took, 50)))


async def measure(pack: Path, rounds: int) -> None:
    """Measure everything and print the table."""
    replies = questions(pack)
    if not replies:
        message = f"{pack} answers none of its own questions; give it a file of questions that it answers."
        raise BotError(message)
    table, discord = Table(), LeanDiscord()
    server = await discord.serve()
    with tempfile.TemporaryDirectory() as folder:
        place = Place(pack, Path(folder))
        course = Course(discord, replies, place, table)
        async with client(discord, bot_command(discord), place) as process:
            await process.settle()  # its modules are compiled now and its tables made, as after any first run
        for _ in range(rounds):
            await course.play()
    server.close()
    print(f"{len(replies)} questions of {pack}, {rounds} rounds, the client on one core\n\n{table}")


def main() -> None:
    """Take the core of Discord, and measure."""
    options = CommandLine(__doc__)
    options.takes_knowledge()
    options.add_argument("--rounds", type=whole, default=5, metavar="N", help="rounds; else %(default)s")
    given = options.parse_args()
    take_cores()
    asyncio.run(measure(given.knowledge, given.rounds))


def take_cores() -> None:
    """Run on the core of Discord (``BotError`` where the client could have none of its own)."""
    try:
        os.sched_setaffinity(0, {CLIENT_CORE})
        os.sched_setaffinity(0, {DISCORD_CORE})
    except (AttributeError, OSError):
        message = "This needs Linux with two cores: one for the bot and one for the Discord that it talks to."
        raise BotError(message) from None


if __name__ == "__main__":
    told(main)
