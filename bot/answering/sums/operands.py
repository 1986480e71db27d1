"""PURE: over which figures a question wants a sum: its metric, periods, places and counters, and no more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.figures.series import is_count
from bot.answering.lexicon import FRAME_WORDS, FUNCTION_WORDS, LINKING_WORDS, MONTHS, SETTING
from bot.answering.operations import WORDS
from bot.answering.text import stem, tokenise
from bot.knowledge.model import Figure
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answering.dates.mentions import Mention
    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.answering.text import Token

_DEADLY: Final = re.compile(r"\b(?:deadli|bloodi)e(?:r|st)\b")
_DEATHS: Final = "deaths"
"""What makes a month the deadliest: the metric that goes by this word."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_AND: Final = re.compile(r"\band\b|&|,")
_BETWEEN: Final = re.compile(r"\bbetween\s+(?:the\s+)?$")
_BOUND: Final = 24
"""Characters before a date in which "between" is looked for."""
_EITHER: Final = 2
"""Ends of a range."""


@dataclass(frozen=True, slots=True)
class Operands:
    """The figures that a sum may rest on, and the periods that it is asked for.

    ``figures`` are live counts of one metric; ``periods`` come as they are named, a range by its two
    ends; ``span`` is a range named as a whole, ``since`` the period from which on all are meant.
    ``places`` and ``counters`` are those named.
    """

    metrics: tuple[str, ...]
    figures: tuple[Figure, ...]
    periods: tuple[Period, ...] = ()
    span: Period | None = None
    since: Period | None = None
    places: frozenset[str] = frozenset()
    counters: frozenset[str] = frozenset()


def operands(index: Index, reading: Reading, amount: range = range(0)) -> Operands | None:
    """Return what a question wants a sum over.

    ``None`` when it has a word, name or number that the sum would leave out, or a date that
    can't be told: such a question asks for something else. ``amount`` is where its text tells the result.
    """
    numbered = len(reading.numbers) > bool(amount)
    if numbered or any(unknown.casefold() not in WORDS for unknown in reading.names):
        return None
    tokens = tokenise(reading.text)
    dated = _dated(reading.periods, tokens)
    linked = frozenset(place for link in reading.links for place in range(link.start, link.end))
    taken = dated | linked
    free = [token for at, token in enumerate(tokens) if at not in taken and token.start not in amount]
    metrics, explained = _metrics(index, reading.text, free)
    counts = [figure for metric in metrics for figure in _counts(index, metric)]
    if not counts or any(not _is_idle(token, explained) for token in free):
        return None
    counters, bodies = _counters(index, reading, counts)
    actors = reading.entities & {actor for figure in counts for actor in figure.by}
    known = bodies | actors | reading.places
    if any(known.isdisjoint(link.targets) for link in reading.links):
        return None
    when = _when(reading)
    if when is None:
        return None
    places = reading.places or _default(index)
    fitting = (
        figure
        for figure in counts
        if frozenset(figure.by) == actors
        and (not counters or figure.counted_by in counters)
        and (not places or figure.place in places)
    )
    return Operands(metrics, tuple(fitting), *when, places=reading.places, counters=frozenset(counters))


