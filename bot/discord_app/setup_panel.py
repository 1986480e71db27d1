"""PURE: the panel of /setup: what a server's managers have chosen, what it means, and what to press.

Each step shows the present choice. The components hold no state, so they work after a restart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

import discord

from bot.discord_app.access import Needs, named
from bot.discord_app.layout import Block, Frame, Reply, lay_out
from bot.discord_app.render import ANSWERED, DISPUTED, UNANSWERED
from bot.store import GuildSettings

Step: TypeAlias = Literal["power", "channels", "roles", "summary"]

MOST: Final = 25
"""Channels or roles that Discord lets choose at once."""
PREFIX: Final = "setup:"
POWER: Final = "setup:power"
CHANNELS: Final = "setup:channels"
EVERYWHERE: Final = "setup:everywhere"
ROLES: Final = "setup:roles"
NO_ROLES: Final = "setup:no-roles"
STEPS: Final[Mapping[str, Step]] = {
    f"{PREFIX}to-{step}": step for step in ("power", "channels", "roles", "summary")
}
"""The buttons that lead to a step, by custom id."""
CHANNEL_TYPES: Final = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
    discord.ChannelType.forum,
]
_KEPT: Final = "Each choice is kept at once."
_POWER_MEANS: Final = (
    "On: I answer messages that mention me or reply to me, and all commands work.",
    "Off: I ignore messages, and of the commands only /setup works.",
)
_CHANNELS_MEAN: Final = (
    "Everywhere: I answer messages in every channel that I can see.",
    "Only where you choose: I answer messages in those channels and in their threads.",
    "In all other channels /ask still works, and only the member who asks sees the answer.",
)
_ROLES_MEAN: Final = (
    "Moderators may delete my answers and see how often I am asked.",
    "Members with Manage Messages always are moderators; members with a role that you choose are too.",
)
_ROLES_MEAN_AT_HOME: Final = (
    "This is one of my home servers, so they may also change my facts, once you have opened /facts to "
    "the role under Server Settings, Integrations."
)


@dataclass(frozen=True, slots=True)
class Survey:
    """How a server looks where the choices matter."""

    channels: Mapping[int, Needs] = field(default_factory=dict[int, Needs])
    """The chosen channels that exist, each with what the bot lacks there."""
    gone: int = 0
    """How many of the chosen channels no longer exist."""
    roles: Sequence[int] = ()
    """The chosen roles that exist."""
    lacks: Needs = ()
    """What the bot's own roles lack in the whole server."""
    home: bool = False
    """Whether facts may be changed from this server."""


def panel(
    step: Step, settings: GuildSettings, survey: Survey, remark: str = ""
) -> tuple[Reply, discord.ui.View]:
    """Return a step of the panel; ``remark``, when there is one, says what came of the last press."""
    if step == "power":
        lead = "Step 1 of 3: should I answer in this server?"
        blocks = [Block("Now", (_power(settings),)), Block("What it means", _POWER_MEANS)]
    elif step == "channels":
        lead = "Step 2 of 3: in which channels should I answer?"
        blocks = [Block("Now", _where(settings, survey)), Block("What it means", _CHANNELS_MEAN)]
        blocks.append(Block("My permissions", _permissions(settings, survey)))
    elif step == "roles":
        lead = "Step 3 of 3: whose roles make them moderators?"
        means = (*_ROLES_MEAN, _ROLES_MEAN_AT_HOME) if survey.home else _ROLES_MEAN
        blocks = [Block("Now", (_moderators(survey),)), Block("What it means", means)]
    else:
        lead = "This is how I am set up in this server."
        blocks = _summary(settings, survey)
    colour = DISPUTED if remark else ANSWERED if settings.enabled else UNANSWERED
    (reply, *_) = lay_out("\n\n".join(filter(None, (remark, lead))), blocks, Frame("", _KEPT, colour))
    return reply, _view(step, settings, survey)


def _summary(settings: GuildSettings, survey: Survey) -> list[Block]:
    """Return every choice."""
    return [
        Block("On or off", (_power(settings),)),
        Block("Channels", _where(settings, survey)),
        Block("Moderators", (_moderators(survey),)),
        Block("My permissions", _permissions(settings, survey)),
    ]


def _power(settings: GuildSettings) -> str:
    """Say whether the bot is on."""
    return "On." if settings.enabled else "Off."


