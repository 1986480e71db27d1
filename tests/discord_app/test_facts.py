"""Moderators of the home servers publish facts; nobody else does, and no mistake costs the old ones."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest
from simcord import SetupError

from bot.discord_app.client import AnswerBot
from bot.discord_app.cogs.facts import NOT_HOME, NOT_MODERATOR
from bot.knowledge.model import Citation, Fact
from bot.knowledge.problems import BotError
from bot.memory import MemoryStore
from bot.store import GuildSettings
from tests.discord_app.town import Town, shown
from tests.sample_pack import DATES_ASK, LONG_ASK, sample_pack

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

NEW = Fact(
    id="new-fact", statement="This is new.", asks=("What is new?",), citations=(Citation(source="dawn"),)
)
CHANGED = Fact(
    id="long-ask", statement="That one.", asks=("What is that?",), citations=(Citation(source="dawn"),)
)


async def reload(town: Town, *, by_member: bool = False) -> str:
    """Run /facts reload and return all that the bot privately says."""
    actor = town.member if by_member else town.moderator
    result = await actor.slash(town.channel, "facts reload")
    assert result.ephemeral
    assert result.response is not None
    return "\n".join([result.response.content, *map(shown, result.response.embeds)])


async def allow_everyone(town: Town) -> None:
    """Let the server's administrators open the command to the member."""
    command = town.env.backend.find_command("facts", town.guild.id)
    assert command is not None
    town.guild.set_command_permissions(int(command["id"]), {town.member: True})


async def test_a_reload_publishes_and_says_what_was_added_changed_and_removed(town: Town) -> None:
    town.shelf.pack = sample_pack([NEW, CHANGED], without=["sc1"])
    told = await reload(town)
    (embed,) = (await town.ask("What is new?")).embeds

    assert "1 added, 1 changed, 1 removed" in told
    assert "Added\nnew-fact" in told
    assert "Changed\nlong-ask" in told
    assert "Removed\nsc1" in told
    assert embed.description == "This is new."


async def test_a_reload_without_a_change_says_so(town: Town) -> None:
    assert "no entry has changed" in await reload(town)


async def test_a_changed_source_is_a_change_of_the_entries_that_cite_it(town: Town) -> None:
    pack = sample_pack()
    town.shelf.pack = sample_pack([], without=[])
    town.shelf.pack.sources["tribune"] = pack.sources["dawn"]

    assert "1 changed" in await reload(town)


async def withdraw(town: Town, *keys: str) -> str:
    """Withdraw some sources, reload, and return what the bot says."""
    for key in keys:
        town.shelf.pack.sources[key] = replace(town.shelf.pack.sources[key], status="withdrawn")
    return await reload(town)


async def test_a_withdrawn_source_puts_its_entries_on_hold_and_the_reply_names_both(town: Town) -> None:
    told = await withdraw(town, "untitled")
    (embed,) = (await town.ask(LONG_ASK)).embeds

    assert "1 changed" in told
    assert "On hold, so not answered (1)\n• long-ask: it rests only on 'untitled', withdrawn" in told
    assert "not in my sources" in (embed.description or "")
    assert "On hold, so not answered (1)" in await reload(town)


async def test_of_many_entries_on_hold_the_first_are_named(town: Town) -> None:
    new = [Fact(id=f"new-{n}", statement="x", citations=(Citation(source="untitled"),)) for n in range(40)]
    town.shelf.pack = sample_pack(new)
    told = await withdraw(town, "untitled")

    assert "On hold, so not answered (41)" in told
    assert "… and 11 more; bot check lists them all" in told


async def test_many_ids_are_counted_and_the_first_shown(town: Town) -> None:
    new = [Fact(id=f"new-{n}", statement="x", citations=(Citation(source="dawn"),)) for n in range(30)]
    town.shelf.pack = sample_pack(new)
    told = await reload(town)

    assert "30 added" in told
    assert "new-19 and 10 more" in told


async def test_a_broken_pack_leaves_the_live_facts_and_shows_where_it_is_broken(town: Town) -> None:
    town.shelf.break_with(8)
    told = await reload(town)
    (embed,) = (await town.ask(DATES_ASK)).embeds

    assert "The knowledge has 8 errors." in told
    assert "facts/x.yaml:1:3: error: citations: unknown source 'dwan'; did you mean 'dawn'?" in told
    assert "facts/x.yaml:5:3" in told
    assert "facts/x.yaml:6:3" not in told
    assert "and 3 more" in told
    assert "is still live" in told
    assert "6 and 7 March 2023" in (embed.description or "")


async def test_a_missing_folder_leaves_the_live_facts(town: Town) -> None:
    town.shelf.error = BotError("There is no folder.")

    assert "There is no folder. Nothing was changed" in await reload(town)


async def test_a_failure_of_the_bot_leaves_the_live_facts(town: Town) -> None:
    town.shelf.error = RuntimeError("boom")
    told = await reload(town)

    assert "reference" in told
    assert "is still live" in told
    assert "boom" not in told


async def test_the_command_is_hidden_from_members(town: Town) -> None:
    with pytest.raises(SetupError, match="not visible"):
        await town.member.slash(town.channel, "facts reload")
    with pytest.raises(SetupError):
        await town.moderator.user.slash("facts reload")


async def test_a_member_to_whom_the_command_was_opened_is_refused(town: Town) -> None:
    await allow_everyone(town)

    assert await reload(town, by_member=True) == NOT_MODERATOR
    assert town.shelf.reads == 1


async def test_a_role_chosen_in_setup_may_change_facts_once_the_command_is_open_to_it(
    town: Town, store: MemoryStore
) -> None:
    role = town.guild.create_role("Librarian")
    librarian = town.guild.add_member(town.env.create_user("lena"), roles=[role])
    command = town.env.backend.find_command("facts", town.guild.id)
    assert command is not None
    town.guild.set_command_permissions(int(command["id"]), {librarian: True})
    refused = await librarian.slash(town.channel, "facts reload")
    await store.choose(town.guild.id, GuildSettings(moderator_roles=frozenset({role.id})))
    allowed = await librarian.slash(town.channel, "facts reload")

    assert refused.response is not None
    assert refused.response.content == NOT_MODERATOR
    assert allowed.response is not None
    assert "no entry has changed" in shown(allowed.response.embeds[0])


async def test_the_role_of_everyone_makes_nobody_a_moderator(town: Town, store: MemoryStore) -> None:
    await allow_everyone(town)
    await store.choose(town.guild.id, GuildSettings(moderator_roles=frozenset({town.guild.id})))

    assert await reload(town, by_member=True) == NOT_MODERATOR


async def test_a_moderator_of_another_server_is_refused(away: Town) -> None:
    assert await reload(away) == NOT_HOME
    assert away.shelf.reads == 1


async def test_the_owner_of_the_application_may_in_any_server_that_they_moderate(
    away: Town, simcord_bot: AnswerBot
) -> None:
    simcord_bot.owner_id = away.moderator.id

    assert "no entry has changed" in await reload(away)


async def test_the_owner_without_the_permission_is_refused(away: Town, simcord_bot: AnswerBot) -> None:
    await allow_everyone(away)
    simcord_bot.owner_id = away.member.id

    assert await reload(away, by_member=True) == NOT_MODERATOR
