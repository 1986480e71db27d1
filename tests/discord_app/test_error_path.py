"""Nothing that a member can do escapes the one error path: all of it is tried here with a desk that fails."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from typing import Any

import discord
import pytest
import structlog
from discord import app_commands
from simcord import ChannelHandle, InteractionResult, MemberActor, ResponseMessage, RoleHandle

import bot.discord_app
from bot.desk import Desk
from bot.discord_app.client import AnswerBot, Options
from bot.discord_app.errors import Reporting
from bot.library import Library
from bot.memory import MemoryStore
from tests.discord_app.town import HOME, Town
from tests.sample_pack import DATES_ASK, figure, sample_pack
from tests.shelf import Shelf

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

Lines = list[MutableMapping[str, Any]]


_OWN = {"blown", "touched"}


class Fuse(Desk):
    """A desk of which nothing works once it is blown."""

    blown = False
    touched = 0
    """How often something was wanted of it while it was blown."""

    def __getattribute__(self, name: str) -> object:
        """Return a part of the desk, or fail."""
        if object.__getattribute__(self, "blown") and not name.startswith("_") and name not in _OWN:
            self.touched += 1
            message = "the desk has collapsed"
            raise RuntimeError(message)
        return object.__getattribute__(self, name)


@pytest.fixture
def desk(shelf: Shelf, store: MemoryStore) -> Fuse:
    shelf.pack = sample_pack(figure(f"f{year}", year, "picss", str(year)) for year in range(1990, 2010))
    library = Library(shelf)
    library.load_first()
    return Fuse(library, store)


@pytest.fixture
def new_bot(desk: Fuse) -> Callable[[], AnswerBot]:
    return lambda: AnswerBot(desk, Options(frozenset({HOME})), lambda _: None)


@pytest.fixture
def boss(town: Town) -> MemberActor:
    powers = discord.Permissions(manage_guild=True, manage_messages=True)
    role = town.guild.create_role("Boss", permissions=powers)
    return town.guild.add_member(town.env.create_user("boss"), roles=[role])


def modules() -> Iterator[object]:
    """Yield every module of the Discord package."""
    for found in pkgutil.walk_packages(bot.discord_app.__path__, "bot.discord_app."):
        yield importlib.import_module(found.name)


def defined(kind: type) -> list[type]:
    """Return the classes of a kind that the Discord package defines."""
    return [
        value
        for module in modules()
        for _, value in inspect.getmembers(module, inspect.isclass)
        if issubclass(value, kind) and value.__module__.startswith("bot.")
    ]


def untold(lines: Lines, result: InteractionResult, desk: Fuse) -> str:
    """Return what is wrong with how the user heard back from what may not have needed the desk at all."""
    return unreported(lines, result) if desk.touched or not result.acknowledged else ""


def unreported(lines: Lines, result: InteractionResult) -> str:
    """Return what is wrong with how a failure was told: once, in private, with a reference in the log."""
    failed = [line for line in lines if line["event"] == "failed"]
    told = [message for message in (result.response, *result.followups) if message is not None]
    if len(failed) != 1:
        return f"{len(failed)} failures in the log"
    if not any(failed[0]["reference"] in message.content and message.ephemeral for message in told):
        return "the user heard nothing of the failure"
    return "" if result.acknowledged else "not acknowledged"


def options_of(command: app_commands.Command[Any, ..., Any]) -> dict[str, object]:
    """Return something for every option that must be filled."""
    kinds = discord.AppCommandOptionType
    filled: dict[discord.AppCommandOptionType, object] = {
        kinds.string: DATES_ASK,
        kinds.integer: 1,
        kinds.number: 1.0,
        kinds.boolean: True,
    }
    return {
        each.display_name: each.choices[0].value if each.choices else filled[each.type]
        for each in command.parameters
        if each.required
    }


def slash_commands(town: Town) -> list[app_commands.Command[Any, ..., Any]]:
    """Return every slash command."""
    assert isinstance(town.env.bot, AnswerBot)
    walked = town.env.bot.tree.walk_commands(type=discord.AppCommandType.chat_input)
    return [command for command in walked if isinstance(command, app_commands.Command)]


async def run(
    town: Town, boss: MemberActor, command: app_commands.Command[Any, ..., Any]
) -> InteractionResult:
    """Run a slash command."""
    return await boss.slash(town.channel, command.qualified_name, **options_of(command))


async def test_every_command_that_fails_is_told_in_private_with_a_reference(
    town: Town, boss: MemberActor, desk: Fuse
) -> None:
    desk.blown = True
    faults: dict[str, str] = {}
    for command in slash_commands(town):
        desk.touched = 0
        with structlog.testing.capture_logs() as lines:
            result = await run(town, boss, command)
        faults[command.qualified_name] = untold(lines, result, desk)

    assert set(faults) >= {"ask", "stats figures", "facts reload", "setup"}
    assert {name: fault for name, fault in faults.items() if fault} == {}
    assert town.env.errors


async def test_every_autocomplete_that_fails_offers_nothing_and_is_in_the_log_once(
    town: Town, boss: MemberActor, desk: Fuse
) -> None:
    desk.blown = True
    outcomes: dict[str, tuple[list[object], int]] = {}
    for command in slash_commands(town):
        for option in (each.display_name for each in command.parameters if each.autocomplete):
            with structlog.testing.capture_logs() as lines:
                offered = await boss.autocomplete(town.channel, command.qualified_name, option, "x")
            failed = [line for line in lines if line["event"] == "failed"]
            outcomes[f"{command.qualified_name} {option}"] = (list(offered), len(failed))

    assert set(outcomes) >= {"ask question", "stats figures place"}
    assert set(map(str, outcomes.values())) == {"([], 1)"}


async def test_every_component_that_fails_is_told_in_private_with_a_reference(
    town: Town, boss: MemberActor, desk: Fuse
) -> None:
    faults: dict[str, str] = {}
    for message in await shown_to(boss, town):
        for component in components_of(town, message):
            if message.id not in town.env.backend.messages[town.channel.id]:
                break  # the last press deleted it
            desk.blown, desk.touched = True, 0
            with structlog.testing.capture_logs() as lines:
                result = await press(town, boss, message, component)
            desk.blown = False
            faults[component["custom_id"]] = untold(lines, result, desk)

    assert {custom_id.split(":")[0] for custom_id in faults} >= {"turn", "setup"}
    assert {custom_id: fault for custom_id, fault in faults.items() if fault} == {}


async def shown_to(boss: MemberActor, town: Town) -> list[ResponseMessage | discord.Message]:
    """Return messages with every kind of component that the bot shows, as far as pressing leads to it."""
    found: list[ResponseMessage | discord.Message] = []
    for command in slash_commands(town):
        result = await run(town, boss, command)
        found += [message for message in (result.response, *result.followups) if message is not None]
    for label in ("Next: channels", "Next: moderators"):
        panel = (await boss.slash(town.channel, "setup")).response
        assert panel is not None
        await boss.click(panel, label="Next: channels")
        if label == "Next: moderators":
            await boss.click(panel, label=label)
        found.append(panel)
    await boss.send(town.channel, f"{town.mention} {DATES_ASK}")
    return [*found, town.last]


def components_of(town: Town, message: ResponseMessage | discord.Message) -> list[dict[str, Any]]:
    """Return the components of a message that can be pressed."""
    stored = town.env.backend.messages[town.channel.id][message.id]
    return [
        component
        for row in stored.components
        for component in row.get("components", [])
        if component.get("custom_id") and not component.get("disabled")
    ]


async def press(
    town: Town, boss: MemberActor, message: ResponseMessage | discord.Message, component: dict[str, Any]
) -> InteractionResult:
    """Press a button, or choose in a select."""
    custom_id = component["custom_id"]
    if component["type"] == discord.ComponentType.button.value:
        return await boss.click(message, custom_id=custom_id)
    choices: dict[int, Sequence[str | ChannelHandle | RoleHandle]] = {
        discord.ComponentType.channel_select.value: [town.channel],
        discord.ComponentType.role_select.value: list(town.guild.roles.values())[:1],
    }
    values = choices.get(component["type"]) or [component["options"][0]["value"]]
    return await boss.select(message, values, custom_id=custom_id)


async def test_a_message_that_fails_is_told_with_a_reference(town: Town, desk: Fuse) -> None:
    desk.blown = True
    with structlog.testing.capture_logs() as lines:
        answer = await town.ask(DATES_ASK)

    (line,) = [line for line in lines if line["event"] == "failed"]
    assert line["reference"] in answer.content


@pytest.mark.parametrize("kind", [discord.ui.View, discord.ui.LayoutView, discord.ui.Modal])
def test_every_view_and_form_reports_its_failures(kind: type) -> None:
    """A class of our own must mix ``Reporting`` in before discord.py's class."""
    assert [value for value in defined(kind) if value.on_error is not Reporting.on_error] == []  # type: ignore[attr-defined]


