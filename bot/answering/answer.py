"""PURE: the three outcomes of a question, as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date  # dataclass fields are read at run time by tests
from typing import Final, Literal, NamedTuple, TypeAlias

from bot.answering.dates.mentions import Mention
from bot.knowledge.model import Kind, Source
from bot.knowledge.periods import Period
from bot.knowledge.proof import Part

NO_QUESTION: Final = "I see no question to look up"
UNCLEAR: Final = "I can't tell what that asks about; please put it as a whole question"
OWN_REASONS: Final = frozenset({NO_QUESTION, UNCLEAR})
"""Reasons that are said alone, as nothing was looked up; others say what is with the sources."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with its source looked up; ``quote`` is the source's exact words, if any."""

    source: Source
    locator: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a named speaker. ``occasion`` and ``role`` are in the pack author's words."""

    words: str
    speaker: str
    role: str | None
    date: Period | None
    occasion: str | None


@dataclass(frozen=True, slots=True)
class Checking:
    """Whether a quote's words or a figure's number were found in the text of a source that it cites.

    ``source`` and ``day`` say in which and when; they are ``None`` as long as they were not.
    """

    part: Part
    source: Source | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One entry in words, with everything that proves it.

    ``text`` is plain text (no markup) that stands alone; for a quote it holds the words
    too, and ``quotation`` holds their parts for a layout that shortens only quotations.
    """

    entry: str
    kind: Kind
    text: str
    citations: tuple[Cited, ...]
    note: str | None = None
    period: Period | None = None
    quotation: Quotation | None = None
    review_by: date | None = None
    """The last day on which it stands without a word on its age."""
    checking: Checking | None = None


def cited_once(statements: Iterable[Statement]) -> tuple[Cited, ...]:
    """Return every citation of some statements once, in order."""
    seen: dict[tuple[str, str | None, str | None], Cited] = {}
    for statement in statements:
        for cited in statement.citations:
            seen.setdefault((cited.source.id, cited.locator, cited.quote), cited)
    return tuple(seen.values())


def _each_once(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements without those of an entry that an earlier one is of."""
    seen: dict[str, Statement] = {}
    for statement in statements:
        seen.setdefault(statement.entry, statement)
    return tuple(seen.values())


def newest(citations: Iterable[Cited]) -> Period | None:
    """Return the date of the newest source that is cited; ``None`` where none has a date."""
    dates = [cited.source.date for cited in citations if cited.source.date]
    return max(dates, key=lambda period: period.last, default=None)


@dataclass(frozen=True, slots=True)
class Computed:
    """What follows by arithmetic from counts that measure the same thing.

    ``text`` is the result as plain text, a line for each counter; ``workings`` are the sums and what
    to bear in mind; ``inputs`` are the counts that go into it. ``stored`` says that the answer's
    ``main`` says the same outright, and comes first.
    """

    text: str
    workings: tuple[str, ...]
    inputs: tuple[Statement, ...]
    stored: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question that the pack can answer, and the entry that answers it."""

    entry: str
    question: str


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text that an answer speaks of by a name only, as "the article", and where it can be read."""

    name: str
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One line of the trace: an entry that was considered, its score and what removed it."""

    entry: str
    score: float
    removed_by: str | None = None


class Read(NamedTuple):
    """Something that was read in a question: the id of an entity or metric, a word, or a period."""

    kind: Literal["entity", "metric", "period", "unknown name", "unknown word"]
    what: str | Mention


@dataclass(frozen=True, slots=True)
class Context:
    """The answer that a reply refers to: its entries, the main one first, and the question as it was read.

    ``entries`` is empty where nothing was answered, ``question`` where only the entries are known.
    ``before`` is the question whose answer that one was a reply to. ``lost`` where a reply to it was looked
    up in vain: then only "source?", and of a count who counted, are asked of it.
    """

    entries: tuple[str, ...]
    question: str = ""
    before: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """How an answer came about. ``candidates`` come best first, those removed after the others.

    ``read_as`` is the whole question that a short reply to an answer was read as, ``reply_to`` the
    question of that answer; ``still`` is what a reply without an answer leaves the talk to be about.
    """

    read: tuple[Read, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    threshold: float = 1.0
    read_as: str = ""
    reply_to: str = ""
    still: Context | None = None


NO_TRACE: Final = Trace()


@dataclass(frozen=True, slots=True)
class Answered:
    """The pack answers. ``main`` comes first; ``others`` are shown side by side with it.

    ``others`` hold the entries that give another value for the same thing (``disputed``) or,
    for a claim, the entries that decide it; ``also`` hold what other counters, who may
    define it otherwise, count of the same thing. ``computed`` holds what was worked out; then ``main``
    is the first of its inputs, unless it says the same outright.
    ``dispute_notes`` name values that have no entry. ``confidence`` is a probability in
    0..1 that ``main`` answers the question.
    """

    question: str
    confidence: float
    main: Statement
    others: tuple[Statement, ...] = ()
    dispute_notes: tuple[str, ...] = ()
    disputed: bool = False
    also: tuple[Statement, ...] = ()
    trace: Trace = NO_TRACE
    today: date | None = None
    """The day on which it is given, against which its age is judged; None where that is unknown."""
    computed: Computed | None = None
    contrast: tuple[str, ...] = ()
    """Sentences on what the question supposes and ``main`` has otherwise, as another number."""
    speaks_of: NamedText | None = None
    further: tuple[Answered, ...] = ()
    """The answers to what else the same message asks, each with its own words as its question."""
    untold: tuple[str, ...] = ()
    """What else it asks that is not answered, in its own words."""

    @property
    def own(self) -> tuple[Statement, ...]:
        """``main``, then the inputs of what was computed, then ``others``, then ``also``; each once."""
        inputs = self.computed.inputs if self.computed else ()
        return _each_once((self.main, *inputs, *self.others, *self.also))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its ``own`` statements, then those of ``further``; each once."""
        if not self.further:
            return self.own
        further = (statement for answer in self.further for statement in answer.own)
        return _each_once((*self.own, *further))

    @property
    def citations(self) -> tuple[Cited, ...]:
        """Every citation of every statement once, in order; never empty."""
        return cited_once(self.statements)

    @property
    def as_of(self) -> Period | None:
        """Date of the newest cited source: the day up to which the answer is known to hold."""
        return newest(self.citations)


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The question is close to two or three entries; ``choices`` has one question for each."""

    question: str
    confidence: float
    choices: tuple[Suggestion, ...]
    trace: Trace = NO_TRACE


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The pack does not answer. ``reason`` is a short plain clause where one is known."""

    question: str
    confidence: float
    nearest: tuple[Suggestion, ...] = ()
    reason: str | None = None
    trace: Trace = NO_TRACE


Answer: TypeAlias = Answered | Ambiguous | Unanswered
