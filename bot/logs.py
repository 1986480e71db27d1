"""Logging: structlog and the libraries' own records in one stream; it never fails its caller."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from structlog.typing import Processor


def configure(level: str, secret: str | None = None) -> None:
    """Send every record to standard error as one line; ``secret`` is struck out wherever it is."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    renderer = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(),
        exception_formatter=structlog.dev.plain_traceback,  # the rich one prints local values
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _without(renderer, secret),
            ],
        )
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)


def quietly(write: Callable[..., object], event: str, **facts: Any) -> None:  # noqa: ANN401  # any value
    """Write a log line; whatever goes wrong with it is nobody's answer."""
    try:
        write(event, **facts)
    except Exception:  # noqa: BLE001  # a log line must never cost an answer
        return


def _without(render: Processor, secret: str | None) -> Processor:
    """Return a renderer whose lines never hold the secret."""

    def rendered(logger: Any, name: str, event: MutableMapping[str, Any]) -> str:  # noqa: ANN401  # structlog's
        line = str(render(logger, name, event))
        return line.replace(secret, "[token]") if secret else line

    return rendered
