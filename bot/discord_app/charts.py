"""PURE: a chart as messages: what it shows in words, its picture, its numbers and all their sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answering.figures.trends import DEFINITIONS, findings
from bot.discord_app.footnotes import Footnotes
from bot.discord_app.inert import guard_start, inert, inline, plain
from bot.discord_app.layout import LONGEST_NAME, LONGEST_SENTENCE, Attachment, Block, Frame, Reply, lay_out
from bot.discord_app.render import ANSWERED, DISPUTED
from bot.discord_app.sheets import sheet
from bot.discord_app.tables import COLUMNS
from bot.offers import shorten, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answering.figures.chart import Chart
    from bot.answering.figures.series import Point, Series

LONGEST_ALT: Final = 1024
"""Discord's limit for the description of a file."""
_LONGEST_TITLE: Final = 200
_QUOTED: Final = 200
_MOST_MESSAGES: Final = 4
_MOST_NAMED: Final = 8
_TOO_LONG: Final = "The numbers, notes and sources have no room here; all of them are in figures.csv."
ONE_FIGURE: Final = "One figure makes no chart, so here it is in words."


def render_chart(chart: Chart, picture: bytes | None, trouble: str = "") -> tuple[Reply, ...]:
    """Return the messages that show a chart; the files are on the first.

    ``trouble`` says why there is no picture, where there should be one.
    """
    lead = "\n".join(_lead(chart, trouble))
    disputed = any(point.disputed for series in chart.series for point in series.points)
    footer = f"As of {chart.as_of.describe()}" if chart.as_of else ""
    frame = Frame(footer=footer, colour=DISPUTED if disputed else ANSWERED)
    replies = lay_out(lead, list(_blocks(chart)), frame)
    if len(replies) > _MOST_MESSAGES:
        replies = lay_out(f"{_TOO_LONG}\n{lead}", [], frame)
    first, *rest = replies
    drawn = () if picture is None else (Attachment("chart.png", picture, alt_text(chart)),)
    return (replace(first, files=(*drawn, sheet(chart))), *rest)


def no_chart(chart: Chart) -> str:
    """Say why nothing is drawn, and what could be."""
    return shorten(_why_none(chart), LONGEST_SENTENCE)


def _why_none(chart: Chart) -> str:
    """Name the filters that mean nothing, or what there is instead of a series."""
    if chart.unknown:
        named = "; ".join(f"the {COLUMNS[column]} “{inline(text)}”" for column, text in chart.unknown)
        return f"My sources have no figures for {named}.{_there(chart.available)}"
    about = inline(chart.heading) or "that"
    if chart.kind and chart.kinds:
        return f"My sources have no series of {about} per {inline(chart.kind)}, but per {_list(chart.kinds)}."
    counts = "1 single count" if chart.single == 1 else f"{chart.single} single counts"
    single = f" They have {counts} of it: use /stats figures." if chart.single else ""
    there = _there(chart.available, "With fewer options I can draw")
    return f"My sources have nothing to draw for {about}.{single}{there}"


def alt_text(chart: Chart) -> str:
    """Return what the picture shows for those who can't see it: whole sentences, as many as fit."""
    told = shorten(f"Chart: {plain(chart.caption)}.", _LONGEST_TITLE)
    date = (f"As of {chart.as_of.describe()}.",) if chart.as_of else ()
    for sentence in (*map(plain, findings(chart)), *date):
        if units(told) + units(sentence) + 1 <= LONGEST_ALT:
            told = f"{told} {sentence}"
    return told


def _there(available: tuple[str, ...], words: str = "I can draw") -> str:
    """Name what can be drawn."""
    named = ", ".join(map(inline, available[:_MOST_NAMED]))
    return f" {words}: {named}." if named else ""


def _lead(chart: Chart, trouble: str) -> Iterator[str]:
    """Yield what the chart shows and what it leaves out, a line each."""
    yield guard_start(inline(chart.caption))
    many = len(chart.series) > 1
    yield from (f"• {inline(each)}" if many else inert(each) for each in findings(chart))
    if len({series.counter for series in chart.series}) > 1:
        yield DEFINITIONS
    yield from (inert(trouble),) if trouble else ()
    if chart.older:
        yield f"The oldest {chart.older} periods have no room; ask for a range with the period option."
    if chart.left_out:
        yield f"Not drawn: {_list(chart.left_out)}. Choose with the place and counted\\_by options."
    if chart.kinds:
        yield f"Other kinds of period: {_list(chart.kinds)}. Choose with the per option."


def _list(names: Iterable[str]) -> str:
    """Return some names in one line, and how many more there are."""
    every = list(names)
    more = len(every) - _MOST_NAMED
    return "; ".join(map(inline, every[:_MOST_NAMED])) + (f" and {more} more" if more > 0 else "")


def _blocks(chart: Chart) -> Iterator[Block]:
    """Yield the numbers of each series, then what disputes them, their sources and their notes."""
    notes = Footnotes()
    for series in chart.series:
        yield _numbers(series, notes)
    points = [(series, point) for series in chart.series for point in series.points]
    disputes = [line for series, point in points for line in _disputes(series, point, notes)]
    if disputes:
        yield Block("⚠ Sources disagree", tuple(disputes))
    yield notes.block(_QUOTED)
    remarks = [line for series, point in points for line in _notes(series, point)]
    if remarks:
        yield Block("Notes", tuple(remarks))


def _numbers(series: Series, notes: Footnotes) -> Block:
    """Return a line for each value of a series."""
    name = guard_start(inline(": ".join(filter(None, (series.counter, series.subject)))))
    lines = [
        f"{point.period.describe()}: {', or '.join(_value(reading, notes) for reading in point.readings)}"
        for point in series.points
    ]
    if units(name) > LONGEST_NAME:
        return Block("Figures", (name, *lines))
    return Block(name or "Figures", tuple(lines))


def _value(point: Point, notes: Footnotes) -> str:
    """Return a value with the numbers of its sources."""
    return f"{point.row.value} {notes.mark(point.row.citations)}"


def _disputes(series: Series, point: Point, notes: Footnotes) -> Iterator[str]:
    """Yield what other values there are of a point, but for those that stand beside it."""
    shown = {reading.figure.id for reading in point.readings}
    for reading in point.readings:
        begin = f"{_of(series, point)} ({reading.row.value}):"
        for rival in reading.row.rivals:
            if rival.entry not in shown:
                shown.add(rival.entry)
                yield f"{begin} {inline(rival.text)} {notes.mark(rival.citations)}"
        for note in reading.row.dispute_notes:
            yield f"{begin} {inline(note)}"


def _notes(series: Series, point: Point) -> Iterator[str]:
    """Yield the notes of a point's figures."""
    for reading in point.readings:
        if reading.row.note:
            yield f"{_of(series, point)} ({reading.row.value}): {inline(reading.row.note)}"


def _of(series: Series, point: Point) -> str:
    """Name a point at the start of a line, as in ``PICSS, 2022``."""
    return guard_start(", ".join(filter(None, (inline(series.label), point.period.describe()))))
