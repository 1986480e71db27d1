"""A pack gives its entries by class, in file order."""

from __future__ import annotations

import pytest

from bot.knowledge.model import Claim, Entity, Entry, Event, Fact, Figure, Pack, Quote
from tests.answering.world import pack


def test_entries_of_a_class_come_in_file_order() -> None:
    quotes = [entry.id for entry in pack().of_kind(Quote)]

    assert quotes == [key for key, entry in pack().entries.items() if isinstance(entry, Quote)]
    assert quotes


def test_every_entry_is_of_the_base_class() -> None:
    assert pack().of_kind(Entry) == list(pack().entries.values())


def test_a_pack_without_entries_has_none_of_any_class() -> None:
    assert Pack(id="empty", title="Nothing").of_kind(Entry) == []


@pytest.mark.parametrize("kind", [Fact, Figure, Quote, Event, Entity, Claim])
def test_a_class_is_named_by_its_kind(kind: type[Entry]) -> None:
    assert kind.kind == kind.__name__.lower()
