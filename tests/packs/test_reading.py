"""What a pack on disk becomes, and in which shapes it may come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.knowledge.model import Citation, Conflict, Entity, Fact, Figure, Question, Quote
from bot.knowledge.periods import Period
from bot.knowledge.problems import KnowledgeError
from bot.packs import load_pack, read_pack
from tests.packs.shelves import GOOD, SOURCE, changed, said, write

if TYPE_CHECKING:
    from pathlib import Path

FAQ = SOURCE + "facts: [{id: f, answer: A., asks: [What is a, Which is a, Name an a], citations: [s]}]\n"


def test_a_good_pack_has_no_problem(tmp_path: Path) -> None:
    assert said(tmp_path) == []


def test_every_kind_of_entry_is_read(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path, GOOD))

    assert {entry.id: entry.kind for entry in pack.entries.values()} == {
        "claim-one-day": "claim",
        "pakistan": "entity",
        "ned-price": "entity",
        "picss": "entity",
        "talks-held": "event",
        "dialogue-dates": "fact",
        "deaths-2023-01": "figure",
        "price-threats": "quote",
    }


def test_the_fields_of_a_figure_are_read(tmp_path: Path) -> None:
    figure = load_pack(write(tmp_path, GOOD)).entries["deaths-2023-01"]

    assert figure == Figure(
        id="deaths-2023-01",
        metric="deaths",
        value=134,
        unit="people",
        qualifier="at least",
        period=Period.parse("2023-01"),
        place="pakistan",
        counted_by="picss",
        citations=(Citation(source="picss-2023", locator="table 1"),),
        conflicts=(Conflict(note="101 according to another institute."),),
    )


def test_the_settings_of_a_pack_are_read(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path, GOOD))

    assert (pack.id, pack.title, pack.default_place) == ("talks", "The talks", "pakistan")
    assert pack.default_period == Period.parse("2023-03-06/2023-03-07")
    assert pack.as_of == Period.parse("2026-01")
    assert pack.metrics["deaths"].words == ("killed", "deaths")
    assert pack.synonyms == (("toll", "casualties"),)


def test_every_entry_knows_where_it_is_written(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path, GOOD))

    assert pack.places["picss"] == "entities.yaml:7"
    assert pack.places.keys() == pack.entries.keys()


def test_a_null_field_is_absent(tmp_path: Path) -> None:
    assert load_pack(write(tmp_path, GOOD)).sources["picss-2023"].title is None


def test_the_date_of_a_quotation_is_its_period(tmp_path: Path) -> None:
    quote = load_pack(write(tmp_path, GOOD)).entries["price-threats"]

    assert isinstance(quote, Quote)
    assert quote.period == Period.day(2023, 2, 15)


def test_the_kind_of_an_entity_is_its_type(tmp_path: Path) -> None:
    entity = load_pack(write(tmp_path, GOOD)).entries["ned-price"]

    assert isinstance(entity, Entity)
    assert entity.type == "person"


def test_a_question_may_expect_one_entry_or_several_or_none(tmp_path: Path) -> None:
    rows = (
        "- {question: Both?, expect: [talks-held, dialogue-dates]}\n- {question: All?, expect_all: [picss]}\n"
    )

    pack = load_pack(write(tmp_path, GOOD | {"questions/more.yaml": rows}))

    assert pack.questions == (
        Question(question="Both?", expect=("talks-held", "dialogue-dates")),
        Question(question="All?", expect_all=("picss",)),
        Question(question="When did they talk?", expect=("dialogue-dates",)),
        Question(question="Who won the cup?", split="report"),
    )


def test_a_minimal_pack_is_a_folder_with_one_file(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path / "Our FAQ!", {"anything.yml": FAQ}))

    assert (pack.id, pack.title) == ("our-faq", "Our faq")
    assert pack.entries["f"] == Fact(
        id="f",
        statement="A.",
        asks=("What is a", "Which is a", "Name an a"),
        citations=(Citation(source="s"),),
    )


def test_a_minimal_pack_may_be_the_file_itself(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path, {"faq.yaml": FAQ, "other.yaml": "[not, a, pack]"}) / "faq.yaml")

    assert (pack.id, list(pack.entries)) == ("faq", ["f"])


def test_a_single_file_may_hold_the_settings_too(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path, {"faq.yaml": FAQ + "title: Our questions\n"}))

    assert pack.title == "Our questions"


def test_a_folder_without_letters_in_its_name_still_names_a_pack(tmp_path: Path) -> None:
    assert load_pack(write(tmp_path / "---", {"faq.yaml": FAQ})).id == "pack"


def test_a_list_takes_its_section_from_the_folder_before_the_file(tmp_path: Path) -> None:
    text = "- {id: f, statement: S., asks: [a b, c d, e f], citations: [dawn-20230307]}\n"

    pack = load_pack(write(tmp_path, GOOD | {"facts/events.yaml": text}))

    assert pack.entries["f"].kind == "fact"


def test_an_id_or_title_that_looks_like_something_else_is_a_text(tmp_path: Path) -> None:
    text = (
        "sources: [{id: 2023, publisher: no, title: 2023-03-07}]\n"
        "facts: [{id: no, answer: yes, asks: [0x10 is, 1e3 is, null or not], citations: [2023]}]\n"
    )

    pack = load_pack(write(tmp_path, {"faq.yaml": text}))

    assert pack.sources["2023"].publisher == "no"
    assert pack.sources["2023"].title == "2023-03-07"
    assert pack.entries["no"].asks == ("0x10 is", "1e3 is", "null or not")


@pytest.mark.parametrize(
    ("written", "value"),
    [("0", 0), ("134", 134), ("80000", 80000), ("2.5", 2.5), ("-3", -3), ("1.0", 1.0)],
)
def test_numbers_are_read_as_written(tmp_path: Path, written: str, value: float) -> None:
    pack = load_pack(write(tmp_path, GOOD | changed("figures/deaths.yaml", "134", written)))

    figure = pack.entries["deaths-2023-01"]
    assert isinstance(figure, Figure)
    assert (figure.value, type(figure.value)) == (value, type(value))


def test_white_space_of_one_line_texts_is_collapsed(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path, GOOD | changed("sources.yaml", "Dawn", '"  The\\n  Dawn\\t"')))

    assert pack.sources["dawn-20230307"].publisher == "The Dawn"


def test_paragraphs_of_a_statement_are_kept(tmp_path: Path) -> None:
    block = "|\n    First  \n\n\n\n    - second\n"
    changes = changed("facts/dialogue.yaml", "The dialogue took place on 6 and 7 March 2023.", block)

    fact = load_pack(write(tmp_path, GOOD | changes)).entries["dialogue-dates"]

    assert isinstance(fact, Fact)
    assert fact.statement == "First\n\n- second"


def test_an_alias_repeats_a_value(tmp_path: Path) -> None:
    text = (
        "sources: [{id: s, publisher: P, title: T}]\nfacts:\n"
        "- {id: a, answer: &same [], asks: &asks [a b, b c, c d], citations: &c [s]}\n"
    ).replace("&same []", "&same A.")
    text += "- {id: b, answer: *same, citations: *c}\n"

    pack = read_pack(write(tmp_path, {"faq.yaml": text})).pack

    assert pack is not None
    assert pack.entries["b"].citations == (Citation(source="s"),)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "faq.yaml").write_text(FAQ, encoding="utf-8-sig")

    assert load_pack(tmp_path).entries


def test_hidden_files_and_other_files_are_left_alone(tmp_path: Path) -> None:
    other = {".hidden.yaml": "[", ".git/x.yaml": "[", "README.md": "["}

    assert said(tmp_path, other) == []


def test_warnings_alone_do_not_keep_a_pack_back(tmp_path: Path) -> None:
    reading = read_pack(
        write(tmp_path, GOOD | changed("facts/dialogue.yaml", "    - When was the dialogue?\n", ""))
    )

    assert reading.pack is not None
    assert [problem.severity for problem in reading.problems] == ["warning"]


def test_loading_a_faulty_pack_raises_everything_that_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as caught:
        load_pack(write(tmp_path, GOOD | {"facts/a.yaml": "- 1\n", "facts/b.yaml": "- 2\n"}))

    assert str(caught.value) == "The knowledge has 2 errors."
    assert [problem.file for problem in caught.value.problems] == ["facts/a.yaml", "facts/b.yaml"]
