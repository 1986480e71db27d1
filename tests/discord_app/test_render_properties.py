"""Any text in, any pack text out: no limit broken, no ping, no markup of strangers, nothing lost."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.answering.answer import Answer, Answered, Statement
from bot.answering.figures import Table
from bot.discord_app.citing import safe_url
from bot.discord_app.inert import inert, inline
from bot.discord_app.layout import Reply
from bot.discord_app.render import render
from bot.discord_app.reports import render_problems
from bot.discord_app.tables import render_table
from bot.knowledge.problems import KnowledgeError, Problem
from tests.discord_app import strategies
from tests.discord_app.judge import LINK, problems, read, squash

often = settings(
    max_examples=40,
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

    for statement in answer.statements:
        for fact in facts_of(statement):
            assert squash(fact) in seen
    for note in answer.dispute_notes:
        assert squash(note) in seen


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
