"""Use cases: ask, offer, look figures up. No Discord, no files."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answer import Ambiguous, Answered, Suggestion, Unanswered
from bot.answering.figures.sieve import Choice, Column, Filters
from bot.answering.trust.caveats import out_of_date
from bot.desk import Desk, Where
from bot.knowledge.model import Citation, Fact
from bot.library import Library
from bot.memory import MemoryStore
from bot.offers import LONGEST, MOST, Offers, shorten, units
from bot.store import Asked, StoreError
from tests.sample_pack import DATES_ASK, LONG_ASK, figure, sample_pack
from tests.shelf import Shelf


def fact(key: str, ask: str) -> Fact:
    """Return a fact that one question asks for."""
    return Fact(id=key, statement=key, asks=(ask,), citations=(Citation(source="dawn"),))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(sample_pack())


@pytest.fixture
def desk(shelf: Shelf) -> Desk:
    library = Library(shelf)
    library.load_first()
    return Desk(library, today=lambda: date(2024, 6, 1))


async def test_a_question_is_answered_with_citations(desk: Desk) -> None:
    answer = await desk.ask(DATES_ASK, Where())

    assert isinstance(answer, Answered)
    assert answer.main.entry == "dialogue-dates"
    assert answer.citations


async def test_a_question_off_the_topic_is_not_answered(desk: Desk) -> None:
    assert isinstance(await desk.ask("Who won the cup final in Peru?", Where()), Unanswered)


async def test_an_entry_can_be_asked_for_by_id(desk: Desk) -> None:
    answer = await desk.answer_entry("price-threats", "?")

    assert answer.main.entry == "price-threats"
    with pytest.raises(KeyError):
        await desk.answer_entry("nothing", "?")


async def test_the_desk_knows_what_is_live(desk: Desk, shelf: Shelf) -> None:
    before = desk.revision_id
    shelf.pack = sample_pack([fact("new", "What is new here?")])
    revision = await desk.reload()

    assert desk.title == "the dialogue"
    assert before != desk.revision_id == revision.id
    assert (await desk.prompts("what is new"))[0] == "What is new here?"


async def test_a_question_asked_again_is_answered_from_memory(desk: Desk) -> None:
    assert await desk.ask(DATES_ASK, Where()) is await desk.ask(DATES_ASK, Where(guild=1))
    overheard = await desk.ask(DATES_ASK, Where(asked=False))
    assert overheard is not await desk.ask(DATES_ASK, Where())


async def test_more_spaces_make_no_other_question(desk: Desk) -> None:
    assert await desk.ask(f"  {DATES_ASK.replace(' ', '   ')} ", Where()) is await desk.ask(
        DATES_ASK, Where()
    )


async def test_after_a_reload_nothing_is_answered_from_memory(desk: Desk, shelf: Shelf) -> None:
    before = await desk.ask(DATES_ASK, Where())
    shelf.pack = sample_pack([replace(shelf.pack.entries["dialogue-dates"], note="Mended.")])
    await desk.reload()
    after = await desk.ask(DATES_ASK, Where())

    assert isinstance(before, Answered)
    assert isinstance(after, Answered)
    assert (before.main.note, after.main.note) == ("The second day was a Tuesday.", "Mended.")


async def test_what_last_year_means_is_not_remembered_over_new_year(shelf: Shelf) -> None:
    library = Library(shelf)
    library.load_first()
    days = iter([date(2023, 12, 31), date(2024, 1, 1)])
    desk = Desk(library, today=lambda: next(days))
    question = "How many people were killed in Pakistan last year?"

    before, after = await desk.ask(question, Where()), await desk.ask(question, Where())
    assert isinstance(before, Answered)
    assert before.main.entry == "picss-2022"
    assert not isinstance(after, Answered)


async def test_offers_begin_with_what_begins_so(desk: Desk) -> None:
    assert (await desk.prompts("what d"))[:2] == [
        "What dates were the talks?",
        "What did Ned Price say about the TTP?",
    ]


async def test_words_in_any_order_and_with_mistakes_find_a_question(desk: Desk) -> None:
    assert (await desk.prompts("ttp price"))[0] == "What did Ned Price say about the TTP?"
    assert (await desk.prompts("dialoge lasted"))[0] == "Did the dialogue last three days?"
    assert await desk.prompts("zzz") == []


async def test_a_shortened_question_asks_the_whole_one(desk: Desk) -> None:
    (offered,) = await desk.prompts("which of the many")
    answer = await desk.ask(offered, Where())

    assert units(offered) <= LONGEST
    assert answer.question == LONG_ASK


async def test_nothing_typed_offers_from_all_over_the_pack(desk: Desk, shelf: Shelf) -> None:
    shelf.pack = sample_pack(fact(f"f{n}", f"What about number {n}?") for n in range(100))
    await desk.reload()
    offered = await desk.prompts(" ")

    assert len(offered) == MOST
    assert any("number 9" in prompt for prompt in offered)


async def test_examples_are_short_whole_questions_that_are_answered(desk: Desk) -> None:
    examples = await desk.examples()

    assert len(examples) == 3
    for example in examples:
        assert example.endswith("?")
        assert isinstance(await desk.ask(example, Where()), Answered)


async def test_a_pack_without_questions_has_no_examples(shelf: Shelf) -> None:
    shelf.pack = sample_pack(without=list(shelf.pack.entries))
    library = Library(shelf)
    library.load_first()

    assert await Desk(library).examples() == ()
    assert await Desk(library).prompts("") == []


async def test_figures_come_in_order_of_time_and_counter(desk: Desk) -> None:
    table = await desk.figures(Filters())

    assert [row.entry for row in table.rows] == ["picss-2022", "kp-2023-01", "pips-2023-01", "picss-2023-01"]
    assert all(row.citations for row in table.rows)


@pytest.mark.parametrize("period", ["2023-01", "January 2023", "jan 2023", "in January, 2023"])
async def test_a_period_is_read_as_people_write_it(desk: Desk, period: str) -> None:
    table = await desk.figures(Filters(period=period))

    assert len(table.rows) == 3
    assert table.filters.period == "2023-01"


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2021 to 2023", "2021/2023"),
        ("2022-01 to 2023-08", "2022-01/2023-08"),
        ("Jan 2022 until 6 March 2023", "2022-01-01/2023-03-06"),
    ],
)
async def test_a_range_of_time_is_read_from_its_two_ends(desk: Desk, typed: str, period: str) -> None:
    assert (await desk.figures(Filters(period=typed))).filters.period == period


async def test_a_range_with_an_end_that_is_no_time_is_unknown(desk: Desk) -> None:
    assert (await desk.figures(Filters(period="some day to doomsday"))).unknown == (
        ("period", "some day to doomsday"),
    )


@pytest.mark.parametrize("typed", ["deaths", "Deaths", "people killed", "KILLED"])
async def test_a_metric_is_found_by_its_words(desk: Desk, typed: str) -> None:
    assert (await desk.figures(Filters(metric=typed))).filters.metric == "deaths"


async def test_figures_outside_the_filters_and_withdrawn_ones_are_left_out(desk: Desk, shelf: Shelf) -> None:
    shelf.pack = sample_pack(
        [
            figure("draft", 1, "picss", "2023-01", status="draft"),
            figure("nowhere", 2, "picss", "2023-01", place=None),
        ]
    )
    await desk.reload()
    everything = {row.entry for row in (await desk.figures(Filters())).rows}
    somewhere = {row.entry for row in (await desk.figures(Filters(place="pakistan"))).rows}

    assert "draft" not in everything
    assert "nowhere" in everything - somewhere


async def test_what_a_figure_counts_names_the_event_and_whose_acts(desk: Desk, shelf: Shelf) -> None:
    shelf.pack = sample_pack(
        [figure("toll", 3, "picss", "2023-02", event="ct-dialogue", by=("picss",), label="guests")]
    )
    await desk.reload()
    (row,) = (await desk.figures(Filters(period="2023-02"))).rows

    assert row.what.startswith("guests, Counterterrorism Dialogue, by Pakistan Institute")


async def test_unknown_filters_are_named(desk: Desk) -> None:
    table = await desk.figures(Filters("murders", "Atlantis", "some day", "nobody"))

    assert dict(table.unknown) == {
        "metric": "murders",
        "place": "Atlantis",
        "period": "some day",
        "counted_by": "nobody",
    }
    assert table.rows == ()


@pytest.mark.parametrize(
    ("column", "first"),
    [
        ("metric", Choice("deaths", "deaths")),
        ("place", Choice("Pakistan", "pakistan")),
        ("period", Choice("2023", "2023")),
        ("counted_by", Choice("Pakistan Institute for Conflict and Security Studies (PICSS)", "picss")),
    ],
)
async def test_choices_come_with_most_figures_or_newest_first(
    desk: Desk, column: Column, first: Choice
) -> None:
    assert (await desk.figure_choices(column, "", Filters()))[0] == first


@given(st.lists(st.text(max_size=150), max_size=40), st.text(max_size=40))
def test_offers_fit_discord_and_lead_back_to_the_whole_text(texts: list[str], typed: str) -> None:
    offers = Offers.of(texts)
    ranked = offers.ranked(typed)

    assert len(ranked) <= MOST
    assert len(set(ranked)) == len(ranked)
    assert all(0 < units(choice) <= LONGEST for choice in offers.shown)
    assert {offers.whole(choice) for choice in offers.shown} == {
        " ".join(text.split()) for text in texts if text.strip()
    }


@given(st.text(), st.integers(2, 60))
def test_shortened_text_fits_and_says_that_it_was_cut(text: str, limit: int) -> None:
    short = shorten(text, limit)

    assert units(short) <= limit
    assert short == text or short.endswith("…")


def test_texts_alike_in_their_first_words_stay_apart() -> None:
    offers = Offers.of(["word " * 30 + "one", "word " * 30 + "two"])

    assert len(offers.shown) == 2
    assert all(units(choice) <= LONGEST for choice in offers.shown)


@pytest.mark.parametrize("beginning", ["x" * 200, "\ufdfa" * 12, "x " * 100])
def test_only_the_beginning_of_what_is_typed_is_looked_at_so_that_no_key_costs_seconds(
    beginning: str,
) -> None:
    offers = Offers.of(["What was said on the first day of the talks?"])

    assert offers.ranked("What was said on the first day") != []
    assert offers.ranked(f"{beginning} What was said on the first day of the talks?") == []


async def test_an_answer_is_counted_with_its_entry_and_without_the_question(shelf: Shelf) -> None:
    desk, store = counting(shelf)
    desk.record(await desk.ask(DATES_ASK, Where()), Where(7, 8), "message")
    (asked,) = store.counted

    assert asked == Asked(
        at=NOON,
        guild=7,
        way="message",
        outcome="answered",
        revision=desk.revision_id,
        entry="dialogue-dates",
    )


async def test_a_question_without_an_answer_is_counted_with_its_words_and_nobodys_id(shelf: Shelf) -> None:
    desk, store = counting(shelf)
    answer = await desk.ask("Did <@123> or <@&45> win the cup final in Peru? " + "x" * 900, Where())
    desk.record(answer, Where(), "ask")
    (asked,) = store.counted

    assert (asked.outcome, asked.guild, asked.entry) == ("unanswered", None, None)
    assert asked.question is not None
    assert asked.question.startswith("Did @someone or @someone win")
    assert len(asked.question) == 500


async def test_choices_are_counted_without_the_words(shelf: Shelf) -> None:
    desk, store = counting(shelf)
    desk.record(Ambiguous("Which?", 0.5, (Suggestion("a", "A?"), Suggestion("b", "B?"))), Where(), "ask")
    (asked,) = store.counted

    assert (asked.outcome, asked.question, asked.entry) == ("ambiguous", None, None)


async def test_usage_names_entries_by_their_question_and_those_that_are_gone_by_id(shelf: Shelf) -> None:
    desk, store = counting(shelf)
    for entry in ("dialogue-dates", "dialogue-dates", "once-there"):
        store.record(replace(ANSWERED, entry=entry))
    usage = await desk.usage(7)

    assert usage.asked == 3
    assert usage.entries == (
        ("When was the dialogue held?", 2),
        ("once-there (no longer among the facts)", 1),
    )


async def test_what_is_past_its_review_date_comes_with_how_often_it_answered(shelf: Shelf) -> None:
    due = [replace(fact(key, f"What is {key}?"), review_by=date(2026, 7, 31)) for key in ("rare", "often")]
    fresh = replace(fact("fresh", "What is fresh?"), review_by=date(2026, 11, 25))
    shelf.pack = sample_pack([*due, fresh])
    library, store = Library(shelf), MemoryStore()
    library.load_first()
    desk = Desk(library, store, today=lambda: date(2026, 11, 25))
    store.record(replace(ANSWERED, entry="often"))
    rows, counted = await desk.overdue()

    assert counted
    assert [(row.entry, row.uses) for row in rows] == [("often", 1), ("rare", 0)]
    answer = await desk.answer_entry("rare", "?")
    assert [each.entry for each in out_of_date(answer)] == ["rare"]


async def test_where_the_counts_can_not_be_read_the_dates_decide(shelf: Shelf) -> None:
    shelf.pack = sample_pack([replace(fact("old", "What is old?"), review_by=date(2026, 7, 31))])
    library = Library(shelf)
    library.load_first()
    rows, counted = await Desk(library, Uncountable(), today=lambda: date(2026, 11, 25)).overdue()

    assert not counted
    assert [(row.entry, row.uses) for row in rows] == [("old", None)]


class Uncountable(MemoryStore):
    """Can't be read."""

    async def uses(self) -> dict[str, int]:
        """Fail as a database does that is away."""
        message = "Not now."
        raise StoreError(message)


NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
ANSWERED = Asked(at=NOON, guild=7, way="ask", outcome="answered", revision="r")


class Counting(MemoryStore):
    """Shows what it was given to count."""

    def __init__(self) -> None:
        """Start with nothing."""
        super().__init__()
        self.counted: list[Asked] = []

    def record(self, asked: Asked) -> None:
        """Count a question."""
        super().record(asked)
        self.counted.append(asked)


def counting(shelf: Shelf) -> tuple[Desk, Counting]:
    """Return a desk whose clock stands at noon, and its store."""
    library, store = Library(shelf), Counting()
    library.load_first()
    return Desk(library, store, now=lambda: NOON), store
