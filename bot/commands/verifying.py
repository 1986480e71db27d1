"""The command ``bot verify``: what a pack says, compared with the texts of its sources, and listed."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot import terminal
from bot.commands.exits import DONE, PROBLEMS
from bot.commands.options import AsJson, Knowledge, day_of, folder_of
from bot.knowledge.problems import BotError
from bot.knowledge.proving import SourceText, kept, prove
from bot.packs import load_pack, load_proofs, read_texts, write_proofs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.knowledge.model import Pack
    from bot.knowledge.proving import Outcome


def verify(
    *,
    sources: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The texts, one file a source: <source-id>.txt.")
    ] = None,
    knowledge: Knowledge = None,
    json_: AsJson = False,
) -> None:
    """Compare quotations and numbers with the texts of their sources; without texts, list what is proved."""
    folder = folder_of(knowledge)
    pack = replace(load_pack(folder, questions=False, proofs=False), proofs=load_proofs(folder))
    texts, errors = ({}, 0) if sources is None else _texts(sources, pack)
    outcomes = prove(pack, texts, day_of(None))
    if sources is not None:
        _write(folder, outcomes)
    shown = [each for each in outcomes if each.standing.choices[0].entry.status != "withdrawn"]
    if json_:
        sys.stdout.write(json.dumps([_as_json(each) for each in shown], indent=1) + "\n")
    else:
        terminal.verified(shown)
    failed = errors or any(each.lost or each.state == "changed" for each in outcomes)
    raise SystemExit(PROBLEMS if failed else DONE)


def _texts(folder: Path, pack: Pack) -> tuple[dict[str, SourceText], int]:
    """Read the texts and report what is wrong with them; returns them and the number of errors."""
    texts = read_texts(folder, pack.sources)
    errors = terminal.problems(texts.problems)
    if not texts.found and not texts.problems:
        example = next(iter(pack.sources), "a-source-id")
        message = f"{folder} holds no text. Put the text of each source there, as in {example}.txt."
        raise BotError(message)
    return texts.found, errors


def _write(folder: Path, outcomes: Sequence[Outcome]) -> None:
    """Write the proofs into the pack."""
    if not folder.is_dir():
        message = f"{folder} is one file, and proofs are kept beside it: put it into a folder of its own."
        raise BotError(message)
    write_proofs(folder, kept(outcomes))


def _as_json(outcome: Outcome) -> dict[str, Any]:
    """Return the JSON object of one thing to prove."""
    first = outcome.standing.choices[0]
    return {
        "entry": first.entry.id,
        "part": first.part,
        "state": outcome.state,
        "proofs": [{"source": proof.source, "date": proof.day.isoformat()} for proof in outcome.proofs],
        "not_found": outcome.why_not,
        "no_text": list(outcome.no_text),
    }
