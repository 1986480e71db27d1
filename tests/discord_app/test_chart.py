"""/stats chart: a picture with words for those who can't see it, its numbers, their sources, and a table."""

from __future__ import annotations

import asyncio
import csv
import io
from typing import NoReturn

import discord
import pytest
import structlog
from PIL import Image
from simcord import InteractionResult

from bot.answering.figures.chart import Chart
from bot.charting import Charting
from bot.charts import drawing
from bot.charts.drawing import BusyError
from bot.discord_app import deferral
from bot.discord_app.sheets import HEADINGS
from bot.knowledge.model import Citation, Conflict, Entity, Figure, Source
from tests.discord_app.town import Town, pings, shown
from tests.sample_pack import figure, sample_pack

pytestmark = pytest.mark.simcord(approved_intents=discord.Intents.none())

COUNTS = (
    figure("a", 388, "picss", "2021", note="As first published."),
    figure("b", 539, "picss", "2022"),
    figure("c", 533, "picss", "2022", qualifier="at least", citations=(Citation(source="tribune"),)),
    figure("d", 976, "picss", "2023", conflicts=(Conflict(note="974 in one paper"),)),
    figure("e", 335, "pips", "2021"),
    figure("f", 419, "pips", "2022"),
    figure("m", 134, "picss", "2023-01", conflicts=(Conflict(entry="n"),)),
    figure("n", 101, "pips", "2023-01", event="ct-dialogue"),
)


async def drawn(town: Town, *figures: Figure, **options: str) -> InteractionResult:
    """Publish some figures and draw a chart of them."""
    mine = ("picss-2023-01", "pips-2023-01", "picss-2022", "kp-2023-01")
    town.shelf.pack = sample_pack(figures or COUNTS, without=mine)
    await town.moderator.slash(town.channel, "facts reload")
    return await town.member.slash(town.channel, "stats chart", **{"metric": "deaths", **options})


def words(result: InteractionResult) -> str:
    """Return all that the reply says."""
    messages = [each for each in (result.response, *result.followups) if each is not None]
    return "\n".join(shown(embed) for message in messages for embed in message.embeds)


async def files(result: InteractionResult) -> dict[str, bytes]:
    """Return what is attached to the first message, by name."""
    (first,) = result.followups[:1] or [result.response]
    assert first is not None
    return {each.filename: await each.read() for each in first.attachments}


def alt(result: InteractionResult) -> str:
    """Return the description of the picture."""
    (first,) = result.followups[:1] or [result.response]
    assert first is not None
    return first.attachments[0].description or ""


async def test_the_picture_comes_first_with_a_description_that_states_the_finding(town: Town) -> None:
    result = await drawn(town)
    found = await files(result)

    assert list(found) == ["chart.png", "figures.csv"]
    with Image.open(io.BytesIO(found["chart.png"])) as picture:
        assert picture.width == 1080
    assert alt(result) == (
        "Chart: Deaths – Pakistan, per year (people). PICSS: rose from 388 in 2021 to 976 in 2023. "
        "PIPS: rose from 335 in 2021 to 419 in 2022. As of 7 March 2023."
    )
    assert pings(town) == []


async def test_every_number_is_there_as_text_with_its_sources_notes_and_disputes(town: Town) -> None:
    told = words(await drawn(town))

    assert "2022: 539 \\[1\\], or at least 533 \\[2\\]" in told
    assert (
        "\\[1\\] [Pakistan, US reaffirm commitment](https://example.org/dawn) · Dawn · 7 March 2023" in told
    )
    assert "\\[2\\] [Price on the TTP](https://example.org/tribune)" in told
    assert "PICSS, 2021 (388): As first published." in told
    assert "PICSS, 2023 (976): 974 in one paper" in told
    assert "Counters may define what they count differently." in told
    assert "Other kinds of period: month. Choose with the per option." in told
    assert "As of 7 March 2023" in told


async def test_the_table_has_a_row_for_every_value_with_the_addresses_of_its_sources(town: Town) -> None:
    data = (await files(await drawn(town)))["figures.csv"]
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))

    assert tuple(rows[0]) == HEADINGS
    assert [(row["period"], row["value"], row["qualifier"], row["entry"]) for row in rows] == [
        ("2021", "388", "exactly", "a"),
        ("2022", "539", "exactly", "b"),
        ("2022", "533", "at least", "c"),
        ("2023", "976", "exactly", "d"),
        ("2021", "335", "exactly", "e"),
        ("2022", "419", "exactly", "f"),
    ]
    assert rows[0]["sources"].endswith("7 March 2023, https://example.org/dawn")
    assert rows[3]["other_values"] == "974 in one paper"


async def test_the_kind_of_period_can_be_chosen(town: Town) -> None:
    result = await drawn(town, per="month")

    assert "January 2023: 134" in words(result)
    assert "PICSS, January 2023 (134): Pak Institute for Peace Studies (PIPS) counted 101" in words(result)
    assert "One figure makes no chart" in words(result)
    assert list(await files(result)) == ["figures.csv"]


async def test_a_range_of_time_and_a_counter_narrow_the_chart(town: Town) -> None:
    result = await drawn(town, period="2021 to 2022", counted_by="PICSS")

    assert "Deaths in Pakistan, counted by Pakistan Institute" in alt(result)
    assert "to 539 (or at least 533) in 2022." in alt(result)
    assert "2023" not in alt(result).partition("As of")[0]


