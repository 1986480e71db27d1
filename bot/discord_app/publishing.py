"""Publishing: the commands go to Discord only when they have changed, here or there.

What was published is kept as a note in the store: a hash of what was sent, and one of each
command as Discord then had it. At the next start both are compared, which costs one request and
none of the few publications that Discord allows.
"""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import asdict, dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord
import orjson
from discord import app_commands

from bot.discord_app.errors import note
from bot.logs import logger, quietly
from bot.store import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.store import Store

    Tree = app_commands.CommandTree[Any]

log = logger(__name__)


LATER: Final = (5.0, 20.0, 60.0, 300.0)
"""Seconds after which publishing is tried again; the last holds for every further time."""
_PASSING: Final = (aiohttp.ClientError, OSError, discord.DiscordServerError)


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: a hash of the tree as sent, and of each command as Discord had it then."""

    tree: str
    commands: dict[str, str]


@dataclass(frozen=True, slots=True)
class Drift:
    """How the commands on Discord differ from those that were published, by name."""

    removed: tuple[str, ...]
    edited: tuple[str, ...]
    added: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether they differ at all."""
        return bool(self.removed or self.edited or self.added)


async def publish(tree: Tree, store: Store, guild: discord.abc.Snowflake | None = None) -> None:
    """Publish the commands, everywhere or to one server, unless Discord has them already.

    Without them the bot still answers messages, so a failure is only logged. Where Discord can't be
    reached or has trouble, it is tried again until it can.
    """
    for wait in chain(LATER, repeat(LATER[-1])):
        try:
            await _publish(tree, store, guild)
        except (aiohttp.ClientError, OSError, discord.DiscordException) as error:
            if not isinstance(error, _PASSING):
                note("publishing the commands", error)
                return
            quietly(log.warning, "the commands are not published yet", why=str(error), seconds=wait)
            await asyncio.sleep(wait)
        else:
            return


async def _publish(tree: Tree, store: Store, guild: discord.abc.Snowflake | None) -> None:
    """Compare, publish and take a note."""
    key = f"commands:{tree.client.application_id}:{guild.id if guild else 'everywhere'}"
    sending = digest([command.to_dict(tree) for command in tree.get_commands(guild=guild)])
    before = await _recall(store, key)
    if before is not None and before.tree == sending:
        drift = compare(before.commands, digests(await tree.fetch_commands(guild=guild)))
        if not drift:
            quietly(log.info, "the commands are published already", key=key)
            return
        quietly(log.warning, "the commands on Discord were changed elsewhere", key=key, **asdict(drift))
    sent = await tree.sync(guild=guild)
    quietly(log.info, "published the commands", key=key, count=len(sent))
    await _keep(store, key, Published(sending, digests(sent)))


def compare(published: dict[str, str], found: dict[str, str]) -> Drift:
    """Return how what is found differs from what was published."""
    both = published.keys() & found.keys()
    return Drift(
        removed=tuple(sorted(published.keys() - found.keys())),
        edited=tuple(sorted(name for name in both if published[name] != found[name])),
        added=tuple(sorted(found.keys() - published.keys())),
    )


def digests(found: Iterable[app_commands.AppCommand]) -> dict[str, str]:
    """Return a hash of each command as Discord has it, under its name and kind."""
    return {f"{command.name} ({command.type.name})": digest(_told(command)) for command in found}


def digest(value: object) -> str:
    """Return a short hash of plain data, whatever the order of its keys."""
    written = orjson.dumps(value, option=orjson.OPT_SORT_KEYS, default=str)
    return hashlib.sha256(written).hexdigest()[:32]


def _told(command: app_commands.AppCommand) -> dict[str, object]:
    """Return what members see of a command and who may use it; ids change when nothing else does."""
    permissions = command.default_member_permissions
    whole = {key: value for key, value in command.to_dict().items() if key not in {"id", "application_id"}}
    return {
        **whole,
        "permissions": permissions.value if permissions is not None else None,
        "dm": command.dm_permission,
        "nsfw": command.nsfw,
    }


async def _recall(store: Store, key: str) -> Published | None:
    """Return what was published; None when nothing was, or the store does not know."""
    try:
        kept = await store.recall(key)
        if kept is None:
            return None
        found = orjson.loads(kept)
        return Published(str(found["tree"]), {str(k): str(v) for k, v in dict(found["commands"]).items()})
    except (StoreError, ValueError, TypeError, KeyError):
        return None


async def _keep(store: Store, key: str, published: Published) -> None:
    """Note what was published; without the note the next start publishes again."""
    try:
        await store.keep(key, orjson.dumps(asdict(published)).decode())
    except StoreError as error:
        quietly(log.warning, "what was published is not noted", why=str(error))
