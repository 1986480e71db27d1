"""The local Discord's page in headless Chromium: acts as a person on it and takes pictures of what comes."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.async_api import FloatRect, Locator, Page, async_playwright

WIDTH: Final = 480
"""CSS pixels: a large phone."""
HEIGHT: Final = 3000
"""Tall enough that nothing has to be scrolled."""
SCALE: Final = 1.5
COLOURS: Final = 96
"""Colours kept of text, which needs no more: the file is a third. A chart keeps twice as many."""
PATIENCE: Final = 15_000
"""Milliseconds that the page may take, on a busy machine."""
FLAGS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
STYLE: Final = """.message-time, .timeline-day-divider { display: none !important }
    .message-context-actions { opacity: 0 !important }"""
"""The time of day would make every picture new each time."""
SETTLED: Final = "() => window.simcordPreview?.ready === true && !window.simcordPreview.pendingAction"
SEEN: Final = """() => {
    let byBot = false;
    const seen = {};
    for (const each of document.querySelectorAll("article.channel-message")) {
        if (each.querySelector(".message-header")) byBot = each.querySelector(".message-app-badge") !== null;
        if (byBot) seen[each.dataset.messageId] = each.innerText;
    }
    return seen;
}"""
"""What the bot's messages say, by id. A message without a header is by whoever wrote the one before."""


@asynccontextmanager
async def chromium() -> AsyncGenerator[Page]:
    """Open a page as wide as a phone in Debian's chromium; exits with a sentence where there is none."""
    found = shutil.which("chromium")
    if found is None:
        sys.exit("The gallery needs Debian's chromium: apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        page = await browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT},
            device_scale_factor=SCALE,
            reduced_motion="reduce",
            bypass_csp=True,
        )
        page.set_default_timeout(PATIENCE)
        yield page
        await browser.close()


@dataclass
class Person:
    """Whoever sits before the page. ``folder`` takes the pictures."""

    page: Page
    folder: Path
    before: dict[str, str] = field(default_factory=dict[str, str])
    """The bot's messages on the page before the last action, by id."""

    async def open(self, address: str) -> None:
        """Open a channel."""
        await self.page.goto(address)
        await self._settle()
        await self.page.add_style_tag(content=STYLE)
        self.before = {}

    async def become(self, name: str) -> None:
        """Look at the channel as another person."""
        await self.page.get_by_label("Viewing as").select_option(label=name)
        await self._settle()

    async def say(self, text: str) -> None:
        """Send a message."""
        await self._begin()
        await self._composer.fill(text)
        await self._composer.press("Enter")
        await self._settle()

    async def reply(self, text: str) -> None:
        """Reply to the last message."""
        await self._menu(self._messages.last, "Reply")
        await self.say(text)

    async def edit(self, old: str, new: str) -> None:
        """Put other words in place of some in the first own message that has them."""
        await self._menu(
            self._messages.filter(has_text=old)
            .filter(has=self.page.get_by_role("button", name="Edit", exact=True))
            .first,
            "Edit",
        )
        await self.say((await self._composer.input_value()).replace(old, new))

    async def run(self, command: str, options: dict[str, str]) -> None:
        """Run a slash command, such as ``/stats figures``."""
        await self._begin()
        await self._composer.fill(command)
        entry = self.page.locator(".command-entry").filter(
            has=self.page.get_by_text(re.compile(rf"^{command}$"))
        )
        await entry.first.click()
        for name, value in options.items():
            await self._fill(name, value)
        await self.page.locator("#send-message").click()
        await self._settle()

    async def press(self, label: str) -> None:
        """Press the last button with a label."""
        await self._begin()
        await self._messages.get_by_role("button", name=label, exact=True).last.click()
        await self._settle()

    async def shoot(self, name: str, part: str = "") -> None:
        """Take a picture of the bot's messages that came or changed with the last action.

        ``part`` is the CSS selector of what alone of them is to be in it.
        """
        seen = await self._seen()
        new = [self._article(each) for each in seen if self.before.get(each) != seen[each]]
        if not new:
            sys.exit(f"Nothing came that could be the picture {name}.")
        await new[0].evaluate("(article) => { article.scrollIntoView(); document.activeElement.blur(); }")
        await self.page.mouse.move(0, 0)
        await self._settle()
        if part:
            shot = await new[0].locator(part).first.screenshot()
            save(shot, self.folder / f"{name}.png", chart=True)
            return
        boxes = [box for each in new if (box := await each.bounding_box())]
        top = min(box["y"] for box in boxes)
        bottom = max(box["y"] + box["height"] for box in boxes)
        clip: FloatRect = {"x": 0, "y": top, "width": WIDTH, "height": bottom - top}
        save(await self.page.screenshot(clip=clip), self.folder / f"{name}.png", chart=False)

    @property
    def _composer(self) -> Locator:
        """Where messages are typed."""
        return self.page.locator("#channel-composer-input")

    @property
    def _messages(self) -> Locator:
        """The messages of the channel."""
        return self.page.locator("article.channel-message")

    async def _begin(self) -> None:
        """Remember what is on the page."""
        self.before = await self._seen()

    async def _seen(self) -> dict[str, str]:
        """Return what the bot's messages on the page say, by id."""
        seen: dict[str, str] = await self.page.evaluate(SEEN)
        return seen

    async def _settle(self) -> None:
        """Wait until what was done is done."""
        await self.page.wait_for_timeout(150)
        await self.page.wait_for_function(SETTLED, timeout=PATIENCE)

    async def _menu(self, message: Locator, label: str) -> None:
        """Press what the page offers beside a message."""
        await message.get_by_role("button", name=label, exact=True).evaluate("(button) => button.click()")

    async def _fill(self, name: str, value: str) -> None:
        """Give an option of a slash command, added first where it is not shown yet."""
        field = self.page.locator(f'.command-option-input[data-option="{name}"]')
        if not await field.count():
            ghost = self.page.locator(".command-ghost")
            if not await self.page.locator(f'.command-suggestion[data-value="{name}"]').count():
                await ghost.click()
            await self.page.locator(f'.command-suggestion[data-value="{name}"]').click()
        await field.fill(value)
        await self.page.wait_for_timeout(300)
        await self._settle()
        await self.page.keyboard.press("Escape")

    def _article(self, message: str) -> Locator:
        """Return a message by its id."""
        return self.page.locator(f'article[data-message-id="{message}"]')


def save(picture: bytes, path: Path, *, chart: bool) -> None:
    """Keep a picture in few colours; those of a chart's thin lines are not to be merged."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    count = 2 * COLOURS if chart else COLOURS
    method = Image.Quantize.MAXCOVERAGE if chart else Image.Quantize.MEDIANCUT
    image.quantize(count, method=method, dither=Image.Dither.NONE).save(path, optimize=True)


def width_of(path: Path) -> int:
    """Return how wide a picture is on the page, in CSS pixels."""
    with Image.open(path) as image:
        return round(image.width / SCALE)
