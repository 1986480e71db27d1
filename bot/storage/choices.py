"""PURE but for an event: what every server chose, at hand for answers, and whether it is known yet."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Final, cast

from bot.store import DEFAULTS, GuildSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

QUERY: Final = "SELECT guild, enabled, channels, moderator_roles FROM settings"
"""Reads all of them; both databases give the lists as JSON text."""


class Choices:
    """Settings by server. Nothing is known until they are loaded."""

    def __init__(self) -> None:
        """Start without knowing."""
        self._found: dict[int, GuildSettings] = {}
        self._known = asyncio.Event()
        self.edition = 0
        """How often a choice was put: what was read before the last of them is out of date."""
        self.readings = 0
        """How often they were loaded."""

    def of(self, guild: int) -> GuildSettings:
        """Return what a server chose; the defaults when it chose nothing, or that is not known."""
        return self._found.get(guild, DEFAULTS)

    def put(self, guild: int, settings: GuildSettings) -> None:
        """Take what a server just chose."""
        self._found[guild] = settings
        self.edition += 1

    def load(self, found: Mapping[int, GuildSettings], edition: int) -> bool:
        """Take what was read from the database at an edition; False where it is out of date."""
        if edition != self.edition:
            return False
        self._found = dict(found)
        self.readings += 1
        self._known.set()
        return True

    async def known(self, patience: float) -> bool:
        """Whether they are loaded, waiting no longer than some seconds for it."""
        if not self._known.is_set() and patience > 0:
            with suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    await self._known.wait()
        return self._known.is_set()


def parsed(rows: Iterable[Iterable[object]]) -> dict[int, GuildSettings]:
    """Return the rows of ``QUERY`` as settings; ``ValueError`` or ``TypeError`` where they are none."""
    found: dict[int, GuildSettings] = {}
    for guild, enabled, channels, roles in rows:
        found[int(str(guild))] = GuildSettings(
            enabled=bool(enabled), channels=_ids(channels), moderator_roles=_ids(roles)
        )
    return found


def _ids(text: object) -> frozenset[int]:
    """Return a list of ids, as the database keeps it."""
    return frozenset(int(str(key)) for key in cast("list[object]", json.loads(str(text))))
