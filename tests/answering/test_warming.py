"""What is made ready before the first questions spares them the work and changes no answer."""

from __future__ import annotations

from bot.answering.engine import answer
from bot.answering.index import Index
from bot.answering.similarity import LIKELY
from bot.answering.verdicts import accounts
from bot.answering.warming import warm_up
from bot.knowledge.model import Entry, Fact, Pack, Source
from tests.sample_pack import sample_pack

QUESTIONS = (
    "When were the talks?",
    "How many people were killed in January 2023?",
    "Did the Americans lead the delegation?",
    "How long did the talks last?",
    "How many were killed in March 2019?",
)


def ready(index: Index) -> Index:
    """Make an index ready; return it."""
    for _ in warm_up(index):
        pass
    return index


def test_a_pack_that_was_made_ready_answers_as_one_that_was_not() -> None:
    cold, warm = Index(sample_pack()), ready(Index(sample_pack()))

    assert [answer(warm, each) for each in QUESTIONS] == [answer(cold, each) for each in QUESTIONS]


def test_what_entries_say_is_taken_apart_before_they_are_asked_for() -> None:
    index = ready(Index(sample_pack()))
    kept = {entry.id: index.remembered.accounts[entry.id] for entry in index.entries.bare}

    assert all(accounts.account(index, entry) is kept[entry.id] for entry in index.entries.bare)
    assert index.remembered.doing.keys() | index.remembered.own.keys() == kept.keys()


def test_others_may_do_something_between_two_entries() -> None:
    index = Index(sample_pack())

    assert len(list(warm_up(index))) == len(index.entries)


def test_of_a_large_pack_only_what_is_touched_is_kept() -> None:
    entries: dict[str, Entry] = {
        f"f{number}": Fact(id=f"f{number}", statement=f"The reef {number} is red.", citations=())
        for number in range(LIKELY + 1)
    }
    index = ready(
        Index(
            Pack(id="p", title="P", sources={"b": Source(id="b", publisher="N", title="B")}, entries=entries)
        )
    )

    assert not index.remembered.accounts
