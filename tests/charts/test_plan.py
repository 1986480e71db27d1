"""A chart laid out: nothing lies on anything else, nothing is joined that must not be, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.figures.chart import Chart, chart
from bot.answering.figures.sieve import Filters
from bot.charts.labels import Box
from bot.charts.plan import lay_out
from bot.charts.shapes import COLOURS, MARKS, WIDTH, Bar, Mark, Plan, Stroke, Text
from bot.knowledge.model import Citation, Conflict, Entity, Figure, Source
from tests.sample_pack import figure, sample_pack

MINE = ("picss-2023-01", "pips-2023-01", "picss-2022", "kp-2023-01")
MONTHS = [f"202{year}-{month:02d}" for year in (1, 2) for month in range(1, 13)]


def measure(words: str, size: float, *, bold: bool = False) -> float:
    """Return widths like those of a wide font."""
    return len(words) * size * (0.7 if bold else 0.62)


def drawn(figures: Iterable[Figure], extra: Iterable[Entity] = (), filters: Filters | None = None) -> Chart:
    """Return the chart of some figures alone."""
    return chart(sample_pack([*extra, *figures], without=MINE), filters or Filters("deaths"))


def plan(figures: Iterable[Figure], extra: Iterable[Entity] = (), filters: Filters | None = None) -> Plan:
    """Return the picture of some figures alone."""
    return lay_out(drawn(figures, extra, filters), measure)


def years(*values: float, first: int = 2020, counter: str = "picss", **fields: object) -> list[Figure]:
    """Return a figure a year."""
    return [
        figure(f"{counter}{first + number}", value, counter, str(first + number), **fields)
        for number, value in enumerate(values)
    ]


def box(text: Text) -> Box:
    """Return the room that a line of words takes."""
    width = measure(text.words, text.size, bold=text.bold)
    if text.turned:
        return Box(text.x - text.size * 0.75, text.y - width, text.x, text.y)
    left = text.x - width * {"left": 0.0, "center": 0.5, "right": 1.0}[text.align]
    return Box(left, text.y - text.size * 0.75, left + width, text.y)


def faults(found: Plan) -> list[str]:
    """Return the words that lie on other words or leave the picture."""
    texts = [shape for shape in found.shapes if isinstance(shape, Text)]
    whole = Box(0, 0, WIDTH, found.height)
    told = [f"{text.words!r} leaves the picture" for text in texts if not box(text).inside(whole)]
    pairs = combinations(texts, 2)
    return told + [f"{one.words!r} on {two.words!r}" for one, two in pairs if box(one).meets(box(two))]


def strokes(found: Plan) -> list[Stroke]:
    """Return the lines that join points of series."""
    return [each for each in found.shapes if isinstance(each, Stroke) and each.series is not None]


def test_title_unit_date_and_publishers_are_in_the_picture() -> None:
    texts = plan(years(1, 2)).texts

    assert texts[0] == "Deaths – Pakistan, per year"
    assert texts[1].startswith("People, counted by Pakistan Institute")
    assert texts[-1] == "As of 7 March 2023 · Sources: Dawn"


def test_one_series_over_time_has_a_column_and_a_number_for_each_period() -> None:
    found = plan(years(388, 539, 976))
    bars = [each for each in found.shapes if isinstance(each, Bar)]

    assert [round(each.height / bars[0].height, 2) for each in bars] == [
        1,
        round(539 / 388, 2),
        round(976 / 388, 2),
    ]
    assert {"388", "539", "976", "2020", "2021", "2022"} <= set(found.texts)
    assert strokes(found) == []


def test_a_gap_in_time_leaves_room_and_is_marked() -> None:
    found = plan([*years(1, 2), *years(3, first=2024)])
    bars = [each.x for each in found.shapes if isinstance(each, Bar)]

    assert bars[2] - bars[1] > 1.5 * (bars[1] - bars[0])
    assert "…" in found.texts
    assert "… no figure" in found.texts


def test_lines_join_neighbours_of_one_series_only() -> None:
    figures = [*years(10, 20), *years(40, 50, first=2023), *years(15, 25, 35, counter="pips")]
    found = plan(figures)
    marks = {
        number: {
            (each.x, each.y) for each in found.shapes if isinstance(each, Mark) and each.series == number
        }
        for number in (0, 1)
    }
    lines = [each for each in strokes(found) if len({y for _, y in each.points}) > 1]

    assert sorted((each.series, len(each.points)) for each in lines) == [(0, 2), (0, 2), (1, 3)]
    for each in lines:
        assert set(each.points) <= marks[each.series or 0]


def test_series_differ_in_colour_mark_and_dash() -> None:
    counters = [Entity(id=f"c{number}", name=f"Counter {number}") for number in range(4)]
    found = plan([each for c in counters for each in years(1, 2, counter=c.id)], counters)
    marks = {(each.series, each.shape, each.colour) for each in found.shapes if isinstance(each, Mark)}

    assert sorted(marks) == sorted(zip(range(4), MARKS, COLOURS, strict=True))
    assert len({each.dash for each in strokes(found)}) == 4
    assert [text for text in found.texts if text.startswith("Counter ")] == [
        "Counter 0",
        "Counter 1",
        "Counter 2",
        "Counter 3",
    ]


def test_no_two_marks_of_one_period_hide_each_other() -> None:
    counters = [Entity(id=f"c{number}", name=f"C{number}") for number in range(4)]
    found = plan([each for c in counters for each in years(7, 8, counter=c.id)], counters)
    marks = [each for each in found.shapes if isinstance(each, Mark)][4:]

    assert len({round(each.x) for each in marks}) == len(marks) == 8


def test_counters_of_one_period_are_rows_with_their_number() -> None:
    figures = [figure("a", 980, "picss", "2022"), figure("b", 419, "pips", "2022")]
    found = plan(figures)
    bars = [each for each in found.shapes if isinstance(each, Bar)]

    assert round(bars[0].width / bars[1].width, 2) == round(980 / 419, 2)
    assert "Counters may define what they count differently." in found.texts
    assert faults(found) == []


def test_a_range_is_a_whisker_and_two_numbers() -> None:
    for figures in (
        years(10, 20, value_max=30),
        [*years(10, 20, value_max=30), *years(12, 14, counter="pips")],
        [*years(10, value_max=30), *years(12, counter="pips")],
    ):
        found = plan(figures)
        whiskers = [each for each in found.shapes if isinstance(each, Stroke) and each.width == 4.0]
        assert whiskers
        assert any("30" in words for words in found.texts)
        assert faults(found) == []


def test_disputes_are_marked_and_other_values_shown_hollow() -> None:
    others = [
        figure("o1", 8, "picss", "2021"),
        figure("o2", 7, "picss", "2021", qualifier="at least"),
        figure("o3", 6, "picss", "2021"),
        figure("o4", 5, "picss", "2021"),
    ]
    for figures in (
        [*years(5, 9), *others],
        [*years(5, 9), *others, *years(7, 7, counter="pips")],
        [*years(9, first=2021), *others, *years(7, first=2021, counter="pips")],
    ):
        found = plan(figures)
        assert len([each for each in found.shapes if isinstance(each, Mark) and each.shape == "rival"]) == 4
        assert any("⚠" in words for words in found.texts)
        assert any(words.endswith("⚠ sources disagree") for words in found.texts)


def test_a_conflict_in_words_is_marked_too() -> None:
    found = plan(years(5, 9, conflicts=(Conflict(note="7 by one paper"),)))

    assert "9 ⚠" in found.texts
    assert all(each.hatched for each in found.shapes if isinstance(each, Bar))


@pytest.mark.parametrize("qualifier", ["at least", "more than", "about", "up to"])
def test_qualifiers_are_signs_that_are_explained(qualifier: str) -> None:
    texts = plan(years(5, 9, qualifier=qualifier)).texts

    (signed,) = [words for words in texts if words.endswith("9") and len(words) == 2]
    assert f"{signed[0]} {qualifier}" in texts


def test_many_months_have_their_numbers_turned_and_few_names() -> None:
    figures = [figure(f"m{month}", 1000 + number, "picss", month) for number, month in enumerate(MONTHS)]
    found = plan(figures)
    turned = [each.words for each in found.shapes if isinstance(each, Text) and each.turned]

    assert turned == [f"1,{number:03d}" for number in range(24)]
    assert "Dec" in found.texts
    assert found.texts.count("2022") == 1
    assert faults(found) == []


def test_numbers_without_room_are_said_to_be_in_the_message() -> None:
    counters = [Entity(id=f"c{number}", name=f"C{number}") for number in range(4)]
    crowd = [figure(f"{c.id}{m}", 1000, c.id, m) for c in counters for m in MONTHS]

    assert "Numbers without room here are in the message." in plan(crowd, counters).texts
    assert faults(plan(crowd, counters)) == []
    assert "Numbers without room here are in the message." not in plan(years(1, 2)).texts


def test_a_title_too_long_for_one_line_is_smaller_and_a_unit_that_it_says_is_not_repeated() -> None:
    place = Entity(id="far", name="a place far away " * 3)
    found = plan(years(1, 2, place="far"), [place])
    said = plan(years(1, 2, unit="deaths"))

    assert next(each.size for each in found.shapes if isinstance(each, Text)) == 42
    assert not said.texts[1].startswith("Deaths")


def published(count: int, name: str) -> str:
    """Return the line that names the sources of a chart with so many publishers."""
    pack = sample_pack(
        [
            figure(f"f{number}", 1, "picss", str(2000 + number), citations=(Citation(source=f"s{number}"),))
            for number in range(count)
        ],
        without=MINE,
    )
    sources = {f"s{number}": Source(id=f"s{number}", publisher=f"{name} {number}") for number in range(count)}
    return " ".join(lay_out(chart(replace(pack, sources=sources), Filters("deaths")), measure).texts[-3:])


def test_publishers_without_room_are_counted() -> None:
    assert published(3, "Paper").endswith("Sources: Paper 0, Paper 1, Paper 2")
    assert published(20, "The Daily Paper").endswith(" more")
    assert published(2, "Paper " * 60).endswith("…")


numbers = st.one_of(
    st.integers(-50, 2000),
    st.integers(-(10**17), 10**18 - 1),
    st.floats(-1000, 1000, allow_nan=False).map(lambda each: round(each, 4)),
)


@st.composite
def counts(draw: st.DrawFn) -> Figure:
    """Return a count of somebody for some period."""
    value = draw(numbers)
    counter = draw(st.sampled_from(["picss", "pips", "ned-price", "kp"]))
    return figure(
        f"f{draw(st.integers(0, 10**6))}",
        value,
        counter,
        draw(st.sampled_from(["2019", "2020", "2021", "2022", "2024", *MONTHS[:9]])),
        qualifier=draw(st.sampled_from(["exactly", "at least", "more than", "about", "up to"])),
        value_max=draw(st.none() | st.just(abs(value) + 7)),
    )


@given(st.lists(counts(), min_size=1, max_size=14))
def test_whatever_the_numbers_words_never_lie_on_each_other(figures: list[Figure]) -> None:
    found = plan({each.id: each for each in figures}.values())

    assert faults(found) == []
