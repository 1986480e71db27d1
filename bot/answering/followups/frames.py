"""PURE: what a question about a count is made of: what is counted, when, where, by whom and whose acts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.answering.dates.parts import months_from
from bot.answering.followups.occasions import is_occasion
from bot.answering.lexicon import FRAME_WORDS, FUNCTION_WORDS
from bot.answering.operations import operation
from bot.answering.text import stem, tokenise
from bot.answering.wording import brief_name, when
from bot.knowledge.model import Figure
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bot.answering.dates.mentions import Mention
    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.knowledge.model import Pack

_TWO = 2
_EARLIER: Final = re.compile(
    r"\b(?:the\s+)?(?P<unit>year|month)\s+(?:before|earlier|prior)\b"
    r"|\b(?:the\s+)?(?:previous|last|prior)\s+(?P<unit_after>year|month)\b"
)
"""What a count is compared with: the one of the year or month before."""
_FILLERS = frozenset(
    "about same instead too also well okay hmm hm case then one ones itself themselves himself anyway"
    " version versions side sides".split()
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of a question about a count, in ids; what is not named is empty."""

    metric: str = ""
    periods: tuple[Period, ...] = ()
    places: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    event: str = ""
    others: tuple[str, ...] = ()
    """Entities named that are none of these."""

    @property
    def empty(self) -> bool:
        """Whether nothing is named."""
        return self == Frame()

    def over(self, before: Frame) -> Frame:
        """Return this frame with what it does not name taken from another.

        A new time, place or group takes the place of an event; the days of the event go with it.
        """
        apart = bool(before.event) and bool(self.periods or self.places or self.actors)
        return Frame(
            self.metric or before.metric,
            self.periods or (() if apart else before.periods),
            self.places or before.places,
            self.counters or (() if apart else before.counters),
            self.actors or before.actors,
            self.event or ("" if apart else before.event),
            self.others,
        )

    def words(self, pack: Pack, asking: str = "how many") -> str:
        """Return the frame as a question."""
        metric = pack.metrics.get(self.metric)
        parts = [
            f"{asking} {metric.words[0] if metric else self.metric}",
            _listed(pack, "by", self.actors),
            _listed(pack, "in", (self.event,) if self.event else self.places),
            " and ".join(map(when, () if self.event else self.periods)),
            _listed(pack, "according to", self.counters),
        ]
        return " ".join(filter(None, parts)) + "?"


def frame_of(figure: Figure) -> Frame | None:
    """Return what a figure counts; ``None`` for a count of its own, which no such question asks for."""
    if figure.label:
        return None
    return Frame(
        figure.metric,
        (figure.period,) if figure.period else (),
        (figure.place,) if figure.place else (),
        (figure.counted_by,) if figure.counted_by else (),
        figure.by,
        figure.event or "",
    )


def frame_of_card(index: Index, key: str) -> Frame:
    """Return what a count is asked of after an answer that says what an entity is: by, in or at that."""
    if key in index.places:
        return Frame(places=(key,))
    if key in index.counters:
        return Frame(counters=(key,))
    return Frame(event=key) if is_occasion(index, key) else Frame(actors=(key,))


def named_in(
    index: Index, text: str, as_of: date | None, *, strict: bool = True, beside: Sequence[Period] = ()
) -> Frame | None:
    """Return what a text names; ``None`` where it says more than that, or a date that can't be told.

    Not ``strict``, it may say anything else beside. A month without a year is of the year of ``beside``.
    """
    reading = index.reader.read(text, as_of)
    metric = min(reading.asked, default="") if strict or reading.quantity else ""
    dated = [_dated(mention, beside) for mention in reading.periods]
    if strict and None in dated:
        return None
    if strict and (reading.numbers or reading.names or _says_more(index, reading)):
        return None
    periods = filter(None, dated)
    counters, actors, events = index.roles
    entities = _entities(reading)
    found = Frame(
        metric,
        tuple(dict.fromkeys(periods)),
        tuple(key for key in entities if key in index.places),
        tuple(key for key in entities if key in counters),
        tuple(key for key in entities if key in actors),
        next((key for key in entities if key in events), ""),
        tuple(key for key in entities if key not in index.places | counters | actors | events),
    )
    return None if found.empty else found


