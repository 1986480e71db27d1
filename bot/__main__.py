"""``bot`` and ``python -m bot``: starts the command line, and lets Ctrl+C end it at any moment.

Importing the rest takes a second. An interrupt in the middle of that would end in a traceback of
whatever was being imported, so until the bot runs it simply ends: nothing is open that must be closed.
"""

import os
import signal
import sys
from types import FrameType


def main() -> None:
    """Run the command line."""
    signal.signal(signal.SIGINT, _end)
    from bot.garbage import uncollected  # noqa: PLC0415  # not before Ctrl+C is taken care of

    with uncollected():
        from bot import cli  # noqa: PLC0415  # as above

    cli.main()


def _end(number: int, frame: FrameType | None) -> None:
    """End at once; a terminal gets a new line after the ^C that it shows."""
    del number, frame
    if sys.stdout.isatty():
        os.write(1, b"\n")
    os._exit(0)


if __name__ == "__main__":
    main()