async def test_what_has_no_room_is_named(town: Town) -> None:
    counters = [Entity(id=f"c{n}", name=f"Counter {n}") for n in range(6)]
    counts = [figure(f"f{c.id}{y}", y, c.id, str(y)) for c in counters for y in range(1990, 2020)]
    mine = ("picss-2023-01", "pips-2023-01", "picss-2022", "kp-2023-01")
    town.shelf.pack = sample_pack([*counters, *counts], without=mine)
    await town.moderator.slash(town.channel, "facts reload")
    result = await town.member.slash(town.channel, "stats chart", metric="deaths")

    assert "The oldest 6 periods have no room" in words(result)
    assert "Not drawn: Counter 4; Counter 5." in words(result)


async def test_numbers_that_would_fill_many_messages_are_in_the_table(town: Town) -> None:
    note = "A remark that goes on. " * 40
    counts = [figure(f"f{y}", y, "picss", str(y), note=note) for y in range(1990, 2020)]
    result = await drawn(town, *counts)
    table = (await files(result))["figures.csv"].decode("utf-8-sig")

    assert len(result.followups) <= 1
    assert "all of them are in figures.csv" in words(result)
    assert table.count(note.strip()) == 24
    assert table.count("https://example.org/dawn") == 24


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"metric": "murders @everyone"}, "the metric “murders @\u200beveryone”. I can draw: deaths."),
        (
            {"place": "kp"},
            "nothing to draw for deaths, Khyber Pakhtunkhwa. With fewer options I can draw: deaths.",
        ),
        ({"per": "week"}, "no series of deaths per week, but per year; month."),
        ({"metric": "votes"}, "They have 1 single count of it: use /stats figures."),
    ],
)
async def test_where_nothing_can_be_drawn_the_member_is_told_what_can(
    town: Town, options: dict[str, str], told: str
) -> None:
    votes = figure("votes", 92, "pips", "2018-05-27", metric="votes", label="votes for the bill")
    result = await drawn(town, *COUNTS, votes, **options)

    assert result.ephemeral
    assert result.response is not None
    assert told in result.response.content
    assert pings(town) == []


async def test_a_slow_picture_is_acknowledged_before_it_is_drawn(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    acknowledged: list[bool] = []

    async def picture(charting: Charting, chart: Chart) -> bytes:
        del charting, chart
        await asyncio.sleep(0.05)
        acknowledged.append(town.env.http_requests[-1].path.endswith("/callback"))
        return b"picture"

    monkeypatch.setattr(deferral, "PATIENCE", 0.001)
    monkeypatch.setattr(Charting, "picture", picture)
    result = await drawn(town)

    assert acknowledged == [True]
    assert list(await files(result)) == ["chart.png", "figures.csv"]


async def test_a_chart_that_must_wait_too_long_is_told_in_numbers(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def picture(charting: Charting, chart: Chart) -> NoReturn:
        del charting, chart
        message = "Too many charts are being drawn just now."
        raise BusyError(message)

    monkeypatch.setattr(Charting, "picture", picture)
    result = await drawn(town)

    assert "Too many charts are being drawn just now. Here are the numbers" in words(result)
    assert list(await files(result)) == ["figures.csv"]


async def test_a_picture_that_fails_costs_no_numbers_and_is_in_the_log(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Chart) -> NoReturn:
        message = "no ink"
        raise RuntimeError(message)

    monkeypatch.setattr(drawing, "_draw", fail)
    with structlog.testing.capture_logs() as lines:
        result = await drawn(town)

    (line,) = [line for line in lines if line["event"] == "failed"]
    assert f"could not be drawn (reference {line['reference']})" in words(result)
    assert "2022: 539" in words(result)


async def test_a_chart_that_can_not_be_put_in_words_is_reported_privately(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def boom(*_: object) -> NoReturn:
        message = "a mistake with the text of secrets"
        raise RuntimeError(message)

    monkeypatch.setattr(Charting, "chart", boom)
    result = await drawn(town)

    assert result.ephemeral
    assert result.response is not None
    assert "reference" in result.response.content
    assert "secrets" not in result.response.content
    assert len(town.env.errors) == 1


@pytest.mark.parametrize(
    ("option", "typed", "values"),
    [
        ("metric", "", ["deaths"]),
        ("counted_by", "pips", ["pips"]),
        ("place", "", ["pakistan"]),
        ("period", "2022", ["2022"]),
        ("per", "", ["year", "month"]),
    ],
)
async def test_each_option_offers_only_what_can_be_drawn(
    town: Town, option: str, typed: str, values: list[str]
) -> None:
    votes = figure("votes", 92, "pips", "2018-05-27", metric="votes", label="votes for the bill")
    await drawn(town, *COUNTS, votes)
    offered = await town.member.autocomplete(town.channel, "stats chart", option, typed)

    assert [choice["value"] for choice in offered][: len(values)] == values
    assert "votes" not in [choice["value"] for choice in offered]


async def test_a_cell_of_the_table_is_never_a_formula(town: Town) -> None:
    evil = Entity(id="evil", name='=HYPERLINK("https://evil.example","x")')
    source = Source(id="bad", publisher="@SUM(1)", title="+1", url="https://example.org/x")
    counts = [
        figure("f1", -5, "evil", "2021", citations=(Citation(source="bad"),), note="-2+3", unit="\t=1"),
        figure("f2", 2, "evil", "2022", note="\uff1d1", unit="\t=1"),
    ]
    pack = sample_pack([evil, *counts])
    pack.sources["bad"] = source
    town.shelf.pack = pack
    await town.moderator.slash(town.channel, "facts reload")
    result = await town.member.slash(town.channel, "stats chart", metric="deaths", counted_by="evil")
    data = (await files(result))["figures.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data)))[1:]

    assert [row[1] for row in rows] == ["-5", "2"]
    assert not [
        cell for row in rows for cell in (*row[:1], *row[2:]) if cell[:1] in {"=", "+", "-", "@", "\uff1d"}
    ]
    assert rows[0][7].startswith("'=HYPERLINK")
