"""What an entry's sentences count, and whether they give a reason."""

from __future__ import annotations

from bot.answering.telling import told
from bot.knowledge.model import Fact


def test_the_words_around_a_number_may_say_what_it_counts() -> None:
    said = told(
        Fact(id="x", statement="The raid killed forty constables and wounded many of the town guard.")
    )

    assert {"killed", "constables"} <= said.counted
    assert "guard" not in said.counted


def test_a_sentence_without_numbers_counts_nothing() -> None:
    assert told(Fact(id="x", statement="The bridge fell.")).counted == frozenset()


def test_some_words_may_give_a_reason() -> None:
    assert told(Fact(id="x", statement="They left because it rained.")).reason
    assert not told(Fact(id="x", statement="They left on Monday.")).reason
