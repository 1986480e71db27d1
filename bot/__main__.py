"""``bot`` and ``python -m bot``: starts the command line, and lets Ctrl+C end it at any moment.

Importing the rest takes a second. An interrupt in the middle of that would end in a traceback of
whatever was being imported, so until the bot runs it simply ends: nothing is open that must be closed.
"""

import os
import signal
import sys
from types import FrameType


def main() -> None:
    """Run the command line, or without it just the bot: it would cost that 0.1 s and 9 MB."""
    signal.signal(signal.SIGINT, _end)
    # not before Ctrl+C is taken care of
    from bot.garbage import uncollected  # noqa: PLC0415

    if sys.argv[1:] == ["run"]:
        from bot.commands import running  # noqa: PLC0415

        running.told(running.run)
    else:
        with uncollected():
            from bot import cli  # noqa: PLC0415
        cli.main()


def _end(number: int, frame: FrameType | None) -> None:
    """End at once; a terminal gets a new line after the ^C that it shows."""
    del number, frame
    if sys.stdout.isatty():
        os.write(1, b"\n")
    os._exit(0)


if __name__ == "__main__":
    main()
