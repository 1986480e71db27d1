"""The command line: the commands by name, and failures turned into exit codes."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from bot import terminal
from bot.commands import asking, checking, claims, evaluating, schema, verifying
from bot.commands.exits import DONE, PROBLEMS, USAGE, stop
from bot.commands.streams import forgive
from bot.garbage import uncollected
from bot.knowledge.problems import BotError, KnowledgeError

app = typer.Typer(
    name="bot",
    help="Answers from a knowledge pack, always with citations, or says that it does not know.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
Browser = Annotated[bool, typer.Option(help="Open the local Discord in the browser.")]
Port = Annotated[int | None, typer.Option(help="Port of the local Discord.")]


def main() -> None:
    """Run the command line; every plain mistake ends in one sentence and an exit code."""
    forgive(sys.stdout)
    forgive(sys.stderr)
    try:
        app()
    except KnowledgeError as error:
        terminal.problems(error.problems)
        stop(str(error), PROBLEMS)
    except BotError as error:
        stop(str(error), USAGE)
    except KeyboardInterrupt:
        raise SystemExit(DONE) from None


@app.command()
def run(*, browser: Browser = True, port: Port = None) -> None:
    """Run the bot: on Discord with DISCORD_TOKEN set, else in a local Discord in the browser."""
    with uncollected():
        from bot import app as composition
    raise SystemExit(composition.run(composition.settings(port), browser=browser))


@app.command()
def demo(*, browser: Browser = True, port: Port = None) -> None:
    """Open the local Discord in the browser, whether or not a token is set."""
    with uncollected():
        from bot import app as composition
    raise SystemExit(composition.demo(composition.settings(port), browser=browser))


app.command()(asking.ask)
app.command()(claims.claim)
app.command()(claims.article)
app.command()(asking.chat)
app.command()(checking.check)
app.command()(verifying.verify)
app.command()(schema.schema)
app.command(name="eval")(evaluating.evaluate)
