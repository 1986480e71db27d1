"""The library swaps in one step, one reload after the other, and keeps what is live on any error."""

from __future__ import annotations

import asyncio
import gc
import threading
import weakref
from dataclasses import replace

import pytest

from bot.knowledge.model import Citation, Fact, Pack, Question
from bot.knowledge.problems import KnowledgeError
from bot.knowledge.revision import Changes, compare, content_id
from bot.library import Library, NothingLoadedError, NotLiveError
from tests.sample_pack import sample_pack
from tests.shelf import Shelf

NEW = Fact(id="new", statement="New.", citations=(Citation(source="dawn"),))


def test_nothing_is_live_before_the_first_load() -> None:
    library = Library(Shelf(sample_pack()))

    with pytest.raises(NothingLoadedError, match="No knowledge"):
        _ = library.current


def test_the_first_load_is_the_callers_to_survive() -> None:
    shelf = Shelf(sample_pack())
    shelf.break_with(1)

    with pytest.raises(KnowledgeError):
        Library(shelf).load_first()


async def test_a_reload_publishes_with_what_changed() -> None:
    shelf = Shelf(sample_pack())
    library = Library(shelf)
    first = library.load_first()
    shelf.pack = sample_pack([NEW], without=["sc1"])
    second = await library.reload()

    assert library.current is second
    assert second.changes == Changes(added=("new",), removed=("sc1",))
    assert second.id != first.id
    assert second.index.pack is shelf.pack


@pytest.mark.parametrize("error", [KnowledgeError(()), RuntimeError("x"), MemoryError()])
async def test_any_error_leaves_the_live_revision(error: Exception) -> None:
    shelf = Shelf(sample_pack())
    library = Library(shelf)
    live = library.load_first()
    shelf.error = error

    with pytest.raises(type(error)):
        await library.reload()
    assert library.current is live


async def test_the_pack_is_read_off_the_event_loop() -> None:
    threads: list[int] = []

    def load(*, questions: bool) -> Pack:
        del questions
        threads.append(threading.get_ident())
        return sample_pack()

    library = Library(load)
    library.load_first()
    await library.reload()

    assert threads[0] == threading.get_ident()
    assert threads[1] != threading.get_ident()


async def test_reloads_asked_for_at_once_follow_each_other() -> None:
    inside = 0
    most = 0

    def load(*, questions: bool) -> Pack:
        del questions
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        try:
            return sample_pack()
        finally:
            inside -= 1

    library = Library(load)
    library.load_first()
    await asyncio.gather(*(library.reload() for _ in range(4)))

    assert most == 1


async def test_answers_come_from_the_old_revision_until_the_swap() -> None:
    gate = threading.Event()
    shelf = Shelf(sample_pack())

    def load(*, questions: bool) -> Pack:
        del questions
        if shelf.reads:
            gate.wait(5)
        return shelf()

    library = Library(load)
    live = library.load_first()
    reloading = asyncio.create_task(library.reload())
    await asyncio.sleep(0)

    assert library.current is live
    gate.set()
    await reloading
    assert library.current is not live


def test_equal_packs_have_equal_ids() -> None:
    assert content_id(sample_pack()) == content_id(sample_pack())
    assert content_id(sample_pack()) != content_id(sample_pack([NEW]))


def test_an_entry_changes_with_the_source_that_it_cites() -> None:
    after = sample_pack()
    after.sources["tribune"] = after.sources["dawn"]

    assert compare(sample_pack(), after) == Changes(changed=("price-threats",))
    assert not compare(sample_pack(), sample_pack())


async def test_the_questions_of_a_pack_with_a_withdrawn_source_are_its_own() -> None:
    pack = sample_pack()
    pack.sources["tribune"] = replace(pack.sources["tribune"], status="withdrawn")
    asked = replace(pack, questions=(Question(question="When?"),))
    library = Library(Shelf(asked))
    revision = library.load_first()

    assert [hold.entry for hold in revision.index.holds] == ["price-threats"]
    assert revision.pack.entries["price-threats"].status == "held"
    assert await library.questions() == asked.questions


async def test_a_start_does_not_wait_for_the_questions_that_measure_the_pack() -> None:
    asked: list[bool] = []
    shelf = Shelf(replace(sample_pack(), questions=(Question(question="When?"),)))

    def load(*, questions: bool) -> Pack:
        asked.append(questions)
        return shelf(questions=questions)

    library = Library(load)
    library.load_first()

    assert asked == [False]
    assert [row.question for row in await library.questions()] == ["When?"]


def test_the_garbage_collector_runs_again_after_loading_even_when_loading_fails() -> None:
    shelf = Shelf(sample_pack())
    shelf.break_with(1)

    with pytest.raises(KnowledgeError):
        Library(shelf).load_first()

    assert gc.isenabled()


async def test_a_replaced_revision_leaves_the_memory() -> None:
    shelf = Shelf(sample_pack())
    library = Library(shelf)
    parts = library.load_first().index
    kept = [weakref.ref(part) for part in (parts, parts.entries, parts.reader, parts.adjacent)]
    del parts
    shelf.pack = sample_pack([NEW])

    _ = await library.reload()

    assert [ref() for ref in kept] == [None] * len(kept)


def test_a_collector_that_the_host_switched_off_stays_off() -> None:
    gc.disable()
    try:
        Library(Shelf(sample_pack())).load_first()

        assert not gc.isenabled()
    finally:
        gc.enable()


async def test_an_edited_pack_does_not_measure_the_revision_that_is_live() -> None:
    shelf = Shelf(replace(sample_pack(), questions=(Question(question="When?"),)))
    library = Library(shelf)
    library.load_first()
    shelf.pack = replace(sample_pack(without=["pips-2023-01"]), questions=shelf.pack.questions)

    with pytest.raises(NotLiveError):
        await library.questions()
    await library.reload()
    assert await library.questions() == shelf.pack.questions
