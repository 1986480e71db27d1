"""Makes docs/gallery.md and its pictures: every kind of reply, in the local Discord, in headless Chromium.

Usage: python docs/make_gallery.py [NAME ...]. With names, only those pictures are written.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Final

import discord
from gallery_scenes import SECTIONS, Memory, Place, Scene, Studio
from local_page import Person, chromium
from simcord import ChannelHandle, Env, MemberActor, UserHandle
from simcord.backend import serializers

from bot.desk import Desk
from bot.discord_app.client import AnswerBot, Options
from bot.library import Library
from bot.local.world import HOME_GUILD_ID, World, build, wind
from bot.packs import load_pack

DOCS: Final = Path(__file__).parent
PICTURES: Final = DOCS / "gallery"
PACK: Final = DOCS.parent / "knowledge" / "dialogue"
BOT: Final = "Cited Answers"
README_PICTURE: Final = "disputed"
"""The picture that the README shows."""

Viewers = tuple[MemberActor | UserHandle, ...]


def main(names: set[str]) -> None:
    """Take the pictures, then write the page that shows them."""
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / PACK.name
        shutil.copytree(PACK, pack)
        asyncio.run(film(pack, names))
    if not names or README_PICTURE in names:
        shutil.copyfile(PICTURES / f"{README_PICTURE}.png", DOCS / "answer.png")
    (DOCS / "gallery.md").write_text("\n".join(page()) + "\n", encoding="utf-8")


async def film(pack: Path, names: set[str]) -> None:
    """Play every scene, channel by channel, and take its picture."""
    library = Library(partial(load_pack, pack))
    library.load_first()
    memory = Memory()
    bot = AnswerBot(Desk(library, memory), Options(frozenset({HOME_GUILD_ID})), str)
    env = Env(bot, check_errors=False)
    world = build(env, BOT)
    await env.start()
    channels = await places(env, bot, world)
    everything = [scene for scenes in SECTIONS.values() for scene in scenes]
    async with chromium() as page:
        studio = Studio(Person(page, PICTURES), pack, memory)
        for place, scenes in groupby(everything, key=lambda scene: scene.place):
            channel, viewers = channels[place]
            wind(env)
            async with env.preview(channel, viewers=viewers, layout="channel") as preview:
                await studio.person.open(preview.url)
                await play(studio, list(scenes), names)
    await env.shutdown()


async def play(studio: Studio, scenes: list[Scene], names: set[str]) -> None:
    """Play scenes in one channel."""
    for scene in scenes:
        await studio.person.become(scene.who)
        for step in scene.steps:
            await step(studio)
        if not names or scene.name in names:
            await studio.person.shoot(scene.name)


async def places(env: Env, bot: AnswerBot, world: World) -> dict[Place, tuple[ChannelHandle, Viewers]]:
    """Make the channels of the gallery; return each with who looks at it, the asker first."""
    member, _ = world.viewers
    guild = env.guild
    me = bot.user
    assert me is not None
    forbidden = discord.PermissionOverwrite(embed_links=False)
    narrow = guild.create_text_channel("narrow", overwrites={me: forbidden})
    hall = guild.create_text_channel("hall")
    env.backend.edit_guild(guild.id, {"system_channel_id": hall.id})
    channel = bot.get_channel(world.channel.id)
    if isinstance(channel, discord.TextChannel):
        with env.time_context():
            await bot.greet(channel)
    payload = serializers.guild_create_payload(env.backend, env.backend.get_guild(guild.id))
    env.backend.emit("GUILD_DELETE", {"id": str(guild.id)})
    env.backend.emit("GUILD_CREATE", {key: payload[key] for key in payload if key != "unavailable"})
    await env.settle()
    return {
        "ask": (world.channel, world.viewers),
        "narrow": (narrow, world.viewers),
        "direct": (member.user.dm_channel, (member.user,)),
        "hall": (hall, world.viewers),
    }


def page() -> Iterator[str]:
    """Yield the lines of docs/gallery.md."""
    yield "# Gallery"
    yield ""
    yield "Made by `make gallery` in the local Discord; the pack is the one in `knowledge/dialogue`."
    for who, scenes in SECTIONS.items():
        yield ""
        yield f"## {who}"
        for scene in scenes:
            yield ""
            yield f"**{scene.what}.** `{scene.typed}`"
            yield ""
            yield f"![{scene.alt}](gallery/{scene.name}.png)"


if __name__ == "__main__":
    main(set(sys.argv[1:]))
