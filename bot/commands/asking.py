"""The commands ``bot ask`` and ``bot chat``: questions answered in the terminal."""

from __future__ import annotations

from time import perf_counter
from typing import Annotated

import typer

from bot import terminal
from bot.commands.exits import USAGE, stop
from bot.commands.options import AsJson, AsOf, Knowledge, day_of, index_of
from bot.commands.streams import lines, write_json


def ask(  # noqa: PLR0913  # one parameter an option
    question: Annotated[str | None, typer.Argument(help="The question.")] = None,
    *,
    batch: Annotated[str | None, typer.Option(metavar="FILE|-", help="One question a line.")] = None,
    knowledge: Knowledge = None,
    as_of: AsOf = None,
    explain: Annotated[bool, typer.Option(help="Show how the answer came about.")] = False,
    json_: AsJson = False,
) -> None:
    """Answer a question, or a file of questions."""
    from bot.answering.contract import as_json
    from bot.answering.engine import Ask, answer
    from bot.answering.explaining import explanation

    if (question is None) == (batch is None):
        stop('Give one question in quotes, as in: bot ask "When was the dialogue?"  or --batch FILE.', USAGE)
    how = Ask(as_of=day_of(as_of))
    index = index_of(knowledge)
    for line in [question] if question is not None else lines(batch or "-"):
        begun = perf_counter()
        found = answer(index, line, how)
        if json_ or batch is not None:
            write_json(as_json(found, 1000 * (perf_counter() - begun)))
        else:
            terminal.answer(found, explanation(index.pack, found) if explain else None)


def chat(knowledge: Knowledge = None) -> None:
    """Ask one question after another in the terminal."""
    from bot.answering.engine import Ask, answer

    index = index_of(knowledge)
    terminal.chat(
        index, lambda question, about: answer(index, question, Ask(as_of=day_of(None), about=about))
    )
