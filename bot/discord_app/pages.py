"""PURE: long lists as pages, each of which says what it is a page of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.discord_app.inert import plain
from bot.discord_app.layout import AUTHOR, DESCRIPTION, Block, Frame, Reply, lay_out, split
from bot.discord_app.render import ANSWERED
from bot.offers import shorten, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_GAP, _AFTER_LEAD = "\n", "\n\n"


def of_blocks(heading: str, lead: str, blocks: Sequence[Block], most: int) -> tuple[Reply, ...]:
    """Return pages of at most ``most`` blocks under a heading that each repeats."""
    frame = _frame(heading)
    found = lay_out(lead, blocks, replace(frame, most_fields=most))
    return tuple(replace(reply, author=frame.author) for reply in found)


def of_lines(heading: str, lead: str, lines: Iterable[str], most: int, footer: str = "") -> tuple[Reply, ...]:
    """Return pages of at most ``most`` items, one below the other, under a heading that each repeats.

    An item may have several lines; it stays whole where it can. ``footer`` stands below each.
    """
    frame = _frame(heading)
    texts = list(_filled(lead, lines, most))
    return tuple(
        Reply(
            description=text,
            author=frame.author,
            footer=" · ".join(filter(None, (footer, _part(number, len(texts))))),
            colour=frame.colour,
        )
        for number, text in enumerate(texts, 1)
    )


def _frame(heading: str) -> Frame:
    """Return what surrounds a page."""
    return Frame(author=shorten(plain(heading), AUTHOR), colour=ANSWERED, part="Page")


def _part(number: int, count: int) -> str:
    """Return which page it is of several."""
    return f"Page {number} of {count}" if count > 1 else ""


def _filled(lead: str, items: Iterable[str], most: int) -> Iterator[str]:
    """Yield the text of each page: the lead on the first, then as many items as fit."""
    *full, page = split(lead, DESCRIPTION) or [""]
    yield from full
    count = 0
    for item in items:
        for part in split(item, DESCRIPTION):
            joined = (_GAP if count else _AFTER_LEAD).join(filter(None, (page, part)))
            if count == most or units(joined) > DESCRIPTION:
                yield page
                page, count = part, 1
            else:
                page, count = joined, count + 1
    yield page
