"""Use cases: ask, suggest, look up figures, reload. Ports only: no Discord, no files, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from bot.answering import engine
from bot.answering.answer import Answered
from bot.answering.explaining import explanation
from bot.answering.figures import table
from bot.answering.sieve import Choice, choices
from bot.knowledge.naming import short_name
from bot.memory import MemoryStore
from bot.offers import LONGEST, MOST, Offers, units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.answering.answer import Answer, Statement
    from bot.answering.explaining import Explanation
    from bot.answering.figures import Table
    from bot.answering.sieve import Column, Filters
    from bot.library import Library, Revision
    from bot.store import Store

_LONGEST_EXAMPLE: Final = 90


@dataclass(frozen=True, slots=True)
class Where:
    """Where a question was put. ``guild`` is None in a direct message.

    ``asked`` is False for a message that nobody addressed to the bot: the bar is higher then.
    """

    guild: int | None = None
    channel: int | None = None
    asked: bool = True


def _today() -> date:
    """Return today's date in UTC."""
    return datetime.now(UTC).date()


class Desk:
    """Everything a member or a moderator can want of the bot, one method each."""

    def __init__(
        self, library: Library, store: Store | None = None, today: Callable[[], date] = _today
    ) -> None:
        """Answer from the library's live revision and remember in the store, or in memory without one.

        ``today`` fixes what "last year" means.
        """
        self._library = library
        self.store: Final[Store] = store or MemoryStore()
        self._today = today
        self._offered: tuple[str, Offers] | None = None

    @property
    def title(self) -> str:
        """What the knowledge is about, as the pack calls it."""
        return self._library.current.pack.title

    @property
    def revision_id(self) -> str:
        """Which state of the pack is live."""
        return self._library.current.id

    async def ask(self, question: str, where: Where) -> Answer:
        """Answer a question from the live revision, or abstain."""
        whole = self._offers().whole(question)
        put = engine.Ask(asked=where.asked, as_of=self._today())
        return engine.answer(self._library.current.index, whole, put)

    async def answer_entry(self, entry_id: str, question: str) -> Answered:
        """Word the answer that one entry gives (``KeyError`` when there is none)."""
        return engine.answer_entry(self._library.current.index, entry_id, question)

    async def why(self, question: str, where: Where) -> Explanation:
        """Say in words how a question is answered from the live revision, or why it is not."""
        return explanation(self._library.current.pack, await self.ask(question, where))

    async def statements(self, entry_ids: Iterable[str]) -> tuple[Statement, ...]:
        """Word some live entries with everything that proves them (``KeyError`` when there is no such)."""
        return engine.statements(self._library.current.index, entry_ids)

    def entry_of(self, short: str) -> str | None:
        """Return the live entry with a short name; None when there is none, or two share it."""
        found = [entry for entry in self._library.current.index.positions if short_name(entry) == short]
        return found[0] if len(found) == 1 else None

    async def prompts(self, typed: str) -> list[str]:
        """Return the questions to offer for what is typed, likest first; ``ask`` knows each.

        Nothing typed gives a spread over the whole pack.
        """
        offers = self._offers()
        if typed.strip():
            return offers.ranked(typed)
        everything = list(offers.shown)
        count = min(MOST, len(everything))
        return [everything[number * len(everything) // count] for number in range(count)]

    async def examples(self, count: int = 3) -> tuple[str, ...]:
        """Return short questions from all over the pack that it answers."""
        prompts = [
            prompt
            for prompt in engine.prompts(self._library.current.index)
            if units(prompt) <= _LONGEST_EXAMPLE and not _is_no_question(prompt)
        ]
        step = max(1, len(prompts) // count)
        parts = [prompts[at : at + step] for at in range(0, step * count, step)]
        found = [await self._first_answered(part) for part in parts]
        return tuple(dict.fromkeys(filter(None, found)))

    async def figures(self, filters: Filters) -> Table:
        """Return the figures that meet the filters."""
        return table(self._library.current.pack, filters)

    async def figure_choices(self, column: Column, typed: str, filters: Filters) -> list[Choice]:
        """Return the ways to fill one filter that fit what is typed and the other filters."""
        found = choices(self._library.current.pack, column, filters)
        values = {choice.name: choice.value for choice in found if units(choice.value) <= LONGEST}
        offers = Offers.of(values)
        return [
            Choice(shown, values[whole])
            for shown in offers.ranked(typed)
            if (whole := offers.whole(shown)) in values
        ]

    async def reload(self) -> Revision:
        """Read the pack again and publish it; any error leaves the live revision."""
        return await self._library.reload()

    async def _first_answered(self, prompts: list[str]) -> str | None:
        """Return the first of some questions that gets an answer."""
        for prompt in prompts:
            if isinstance(await self.ask(prompt, Where()), Answered):
                return prompt
        return None

    def _offers(self) -> Offers:
        """Return the live revision's questions for autocomplete, shortened once."""
        revision = self._library.current
        if self._offered is None or self._offered[0] != revision.id:
            prompts = sorted(engine.prompts(revision.index), key=_is_no_question)
            self._offered = (revision.id, Offers.of(prompts))
        return self._offered[1]


def _is_no_question(prompt: str) -> bool:
    """Whether a prompt is a string of words; whole questions are nicer to be offered."""
    return not prompt.rstrip().endswith("?")
