"""The command ``bot eval``: how well answers meet the questions kept with a pack."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot import terminal
from bot.commands.exits import USAGE, stop
from bot.commands.options import AsJson, Knowledge, day_of, index_of
from bot.packs import read_questions


class Half(StrEnum):
    """Which questions to judge."""

    TUNE = "tune"
    REPORT = "report"
    ALL = "all"


def evaluate(
    *,
    knowledge: Knowledge = None,
    questions: Annotated[
        Path | None, typer.Option(metavar="FILE.jsonl", help="Questions to judge by.")
    ] = None,
    split: Annotated[Half, typer.Option(help="Which half of the questions.")] = Half.REPORT,
    misses: Annotated[
        bool, typer.Option(help="List the questions of the tune half that went wrong.")
    ] = False,
    json_: AsJson = False,
) -> None:
    """Measure answers on questions that must find an entry and questions that must find nothing."""
    from bot.answering.engine import Ask, answer
    from bot.answering.evaluation import judge, report

    index = index_of(knowledge, questions=True)
    rows = read_questions(questions) if questions else index.pack.questions
    chosen = [row for row in rows if split is Half.ALL or row.split == split.value]
    if not chosen:
        stop(f"There are no questions of the {split.value} half to judge by.", USAGE)
    how = Ask(as_of=day_of(None))
    found = report(judge(row, answer(index, row.question, how)) for row in chosen)
    if json_:
        sys.stdout.write(json.dumps(terminal.report_json(found, split.value), indent=1) + "\n")
    else:
        terminal.report(found, split.value, misses=misses)
        terminal.bars(index.calibration)
