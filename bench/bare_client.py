"""A ``discord.Client`` that does nothing, with the bot's intents: what discord.py itself costs.

Usage: python bench/bare_client.py HOST:PORT
"""

from __future__ import annotations

import asyncio
import sys

import discord
import uvloop
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL


async def main(address: str) -> None:
    """Stay connected."""
    Route.BASE = f"http://{address}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = URL(f"ws://{address}/gateway")
    intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    flags = discord.MemberCacheFlags.none()
    async with discord.Client(
        intents=intents, max_messages=None, member_cache_flags=flags, chunk_guilds_at_startup=False
    ) as client:
        await client.start("made-up")


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(sys.argv[1]))
