"""PURE: an answer as the JSON object that other tools rely on. Keys are stable; more may be added."""

from __future__ import annotations

from typing import Any, assert_never

from bot.answering.answer import Ambiguous, Answer, Answered, Checking, Cited, Suggestion, Unanswered
from bot.answering.trust.caveats import out_of_date, weakly_sourced
from bot.answering.wording import plain


def as_json(answer: Answer, latency_ms: float) -> dict[str, Any]:
    """Return the JSON object of an answer; ``latency_ms`` is the time it took, in milliseconds."""
    found: dict[str, Any] = {
        "question": answer.question,
        "status": _status(answer),
        "confidence": round(answer.confidence, 4),
        "answer": None,
        "entries": [],
        "disputed": False,
        "citations": [],
        "suggestions": [],
        "latency_ms": round(latency_ms, 3),
    }
    match answer:
        case Answered():
            found |= {
                "answer": plain(answer),
                "entries": [statement.entry for statement in answer.statements],
                "disputed": answer.disputed,
                "citations": [citation_json(cited) for cited in answer.citations],
                "computed": list(answer.computed.workings) if answer.computed else None,
                "as_of": str(answer.as_of) if answer.as_of else None,
                "out_of_date": [
                    {"entry": each.entry, "review_by": str(each.review_by)} for each in out_of_date(answer)
                ],
                "low_reliability_only": [each.entry for each in weakly_sourced(answer)],
                "checked": [
                    _checking(told.entry, told.checking) for told in answer.statements if told.checking
                ],
                "contrast": list(answer.contrast),
                "further": [{"ask": each.question, "entry": each.main.entry} for each in answer.further],
                "untold": list(answer.untold),
            }
        case Ambiguous():
            found["suggestions"] = [suggestion_json(choice) for choice in answer.choices]
        case Unanswered():
            found["suggestions"] = [suggestion_json(choice) for choice in answer.nearest]
            found["reason"] = answer.reason
        case _:  # pragma: no cover  # the type checker proves it unreachable
            assert_never(answer)
    return found


def _status(answer: Answer) -> str:
    """Return the outcome's name in the contract."""
    return {Answered: "answered", Ambiguous: "ambiguous", Unanswered: "unanswered"}[type(answer)]


def citation_json(cited: Cited) -> dict[str, str | None]:
    """Return one citation."""
    source = cited.source
    return {
        "source": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "date": str(source.date) if source.date else None,
        "url": source.url,
        "kind": source.kind,
        "reliability": source.reliability,
        "quote": cited.quote,
        "locator": cited.locator,
    }


def _checking(entry: str, checking: Checking) -> dict[str, str | None]:
    """Return what was compared with the text of a source, and of which; ``null`` where nothing was yet."""
    return {
        "entry": entry,
        "part": checking.part,
        "source": checking.source.id if checking.source else None,
        "date": checking.day.isoformat() if checking.day else None,
    }


def suggestion_json(suggestion: Suggestion) -> dict[str, str]:
    """Return one suggestion."""
    return {"entry": suggestion.entry, "question": suggestion.question}
