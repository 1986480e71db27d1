"""Makes docs/coverage.md: for each id of the research notes, the entries that carry it, or why none does.

It ends with 1, and says where, when the pack differs from the notes'
numbers, dates and sources as docs/dossier/index.json has them.
"""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml
from pydantic import BaseModel

from bot.commands.exits import DONE, PROBLEMS
from bot.commands.running import told
from bot.commands.scripts import CommandLine
from bot.knowledge.model import Claim, Entry, Event, Fact, Figure, Pack
from bot.knowledge.periods import Period
from bot.knowledge.wording import numbers_in
from bot.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS: Final = Path(__file__).parent
PACK: Final = DOCS.parent / "knowledge" / "dialogue"
PAGE: Final = DOCS / "coverage.md"
_SECTIONS: Final = {
    "F": "Facts",
    "N": "Figures",
    "Q": "Quotations",
    "E": "Events",
    "entity": "Entities",
    "SC": "Claims of the article",
}
_LETTERS: Final = re.compile(r"entity(?=:)|[A-Z]+")


class Note(BaseModel):
    """What is comparable of one research note: numbers, partial dates, ids of sources, a verdict."""

    numbers: list[str] = []
    dates: list[str] = []
    sources: list[str] = []
    against: list[str] = []
    """Sources that say otherwise."""
    verdict: str | None = None
    facts: list[str] = []


class Document(BaseModel):
    """A source of the notes."""

    url: str | None
    date: str | None


class Notes(BaseModel):
    """The index of the research notes, by id."""

    notes: dict[str, Note]
    sources: dict[str, Document]
    leads: dict[str, str]


class Reasons(BaseModel):
    """Why a note, a date or a number of it is not in the pack, by id."""

    left_out: dict[str, str]
    dates: dict[str, str]
    numbers: dict[str, dict[str, str]]
    leads: str


def main() -> None:
    """Write the page; end with 1 when the pack differs from the notes."""
    CommandLine(__doc__).parse_args()
    notes, reasons, pack = read_notes(), read_reasons(), load_pack(PACK, questions=False)
    PAGE.write_text(page(pack, notes, reasons), encoding="utf-8")
    found = list(differences(pack, notes, reasons))
    sys.stderr.write("".join(f"{line}\n" for line in found))
    raise SystemExit(PROBLEMS if found else DONE)


def read_notes() -> Notes:
    """Read the index of the research notes."""
    return Notes.model_validate_json((DOCS / "dossier" / "index.json").read_text(encoding="utf-8"))


def read_reasons() -> Reasons:
    """Read why some of it is not in the pack."""
    text = (DOCS / "dossier" / "reasons.yaml").read_text(encoding="utf-8")
    return Reasons.model_validate(yaml.load(text, yaml.CSafeLoader))


def carriers(pack: Pack) -> dict[str, list[Entry]]:
    """Return the entries that carry each note."""
    found: dict[str, list[Entry]] = {}
    for entry in pack.entries.values():
        for ref in entry.refs:
            found.setdefault(ref, []).append(entry)
    return found


def differences(pack: Pack, notes: Notes, reasons: Reasons) -> Iterator[str]:
    """Yield whatever of the notes the pack does not have as they have it, and reasons that are none."""
    carried = carriers(pack)
    for key, note in notes.notes.items():
        entries = carried.get(key, [])
        if bool(entries) == (key in reasons.left_out):
            yield f"{key}: " + (
                "left out for a reason, but there" if entries else "neither there nor left out"
            )
        for entry in entries:
            yield from (f"{key}: {entry.id}: {what}" for what in _unlike(entry, key, note, reasons))
            yield from (f"{key}: {entry.id}: {what}" for what in _uncited(entry, note, pack))
        if note.facts and not _decided(entries, {each.id for fact in note.facts for each in carried[fact]}):
            yield f"{key}: none of {', '.join(note.facts)} decides it"
    for key, document in notes.sources.items():
        source = pack.sources.get(key)
        if source is None or source.url != document.url or source.date != _period(document.date):
            yield f"{key}: another address or date than the notes have, or no such source"
    yield from (f"{ref}: no note has this id" for ref in carried if ref not in notes.notes)


