"""A pack of thousands of entries is answered as a small one, looking only at what a question names."""

from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np
import pytest

from bot.answering import engine
from bot.answering.columns import Holders
from bot.answering.index import Index
from bot.answering.postings import Groups
from bot.answering.ranking import rank
from bot.answering.repair import Spelling
from bot.knowledge.model import Citation, Entity, Entry, Figure, Metric, Pack, Source
from bot.knowledge.periods import Period

METRICS, YEARS = ("rain", "snow", "hail"), range(2000, 2020)


def cells() -> list[tuple[str, str, int]]:
    """Return what, where and when each figure of the made-up pack counts."""
    return [(metric, f"town{chr(97 + a)}{chr(97 + b)}", year) for metric, a, b, year in _product()]


def _product() -> list[tuple[str, int, int, int]]:
    return list(product(METRICS, range(9), range(9), YEARS))


@cache
def built() -> Index:
    """Return a pack of 4,860 figures that differ in one word or year only."""
    cited = (Citation(source="book"),)
    entries: dict[str, Entry] = {
        town: Entity(id=town, name=town.capitalize(), type="town")
        for town in dict.fromkeys(town for _, town, _ in cells())
    }
    for value, (metric, town, year) in enumerate(cells()):
        key = f"{metric}-{town}-{year}"
        fields = {"metric": metric, "value": value, "unit": "mm", "place": town}
        entries[key] = Figure(id=key, period=Period.year(year), citations=cited, **fields)  # pyright: ignore[reportArgumentType]  # a table of fields
    metrics = {key: Metric(id=key, unit="mm", words=(key,)) for key in METRICS}
    source = Source(id="book", publisher="Nobody", title="Book")
    return Index(Pack(id="p", title="P", metrics=metrics, sources={"book": source}, entries=entries))


@pytest.mark.parametrize(("metric", "town", "year"), cells()[:: len(cells()) // 20])
def test_figures_that_differ_in_one_word_or_year_are_told_apart(metric: str, town: str, year: int) -> None:
    best = rank(
        built(), built().reader.read(f"tell me how much {metric} {town.capitalize()} had during {year}")
    )[0]

    assert built().entries[best.position].entry.id == f"{metric}-{town}-{year}"


def test_a_question_without_a_name_looks_at_the_figures_of_what_is_counted() -> None:
    told = engine.answer(built(), "how much hail in 1990")

    assert isinstance(told, engine.Unanswered)


def test_entries_are_made_ready_again_and_again() -> None:
    entries = built().entries

    assert [each.entry.id for each in entries] == [each.id for each in entries.bare]
    assert [each.entry for each in entries[2:4]] == list(entries.bare[2:4])


def test_the_greatest_score_of_no_group_is_nowhere() -> None:
    none = Holders[str]([]).of("x")

    assert list(Groups([0, 2, 3]).most(np.array([0.1, 0.3, 0.2]), none)) == [0, 0]


def test_slips_are_put_right_among_very_many_words() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    many = ["".join(word) for word in product(letters[:13], letters[13:], letters[:13], letters[13:])]

    assert Spelling([*many, "parliament"]).nearest("parlaiment") == "parliament"
