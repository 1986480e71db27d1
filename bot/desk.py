"""Use cases: ask, suggest, look up figures, reload. Ports only: no Discord, no files, no clock."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final, assert_never

from bot.answering import engine
from bot.answering.answer import Ambiguous, Answered, Unanswered
from bot.answering.browsing.examples import examples
from bot.answering.closest import check_with_closest
from bot.answering.entry_answers import answer_entry, prompts, statements, suggestion
from bot.answering.explaining import explanation
from bot.answering.figures.listing import table
from bot.answering.figures.sieve import Choice, choices
from bot.browsing import Browsing
from bot.charting import Charting
from bot.knowledge.freshness import overdue
from bot.knowledge.naming import short_name
from bot.memory import MemoryStore
from bot.offers import ELLIPSIS, MOST, Menu, Offers
from bot.store import Asked, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.answering.answer import Answer, Context, Statement
    from bot.answering.explaining import Explanation
    from bot.answering.figures.listing import Table
    from bot.answering.figures.sieve import Column, Filters
    from bot.answering.verdicts.checked import Checked
    from bot.knowledge.freshness import Overdue
    from bot.library import Library, Revision
    from bot.store import Outcome, Store, Usage, Way

_LONGEST_EXAMPLE: Final = 90
RECENT: Final = 256
"""Answers remembered: members ask the same again and again."""
_LONGEST_WORDS: Final = 500
_MENTION: Final = re.compile(r"<@[!&]?\d+>")


@dataclass(frozen=True, slots=True)
class Where:
    """Where a question was put. ``guild`` is None in a direct message.

    ``asked`` is False for a message that nobody addressed to the bot: the bar is higher then.
    """

    guild: int | None = None
    channel: int | None = None
    asked: bool = True


def _now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


def _today() -> date:
    """Return today's date in UTC."""
    return datetime.now(UTC).date()


