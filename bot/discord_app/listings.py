"""PURE: sources, quotations and events as pages, each with its citations and disputes."""

from __future__ import annotations

from dataclasses import astuple, replace
from typing import TYPE_CHECKING, Final

from bot.answering.answer import Cited
from bot.answering.browsing.bibliography import Profile, label
from bot.answering.trust.checking import checked, checked_of, unchecked
from bot.discord_app.citing import citation, cited_lines, first_url, link, quoted, told
from bot.discord_app.inert import guard_start, inert, inline
from bot.discord_app.layout import LONGEST_NAME, Block
from bot.discord_app.pages import of_blocks, of_lines
from bot.offers import shorten, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.answer import Statement, Suggestion
    from bot.answering.browsing.bibliography import Found, Listed, Resting
    from bot.answering.browsing.quoting import Quotations, QuoteFilters
    from bot.answering.browsing.records import Record
    from bot.answering.browsing.timeline import Timeline, Window
    from bot.discord_app.layout import Reply
    from bot.knowledge.model import Source, SourceKind

_SOURCES_ON_A_PAGE: Final = 10
_ENTRIES_ON_A_PAGE: Final = 8
_QUOTES_ON_A_PAGE: Final = 4
_EVENTS_ON_A_PAGE: Final = 6
_QUOTED: Final = 500
"""Length of a quotation among others, in units; the link beside it leads to the rest."""
_LONGEST_HEADING: Final = 300
_KINDS: Final[dict[SourceKind, str]] = {
    "primary": "primary source",
    "news": "news report",
    "think-tank": "think-tank publication",
    "reference": "reference work",
}
_ALONE, _BESIDE, _DISPUTED = "◆", "•", "⚠"
_DATE: Final = (
    "I can't read “{typed}” as a date. Write a year, a month or a day, as in 2022, January 2023 or "
    "6 March 2023, or two of them, as in 2022-11 to 2023-03."
)


def render_sources(found: Found) -> tuple[Reply, ...]:
    """Return the pages of one source, or of a list of sources; none when nothing fits."""
    if isinstance(found, Profile):
        return _profile(found)
    if not found.rows:
        return ()
    live = sum(row.source.status == "live" for row in found.rows)
    count = _count(live, "source")
    heading = f"Sources that fit “{found.typed}”" if found.typed is not None else "All sources"
    gone = len(found.rows) - live
    last = f" {gone} withdrawn {'one' if gone == 1 else 'ones'} last." if gone else ""
    lead = f"{count}, the most used first.{last} Name one in /sources to see what rests on it."
    return of_lines(heading, lead, map(_listed, found.rows), _SOURCES_ON_A_PAGE)


def no_source(typed: str | None) -> str:
    """Say that no source fits, and what to do."""
    if typed is None:
        return "I have no sources."
    return f"None of my sources fits “{inline(typed)}”. /sources without a name lists all of them."


def render_quotations(found: Quotations) -> tuple[Reply, ...]:
    """Return the pages of quotations; none when nothing fits."""
    if not found.rows:
        return ()
    heading = f"Quotations {found.heading}" if found.heading else "All quotations"
    budget = None if len(found.rows) == 1 else _QUOTED
    lead = _count(len(found.rows), "quotation") + (", the newest first." if len(found.rows) > 1 else ".")
    lead = f"{lead} {checked_of([row.statement for row in found.rows])}".rstrip()
    blocks = [_block(_said_by(row), row, _spoken(row, budget)) for row in found.rows]
    return of_blocks(heading, lead, blocks, _QUOTES_ON_A_PAGE)


def no_quotation(found: Quotations) -> str:
    """Say what there is no quotation for, and what to do."""
    if found.unreadable is not None:
        return unreadable(found.unreadable)
    return _none("quotation", found.heading, found.filters)


def render_timeline(found: Timeline) -> tuple[Reply, ...]:
    """Return the pages of a timeline; none when nothing fits."""
    if not found.rows:
        return ()
    heading = f"Events {found.heading}" if found.heading else "All events"
    lead = _count(len(found.rows), "event") + (", the earliest first." if len(found.rows) > 1 else ".")
    blocks = [_block(_dated_title(row), row, told(row.statement, None)) for row in found.rows]
    return of_blocks(heading, lead, blocks, _EVENTS_ON_A_PAGE)


def no_event(found: Timeline) -> str:
    """Say what there is no event for, and what to do."""
    if found.unreadable is not None:
        return unreadable(found.unreadable)
    return _none("event", found.heading, found.window)


def unreadable(typed: str) -> str:
    """Say how to write a date."""
    return _DATE.format(typed=inline(typed))


def _none(what: str, heading: str, options: QuoteFilters | Window) -> str:
    """Say that there is nothing of a kind, and how to find some."""
    said = " ".join(filter(None, (f"I have no {what}", inline(shorten(heading, _LONGEST_HEADING)))))
    filled = len({option for option in astuple(options) if option is not None})
    mend = {0: "", 1: " Leave the option empty to see all there are."}
    return f"{said}.{mend.get(filled, ' Leave some options empty to find more.')}"


