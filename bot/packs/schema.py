"""PURE: the JSON Schemas of a pack's files, one for each kind of file, by which editors complete and check.

They say what one file can say. That ids exist, that days are in the calendar and spans end after they
begin, and that a figure's sentence holds its number, only ``bot check`` knows.
"""

from __future__ import annotations

from typing import Final

from bot.packs import schema_fields as known
from bot.packs.limits import MOST_ROWS
from bot.packs.schema_values import WRITTEN, Schema, fields, many

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_SOME: Final[Schema] = {"not": {"type": "null"}, "minItems": 1}
_CITED: Final[Schema] = {"required": ["citations"], "properties": {"citations": _SOME}}


def schemas() -> dict[str, Schema]:
    """Return the schemas by file name: ``pack`` of settings or a whole pack, and one for each section.

    Those of the sections refer to that of the pack, so they must lie in one folder.
    """
    whole = file_name("pack")
    rows = _rows("")
    kinds = {**WRITTEN, **_kinds(), "sections": fields("Sections as lists, without settings.", rows)}
    found: dict[str, Schema] = {
        whole: {
            "$schema": DIALECT,
            "title": "A pack, or its settings",
            **fields("A pack: its settings, and sections as lists.", {**known.SETTINGS, **rows}),
            "$defs": kinds,
        }
    }
    for section, about in _LISTS.items():
        found[file_name(section)] = {
            "$schema": DIALECT,
            "title": about.split(".", maxsplit=1)[0],
            "anyOf": [_rows(whole)[section], {"$ref": f"{whole}#/$defs/sections"}],
        }
    return found


def _rows(file: str) -> dict[str, Schema]:
    """Return the schema of each section's list, whose rows are defined in ``file``."""
    return {
        section: many(about, {"$ref": f"{file}#/$defs/{section}"}, MOST_ROWS)
        for section, about in _LISTS.items()
    }


def file_name(kind: str) -> str:
    """Return the name of the schema file of a section, or of ``pack``."""
    return f"{kind}.schema.json"


_LISTS: Final[dict[str, str]] = {
    "sources": "Sources. Documents that entries cite.",
    "entities": "Entities. Bodies, people, places, events and terms that other entries name.",
    "facts": "Facts. Sourced statements.",
    "figures": "Figures. Sourced numbers; their questions follow from their fields.",
    "quotes": "Quotations. Words of a named speaker, word for word.",
    "events": "Events. What happened, and when.",
    "claims": "Claims. What a given text claims, and what the sources say of it.",
    "questions": "Questions. They measure answers and shape none.",
}


def _kinds() -> dict[str, Schema]:
    """Return the schema of one row of each section."""
    cited = {"allOf": [_CITED]}
    return {
        "sources": _source(),
        "entities": _entity(),
        "facts": _fact(),
        "figures": {
            **fields("A sourced number.", known.FIGURE, "id", "metric", "value", "unit", "citations"),
            **cited,
        },
        "quotes": {**fields("A quotation.", known.QUOTE, "id", "words", "speaker", "citations"), **cited},
        "events": {**fields("An event.", known.EVENT, "id", "title", "citations"), **cited},
        "claims": _claim(),
        "questions": {
            **fields("A question.", known.QUESTION, "question"),
            "anyOf": [{"required": ["expect"]}, {"required": ["expect_all"]}],
        },
    }


def _source() -> Schema:
    """Return the schema of a source, which has a title or an address."""
    return {
        **fields("A document.", known.SOURCE, "id", "publisher"),
        "anyOf": [_written("title"), _written("url")],
    }


def _entity() -> Schema:
    """Return the schema of an entity, whose description needs a source."""
    what = fields("A body, person, place, event or term.", known.ENTITY, "id", "name")
    return {**what, "if": _written("description"), "then": _CITED}


def _fact() -> Schema:
    """Return the schema of a fact, which goes by one of two words for its statement."""
    return {
        **fields("A sourced statement.", known.FACT, "id", "statement", "answer", "citations"),
        "required": ["id", "citations"],
        "oneOf": [{"required": ["statement"]}, {"required": ["answer"]}],
        "allOf": [_CITED],
    }


def _claim() -> Schema:
    """Return the schema of a claim: it says how sources differ, and rests on entries or on sources."""
    decided: Schema = {"required": ["entries"], "properties": {"entries": _SOME}}
    return {
        **fields("A claim and its verdict.", known.CLAIM, "id", "claim", "verdict"),
        "if": {"properties": {"verdict": {"const": "supported"}}},
        "else": _written("differs"),
        "anyOf": [_CITED, decided],
    }


def _written(name: str) -> Schema:
    """Return what is true of a row in which a field is set, and not to null."""
    return {"required": [name], "properties": {name: {"not": {"type": "null"}}}}
