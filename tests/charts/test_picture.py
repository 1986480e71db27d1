"""A plan drawn: a PNG of the right size with something on it, the same every time, whatever the words."""

from __future__ import annotations

import asyncio
import io
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.answering.figures.chart import Chart, chart
from bot.answering.figures.sieve import Filters
from bot.charts import drawing
from bot.charts.drawing import MOST_WAITING, BusyError, Drawer
from bot.charts.picture import draw, drawable, measure, png
from bot.charts.plan import lay_out
from bot.charts.shapes import COLOURS, PAPER, WIDTH, Plan, Text
from bot.knowledge.model import Entity
from tests.sample_pack import figure, sample_pack

PAIRS = st.lists(
    st.text(max_size=20)
    | st.sampled_from(["$x^2$", "$\\frac{1}{0}$", "\\", "漢字", "پاکستان", "😀", "\u202e", "a\nb"]),
    min_size=1,
    max_size=3,
)


def image(picture: bytes) -> Image.Image:
    """Return a picture opened."""
    with Image.open(io.BytesIO(picture)) as opened:
        assert opened.format == "PNG"
        return opened.convert("RGB")


def colours(picture: bytes) -> set[str]:
    """Return the colours that cover a good part of a picture."""
    found = image(picture).getcolors(maxcolors=1 << 24) or []
    large = (rgb for count, rgb in found if count > 100 and isinstance(rgb, tuple))
    return {"#{:02x}{:02x}{:02x}".format(*rgb) for rgb in large}


def sample(*counters: str, years: int = 3) -> Chart:
    """Return the chart of some counters over some years."""
    figures = [
        figure(f"{c}{year}", 10 + year % 7, c, str(2000 + year), conflicts=())
        for c in counters
        for year in range(years)
    ]
    return chart(
        sample_pack(figures, without=["picss-2022", "picss-2023-01", "pips-2023-01", "kp-2023-01"]),
        Filters("deaths"),
    )


@pytest.mark.parametrize(
    ("counters", "years"), [(["picss"], 3), (["picss", "pips"], 3), (["picss", "pips"], 1)]
)
def test_a_picture_is_as_large_as_its_plan_and_shows_its_colours(counters: list[str], years: int) -> None:
    drawn = sample(*counters, years=years)
    picture = draw(drawn)
    plan = lay_out(drawn, measure)

    assert image(picture).size == (WIDTH, plan.height)
    wanted = {PAPER, *(COLOURS[: len(counters)] if years > 1 else COLOURS[:1])}
    assert {colour.lower() for colour in wanted} <= colours(picture)
    assert len(picture) < 400_000


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert draw(sample("picss", "pips")) == draw(sample("picss", "pips"))


def test_words_are_drawn_where_the_plan_puts_them() -> None:
    words = image(png(Plan(100, (Text(40, 70, "Hello", 40),))))
    ink = [x for x in range(WIDTH) for y in (50, 60) if words.getpixel((x, y)) != (255, 255, 255)]

    assert min(ink) >= 40
    assert max(ink) <= 40 + measure("Hello", 40) + 2


def test_mathematics_is_not_read_and_unknown_characters_are_boxes() -> None:
    assert drawable("$x_1$ 漢\u202e\ud800a\nb") == "$x_1$ \u25a1ab"
    assert measure("$\\frac{1}{0}$", 30) > measure("$", 30)
    assert measure("wide", 30, bold=True) > measure("wide", 30)


@given(PAIRS)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_words_of_a_pack_break_a_picture(words: list[str]) -> None:
    counters = [Entity(id=f"c{number}", name=name) for number, name in enumerate(words)]
    figures = [
        figure(f"f{c.id}{year}", 3, c.id, str(year), unit=words[0]) for c in counters for year in (2020, 2021)
    ]
    pack = sample_pack([*counters, *figures], without=["picss-2022"])

    assert image(draw(chart(pack, Filters("deaths", period="2020/2021")))).width == WIDTH


async def test_charts_are_drawn_one_at_a_time_off_the_loop_and_quietly(
    caplog: pytest.LogCaptureFixture,
) -> None:
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            beats += 1
            await asyncio.sleep(0)

    drawer = Drawer()
    heart = asyncio.create_task(beat())
    with caplog.at_level(logging.DEBUG):
        pictures = await asyncio.gather(*(drawer.draw(sample("picss")) for _ in range(3)))
    heart.cancel()

    assert len(set(pictures)) == 1
    assert beats > 10
    assert not [record for record in caplog.records if record.name.startswith("matplotlib")]


async def test_no_more_charts_wait_than_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    def quick(_: Chart) -> bytes:
        return b"picture"

    drawer = Drawer()
    monkeypatch.setattr(drawing, "_draw", quick)
    asked = (drawer.draw(sample("picss")) for _ in range(MOST_WAITING + 2))
    results = await asyncio.gather(*asked, return_exceptions=True)

    assert [type(each) for each in results].count(BusyError) == 2
    assert await drawer.draw(sample("picss")) == b"picture"


async def test_a_drawing_that_fails_leaves_room_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Chart) -> bytes:
        message = "no ink"
        raise RuntimeError(message)

    drawer = Drawer()
    monkeypatch.setattr(drawing, "_draw", fail)
    for _ in range(MOST_WAITING + 1):
        with pytest.raises(RuntimeError, match="no ink"):
            await drawer.draw(sample("picss"))
