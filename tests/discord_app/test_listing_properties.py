"""Any pack text as sources, quotations, events and introductions: no limit broken, no ping, nothing lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.browsing.bibliography import Bibliography, Listed, Profile, Resting
from bot.answering.browsing.overview import Measured, Overview
from bot.answering.browsing.quoting import Quotations, QuoteFilters
from bot.answering.browsing.records import Record
from bot.answering.browsing.timeline import Timeline, Window
from bot.answering.evaluation import Share
from bot.browsing import About
from bot.discord_app.about import Command, render_about, render_help
from bot.discord_app.layout import Reply
from bot.discord_app.listings import (
    no_event,
    no_quotation,
    no_source,
    render_quotations,
    render_sources,
    render_timeline,
)
from bot.discord_app.pages import of_lines
from bot.knowledge.model import Kind
from tests.discord_app import strategies
from tests.discord_app.judge import length, problems, read, squash
from tests.discord_app.test_render_properties import often

MOMENT = datetime(2024, 1, 2, tzinfo=UTC)
OWN_MARKUP = re.compile(rf"<t:{int(MOMENT.timestamp())}:f>")
LONGEST_SENTENCE = 2000

resting = st.builds(
    Resting,
    strategies.statements,
    st.lists(strategies.cited, max_size=2).map(tuple),
    st.booleans(),
    st.booleans(),
)
profiles = st.builds(Profile, strategies.text, strategies.sources, st.lists(resting, max_size=2).map(tuple))
listed = st.builds(Listed, strategies.sources, st.integers(0, 2000))
bibliographies = st.builds(
    Bibliography, st.none() | strategies.text, st.lists(listed, max_size=11).map(tuple)
)
records = st.builds(
    Record,
    strategies.statements,
    strategies.any_text,
    st.lists(strategies.statements, max_size=1).map(tuple),
    st.lists(strategies.any_text, max_size=1).map(tuple),
)
rows = st.lists(records, max_size=2).map(tuple)
option = st.none() | strategies.text
quotations = st.builds(
    Quotations,
    st.builds(QuoteFilters, option, option, option),
    strategies.any_text,
    rows,
    st.none() | strategies.text.map(lambda text: text[:100]),
)
timelines = st.builds(
    Timeline,
    st.builds(Window, option, option, option),
    strategies.any_text,
    rows,
    st.none() | strategies.text.map(lambda text: text[:100]),
)
shares = st.integers(0, 50).flatmap(lambda total: st.builds(Share, st.integers(0, total), st.just(total)))
kinds: st.SearchStrategy[Kind] = st.sampled_from(["fact", "figure", "quote", "claim", "event", "entity"])
abouts = st.builds(
    About,
    st.builds(
        Overview,
        strategies.any_text,
        strategies.any_text,
        st.lists(st.tuples(kinds, st.integers(1, 9999)), unique_by=lambda pair: pair[0]).map(tuple),
        st.integers(0, 9999),
        st.none() | strategies.periods,
    ),
    st.just("38468e89a0"),
    st.just(MOMENT),
    st.none() | st.builds(Measured, shares, shares, shares),
    st.booleans(),
)


def wrong(pages: tuple[Reply, ...]) -> list[str]:
    """Return everything that Discord would refuse or that is live in some pages."""
    return [found for page in pages for found in problems(page)]


def seen(pages: tuple[Reply, ...]) -> str:
    """Return what a reader can see of some pages, headings included."""
    return read(pages) + read(Reply(name) for page in pages for name, _ in page.fields)


def is_sayable(sentence: str) -> bool:
    """Whether a sentence can be sent by itself."""
    return length(sentence) <= LONGEST_SENTENCE and wrong((Reply(sentence),)) == []


@given(profiles | bibliographies)
@often
def test_any_source_can_be_shown_and_nothing_of_it_is_lost(found: Profile | Bibliography) -> None:
    pages = render_sources(found)

    text = seen(pages)

    assert wrong(pages) == []
    sources = [found.source] if isinstance(found, Profile) else [row.source for row in found.rows]
    for source in sources:
        assert squash(source.title or source.publisher) in text
    for entry in found.entries if isinstance(found, Profile) else ():
        if entry.statement.quotation is None:
            assert squash(entry.statement.text) in text


@given(quotations)
@often
def test_any_quotation_can_be_shown_with_all_its_citations(found: Quotations) -> None:
    pages = render_quotations(found)
    text = seen(pages)

    assert wrong(pages) == []
    assert is_sayable(no_quotation(found))
    for row in found.rows:
        quotation = row.statement.quotation
        said = [quotation.speaker, quotation.role or ""] if quotation else [row.statement.text]
        for fact in (*said, *(cited.source.publisher for cited in row.statement.citations)):
            assert squash(fact) in text


@given(timelines)
@often
def test_any_event_can_be_shown_with_all_its_citations_and_disputes(found: Timeline) -> None:
    pages = render_timeline(found)
    text = seen(pages)

    assert wrong(pages) == []
    assert is_sayable(no_event(found))
    for row in found.rows:
        cited = (each.source.title or each.source.publisher for each in row.statement.citations)
        for fact in (row.title, *cited, *row.dispute_notes, row.statement.note or ""):
            assert squash(fact) in text


@given(st.none() | strategies.text.map(lambda text: text[:100]))
@often
def test_any_unknown_source_can_be_named(typed: str | None) -> None:
    assert is_sayable(no_source(typed))


@given(abouts)
@often
def test_any_pack_can_be_introduced(about: About) -> None:
    pages = render_about(about)
    texts = [OWN_MARKUP.sub("", value) for page in pages for _, value in page.fields]

    assert [found for page in pages for found in problems(page) if "live '<'" not in found] == []
    assert wrong(tuple(Reply(text) for text in texts if text.strip())) == []
    assert squash(about.overview.description) in seen(pages)


@given(strategies.any_text, st.lists(strategies.any_text, max_size=3))
@often
def test_help_holds_with_any_title_and_examples(title: str, examples: list[str]) -> None:
    pages = render_help(title, [Command("/ask", "Ask."), Command("/x", "Do.", "Manage Messages")], examples)

    assert wrong(pages) == []
    for text in (title, *examples):
        assert squash(text) in seen(pages)


@given(strategies.any_text, st.lists(strategies.text.filter(str.strip), max_size=40), st.integers(1, 12))
@often
def test_a_page_holds_at_most_so_many_items(heading: str, items: list[str], most: int) -> None:
    lines = [f"• item {number}" for number, _ in enumerate(items)]
    pages = of_lines(heading, "Lead.", lines, most)

    assert [page.description.count("•") <= most for page in pages] == [True] * len(pages)
    assert sum(page.description.count("•") for page in pages) == len(lines)
    assert len(pages) == max(1, -(-len(lines) // most))
