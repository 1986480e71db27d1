"""A question waits for what its server chose; while that can't be known, nothing is shown in public."""

from __future__ import annotations

import asyncio

import discord
import pytest

from bot.discord_app.admission import NOT_KNOWN
from bot.memory import MemoryStore
from bot.store import GuildSettings
from tests.discord_app.town import Town
from tests.sample_pack import DATES_ASK

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())


class Starting(MemoryStore):
    """Reads what servers chose only when someone waits for it; ``away`` says that it never can."""

    def __init__(self) -> None:
        """Start with a database that can be read."""
        super().__init__()
        self.away = False
        self.later: dict[int, GuildSettings] = {}

    async def knows_settings(self, patience: float) -> bool:
        """Read, for those who wait."""
        if self.away:
            return False
        if patience > 0:
            await asyncio.sleep(0.01)
            for guild, settings in self.later.items():
                await self.choose(guild, settings)
        return True


@pytest.fixture
def store() -> Starting:
    return Starting()


async def test_a_server_that_switched_the_bot_off_gets_no_answer_at_the_start(
    town: Town, store: Starting
) -> None:
    store.later = {town.guild.id: GuildSettings(enabled=False)}
    await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")
    result = await town.member.slash(town.channel, "ask", question=DATES_ASK)

    assert town.sent == []
    assert result.ephemeral
    assert result.response is not None
    assert "switched off" in result.response.content


async def test_other_servers_are_answered_once_it_is_known(town: Town, store: Starting) -> None:
    store.later = {town.guild.id + 1: GuildSettings(enabled=False)}

    assert (await town.ask(DATES_ASK)).embeds


async def test_where_it_can_not_be_known_the_asker_is_told_in_private_once_a_day(
    town: Town, store: Starting
) -> None:
    store.away = True
    for _ in range(2):
        await town.member.send(town.channel, f"{town.mention} {DATES_ASK}")

    assert town.sent == []
    (hint,) = [message.content for message in town.member.user.dm_channel.history()]
    assert hint.startswith("I can't tell at the moment whether I may answer messages in Town.")


async def test_where_it_can_not_be_known_a_question_as_a_command_is_answered_in_private(
    town: Town, store: Starting
) -> None:
    store.away = True
    result = await town.member.slash(town.channel, "ask", question=DATES_ASK)

    assert result.ephemeral
    assert result.response is not None
    assert result.response.embeds


@pytest.mark.parametrize("name", ["stats figures", "setup"])
async def test_where_it_can_not_be_known_other_commands_say_so_in_private(
    town: Town, store: Starting, name: str
) -> None:
    store.away = True
    manager = town.guild.add_member(
        town.env.create_user("ayla"),
        roles=[town.guild.create_role("Manager", permissions=discord.Permissions(manage_guild=True))],
    )
    result = await manager.slash(town.channel, name)

    assert result.ephemeral
    assert result.response is not None
    assert result.response.content == NOT_KNOWN


async def test_direct_messages_are_answered_all_the_same(town: Town, store: Starting) -> None:
    store.away = True
    await town.member.send_dm(DATES_ASK)

    assert town.member.user.dm_channel.history()[-1].embeds


async def test_an_edit_changes_nothing_while_it_can_not_be_known(town: Town, store: Starting) -> None:
    store.away = True
    asked = await town.member.send(town.channel, f"{town.mention} hello")
    await town.member.edit(asked, f"{town.mention} {DATES_ASK}")

    assert town.sent == []