def _count(number: int, one: str, many: str = "") -> str:
    """Return a number of things; ``many`` is what several are called, if not just with an s."""
    return f"1 {one}" if number == 1 else f"{f'{number:,}' if number else 'No'} {many or one + 's'}"


def _listed(row: Listed) -> str:
    """Return one source of a list with how much rests on it."""
    (line,) = citation(Cited(row.source), None)
    resting = _count(row.entries, "entry", "entries").lower()
    return f"{line} · {resting}" if row.source.status == "live" else f"{line} · withdrawn, {resting} on hold"


def _profile(found: Profile) -> tuple[Reply, ...]:
    """Return the pages of one source; the first names it with its address."""
    lead = "\n".join((*_described(found.source), _standing(found)))
    lines = [*("\n".join(_resting(entry)) for entry in found.entries), *map(_waiting, found.held)]
    marks = " · ".join(_marks(found.entries))
    first, *others = of_lines(label(found.source), lead, lines, _ENTRIES_ON_A_PAGE, marks)
    return (replace(first, author="Source"), *others)


def _standing(found: Profile) -> str:
    """Return how much rests on a source, or waits since it was withdrawn."""
    if found.source.status == "live":
        resting = _count(len(found.entries), "entry rests on it", "entries rest on it")
        return resting + (":" if found.entries else ".")
    waiting = _count(len(found.held), "entry that rests", "entries that rest").lower()
    on_it = f"{waiting} on nothing else {'is' if len(found.held) == 1 else 'are'} on hold"
    return f"Withdrawn, and no longer cited; {on_it}" + (":" if found.held else ".")


def _waiting(held: Suggestion) -> str:
    """Return the question for an entry on hold, which asserts nothing."""
    return guard_start(f"{_BESIDE} {inline(held.question)}")


def _described(source: Source) -> Iterator[str]:
    """Yield what a source is."""
    yield guard_start(link(source.title or source.publisher, source.url))
    date = source.date.describe() if source.date else "no date"
    publisher = source.publisher if source.title else ""
    parts = (inline(publisher), inline(source.author or ""), date, _KINDS[source.kind])
    yield guard_start(" · ".join(filter(None, parts)))
    yield f"Reliability: {source.reliability}"
    if source.note:
        yield inert(f"Note: {source.note}")


def _marks(entries: tuple[Resting, ...]) -> Iterator[str]:
    """Yield what the marks before the entries mean."""
    if any(entry.alone for entry in entries):
        yield f"{_ALONE} rests on this source alone"
    if any(entry.disputed for entry in entries):
        yield f"{_DISPUTED} other sources disagree: ask me to see both sides"


def _resting(entry: Resting) -> Iterator[str]:
    """Yield one entry that rests on a source, and the source's own words for it."""
    first, *rest = told(entry.statement, _budget(entry.statement))
    disputed = f"{_DISPUTED} " if entry.disputed else ""
    yield f"{_ALONE if entry.alone else _BESIDE} {disputed}{first}"
    yield from rest
    for cited in entry.cited:
        if cited.locator:
            yield guard_start(inline(cited.locator))
        if cited.quote:
            yield quoted(cited.quote, _QUOTED, cited.source.url)


def _block(title: str, row: Record, words: list[str]) -> Block:
    """Return an entry under its title: its words, its citations and what speaks against it."""
    spare: tuple[str, ...] = ()
    if units(title) > LONGEST_NAME:
        title, spare = _day(row), (title,)
    return Block(title, (*spare, *words, *_proof(row)))


def _proof(row: Record) -> Iterator[str]:
    """Yield an entry's citations, note and disputes."""
    yield from cited_lines(row.statement, _QUOTED)
    if row.statement.note:
        yield inert(f"Note: {row.statement.note}")
    for rival in row.rivals:
        first, *rest = told(rival, _budget(rival))
        yield f"{_DISPUTED} Sources disagree: {first}"
        yield from rest
        yield from cited_lines(rival, _QUOTED)
    for note in row.dispute_notes:
        yield f"{_DISPUTED} Sources disagree: {inline(note)}"


def _spoken(row: Record, budget: int | None) -> list[str]:
    """Return a speaker's words, and below them in what role and on what occasion."""
    quotation = row.statement.quotation
    if quotation is None:
        return told(row.statement, budget)
    words = quoted(quotation.words, budget and _budget(row.statement), first_url(row.statement))
    role = ". ".join(filter(None, (inline(quotation.role or ""), inline(quotation.occasion or ""))))
    lines = [words, f"— {role}"] if role else [words]
    return lines if unchecked(row.statement) else [*lines, *map(inert, checked(row.statement))]


def _budget(statement: Statement) -> int | None:
    """Return how long a speaker's words may be: whole where no link leads to the rest."""
    return _QUOTED if first_url(statement) else None


def _day(row: Record) -> str:
    """Return an entry's date in words."""
    return row.statement.period.describe() if row.statement.period else "No date"


def _said_by(row: Record) -> str:
    """Return who spoke and when."""
    speaker = row.statement.quotation.speaker if row.statement.quotation else ""
    return guard_start(", ".join(filter(None, (inline(speaker), _day(row)))))


def _dated_title(row: Record) -> str:
    """Return an event's date and headline."""
    return " · ".join(filter(None, (_day(row), inline(row.title))))
