"""PURE: JSON Schemas of single values and lists, which accept what ``scalars`` and ``rows`` accept.

A text may be written like a number (``title: 2023``), and a field that may be left out may be null. So a
text is described by what it must not be; naming the types would make editors offer ``true`` and ``null``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from bot.packs import limits

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | float | bool | None"
Schema: TypeAlias = "Mapping[str, Json]"

_HIDDEN: Final = (
    r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f"
    r"\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
)
_TEXT: Final = rf"^(?=\s*\S)[^{_HIDDEN}]*$"
_ID: Final = "^[a-z0-9]+(?:[-_][a-z0-9]+)*$"
_LONG_MONTHS, _SHORT_MONTHS = "(?:0[13578]|1[02])", "(?:0[469]|11)"
_MONTH: Final = "(?:0[1-9]|1[0-2])"
_YEAR: Final = "(?!0000)[0-9]{4}"
_DAY: Final = (
    rf"(?:{_LONG_MONTHS}-(?:0[1-9]|[12][0-9]|3[01])|{_SHORT_MONTHS}-(?:0[1-9]|[12][0-9]|30)"
    r"|02-(?:0[1-9]|[12][0-9]))"
)
_DATE: Final = rf"{_YEAR}(?:-(?:{_DAY}|{_MONTH}))?"
_PERIOD: Final = rf"^\s*{_DATE}\s*(?:/\s*{_DATE}\s*)?$"
_WEB: Final = r"^\s*[hH][tT][tT][pP][sS]?://[^\s/?#]+\S*\s*$"
_PIECE: Final = r"(?:[^{{}}{hidden}]|\{{\{{|\}}\}}|\{{(?:{names})\}})*"


WRITTEN: Final[Schema] = {
    "text": {"pattern": _TEXT, "patternErrorMessage": "Write a text, without control characters."},
    "id": {
        "pattern": _ID,
        "patternErrorMessage": "Write lower-case words joined by - or _, as in ned-price.",
        "maxLength": limits.ID,
        "minimum": 0,
        "multipleOf": 1,
    },
    "period": {
        "pattern": _PERIOD,
        "patternErrorMessage": "Write 2023, 2023-02 or 2023-02-17, or two of them joined by /.",
        "minimum": 1000,
        "maximum": 9999,
        "multipleOf": 1,
    },
    "day": {
        "pattern": rf"^{_YEAR}-{_DAY}$",
        "patternErrorMessage": "Write a whole date, as in 2027-01-31.",
    },
}
"""How values are written, to stand below ``$defs``; a year is a number in YAML, and so may be an id."""


def text(about: str, most: int) -> Schema:
    """Return the schema of a text of at most ``most`` characters."""
    return {**_scalar(about), "$ref": "#/$defs/text", "maxLength": most}


def identifier(about: str) -> Schema:
    """Return the schema of an id, or of a reference to one."""
    return {**_scalar(about), "$ref": "#/$defs/id"}


def address(about: str) -> Schema:
    """Return the schema of a web address."""
    written: Schema = {"pattern": _WEB, "patternErrorMessage": "Begin it with https://."}
    return {**_scalar(about, "number", "boolean"), **written, "maxLength": limits.URL}


def template(about: str, *names: str, needed: str | None = None) -> Schema:
    """Return the schema of a text in which ``{name}`` stands for something; ``needed`` must be there."""
    piece = _PIECE.format(names="|".join(names), hidden=_HIDDEN)
    pattern = rf"{piece}\{{{needed}\}}{piece}" if needed else piece
    places = " ".join(f"{{{name}}}" for name in names)
    hint = f"Write a text with {places}" + (f"; {{{needed}}} must be there." if needed else ".")
    written: Schema = {"pattern": rf"^(?=\s*\S){pattern}$", "patternErrorMessage": hint}
    refused = ("number", "boolean") if needed else ()
    return {**_scalar(about, *refused), **written, "maxLength": limits.TEMPLATE}


def choice(about: str, *words: str, default: str | None = None) -> Schema:
    """Return the schema of one of a few words."""
    return {"description": about, "enum": words, **({"default": default} if default else {})}


def number(about: str) -> Schema:
    """Return the schema of a number."""
    return {
        "description": about,
        "type": "number",
        "minimum": -limits.LARGEST,
        "maximum": limits.LARGEST,
    }


def period(about: str) -> Schema:
    """Return the schema of a partial date or a span of two."""
    return {**_scalar(about, "boolean"), "$ref": "#/$defs/period"}


def day(about: str) -> Schema:
    """Return the schema of one whole date."""
    return {**_scalar(about, "number", "boolean"), "$ref": "#/$defs/day"}


def many(about: str, item: Schema, most: int | None = None) -> Schema:
    """Return the schema of a list of at most ``most`` items."""
    bound: Schema = {"maxItems": most} if most else {}
    return {"description": about, "type": "array", "items": item, **bound}


def fields(about: str, known: Mapping[str, Schema], *needed: str) -> Schema:
    """Return the schema of a mapping; what is not ``needed`` may also be null."""
    return {
        "description": about,
        "type": "object",
        "properties": {name: each if name in needed else optional(each) for name, each in known.items()},
        "required": needed,
        "additionalProperties": False,
    }


def optional(schema: Schema) -> Schema:
    """Return the schema of the same value, or null."""
    if "not" in schema:
        return {
            **schema,
            "not": {"type": [kind for kind in _listed(schema["not"], "type") if kind != "null"]},
        }
    if "enum" in schema:
        return {**schema, "enum": [*_listed(schema, "enum"), None]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*_listed(schema, "anyOf"), {"type": "null"}]}
    return {**schema, "type": [schema["type"], "null"]}


def _listed(schema: Json, key: str) -> Sequence[Json]:
    """Return the list below a key."""
    found = schema[key] if isinstance(schema, Mapping) else None
    return found if isinstance(found, list | tuple) else ()


def _scalar(about: str, *refused: str) -> Schema:
    """Return the schema of a single value, which besides may not be of the ``refused`` types."""
    return {"description": about, "not": {"type": ["array", "object", "null", *refused]}}
