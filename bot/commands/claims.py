"""The commands ``bot claim`` and ``bot article``: what the sources say of a sentence, and of a whole text."""

from __future__ import annotations

from time import perf_counter
from typing import Annotated

import typer

from bot.commands.exits import USAGE, stop
from bot.commands.options import AsJson, AsOf, Knowledge, day_of, index_of
from bot.commands.streams import write_json


def claim(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="What somebody says, in quotes.")],
    *,
    knowledge: Knowledge = None,
    as_of: AsOf = None,
    json_: AsJson = False,
) -> None:
    """Say whether the sources support a sentence, contradict it or do not cover it."""
    from bot import claims_terminal
    from bot.answering.closest import check_with_closest
    from bot.answering.verdicts.contract import check_json

    index = index_of(knowledge)
    begun = perf_counter()
    found = check_with_closest(index, sentence, day_of(as_of))
    if json_:
        write_json(check_json(found, 1000 * (perf_counter() - begun)))
    else:
        claims_terminal.checked(found)


def article(
    *,
    knowledge: Knowledge = None,
    verdict: Annotated[
        str | None, typer.Option(help="Only claims with this verdict, as in contradicted.")
    ] = None,
    json_: AsJson = False,
) -> None:
    """List the claims of the text that the pack checks: verdict, what differs, and sources."""
    from bot import claims_terminal
    from bot.answering.verdicts.claims import checked_claims
    from bot.answering.verdicts.contract import claims_json

    index = index_of(knowledge)
    found = checked_claims(index, verdict)
    if found.typed is not None:
        known = ", ".join(each for each, _ in found.counts) or "none"
        stop(f"There is no verdict {found.typed!r}; the claims have these: {known}.", USAGE)
    if json_:
        write_json(claims_json(found))
    else:
        claims_terminal.claims(found)
