"""Two states of a pack compared."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.model import Citation, Fact, Pack, Question, Source
from bot.knowledge.revision import Changes, compare, content_id

DAWN = Source(id="dawn", publisher="Dawn", title="A title")
DATES = Fact(id="dates", statement="On 6 March.", citations=(Citation(source="dawn"),))
VENUE = Fact(id="venue", statement="In Islamabad.")
BEFORE = Pack(id="p", title="P", sources={"dawn": DAWN}, entries={"dates": DATES, "venue": VENUE})


def test_the_same_pack_has_no_changes() -> None:
    assert not compare(BEFORE, replace(BEFORE))


def test_entries_are_added_changed_and_removed() -> None:
    after = replace(BEFORE, entries={"dates": replace(DATES, statement="On 7 March."), "new": VENUE})

    changes = compare(BEFORE, after)

    assert changes == Changes(added=("new",), changed=("dates",), removed=("venue",))
    assert changes


def test_an_entry_changes_with_the_source_it_cites() -> None:
    after = replace(BEFORE, sources={"dawn": replace(DAWN, title="Another")})

    assert compare(BEFORE, after) == Changes(changed=("dates",))


def test_equal_packs_have_equal_ids_and_others_do_not() -> None:
    assert content_id(BEFORE) == content_id(replace(BEFORE))
    assert content_id(BEFORE) != content_id(replace(BEFORE, title="Q"))


def test_the_questions_that_measure_a_pack_are_no_part_of_its_id() -> None:
    measured = replace(BEFORE, questions=(Question(question="When?"),))

    assert content_id(measured) == content_id(BEFORE)


def test_where_an_entry_is_written_is_no_part_of_the_id() -> None:
    assert content_id(replace(BEFORE, places={"dates": "facts.yaml:3"})) == content_id(BEFORE)
