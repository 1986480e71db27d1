"""A pack in which every key of every kind of entry is set, and values of every sort to put in their place."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, cast

from bot.packs import read_pack
from tests.packs.editor import at, keys_of

if TYPE_CHECKING:
    from pathlib import Path

    from bot.packs.schema_values import Json

Row = dict[str, "Json"]
Whole = dict[str, "Json"]

_COMMON: Row = {
    "asks": ["What is asked?", "In which words?", "words of it"],
    "leaves_open": ["What is not said?"],
    "about": ["club"],
    "citations": ["report", {"source": "report", "locator": "page 3", "quote": "Word for word."}],
    "status": "live",
    "review_by": "2027-01-31",
    "note": "A remark.",
    "conflicts": ["other", {"entry": "other", "note": "Counted later."}],
    "related": ["other"],
    "refs": ["N001"],
}
_DATED: Row = {"period": "2023-02-17/2023-02-18"}
ROWS: dict[str, Row] = {
    "sources": {
        "id": "report",
        "publisher": "Chess club",
        "title": "Annual report",
        "author": "Ann Lee",
        "date": "2025-01",
        "url": "https://example.org/report?year=2024#members",
        "kind": "primary",
        "reliability": "high",
        "note": "A remark.",
        "status": "live",
    },
    "entities": {
        **_COMMON,
        **_DATED,
        "id": "club",
        "name": "Chess club",
        "kind": "club",
        "aliases": ["the club"],
        "description": "A club for people who play chess.",
        "part_of": ["town"],
        "stands_for": ["town"],
    },
    "facts": {**_COMMON, **_DATED, "id": "a", "statement": "The club is open on Tuesdays."},
    "figures": {
        **_COMMON,
        **_DATED,
        "id": "a",
        "metric": "members",
        "value": 48,
        "value_max": 50.5,
        "unit": "members",
        "qualifier": "at least",
        "place": "club",
        "counted_by": "club",
        "by": ["club"],
        "event": "club",
        "label": "members who came",
        "statement": "The club counted 48 members.",
    },
    "quotes": {
        **_COMMON,
        "id": "a",
        "words": "We have never been so many.",
        "speaker": "club",
        "role": "chair",
        "date": 2025,
        "occasion": "The annual meeting.",
    },
    "events": {
        **_COMMON,
        "id": "a",
        "title": "The club is founded",
        "statement": "It was.",
        "date": "1990-05",
    },
    "claims": {
        **_COMMON,
        **_DATED,
        "id": "a",
        "claim": "The club had 50 members.",
        "verdict": "contradicted",
        "differs": "The report counts 48.",
        "entries": ["other"],
    },
    "questions": {
        "question": "How many are they?",
        "expect": "other",
        "expect_all": ["other"],
        "split": "report",
        "kind": "short",
    },
}
SETTINGS: Row = {
    "id": "chess",
    "title": "Chess club",
    "description": "What the club is.",
    "language": "en",
    "as_of": "2025-01",
    "default_place": "club",
    "default_period": 2024,
    "synonyms": [["club", "society"]],
    "metrics": {
        "members": {
            "unit": "members",
            "words": ["members", "people"],
            "sentence": "{who} counted {value} members {where} {when}.",
            "question": "How many members did {who} count {when}?",
            "broader": "visitors",
        },
        "visitors": {"unit": "people", "sentence": "{value} came."},
    },
}
_REST: Whole = {
    "sources": [{"id": "report", "publisher": "Chess club", "title": "Annual report"}],
    "entities": [{"id": "club", "name": "Chess club"}, {"id": "town", "name": "Town"}],
    "facts": [
        {"id": "other", "statement": "It is.", "asks": ["Is it?", "was it", "it is"], "citations": ["report"]}
    ],
}
TEXTS: tuple[Json, ...] = (
    "",
    "  ",
    "a",
    "Two Words",
    "UPPER",
    "-x",
    "a_b-c",
    "line\nline\n\nline",
    "a\u0007b",
    "a\u202eb",
    "2023-13",
    "2023-11-31",
    "2023-02-17",
    "2023-01-01 / 2023-02",
    "0000",
    "2023-1",
    "https://example.org/a",
    "HTTP://x.org",
    "ftp://x.org",
    "https:// x.org",
    "{value} of {what}",
    "{value} {",
    "{{value}} and {value}",
    "{{value}}",
    "{when}",
    "draft",
    "supported",
    "at least",
    "tune",
)
OTHERS: tuple[Json, ...] = (
    None,
    0,
    7,
    -3,
    2.5,
    2023,
    99999,
    999_999_999_999_999_999,
    -1_000_000_000_000_000_000,
    True,
    [],
    ["a"],
    ["other", None],
    ["Two Words"],
    [["a"]],
    [""],
    [7],
    {},
    {"a": 1},
    [{"source": "report"}],
    [{"source": None}],
    [{"source": "report", "page": 3}],
    [{"note": "Said otherwise."}],
    [{"entry": None}],
    [{}],
)
ELSEWHERE = (
    "does not contain the number",
    "is less than the value",
    "names both",
    "has the same question",
    "nothing words this figure",
    "goes round in a circle",
    "in conflict with itself",
    "is taken by",
)
"""Faults that lie between two fields, or between an entry and the rest of the pack."""
_UNKNOWN = re.compile(r"there is no (?:source|entity|entry|metric) '[a-z0-9]+(?:[-_][a-z0-9]+)*'")
_NEEDED = {"sources": ("title", "url"), "claims": ("differs", "citations"), "questions": ("expect",)}


def with_row(section: str, row: Json) -> Whole:
    """Return a good pack to which one row is added."""
    whole: Whole = deepcopy(_REST) | {"metrics": SETTINGS["metrics"]}
    before = cast("list[Row]", whole.get(section, []))
    key = row.get("id") if isinstance(row, dict) else None
    return whole | {section: [*(each for each in before if each.get("id") != key), row]}


def bare(section: str) -> Row:
    """Return a row with only the keys that it needs."""
    needed = {*cast("list[str]", at("$defs", section)["required"]), *_NEEDED.get(section, ())}
    if section == "facts":
        needed.add("statement")
    return {key: value for key, value in ROWS[section].items() if key in needed}


def with_settings(settings: Row) -> Whole:
    """Return a good pack with other settings."""
    return deepcopy(_REST) | settings


def refused(folder: Path, whole: Whole) -> list[str]:
    """Return what the reader finds wrong with a pack in the files' own terms."""
    file = folder / "pack.yaml"
    file.unlink(missing_ok=True)  # to write over a file anew may wait for the disk each time
    file.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    return [
        str(problem)
        for problem in read_pack(file).problems
        if problem.severity == "error"
        and not any(part in problem.message for part in ELSEWHERE)
        and not _UNKNOWN.fullmatch(problem.message)
    ]


def limits(section: str, key: str) -> tuple[Json, ...]:
    """Return the longest text or list that a key takes, and one that is too long."""
    schema = keys_of(section)[key]
    longest, most = schema.get("maxLength"), schema.get("maxItems")
    if isinstance(longest, int):
        return ("x" * longest, "x" * (longest + 1))
    if isinstance(most, int):
        return ([f"w{number}" for number in range(most)], [f"w{number}" for number in range(most + 1)])
    return ("x" * 80, "x" * 81)
