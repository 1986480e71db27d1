"""Logging: one stream, no token in it, and no failure out of it."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import configure, quietly


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


def test_records_of_libraries_and_our_own_share_a_stream(capsys: pytest.CaptureFixture[str]) -> None:
    configure("INFO")
    structlog.stdlib.get_logger("ours").info("asked", entry="an-entry")
    logging.getLogger("discord").info("connected %s", 1)
    logging.getLogger("discord").debug("noise")
    written = capsys.readouterr().err

    assert "asked" in written
    assert "an-entry" in written
    assert "connected 1" in written
    assert "noise" not in written


def test_the_token_is_struck_out_wherever_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    configure("INFO", "very-secret")
    log = structlog.stdlib.get_logger("ours")
    log.info("very-secret", value="very-secret")
    log.error("failed", exc_info=ValueError("login with very-secret"))
    logging.getLogger("discord").info("%s", "very-secret")
    written = capsys.readouterr().err

    assert "very-secret" not in written
    assert written.count("[secret]") >= 4


@pytest.mark.parametrize(
    "facts",
    [{}, {"b": "two words", "a": 1.5}, {"x": None, "y": "a=b", "z": 'quo"te', "n": "new\nline", "e": ""}],
)
def test_a_line_in_a_file_looks_as_on_a_terminal_without_colours(
    capsys: pytest.CaptureFixture[str], facts: dict[str, object]
) -> None:
    configure("INFO")
    structlog.stdlib.get_logger("ours").info("asked", **facts)
    written = capsys.readouterr().err
    event = {"timestamp": written.split(" ")[0], "level": "info", "event": "asked", "logger": "ours", **facts}

    assert written.strip() == str(structlog.dev.ConsoleRenderer(colors=False)(None, "info", event)).strip()


def test_a_traceback_shows_no_values(capsys: pytest.CaptureFixture[str]) -> None:
    configure("INFO")
    question = "what a member asked"
    try:
        int("x" * len(question))
    except ValueError:
        structlog.stdlib.get_logger("ours").exception("failed")

    assert question not in capsys.readouterr().err


def test_a_line_that_can_not_be_written_is_dropped() -> None:
    def write(event: str, **facts: object) -> None:
        raise OSError(event, facts)

    quietly(write, "asked", entry="x")


def test_a_short_password_is_struck_out_as_a_word_only(capsys: pytest.CaptureFixture[str]) -> None:
    configure("INFO", "a-long-token", "bot", "p@s!")
    structlog.stdlib.get_logger("ours").info("the robot logs in with bot and p@s! again")

    assert "the robot logs in with [secret] and [secret] again" in capsys.readouterr().err
