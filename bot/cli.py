"""The command line: reads options, calls one function, prints, and turns failures into exit codes.

A command imports what only it needs: discord.py takes half a second, answering a third of one, and ``bot
check``, which authors run again and again, needs neither.
"""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

from bot import terminal
from bot.knowledge.freshness import overdue
from bot.knowledge.holding import in_force
from bot.knowledge.problems import BotError, KnowledgeError
from bot.packs import load_pack, read_pack, read_questions
from bot.verifying import verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answering.engine import Index
    from bot.knowledge.findings import Finding
    from bot.knowledge.freshness import Overdue
    from bot.knowledge.model import Pack


DONE, PROBLEMS, USAGE = 0, 1, 2

app = typer.Typer(
    name="bot",
    help="Answers from a knowledge pack, always with citations, or says that it does not know.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
Knowledge = Annotated[
    Path | None,
    typer.Option("--knowledge", metavar="DIR", help="The knowledge pack; else KNOWLEDGE_DIR."),
]
AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help='The day it is: for "last year", and for what is out of date.'),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class Half(StrEnum):
    """Which questions to judge."""

    TUNE = "tune"
    REPORT = "report"
    ALL = "all"


def main() -> None:
    """Run the command line; every plain mistake ends in one sentence and an exit code."""
    _forgive(sys.stdout)
    _forgive(sys.stderr)
    try:
        app()
    except KnowledgeError as error:
        terminal.problems(error.problems)
        _stop(str(error), PROBLEMS)
    except BotError as error:
        _stop(str(error), USAGE)
    except KeyboardInterrupt:
        raise SystemExit(DONE) from None


@app.command()
def run(
    *,
    browser: Annotated[bool, typer.Option(help="Open the local Discord in the browser.")] = True,
    port: Annotated[int | None, typer.Option(help="Port of the local Discord.")] = None,
) -> None:
    """Run the bot: on Discord with DISCORD_TOKEN set, else in a local Discord in the browser."""
    from bot import app as composition

    raise SystemExit(composition.run(composition.settings(port), browser=browser))


@app.command()
def demo(
    *,
    browser: Annotated[bool, typer.Option(help="Open the local Discord in the browser.")] = True,
    port: Annotated[int | None, typer.Option(help="Port of the local Discord.")] = None,
) -> None:
    """Open the local Discord in the browser, whether or not a token is set."""
    from bot import app as composition

    raise SystemExit(composition.demo(composition.settings(port), browser=browser))


@app.command()
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
        _stop('Give one question in quotes, as in: bot ask "When was the dialogue?"  or --batch FILE.', USAGE)
    how = Ask(as_of=as_of.date() if as_of else _today())
    index = _index(knowledge)
    for line in [question] if question is not None else _lines(batch or "-"):
        begun = perf_counter()
        found = answer(index, line, how)
        if json_ or batch is not None:
            sys.stdout.write(_json(as_json(found, 1000 * (perf_counter() - begun))) + "\n")
        else:
            terminal.answer(found, explanation(index.pack, found) if explain else None)


@app.command()
def claim(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="What somebody says, in quotes.")],
    *,
    knowledge: Knowledge = None,
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help='What "last year" counts from.')
    ] = None,
    json_: AsJson = False,
) -> None:
    """Say whether the sources support a sentence, contradict it or do not cover it."""
    from bot import claims_terminal
    from bot.answering.verdicts.contract import check_json
    from bot.answering.verdicts.judging import check as check_sentence

    index = _index(knowledge)
    begun = perf_counter()
    found = check_sentence(index, sentence, as_of.date() if as_of else _today())
    if json_:
        sys.stdout.write(_json(check_json(found, 1000 * (perf_counter() - begun))) + "\n")
    else:
        claims_terminal.checked(found)


@app.command()
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

    index = _index(knowledge)
    found = checked_claims(index, verdict)
    if found.typed is not None:
        known = ", ".join(each for each, _ in found.counts) or "none"
        _stop(f"There is no verdict {found.typed!r}; the claims have these: {known}.", USAGE)
    if json_:
        sys.stdout.write(_json(claims_json(found)) + "\n")
    else:
        claims_terminal.claims(found)


@app.command()
def chat(knowledge: Knowledge = None) -> None:
    """Ask one question after another in the terminal."""
    from bot.answering.engine import Ask, answer

    index = _index(knowledge)
    terminal.chat(index, lambda question, about: answer(index, question, Ask(as_of=_today(), about=about)))


