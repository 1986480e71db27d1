"""PURE: citations and quotations in words. Only a quotation is ever shortened."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from bot.answering.trust.caveats import trust
from bot.discord_app.inert import inert, inline, plain
from bot.offers import shorten, units

if TYPE_CHECKING:
    from bot.answering.answer import Cited, Quotation, Statement

LONGEST_LINK: Final = 900
"""A link longer than this would not fit a field beside its heading."""
_HOST: Final = re.compile(r"[A-Za-z0-9.-]+(?::\d{1,5})?")
"""No user name before the host, which could pass for another site."""
_OPEN, _CLOSE = "\uff3b", "\uff3d"
"""Full-width brackets: an odd plain one inside a link's text undoes the link."""
_SAFE: Final = "!#$%&*+,/:;=?~"
"""Characters of an address that stay as they are; quote() keeps letters, digits and _.-~ too."""


@lru_cache(maxsize=4096)
def safe_url(url: str | None) -> str | None:
    """Return a web address that can't end or break a masked link; None when it is none."""
    if not url:
        return None
    try:
        address = urlsplit(plain(url))
        host = address.netloc.encode("idna").decode() if address.hostname else ""
    except ValueError:
        return None
    if address.scheme not in {"http", "https"} or not _HOST.fullmatch(host):
        return None
    escaped = quote(address._replace(netloc=host).geturl(), safe=_SAFE)
    return None if units(escaped) > LONGEST_LINK else escaped


@lru_cache(maxsize=2048)  # many answers cite the same few sources
def link(text: str, url: str | None) -> str:
    """Return text as a masked link, or with its address beside it when it can't be one."""
    address = safe_url(url)
    label = inline(text).replace("\\[", _OPEN).replace("\\]", _CLOSE)
    if address is None:
        return " ".join(filter(None, (inline(text), inline(url or ""))))
    if units(label) + units(address) > LONGEST_LINK:
        return f"{inline(text)} [link]({address})"
    return f"[{label}]({address})"


def citation(cited: Cited, budget: int | None) -> list[str]:
    """Return a citation's lines: title, publisher, date and place; then the words quoted."""
    source = cited.source
    title, publisher = source.title or "", plain(source.publisher)
    head = title if plain(title) else publisher or "Source"
    parts = [link(head, source.url), inline(publisher) if head is title else ""]
    parts.append(source.date.describe() if source.date else "")
    parts += [inline(cited.locator or ""), trust(source)]
    lines = ["• " + " · ".join(filter(None, parts))]
    if cited.quote and plain(cited.quote):
        lines.append(quoted(cited.quote, budget, source.url))
    return lines


def quoted(words: str, budget: int | None, url: str | None) -> str:
    """Return words in quotation marks; beyond the budget shortened, with a link to the rest."""
    line = plain(words)
    short = line if budget is None else shorten(line, budget)
    rest = safe_url(url) if short != line else None
    return f"“{inline(short)}”" + (f" [read on]({rest})" if rest else "")


def speech(quotation: Quotation, budget: int | None, url: str | None) -> list[str]:
    """Return a speaker's words, then who said them and when, and below on what occasion."""
    date = quotation.date.describe() if quotation.date else ""
    said = ", ".join(filter(None, map(inline, (quotation.speaker, quotation.role or "", date))))
    lines = [quoted(quotation.words, budget, url), f"— {said}", inert(quotation.occasion or "")]
    return [line for line in lines if line]


def told(statement: Statement, budget: int | None) -> list[str]:
    """Return what a statement says, without its citations."""
    if statement.quotation is None:
        return [inert(statement.text) or "(no text)"]
    return speech(statement.quotation, budget, first_url(statement))


def cited_lines(statement: Statement, budget: int | None) -> list[str]:
    """Return every citation of a statement."""
    return [line for cited in statement.citations for line in citation(cited, budget)]


def first_url(statement: Statement) -> str | None:
    """Return the first address among a statement's citations."""
    urls = (cited.source.url for cited in statement.citations if safe_url(cited.source.url))
    return next(urls, None)
