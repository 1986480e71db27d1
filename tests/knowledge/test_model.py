"""The model itself."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.model import Conflict, Entity, Event, Fact, Pack, Status


def test_a_pack_gives_its_entries_of_one_kind_in_order() -> None:
    entries = (Fact(id="b", statement="B"), Entity(id="e", name="E"), Fact(id="a", statement="A"))
    pack = Pack(id="p", title="P", entries={entry.id: entry for entry in entries})

    assert [fact.id for fact in pack.of_kind(Fact)] == ["b", "a"]
    assert pack.of_kind(Event) == []


def fact(key: str, *against: str, status: Status = "live") -> Fact:
    """Return a fact that names others as in conflict with it."""
    return Fact(
        id=key, statement=key, conflicts=tuple(Conflict(entry=entry) for entry in against), status=status
    )


def test_live_entries_are_rivals_whichever_names_the_conflict() -> None:
    facts = (
        fact("a"),
        fact("b", "d", "a", "b", "gone"),
        fact("c", "draft"),
        fact("d", "a"),
        fact("draft", "a", "c", status="draft"),
    )
    pack = Pack(id="p", title="P", entries={each.id: each for each in facts})

    assert pack.rivals == {"a": ("b", "d"), "b": ("d", "a"), "d": ("a", "b")}


def test_rivals_follow_a_change_of_the_entries_and_are_no_part_of_what_a_pack_is() -> None:
    pack = Pack(id="p", title="P", entries={"a": fact("a", "b"), "b": fact("b")})
    without = replace(pack, entries={"a": fact("a", "b")})

    assert without.rivals == {}
    assert "rivals" not in repr(pack)
