"""PURE: checked sentences and claims as JSON for other tools. Keys are stable; more may be added."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.answering.contract import citation_json, suggestion_json
from bot.answering.wording import VERDICTS

if TYPE_CHECKING:
    from bot.answering.answer import Statement
    from bot.answering.verdicts.checked import Checked
    from bot.answering.verdicts.claims import CheckedClaims, Judged


def check_json(checked: Checked, latency_ms: float) -> dict[str, Any]:
    """Return the JSON object of a checked sentence; ``latency_ms`` is the time it took, in milliseconds."""
    return {
        "sentence": checked.sentence,
        "verdict": checked.finding,
        "disputed": checked.disputed,
        "reason": checked.reason,
        "compared": [asdict(each) for each in checked.compared],
        "deciding": [_statement(each) for each in checked.deciding],
        "closest": [_statement(each) for each in checked.closest],
        "beside": [_statement(each) for each in checked.beside],
        "notes": list(checked.notes),
        "entries": [each.entry for each in checked.deciding],
        "citations": [citation_json(cited) for cited in checked.citations],
        "suggestions": [suggestion_json(each) for each in checked.nearest],
        "latency_ms": round(latency_ms, 3),
    }


def claims_json(found: CheckedClaims) -> dict[str, Any]:
    """Return the JSON object of a list of claims."""
    return {
        "text": {"name": found.name, "sources": [citation_json(cited) for cited in found.sources]},
        "verdict": found.verdict,
        "counts": dict(found.counts),
        "claims": [_judged(row) for row in found.rows],
    }


def _judged(row: Judged) -> dict[str, Any]:
    """Return one claim."""
    return {
        "entry": row.entry,
        "claim": row.claim,
        "verdict": row.verdict,
        "verdict_in_words": VERDICTS[row.verdict],
        "differs": row.differs,
        "note": row.note,
        "claimed_in": [citation_json(cited) for cited in row.claimed],
        "deciding": [_statement(each) for each in row.deciding],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    """Return one entry in words with its citations."""
    return {
        "entry": statement.entry,
        "text": statement.text,
        "note": statement.note,
        "citations": [citation_json(cited) for cited in statement.citations],
    }