def test_there_are_no_dynamic_items_because_discord_py_drops_what_they_raise() -> None:
    """Hear presses in a cog's ``on_interaction`` instead, by their custom ids."""
    assert defined(discord.ui.DynamicItem) == []


class Trap(Reporting, discord.ui.View):
    """A view of which the button fails."""

    @discord.ui.button(label="Press")
    async def press(self, interaction: discord.Interaction, _: discord.ui.Button[Trap]) -> None:
        """Fail."""
        message = f"boom {interaction.id}"
        raise RuntimeError(message)


class Form(Reporting, discord.ui.Modal, title="Form"):
    """A form that fails when sent."""

    words: discord.ui.TextInput[Form] = discord.ui.TextInput(label="Words", custom_id="words")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Fail."""
        message = f"boom {interaction.id}"
        raise RuntimeError(message)


async def test_a_view_that_fails_is_told_in_private_with_a_reference(town: Town) -> None:
    channel = town.env.bot.get_channel(town.channel.id)
    assert isinstance(channel, discord.TextChannel)
    with town.env.time_context():
        message = await channel.send("x", view=Trap(timeout=None))
    with structlog.testing.capture_logs() as lines:
        result = await town.member.click(message, label="Press")

    assert unreported(lines, result) == ""
    assert len(town.env.errors) == 1


async def test_a_form_that_fails_is_told_in_private_with_a_reference(town: Town) -> None:
    assert isinstance(town.env.bot, AnswerBot)

    @town.env.bot.tree.command(name="form")
    async def form(interaction: discord.Interaction) -> None:
        """Show the form."""
        await interaction.response.send_modal(Form())

    assert form.name == "form"
    with town.env.time_context():
        await town.env.bot.tree.sync()
    shown = await town.member.slash(town.channel, "form")
    with structlog.testing.capture_logs() as lines:
        result = await town.member.submit_modal(shown, {"words": "x"})

    assert unreported(lines, result) == ""
    assert len(town.env.errors) == 1


async def trip(*_: object) -> None:
    """Fail as a listener with a mistake in it would."""
    message = "boom"
    raise RuntimeError(message)


async def test_a_listener_that_fails_for_a_press_tells_its_user(town: Town) -> None:
    assert isinstance(town.env.bot, AnswerBot)
    answer = await town.ask(DATES_ASK)
    town.env.bot.add_listener(trip, "on_interaction")
    with structlog.testing.capture_logs() as lines:
        pressed = await town.member.click(answer, label="Sources")

    assert [line["where"] for line in lines if line["event"] == "failed"] == ["component"]
    assert [message.ephemeral for message in pressed.followups] == [True]
    assert len(town.env.errors) == 1


async def test_a_listener_that_fails_for_every_message_answers_none_and_never_loops(town: Town) -> None:
    assert isinstance(town.env.bot, AnswerBot)
    town.env.bot.add_listener(trip, "on_message")
    with structlog.testing.capture_logs() as lines:
        await town.member.send(town.channel, "hello")
        await town.ask(DATES_ASK)

    assert [line["where"] for line in lines if line["event"] == "failed"] == [
        "on_message"
    ]  # of one for the bot
    assert len(town.sent) == 1
    assert len(town.env.errors) == 1
