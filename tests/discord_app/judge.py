"""Judges of a rendered message, written without the renderer's own rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from bot.discord_app.layout import Reply

LINK = re.compile(r"\[([^\[\]\n]*)\]\((https?://[^\s()\\\[\]<>]+)\)")
_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_PING = re.compile(r"@everyone|@here|<@[!&]?\d+>", re.IGNORECASE)


def length(value: str) -> int:
    """Return the length as the strictest of Discord's clients counts it."""
    return len(value.encode("utf-16-le", "surrogatepass")) // 2


def texts(reply: Reply) -> list[str]:
    """Return everything in which Discord shows markup."""
    return [reply.description, *(part for field in reply.fields for part in field)]


def problems(reply: Reply) -> list[str]:
    """Return every way in which Discord would refuse a message, or show markup of strangers."""
    return [*_limits(reply), *_live(reply)]


def _limits(reply: Reply) -> Iterable[str]:
    total = sum(map(length, [*texts(reply), reply.author, reply.footer]))
    if total > 6000:
        yield f"{total} in all"
    if length(reply.description) > 4096 or length(reply.author) > 256 or length(reply.footer) > 2048:
        yield "a part is too long"
    if len(reply.fields) > 25:
        yield "too many fields"
    for name, value in reply.fields:
        if not 0 < length(name) <= 256 or not 0 < length(value) <= 1024:
            yield f"field of {length(name)} and {length(value)}"
        if not name.strip() or not value.strip():
            yield "blank field"
    if not reply.description.strip() and not reply.fields:
        yield "nothing in it"
    "".join([*texts(reply), reply.author, reply.footer]).encode()


def _live(reply: Reply) -> Iterable[str]:
    for part in texts(reply):
        if _PING.search(part):
            yield f"ping in {part!r}"
        bare = LINK.sub(" ", _ESCAPE.sub(" ", part))
        if found := re.search(r"[*_~|`\[\]<]|https?://", bare):
            yield f"live {found.group()!r} in {part!r}"
        for line in part.splitlines():
            if re.match(r"\s*(#{1,3}\s|-#|[->+]\s|>|\d+[.)]\s|={3})", line):
                yield f"live line {line!r}"
        if any(unicodedata.category(c) in {"Cc", "Cs"} and c != "\n" for c in set(part)):
            yield "control character"
    if _PING.search(reply.author) and "\n" in reply.author:
        yield "line break in the author"


def read(replies: Iterable[Reply]) -> str:
    """Return what a reader sees of some messages, without spaces: escapes and addresses gone."""
    seen = "".join(
        part for reply in replies for part in (reply.description, *(value for _, value in reply.fields))
    )
    return squash(_ESCAPE.sub(r"\1", LINK.sub(r"\1", seen)))


def squash(value: str) -> str:
    """Return the visible characters of a text, brackets all alike."""
    unseen = {
        ord(character): ""
        for character in set(value)
        if character.isspace() or unicodedata.category(character) in {"Cc", "Cf", "Cs"}
    }
    return value.translate({**unseen, 0xFF3B: "[", 0xFF3D: "]"})
