"""PURE: checked sentences and claims as messages: the verdict, what differs, and every source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.wording import VERDICTS, capital
from bot.discord_app.citing import citation, cited_lines, told
from bot.discord_app.inert import guard_start, inert, inline, plain
from bot.discord_app.layout import AUTHOR, LONGEST_NAME, Block, Frame, Reply, lay_out
from bot.discord_app.pages import of_blocks
from bot.discord_app.render import ANSWERED, DISPUTED, UNANSWERED
from bot.offers import shorten, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.answer import Statement
    from bot.answering.verdicts.checked import Checked, Finding
    from bot.answering.verdicts.claims import CheckedClaims, Judged
    from bot.knowledge.model import Verdict

_CLAIMS_ON_A_PAGE: Final = 4
_QUOTED: Final = 300
"""Length of a quotation, in units; the link beside it leads to the rest."""
CONTRADICTED: Final = 0xB23A48
_COLOURS: Final[dict[Finding, int]] = {
    "supported": ANSWERED,
    "contradicted": CONTRADICTED,
    "imprecise": DISPUTED,
    "not covered": UNANSWERED,
}
_MARKS: Final[dict[Verdict, str]] = {
    "supported": "✓",
    "imprecise": "≈",
    "contradicted": "✗",
    "unverified": "?",
}
NO_CLAIMS: Final = "I check no text: there are no claims among my facts. /check checks a sentence of yours."


def render_check(checked: Checked) -> tuple[Reply, ...]:
    """Return the messages that say what my sources say of a sentence."""
    reason = f": {inline(checked.reason).rstrip('.')}" if checked.reason else ""
    lines = [f"**{checked.headline}**{reason}."]
    lines += [f"• {inline(each.line)}" for each in checked.compared]
    blocks = [*_statements("What decides it", checked.deciding)]
    blocks += _statements("This comes closest", checked.closest)
    blocks += _statements("Sources disagree" if checked.disputed else "Beside it", checked.beside)
    if checked.notes:
        blocks.append(Block("Sources disagree", tuple(f"• {inline(note)}" for note in checked.notes)))
    if checked.nearest:
        near = (inline(shorten(plain(each.question), _QUOTED)) for each in checked.nearest)
        blocks.append(Block("Nearest that you can ask", tuple(f"• {each}" for each in near)))
    author = shorten(f"Is it so? {plain(checked.sentence)}", AUTHOR)
    colour = DISPUTED if checked.disputed else _COLOURS[checked.finding]
    return lay_out("\n".join(lines), blocks, Frame(author, colour=colour))


def render_claims(found: CheckedClaims) -> tuple[Reply, ...]:
    """Return the pages of the claims of a text; none where there are none."""
    if not found.rows:
        return ()
    return of_blocks(
        _heading(found), "\n".join(_lead(found)), list(map(_judged, found.rows)), _CLAIMS_ON_A_PAGE
    )


def no_claims(found: CheckedClaims) -> str:
    """Say why there are no claims to show, and what to do."""
    if not found.total:
        return NO_CLAIMS
    known = ", ".join(f"{verdict} ({count})" for verdict, count in found.counts)
    wanted = inline(found.typed or found.verdict or "")
    return f"No claim has the verdict “{wanted}”. The verdicts are: {known}."


def _heading(found: CheckedClaims) -> str:
    """Return what stands over each page."""
    chosen = f", claims that are {found.verdict}" if found.verdict else ""
    return f"{capital(found.name)}, checked{chosen}"


def _lead(found: CheckedClaims) -> Iterator[str]:
    """Yield which text it is, and how many claims there are of each verdict."""
    yield f"{capital(inline(found.name))} is this text:"
    for cited in found.sources:
        yield from citation(cited, _QUOTED)
        if cited.source.note:
            yield inert(cited.source.note)
    counts = " · ".join(f"{_MARKS[verdict]} {count} {verdict}" for verdict, count in found.counts)
    yield f"{found.total} claims: {counts}"


def _judged(row: Judged) -> Block:
    """Return one claim: its words, its verdict, what differs, and what decides it."""
    title = guard_start(inline(f"{_MARKS[row.verdict]} {row.claim}"))
    spare: tuple[str, ...] = ()
    if units(title) > LONGEST_NAME:
        title, spare = f"{_MARKS[row.verdict]} {capital(row.verdict)}", (inert(row.claim),)
    differs = f" {inert(row.differs)}" if row.differs else ""
    note = (inert(f"Note: {row.note}"),) if row.note else ()
    lines = (line for statement in row.deciding for line in _lines(statement))
    return Block(title, (*spare, f"{capital(VERDICTS[row.verdict])}.{differs}", *note, *lines))


def _statements(title: str, statements: tuple[Statement, ...]) -> Iterator[Block]:
    """Yield statements, each under the numbered title with its note and citations."""
    count = len(statements)
    for number, statement in enumerate(statements, 1):
        heading = "The claim, as my facts have it" if statement.kind == "claim" else title
        yield Block(heading if count == 1 else f"{heading} ({number} of {count})", tuple(_lines(statement)))


def _lines(statement: Statement) -> Iterator[str]:
    """Yield what a statement says, its note and its citations."""
    yield from told(statement, _QUOTED)
    if statement.note:
        yield inert(f"Note: {statement.note}")
    yield from cited_lines(statement, _QUOTED)
