"""PURE: what of a pack was found in the texts of its sources, in words: counted, and listed in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.knowledge.proving import NOUNS, in_words, standings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.knowledge.model import Pack
    from bot.knowledge.proof import Part
    from bot.knowledge.proving import Outcome, State

_TITLES: Final[Mapping[State, str]] = {
    "no text": "Not proved yet, for want of a text",
    "proved": "Found in the text of a source",
    "not found": "Not found in the texts there are",
    "changed": "Changed since it was proved",
}
"""The states in the order in which they are listed: what needs a look comes last, where it is seen."""
_MOST_SOURCES: Final = 3


def tally(pack: Pack) -> str:
    """Say how much of a pack is proved, or nothing where nothing can be."""
    totals: dict[Part, list[bool]] = {}
    for standing in standings(pack):
        first = standing.choices[0]
        if first.entry.status != "withdrawn":
            totals.setdefault(first.part, []).append(bool(standing.proofs))
    if not totals:
        return ""
    counts = ", ".join(f"{sum(done)} of {len(done)} {NOUNS[part]}s" for part, done in totals.items())
    return f"Found in the text of a source: {counts}; bot verify lists them"


def listed(outcomes: Iterable[Outcome]) -> Iterator[tuple[str, list[str]]]:
    """Yield a heading and the lines below it for each state that anything is in."""
    rows: dict[State, list[str]] = {state: [] for state in _TITLES}
    for outcome in outcomes:
        rows[outcome.state].append(_line(outcome))
    for state, lines in rows.items():
        if lines:
            yield f"{_TITLES[state]} ({len(lines)}):", lines


def _line(outcome: Outcome) -> str:
    """Say where one thing was found, and where and why not."""
    first = outcome.standing.choices[0]
    said = [f"{proof.source} on {in_words(proof.day)}" for proof in outcome.proofs]
    lost = {proof.source for proof in outcome.lost}
    for source, why in outcome.why_not.items():
        said.append(f"{source}: {why}" + (" any more" if source in lost else ""))
    if outcome.no_text and not outcome.proofs:
        more = len(outcome.no_text) - _MOST_SOURCES
        names = ", ".join(outcome.no_text[:_MOST_SOURCES]) + (f" and {more} more" if more > 0 else "")
        said.append(f"no text of {names}")
    return f"{first.entry.id} ({NOUNS[first.part]}): {'; '.join(said)}"
