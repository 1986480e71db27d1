"""PURE: whether words and numbers were compared with the text of a source, looked up and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.answer import Checking
from bot.knowledge.model import Figure, Quote
from bot.knowledge.proving import in_words, proof_of, provables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Statement
    from bot.knowledge.model import Entry, Pack, Source
    from bot.knowledge.proof import Part

UNCHECKED: Final = "Words not yet checked against the source text."


def checking(pack: Pack, entry: Entry) -> Checking | None:
    """Return whether a quote or figure is proved; ``None`` for other kinds.

    The first cited source whose text has it is named.
    """
    if not isinstance(entry, (Quote, Figure)):
        return None
    part: Part = "words" if isinstance(entry, Quote) else "number"
    if entry.id in pack.proved:
        for each in provables(entry):
            proof = proof_of(pack, each)
            if proof is not None and each.part == part and each.source in pack.sources:
                return Checking(part, pack.sources[each.source], proof.day)
    return Checking(part)


def checked(statement: Statement) -> tuple[str, ...]:
    """Return the sentence that says whether a quotation's words were checked; none for other kinds."""
    found = statement.checking
    if statement.quotation is None or found is None:
        return ()
    if found.source is None or found.day is None:
        return (UNCHECKED,)
    sources = {cited.source.id: cited.source for cited in statement.citations}
    name = _name(found.source, list(sources.values()))
    return (f"Words checked against {name} on {in_words(found.day)}.",)


def unchecked(statement: Statement) -> bool:
    """Whether nothing says that a quotation's words were checked."""
    return statement.checking is None or statement.checking.source is None


def checked_of(statements: Sequence[Statement]) -> str:
    """Say once of some quotations how many were checked; nothing where each of them says so itself."""
    done = sum(not unchecked(statement) for statement in statements)
    if not done:
        return UNCHECKED
    if done == len(statements):
        return ""
    return f"Words checked against the source text: {done} of {len(statements)}."


def _name(source: Source, cited: list[Source]) -> str:
    """Name one of the cited sources so that it is told from the others."""
    if len(cited) == 1:
        return "the source"
    if sum(other.publisher == source.publisher for other in cited) == 1:
        return source.publisher
    return ", ".join(
        filter(None, (source.publisher, source.title, source.date.describe() if source.date else ""))
    )
