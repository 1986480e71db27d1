"""What autocomplete offers for the options of /stats: only what leaves figures, given the other options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bot.answering.figures.pairing import Asked, Varied
from bot.answering.figures.sieve import Choice, Column, Filters

if TYPE_CHECKING:
    from collections.abc import Mapping

    import discord

    from bot.desk import Desk

    Option = Mapping[str, object]

_COLUMNS: Final[dict[str, Column]] = {
    "metric": "metric",
    "place": "place",
    "period": "period",
    "counted_by": "counted_by",
}
_OTHER_SIDE: Final[dict[str, Varied]] = {
    "with_period": "period",
    "with_place": "place",
    "with_counter": "counted_by",
}


async def completions(desk: Desk, interaction: discord.Interaction, typed: str) -> list[Choice]:
    """Return ways to fill the option that is being typed."""
    option = focused(cast("Option", interaction.data or {}))
    filled = interaction.namespace
    filters = Filters(filled.metric, filled.place, filled.period, filled.counted_by)
    asked = Asked(filters, Filters(None, filled.with_place, filled.with_period, filled.with_counter))
    match interaction.command.name if interaction.command else "":
        case "compare" if option in _OTHER_SIDE:
            return await desk.charting.other_sides(_OTHER_SIDE[option], typed, asked)
        case "compare":
            return await desk.charting.sides(_COLUMNS[option], typed, asked)
        case "chart" if option not in _COLUMNS:
            return await desk.charting.kinds(typed, filters)
        case "chart":
            return await desk.charting.choices(_COLUMNS[option], typed, filters)
        case _:
            return await desk.figure_choices(_COLUMNS[option], typed, filters)


def focused(data: Option) -> str:
    """Return the name of the option that autocomplete is asked for; empty where there is none."""
    options = _options(data)
    while options:
        for option in options:
            if option.get("focused"):
                return str(option["name"])
        options = _options(options[0])
    return ""


def _options(holder: Option) -> list[Option]:
    """Return the options inside a command or a group of commands."""
    return cast("list[Option]", holder.get("options") or [])
