"""A ``discord.Client`` that does nothing, with the bot's intents: what discord.py itself costs.

Usage: python bench/bare_client.py HOST:PORT [EMBED.json]. With an embed it sends that, with three buttons, in
reply to every mention, as the bot sends an answer: what answering costs where no answer has to be found.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import discord
import orjson
import uvloop
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL


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


async def main(address: str, embed: bytes = b"") -> None:
    """Stay connected."""
    Route.BASE = f"http://{address}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = URL(f"ws://{address}/gateway")
    intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    flags = discord.MemberCacheFlags.none()
    kind = Answering if embed else discord.Client
    async with kind(
        intents=intents, max_messages=None, member_cache_flags=flags, chunk_guilds_at_startup=False
    ) as client:
        if isinstance(client, Answering):
            client.embed = discord.Embed.from_dict(orjson.loads(embed))
        await client.start("made-up")


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(sys.argv[1], *(Path(name).read_bytes() for name in sys.argv[2:])))