@app.command()
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="The knowledge pack; else KNOWLEDGE_DIR."),
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
    found = read_pack(folder or _folder(knowledge), further=_check_stealing if asks else None)
    today = as_of.date() if as_of else _today()
    errors = terminal.problems(found.problems)
    if stale and found.pack is not None:
        terminal.stale(*_overdue(found.pack, today))
    terminal.checked(found.pack, found.problems, today)
    raise SystemExit(PROBLEMS if errors else DONE)


app.command()(verify)


@app.command()
def schema(
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="DIR", help="Write the schema of each kind of file there."),
    ] = None,
) -> None:
    """Print the JSON Schema of a pack, or write one for each kind of file, by which editors check."""
    from bot.packs.schema import file_name, schemas

    texts = {name: json.dumps(each, indent=1) + "\n" for name, each in schemas().items()}
    if output is None:
        sys.stdout.write(texts[file_name("pack")])
        return
    try:
        output.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (output / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        _stop(f"Can't write to {output}: {error.strerror}.", USAGE)
    typer.echo(f"Wrote {len(texts)} schemas to {output}. A file names its own in its first line, as in")
    typer.echo(f"# yaml-language-server: $schema={output.as_posix()}/{file_name('facts')}")


@app.command(name="eval")
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

    index = _index(knowledge, questions=True)
    rows = read_questions(questions) if questions else index.pack.questions
    chosen = [row for row in rows if split is Half.ALL or row.split == split.value]
    if not chosen:
        _stop(f"There are no questions of the {split.value} half to judge by.", USAGE)
    how = Ask(as_of=_today())
    found = report(judge(row, answer(index, row.question, how)) for row in chosen)
    if json_:
        sys.stdout.write(json.dumps(terminal.report_json(found, split.value), indent=1) + "\n")
    else:
        terminal.report(found, split.value, misses=misses)
        terminal.bars(index.calibration)


def _index(knowledge: Path | None, *, questions: bool = False) -> Index:
    """Read the pack and index it, with the sentence model that the settings choose."""
    from bot.config import load_settings
    from bot.encoding.choosing import choose_encoder
    from bot.library import indexed

    settings = load_settings()
    encoder = choose_encoder(settings.semantic_model, settings.cache_dir)
    return indexed(lambda: load_pack(knowledge or settings.knowledge_dir, questions=questions), encoder)


def _check_stealing(pack: Pack) -> Iterable[Finding]:
    """Index a pack and find entries that steal each other's questions."""
    from bot.answering.engine import build_index
    from bot.answering.stealing import check_stealing

    return check_stealing(build_index(pack))


def _forgive(stream: TextIO, encoding: str | None = None) -> None:
    """Let a stream replace what it can't read or show, instead of failing."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="replace")


def _json(value: object) -> str:
    """Return JSON on one line that standard output can carry, whatever its encoding."""
    carries_all = (sys.stdout.encoding or "").lower().replace("_", "-") in {"utf-8", "utf8"}
    return json.dumps(value, ensure_ascii=not carries_all)


def _lines(batch: str) -> Iterator[str]:
    """Yield the questions of a file, or of standard input for ``-``; empty lines are kept.

    What is no UTF-8 is replaced, so that one bad line costs no other its answer.
    """
    if batch == "-":
        _forgive(sys.stdin, "utf-8-sig")
        for line in sys.stdin:
            yield line.rstrip("\r\n")
        return
    try:
        text = Path(batch).read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        _stop(f"Can't read {batch}: {error.strerror}.", USAGE)
    yield from text.split("\n")[: -1 if text.endswith("\n") else None]


def _overdue(pack: Pack, today: date) -> tuple[tuple[Overdue, ...], str]:
    """Return what is past its review date, most used first, and why the uses are unknown, if they are."""
    due = overdue(in_force(pack), today)
    if not due:
        return due, ""
    import asyncio

    from bot.config import load_settings
    from bot.storage.counting import read_uses
    from bot.store import StoreError

    url = load_settings().database_url.get_secret_value()
    try:
        return overdue(in_force(pack), today, asyncio.run(read_uses(url))), ""
    except StoreError as error:
        return due, str(error)


def _folder(given: Path | None) -> Path:
    """Return the pack's folder: as given, or as the settings name it."""
    if given is not None:
        return given
    from bot.config import load_settings

    return load_settings().knowledge_dir


def _today() -> date:
    """Return the day it is here."""
    return datetime.now().astimezone().date()


def _stop(sentence: str, code: int) -> NoReturn:
    """Print one sentence to standard error and end with an exit code."""
    typer.echo(sentence, err=True)
    raise SystemExit(code)
