"""Runs ``bot run``, but against a Discord on this machine. Only for tests and benchmarks.

Usage: python -m tests.sockets.launch HOST:PORT HASTE, in a folder without a ``.env``. No setting of the
bot can send its token elsewhere, so this sets discord.py's own addresses. The waits before it connects
and is ready are shortened: with a haste of 200, 3 seconds without Discord stand for 10 minutes.
"""

from __future__ import annotations

from bot.garbage import uncollected

with uncollected():  # as the bot itself imports
    import asyncio
    import sys
    from typing import Any, Final

    import discord
    from discord.gateway import DiscordWebSocket
    from discord.http import Route
    from discord.state import ConnectionState
    from yarl import URL

    from bot.__main__ import main as start
    from bot.discord_app import publishing, retrying
    from bot.discord_app.retrying import Patience

_BEFORE_IDENTIFY: Final = 5.0
"""Seconds that discord.py waits before it identifies anew."""
_READY: Final = 2.0
"""Seconds without another server after which it is ready."""


def main(address: str, haste: int) -> None:
    """Point discord.py at the address and run the bot."""
    hurry(haste)
    Route.BASE = f"http://{address}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = URL(f"ws://{address}/gateway")
    sys.argv = ["bot", "run"]
    start()


def hurry(haste: int) -> None:
    """Shorten what is waited before connecting, identifying and sending what was refused again."""
    wait, begin = Patience.delay, ConnectionState.__init__

    async def before_identify(self: discord.Client, shard_id: int | None, *, initial: bool = False) -> None:
        del self, shard_id
        await asyncio.sleep(0 if initial else _BEFORE_IDENTIFY / haste)

    def __init__(self: ConnectionState[discord.Client], **options: Any) -> None:  # noqa: ANN401, N807  # discord.py's
        begin(self, **options, guild_ready_timeout=_READY / haste)

    retrying.LATER = tuple(wait / haste for wait in retrying.LATER)
    publishing.LATER = tuple(wait / haste for wait in publishing.LATER)
    Patience.delay = lambda self: wait(self) / haste
    ConnectionState.__init__ = __init__
    discord.Client.before_identify_hook = before_identify


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
