"""PURE: an answer as messages: the answer first, then its citations, disputes and date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, assert_never

from bot.answering.answer import OWN_REASONS, Ambiguous, Answer, Answered, Statement, Unanswered
from bot.answering.trust.caveats import caveats, trust
from bot.answering.trust.checking import checked
from bot.answering.wording import (
    ALSO,
    INPUTS,
    NO_ANSWER,
    WORKED_OUT,
    capital,
    contrast,
    further_heading,
    heading,
    untold,
)
from bot.discord_app.citing import citation, cited_lines, told
from bot.discord_app.inert import inert, inline, plain
from bot.discord_app.layout import AUTHOR, LONGEST_NAME, Block, Frame, Reply, lay_out
from bot.offers import shorten

if TYPE_CHECKING:
    from bot.answering.answer import Cited, Computed, Suggestion

_BUDGETS: Final = (None, 1200, 500, 200)
"""How long a quotation may be, tried in turn until the answer fits one message."""
_MOST_MESSAGES: Final = 5
_LONGEST_REASON: Final = 500
_LONGEST_QUESTION: Final = 300
_TOO_LONG: Final = (
    "This answer is too long to show here. All of it, with every source, is in the attached file."
)
_CAUTION: Final = "⚠"
ANSWERED: Final = 0x2F7D5B
DISPUTED: Final = 0xB7791F
UNANSWERED: Final = 0x6B7280


@dataclass(frozen=True, eq=False, slots=True)
class _Same:
    """An answer that equals only itself: to compare the whole of it would take longer than to render it."""

    answer: Answer

    def __eq__(self, other: object) -> bool:
        """Whether the other is the very same answer."""
        return isinstance(other, _Same) and self.answer is other.answer

    def __hash__(self) -> int:
        """Return what tells it from others for as long as it is kept."""
        return id(self.answer)


def render(answer: Answer, *, echo: bool = False) -> tuple[Reply, ...]:
    """Return the messages that give an answer; ``echo`` shows the question above it.

    Citations, numbers and conflicts are all there, over several messages where needed. An answer
    that is given again, as the desk does, is not rendered again.
    """
    return _render(_Same(answer), echo)


@lru_cache(maxsize=256)
def _render(same: _Same, echo: bool) -> tuple[Reply, ...]:  # noqa: FBT001  # remembered by its place
    """Render an answer, unless it was rendered lately."""
    answer = same.answer
    author = shorten(plain(answer.question), AUTHOR) if echo else ""
    match answer:
        case Answered():
            return _answered(answer, author)
        case Ambiguous():
            return _ambiguous(answer, author)
        case Unanswered():
            return _unanswered(answer, author)
        case _:
            assert_never(answer)


def _answered(answer: Answered, author: str) -> tuple[Reply, ...]:
    """Lay an answer out, with quotations as long as one message allows."""
    footer = f"As of {answer.as_of.describe()}" if answer.as_of else ""
    disputed = answer.disputed or any(each.disputed for each in answer.further)
    frame = Frame(author, footer, DISPUTED if disputed else ANSWERED)
    replies: tuple[Reply, ...] = ()
    for budget in _BUDGETS:
        lead = "\n".join((*map(inline, contrast(answer)), _lead(answer, budget)))
        replies = lay_out(lead, _blocks(answer, budget), frame)
        if len(replies) == 1:
            return replies
    if len(replies) > _MOST_MESSAGES:
        return (Reply(_TOO_LONG, (), author, footer, frame.colour, _as_text(answer)),)
    return replies


def _said(statement: Statement, budget: int | None) -> list[str]:
    """Return what a statement says; for a quotation also whether its words were checked."""
    return [*told(statement, budget), *map(inert, checked(statement))]


def _lead(answer: Answered, budget: int | None) -> str:
    """Return the answer itself: what was worked out, unless a stored statement says the same."""
    if answer.computed and not answer.computed.stored:
        return "\n".join(_worked_out(answer.computed))
    return "\n".join(_said(answer.main, budget))


def _worked_out(computed: Computed) -> Iterable[str]:
    """Yield what was worked out, and the sums."""
    yield from map(inert, computed.text.splitlines())
    yield from (f"• {inline(line)}" for line in computed.workings)


def _blocks(answer: Answered, budget: int | None) -> list[Block]:
    """Return what comes below the answer itself, in order."""
    computed = answer.computed
    blocks = _main(answer, budget) if computed is None or computed.stored else []
    if computed and computed.stored:
        blocks.append(Block(WORKED_OUT.rstrip(":"), tuple(_worked_out(computed))))
    if computed:
        blocks += _side_by_side(INPUTS, computed.inputs, budget, answer)
    blocks += _side_by_side(heading(answer), answer.others, budget, answer)
    notes = tuple(f"• {inline(note)}" for note in answer.dispute_notes)
    if notes:
        blocks.append(Block("Other values" if answer.others else "Sources disagree", notes))
    blocks += _side_by_side(ALSO, answer.also, budget, answer)
    if answer.speaks_of is not None:
        title = shorten(f"{capital(inline(answer.speaks_of.name))} is this text", LONGEST_NAME)
        lines = (line for cited in answer.speaks_of.sources for line in citation(cited, budget))
        blocks.append(Block(title, tuple(lines)))
    for further in answer.further:
        blocks += _further(further, budget)
    if answer.untold:
        asks = tuple(f"• {inline(shorten(plain(ask), _LONGEST_QUESTION))}" for ask in answer.untold)
        blocks.append(Block(NO_ANSWER, asks))
    return blocks


def _further(answer: Answered, budget: int | None) -> list[Block]:
    """Return the answer to another ask of the same message, under that ask, and what comes below it."""
    title = shorten(inline(further_heading(answer)), LONGEST_NAME)
    lead = "\n".join((*map(inline, contrast(answer)), _lead(answer, budget)))
    return [Block(title, (lead,)), *_blocks(answer, budget)]


def _main(answer: Answered, budget: int | None) -> list[Block]:
    """Return the sources of the statement that answers, its note, and what must be known of it."""
    main = answer.main
    sources = "Source" if len(main.citations) == 1 else "Sources"
    title = "Where this is claimed" if main.kind == "claim" else sources
    blocks = [Block(title, tuple(cited_lines(main, budget)))]
    if main.note:
        blocks.append(Block("Note", (inert(main.note),)))
    caution = tuple(map(inert, caveats(answer, main)))
    if caution:
        blocks.append(Block("Caution", caution))
    return blocks


def _side_by_side(
    title: str, statements: tuple[Statement, ...], budget: int | None, answer: Answered
) -> Iterable[Block]:
    """Yield other statements of an answer, each under the numbered title with its own note and citations."""
    title, count = title.rstrip(":"), len(statements)
    for number, statement in enumerate(statements, 1):
        note = [inert(f"Note: {statement.note}")] if statement.note else []
        caution = [f"{_CAUTION} {inert(caveat)}" for caveat in caveats(answer, statement)]
        lines = (*_said(statement, budget), *note, *caution, *cited_lines(statement, budget))
        yield Block(title if count == 1 else f"{title} ({number} of {count})", lines)


def _ambiguous(answer: Ambiguous, author: str) -> tuple[Reply, ...]:
    """Offer the questions that are close."""
    offered = Block("Did you mean", tuple(_questions(answer.choices)))
    lead = "I'm not sure which of these you mean. Press its number, or ask me again in other words."
    return lay_out(lead, [offered], Frame(author, colour=UNANSWERED))


def _unanswered(answer: Unanswered, author: str) -> tuple[Reply, ...]:
    """Say honestly that the pack does not answer."""
    lead = "That is not in my sources."
    if answer.reason in OWN_REASONS:
        lead = f"{answer.reason}."
    elif answer.reason and plain(answer.reason):
        reason = shorten(plain(answer.reason), _LONGEST_REASON)
        lead = f"That is not in my sources: {inline(reason).rstrip('.')}."
    blocks = [Block("Nearest topics", tuple(_questions(answer.nearest)))] if answer.nearest else []
    return lay_out(lead, blocks, Frame(author, colour=UNANSWERED))


def _questions(suggestions: Iterable[Suggestion]) -> Iterable[str]:
    """Yield some questions, numbered as the buttons below them are; so short that they fit one message."""
    for number, suggestion in enumerate(suggestions, 1):
        question = shorten(plain(suggestion.question), _LONGEST_QUESTION)
        yield f"{number} · {inline(question) or '(no text)'}"


def _as_text(answer: Answered) -> str:
    """Return a whole answer as plain text, for a file: nothing is shortened."""
    lines = [f"Question: {answer.question}", "", *_answer_text(answer)]
    for further in answer.further:
        lines += ["", further_heading(further), "", *_answer_text(further)]
    lines += ["", *untold(answer)] if answer.untold else []
    return "\n".join(lines).encode("utf-8", "ignore").decode() + "\n"


def _answer_text(answer: Answered) -> list[str]:
    """Return the lines of the answer to one ask for a file."""
    computed = answer.computed
    lines = list(contrast(answer))
    lines += _statement_text(answer, answer.main) if computed is None or computed.stored else ()
    lines += _computed_text(answer, computed) if computed else ()
    if answer.others:
        lines += ["", heading(answer)]
        for other in answer.others:
            lines += ["", *_statement_text(answer, other)]
    if answer.dispute_notes:
        lines += ["", "Sources disagree:", *answer.dispute_notes]
    if answer.also:
        lines += ["", ALSO]
        for other in answer.also:
            lines += ["", *_statement_text(answer, other)]
    return lines


def _computed_text(answer: Answered, computed: Computed) -> Iterable[str]:
    """Yield the lines of what was worked out, with its inputs, for a file."""
    yield from (*([WORKED_OUT] if computed.stored else []), computed.text, *computed.workings, "", INPUTS)
    for given in computed.inputs:
        yield from ("", *_statement_text(answer, given))


def _statement_text(answer: Answered, statement: Statement) -> Iterable[str]:
    """Yield the lines of one of an answer's statements for a file."""
    quotation = statement.quotation
    yield statement.text
    if quotation is not None:
        who = (quotation.speaker, quotation.role, quotation.occasion)
        yield f"“{quotation.words}” — {', '.join(filter(None, who))}"
    yield from checked(statement)
    if statement.note:
        yield f"Note: {statement.note}"
    yield from caveats(answer, statement)
    for cited in statement.citations:
        yield f"Source: {_source_text(cited)}"
        if cited.quote:
            yield f"“{cited.quote}”"


def _source_text(cited: Cited) -> str:
    """Return a citation on one line for a file."""
    source = cited.source
    date = source.date.describe() if source.date else ""
    parts = (source.title or "", source.publisher, date, cited.locator or "", trust(source), source.url or "")
    return " · ".join(filter(None, parts))
