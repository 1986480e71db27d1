"""The model itself."""

from __future__ import annotations

from bot.knowledge.model import Entity, Event, Fact, Pack


def test_a_pack_gives_its_entries_of_one_kind_in_order() -> None:
    entries = (Fact(id="b", statement="B"), Entity(id="e", name="E"), Fact(id="a", statement="A"))
    pack = Pack(id="p", title="P", entries={entry.id: entry for entry in entries})

    assert [fact.id for fact in pack.of_kind(Fact)] == ["b", "a"]
    assert pack.of_kind(Event) == []
