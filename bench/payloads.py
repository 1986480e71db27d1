"""What a Discord made for a benchmark says: a server with channels, its members and their messages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

GUILD, BOT, APPLICATION = 1_420_070_400_000_777, 1_420_070_400_000_001, 1_420_070_400_000_002
CHANNELS: Final = 50
"""More channels than one, as discord.py sends to each in turn."""
FIRST_CHANNEL: Final = 1_420_070_500_000_000
FIRST_MESSAGE: Final = 1_420_080_000_000_000
_NOW: Final = datetime.now(UTC).isoformat()

Json = dict[str, object]


def user(key: int, name: str, *, bot: bool = False) -> Json:
    """Return a user as Discord sends one."""
    return {
        "id": str(key),
        "username": name,
        "global_name": name.title(),
        "discriminator": "0",
        "avatar": "0123456789abcdef0123456789abcdef",
        "avatar_decoration_data": None,
        "public_flags": 0,
        "primary_guild": None,
        "bot": bot,
    }


def _member() -> Json:
    """Return a member, without the user."""
    return {
        "roles": [str(GUILD + 1), str(GUILD + 2)],
        "nick": None,
        "avatar": None,
        "joined_at": _NOW,
        "premium_since": None,
        "communication_disabled_until": None,
        "flags": 0,
        "pending": False,
        "mute": False,
        "deaf": False,
    }


def message(number: int, content: str = "", *, asks: bool = False) -> Json:
    """Return a member's message; only one that asks the bot comes with its content."""
    mentions: list[Json] = [{**user(BOT, "bot", bot=True), "member": _member()}] if asks else []
    return {
        "id": str(FIRST_MESSAGE + number),
        "type": 0,
        "channel_id": str(FIRST_CHANNEL + number % CHANNELS),
        "guild_id": str(GUILD),
        "author": user(FIRST_MESSAGE - 1 - number % 500, f"member-{number % 500}"),
        "member": _member(),
        "content": f"<@{BOT}> {content}" if asks else "",
        "timestamp": _NOW,
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": mentions,
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "flags": 0,
        "nonce": str(number),
        "channel_type": 0,
    }


def guild() -> Json:
    """Return the server."""
    channels: list[Json] = [
        {"id": str(FIRST_CHANNEL + n), "type": 0, "name": f"c{n}", "position": n, "permission_overwrites": []}
        for n in range(CHANNELS)
    ]
    roles = [
        {"id": str(GUILD + n), "name": f"r{n}", "permissions": "137411140509249", "position": n, "color": 0}
        | {"hoist": False, "managed": False, "mentionable": False, "flags": 0}
        for n in range(3)
    ]
    me: Json = {**_member(), "user": user(BOT, "bot", bot=True)}
    return {
        "id": str(GUILD),
        "name": "Town",
        "owner_id": str(FIRST_MESSAGE),
        "roles": roles,
        "channels": channels,
        "members": [me],
        "member_count": 1000,
        "emojis": [],
        "stickers": [],
        "features": [],
        "threads": [],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "unavailable": False,
        "large": False,
        "joined_at": _NOW,
        "afk_timeout": 0,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "premium_tier": 0,
        "preferred_locale": "en-US",
        "system_channel_flags": 0,
    }
