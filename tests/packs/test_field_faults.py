"""Slips in single fields: each reported once, at its place, with the way to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.packs.shelves import GOOD, changed, said

if TYPE_CHECKING:
    from pathlib import Path

FACTS = "facts/dialogue.yaml"
FIGURES = "figures/deaths.yaml"


def test_a_near_miss_of_a_key_names_the_right_one(tmp_path: Path) -> None:
    assert said(tmp_path, changed(FIGURES, "qualifier:", "qualifer:")) == [
        "figures/deaths.yaml:5:3: error: qualifer: there is no key 'qualifer'; did you mean 'qualifier'?"
    ]


def test_a_key_that_is_near_to_nothing_names_all_keys(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, changed("quotes.yaml", "date:", "xyzzy:"))

    assert problem.startswith("quotes.yaml:4:3: error: xyzzy: there is no key 'xyzzy'; use id, asks,")


@pytest.mark.parametrize("written", ["7 March", "2023-13", "2023-02-30", "2023-03-07/2023-03-06", "[2023]"])
def test_a_bad_date_is_a_problem_of_its_field(tmp_path: Path, written: str) -> None:
    (problem,) = said(tmp_path, changed("events.yaml", "2023-03-06", written))

    assert problem.startswith("events.yaml:3:9: error: date: ")


@pytest.mark.parametrize("written", ["2023", "2023-02-30", "soon"])
def test_a_review_date_is_a_whole_day(tmp_path: Path, written: str) -> None:
    (problem,) = said(tmp_path, changed("events.yaml", "date:", f"review_by: {written}\n  date:"))

    assert "review_by" in problem
    assert "is no day of the calendar; write a whole date, as in 2027-01-31" in problem


def test_a_review_date_is_read(tmp_path: Path) -> None:
    assert said(tmp_path, changed("events.yaml", "date:", "review_by: 2027-01-31\n  date:")) == []


@pytest.mark.parametrize(
    "written",
    [".nan", ".inf", "true", "many", "1,000", "0x10", "010", "1e3", "9" * 5000, "12:30", "2.", "٣"],
)
def test_a_value_that_is_no_number_is_a_problem_of_its_field(tmp_path: Path, written: str) -> None:
    (problem,) = said(tmp_path, changed(FIGURES, "134", written))

    assert problem.startswith("figures/deaths.yaml:3:10: error: value: ")
    assert problem.endswith("is no number; write digits only, as in 134, 80000 or 2.5")


def test_a_number_beyond_all_counting_is_refused(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, changed(FIGURES, "134", "1" + 18 * "0"))

    assert problem.endswith("is too large a number; write it in a larger unit, as in 80 million")


def test_a_number_in_quotes_is_a_text(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, changed(FIGURES, "134", '"134"'))

    assert problem.endswith("'134' is a text, not a number; write the number without quotation marks")


@pytest.mark.parametrize(
    ("file", "old", "new", "field"),
    [
        (FIGURES, "at least", "roughly", "qualifier"),
        ("sources.yaml", "think-tank", "blog", "kind"),
        ("claims.yaml", "contradicted", "false", "verdict"),
        ("events.yaml", "date:", "status: gone\n  date:", "status"),
        ("questions/tune.yaml", "split: report", "split: test", "split"),
    ],
)
def test_a_word_that_is_not_allowed_names_those_that_are(
    tmp_path: Path, file: str, old: str, new: str, field: str
) -> None:
    (problem,) = said(tmp_path, changed(file, old, new))

    assert f"error: {field}: " in problem
    assert "is not allowed here; write one of: " in problem


@pytest.mark.parametrize("written", ["Dialogue", "two words", "-x", "x-", "a--b", "é", "a/b", "''"])
def test_a_bad_id_is_shown(tmp_path: Path, written: str) -> None:
    (problem,) = said(tmp_path, changed("events.yaml", "talks-held", written))

    assert problem.startswith("events.yaml:1:7: error: id: ")
    assert "is no id; write lower-case words joined by - or _" in problem


def test_an_id_is_short(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, changed("events.yaml", "talks-held", "x" * 81))

    assert problem.endswith("id: an id of 81 characters is too long; shorten it to 80")


def test_a_duplicate_id_names_both_places(tmp_path: Path) -> None:
    assert said(tmp_path, changed("events.yaml", "talks-held", "picss")) == [
        (
            "events.yaml:1:7: error: id: the id 'picss' is taken by the entry at entities.yaml:7; "
            "give one of the two another id"
        )
    ]


def test_a_duplicate_source_names_both_places(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, changed("sources.yaml", "picss-2023", "dawn-20230307") | CITING_DAWN)

    assert "the id 'dawn-20230307' is taken by the source at sources.yaml:1" in problem


def test_a_source_and_an_entry_may_share_an_id(tmp_path: Path) -> None:
    assert said(tmp_path, changed("events.yaml", "talks-held", "dawn-20230307")) == []


def test_entries_with_no_id_are_checked_too(tmp_path: Path) -> None:
    asks = "  asks: [{0} a, {0} b, {0} c]\n"
    text = "- title: One\n" + asks.format("one") + "- title: Two\n" + asks.format("two")

    assert said(tmp_path, {"events.yaml": text}) == [
        (
            "events.yaml:1:3: error: citations: nothing is cited, and nothing uncited is sent; "
            "add citations: [a-source-id]"
        ),
        "events.yaml:1:3: error: id: is missing; add id: ...",
        (
            "events.yaml:3:3: error: citations: nothing is cited, and nothing uncited is sent; "
            "add citations: [a-source-id]"
        ),
        "events.yaml:3:3: error: id: is missing; add id: ...",
    ]


def test_a_required_field_is_missed_at_its_entry_or_its_empty_key(tmp_path: Path) -> None:
    text = (
        "- {id: a, asks: [a b, c d, e f], citations: [dawn-20230307]}\n"
        "- {id: b, title: null, asks: [g h, i j, k l], citations: [dawn-20230307]}\n"
    )

    assert said(tmp_path, {"events.yaml": text}) == [
        "events.yaml:1:3: error: title: is missing; add title: ...",
        "events.yaml:2:18: error: title: is missing; add title: ...",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (FACTS, "[pakistan]", "pakistan", "about: must be a list, not a single value"),
        (FACTS, "[pakistan]", "{a: b}", "about: must be a list, not a mapping"),
        (FACTS, "[pakistan]", "[[pakistan]]", "about: must be a single value, not a list"),
        (FACTS, "[pakistan]", "[null]", "about: is empty"),
        (
            FACTS,
            "id: dialogue-dates\n",
            "id: dialogue-dates\n  note: {a: b}\n",
            "note: must be a single value",
        ),
        (FACTS, "- id", "- only a text\n- id", "must be a mapping of fields"),
        (FACTS, "When was the dialogue?", '""', "asks: is empty"),
        (FACTS, "When was the dialogue?", "w" * 301, "asks: is 301 characters long, and the limit is 300"),
        (FACTS, "[dawn-20230307]", "[dawn-20230307, {sauce: x}]", "citations.source: is missing"),
        (FACTS, "[dawn-20230307]", "[dawn-20230307, []]", "citations: must be a single value"),
        (FIGURES, "{note: 101 according to another institute.}", "{}", "conflicts.note: is missing"),
        (FIGURES, "{note: 101 according to another institute.}", "[]", "conflicts: must be a single value"),
        ("pack.yaml", "[toll, casualties]", "toll", "synonyms: must hold lists of words"),
        ("pack.yaml", "[toll, casualties]", "[toll, {}]", "synonyms: must be a single value"),
        ("pack.yaml", "unit: people\n", "{unit: people}\n  injured: 5\n", "no valid YAML"),
        ("pack.yaml", "synonyms:", "  injured: 5\nsynonyms:", "metrics.injured: must be a mapping"),
        (
            "pack.yaml",
            "synonyms:",
            "  In Jured: {unit: x}\nsynonyms:",
            "metrics.In Jured: 'In Jured' is no id",
        ),
        ("pack.yaml", "synonyms:", "  injured: {words: []}\nsynonyms:", "metrics.injured.unit: is missing"),
    ],
)
def test_a_wrong_shape_is_named(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    problems = said(tmp_path, changed(file, old, new))

    assert message in problems[0] + problems[-1]


def test_metrics_must_be_a_mapping(tmp_path: Path) -> None:
    changes = {"pack.yaml": "id: p\nmetrics: [deaths]\n"} | changed(FIGURES, "metric: deaths", "metric: dead")

    assert said(tmp_path, changes)[-1] == (
        "pack.yaml:2:10: error: metrics: must be a mapping; "
        "write metrics as a mapping, an id and below it unit and words"
    )


def test_a_list_has_a_limit(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, changed(FACTS, "[pakistan]", f"[{', '.join(['pakistan'] * 101)}]"))

    assert "about: has 101 items, and the limit is 100; shorten the list" in problem


@pytest.mark.parametrize(
    ("written", "code"), [('"a\\u0007b"', "0007"), ('"a\\u202Eb"', "202E"), ('"a\\u0000b"', "0000")]
)
def test_an_escaped_control_character_is_an_error(tmp_path: Path, written: str, code: str) -> None:
    (problem,) = said(tmp_path, changed("sources.yaml", "Dawn", written))

    assert f"publisher: contains a control character (U+{code}); delete it" in problem


def test_answer_and_statement_are_one_field(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, changed(FACTS, "  asks:", "  answer: The same.\n  asks:"))

    assert problem.startswith("facts/dialogue.yaml:3:3: error: answer: means the same as statement")


def test_a_question_says_what_it_expects(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, changed("questions/tune.yaml", "  expect: null\n", ""))

    assert problem.startswith("questions/tune.yaml:3:3: error: expect: is missing; add expect: ")


def test_a_file_that_does_not_say_what_it_holds_is_named(tmp_path: Path) -> None:
    for name, text in {"odd.yaml": "- {id: a}\n", "pack.yml": "[a]\n", "text.yaml": "hello\n"}.items():
        (problem,) = said(tmp_path / name, {name: text})

        assert problem.startswith(f"{name}:1:1: error: nothing says what this file holds; begin it with ")


def test_an_entry_that_is_no_list_is_named(tmp_path: Path) -> None:
    assert said(tmp_path, {"facts/one.yaml": "id: a\nanswer: b\n"}) == [
        "facts/one.yaml:1:1: error: the entries must be a list; begin each entry with -"
    ]


def test_settings_belong_in_pack_yaml(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, {"facts/one.yaml": "facts: []\ntitle: Mine\nas_of: 2023\n"})

    assert problem == (
        "facts/one.yaml:2:1: error: title: title does not belong in this file;"
        " it is of the whole pack: rename this file to pack.yaml, or move such lines there"
    )


def test_a_pack_has_one_file_of_settings(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, {"pack.yml": GOOD["pack.yaml"]})

    assert problem == "pack.yml:1:1: error: the pack has two such files; keep one of them"


def test_all_problems_of_all_files_are_reported_at_once_in_order(tmp_path: Path) -> None:
    changes = (
        changed("events.yaml", "2023-03-06", "soon")
        | changed(FIGURES, "134", "many")
        | changed("sources.yaml", "kind: think-tank", "kind: blog")
    )

    places = [line.split(": ", 1)[0] for line in said(tmp_path, changes)]

    assert places == ["events.yaml:3:9", "figures/deaths.yaml:3:10", "sources.yaml:10:9"]


def test_a_field_with_a_problem_is_not_reported_twice(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, changed(FACTS, "[dawn-20230307]", "dawn-20230307"))

    assert "citations: must be a list, not a single value" in problem


CITING_DAWN = changed("entities.yaml", "citations: [picss-2023]", "citations: [dawn-20230307]") | changed(
    FIGURES, "picss-2023", "dawn-20230307"
)
