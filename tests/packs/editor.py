"""A YAML file as an editor sees it: its values by YAML 1.2, judged by the JSON Schema of its kind."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Protocol, cast

from jsonschema import Draft202012Validator
from referencing import Resource
from referencing.jsonschema import EMPTY_REGISTRY

from bot.packs.nodes import Fields, Items, Node
from bot.packs.schema import file_name, schemas
from bot.packs.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from referencing.jsonschema import Schema as Referenced
    from referencing.jsonschema import SchemaRegistry

    from bot.packs.schema_values import Json, Schema

SCHEMAS: dict[str, Schema] = json.loads(json.dumps(schemas()))
WHOLE = SCHEMAS[file_name("pack")]
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


class Mark(Protocol):
    """What an editor marks as wrong."""

    message: str
    path: Iterable[str | int]


class Judge(Protocol):
    """One schema, ready to judge values."""

    def iter_errors(self, instance: object) -> Iterator[Mark]:
        """Yield what is wrong with a value."""
        ...

    def is_valid(self, instance: object) -> bool:
        """Whether nothing is wrong with a value."""
        ...


def _registry() -> SchemaRegistry:
    """Return the schemas by the names that they call each other by."""
    resources = ((name, Resource.from_contents(cast("Referenced", each))) for name, each in SCHEMAS.items())
    return EMPTY_REGISTRY.with_resources(resources)


_REGISTRY = _registry()


def judge(reference: str) -> Judge:
    """Return the judge by a schema, as in ``facts.schema.json`` or ``pack.schema.json#/$defs/facts``."""
    return cast("Judge", Draft202012Validator({"$ref": reference}, registry=_REGISTRY))


def faults(file: str, text: str) -> list[str]:
    """Return what an editor would mark in a file of a pack."""
    path = PurePosixPath(file)
    kind = path.parts[0] if len(path.parts) > 1 else path.stem
    name = file_name(kind)
    if name not in SCHEMAS:
        name = file_name("pack")
    return [f"{file} {list(error.path)}: {error.message}" for error in judge(name).iter_errors(values(text))]


def values(text: str) -> Json:
    """Return what YAML 1.2 reads in a text."""
    root = read_tree(text).root
    assert root is not None
    return _value(root)


def at(*path: str | int) -> Schema:
    """Return what stands at a path inside the schema of a whole pack."""
    found: Json = WHOLE
    for step in path:
        found = cast("Mapping[str | int, Json]", found)[step]
    return cast("Schema", found)


def keys_of(section: str) -> Mapping[str, Schema]:
    """Return the schemas of the keys of one row of a section."""
    return cast("Mapping[str, Schema]", at("$defs", section, "properties"))


def described(schema: Json) -> Iterator[tuple[str, Schema]]:
    """Yield every key of every mapping that a schema describes, with its schema."""
    if isinstance(schema, dict):
        if schema.get("additionalProperties") is False:
            yield from cast("Mapping[str, Schema]", schema["properties"]).items()
        for each in schema.values():
            yield from described(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from described(each)


def _value(node: Node) -> Json:
    """Return the value of a node by the core schema of YAML 1.2."""
    if isinstance(node, Items):
        return [_value(item) for item in node.items]
    if isinstance(node, Fields):
        return {key: _value(value) for key, value in node.values.items()}
    if node.is_null or not node.plain:
        return None if node.is_null else node.text
    if node.text in _BOOLEANS:
        return _BOOLEANS[node.text]
    if _WHOLE.fullmatch(node.text):
        return int(node.text)
    return float(node.text) if _DECIMAL.fullmatch(node.text) else node.text
