"""Starting the bot, and telling in one sentence what kept it from that. Typer is not imported for it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

from bot.commands.exits import DONE, PROBLEMS, USAGE, stop
from bot.commands.streams import discard, forgive
from bot.garbage import uncollected
from bot.knowledge.problems import BotError, KnowledgeError

if TYPE_CHECKING:
    from collections.abc import Callable


def told(work: Callable[[], object]) -> None:
    """Do what a command does; every plain mistake ends in one sentence and an exit code."""
    forgive(sys.stdout)
    forgive(sys.stderr)
    try:
        try:
            work()
        finally:
            sys.stdout.flush()  # or a full disk would be found after the last sentence
    except KnowledgeError as error:
        from bot import terminal

        terminal.problems(error.problems)
        stop(str(error), PROBLEMS)
    except BotError as error:
        stop(str(error), USAGE)
    except OSError as error:
        discard(sys.stdout)
        where = f" ({error.filename})" if error.filename else ""
        stop(f"The system did not let the bot do that: {error.strerror or error}{where}.", USAGE)
    except KeyboardInterrupt:
        raise SystemExit(DONE) from None


def run(*, browser: bool = True, port: int | None = None) -> NoReturn:
    """Run the bot on Discord, or without a token in a local Discord; ends with an exit code."""
    with uncollected():
        from bot import app
    raise SystemExit(app.run(app.settings(port), browser=browser))


def demo(*, browser: bool = True, port: int | None = None) -> NoReturn:
    """Run the bot in the local Discord; ends with an exit code."""
    with uncollected():
        from bot import app
    raise SystemExit(app.demo(app.settings(port), browser=browser))