def _dated(mention: Mention, beside: Sequence[Period]) -> Period | None:
    """Return what a date means; one without a year is of the one year that all periods beside it lie in."""
    if mention.side is not None:
        return None
    if not mention.yearless:
        return mention.alternatives[0]
    years = {period.first.year for period in beside} | {period.last.year for period in beside}
    found = [period for period in mention.alternatives if {period.first.year, period.last.year} == years]
    return found[0] if len(found) == 1 else None


def compared(index: Index, text: str, now: Frame, before: Frame | None) -> str | None:
    """Return the question that a reply asks which compares what was counted: "how much did it rise?".

    Two counts of different times, asked one after the other, are compared; one alone with the time before it.
    ``None`` where it asks for no comparison, or names something itself.
    """
    reading = index.reader.read(text)
    wanted = operation(reading.summing)
    named = reading.links or reading.numbers or reading.names or len(reading.periods) > 1
    if wanted is None or wanted.kind != "compare" or named or _counts(index, reading):
        return None
    if reading.periods:
        return _with_another(index, now, _beside(reading.periods[0], now.periods))
    earlier = _EARLIER.search(reading.text)
    if earlier is not None:
        return _with_the_one_before(index, now, earlier["unit"] or earlier["unit_after"])
    if before is not None and replace(before.over(now), periods=now.periods) == now:
        spans = sorted({*before.periods, *now.periods})
        if len(spans) == _TWO:
            return replace(now, periods=tuple(spans)).words(index.pack, "compare")
    single = wanted.change and len(now.periods) == 1
    return now.words(index.pack, "rise in the number of") if single else None


def _beside(mention: Mention, periods: Sequence[Period]) -> Period | None:
    """Return what a date means that a count is held against: without a year, what is nearest to its time."""
    if not mention.yearless or len(periods) != 1:
        return _dated(mention, periods)
    own = periods[0].first
    return min(mention.alternatives, key=lambda other: (abs((other.first - own).days), other.first))


def _with_another(index: Index, now: Frame, other: Period | None) -> str | None:
    """Return the question that compares what was counted with another time."""
    own = now.periods[0] if len(now.periods) == 1 else None
    if own is None or other is None or other == own:
        return None
    if (own.is_year, own.is_month) != (other.is_year, other.is_month):
        return None  # a month is not held against a year
    return replace(now, periods=tuple(sorted((other, *now.periods)))).words(index.pack, "compare")


def _with_the_one_before(index: Index, now: Frame, unit: str) -> str | None:
    """Return the question that compares what was counted with the year or month before it."""
    own = now.periods[0] if len(now.periods) == 1 else None
    if own is not None and own.is_month:
        months = 12 if unit == "year" else 1
        before = months_from(own.first.year, own.first.month - months)
    elif own is not None and own.is_year and unit == "year":
        before = Period.year(own.first.year - 1)
    else:
        return None
    return replace(now, periods=(before, own)).words(index.pack, "compare")


def _counts(index: Index, reading: Reading) -> bool:
    """Whether a text names something that is counted, other than by how much a count changed."""
    tokens = tokenise(reading.text)
    return bool(index.countable.find([token.stem for token in tokens], [token.raw for token in tokens]))


def _entities(reading: Reading) -> tuple[str, ...]:
    """Return the first entity that each name in a text stands for."""
    return tuple(dict.fromkeys(link.targets[0] for link in reading.links))


def _says_more(index: Index, reading: Reading) -> bool:
    """Whether a text has a telling word outside its names, dates and what it counts."""
    metrics = (index.pack.metrics[metric] for metric in reading.asked)
    words = (word for metric in metrics for phrase in metric.words for word in phrase.split())
    told = {stem(word.casefold()) for word in words}
    tokens = tokenise(reading.text)
    measured = frozenset[str]().union(*reading.measured)
    keys = reading.order if len(reading.order) == len(tokens) else ("",) * len(tokens)
    taken = {at for link in reading.links for at in range(link.start, link.end)}
    for at, token in enumerate(tokens):
        dated = any(mention.start <= token.start < mention.end for mention in reading.periods)
        idle = token.word in FUNCTION_WORDS or token.word in FRAME_WORDS or token.word in _FILLERS
        if not (at in taken or dated or idle or token.stem in told or keys[at] in measured):
            return True
    return False


def _listed(pack: Pack, before: str, ids: Iterable[str]) -> str:
    """Return some names after a preposition; nothing without any."""
    names = " and ".join(brief_name(pack, key) for key in ids)
    return f"{before} {names}" if names else ""