def _unlike(entry: Entry, key: str, note: Note, reasons: Reasons) -> Iterator[str]:
    """Yield numbers, dates and the verdict that an entry has not or has otherwise."""
    excused = reasons.numbers.get(key, {})
    stated = _numbers(entry)
    for number in note.numbers:
        if (Decimal(number) in stated) == (number in excused):
            yield f"the number {number} is {'there' if number in excused else 'missing'}"
    for text in note.dates:
        if _dated(entry, text) == (key in reasons.dates):
            yield f"the date is {entry.period}, in the notes {text}"
    if note.verdict is not None and isinstance(entry, Claim) and entry.verdict != note.verdict:
        yield f"the verdict is {entry.verdict}, in the notes {note.verdict}"


def _uncited(entry: Entry, note: Note, pack: Pack) -> Iterator[str]:
    """Yield sources that an entry does not cite; those against it may stand where it is contradicted."""
    cited = {citation.source for citation in entry.citations}
    yield from (f"{source} is not cited" for source in note.sources if source not in cited)
    rivals = (pack.entries[rival] for rival in pack.rivals.get(entry.id, ()))
    cited.update(citation.source for rival in rivals for citation in rival.citations)
    yield from (f"{source}, against it, is not cited" for source in note.against if source not in cited)


def _numbers(entry: Entry) -> set[Decimal]:
    """Return the numbers of an entry: a figure's own, of another entry those in its words."""
    match entry:
        case Figure():
            return {Decimal(str(value)) for value in (entry.value, entry.value_max) if value is not None}
        case Fact():
            texts = [entry.statement, entry.note]
        case Event():
            texts = [entry.title, entry.statement]
        case Claim():
            texts = [entry.claim]
        case _:
            texts = []
    return numbers_in(" ".join(text for text in texts if text))


def _dated(entry: Entry, text: str) -> bool:
    """Whether an entry has a date of the notes; a fact may be dated more or less narrowly."""
    noted = Period.parse(text)
    if entry.period is None or not isinstance(entry, Fact):
        return entry.period == noted
    return entry.period.contains(noted) or noted.contains(entry.period)


def _decided(entries: list[Entry], facts: set[str]) -> bool:
    """Whether a claim rests on one of the facts that the notes name."""
    return any(isinstance(entry, Claim) and facts.intersection(entry.entries) for entry in entries)


def _period(date: str | None) -> Period | None:
    """Read a date that may be missing."""
    return None if date is None else Period.parse(date)


def page(pack: Pack, notes: Notes, reasons: Reasons) -> str:
    """Return the page: a table for each kind of note, then the exceptions with their reasons."""
    carried = carriers(pack)
    lines = [
        "# What of the research is in the pack",
        "",
        "Every id of the research notes, with the entries that carry it (their `refs`), or the reason why",
        "none does. `python docs/make_coverage.py` writes this page and compares every number, date, source",
        "and address of the notes with the entries; a test holds both. Entries are in `knowledge/dialogue`.",
    ]
    for letters, title in _SECTIONS.items():
        ids = [key for key in notes.notes if _kind(key) == letters]
        missing = sum(key not in carried for key in ids)
        lines += ["", f"## {title}", "", f"{len(ids) - missing} of {len(ids)} are in the pack.", ""]
        lines += ["| id | entries |", "|---|---|"]
        lines += [f"| {key.removeprefix('entity:')} | {_cell(key, carried, reasons)} |" for key in ids]
    lines += ["", "## Dates and numbers that differ, and why", "", "| id | what | why |", "|---|---|---|"]
    lines += [
        f"| {key} | {', '.join(notes.notes[key].dates)} | {why} |" for key, why in reasons.dates.items()
    ]
    lines += [
        f"| {key} | {number} | {why} |"
        for key, each in reasons.numbers.items()
        for number, why in each.items()
    ]
    lines += ["", "## Sources", "", f"{len(notes.sources)} of {len(notes.sources)} are in the pack."]
    lines += ["", "## Leads", "", reasons.leads, "", *(f"- {url}" for url in notes.leads.values())]
    return "\n".join(lines) + "\n"


def _cell(key: str, carried: dict[str, list[Entry]], reasons: Reasons) -> str:
    """Return the entries that carry a note, or why there are none."""
    entries = carried.get(key, [])
    return ", ".join(f"`{entry.id}`" for entry in entries) or f"left out: {reasons.left_out.get(key, '?')}"


def _kind(key: str) -> str:
    """Return the letters with which the ids of one kind of note begin."""
    found = _LETTERS.match(key)
    return found[0] if found else ""


if __name__ == "__main__":
    told(main)