class Desk:
    """Everything a member or a moderator can want of the bot, one method each."""

    def __init__(
        self,
        library: Library,
        store: Store | None = None,
        today: Callable[[], date] = _today,
        now: Callable[[], datetime] = _now,
    ) -> None:
        """Answer from the library's live revision and remember in the store, or in memory without one.

        ``today`` fixes what "last year" means; ``now``, in UTC, when a question was put.
        """
        self._library = library
        self.store: Final[Store] = store or MemoryStore()
        self.browsing: Final = Browsing(library, today)
        self.charting: Final = Charting(library)
        self._today = today
        self._now = now
        self._offered: tuple[str, Offers] | None = None
        self._recent = lru_cache(maxsize=RECENT)(self._find)

    @property
    def open(self) -> bool:
        """Whether the knowledge is read; before that nothing can be asked."""
        return self._library.loaded

    @property
    def title(self) -> str:
        """What the knowledge is about, as the pack calls it."""
        return self._library.current.pack.title

    @property
    def revision_id(self) -> str:
        """Which state of the pack is live."""
        return self._library.current.id

    async def ask(self, question: str, where: Where, about: Context | None = None) -> Answer:
        """Answer a question from the live revision, or abstain; ``about`` is the answer it replies to."""
        whole = self._whole(" ".join(question.split()))
        put = engine.Ask(asked=where.asked, as_of=self._today(), about=about)
        if self._library.current.index.encodes:  # too long for the event loop; numpy lets others run
            return await asyncio.to_thread(self._recent, self.revision_id, whole, put)
        return self._recent(self.revision_id, whole, put)

    def record(self, answer: Answer, where: Where, way: Way) -> None:
        """Count an answer that was sent. It returns at once and never raises."""
        self.store.record(
            Asked(
                at=self._now(),
                guild=where.guild,
                way=way,
                outcome=_outcome(answer),
                revision=self.revision_id,
                entry=answer.main.entry if isinstance(answer, Answered) else None,
                question=_words(answer.question) if isinstance(answer, Unanswered) else None,
            )
        )

    async def usage(self, guild: int | None = None) -> Usage:
        """Return the counts of one server, or of all of them, with questions in place of entries' ids.

        ``StoreError`` when they can't be read.
        """
        found = await self.store.usage(guild)
        return replace(found, entries=tuple((self._question(entry), count) for entry, count in found.entries))

    async def check(self, text: str) -> Checked:
        """Say whether the live sources support a text, contradict it or do not cover it; in a thread."""
        return await asyncio.to_thread(check_with_closest, self._library.current.index, text, self._today())

    async def answer_entry(self, entry_id: str, question: str) -> Answered:
        """Word the answer that one entry gives (``KeyError`` when there is none)."""
        return answer_entry(self._library.current.index, entry_id, question, self._today())

    async def why(self, question: str, where: Where, about: Context | None = None) -> Explanation:
        """Say in words how a question is answered from the live revision, or why it is not."""
        return explanation(self._library.current.pack, await self.ask(question, where, about))

    async def statements(self, entry_ids: Iterable[str]) -> tuple[Statement, ...]:
        """Word some live entries with everything that proves them (``KeyError`` when there is no such)."""
        return statements(self._library.current.index, entry_ids)

    async def overdue(self) -> tuple[tuple[Overdue, ...], bool]:
        """Return the live entries past their review date, and whether how often each answered is known.

        The most used come first; where the counts can't be read, the longest overdue.
        """
        pack, today = self._library.current.pack, self._today()
        try:
            return overdue(pack, today, await self.store.uses()), True
        except StoreError:
            return overdue(pack, today), False

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
        """Return short questions of different kinds that the pack answers."""
        return examples(self._library.current.index, count, _LONGEST_EXAMPLE)

    async def figures(self, filters: Filters) -> Table:
        """Return the figures that meet the filters; in a thread, for there may be thousands."""
        return await asyncio.to_thread(table, self._library.current.pack, filters)

    async def figure_choices(self, column: Column, typed: str, filters: Filters) -> list[Choice]:
        """Return the ways to fill one filter that fit what is typed and the other filters."""
        return Menu.of(choices(self._library.current.pack, column, filters)).fitting(typed)

    async def reload(self) -> Revision:
        """Read the pack again and publish it; any error leaves the live revision."""
        revision = await self._library.reload()
        self._recent.cache_clear()
        return revision

    def _find(self, revision: str, question: str, put: engine.Ask) -> Answer:
        """Answer a question from the live revision, by whose id too the answer is remembered."""
        del revision
        return engine.answer(self._library.current.index, question, put)

    def _question(self, entry: str) -> str:
        """Return a question that an entry answers, or its id where it is gone."""
        try:
            return suggestion(self._library.current.index, entry).question
        except KeyError:
            return f"{entry} (no longer among the facts)"

    def _whole(self, question: str) -> str:
        """Return the whole question where a shortened one was chosen from those offered.

        Only such a one holds an ellipsis; nobody else waits for the offers to be made.
        """
        return self._offers().whole(question) if ELLIPSIS in question else question

    def _offers(self) -> Offers:
        """Return the live revision's questions for autocomplete, shortened once."""
        revision = self._library.current
        if self._offered is None or self._offered[0] != revision.id:
            offered = sorted(prompts(revision.index), key=_is_no_question)
            self._offered = (revision.id, Offers.of(offered))
        return self._offered[1]


def _is_no_question(prompt: str) -> bool:
    """Whether a prompt is a string of words; whole questions are nicer to be offered."""
    return not prompt.rstrip().endswith("?")


def _outcome(answer: Answer) -> Outcome:
    """Return what came of a question."""
    match answer:
        case Answered():
            return "answered"
        case Ambiguous():
            return "ambiguous"
        case Unanswered():
            return "unanswered"
        case _:
            assert_never(answer)


def _words(question: str) -> str:
    """Return the words of a question as they may be kept: without anyone's id, and not too many."""
    return _MENTION.sub("@someone", question)[:_LONGEST_WORDS]
