"""All of the research notes is in the pack, with its numbers, dates and sources, or left out for a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.knowledge.model import Entry, Pack
from bot.packs import load_pack
from docs.make_coverage import PACK, PAGE, Document, Note, Notes, differences, page, read_notes, read_reasons

LIVE = load_pack(PACK, questions=False)
NOTES = read_notes()
REASONS = read_reasons()


def without(entry_id: str, **fields: object) -> Pack:
    """Return the pack with some fields of one entry changed."""
    changed: Entry = replace(LIVE.entries[entry_id], **fields)
    return replace(LIVE, entries=LIVE.entries | {entry_id: changed})


def noted(key: str, **fields: object) -> Notes:
    """Return the notes with some fields of one note changed."""
    note = NOTES.notes.get(key, Note()).model_copy(update=fields)
    return NOTES.model_copy(update={"notes": NOTES.notes | {key: note}})


def test_the_notes_number_what_the_dossier_numbers() -> None:
    counts = {letters: sum(key.startswith(letters) for key in NOTES.notes) for letters in "FNQS"}

    assert counts == {"F": 135, "N": 129, "Q": 41, "S": 30}
    assert sum(key[0] == "E" for key in NOTES.notes) == 65
    assert sum(key.startswith("entity:") for key in NOTES.notes) == 57


def test_the_pack_has_everything_as_the_notes_have_it() -> None:
    assert list(differences(LIVE, NOTES, REASONS)) == []


def test_the_page_is_that_of_the_pack() -> None:
    kept = PAGE.read_text(encoding="utf-8")

    assert kept == page(LIVE, NOTES, REASONS), "run: python docs/make_coverage.py"
    assert [key for key in NOTES.notes if f"\n| {key.removeprefix('entity:')} | " not in kept] == []
    assert "?" not in kept


@pytest.mark.parametrize(
    ("key", "fields", "said"),
    [
        ("N002", {"numbers": ["143"]}, "the number 143 is missing"),
        ("F041", {"numbers": ["12345"]}, "the number 12345 is missing"),
        ("N002", {"dates": ["2023-02"]}, "the date is 2023-01, in the notes 2023-02"),
        ("Q01", {"dates": ["2023-02-16"]}, "the date is 2023-02-15, in the notes 2023-02-16"),
        ("E01", {"dates": ["2006-01"]}, "the date is 2006-01-10, in the notes 2006-01"),
        ("F001", {"dates": ["2024"]}, "the date is 2023-03-06/2023-03-07, in the notes 2024"),
        ("F001", {"sources": ["seed-article"]}, "seed-article is not cited"),
        ("F001", {"against": ["seed-article"]}, "seed-article, against it, is not cited"),
        ("SC01", {"verdict": "contradicted"}, "the verdict is supported, in the notes contradicted"),
        ("SC01", {"facts": ["F040"]}, "none of F040 decides it"),
        ("F136", {}, "neither there nor left out"),
    ],
)
def test_what_the_notes_have_otherwise_is_found(key: str, fields: dict[str, object], said: str) -> None:
    (found,) = differences(LIVE, noted(key, **fields), REASONS)

    assert found.startswith(f"{key}: ")
    assert found.endswith(said)


def test_another_address_or_date_of_a_source_is_found() -> None:
    other = Document(url="https://example.org", date="2023-03-07")
    notes = NOTES.model_copy(update={"sources": NOTES.sources | {"dawn-20230307": other, "new": other}})

    assert [line.partition(":")[0] for line in differences(LIVE, notes, REASONS)] == ["dawn-20230307", "new"]


def test_a_note_that_is_left_out_for_a_reason_and_there_after_all_is_found() -> None:
    there = without("nacta-role", refs=("F122", "F110"))

    assert next(differences(there, NOTES, REASONS)) == "F110: left out for a reason, but there"


def test_a_reference_to_no_note_is_found() -> None:
    assert list(differences(without("nacta-role", refs=("F122", "F999")), NOTES, REASONS)) == [
        "F999: no note has this id"
    ]


def test_a_reason_for_what_no_longer_differs_is_found() -> None:
    reasons = REASONS.model_copy(update={"dates": REASONS.dates | {"F001": "None."}})

    (found,) = differences(LIVE, NOTES, reasons)

    assert found.startswith("F001: ")
