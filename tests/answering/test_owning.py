"""What is asked of one is not answered with another's: Valmora's delegation is not that of Norland."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answering import engine
from bot.answering.answer import Answered
from bot.answering.explaining import explanation
from bot.answering.index import Index
from bot.answering.owning import owned
from bot.answering.ranking import rank
from bot.knowledge.model import Entity, Fact
from tests.answering.counts import GAZETTE, TODAY, build


@cache
def index() -> Index:
    """Return two countries that each sent somebody, in words of their own."""
    return build(
        Entity(id="valmora", name="Valmora", type="country", aliases=("Valmoran",)),
        Entity(id="norland", name="Norland", type="country", aliases=("NL", "Norlandic")),
        Fact(
            id="norland-head",
            statement="Ada Weld headed the NL interagency delegation at the Lorn talks in Valmora.",
            asks=("Who led the NL delegation at the Lorn talks?", "Who headed the NL delegation in Valmora?"),
            about=("lorn-talks", "norland", "valmora", "ada-weld"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="valmora-head",
            statement="Ivo Brandt led the Valmoran side at the Lorn talks.",
            asks=("Who led Valmora's delegation at the Lorn talks?", "Who led the side of Valmora?"),
            about=("lorn-talks", "norland", "valmora", "ivo-brandt"),
            citations=(GAZETTE,),
        ),
    )


def removed(question: str) -> dict[str, str | None]:
    """Return what removed each of the two candidates."""
    found = rank(index(), index().read(question))
    return {index().entries.bare[each.position].id: each.removed_by for each in found}


@pytest.mark.parametrize(
    "question",
    [
        "Who headed Valmora's delegation at the Lorn talks?",
        "Who headed the delegation of Valmora at the Lorn talks?",
        "Who headed the Valmora delegation at the Lorn talks?",
        "Who headed Valmora delegation at the Lorn talks?",
        "who headed valmoras delegation at the lorn talks",
        "Who headed the delegation from the Valmora at the Lorn talks?",
    ],
)
def test_what_is_one_s_is_not_answered_with_another_s(question: str) -> None:
    found = engine.answer(index(), question, engine.Ask(as_of=TODAY))

    assert removed(question)["norland-head"] == "another's"
    assert not isinstance(found, Answered) or found.main.entry == "valmora-head"
    assert "what is asked of one is another's there" in "\n".join(
        line for section in explanation(index().pack, found).sections for line in section.lines
    )


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Who headed the NL delegation at the Lorn talks?", id="it is that one's"),
        pytest.param("Who headed a delegation in Valmora at the Lorn talks?", id="it is nobody's"),
        pytest.param("Who headed the NL-Valmora delegation at the Lorn talks?", id="it is both's"),
        pytest.param("Who headed Ada Weld's delegation at the Lorn talks?", id="it is a person's"),
    ],
)
def test_where_the_words_do_not_tell_nothing_is_removed(question: str) -> None:
    assert "another's" not in removed(question).values()


def test_where_no_entry_has_it_as_that_one_s_nothing_is_removed() -> None:
    others = build(*(index().pack.entries[key] for key in ("valmora", "norland", "norland-head")))
    found = rank(others, others.read("Who headed Valmora's delegation at the Lorn talks?"))

    assert "another's" not in {each.removed_by for each in found}


def test_a_name_owns_by_its_form_only() -> None:
    def words(text: str) -> set[str]:
        return set(owned(index().reader.beside_names(text)))

    assert len(words("Valmora's ruling party")) == 2
    assert words("Valmora ruled that it was so") == set()
    assert words("the parliament of the Valmora") == words("the NL parliament")
    assert words("NL and NL parliament") == words("the NL parliament")
    assert words("Valmora") == set()
