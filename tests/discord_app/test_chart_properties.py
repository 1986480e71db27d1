"""Any text in a pack: charts and comparisons break no limit, lose no number, and hold no live markup."""

from __future__ import annotations

import csv
import io

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.answering.figures.chart import Chart, chart
from bot.answering.figures.comparison import Comparison, compare
from bot.answering.figures.pairing import Asked
from bot.answering.figures.sieve import Filters
from bot.charts.picture import measure
from bot.charts.plan import lay_out
from bot.discord_app.charts import LONGEST_ALT, alt_text, no_chart, render_chart
from bot.discord_app.comparisons import refusal, render_comparison
from bot.discord_app.layout import Reply
from bot.discord_app.sheets import cell
from bot.knowledge.model import Citation, Conflict, Entity, Figure, Metric, Pack, Source
from bot.knowledge.periods import Period
from tests.discord_app.judge import length, problems, read, squash
from tests.discord_app.strategies import addresses, any_text, text

often = settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking such long texts takes minutes
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example),
)
IDS = ("s0", "s1")
PERIODS = ("2020", "2021", "2022", "2024", "2023-01", "2023-02", "2020-08-15/2021-08-14")


@st.composite
def figures(draw: st.DrawFn, unit: str) -> Figure:
    """Return a count with hostile words."""
    return Figure(
        id=f"f{draw(st.integers(0, 10**6))}",
        metric="deaths",
        value=draw(st.integers(-5, 10**15)),
        unit=unit,
        qualifier=draw(st.sampled_from(["exactly", "at least", "about"])),
        period=Period.parse(draw(st.sampled_from(PERIODS))),
        place=draw(st.sampled_from(["c0", None])),
        counted_by=draw(st.sampled_from(["c0", "c1", "c2", None])),
        by=draw(st.sampled_from([(), ("c1",)])),
        statement=draw(st.none() | any_text),
        note=draw(st.none() | any_text),
        conflicts=tuple(Conflict(note=note) for note in draw(st.lists(text, max_size=1))),
        citations=tuple(
            Citation(source=key, locator=draw(st.none() | text), quote=draw(st.none() | any_text))
            for key in IDS
        ),
    )


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """Return a pack in which every word is hostile."""
    unit = draw(text)
    counts = draw(st.lists(figures(unit), min_size=1, max_size=10))
    entities = [Entity(id=f"c{number}", name=draw(any_text), aliases=(draw(text),)) for number in range(3)]
    sources = {
        key: Source(id=key, publisher=draw(any_text), title=draw(st.none() | any_text), url=draw(addresses))
        for key in IDS
    }
    return Pack(
        id="x",
        title=draw(text),
        metrics={"deaths": Metric(id="deaths", unit=unit, words=(), sentence="{value} {who}")},
        sources=sources,
        entries={each.id: each for each in (*entities, *counts)},
    )


def faults(replies: tuple[Reply, ...]) -> list[str]:
    """Return what Discord would refuse, or show of strangers' markup."""
    return [found for reply in replies for found in problems(reply)]


def seen(replies: tuple[Reply, ...]) -> str:
    """Return what a reader sees."""
    return read(replies) + "".join(squash(name) for reply in replies for name, _ in reply.fields)


@given(packs())
@often
def test_a_chart_breaks_no_limit_and_loses_no_number(pack: Pack) -> None:
    drawn = chart(pack, Filters("deaths"))
    replies = render_chart(drawn, b"picture", "a *trouble* @everyone")
    readings = [reading for series in drawn.series for point in series.points for reading in point.readings]

    assert faults(replies) == []
    assert length(alt_text(drawn)) <= LONGEST_ALT
    assert [each.name for each in replies[0].files] == ["chart.png", "figures.csv"]
    rows = list(csv.reader(io.StringIO(replies[0].files[1].data.decode("utf-8-sig"))))[1:]
    assert sorted(row[8] for row in rows) == sorted(each.figure.id for each in readings)
    if "figures.csv" not in replies[0].description:
        assert all(squash(f"{reading.period.describe()}: ") in seen(replies) for reading in readings)
        assert all(squash(reading.row.value) in seen(replies) for reading in readings)
    assert lay_out(drawn, measure).shapes


@given(packs(), st.sampled_from([("2020", "2021"), ("2021", "2022"), ("2023-01", "2023-02")]))
@often
def test_a_comparison_breaks_no_limit_and_loses_no_number(pack: Pack, periods: tuple[str, str]) -> None:
    found = compare(pack, Asked(Filters("deaths", period=periods[0]), Filters(period=periods[1])))

    if not found.pairs:
        assert faults((Reply(refusal(found)),)) == []
        assert length(refusal(found)) <= 2000
        return
    replies = render_comparison(found)
    assert faults(replies) == []
    for pair in found.pairs:
        for side in pair.sides:
            assert all(squash(row.value) in seen(replies) for row in side.rows)
        assert all(squash(line) in seen(replies) for line in pair.workings)


@given(any_text, st.lists(text, max_size=9).map(tuple))
@often
def test_no_refusal_is_too_long_or_live(words: str, available: tuple[str, ...]) -> None:
    for none in (
        Chart(words, (("place", words),), available=available),
        Chart(words, kind=words, kinds=available),
        Chart(words, single=3, available=available),
    ):
        assert faults((Reply(no_chart(none)),)) == []
        assert length(no_chart(none)) <= 2000
    assert length(refusal(Comparison(reason=words or "x"))) <= 2000


@given(any_text)
@often
def test_no_cell_is_a_formula_or_has_more_than_a_line(words: str) -> None:
    assert cell(words)[:1] not in {"=", "+", "-", "@", "\t", "\r"}
    assert "\n" not in cell(words)
