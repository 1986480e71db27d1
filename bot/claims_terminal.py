"""Checked sentences and claims in the terminal, with rich; text from packs and of users is never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from bot.answering.wording import VERDICTS
from bot.terminal import citation

if TYPE_CHECKING:
    from bot.answering.answer import Cited, Statement
    from bot.answering.verdicts.checked import Checked
    from bot.answering.verdicts.claims import CheckedClaims, Judged

_out = Console(highlight=False, soft_wrap=True)


def checked(found: Checked) -> None:
    """Print a verdict with what decides it and its citations, or that nothing covers the sentence."""
    reason = f": {found.reason.rstrip('.')}" if found.reason else ""
    _out.print(Text(f"{found.headline}{reason}.", style="bold"))
    for compared in found.compared:
        _out.print(Text(f"- {compared.line}"))
    for statement in found.deciding:
        _statement(statement, "Source")
    for statement in found.closest:
        _statement(statement, "This comes closest")
    for statement in found.beside:
        _statement(statement, "Sources disagree" if found.disputed else "Beside it")
    for note in found.notes:
        _out.print(Text(f"Sources disagree: {note}"))
    if found.nearest:
        _out.print(Text("Nearest that I can answer:"))
        for each in found.nearest:
            _out.print(Text(f"- {each.question}"))


def claims(found: CheckedClaims) -> None:
    """Print the claims of a text, each with its verdict, what differs and what decides."""
    if not found.total:
        _out.print(Text("This pack checks no text: it has no claims."))
        return
    _out.print(Text(f"What my sources say of {found.name}:", style="bold"))
    for cited in found.sources:
        _cited(cited)
        if cited.source.note:
            _out.print(Text(f"  {cited.source.note}", style="dim"))
    _out.print(Text(", ".join(f"{count} {verdict}" for verdict, count in found.counts)))
    for number, row in enumerate(found.rows, 1):
        _out.print()
        _judged(number, row)


def _judged(number: int, row: Judged) -> None:
    """Print one claim."""
    _out.print(Text(f"{number}. {row.claim}", style="bold"))
    _out.print(Text(f"   {VERDICTS[row.verdict].capitalize()}.{f' {row.differs}' if row.differs else ''}"))
    if row.note:
        _out.print(Text(f"   Note: {row.note}"))
    for statement in row.deciding:
        _statement(statement, "   Source")


def _statement(statement: Statement, title: str) -> None:
    """Print one entry in words with its citations."""
    _out.print(Text(f"{title}: {statement.text}"))
    if statement.note:
        _out.print(Text(f"Note: {statement.note}"))
    for cited in statement.citations:
        _cited(cited)


def _cited(cited: Cited) -> None:
    """Print one citation."""
    _out.print(Text(f"- {citation(cited)}", style="dim"))