def _where(settings: GuildSettings, survey: Survey) -> tuple[str, ...]:
    """Say where messages are answered."""
    if not settings.channels:
        return ("Everywhere.",)
    chosen = ", ".join(f"<#{channel}>" for channel in sorted(survey.channels))
    if not chosen:
        return ("Nowhere: the channels that were chosen no longer exist. Choose others, or everywhere.",)
    gone = f"Chosen channels that no longer exist: {survey.gone}." if survey.gone else ""
    return tuple(filter(None, (f"Only in {chosen}.", gone)))


def _moderators(survey: Survey) -> str:
    """Say who is a moderator."""
    roles = ", ".join(f"<@&{role}>" for role in sorted(survey.roles))
    return "Members with Manage Messages" + (f", and members with {roles}." if roles else ".")


def _permissions(settings: GuildSettings, survey: Survey) -> tuple[str, ...]:
    """Say which permissions are missing where."""
    if not settings.channels:
        lacks = f"I lack {named(survey.lacks)} in this server." if survey.lacks else ""
        return (lacks or "I have all that I need in this server; single channels may differ.",)
    alike: dict[Needs, list[str]] = {}
    for channel, lacks in sorted(survey.channels.items()):
        alike.setdefault(lacks, []).append(f"<#{channel}>")
    lines = [f"I lack {named(lacks)} in {', '.join(places)}." for lacks, places in alike.items() if lacks]
    return tuple(lines) or ("I have all that I need in the chosen channels.",)


def _view(step: Step, settings: GuildSettings, survey: Survey) -> discord.ui.View:
    """Return what can be pressed at a step."""
    view = discord.ui.View(timeout=None)
    for item in _items(step, settings, survey):
        view.add_item(item)
    view.stop()  # a listener hears the presses; discord.py need not remember the view
    return view


def _items(step: Step, settings: GuildSettings, survey: Survey) -> list[discord.ui.Item[discord.ui.View]]:
    """Return the components of a step, in order."""
    if step == "power":
        return [_power_select(settings), _to("channels", "Next: channels")]
    if step == "channels":
        everywhere = _button(EVERYWHERE, "Everywhere", off=not settings.channels)
        steps = [_to("power", "Back"), everywhere, _to("roles", "Next: moderators")]
        return [_channel_select(survey), *steps]
    if step == "roles":
        none = _button(NO_ROLES, "No roles", off=not settings.moderator_roles)
        return [_role_select(survey), _to("channels", "Back"), none, _to("summary", "Finish")]
    return [_to("power", "On or off"), _to("channels", "Channels"), _to("roles", "Moderators")]


def _power_select(settings: GuildSettings) -> discord.ui.Select[discord.ui.View]:
    """Return the choice between on and off."""
    options = [
        discord.SelectOption(label="On", value="on", default=settings.enabled),
        discord.SelectOption(label="Off", value="off", default=not settings.enabled),
    ]
    return discord.ui.Select(custom_id=POWER, options=options)


def _channel_select(survey: Survey) -> discord.ui.ChannelSelect[discord.ui.View]:
    """Return the choice of channels."""
    return discord.ui.ChannelSelect(
        custom_id=CHANNELS,
        channel_types=CHANNEL_TYPES,
        placeholder="Only in these channels",
        max_values=MOST,
        default_values=[
            discord.SelectDefaultValue(id=channel, type=discord.SelectDefaultValueType.channel)
            for channel in sorted(survey.channels)[:MOST]
        ],
    )


def _role_select(survey: Survey) -> discord.ui.RoleSelect[discord.ui.View]:
    """Return the choice of roles."""
    return discord.ui.RoleSelect(
        custom_id=ROLES,
        placeholder="Members with these roles too",
        max_values=MOST,
        default_values=[
            discord.SelectDefaultValue(id=role, type=discord.SelectDefaultValueType.role)
            for role in sorted(survey.roles)[:MOST]
        ],
    )


def _to(step: Step, label: str) -> discord.ui.Button[discord.ui.View]:
    """Return the button that leads to a step."""
    return _button(f"{PREFIX}to-{step}", label)


def _button(custom_id: str, label: str, *, off: bool = False) -> discord.ui.Button[discord.ui.View]:
    """Return a button, which can't be pressed when off."""
    return discord.ui.Button(custom_id=custom_id, label=label, disabled=off)
