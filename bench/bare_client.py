"""A ``discord.Client`` that does nothing, with the bot's intents: what discord.py itself costs.

With an embed it sends that, with three buttons, in reply to every mention, as the bot sends an answer: what
answering costs where no answer has to be found. ``load.py`` starts it.
"""

from __future__ import annotations

import asyncio
import re
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Final

import discord
import orjson
import uvloop
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.commands.running import told
from bot.commands.scripts import CommandLine, file_at
from bot.knowledge.problems import BotError

_ADDRESS: Final = re.compile(r"[^\s:/]+:(\d{1,5})")
_LAST_PORT: Final = 65_535


class Answering(discord.Client):
    """Sends one and the same embed to whoever mentions it."""

    embed: discord.Embed

    async def on_message(self, message: discord.Message) -> None:
        """Answer as the bot does, in one message that refers to the question."""
        if self.user not in message.mentions:
            return
        view = discord.ui.View(timeout=None)
        for label in ("Sources", "Why", "Delete"):
            button: discord.ui.Button[discord.ui.View] = discord.ui.Button(
                label=label, custom_id=f"{label}:{message.id}:{message.author.id}", row=1
            )
            view.add_item(button)
        view.stop()
        await message.channel.send(
            embeds=[self.embed],
            view=view,
            reference=message.to_reference(fail_if_not_exists=False),
            nonce=str(message.id),
            allowed_mentions=discord.AllowedMentions.none(),
        )


async def connect(address: str, embed: discord.Embed | None) -> None:
    """Stay connected."""
    Route.BASE = f"http://{address}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = URL(f"ws://{address}/gateway")
    intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    flags = discord.MemberCacheFlags.none()
    kind = discord.Client if embed is None else Answering
    async with kind(
        intents=intents, max_messages=None, member_cache_flags=flags, chunk_guilds_at_startup=False
    ) as client:
        if embed is not None and isinstance(client, Answering):
            client.embed = embed
        try:
            await client.start("made-up")
        except OSError as error:
            message = f"Nothing that speaks as Discord does answers at {address}; start it first ({error})."
            raise BotError(message) from None


def address_of(typed: str) -> str:
    """Read an address."""
    found = _ADDRESS.fullmatch(typed)
    if found is None or int(found[1]) > _LAST_PORT:
        message = f"give an address as in 127.0.0.1:8000, not {typed!r}"
        raise ArgumentTypeError(message)
    return typed


def embed_in(path: Path) -> discord.Embed:
    """Read an embed (``BotError`` where a file holds none)."""
    try:
        return discord.Embed.from_dict(orjson.loads(path.read_bytes()))
    except (ValueError, AttributeError, TypeError):
        message = f"{path} holds no embed; write it as JSON, as Discord's documentation has it."
        raise BotError(message) from None


def main() -> None:
    """Read where Discord is and what to answer, and stay connected."""
    options = CommandLine(__doc__)
    options.add_argument("address", type=address_of, metavar="HOST:PORT", help="where Discord is")
    options.add_argument(
        "embed",
        type=file_at,
        nargs="?",
        metavar="EMBED.json",
        help="what to answer; else nothing is answered",
    )
    given = options.parse_args()
    embed = None if given.embed is None else embed_in(given.embed)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(connect(given.address, embed))


if __name__ == "__main__":
    told(main)
