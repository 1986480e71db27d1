"""A chart's picture or, where there is none, a sentence that says why: the numbers are sent without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.charts.drawing import BusyError
from bot.discord_app.charts import ONE_FIGURE
from bot.discord_app.errors import note

if TYPE_CHECKING:
    from bot.answering.figures.chart import Chart
    from bot.charting import Charting


async def picture_of(charting: Charting, chart: Chart) -> tuple[bytes | None, str]:
    """Return a chart as a PNG and no words, or no PNG and the reason in a sentence."""
    if chart.size == 1:
        return None, ONE_FIGURE
    try:
        return await charting.picture(chart), ""
    except BusyError as error:
        return None, f"{error} Here are the numbers without a picture."
    except Exception as error:  # noqa: BLE001  # logged, and the numbers are sent all the same
        reference = note("drawing a chart", error)
        return None, f"The picture could not be drawn (reference {reference}). Here are the numbers."
