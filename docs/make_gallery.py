"""Makes docs/gallery.md and its pictures: every kind of reply, in the local Discord, in headless Chromium.

With names, only those pictures are written.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from argparse import ArgumentTypeError
from collections.abc import Iterator
from functools import partial
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Final

import discord
from gallery_scenes import SECTIONS
from gallery_steps import Memory, Place, Scene, Studio
from local_page import Person, chromium, width_of
from playwright.async_api import Error
from simcord import ChannelHandle, Env, MemberActor, UserHandle
from simcord.backend import serializers

from bot.commands.running import told
from bot.commands.scripts import CommandLine
from bot.desk import Desk
from bot.discord_app.client import AnswerBot, Options
from bot.library import Library
from bot.local.world import HOME_GUILD_ID, World, build, wind
from bot.logs import configure
from bot.packs import load_pack

DOCS: Final = Path(__file__).parent
PICTURES: Final = DOCS / "gallery"
PACK: Final = DOCS.parent / "knowledge" / "dialogue"
BOT: Final = "Cited Answers"
README_PICTURE: Final = "figure"
"""The picture that the README shows."""

Viewers = tuple[MemberActor | UserHandle, ...]


def main() -> None:
    """Read which pictures are wanted, and take them."""
    options = CommandLine(__doc__)
    options.add_argument("names", type=picture, nargs="*", metavar="NAME", help="pictures; else all")
    make(set(options.parse_args().names))


def picture(typed: str) -> str:
    """Read the name of a picture."""
    if typed not in {scene.name for scenes in SECTIONS.values() for scene in scenes}:
        message = f"no picture is called {typed!r}; docs/gallery_scenes.py names them"
        raise ArgumentTypeError(message)
    return typed


def make(names: set[str]) -> None:
    """Take the pictures, then write the page that shows them."""
    with tempfile.TemporaryDirectory() as folder:
        pack, taken = Path(folder) / PACK.name, Path(folder) / "pictures"
        shutil.copytree(PACK, pack)
        taken.mkdir()
        asyncio.run(film(pack, taken, names))
        if not names:
            shutil.rmtree(PICTURES, ignore_errors=True)
        shutil.copytree(taken, PICTURES, dirs_exist_ok=True)
    if not names or README_PICTURE in names:
        shutil.copyfile(PICTURES / f"{README_PICTURE}.png", DOCS / "answer.png")
    (DOCS / "gallery.md").write_text("\n".join(page()) + "\n", encoding="utf-8")


async def film(pack: Path, taken: Path, names: set[str]) -> None:
    """Play every scene, channel by channel, and take its picture."""
    library = Library(partial(load_pack, pack))
    library.load_first()
    memory = Memory()
    announced: list[str] = []
    configure("CRITICAL")  # one picture shows a failure, whose traceback is nothing to worry about
    bot = AnswerBot(Desk(library, memory), Options(frozenset({HOME_GUILD_ID})), announced.append)
    env = Env(bot, check_errors=False)
    world = build(env, BOT)
    await env.start()
    channels = await places(env, bot, world)
    everything = [scene for scenes in SECTIONS.values() for scene in scenes]
    async with chromium() as page:
        studio = Studio(Person(page, taken), pack, memory, HOME_GUILD_ID, world.channel.id)
        for place, scenes in groupby(everything, key=place_of):
            channel, viewers = channels[place]
            wind(env)
            async with env.preview(channel, viewers=viewers, layout="channel") as preview:
                await studio.person.open(preview.url)
                await play(studio, list(scenes), names)
    await env.shutdown()


def place_of(scene: Scene) -> Place:
    """Return the channel that a scene plays in."""
    return scene.place


async def play(studio: Studio, scenes: list[Scene], names: set[str]) -> None:
    """Play scenes in one channel."""
    for scene in scenes:
        try:
            await studio.person.become(scene.who)
            for step in scene.steps:
                await step(studio)
            if not names or scene.name in names:
                await studio.person.shoot(scene.name, scene.part)
        except Error as error:
            sys.exit(f"The scene {scene.name} went another way than written: {error}")


async def places(env: Env, bot: AnswerBot, world: World) -> dict[Place, tuple[ChannelHandle, Viewers]]:
    """Make the channels of the gallery; return each with who looks at it, the asker first."""
    member, _ = world.viewers
    guild = env.guild
    me = bot.user
    if me is None:
        sys.exit("The bot did not start.")
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
    yield from (
        "# Gallery",
        "",
        "Every kind of reply, taken by `make gallery` in the local Discord at the width of a phone. The",
        "answers come from the pack in `knowledge/dialogue`. Discord itself shows a channel by its name",
        "where these pictures show its id.",
    )
    for title, scenes in SECTIONS.items():
        yield from ("", f"## {title}")
        for scene in scenes:
            yield from ("", f"### {scene.what}", "", typed(scene), "")
            width = width_of(PICTURES / f"{scene.name}.png")
            yield f'<img src="gallery/{scene.name}.png" width="{width}" alt="{escape(scene.alt)}">'


def typed(scene: Scene) -> str:
    """Return who does what for a scene."""
    if not scene.typed:
        return "The bot sends it by itself."
    if scene.typed.startswith("the "):
        return f"{scene.who}: {scene.typed}."
    return f"{scene.who}: `{scene.typed}`"


if __name__ == "__main__":
    told(main)
