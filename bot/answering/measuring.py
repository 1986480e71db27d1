"""PURE: which metric a question asks for, by the words that a pack has for its metrics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.counts import CHANGE_UNIT, aggregate
from bot.answering.dates.mentions import MONTH_OR_MORE
from bot.answering.intent import QUANTITY, asks_change
from bot.answering.lexicon import LINKING_WORDS, NEGATIONS
from bot.answering.linking import Link, metric_phrasebook
from bot.answering.text import normalise, tokenise
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.answering.text import Token
    from bot.knowledge.model import Pack

_DOING: Final = frozenset({"do", "does", "did"})
_BY: Final = re.compile(r"\bby\b")
_EXCLUDING: Final = re.compile(r"\b(?:non|not|no|besides|except|excluding|without)\b", re.IGNORECASE)
"""Words of a name that leave out what follows: "casualties besides deaths" in any order may be the deaths."""
_HOW_MANY: Final = re.compile(r"\bhow\s+(?:many|much)\b")
"""What is asked for, though "how strong" comes before it."""


class Measure(NamedTuple):
    """The metrics that a question asks for, its words that name them, and the telling words beside."""

    metrics: tuple[str, ...]
    own: tuple[Token, ...]
    before: Token | None
    rest: tuple[Token, ...]


class Measures:
    """The words of a pack's metrics. Built once, then only read."""

    def __init__(self, pack: Pack, key: Callable[[str], str]) -> None:
        """Take a pack, and what gives the key by which a word is compared."""
        metrics = tuple(pack.metrics.values())
        whole = frozenset(figure.metric for figure in pack.of_kind(Figure) if aggregate(figure))
        self.in_parts = frozenset(metric.id for metric in metrics if metric.broader) - whole
        """The narrower metrics that no figure counts as a whole: only of one event or a part."""
        broader = {metric.id: metric.broader for metric in metrics}
        monthly = {figure.metric for figure in pack.of_kind(Figure) if _counts_a_month(figure)}
        self.over_time = frozenset(each for each in broader if each in monthly or broader[each] in monthly)
        """The metrics that some figure counts for a month or more, and what is narrower by one step."""
        self._key = key
        self._book = metric_phrasebook(metrics)
        self._alike = metric_phrasebook(metrics, key)
        """The same of two words and more by what alike words share: "troops slain" for "soldiers killed"."""
        self.ways: Mapping[str, tuple[frozenset[str], ...]] = {
            metric.id: tuple(self._way(words) for words in metric.words if not _EXCLUDING.search(words))
            for metric in metrics
        }
        """For each metric, the ways to name it, each as the keys of its words, which tell it in any order."""
        self.keys = frozenset(key for each in whole for way in self.ways.get(each, ()) for key in way)
        """The keys of the words of metrics that some figure counts as a whole, not only of one event."""
        self.changes = tuple(metric.id for metric in metrics if metric.unit == CHANGE_UNIT)
        """The metrics that tell by how much something rose or fell."""
        self._by = frozenset(metric.id for metric in metrics if any(map(_BY.search, metric.words)))

    def find(self, telling: Sequence[Token]) -> tuple[Link, ...]:
        """Return where metrics are named among words of a text that are no linking words."""
        raw = [token.raw for token in telling]
        links = self._book.find([token.stem for token in telling], raw)
        wide = self._alike.find([self._key(token.word) for token in telling], raw)
        if not wide:
            return links
        kept = [link for link in links if not any(_within(link, other) for other in wide)]
        added = [link for link in wide if not any(_overlap(link, other) for other in kept)]
        return tuple(sorted((*kept, *added)))

    def asked(self, free: Sequence[Token], text: str) -> Measure | None:
        """Return the metric named first after "how many", or else named first; ``None`` for none.

        ``free`` are the words outside names and dates. Who did something is not who it was done to:
        "how many did militants kill" and "how many were killed by militants" count no militants. A
        question for a change asks for the metric that is one, wherever its words stand.
        """
        telling = [token for token in free if token.word not in LINKING_WORDS]
        found = self._first(telling, text)
        if found is None:
            return None
        doers = self._doers(found, telling, free)
        if doers:
            telling = [token for token in telling if token not in doers]
            found = self._first(telling, text) or found
        own, rest = telling[found.start : found.end], telling[: found.start] + telling[found.end :]
        before = _just_before(telling, found, text)
        changed = self._changed(telling) if asks_change(text) else ()
        return Measure(changed or found.targets, tuple(own), before, (*rest, *doers))

    def _first(self, telling: Sequence[Token], text: str) -> Link | None:
        """Return the metric named first after "how many", or else named first.

        One that is denied where another is not is what was not meant: "not deaths, I wanted injured".
        """
        links = self.find(telling)
        meant = tuple(link for link in links if not _is_denied(telling, link, text))
        links = meant or links
        cue = _HOW_MANY.search(text) or QUANTITY.search(text)
        after = (link for link in links if cue and telling[link.end - 1].start >= cue.start())
        return next(iter((*after, *links)), None)

    def _doers(self, found: Link, telling: Sequence[Token], free: Sequence[Token]) -> tuple[Token, ...]:
        """Return the words of a metric's name that say who acts: before the verb of "did", or after "by"."""
        own = telling[found.start : found.end]
        if len(own) == 1:
            return ()
        first, last = own[0], own[-1]
        if any(token.word in _DOING and token.start < first.start for token in free):
            return () if self.find([first]) else tuple(own[:-1])  # "killed in attacks" begins with no actor
        by = [token.start for token in free if token.word == "by" and first.start < token.start < last.start]
        if not by or not self._by.isdisjoint(found.targets):
            return ()
        return tuple(token for token in own if token.start > by[0])

    def _changed(self, telling: Sequence[Token]) -> tuple[str, ...]:
        """Return the changes of which every word of a name is there, and of no longer name of another."""
        keys = frozenset(self._key(token.word) for token in telling)
        longest = {
            metric: max((len(way) for way in self.ways[metric] if way <= keys), default=0)
            for metric in self.changes
        }
        most = max(longest.values(), default=0)
        return tuple(metric for metric, words in longest.items() if words == most > 0)

    def _way(self, phrase: str) -> frozenset[str]:
        """Return the keys of the words with which people name a metric."""
        words = (token.word for token in tokenise(normalise(phrase)))
        return frozenset(self._key(word) for word in words if word not in LINKING_WORDS)


def _is_denied(telling: Sequence[Token], link: Link, text: str) -> bool:
    """Whether a "not" stands before a metric."""
    before = _just_before(telling, link, text)
    return before is not None and before.word in NEGATIONS


def _just_before(telling: Sequence[Token], link: Link, text: str) -> Token | None:
    """Return the telling word before a metric, if no name or date stands between them."""
    if not link.start:
        return None
    before = telling[link.start - 1]
    between = text[before.start + len(before.raw) : telling[link.start].start].casefold().split()
    return before if all(word.strip(",") in LINKING_WORDS for word in between) else None


def _counts_a_month(figure: Figure) -> bool:
    """Whether a figure counts all of its metric in a month or more, and is no change of a count."""
    lasting = figure.period is not None and figure.period.days >= MONTH_OR_MORE
    return lasting and aggregate(figure) and figure.unit != CHANGE_UNIT


def _overlap(one: Link, other: Link) -> bool:
    """Whether two phrases of a text share a word."""
    return one.start < other.end and other.start < one.end


def _within(one: Link, other: Link) -> bool:
    """Whether one phrase shares a word with a longer one."""
    return _overlap(one, other) and one.end - one.start < other.end - other.start
