"""PURE: replies made to fit a channel: what it does not allow is put otherwise, and named.

Without Embed Links an answer comes as plain text, whole and with every citation. What does not
fit at all is not sent in part: the member hears which way shows it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.discord_app.access import TO_WRITE, CannotWriteError, named
from bot.discord_app.inert import guard_start, inline
from bot.discord_app.layout import CONTINUED, Reply, split
from bot.offers import units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.discord_app.access import Need, Needs

LONGEST_TEXT: Final = 2000
"""Units in the text of a message."""
MOST_TEXTS: Final = 5
"""More plain messages than this would flood a channel."""
_PART: Final = re.compile(r"(?: · |^)Part \d+ of \d+$")
"""What a footer says of a message that is one of several; plain text has parts of its own."""


def fitted(replies: Sequence[Reply], lacks: Needs) -> tuple[Reply, ...]:
    """Return the messages that give these replies in a channel where some permissions are missing.

    Raises ``CannotWriteError`` where nothing can be written.
    """
    if not lacks:
        return tuple(replies)
    unwritable: Needs = tuple(need for need in TO_WRITE if need in lacks)
    if unwritable:
        raise CannotWriteError(unwritable)
    if "attach_files" in lacks and any(reply.attachment is not None for reply in replies):
        return (_elsewhere("attach_files"),)
    if "embed_links" in lacks and any(reply.description or reply.fields for reply in replies):
        return _as_texts(replies, lacks)
    return _with_line(replies, lacks)


def _as_texts(replies: Sequence[Reply], lacks: Needs) -> tuple[Reply, ...]:
    """Return replies as plain text, all of it."""
    texts = [Reply(text=text) for text in _filled([*_pieces(replies), *_lines(lacks)])]
    if len(texts) > MOST_TEXTS:
        return (_elsewhere("embed_links"),)
    attached = next((reply.attachment for reply in replies if reply.attachment is not None), None)
    return (replace(texts[0], attachment=attached), *texts[1:])


def _with_line(replies: Sequence[Reply], lacks: Needs) -> tuple[Reply, ...]:
    """Return replies as they are, an answer with a line on what is missing."""
    first, *rest = replies
    if not (first.description or first.fields):
        return tuple(replies)
    return (replace(first, text="\n".join(filter(None, (first.text, *_lines(lacks))))), *rest)


def _lines(lacks: Needs) -> Iterator[str]:
    """Yield a line for each missing permission that changed how the answer looks."""
    if "embed_links" in lacks:
        yield f"-# This is plain text because I'm missing {named(['embed_links'])} in this channel."
    if "read_message_history" in lacks:
        yield f"-# This is no reply because I'm missing {named(['read_message_history'])} in this channel."


def _elsewhere(need: Need) -> Reply:
    """Say where an answer can be seen that can't be shown in the channel."""
    return Reply(
        text=f"My answer is too long to show here, because I'm missing {named([need])} in this channel. "
        "Use /ask, or ask me in a direct message, and you get all of it."
    )


def _pieces(replies: Sequence[Reply]) -> Iterator[str]:
    """Yield all text of some replies in pieces that stay whole: lines, a heading with its first line."""
    above = ""
    for reply in replies:
        if reply.text:
            yield reply.text
        if reply.author:
            yield f"**{inline(reply.author)}**"
        yield from reply.description.splitlines()
        for name, value in reply.fields:
            first, *rest = value.splitlines()
            goes_on = name == above.removesuffix(CONTINUED) + CONTINUED
            yield first if goes_on else f"**{name}**\n{first}"
            yield from rest
            above = name
    footer = _PART.sub("", replies[-1].footer)
    if footer:
        yield guard_start(inline(footer))


def _filled(pieces: Iterable[str]) -> Iterator[str]:
    """Yield texts as long as a message allows, made of whole pieces where possible."""
    text = ""
    for piece in pieces:
        for part in split(piece, LONGEST_TEXT) if units(piece) > LONGEST_TEXT else (piece,):
            joined = f"{text}\n{part}" if text else part
            if units(joined) > LONGEST_TEXT:
                yield text
                joined = part
            text = joined
    if text.strip():
        yield text
