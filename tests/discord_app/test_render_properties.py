"""Any text in, any pack text out: no limit broken, no ping, no markup of strangers, nothing lost."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.answering.answer import Answer, Answered, Statement
from bot.answering.explaining import Explanation
from bot.answering.figures.listing import Table
from bot.answering.trust.caveats import caveats
from bot.discord_app.citing import safe_url
from bot.discord_app.details import render_sources, render_why
from bot.discord_app.inert import inert, inline
from bot.discord_app.layout import Reply
from bot.discord_app.render import render
from bot.discord_app.reports import render_problems
from bot.discord_app.tables import render_table
from bot.discord_app.views.buttons import Put, buttons
from bot.discord_app.views.custom_ids import LONGEST, decode
from bot.knowledge.problems import KnowledgeError, Problem
from bot.offers import units
from tests.discord_app import strategies
from tests.discord_app.judge import LINK, problems, read, squash

often = settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking such long texts takes minutes
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example),
)


def shown(replies: tuple[Reply, ...]) -> str:
    """Return what a reader can see, the attached file included."""
    return read(replies) + "".join(squash(reply.attachment or "") for reply in replies)


def facts_of(statement: Statement) -> list[str]:
    """Return what must not be lost of a statement: everything but the quotations."""
    quotation = statement.quotation
    told = [statement.text] if quotation is None else [quotation.speaker, quotation.role or ""]
    for cited in statement.citations:
        source = cited.source
        told += [source.title or "", source.publisher, cited.locator or ""]
        told.append(source.date.describe() if source.date else "")
    return [*told, statement.note or ""]


@given(strategies.answers)
@often
def test_discord_would_take_every_message_and_nothing_in_it_is_live(answer: Answer) -> None:
    for echo in (False, True):
        assert [found for reply in render(answer, echo=echo) for found in problems(reply)] == []


@given(strategies.answered)
@often
def test_no_statement_citation_or_dispute_is_lost(answer: Answered) -> None:
    seen = shown(render(answer))

    for of in (answer, *answer.further):
        for statement in of.own:
            for fact in (*facts_of(statement), *caveats(of, statement)):
                assert squash(fact) in seen
        for note in of.dispute_notes:
            assert squash(note) in seen
        if of.computed:
            for line in (of.computed.text, *of.computed.workings):
                assert squash(line) in seen


@given(strategies.answered)
@often
def test_every_web_address_is_kept(answer: Answered) -> None:
    replies = render(answer)
    addresses = {
        address for reply in replies for _, value in reply.fields for _, address in LINK.findall(value)
    }

    if replies[0].attachment is None:
        for cited in answer.citations:
            address = safe_url(cited.source.url)
            assert address is None or address in addresses


@given(st.lists(strategies.statements, min_size=1, max_size=4), st.integers(0, 3), st.integers(0, 3))
@often
def test_nothing_of_a_source_is_lost_and_nothing_of_it_is_live(
    statements: list[Statement], gone: int, more: int
) -> None:
    replies = render_sources(statements, gone, more)
    names = [Reply(name) for reply in replies for name, _ in reply.fields]
    seen = shown(replies) + read(names)

    assert [found for reply in replies for found in problems(reply)] == []
    for cited in (cited for statement in statements for cited in statement.citations):
        source = cited.source
        for fact in (source.title, source.publisher, source.author, source.note, cited.locator):
            assert squash(fact or "") in seen
        assert f"reliability:{source.reliability}" in seen


@given(strategies.explanations)
@often
def test_any_explanation_can_be_shown(explained: Explanation) -> None:
    replies = render_why(explained, "0123456789", ("A note.",))

    assert [found for reply in replies for found in problems(reply)] == []
    assert squash(explained.lead) in read(replies)


@given(strategies.answers)
@often
async def test_every_button_fits_discord_and_no_two_are_the_same(answer: Answer) -> None:
    put = Put(asker=2**63, question=2**63, revision="0123456789")
    view = buttons(answer, put, earlier=(2**63,) * 9)
    rows = view.to_components()
    ids = [button["custom_id"] for row in rows for button in row["components"]]

    assert all(1 <= len(row["components"]) <= 5 for row in rows)
    assert len(ids) == len(set(ids))
    assert all(units(custom_id) <= LONGEST and decode(custom_id) for custom_id in ids)
    assert view.is_finished()


@given(strategies.ambiguous | strategies.unanswered)
@often
def test_what_is_offered_fits_one_message_so_that_a_pick_can_take_its_place(answer: Answer) -> None:
    assert len(render(answer, echo=True)) == 1


@given(strategies.tables)
@often
def test_no_figure_is_lost_and_nothing_of_it_is_live(table: Table) -> None:
    pages = render_table(table)
    seen = read(pages) + "".join(squash(name) for page in pages for name, _ in page.fields)

    assert [found for page in pages for found in problems(page)] == []
    for row in table.rows if not table.unknown else ():
        for fact in (row.value, row.period, row.place, row.note or "", *row.dispute_notes):
            assert squash(fact) in seen


@given(
    st.lists(
        st.builds(Problem, strategies.text, st.integers(0, 9), st.just(1), st.just("x"), strategies.any_text)
    )
)
@often
def test_any_problem_of_a_pack_can_be_shown(found: list[Problem]) -> None:
    error = KnowledgeError(tuple(found))

    assert [bad for reply in render_problems(error, error.problems, "abc") for bad in problems(reply)] == []


@given(strategies.any_text)
@often
def test_inert_text_keeps_every_visible_character(text: str) -> None:
    assert read([Reply(inert(text))]) == squash(text)
    assert read([Reply(inline(text))]) == squash(text)
