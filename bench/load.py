"""Prints how much the real bot process takes, beside a bare ``discord.Client``, over real sockets.

Usage: python bench/load.py [DIR [ROUNDS]]. The client is pinned to core 0 and this script, which is
Discord, to core 1. Each figure is the median of the rounds, with the least and the greatest. The last
column goes by the processor time that the client used: what it would do on a core of its own, where
other programs want the core too. A question counts as answered when its reply has arrived. "Anew"
are questions that were not asked before; "again" comes from the bot's memory of recent answers. The bare
client that answers sends one answer of the bot's, the middle one by length, to every question.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

import numpy as np
import orjson
from asker import Asker
from clients import Place, Process, bare_command, bot_command, client
from lean_discord import IDENTIFY, LeanDiscord
from payloads import message

from bot.answering.answer import Answered
from bot.answering.engine import Ask, answer
from bot.discord_app.layout import Reply
from bot.discord_app.render import render
from bot.discord_app.sending import embed_of
from bot.library import indexed
from bot.packs import load_pack

DISCORD_CORE: Final = 1
IGNORED: Final = 30_000
"""Messages in a burst."""
USUAL: Final = 200
"""Questions that are asked again."""
IGNORED_RATE, ASKED_RATE, SECONDS = 5_000, 300, 8


@dataclass(slots=True)
class Row:
    """One line of the table."""

    what: str
    unit: str
    target: str
    found: list[float] = field(default_factory=list[float])
    by_cpu: list[float] = field(default_factory=list[float])

    def add(self, found: float, by_cpu: float | None = None) -> None:
        """Take in a round."""
        self.found.append(found)
        if by_cpu is not None:
            self.by_cpu.append(by_cpu)

    def __str__(self) -> str:
        """Return the line."""
        middle, least, most = median(self.found), min(self.found), max(self.found)
        core = f"{median(self.by_cpu):,.1f}" if self.by_cpu else ""
        figures = f"{middle:9,.1f} {least:9,.1f} {most:9,.1f} {core:>10}"
        return f"{self.what:62} {figures}  {self.unit:9} {self.target}"


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


class Table:
    """Everything that is measured."""

    def __init__(self) -> None:
        """Start without a round."""
        self.bare = Row("ignored messages, bare discord.Client", "a second", "")
        self.ours = Row("ignored messages, this bot", "a second", ">= 15,000")
        self.share = Row("  share of the bare client", "%", ">= 90")
        self.floor = Row("questions answered, bare discord.Client", "a second", "")
        self.anew = Row("questions answered, asked anew", "a second", ">= 1,500")
        self.again = Row("questions answered, asked again", "a second", ">= 1,500")
        self.again_share = Row("  share of the bare client", "%", "")
        load = f"{IGNORED_RATE:,} ignored and {ASKED_RATE} asked a second"
        self.slow = Row(f"p99 of an answer anew, {load}", "ms", "<= 15")
        self.half = Row("  p50", "ms", "")
        self.slow_again = Row(f"p99 of an answer again, {load}", "ms", "<= 15")
        self.half_again = Row("  p50", "ms", "")
        self.start = Row("first correct answer after the process started", "s", "<= 1.2")
        self.answering = Row("memory after the questions, before that load", "MB", "<= 150")
        self.memory = Row("memory after all that", "MB", "<= 150")
        self.wrong = 0

    async def play(self, discord: LeanDiscord, replies: dict[str, Reply], place: Place) -> None:
        """Measure everything once."""
        texts = list(replies)
        expected = {text: said(reply) for text, reply in replies.items()}
        usual = texts[:USUAL]
        async with client(discord, bare_command(discord), place) as process:
            await process.settle()
            await burst(discord, process)
            bare = await burst(discord, process)
            self.bare.add(*bare)
        floor = await answers_bare(discord, replies, place)
        self.floor.add(*floor)
        asker = Asker(discord, expected)
        self.start.add(*await first_answer(discord, asker, texts[0], place))
        self.wrong += asker.wrong
        asker = Asker(discord, expected)
        async with client(discord, bot_command(discord), place) as process:
            await process.settle()
            await burst(discord, process)
            ours = await burst(discord, process)
            self.ours.add(*ours)
            self.share.add(100 * ours[0] / bare[0], 100 * ours[1] / bare[1])
            self.anew.add(*await asker.ask_all(texts, process))
            await asker.ask_all(usual, process)
            again = await asker.ask_all(usual * 10, process)
            self.again.add(*again)
            self.again_share.add(100 * again[0] / floor[0], 100 * again[1] / floor[1])
            self.answering.add(process.memory)
            fresh = [text for number in range(1, 5) for text in anew(texts, number)]
            for row, half, asked in (
                (self.slow, self.half, fresh),
                (self.slow_again, self.half_again, usual),
            ):
                await asker.ask_all(usual, process)  # which "again" then finds in the bot's memory
                took = await mixed(discord, asker, asked)
                row.add(float(np.percentile(took, 99)))
                half.add(float(np.percentile(took, 50)))
            self.memory.add(process.memory)
        self.wrong += asker.wrong

    def __str__(self) -> str:
        """Return the table."""
        head = f"{'':62} {'median':>9} {'least':>9} {'most':>9} {'by CPU':>10}  {'':9} target"
        ignored = (self.bare, self.ours, self.share)
        answered = (self.floor, self.anew, self.again, self.again_share)
        times = (self.slow, self.half, self.slow_again, self.half_again, self.start)
        return "\n".join(
            [
                head,
                *map(str, (*ignored, *answered, *times, self.answering, self.memory)),
                f"wrong answers: {self.wrong}",
            ]
        )


async def measure(pack: Path, rounds: int) -> None:
    """Measure everything and print the table."""
    replies = questions(pack)
    table, discord = Table(), LeanDiscord()
    server = await discord.serve()
    with tempfile.TemporaryDirectory() as folder:
        place = Place(pack, Path(folder))
        async with client(discord, bot_command(discord), place) as process:
            await process.settle()  # its modules are compiled now and its tables made, as after any first run
        for _ in range(rounds):
            await table.play(discord, replies, place)
    server.close()
    print(f"{len(replies)} questions of {pack}, {rounds} rounds, the client on one core\n\n{table}")


def main() -> None:
    """Take the core of Discord, and measure."""
    options = argparse.ArgumentParser(description="Measure what the real bot takes, beside a bare client.")
    _ = options.add_argument("knowledge", type=Path, nargs="?", default=Path("knowledge/dialogue"))
    _ = options.add_argument("rounds", type=int, nargs="?", default=5)
    given = options.parse_args()
    if not given.knowledge.is_dir():
        options.error(f"{given.knowledge} is no folder of a knowledge pack")
    os.sched_setaffinity(0, {DISCORD_CORE})
    asyncio.run(measure(given.knowledge, given.rounds))


if __name__ == "__main__":
    main()
