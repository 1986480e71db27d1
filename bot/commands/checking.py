"""The command ``bot check``: every problem of a pack, and what of it is past its review date."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import terminal
from bot.commands.exits import DONE, PROBLEMS
from bot.commands.options import AsOf, Knowledge, day_of, folder_of, folder_typed
from bot.knowledge.freshness import overdue
from bot.knowledge.holding import in_force
from bot.packs import read_pack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.knowledge.findings import Finding
    from bot.knowledge.freshness import Overdue
    from bot.knowledge.model import Pack


def check(
    folder: Annotated[
        Path | None,
        typer.Argument(parser=folder_typed, metavar="DIR", help="The knowledge pack; else KNOWLEDGE_DIR."),
    ] = None,
    knowledge: Knowledge = None,
    *,
    stale: Annotated[bool, typer.Option("--stale", help="List what is past its review date.")] = False,
    asks: Annotated[
        bool, typer.Option("--asks", help="Also name entries whose questions are nearer to each other's.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Report every problem of a knowledge pack with file, line and column."""
    found = read_pack(folder_of(folder or knowledge), further=_check_stealing if asks else None)
    today = day_of(as_of)
    errors = terminal.problems(found.problems)
    if stale and found.pack is not None:
        terminal.stale(*_overdue(found.pack, today))
    terminal.checked(found.pack, found.problems, today)
    raise SystemExit(PROBLEMS if errors else DONE)


def _check_stealing(pack: Pack) -> Iterable[Finding]:
    """Index a pack and find entries that steal each other's questions."""
    from bot.answering.engine import build_index
    from bot.answering.stealing import check_stealing

    return check_stealing(build_index(pack))


def _overdue(pack: Pack, today: date) -> tuple[tuple[Overdue, ...], str]:
    """Return what is past its review date, most used first, and why the uses are unknown, if they are."""
    due = overdue(in_force(pack), today)
    if not due:
        return due, ""
    import asyncio

    from bot.config import load_settings
    from bot.storage.counting import read_uses
    from bot.store import StoreError

    url = load_settings().database_url.text
    try:
        return overdue(in_force(pack), today, asyncio.run(read_uses(url))), ""
    except StoreError as error:
        return due, str(error)
