"""The command line: the commands by name, and failures turned into exit codes."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands import asking, checking, claims, evaluating, running, schema, verifying

app = typer.Typer(
    name="bot",
    help="Answers from a knowledge pack, always with citations, or says that it does not know.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
Browser = Annotated[bool, typer.Option(help="Open the local Discord in the browser.")]
Port = Annotated[
    int | None, typer.Option(min=0, max=65535, help="Port of the local Discord; 0 for any free one.")
]


def main() -> None:
    """Run the command line; every plain mistake ends in one sentence and an exit code."""
    running.told(app)


@app.command()
def run(*, browser: Browser = True, port: Port = None) -> None:
    """Run the bot: on Discord with DISCORD_TOKEN set, else in a local Discord in the browser."""
    running.run(browser=browser, port=port)


@app.command()
def demo(*, browser: Browser = True, port: Port = None) -> None:
    """Open the local Discord in the browser, whether or not a token is set."""
    running.demo(browser=browser, port=port)


app.command()(asking.ask)
app.command()(claims.claim)
app.command()(claims.article)
app.command()(asking.chat)
app.command()(checking.check)
app.command()(verifying.verify)
app.command()(schema.schema)
app.command(name="eval")(evaluating.evaluate)
