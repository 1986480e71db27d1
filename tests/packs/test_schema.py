"""The schema by which editors check and the reader say the same, in both directions."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bot.packs import read_pack
from bot.packs.collecting import SECTIONS, section_of
from bot.packs.schema import file_name, schemas
from bot.packs.schema_values import Json
from tests.packs.editor import SCHEMAS, WHOLE, at, described, faults, judge, keys_of
from tests.packs.rich_pack import (
    OTHERS,
    ROWS,
    SETTINGS,
    TEXTS,
    Row,
    bare,
    limits,
    refused,
    with_row,
    with_settings,
)
from tests.packs.shelves import GOOD

ROOT = Path(__file__).parents[2]
KNOWLEDGE = ROOT / "knowledge"
PACK = KNOWLEDGE / "dialogue"
FIELDS = [
    (section, key)
    for section, row in ROWS.items()
    for key in row
    if section == "facts" or key not in ROWS["facts"] or key == "id"  # what all entries share is read once
]
WRITTEN_BY_HAND = [
    path
    for path in sorted(PACK.rglob("*.yaml"))
    if file_name(section_of(path.relative_to(PACK).as_posix())) in SCHEMAS
]
BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_the_schemas_are_sound_json_schema() -> None:
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)


def test_the_schemas_in_the_repository_are_those_of_the_program() -> None:
    kept = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in KNOWLEDGE.glob("schema/*")}

    assert kept == json.loads(json.dumps(schemas())), "run: bot schema --output knowledge/schema"


def test_every_key_tells_an_author_what_it_means() -> None:
    found = list(described(WHOLE))

    assert len(found) > 100
    assert [
        name for name, schema in found if not str(schema.get("description", "")).endswith((".", "?"))
    ] == []


def test_every_section_of_the_pack_has_a_schema() -> None:
    assert {section_of(path.relative_to(PACK).as_posix()) for path in WRITTEN_BY_HAND} == {"pack", *SECTIONS}
    assert {file_name(kind) for kind in ("pack", *SECTIONS)} == SCHEMAS.keys()


@pytest.mark.sweep
@pytest.mark.parametrize("path", WRITTEN_BY_HAND, ids=lambda path: path.relative_to(PACK).as_posix())
def test_every_file_of_the_pack_names_its_schema_and_keeps_to_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    name = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)

    assert name is not None
    assert (path.parent / name[1]).resolve().parent == KNOWLEDGE / "schema"
    assert (path.parent / name[1]).is_file()
    assert faults(path.relative_to(PACK).as_posix(), text) == []


@pytest.mark.parametrize("file", GOOD)
def test_files_that_the_reader_takes_keep_to_their_schema(file: str) -> None:
    assert faults(file, GOOD[file]) == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_packs_in_the_documentation_keep_to_the_schema(page: str) -> None:
    blocks = BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))

    assert [faults("pack.yaml", block) for block in blocks if block.startswith("title:")] == [[]]


@pytest.mark.parametrize("section", ROWS)
def test_a_row_in_which_every_key_is_set_is_good_to_both(section: str, tmp_path: Path) -> None:
    row = ROWS[section]

    assert row.keys() | ({"answer"} if section == "facts" else set()) == keys_of(section).keys()
    assert [error.message for error in judge(f"pack.schema.json#/$defs/{section}").iter_errors(row)] == []
    assert refused(tmp_path, with_row(section, row)) == []


@pytest.mark.parametrize("section", ROWS)
def test_reader_and_schema_know_the_same_keys(section: str, tmp_path: Path) -> None:
    row = ROWS[section] | {"zzzzzzzz": 1}

    (said,) = refused(tmp_path, with_row(section, row))

    assert set(said.rpartition("; use ")[2].split(", ")) == keys_of(section).keys()
    assert not judge(f"pack.schema.json#/$defs/{section}").is_valid(row)


def test_reader_and_schema_know_the_same_settings(tmp_path: Path) -> None:
    (said,) = refused(tmp_path, with_settings(SETTINGS | {"zzzzzzzz": 1}))

    assert set(said.rpartition("; use ")[2].split(", ")) == cast("Row", WHOLE["properties"]).keys()
    assert not judge("pack.schema.json").is_valid(SETTINGS | {"zzzzzzzz": 1})


def test_reader_and_schema_know_the_same_keys_of_a_metric(tmp_path: Path) -> None:
    metric = cast("Row", cast("Row", SETTINGS["metrics"])["members"])
    changed = SETTINGS | {"metrics": {"members": metric | {"zzzzzzzz": 1, "broader": None}}}

    (said,) = refused(tmp_path, with_settings(changed))

    known = cast("Row", at("properties", "metrics", "additionalProperties")["properties"]).keys()
    assert set(said.rpartition("; use ")[2].split(", ")) == known == metric.keys()
    assert not judge("pack.schema.json").is_valid(changed)


@pytest.mark.parametrize(
    ("field", "value", "known"),
    [
        ("citations", {"source": "report"}, ["source", "locator", "quote"]),
        ("conflicts", {"entry": "other"}, ["entry", "note"]),
    ],
)
def test_reader_and_schema_know_the_same_keys_of_a_citation_and_a_conflict(
    field: str, value: Row, known: list[str], tmp_path: Path
) -> None:
    row = ROWS["facts"] | {field: [value | {"zzzzzzzz": 1}]}

    (said,) = refused(tmp_path, with_row("facts", row))

    assert said.rpartition("; use ")[2].split(", ") == known
    inner = at("$defs", "facts", "properties", field, "items", "anyOf", 1)
    assert list(cast("Row", inner["properties"])) == known
    assert not judge("pack.schema.json#/$defs/facts").is_valid(row)


@pytest.mark.sweep
@pytest.mark.parametrize(("section", "key"), FIELDS)
def test_reader_and_schema_agree_on_every_value_of_every_key(section: str, key: str, tmp_path: Path) -> None:
    schema = judge(f"pack.schema.json#/$defs/{section}")
    unlike: list[tuple[Json, bool, list[str]]] = []
    for value in (*TEXTS, *OTHERS, *limits(section, key)):
        row = bare(section) | {key: value}
        said = refused(tmp_path, with_row(section, row))
        if schema.is_valid(row) != (not said):
            unlike.append((value, schema.is_valid(row), said))

    assert unlike == []


@pytest.mark.sweep
@pytest.mark.parametrize("key", SETTINGS)
def test_reader_and_schema_agree_on_every_value_of_every_setting(key: str, tmp_path: Path) -> None:
    schema = judge("pack.schema.json")
    unlike: list[tuple[Json, bool, list[str]]] = []
    for value in (*TEXTS, *OTHERS):
        said = refused(tmp_path, with_settings(SETTINGS | {key: value}))
        if schema.is_valid(SETTINGS | {key: value}) != (not said):
            unlike.append((value, schema.is_valid(SETTINGS | {key: value}), said))

    assert unlike == []


@pytest.mark.sweep
@pytest.mark.parametrize("key", ["unit", "words", "sentence", "question", "broader"])
def test_reader_and_schema_agree_on_every_value_of_a_metric(key: str, tmp_path: Path) -> None:
    schema = judge("pack.schema.json")
    metrics = cast("Row", SETTINGS["metrics"])
    unlike: list[tuple[Json, bool, list[str]]] = []
    for value in (*TEXTS, *OTHERS):
        changed = SETTINGS | {
            "metrics": metrics | {"members": cast("Row", metrics["members"]) | {key: value}}
        }
        said = refused(tmp_path, with_settings(changed))
        if schema.is_valid(changed) != (not said):
            unlike.append((value, schema.is_valid(changed), said))

    assert unlike == []


@pytest.mark.parametrize("section", ROWS)
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_reader_and_schema_agree_on_which_keys_may_be_left_out_or_null(
    section: str, tmp_path: Path, data: st.DataObject
) -> None:
    row: Row = {}
    for key, value in (ROWS[section] | ({"answer": "It is."} if section == "facts" else {})).items():
        how = data.draw(st.sampled_from(["kept", "kept", "null", "left out"]), label=key)
        if how != "left out":
            row[key] = None if how == "null" else value

    said = refused(tmp_path, with_row(section, row))

    assert judge(f"pack.schema.json#/$defs/{section}").is_valid(row) == (not said), said


def test_a_list_of_a_section_may_also_be_a_file_of_sections(tmp_path: Path) -> None:
    text = "sources: [{id: s, publisher: P, title: T}]\nevents: []\n"
    (tmp_path / "facts.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "pack.yaml").write_text("title: P\n", encoding="utf-8")

    assert [problem.message for problem in read_pack(tmp_path).problems] == ["the pack has no entry"]
    assert faults("facts.yaml", text) == []
    assert faults("facts.yaml", "title: P\n" + text) != []
