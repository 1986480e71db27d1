"""The first question word says what kind of thing is sought, or the words after it do."""

from __future__ import annotations

import pytest

from bot.answering.seeking import sought


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("how many died", "count"),
        ("death toll of the raid", "count"),
        ("when was it", "time"),
        ("on which day did it begin", "time"),
        ("how long did it last", "time"),
        ("where was it held", "place"),
        ("in which city did they meet", "place"),
        ("why did it end", "reason"),
        ("what led to the end", "reason"),
        ("how come it ended", "reason"),
        ("the stated rationale for the end", "reason"),
        ("what was their excuse for the end", "reason"),
        ("who led it", "person"),
        ("which minister said so", "person"),
        ("how did it end", "manner"),
        ("what is it", "thing"),
        ("was it over by then", "truth"),
        ("ok so is it over", "truth"),
        ("it ended in may right", "truth"),
        ("truce end", None),
        ("", None),
    ],
)
def test_a_text_seeks_a_kind_of_thing(text: str, kind: str | None) -> None:
    assert sought(text.split()) == kind
