"""PURE: text laid out within Discord's limits. Nothing is cut: what does not fit goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.discord_app.inert import guard_start
from bot.offers import units

DESCRIPTION: Final = 4096
FIELD: Final = 1024
FIELD_NAME: Final = 256
MOST_FIELDS: Final = 25
AUTHOR: Final = 256
TOTAL: Final = 6000
LONGEST_SENTENCE: Final = 1900
"""What fits a message of plain text, with room for an escape that was cut in two."""
_PART_ROOM: Final = 40
CONTINUED: Final = " (continued)"
LONGEST_NAME: Final = FIELD_NAME - len(CONTINUED)

_TOKEN: Final = re.compile(r"\[[^\[\]\n]*\]\(https?://[^\s()]+\)|\\.|@\u200b|\s+|[^\s\\\[@]+|.", re.DOTALL)
"""What must not be broken: a link, an escape, a disarmed ping; then words."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a message. ``description`` is what those hear who can't see a picture."""

    name: str
    data: bytes = field(repr=False)
    description: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One message: an embed's parts, attached files, plain text. All of it is inert."""

    description: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    author: str = ""
    footer: str = ""
    colour: int | None = None
    attachment: str | None = None
    text: str = ""
    """Plain text above the embed, or in place of one."""
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under one heading. A piece stays whole where it can."""

    name: str
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the text of each message."""

    author: str = ""
    footer: str = ""
    colour: int | None = None
    most_fields: int = MOST_FIELDS
    part: str = "Part"


@dataclass(slots=True)
class _Page:
    """A message being filled."""

    description: str = ""
    fields: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    @property
    def used(self) -> int:
        """Units taken so far."""
        taken = sum(units(name) + units(value) for name, value in self.fields)
        return units(self.description) + taken


def lay_out(lead: str, blocks: Sequence[Block], frame: Frame) -> tuple[Reply, ...]:
    """Return the messages that hold the lead and every block, as few as the limits allow."""
    room = TOTAL - units(frame.author) - units(frame.footer) - _PART_ROOM
    pages = [_Page(text) for text in split(lead, DESCRIPTION)] or [_Page()]
    for block in blocks:
        for name, value in _fields(block):
            page = pages[-1]
            cost = units(name) + units(value)
            if page.used + cost > room or len(page.fields) >= frame.most_fields:
                page = _Page()
                pages.append(page)
            page.fields.append((name, value))
    return tuple(_reply(page, number, len(pages), frame) for number, page in enumerate(pages, 1))


def split(text: str, limit: int) -> list[str]:
    """Break text into parts of at most ``limit`` units, between words where possible."""
    if units(text) < limit:  # nearly always, and so without a look at every word
        whole = text.strip()
        return [whole] if whole else []
    parts: list[list[str]] = [[]]
    used = 0
    for token in _tokens(text, limit - 1):
        if used + units(token) > limit - 1:
            parts.append([])
            used = 0
        begins = used == 0 and len(parts) > 1
        word = guard_start(token.lstrip()) if begins else token
        parts[-1].append(word)
        used += units(word)
    joined = ("".join(part).strip() for part in parts)
    return [part for part in joined if part]


def _tokens(text: str, limit: int) -> Iterator[str]:
    """Yield the unbreakable tokens of a text; one longer than the limit comes in pieces."""
    for match in _TOKEN.finditer(text.strip()):
        token = match.group()
        while units(token) > limit:
            size = limit
            while units(token[:size]) > limit:
                size -= 1
            yield token[:size]
            token = token[size:]
        yield token


def _fields(block: Block) -> Iterator[tuple[str, str]]:
    """Yield a block as fields; each after the first says that it goes on."""
    name, value = block.name, ""
    for piece in block.pieces:
        for chunk in split(piece, FIELD):
            joined = f"{value}\n{chunk}" if value else chunk
            if units(joined) > FIELD:
                yield name, value
                name = block.name + CONTINUED
                joined = chunk
            value = joined
    if value:
        yield name, value


def _reply(page: _Page, number: int, count: int, frame: Frame) -> Reply:
    """Close a page: several say which part each is."""
    part = f"{frame.part} {number} of {count}" if count > 1 else ""
    return Reply(
        description=page.description,
        fields=tuple(page.fields),
        author=frame.author,
        footer=" · ".join(filter(None, (frame.footer, part))),
        colour=frame.colour,
    )
