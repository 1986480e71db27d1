"""Exit codes of the command line, and how a command ends with one sentence."""

from __future__ import annotations

import sys
from typing import NoReturn

DONE, PROBLEMS, USAGE = 0, 1, 2


def stop(sentence: str, code: int) -> NoReturn:
    """Print one sentence to standard error and end with an exit code."""
    sys.stderr.write(f"{sentence}\n")
    raise SystemExit(code)
