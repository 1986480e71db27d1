"""The Discord client: what it asks of Discord, its commands, and how failures reach people."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.desk import Desk
from bot.discord_app.admission import NOT_KNOWN, OFF, SHORT_PATIENCE, chosen
from bot.discord_app.cogs.about import About
from bot.discord_app.cogs.asking import Asking
from bot.discord_app.cogs.checking import Checking
from bot.discord_app.cogs.facts import Facts
from bot.discord_app.cogs.following import Following
from bot.discord_app.cogs.pressing import Pressing
from bot.discord_app.cogs.quotes import Quotes
from bot.discord_app.cogs.setup import Setup
from bot.discord_app.cogs.sources import Sources
from bot.discord_app.cogs.stats import Stats
from bot.discord_app.cogs.timeline import Timeline
from bot.discord_app.cogs.welcome import Welcome
from bot.discord_app.correspondence import Correspondence
from bot.discord_app.errors import tell_interaction, tell_of_event
from bot.discord_app.greeting import how_to
from bot.discord_app.hearing import is_for, is_for_others
from bot.discord_app.invite import invite_link
from bot.discord_app.publishing import publish
from bot.discord_app.retrying import tracing
from bot.discord_app.sending import NO_PINGS, post, say
from bot.logs import logger, quietly
from bot.store import GuildSettings

log = logger(__name__)

_ANSWERED: Final = frozenset(
    {
        "message",
        "raw_message_edit",
        "raw_message_delete",
        "raw_bulk_message_delete",
        "interaction",
        "guild_join",
    }
)
"""Events that need the knowledge; those that come while it is still being read wait for it."""
_FIRST: Final = 0.2
"""Seconds that the first answers are given before anything else is begun that takes the processor."""
_CONNECTIONS: Final = 64
"""Connections to Discord at once, the gateway among them: it takes 50 requests a second from a bot."""

discord.VoiceClient.warn_nacl = False  # the bot never speaks, so what voice needs may be missing
discord.VoiceClient.warn_dave = False


@dataclass(frozen=True, slots=True)
class Options:
    """What the host chooses: the servers that may change facts, and one for development."""

    home_guilds: frozenset[int] = frozenset()
    dev_guild: int | None = None


def intents() -> discord.Intents:
    """Return the intents the bot needs: none of them is privileged."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Tree(app_commands.CommandTree["AnswerBot"]):
    """Slash commands whose failures take the one error path."""

    async def interaction_check(self, interaction: discord.Interaction[AnswerBot], /) -> bool:
        """Let no command but /setup run where the bot is switched off, and say so.

        Where that is not known, /ask runs as well: it then answers in private.
        """
        command = interaction.command.qualified_name.split(" ")[0] if interaction.command else ""
        try:
            await interaction.client.until_open()
            if interaction.type is discord.InteractionType.autocomplete or command == "setup":
                return True
            settings = await interaction.client.chosen(interaction.guild_id)
            if settings.enabled if settings else command == "ask":
                return True
            await say(interaction, OFF if settings else NOT_KNOWN)
        except Exception as error:  # noqa: BLE001  # discord.py would lose it here
            await tell_interaction(interaction, error)
        return False

    async def on_error(
        self, interaction: discord.Interaction[AnswerBot], error: app_commands.AppCommandError, /
    ) -> None:
        """Tell the user of the command."""
        await tell_interaction(interaction, error)


