"""PURE: figures as a CSV file that a spreadsheet opens safely."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from bot.answering.trust.caveats import trust
from bot.discord_app.inert import plain
from bot.discord_app.layout import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.answer import Cited
    from bot.answering.figures.chart import Chart
    from bot.answering.figures.series import Point, Series

NAME: Final = "figures.csv"
HEADINGS: Final = (
    "period",
    "value",
    "value_max",
    "qualifier",
    "unit",
    "what",
    "place",
    "counted_by",
    "entry",
    "sources",
    "other_values",
    "note",
)
_FORMULA: Final = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""How a cell begins that a spreadsheet would run; the last four are the wide forms of the first."""


def sheet(chart: Chart) -> Attachment:
    """Return every figure of a chart, one a row, with its sources and their addresses."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for series in chart.series:
        for point in series.points:
            writer.writerows(_row(series, reading) for reading in point.readings)
    data = file.getvalue().encode("utf-8-sig")  # spreadsheets take it for UTF-8 only with the mark
    return Attachment(NAME, data, "The figures of the chart as a table, with their sources.")


def _row(series: Series, point: Point) -> tuple[object, ...]:
    """Return the cells of one figure. Numbers stay numbers, and no text is a formula."""
    figure, row = point.figure, point.row
    rivals = [*(rival.text for rival in row.rivals), *row.dispute_notes]
    texts = (
        figure.unit,
        row.what,
        row.place,
        series.counter,
        figure.id,
        "; ".join(map(_source, row.citations)),
        "; ".join(rivals),
        row.note or "",
    )
    value_max = "" if figure.value_max is None else figure.value_max
    return (str(point.period), figure.value, value_max, figure.qualifier, *map(cell, texts))


def _source(cited: Cited) -> str:
    """Return a source with its address."""
    source = cited.source
    date = source.date.describe() if source.date else ""
    parts = (source.publisher, source.title, date, cited.locator, trust(source), source.url)
    return ", ".join(_filled(parts))


def _filled(parts: Iterable[str | None]) -> Iterable[str]:
    """Return the parts that say something."""
    return (part for part in parts if part)


def cell(text: str) -> str:
    """Return text for a cell: one line, and never a formula."""
    line = plain(text)
    return f"'{line}" if _FORMULA.match(line) else line
