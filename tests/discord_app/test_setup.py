"""Managers set the bot up for their own server, step by step, and see what each choice means."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import discord
import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from simcord import InteractionResult, MemberActor, ResponseMessage, SetupError

from bot.discord_app import deferral
from bot.discord_app.access import EVERYTHING
from bot.discord_app.client import AnswerBot
from bot.discord_app.cogs.facts import NOT_MODERATOR
from bot.discord_app.cogs.setup import NOT_MANAGER
from bot.discord_app.setup_choices import NO_CHANNEL, NO_ROLE, WITHOUT_EVERYONE, Offered, choose
from bot.discord_app.setup_panel import (
    CHANNELS,
    EVERYWHERE,
    MOST,
    NO_ROLES,
    POWER,
    ROLES,
    STEPS,
    Survey,
    panel,
)
from bot.memory import MemoryStore
from bot.store import DEFAULTS, GuildSettings, StoreError
from tests.discord_app.judge import length
from tests.discord_app.test_deferral import responses
from tests.discord_app.town import Town, pings, shown

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

ids = st.integers(1, 2**64 - 1)


@pytest.fixture
def manager(town: Town) -> MemberActor:
    role = town.guild.create_role("Manager", permissions=discord.Permissions(manage_guild=True))
    return town.guild.add_member(town.env.create_user("greta"), roles=[role])


async def opened(town: Town, manager: MemberActor) -> ResponseMessage:
    """Let the manager use /setup; return the panel."""
    result = await manager.slash(town.channel, "setup")
    assert result.ephemeral
    assert result.response is not None
    return result.response


def text(message: ResponseMessage) -> str:
    """Return what the panel says now."""
    (embed,) = message.embeds
    return shown(embed).strip()


def remark(message: ResponseMessage) -> str:
    """Return what the panel says of the last press."""
    return (message.embeds[0].description or "").split("\n\n")[0]


async def test_the_first_step_switches_on_and_off(
    town: Town, manager: MemberActor, store: MemoryStore
) -> None:
    message = await opened(town, manager)
    assert text(message) == (
        "Step 1 of 3: should I answer in this server?\n"
        "Now\nOn.\n"
        "What it means\n"
        "On: I answer messages that mention me or reply to me, and all commands work.\n"
        "Off: I ignore messages, and of the commands only /setup works.\n"
        "Each choice is kept at once."
    )

    await manager.select(message, ["off"], custom_id=POWER)
    assert "Now\nOff.\n" in text(message)
    assert store.settings(town.guild.id) == GuildSettings(enabled=False)

    await manager.select(message, ["on"], custom_id=POWER)
    assert store.settings(town.guild.id) == DEFAULTS


async def test_the_second_step_chooses_channels_or_everywhere(
    town: Town, manager: MemberActor, store: MemoryStore
) -> None:
    other = town.guild.create_text_channel("talk")
    message = await opened(town, manager)
    await manager.click(message, label="Next: channels")
    assert text(message) == (
        "Step 2 of 3: in which channels should I answer?\n"
        "Now\nEverywhere.\n"
        "What it means\n"
        "Everywhere: I answer messages in every channel that I can see.\n"
        "Only where you choose: I answer messages in those channels and in their threads.\n"
        "In all other channels /ask still works, and only the member who asks sees the answer.\n"
        "My permissions\n"
        "I have all that I need in this server; single channels may differ.\n"
        "Each choice is kept at once."
    )

    await manager.select(message, [town.channel, other], custom_id=CHANNELS)
    assert f"Now\nOnly in <#{town.channel.id}>, <#{other.id}>.\n" in text(message)
    assert "I have all that I need in the chosen channels." in text(message)
    assert store.settings(town.guild.id).channels == {town.channel.id, other.id}

    await manager.click(message, custom_id=EVERYWHERE)
    assert "Now\nEverywhere.\n" in text(message)
    assert store.settings(town.guild.id) == DEFAULTS


async def test_the_third_step_chooses_moderators(
    town: Town, manager: MemberActor, store: MemoryStore
) -> None:
    role = town.guild.create_role("Librarian")
    message = await opened(town, manager)
    await manager.click(message, label="Next: channels")
    await manager.click(message, label="Next: moderators")
    assert text(message) == (
        "Step 3 of 3: whose roles make them moderators?\n"
        "Now\nMembers with Manage Messages.\n"
        "What it means\n"
        "Moderators may delete my answers and see how often I am asked.\n"
        "Members with Manage Messages always are moderators; members with a role that you choose are too.\n"
        "This is one of my home servers, so they may also change my facts, once you have opened /facts to "
        "the role under Server Settings, Integrations.\n"
        "Each choice is kept at once."
    )

    await manager.select(message, [role], custom_id=ROLES)
    assert f"Now\nMembers with Manage Messages, and members with <@&{role.id}>.\n" in text(message)
    assert store.settings(town.guild.id).moderator_roles == {role.id}
    assert pings(town) == []

    await manager.click(message, custom_id=NO_ROLES)
    assert store.settings(town.guild.id) == DEFAULTS


async def test_it_ends_with_a_summary_from_which_each_step_can_be_reached_again(
    town: Town, manager: MemberActor
) -> None:
    message = await opened(town, manager)
    await manager.select(message, ["off"], custom_id=POWER)
    for label in ("Next: channels", "Next: moderators", "Finish"):
        await manager.click(message, label=label)
    assert text(message) == (
        "This is how I am set up in this server.\n"
        "On or off\nOff.\n"
        "Channels\nEverywhere.\n"
        "Moderators\nMembers with Manage Messages.\n"
        "My permissions\nI have all that I need in this server; single channels may differ.\n"
        "Each choice is kept at once."
    )
    for label, step in (("On or off", "1"), ("Channels", "2"), ("Moderators", "3")):
        again = await opened(town, manager)
        await manager.click(again, label=label)
        assert text(again).startswith(f"Step {step} of 3")


async def test_permissions_that_the_bot_lacks_in_the_chosen_channels_are_named(
    town: Town, manager: MemberActor
) -> None:
    me = town.env.bot.user
    assert me is not None
    silent = discord.PermissionOverwrite(send_messages=False)
    flat = discord.PermissionOverwrite(send_messages_in_threads=False)
    plainly = discord.PermissionOverwrite(embed_links=False, attach_files=False)
    mute = town.guild.create_text_channel("mute", overwrites={me: silent})
    threadless = town.guild.create_text_channel("flat", overwrites={me: flat})
    plain = town.guild.create_text_channel("plain", overwrites={me: plainly})
    unseen = discord.PermissionOverwrite(view_channel=False)
    hidden = town.guild.create_text_channel("hidden", overwrites={me: unseen})
    forum = town.guild.create_forum_channel("forum")
    message = await opened(town, manager)
    await manager.click(message, label="Next: channels")
    chosen = [mute, threadless, plain, hidden, forum, town.channel]
    await manager.select(message, chosen, custom_id=CHANNELS)

    assert (
        "My permissions\n"
        f"I lack Send Messages in <#{mute.id}>.\n"
        f"I lack Send Messages in Threads in <#{threadless.id}>.\n"
        f"I lack Embed Links and Attach Files in <#{plain.id}>.\n"
        f"I lack View Channel in <#{hidden.id}>.\n"
    ) in text(message)
    assert str(forum.id) not in text(message).split("My permissions")[1]


async def test_the_command_is_hidden_from_others_and_refused_to_whom_it_was_opened(town: Town) -> None:
    with pytest.raises(SetupError, match="not visible"):
        await town.moderator.slash(town.channel, "setup")
    with pytest.raises(SetupError):
        await town.member.user.slash("setup")
    command = town.env.backend.find_command("setup", town.guild.id)
    assert command is not None
    town.guild.set_command_permissions(int(command["id"]), {town.moderator: True})
    result = await town.moderator.slash(town.channel, "setup")

    assert result.ephemeral
    assert result.response is not None
    assert result.response.content == NOT_MANAGER


async def test_who_is_no_manager_any_more_changes_nothing(
    town: Town, manager: MemberActor, store: MemoryStore
) -> None:
    message = await opened(town, manager)
    for role in (*town.env.backend.guilds[town.guild.id].members[manager.id].role_ids,):
        town.env.backend.delete_role(town.guild.id, role)
    await town.env.settle()
    pressed = await manager.select(message, ["off"], custom_id=POWER)

    assert pressed.response is not None
    assert pressed.response.content == NOT_MANAGER
    assert store.settings(town.guild.id) == DEFAULTS


async def test_a_choice_is_about_its_own_server_only(
    town: Town, manager: MemberActor, store: MemoryStore
) -> None:
    message = await opened(town, manager)
    await manager.select(message, ["off"], custom_id=POWER)

    assert store.settings(town.guild.id) == GuildSettings(enabled=False)
    assert store.settings(town.guild.id + 1) == DEFAULTS


async def test_the_panel_works_after_a_restart(
    town: Town, manager: MemberActor, store: MemoryStore, new_bot: Callable[[], AnswerBot]
) -> None:
    message = await opened(town, manager)
    await manager.click(message, label="Next: channels")
    await town.env.restart_bot(new_bot())
    await manager.select(message, [town.channel], custom_id=CHANNELS)
    await manager.click(message, label="Next: moderators")

    assert store.settings(town.guild.id).channels == {town.channel.id}
    assert text(message).startswith("Step 3 of 3")


async def test_a_server_that_has_chosen_sees_the_summary_first(
    town: Town, manager: MemberActor, store: MemoryStore
) -> None:
    await store.choose(town.guild.id, GuildSettings(channels=frozenset({town.channel.id})))
    message = await opened(town, manager)

    assert f"Channels\nOnly in <#{town.channel.id}>.\n" in text(message)


async def test_channels_and_roles_that_are_gone_are_said_so(
    town: Town, manager: MemberActor, store: MemoryStore
) -> None:
    gone = GuildSettings(channels=frozenset({1, town.channel.id}), moderator_roles=frozenset({2}))
    await store.choose(town.guild.id, gone)
    message = await opened(town, manager)
    assert f"Only in <#{town.channel.id}>.\nChosen channels that no longer exist: 1.\n" in text(message)
    assert "Moderators\nMembers with Manage Messages.\n" in text(message)

    await store.choose(town.guild.id, GuildSettings(channels=frozenset({1})))
    message = await opened(town, manager)
    assert "Channels\nNowhere: the channels that were chosen no longer exist." in text(message)


async def test_the_role_of_everyone_is_left_out(town: Town, manager: MemberActor, store: MemoryStore) -> None:
    role = town.guild.create_role("Librarian")
    message = await opened(town, manager)
    await manager.click(message, label="Next: channels")
    await manager.click(message, label="Next: moderators")
    await manager.select(message, [town.guild.default_role], custom_id=ROLES)
    assert remark(message) == NO_ROLE
    assert store.settings(town.guild.id) == DEFAULTS

    await manager.select(message, [town.guild.default_role, role], custom_id=ROLES)
    assert remark(message) == WITHOUT_EVERYONE
    assert store.settings(town.guild.id).moderator_roles == {role.id}


async def test_a_choice_that_can_not_be_kept_is_said_so_and_loses_nothing(
    town: Town, manager: MemberActor, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(guild: int, settings: GuildSettings) -> None:
        del guild, settings
        message = "The database does not answer."
        raise StoreError(message)

    before = GuildSettings(channels=frozenset({town.channel.id}))
    await store.choose(town.guild.id, before)
    message = await opened(town, manager)
    await manager.click(message, label="On or off")
    monkeypatch.setattr(store, "choose", fail)
    with structlog.testing.capture_logs() as lines:
        await manager.select(message, ["off"], custom_id=POWER)

    (line,) = [line for line in lines if line["event"] == "failed"]
    assert remark(message) == (
        f"The database does not answer (reference {line['reference']}). "
        "Nothing has changed; choose again in a moment."
    )
    assert "Now\nOn.\n" in text(message)
    assert store.settings(town.guild.id) == before


async def test_a_choice_on_an_older_panel_undoes_no_later_one(
    town: Town, manager: MemberActor, store: MemoryStore
) -> None:
    mine, theirs = await opened(town, manager), await opened(town, manager)
    await manager.select(mine, ["off"], custom_id=POWER)
    await manager.click(theirs, label="Next: channels")
    await manager.select(theirs, [town.channel], custom_id=CHANNELS)

    assert store.settings(town.guild.id) == GuildSettings(
        enabled=False, channels=frozenset({town.channel.id})
    )


async def test_a_slow_store_is_waited_for(
    town: Town, manager: MemberActor, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.choose

    async def slow(guild: int, settings: GuildSettings) -> None:
        await asyncio.sleep(0.02)
        await kept(guild, settings)

    message = await opened(town, manager)
    monkeypatch.setattr(deferral, "PATIENCE", 0.0)
    monkeypatch.setattr(store, "choose", slow)
    pressed: InteractionResult = await manager.select(message, ["off"], custom_id=POWER)

    assert responses(town.env)[-2:] == ["POST interactions", "PATCH webhooks"]
    assert pressed.followups == []
    assert "Now\nOff.\n" in text(message)


async def test_during_an_outage_the_choices_are_shown_and_kept_as_they_are_made(
    town: Town, manager: MemberActor, store: MemoryStore
) -> None:
    await store.choose(town.guild.id, GuildSettings(channels=frozenset({1}), moderator_roles=frozenset({2})))
    town.env.backend.emit("GUILD_DELETE", {"id": str(town.guild.id), "unavailable": True})
    await town.env.settle()
    message = await opened(town, manager)
    assert (
        "Channels\nOnly in <#1>.\nModerators\nMembers with Manage Messages, and members with <@&2>.\n"
        in text(message)
    )

    await manager.click(message, label="Channels")
    await manager.select(message, [town.channel], custom_id=CHANNELS)
    assert store.settings(town.guild.id).channels == {town.channel.id}


async def test_where_only_the_commands_were_added_nobody_is_known_to_manage(
    town: Town, manager: MemberActor
) -> None:
    town.env.backend.emit("GUILD_DELETE", {"id": str(town.guild.id)})
    await town.env.settle()
    for command, actor in (("setup", manager), ("facts reload", town.moderator)):
        result = await actor.slash(town.channel, command)
        assert result.response is not None
        assert result.response.content in {NOT_MANAGER, NOT_MODERATOR}


async def test_a_component_of_an_older_panel_leads_to_the_summary() -> None:
    assert choose("setup:gone", (), DEFAULTS, Offered(1)).step == "summary"


def test_no_channel_of_the_server_is_no_choice_because_none_means_everywhere() -> None:
    chosen = GuildSettings(channels=frozenset({1}))
    offered = Offered(9, channels=frozenset({1, 2}), roles=frozenset({9}))

    for values in ((), ("3",), ("x",), ("9" * 5000,), ("\u0661",)):
        choice = choose(CHANNELS, values, chosen, offered)
        assert (choice.settings, choice.remark) == (chosen, NO_CHANNEL)


@given(
    st.builds(
        GuildSettings,
        enabled=st.booleans(),
        channels=st.frozensets(ids, max_size=MOST),
        moderator_roles=st.frozensets(ids, max_size=MOST),
    ),
    st.lists(st.lists(st.sampled_from(EVERYTHING), unique=True).map(tuple), min_size=MOST, max_size=MOST),
    st.integers(0, MOST),
)
async def test_every_step_fits_one_message_whatever_was_chosen(
    settings: GuildSettings, lacks: list[tuple[str, ...]], gone: int
) -> None:
    there = dict(zip(sorted(settings.channels)[gone:], lacks, strict=False))
    survey = Survey(there, gone, sorted(settings.moderator_roles), EVERYTHING, home=True)  # type: ignore[arg-type]
    for step in STEPS.values():
        reply, view = panel(step, settings, survey, "x" * 1000)
        parts = [reply.description, reply.footer, *(part for field in reply.fields for part in field)]
        assert sum(map(length, parts)) <= 6000
        assert len(reply.fields) <= 25
        assert "Part" not in reply.footer
        assert len(view.children) <= 5


@given(st.sampled_from([POWER, CHANNELS, EVERYWHERE, ROLES, NO_ROLES, *STEPS, "x"]), st.lists(st.text()))
def test_any_press_gives_settings_that_are_sound(pressed: str, values: list[str]) -> None:
    before = GuildSettings(channels=frozenset({1}), moderator_roles=frozenset({2}))
    offered = Offered(9, channels=frozenset({1, 3}), roles=frozenset({2, 4, 9}))
    after = choose(pressed, values, before, offered).settings

    assert after.channels <= {1, 3}
    assert after.moderator_roles <= {2, 4}
    assert after == before or pressed in {POWER, CHANNELS, EVERYWHERE, ROLES, NO_ROLES}
