"""PURE: what a press on the panel of /setup chooses, and which step comes next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.discord_app.setup_panel import CHANNELS, EVERYWHERE, NO_ROLES, POWER, ROLES, STEPS, Step
from bot.store import GuildSettings

NO_CHANNEL: Final = "None of that is a channel of this server, so nothing has changed."
NO_ROLE: Final = "With that role everyone would be a moderator, so nothing has changed."
WITHOUT_EVERYONE: Final = "I left out the role that everyone has: with it everyone would be a moderator."

_ID: Final = re.compile(r"[0-9]{1,20}")


@dataclass(frozen=True, slots=True)
class Offered:
    """What a server offers to choose from; None for anything."""

    everyone: int
    """The role that every member has."""
    channels: frozenset[int] | None = None
    roles: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What a press leads to: a step to show, settings to keep, and a remark on them if need be."""

    step: Step
    settings: GuildSettings
    remark: str = ""


def choose(pressed: str, values: Sequence[str], settings: GuildSettings, offered: Offered) -> Choice:
    """Return what a press leads to; a component that the panel no longer has leads to the summary."""
    if pressed == POWER:
        return Choice("power", replace(settings, enabled="off" not in values))
    if pressed == CHANNELS:
        return _channels(_ids(values, offered.channels), settings)
    if pressed == EVERYWHERE:
        return Choice("channels", replace(settings, channels=frozenset()))
    if pressed == ROLES:
        return _roles(_ids(values, offered.roles), settings, offered.everyone)
    if pressed == NO_ROLES:
        return Choice("roles", replace(settings, moderator_roles=frozenset()))
    return Choice(STEPS.get(pressed, "summary"), settings)


def _channels(chosen: frozenset[int], settings: GuildSettings) -> Choice:
    """Choose channels; none is no choice, because it would mean everywhere."""
    if not chosen:
        return Choice("channels", settings, NO_CHANNEL)
    return Choice("channels", replace(settings, channels=chosen))


def _roles(chosen: frozenset[int], settings: GuildSettings, everyone: int) -> Choice:
    """Choose roles, but never the one that everyone has."""
    kept = chosen - {everyone}
    if not kept:
        return Choice("roles", settings, NO_ROLE)
    remark = WITHOUT_EVERYONE if kept != chosen else ""
    return Choice("roles", replace(settings, moderator_roles=kept), remark)


def _ids(values: Sequence[str], offered: frozenset[int] | None) -> frozenset[int]:
    """Return the ids among some values that are offered."""
    ids = frozenset(int(value) for value in values if _ID.fullmatch(value))
    return ids if offered is None else ids & offered
