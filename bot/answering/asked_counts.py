"""PURE: what a question wants counted: by which metric, whether as a whole, and over which span."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answering.dates.mentions import MONTH_OR_MORE
from bot.answering.dates.since import opened
from bot.answering.lexicon import COUNTING, NEGATIONS, SETTING
from bot.answering.operations import WORDS as SUM_WORDS
from bot.answering.operations import tells_change
from bot.answering.singling import offices, singled_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answering.dates.mentions import Mention
    from bot.answering.dates.since import Happening
    from bot.answering.measuring import Measures
    from bot.answering.reading import Reading
    from bot.answering.text import Token
    from bot.answering.vocabulary import Vocabulary

_IDLE: Final = COUNTING | SUM_WORDS | SETTING
"""Words that tell nothing of what is counted."""
_SEEN: Final = frozenset({"see", "seen"})
_SAW: Final = re.compile(r"\b(?:did|does|has|had)\s+(?:[\w'-]+\s+){1,3}seen?\b")
"""Signs that it is a place which saw what is counted: "how many attacks did Karachi see"."""
_BEFORE_DAYS: Final = ("on ", "on the ")


class AskedCounts:
    """Adds to readings what they want counted. Built once, then only read."""

    def __init__(
        self,
        measures: Measures,
        vocabulary: Vocabulary,
        happened: Mapping[str, Happening],
        publishers: Iterable[str] = (),
    ) -> None:
        """Take the metrics and the words of a pack, when each thing happened, whose sources it has."""
        self._publishers = frozenset(publishers)
        self._measures = measures
        self._vocabulary = vocabulary
        self._happened = happened

    def read(self, reading: Reading, free: Sequence[Token], plain: str, tokens: Sequence[Token]) -> Reading:
        """Return a reading of ``plain`` with what it wants counted.

        ``free`` are its words outside names and dates.
        """
        return self._opened(self._measured(reading, free, tokens), plain, tokens)

    def _measured(self, reading: Reading, free: Sequence[Token], tokens: Sequence[Token]) -> Reading:
        """Return a reading with the metric that it asks for, and of whom."""
        measure = self._measures.asked(free, reading.text)
        singled = singled_out(reading, free, tokens, measure.own if measure else ())
        keys, counting = frozenset(map(self._vocabulary.key, singled)), offices(tokens, self._publishers)
        if measure is None:
            return replace(reading, singled=keys, offices=counting) if keys or counting else reading
        idle = _IDLE | _SEEN if _SAW.search(reading.text) else _IDLE
        rest = [self._vocabulary.term(token.word) for token in measure.rest if token.word not in idle]
        beside = frozenset(term.key for term in rest if term.role == "content") - self._measures.keys
        bare = not beside
        ways = [way for metric in measure.metrics for way in self._measures.ways[metric]]
        own = frozenset(self._vocabulary.key(token.word) for token in measure.own)
        plain = reading.sought is None or (reading.sought == "truth" and tells_change(reading.text))
        quantity = reading.quantity or (bare and plain)
        named = " ".join(token.word for token in measure.own)
        over_time = not self._measures.over_time.isdisjoint(measure.metrics)
        long = over_time and self._is_whole(reading, quantity=quantity)
        return replace(
            reading,
            singled=keys,
            offices=counting,
            asked=frozenset(measure.metrics),
            measured=tuple(dict.fromkeys((own, *ways))),
            measured_in=named if " " in named and measure.metrics[0] not in self._measures.changes else "",
            negated=measure.before is not None and measure.before.word in NEGATIONS,
            quantity=quantity,
            bare=bare and not self._measures.in_parts.issuperset(measure.metrics),
            whole=bare and long,
            beside=beside if long else frozenset(),
        )

    def _is_whole(self, reading: Reading, *, quantity: bool) -> bool:
        """Whether a count is asked of a month or more, and of nothing that happened in it.

        A number of the question's own makes it none, unless it is hedged: "were over a hundred killed".
        """
        hedged = bool(reading.leaves) and all(reading.leaves)
        counted = hedged or (quantity and not reading.numbers)
        if not counted or not self._happened.keys().isdisjoint(reading.entities):
            return False
        return any(_may_be_long(mention, reading.text) for mention in reading.periods)

    def _opened(self, reading: Reading, plain: str, tokens: Sequence[Token]) -> Reading:
        """Return a reading of a count with the spans that begin or end with what happened.

        Without them another time's count, or that of the happening itself, would be taken for it.
        """
        if not reading.asked or reading.sought not in {None, "count"}:
            return reading
        since = tuple(opened(plain, tokens, reading.links, self._happened))
        if not since:
            return reading
        periods = (*reading.periods, *(mention for _, mention in since))
        opening = frozenset(target for link, _ in since for target in link.targets)
        return replace(reading, periods=periods, opening=opening, quantity=True)


def _may_be_long(mention: Mention, text: str) -> bool:
    """Whether a date may be a month or more: "Jan 24" may, but "on Jan 24" is a day."""
    longest = max(period.days for period in mention.alternatives)
    day = longest != mention.alternatives[0].days and text[: mention.start].endswith(_BEFORE_DAYS)
    return longest >= MONTH_OR_MORE and not day
