"""PURE: what the bot is, in words: how to use it, what it knows, and how often it is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.discord_app.inert import inert, inline, plain
from bot.discord_app.layout import AUTHOR, Block, Frame, Reply, lay_out
from bot.discord_app.render import ANSWERED
from bot.offers import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answering.evaluation import Share
    from bot.browsing import About
    from bot.knowledge.model import Kind

_PLURALS: Final[dict[Kind, tuple[str, str]]] = {
    "fact": ("fact", "facts"),
    "figure": ("figure", "figures"),
    "event": ("event", "events"),
    "quote": ("quotation", "quotations"),
    "claim": ("checked claim", "checked claims"),
    "entity": ("name explained", "names explained"),
}
_WAYS: Final = (
    "• Mention me with a question, or reply to one of my messages.",
    "• Send me a direct message.",
    "• Use /ask: it offers questions as you type, and private shows the answer to you only.",
)
_NOT_MEASURED: Final = "Not measured: this knowledge comes without questions to measure it by."
_UNREADABLE: Final = "Not measured: the questions to measure it by can't be read just now."


@dataclass(frozen=True, slots=True)
class Command:
    """A command as a member finds it. ``needs`` names the permission it is meant for, if any."""

    name: str
    description: str
    needs: str = ""
    server_only: bool = False


def render_help(title: str, commands: Iterable[Command], examples: Iterable[str]) -> tuple[Reply, ...]:
    """Say what the bot does, how to ask, what each command does, and how to switch it off."""
    listed = list(commands)
    topic = inline(title)
    lead = (
        f"{f'My topic: {topic}. ' if topic else ''}I answer questions from sources that people have "
        "chosen and checked. Each answer names its sources, and where they disagree I show both "
        "sides. What they don't cover I don't answer."
    )
    everyone = tuple(_line(command) for command in listed if not command.needs)
    others = tuple(_line(command) for command in listed if command.needs)
    blocks = (
        Block("Ask me", _WAYS),
        Block("For example", tuple(f"• {inline(example)}" for example in examples)),
        Block("Commands", everyone),
        Block("For moderators and managers", others),
        Block("Too much of me?", (_switch_off(listed),)),
    )
    return lay_out(lead, [block for block in blocks if block.pieces], Frame(colour=ANSWERED))


def render_about(about: About) -> tuple[Reply, ...]:
    """Say what the bot knows, as of when, and how often it is wrong."""
    overview = about.overview
    held = dict(overview.entries)
    counts = " · ".join(_counted(held[kind], names) for kind, names in _PLURALS.items() if kind in held)
    sources = _counted(overview.sources, ("source", "sources"))
    blocks = [
        Block("What I know", (f"{counts or 'Nothing yet'}, from {sources}",)),
        Block("As of", (overview.as_of.describe(),) if overview.as_of else ()),
        Block("Revision", (f"{inline(about.revision)}, live since <t:{int(about.since.timestamp())}:f>",)),
        Block("How often I am wrong", tuple(_quality(about))),
    ]
    lead = inert(overview.description) or "I answer questions from checked sources, and name them."
    author = shorten(plain(overview.title), AUTHOR)
    return lay_out(lead, [block for block in blocks if block.pieces], Frame(author, colour=ANSWERED))


def _quality(about: About) -> Iterator[str]:
    """Yield how often answers were right and wrong, as far as that was measured."""
    measured = about.measured
    if measured is None:
        yield _UNREADABLE if about.unreadable else _NOT_MEASURED
        return
    yield "Measured on this revision, with questions kept apart for measuring:"
    if measured.false_answers.total:
        yield (
            f"• Of {measured.false_answers.total:,} questions that my sources don't cover, I answered "
            f"{_share(measured.false_answers)} instead of saying so."
        )
    if measured.correct.total:
        yield (
            f"• Of {measured.correct.total:,} questions that they do cover, I answered "
            f"{_share(measured.correct)} correctly and {_share(measured.wrong)} with something else. "
            "For the rest I offered other questions, or said that I don't know."
        )
    yield "The ranges are 95 % Wilson intervals: where the true share probably lies."


def _share(share: Share) -> str:
    """Return a share as a count, percentage and interval."""
    low, high = share.interval
    return f"{share.hits:,} ({100 * share.share:.1f} %; {100 * low:.1f}–{100 * high:.1f} %)"


def _counted(number: int, names: tuple[str, str]) -> str:
    """Return a number of things."""
    one, many = names
    return f"{number:,} {one if number == 1 else many}"


def _line(command: Command) -> str:
    """Return one command with what it does."""
    where = "; in a server only" if command.server_only and not command.needs else ""
    needs = f" (needs {command.needs})" if command.needs else ""
    return f"• {command.name} — {inline(command.description).rstrip('.')}{needs}{where}"


def _switch_off(commands: Iterable[Command]) -> str:
    """Say how to be left alone by the bot."""
    if any(command.name.split()[0] == "/setup" for command in commands):
        return "Members with Manage Server choose with /setup where I answer, or switch me off here."
    return (
        "I answer only when I am asked. A server's managers can take away my View Channel permission "
        "where I should not answer."
    )
