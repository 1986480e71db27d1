"""PURE: what may be asked of an answer: its sources in full, and why it is the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.discord_app.citing import link, quoted
from bot.discord_app.inert import guard_start, inert, inline, plain
from bot.discord_app.layout import LONGEST_NAME, Block, Frame, Reply, lay_out
from bot.discord_app.render import ANSWERED, UNANSWERED
from bot.offers import units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.answering.answer import Cited, Statement
    from bot.answering.explaining import Explanation
    from bot.knowledge.model import Source, SourceKind

_BUDGETS: Final = (None, 1200, 300)
"""How long a quotation may be, tried in turn until the sources fit a few messages."""
_MOST_MESSAGES: Final = 3
_KINDS: Final[Mapping[SourceKind, str]] = {
    "primary": "primary source",
    "news": "news report",
    "think-tank": "think tank",
    "reference": "reference work",
}
_IN_A_FILE: Final = "The sources are too long to show here. All of them are in the attached file."
_UNTITLED: Final = "Read it"
"""What to press where only the address is known: the publisher's name stands above it already."""
_SEE_ANSWER: Final = "The answer names more; their sources are in the answer itself."


def render_sources(statements: Sequence[Statement], gone: int = 0, more: int = 0) -> tuple[Reply, ...]:
    """Return every source of some statements with all that is known of it.

    ``gone`` counts statements that are no longer in the pack, ``more`` those for which the
    button had no room.
    """
    count = len({cited.source.id for statement in statements for cited in statement.citations})
    lead = [f"What this answer rests on: {'1 source' if count == 1 else f'{count} sources'}."]
    if gone:
        lead.append(f"{gone} of its facts {'is' if gone == 1 else 'are'} no longer in my sources.")
    if more:
        lead.append(_SEE_ANSWER)
    replies: tuple[Reply, ...] = ()
    for budget in _BUDGETS:
        blocks = [_source(source, backed, budget) for source, backed in _by_source(statements)]
        replies = lay_out(" ".join(lead), blocks, Frame(colour=ANSWERED))
        if len(replies) <= _MOST_MESSAGES:
            return replies
    return (Reply(_IN_A_FILE, colour=ANSWERED, attachment=_as_text(statements)),)


def render_why(explained: Explanation, revision: str, notes: Sequence[str] = ()) -> tuple[Reply, ...]:
    """Return why a question got its reply; ``notes`` come first."""
    lead = "\n".join([*notes, inert(explained.lead)])
    blocks = [
        Block(section.title, tuple(f"• {inline(line)}" for line in section.lines))
        for section in explained.sections
    ]
    return lay_out(lead, blocks, Frame(footer=f"Revision {plain(revision)}", colour=UNANSWERED))


def _by_source(statements: Sequence[Statement]) -> Iterator[tuple[Source, list[tuple[str, Cited]]]]:
    """Yield each source once, with what it is cited for; a lone statement goes without saying."""
    found: dict[str, list[tuple[str, Cited]]] = {}
    for statement in statements:
        for cited in statement.citations:
            said = statement.text if len(statements) > 1 else ""
            found.setdefault(cited.source.id, []).append((said, cited))
    for backed in found.values():
        yield backed[0][1].source, backed


def _source(source: Source, backed: list[tuple[str, Cited]], budget: int | None) -> Block:
    """Return one source: who published what and when, what it is, and the words it is cited for."""
    title, publisher = inline(source.title or ""), inline(source.publisher)
    head = source.title if title and source.title else _UNTITLED
    lines = [guard_start(link(head, source.url))] if title or source.url else []
    name = guard_start(publisher)
    if not 0 < units(name) <= LONGEST_NAME:
        lines, name = [*lines, name], "Source"
    facts = [source.date.describe() if source.date else "no date", _KINDS[source.kind]]
    lines.append(" · ".join([*facts, f"reliability: {source.reliability}"]))
    if source.author and plain(source.author):
        lines.append(f"By {inline(source.author)}")
    for said, cited in backed:
        lines += _cited(said, cited, budget)
    if source.note and plain(source.note):
        lines.append(f"Note: {inline(source.note)}")
    return Block(name, tuple(filter(None, lines)))


def _cited(said: str, cited: Cited, budget: int | None) -> Iterator[str]:
    """Yield what a source is cited for: the statement, where to look, and its exact words."""
    if plain(said):
        yield f"• For: {inline(said)}"
    if cited.locator and plain(cited.locator):
        yield f"Where: {inline(cited.locator)}"
    if cited.quote and plain(cited.quote):
        yield f"Its words: {quoted(cited.quote, budget, cited.source.url)}"


def _as_text(statements: Sequence[Statement]) -> str:
    """Return every source as plain text, for a file: nothing is shortened."""
    lines: list[str] = []
    for source, backed in _by_source(statements):
        date = source.date.describe() if source.date else "no date"
        lines += [source.title or "", f"{source.publisher}, {date}", source.url or "", source.author or ""]
        lines += [_KINDS[source.kind], f"reliability: {source.reliability}", source.note or ""]
        for said, cited in backed:
            lines += [said, cited.locator or "", f"“{cited.quote}”" if cited.quote else ""]
        lines.append("---")
    text = "\n".join(line for line in lines if line.strip())
    return text.encode("utf-8", "ignore").decode() + "\n"
