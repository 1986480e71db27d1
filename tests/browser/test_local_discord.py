"""What a person sees in the local Discord, in Debian's chromium: the page, a question, its cited answer."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 15_000
"""Milliseconds that a page may take, on a busy machine."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Run ``bot demo`` as a user does and yield the address it prints."""
    command = [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:  # noqa: S603  # our own program
        assert program.stdout is not None
        lines = iter(program.stdout.readline, "")
        found = next(
            (word for line in lines for word in line.split() if word.startswith("http://127.0.0.1")), None
        )
        assert found, "bot demo ended without printing its address"
        yield found
        program.send_signal(signal.SIGTERM)
        program.wait(timeout=10)


@pytest.fixture
def page(address: str, tmp_path: Path) -> Iterator[Page]:
    """Open the local Discord; a script error in the page fails the test."""
    chromium = shutil.which("chromium")
    assert chromium, "These tests need Debian's chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile",
            executable_path=chromium,
            headless=True,
            args=list(FLAGS),
            viewport={"width": 1280, "height": 900},
        )
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        expect(page.locator("#channel-message-list")).to_contain_text("For example", timeout=PATIENCE)
        page.wait_for_function("() => !document.querySelector('#preview-app[aria-busy=true]')")
        yield page
        context.close()
        assert errors == []


def say(page: Page, text: str) -> None:
    """Type a message and send it."""
    composer = page.locator("#channel-composer-input")
    composer.fill(text)
    composer.press("Enter")
    expect(composer).to_have_value("", timeout=PATIENCE)


def test_the_bot_has_greeted_with_example_questions(page: Page) -> None:
    expect(page.locator("#channel-message-list")).to_contain_text("?")


def test_a_typed_question_gets_a_cited_answer(page: Page) -> None:
    say(page, "How many people were killed in January 2023?")

    messages = page.locator("#channel-message-list")
    expect(messages).to_contain_text("134 people killed", timeout=PATIENCE)
    expect(messages).to_contain_text("Pakistan Today")
    assert messages.get_by_role("link").count() > 0


def test_what_the_pack_does_not_cover_is_not_answered(page: Page) -> None:
    say(page, "How many people were killed in March 2019?")

    expect(page.locator("#channel-message-list")).to_contain_text("not in my sources", timeout=PATIENCE)
