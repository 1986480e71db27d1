"""Answers, problems and measurements in the terminal, with rich; text from packs is never markup.

What ``bot check`` does not need is imported where it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from bot.answering.trust.proof_report import listed, tally
from bot.knowledge.freshness import overdue
from bot.knowledge.holding import holds, in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from bot.answering.answer import Answer, Cited, Context, Suggestion, Trace
    from bot.answering.calibration import Calibration
    from bot.answering.engine import Index
    from bot.answering.evaluation import Report, Share
    from bot.answering.explaining import Explanation
    from bot.knowledge.freshness import Overdue
    from bot.knowledge.model import Pack
    from bot.knowledge.problems import Problem
    from bot.knowledge.proving import Outcome

_PLURALS = {"entity": "entities"}

_out = Console(highlight=False, soft_wrap=True)
_err = Console(stderr=True, highlight=False, soft_wrap=True)


def answer(found: Answer, explained: Explanation | None = None) -> None:
    """Print an answer with its citations, the choices, or that the pack does not know; then why."""
    from bot.answering.answer import OWN_REASONS, Ambiguous, Answered
    from bot.answering.wording import capital, plain

    if isinstance(found, Answered):
        _out.print(Text(plain(found)))
        _out.print(
            Text(
                "Sources" + (f" (as of {found.as_of.describe()})" if found.as_of else "") + ":", style="bold"
            )
        )
        for cited in found.citations:
            _out.print(Text(f"- {citation(cited)}", style="dim"))
        if found.speaks_of is not None:
            _out.print(Text(f"{capital(found.speaks_of.name)} is:", style="bold"))
            for cited in found.speaks_of.sources:
                _out.print(Text(f"- {citation(cited)}", style="dim"))
    elif isinstance(found, Ambiguous):
        _out.print(Text("Did you mean:"))
        _suggestions(found.choices)
    else:
        reason = f": {found.reason}" if found.reason else ""
        lead = found.reason if found.reason in OWN_REASONS else f"Not in my sources{reason}"
        _out.print(Text(f"{lead}."))
        if found.nearest:
            _out.print(Text("Nearest that I can answer:"))
            _suggestions(found.nearest)
    if explained is not None:
        _explanation(explained, found.trace)


def citation(cited: Cited) -> str:
    """Return a citation as one line: publisher, title, date, locator, address, quoted words."""
    from bot.answering.trust.caveats import trust

    source = cited.source
    parts = [
        source.publisher,
        source.title,
        source.date.describe() if source.date else None,
        cited.locator,
        trust(source),
        source.url,
    ]
    quoted = f" “{cited.quote}”" if cited.quote else ""
    return ", ".join(part for part in parts if part) + quoted


def chat(index: Index, ask: Callable[[str, Context | None], Answer]) -> None:
    """Hold a conversation until an empty line, "quit" or the end of input.

    Each question may be short for one about the last answer.
    """
    from rich.panel import Panel
    from rich.prompt import Prompt

    from bot.answering.entry_answers import prompts
    from bot.answering.followups.context import context_of
    from bot.answering.followups.provenance import asked_of

    about: Context | None = None  # what was asked last
    told: Context | None = None  # what was answered last
    title = index.pack.title
    examples = "\n".join(f"  {prompt}" for prompt in prompts(index)[:3])
    _out.print(Panel(Text(f"Ask about: {title}\n\nFor example:\n{examples}\n\nAn empty line ends the chat.")))
    while True:
        try:
            question = Prompt.ask(
                Text("You", style="bold cyan"), console=_out, default="", show_default=False
            )
        except (EOFError, KeyboardInterrupt):
            break
        if question.strip().casefold() in {"", "quit", "exit"}:
            break
        found = ask(question, told if asked_of(question) else about)
        answer(found)
        about = context_of(found)
        told = about if about.entries else told
        _out.print()


def problems(found: Iterable[Problem]) -> int:
    """Print problems to standard error, one a line, and return how many are errors."""
    errors = 0
    for problem in found:
        errors += problem.severity == "error"
        _err.print(Text(str(problem), style="red" if problem.severity == "error" else "yellow"))
    return errors


def stale(found: tuple[Overdue, ...], why: str = "") -> None:
    """Print what is past its review date, one a line; ``why`` says why the uses are not known."""
    if not found:
        _out.print(Text("No entry is past its review date."))
        return
    order = f"the longest overdue first, for the uses are not known ({why})" if why else "the most used first"
    _out.print(Text(f"Past their review date, {order}:", style="bold"))
    for row in found:
        times = f", answered {_count(row.uses, 'time')}" if row.uses is not None else ""
        _out.print(Text(f"{row.place}: {row.entry}: review by {row.review_by}{times}"))


def checked(pack: Pack | None, found: tuple[Problem, ...], today: date) -> None:
    """Print what was checked, what waits on this day, and last the errors and warnings counted."""
    errors = sum(problem.severity == "error" for problem in found)
    counts = f"{_count(errors, 'error')}, {_count(len(found) - errors, 'warning')}"
    if pack is None:
        _out.print(Text(f"Not loadable: {counts}"))
        return
    kinds: dict[str, int] = {}
    for entry in pack.entries.values():
        kinds[entry.kind] = kinds.get(entry.kind, 0) + 1
    parts = [*kinds.items(), ("source", len(pack.sources)), ("question", len(pack.questions))]
    _out.print(Text(f"{pack.title}: {', '.join(_count(count, noun) for noun, count in parts)}"))
    held, due = holds(pack), overdue(in_force(pack), today)
    if held:
        _out.print(Text(f"On hold for want of a live source: {len(held)}; the warnings name them"))
    if due:
        _out.print(Text(f"Past their review date: {len(due)}; bot check --stale lists them"))
    if proved := tally(pack):
        _out.print(Text(proved))
    _out.print(Text(counts))


def verified(outcomes: Sequence[Outcome]) -> None:
    """Print what was found in the texts of the sources and what was not, everything by name."""
    for heading, lines in listed(outcomes):
        _out.print(Text(heading, style="bold"))
        for line in lines:
            _out.print(Text(f"- {line}"))
    done = sum(outcome.state == "proved" for outcome in outcomes)
    _out.print(Text(f"{done} proved, {len(outcomes) - done} not"))


def report(found: Report, split: str, *, misses: bool) -> None:
    """Print the shares of a report, and the misses of the tune half."""
    from rich.table import Table

    table = Table("Questions", f"{split} half", "", "95 % interval", box=None)
    for label, share in _shares(found):
        low, high = share.interval
        table.add_row(
            label,
            f"{100 * share.share:.1f} %",
            f"{share.hits}/{share.total}",
            f"{100 * low:.1f}–{100 * high:.1f}",
        )
    _out.print(table)
    if not misses:
        return
    for judged in found.judged:
        if judged.question.split == "tune" and judged.outcome not in {"correct", "rightly silent"}:
            best = judged.answer.trace.candidates[:2]
            line = f"{judged.outcome}: {judged.question.question}  -> " + ", ".join(
                f"{candidate.entry} {candidate.score} {candidate.removed_by or ''}" for candidate in best
            )
            _out.print(Text(line))


def bars(calibration: Calibration) -> None:
    """Print from which confidence on questions are answered, and what that rests on."""
    asked, unasked = (f"{100 * bar:.0f} %" for bar in (calibration.asked, calibration.unasked))
    _out.print(
        Text(f"Answered from a confidence of {asked}, unasked from {unasked}; set by {calibration.basis}.")
    )


def report_json(found: Report, split: str) -> dict[str, Any]:
    """Return the shares of a report for JSON: hits, total, share and interval, 0..1."""
    shares = {
        label.replace(" ", "_"): {
            "hits": share.hits,
            "total": share.total,
            "share": round(share.share, 4),
            "wilson_95": [round(bound, 4) for bound in share.interval],
        }
        for label, share in _shares(found)
    }
    return {"split": split, **shares}


def _shares(found: Report) -> tuple[tuple[str, Share], ...]:
    """Return the shares of a report with their labels."""
    return (
        ("answered correctly", found.correct),
        ("answered wrongly", found.wrong),
        ("offered choices", found.offered),
        ("false answers", found.false_answers),
    )


def _suggestions(found: Iterable[Suggestion]) -> None:
    """Print suggested questions."""
    for suggestion in found:
        _out.print(Text(f"- {suggestion.question}"))


def _explanation(explained: Explanation, trace: Trace) -> None:
    """Print how an answer came about; then the ids and scores, for authors of a pack."""
    _out.print(Text(f"\n{explained.lead}"))
    for section in explained.sections:
        _out.print(Text(f"{section.title}:", style="bold"))
        for line in section.lines:
            _out.print(Text(f"- {line}"))
    for candidate in trace.candidates:
        removed = f"  removed: {candidate.removed_by}" if candidate.removed_by else ""
        _out.print(Text(f"  {candidate.score:.3f} {candidate.entry}{removed}", style="dim"))


def _count(number: int, noun: str) -> str:
    """Return a count with its noun."""
    return f"{number} {noun if number == 1 else _PLURALS.get(noun, f'{noun}s')}"