class AnswerBot(commands.Bot):
    """Answers mentions, replies, direct messages and slash commands from one desk."""

    def __init__(self, desk: Desk, options: Options, announce: Callable[[str], None] = print) -> None:
        """Keep the desk; ``announce`` tells the host how to invite the bot."""
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=intents(),
            allowed_mentions=NO_PINGS,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            http_trace=tracing(),
        )
        self._desk = desk
        self._options = options
        self._announce = announce
        self._publishing: asyncio.Task[None] | None = None
        self._asking: Asking | None = None
        self._opened = asyncio.Event()
        if desk.open:
            self._opened.set()
        self._waiting: list[tuple[str, tuple[Any, ...]]] = []
        parsers = self._connection.parsers
        parsers["MESSAGE_CREATE"] = self._unless_for_others(parsers["MESSAGE_CREATE"])

    async def setup_hook(self) -> None:
        """Add the commands, publish them, and print the invite link."""
        correspondence = Correspondence(self, self._desk)
        asking = Asking(self._desk, correspondence)
        await self.add_cog(asking)
        await self.add_cog(Following(self, correspondence))
        await self.add_cog(Pressing(self, self._desk, correspondence))
        await self.add_cog(About(self, self._desk))
        await self.add_cog(Checking(self, self._desk))
        await self.add_cog(Quotes(self._desk))
        await self.add_cog(Sources(self._desk))
        await self.add_cog(Stats(self._desk, self._options.home_guilds))
        await self.add_cog(Timeline(self._desk))
        await self.add_cog(Facts(self, self._desk, self._options.home_guilds))
        await self.add_cog(Setup(self._desk, self._options.home_guilds))
        await self.add_cog(Welcome(self._desk))
        if self.application_id is not None:
            self._announce(f"To add me to a server, open {invite_link(self.application_id)}")
        self._asking = asking
        self._begin_publishing()

    async def close(self) -> None:
        """Leave Discord."""
        if self._publishing is not None:
            self._publishing.cancel()
        await super().close()

    async def login(self, token: str) -> None:
        """Log in, with as many connections at once as Discord has a use for; discord.py sets no bound.

        A crowd that asks at once would open one for each answer, up to what the system lets a process have.
        """
        self.http.connector = aiohttp.TCPConnector(limit=_CONNECTIONS)
        await super().login(token)

    async def connect(self, *, reconnect: bool = True) -> None:
        """Stay connected; after a failure of its very first attempt discord.py itself can't go on."""
        while True:
            try:
                return await super().connect(reconnect=reconnect)
            except AttributeError as error:
                if error.name != "sequence":  # of the connection before, which there is not
                    raise

    def _unless_for_others(self, parse: Callable[[Any], None]) -> Callable[[Any], None]:
        """Return a parser of messages that leaves alone what can't be for the bot."""

        def parse_some(sent: Any) -> None:  # noqa: ANN401  # as discord.py's
            if self.user is None or not is_for_others(self.user.id, sent):
                parse(sent)

        return parse_some

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as discord.py's
        """Drop what is not for the bot before it costs a task: nearly every message is written to others."""
        if event_name == "message" and not is_for(self.user, args[0]):
            return
        if not self._opened.is_set() and event_name in _ANSWERED:
            self._waiting.append((event_name, args))
        elif event_name != "socket_event_type":  # told of every event, and nobody listens
            super().dispatch(event_name, *args, **kwargs)

    def open(self) -> None:
        """Answer what came while the knowledge was being read."""
        self._opened.set()
        waiting, self._waiting = self._waiting, []
        for event, args in waiting:
            self.dispatch(event, *args)
        self._begin_publishing()

    async def until_open(self) -> None:
        """Wait until the knowledge is read."""
        await self._opened.wait()

    async def until_answering(self) -> None:
        """Wait until the bot is connected, has read the knowledge, and answered what was asked meanwhile."""
        await self.until_open()
        await self.wait_until_ready()
        await asyncio.sleep(_FIRST)

    async def on_ready(self) -> None:
        """Log that the bot is up."""
        quietly(log.info, "ready", user=str(self.user), guilds=len(self.guilds))

    async def on_message(self, message: discord.Message, /) -> None:
        """Let a cog answer what ``dispatch`` lets through; as a listener it would cost a second task.

        There are no prefix commands.
        """
        if self._asking is not None:
            await self._asking.hear(message)

    async def on_error(self, event_method: str, /, *args: object, **kwargs: object) -> None:
        """Tell the user whose press made a listener fail; any other failure is for the log."""
        del kwargs
        error = sys.exception()
        if isinstance(error, Exception):
            await tell_of_event(event_method, args[0] if args else None, error)

    async def greet(self, channel: discord.abc.Messageable) -> None:
        """Send the how-to with examples from the pack."""
        for reply in how_to(self._desk.title, await self._desk.examples(), "Hello!"):
            await post(channel, reply)

    async def chosen(self, guild: int | None) -> GuildSettings | None:
        """Return what a server chose, once that is known; None where it still is not in time."""
        return await chosen(self._desk.store, guild, SHORT_PATIENCE)

    def _begin_publishing(self) -> None:
        """Publish the commands once they are made and can be answered."""
        if self._asking is not None and self._publishing is None and self._opened.is_set():
            self._publishing = asyncio.create_task(self._publish(), name="publishing")

    async def _publish(self) -> None:
        """Publish the commands, where they have changed, while the bot answers already."""
        guild = discord.Object(self._options.dev_guild) if self._options.dev_guild else None
        if guild is not None:
            self.tree.copy_global_to(guild=guild)
        await publish(self.tree, self._desk.store, guild)