def _counters(
    index: Index, reading: Reading, counts: Sequence[Figure]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the counters that are named, be it by what they are part of ("the UN"), and those names."""
    named = reading.entities - index.places
    above = {
        counter: index.ancestry.of(counter) for counter in {each.counted_by for each in counts} if counter
    }
    counters = frozenset(counter for counter, bodies in above.items() if not named.isdisjoint(bodies))
    return counters, named & frozenset(body for counter in counters for body in above[counter])


def _default(index: Index) -> frozenset[str]:
    """Return the place that is meant when none is named."""
    place = index.pack.default_place
    return frozenset({place}) if place else frozenset()


def _dated(mentions: Sequence[Mention], tokens: Sequence[Token]) -> frozenset[int]:
    """Return the positions of the words inside dates."""
    return frozenset(
        at
        for at, token in enumerate(tokens)
        if any(mention.start <= token.start < mention.end for mention in mentions)
    )


def _metrics(index: Index, text: str, free: Sequence[Token]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the metrics that some words name, and the stems that tell nothing beside them.

    Shares and changes in percent are no counts: what rose is the count.
    """
    book = index.countable
    telling = [token for token in free if token.word not in LINKING_WORDS]
    links = book.find([token.stem for token in telling], [token.raw for token in telling])
    if not links and _DEADLY.search(text):
        links = book.find([stem(_DEATHS)], [_DEATHS])
    found = tuple(dict.fromkeys(target for link in links for target in link.targets))
    words = (
        word for metric in found for phrase in index.pack.metrics[metric].words for word in phrase.split()
    )
    return found, frozenset(stem(word.casefold()) for word in words)


def _counts(index: Index, metric: str) -> Iterator[Figure]:
    """Yield the live counts of one metric."""
    for position in index.figures.get(metric, ()):
        entry = index.entries.bare[position]
        if isinstance(entry, Figure) and is_count(entry):
            yield entry


def _is_idle(token: Token, explained: frozenset[str]) -> bool:
    """Whether a word narrows nothing down beside the metric and the sum asked for."""
    word = token.word
    said = word in FUNCTION_WORDS or word in FRAME_WORDS or word in WORDS or word in SETTING
    return said or token.stem in explained


def _when(reading: Reading) -> tuple[tuple[Period, ...], Period | None, Period | None] | None:
    """Return the periods named, the range that they are the ends of, and the one that all begins with."""
    mentions = reading.periods
    since = [mention for mention in mentions if mention.side == "since" and not mention.yearless]
    if since:
        return ((), None, since[0].alternatives[0]) if len(mentions) == 1 else None
    if any(mention.side is not None for mention in mentions):
        return None
    found: list[Period] = []
    span: Period | None = None
    for at, mention in enumerate(mentions):
        period = _period(mention, mentions[:at], mentions[at + 1 :])
        if period is None:
            return None
        ends = _ends(reading.text, mention, period)
        if len(ends) == _EITHER and not _apart(reading.text, mention):
            span = period
        found += ends
    if span is not None and len(mentions) > 1:
        return None
    return tuple(dict.fromkeys(found)), span, None


def _period(mention: Mention, earlier: Sequence[Mention], following: Sequence[Mention]) -> Period | None:
    """Return what a date means.

    One without a year has that of the next, unless it comes after it there; behind the only other date,
    as in "more in February 2023 than in January", it is the nearest to that.
    """
    if not mention.yearless:
        return mention.alternatives[0]
    if len(earlier) == 1 and not following and not earlier[0].yearless:
        other = earlier[0].alternatives[0].first
        return min(mention.alternatives, key=lambda each: abs((each.first - other).days))
    dated = next((other.alternatives[0] for other in following if not other.yearless), None)
    if dated is None:
        return None
    same = [each for each in mention.alternatives if each.first.year == dated.first.year]
    return same[0] if len(same) == 1 and same[0].last < dated.first else None


def _ends(text: str, mention: Mention, period: Period) -> tuple[Period, ...]:
    """Return the two ends of a range of years or of months, or the period itself."""
    said = text[mention.start : mention.end]
    months = sum(word in MONTHS for word in re.findall(r"[a-z]+", said))
    first, last = period.first, period.last
    if (
        months == _EITHER
        and period.first.day == 1
        and period.days > Period.month(first.year, first.month).days
    ):
        return Period.month(first.year, first.month), Period.month(last.year, last.month)
    if not months and len(_YEAR.findall(said)) == _EITHER:
        return Period.year(first.year), Period.year(last.year)
    return (period,)


def _apart(text: str, mention: Mention) -> bool:
    """Whether the ends of a range are meant each for itself, as in "December and January"."""
    if _BETWEEN.search(text[max(0, mention.start - _BOUND) : mention.start]):
        return False
    said = text[mention.start : mention.end]
    return bool(_AND.search(said)) and not said.startswith("between")
