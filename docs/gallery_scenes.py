"""The pictures of the gallery, in order: who does what, and what it shows. One line a command adds one.

A picture shows what the bot sent or changed with the last step of its scene.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from local_page import Person

from bot.memory import MemoryStore
from bot.store import StoreError, Usage

Who = Literal["Member", "Moderator"]
Place = Literal["ask", "narrow", "direct", "hall"]
"""A channel: for questions, where embeds are forbidden, private with the bot, where it says hello."""


class Memory(MemoryStore):
    """What the bot remembers, in a database that can be made to fail."""

    failing = False

    async def usage(self, guild: int | None = None) -> Usage:
        """Return the counts; fail as storage does while its database can't be reached."""
        if self.failing:
            message = "The database can't be reached; the bot still answers, and counts later"
            raise StoreError(message)
        return await super().usage(guild)


@dataclass(frozen=True, slots=True)
class Studio:
    """What a step may use: the person before the page, the pack that the bot reads, its memory."""

    person: Person
    pack: Path
    memory: Memory


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


def choose(option: str) -> Step:
    """Choose in the last menu."""
    return lambda studio: studio.person.choose(option)


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
    """Let the database fail."""
    studio.memory.failing = True


def asked(name: str, what: str, question: str, alt: str) -> Scene:
    """Return the scene of a question that is typed in the channel."""
    return Scene(name, what, question, alt, (say(question),))


def command(name: str, what: str, typed: str, alt: str, who: Who = "Member") -> Scene:
    """Return the scene of a slash command, typed as ``/stats figures metric: deaths | period: 2022``."""
    path, _, options = typed.partition(" | ")
    given = dict(option.split(": ", 1) for option in options.split(" | ")) if options else {}
    return Scene(name, what, typed.replace(" | ", " "), alt, (run(path, **given),), who)


MEMBER: Final = (
    Scene("greeting", "The greeting in a local Discord", "nothing", "A greeting with three examples."),
    asked("how-to", "A mention without words", "@Cited Answers", "How to ask, with three examples."),
    asked("answer", "An answer", "Where were the talks held?", "A fact, its source, and its day."),
    asked("figure", "A number", "How many people were killed in January 2023?", "134 people, who counted them, three sources."),
    asked("disputed", "Sources that disagree", "How many people were killed in the Peshawar mosque attack?", "Four values side by side."),
    asked("quote", "What somebody said", "What did Ned Price say about threats to the United States?", "The words."),
    asked("claim", "A claim, checked", "Is it true that the TTP unilaterally ended the ceasefire in June 2022?", "The verdict."),
    asked("did-you-mean", "A question that is only close", "peshawar", "Three questions with buttons."),
    Scene("picked", "After a press on 1", "1", "The answer.", (press("1"),)),
    asked("unanswered", "What the sources do not cover", "How many people were killed in March 2019?", "No answer, and the nearest topics."),
    Scene("reply", "A reply to the bot", "reply: And in February 2023?", "An answer", (reply("How many attacks were there in February 2023?"),)),
    Scene("edited", "The question is edited", "edit", "The answer changes.", (edit("January 2023", "How many people were injured in January 2023?"),)),
    Scene("sources-in-full", "Sources in full", "Sources", "All", (press("Sources"),)),
    Scene("why", "Why", "Why", "All", (press("Why"),)),
    command("ask-private", "A private answer", "/ask | question: When did the ceasefire end? | private: True", "Only"),
    command("stats-figures", "Figures", "/stats figures | metric: deaths | period: 2022", "List"),
    Scene("stats-figures-next", "The next page", "Next", "List", (press("Next"),)),
    command("help", "Help", "/help", "Help"),
    command("about", "About", "/about", "About"),
    command("sources", "Sources", "/sources", "List"),
    command("source", "One source", "/sources | source: dawn-20230307", "One"),
    command("quotes", "Quotes", "/quote | speaker: Ned Price", "Quotes"),
    command("timeline", "Timeline", "/timeline", "Timeline"),
    Scene("timeline-next", "Its next page", "Next", "Timeline", (press("Next"),)),
    Scene("direct", "A direct message", "When did the ceasefire end?", "An answer", (say("When did the ceasefire end?"),), place="direct"),
    Scene("permission", "Without Embed Links", "When did the ceasefire end?", "Text", (say("When did the ceasefire end?"),), place="narrow"),
)
MODERATOR: Final = (
    command("usage", "How often", "/stats usage", "Counts", "Moderator"),
    command("setup", "Setup", "/setup", "Panel", "Moderator"),
    Scene("setup-channels", "Channels", "Next: channels", "", (press("Next: channels"), choose("ask")), "Moderator"),
    Scene("setup-moderators", "Moderators", "Next: moderators", "", (press("Next: moderators"),), "Moderator"),
    Scene("setup-summary", "Summary", "Finish", "", (press("Finish"),), "Moderator"),
    Scene("reload", "Facts", "/facts reload", "", (fix, run("/facts reload")), "Moderator"),
    Scene("reload-problems", "Facts wrong", "/facts reload", "", (spoil, run("/facts reload")), "Moderator"),
    Scene("welcome", "The welcome", "nothing", "", (), "Moderator", "hall"),
)
HOST: Final = (
    Scene("error", "A failure", "/stats usage", "", (cut, run("/stats usage")), "Moderator"),
)
SECTIONS: Final = {"A member": MEMBER, "A moderator": MODERATOR, "A host": HOST}
