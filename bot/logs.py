"""Logging: structlog and the libraries' own records in one stream; it never fails its caller."""

from __future__ import annotations

import logging
import re
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from bot.garbage import unseen

with unseen("rich"):  # structlog would import it, in 30 ms and 4 MB, for tracebacks that are not wanted here
    import structlog

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from typing import TextIO

    from structlog.stdlib import BoundLogger
    from structlog.typing import Processor, ProcessorReturnValue

_LONG: Final = 10
"""Characters from which on a secret is no word that a log line could hold by chance."""

_SLOW: Final = frozenset({"exc_info", "exception", "stack", "stack_info"})
_PLAIN: Final = re.compile(r"[^\s=\"']*")


def configure(level: str, *secrets: str) -> None:
    """Send every record to standard error as one line; secrets are struck out wherever they are.

    The bot's own lines, of which there is one for every answer, are written at once; only those of
    libraries go through Python's logging, which takes four times as long.
    """
    _record_less()
    shared: list[Processor] = [
        structlog.processors.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(),
        exception_formatter=structlog.dev.plain_traceback,  # the rich one prints local values
    )
    render = _without(renderer if sys.stderr.isatty() else _fast(renderer), secrets)
    structlog.configure(
        processors=[*shared, render],
        logger_factory=partial(_Own, sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, render],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)


def logger(name: str) -> BoundLogger:
    """Return what a module writes its lines with."""
    found: BoundLogger = structlog.stdlib.get_logger(name)
    return found


class _Own:
    """Writes the bot's own lines, each in one piece."""

    def __init__(self, stream: TextIO, name: str) -> None:
        """Take the stream, and the module whose lines these are."""
        self._stream = stream
        self.name = name

    def _put(self, line: str) -> None:
        """Write a line."""
        self._stream.write(f"{line}\n")

    debug = info = warning = error = critical = _put


def _record_less() -> None:
    """Leave out of every record what no line shows: its thread, its process, and the code that wrote it.

    Python's own guide to logging names these switches. They halve the cost of a line, and there is one
    for every answer.
    """
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    logging._srcfile = None  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]  # as the guide says


def quietly(write: Callable[..., object], event: str, **facts: Any) -> None:  # noqa: ANN401  # any value
    """Write a log line; whatever goes wrong with it is nobody's answer."""
    try:
        write(event, **facts)
    except Exception:  # noqa: BLE001  # a log line must never cost an answer
        return


def _fast(slow: Processor) -> Processor:
    """Return a renderer that writes plain lines as ``slow`` does without colours, in a fraction of the time.

    There is a line for every answer; those with a traceback are rare.
    """

    def rendered(logger: Any, name: str, event: MutableMapping[str, Any]) -> ProcessorReturnValue:  # noqa: ANN401  # structlog's
        if event.keys() & _SLOW:
            return slow(logger, name, event)
        begin = (event.pop("timestamp"), event.pop("level"), event.pop("event"), event.pop("logger"))
        facts = " ".join([f"{key}={_shown(value)}" for key, value in sorted(event.items())])
        return "{} [{:<9}] {!s:<30} [{}] ".format(*begin) + facts

    return rendered


def _shown(value: object) -> str:
    """Return a fact so that it ends before the next one begins."""
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return value
    return repr(value)


def _without(render: Processor, secrets: tuple[str, ...]) -> Processor:
    """Return a renderer whose lines never hold a secret.

    A short one, such as a database's password ``bot``, is struck out only where it is a whole word.
    """
    whole = sorted(filter(None, secrets), key=len, reverse=True)
    patterns = [
        re.escape(text) if len(text) >= _LONG else rf"(?<!\w){re.escape(text)}(?!\w)" for text in whole
    ]
    secret = re.compile("|".join(patterns)) if patterns else None

    def rendered(logger: Any, name: str, event: MutableMapping[str, Any]) -> str:  # noqa: ANN401  # structlog's
        line = str(render(logger, name, event))
        return secret.sub("[secret]", line) if secret else line

    return rendered
