"""A member of a server: writes, runs commands and presses buttons as Discord's apps would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from simcord.backend import serializers
from simcord.backend.models import Interaction, Message
from simcord.components import walk_components
from simcord.enums import ComponentType, InteractionType, OptionType
from simcord.interactions import base_payload, nest_options, walk_to_subcommand

from tests.sockets.discord_server import DiscordServer, until


@dataclass(frozen=True, slots=True)
class Member:
    """Someone in a channel; ``guild`` is None in direct messages."""

    discord: DiscordServer
    guild: int | None
    channel: int
    id: int

    @classmethod
    def of(cls, server: DiscordServer, name: str, guild: int | None, channel: int | None = None) -> Self:
        """Create a user: in a channel of a server, or in direct messages with the bot."""
        user = server.backend.make_user(name).id
        if guild is None:
            return cls(server, None, server.backend.get_dm_channel(user).id, user)
        server.backend.add_member(guild, user)
        return cls(server, guild, channel or server.backend.create_channel(guild, name).id, user)

    def says(self, text: str) -> int:
        """Send a message; return its id."""
        return self.discord.backend.create_message(self.channel, self.id, text).id

    def asks(self, question: str) -> int:
        """Mention the bot with a question; return the message's id."""
        return self.says(f"<@{self.discord.backend.bot_user.id}> {question}")

    def rewords(self, message: int, text: str) -> None:
        """Edit a message so that it asks something else."""
        said = f"<@{self.discord.backend.bot_user.id}> {text}"
        self.discord.backend.edit_message(self.channel, message, {"content": said})

    def withdraws(self, message: int) -> None:
        """Delete a message."""
        self.discord.backend.delete_message(self.channel, message)

    async def hears(self, question: int) -> Message:
        """Wait for the bot's reply to a message."""
        await until(lambda: self.discord.replies(question), "the question was not answered")
        return self.discord.replies(question)[0]

    async def slash(self, name: str, /, **options: str | bool) -> Message:
        """Run a command; return the bot's response."""
        data = await self._command(name, [_option(key, value) for key, value in options.items()])
        record = self._sends(InteractionType.APPLICATION_COMMAND, data)
        await until(lambda: record.message_id is not None, f"/{name} got no response")
        return self.discord.backend.get_message(self.channel, record.message_id or 0)

    async def types(self, name: str, option: str, text: str) -> list[str]:
        """Type into an option; return what the bot offers."""
        data = await self._command(name, [{**_option(option, text), "focused": True}])
        record = self._sends(InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE, data)
        await until(lambda: record.responded, "nothing was offered")
        return [str(choice["value"]) for choice in record.autocomplete_choices or []]

    async def presses(self, message: Message, label: str) -> Interaction:
        """Press a button of a message; return what came of it."""
        (button,) = [part for part in walk_components(message.components) if part.get("label") == label]
        data: dict[str, object] = {"custom_id": button["custom_id"], "component_type": ComponentType.BUTTON}
        shown: dict[str, object] = dict(serializers.message_payload(self.discord.backend, message))
        record = self._sends(InteractionType.MESSAGE_COMPONENT, data, message=shown)
        record.source_message_id = message.id
        await until(lambda: record.responded, f"{label} did nothing")
        return record

    async def _command(self, name: str, options: list[dict[str, object]]) -> dict[str, object]:
        """Return the data of a command, once the bot has published it."""
        root, *path = name.split()
        await until(lambda: self.discord.backend.find_command(root, self.guild), f"/{root} is not published")
        command = self.discord.backend.find_command(root, self.guild) or {}
        _, nesting = walk_to_subcommand(command, path)
        nested = nest_options(command, nesting, options)
        return {"id": command["id"], "name": root, "type": 1, "options": nested}

    def _sends(
        self, kind: InteractionType, data: dict[str, object], **extra: dict[str, object]
    ) -> Interaction:
        """Send an interaction."""
        record, payload = base_payload(
            self.discord.backend,
            type=kind,
            channel_id=self.channel,
            guild_id=self.guild,
            user_id=self.id,
            data=data,
        )
        self.discord.backend.emit("INTERACTION_CREATE", {**payload, **extra})
        return record


def _option(name: str, value: str | bool) -> dict[str, object]:  # noqa: FBT001  # an option's value
    """Return an option that was filled in."""
    kind = OptionType.BOOLEAN if isinstance(value, bool) else OptionType.STRING
    return {"name": name, "type": kind, "value": value}
