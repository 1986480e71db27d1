"""What a scene of the gallery is made of: who does which steps where, and what its picture shows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from local_page import Person

from bot.memory import MemoryStore
from bot.store import GuildSettings, StoreError, Usage

Who = Literal["Member", "Moderator"]
Place = Literal["ask", "narrow", "direct", "hall"]
"""A channel: for questions, where embeds are forbidden, private with the bot, where it says hello."""


class Memory(MemoryStore):
    """What the bot remembers, in a database that can be made to fail, and code that can be made to."""

    unreachable = False
    mistaken = False

    async def usage(self, guild: int | None = None) -> Usage:
        """Return the counts; fail as storage does while its database can't be reached."""
        if self.unreachable:
            message = "The database can't be reached; try again in a minute."
            raise StoreError(message)
        return await super().usage(guild)

    def settings(self, guild: int) -> GuildSettings:
        """Return what a server chose; fail as a mistake in the program would."""
        if self.mistaken:
            message = "a mistake"
            raise RuntimeError(message)
        return super().settings(guild)


@dataclass(frozen=True, slots=True)
class Studio:
    """What a step may use: the person before the page, the pack that the bot reads, its memory.

    ``guild`` and ``channel`` are the ids of the server and of its channel for questions.
    """

    person: Person
    pack: Path
    memory: Memory
    guild: int
    channel: int


Step = Callable[[Studio], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture. ``typed`` tells what a person does for it."""

    name: str
    what: str
    typed: str
    alt: str
    steps: tuple[Step, ...] = ()
    who: Who = "Member"
    place: Place = "ask"
    part: str = ""
    """The CSS selector of what alone is in the picture; empty for the whole reply."""


def say(text: str) -> Step:
    """Send a message."""
    return lambda studio: studio.person.say(text)


def reply(text: str) -> Step:
    """Reply to the last message."""
    return lambda studio: studio.person.reply(text)


def edit(old: str, new: str) -> Step:
    """Change the own message that contains some words."""
    return lambda studio: studio.person.edit(old, new)


def run(command: str, **options: str) -> Step:
    """Run a slash command."""
    return lambda studio: studio.person.run(command, options)


def press(label: str) -> Step:
    """Press the last button with a label."""
    return lambda studio: studio.person.press(label)


async def keep_to_ask(studio: Studio) -> None:
    """Choose the channel for questions, as its menu in /setup does.

    The page takes what is chosen in one menu for the choice of the next menu in its place, so no
    scene goes from menu to menu.
    """
    await studio.memory.choose(studio.guild, GuildSettings(channels=frozenset({studio.channel})))


async def spoil(studio: Studio) -> None:
    """Make the mistakes in the YAML that people make."""
    file = studio.pack / "facts" / "dialogue.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("citations: [dawn-20230307]", "citations: [dawn-2023030]", 1)
    text = text.replace("statement:", "statment:", 1).replace("period: 2023-03-06", "period: 2023-13-06", 1)
    file.write_text(text, encoding="utf-8")


async def fix(studio: Studio) -> None:
    """Change a statement, soundly."""
    file = studio.pack / "facts" / "dialogue.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("statement: ", "statement: In short, ", 1), encoding="utf-8")


async def cut(studio: Studio) -> None:
    """Let the database be out of reach."""
    studio.memory.unreachable = True


async def err(studio: Studio) -> None:
    """Let the program have a mistake."""
    studio.memory.mistaken = True


def asked(name: str, what: str, question: str, alt: str) -> Scene:
    """Return the scene of a question that is typed in the channel."""
    return Scene(name, what, question, alt, (say(question),))


def command(name: str, what: str, typed: str, alt: str, who: Who = "Member") -> Scene:
    """Return the scene of a slash command, written as ``/stats figures - metric: deaths, period: 2022``."""
    path, _, options = typed.partition(" - ")
    given = dict(option.split(": ", 1) for option in options.split(", ")) if options else {}
    return Scene(name, what, typed.replace(" - ", " ").replace(", ", " "), alt, (run(path, **given),), who)


def chart(name: str, what: str, options: str, alt: str) -> Scene:
    """Return the scene of a chart: the picture alone, without the words and the table around it."""
    whole = command(name, what, f"/stats chart - {options}", alt)
    return replace(whole, part='img[alt^="Chart"]')


def pressed(name: str, what: str, label: str, alt: str, who: Who = "Member") -> Scene:
    """Return the scene of a button that is pressed under the last reply that has it."""
    return Scene(name, what, f"the button `{label}`", alt, (press(label),), who)
