"""PURE: packs of asks whose answers tell no more than they: matched by resemblance, by bars of their own."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.answering.calibration import Calibration, Linear
from bot.answering.confidence import RESEMBLANCE
from bot.answering.lexicon import FUNCTION_WORDS
from bot.answering.resemblance import Resemblance
from bot.answering.semantic import meanings
from bot.answering.slots import texts
from bot.answering.text import normalise, split, tokenise
from bot.knowledge.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.answering.reader import Reader
    from bot.answering.reading import Reading
    from bot.answering.semantic import Encoder
    from bot.answering.slots import Slots
    from bot.knowledge.model import Entry, Pack

FEWEST_ENTRIES, MOST_ASKS = 10, 2_000
"""How large a pack is matched so: a few entries tell too little of each other, and the vote's table grows
with the square of the asks."""
_OPEN: Final = 0.01
"""Share of the asks with a date, number or name of their own from which such a thing is an example only."""
_FEWEST: Final = 2
_STRANGE: Final = "strange"
"""Stands in ``open_to`` for names in small letters, which only show by being no English."""
_BARS: Final = ((0.38, 0.8), (0.48, 0.95))
_BARS_BY_MEANING: Final = ((0.33, 0.8), (0.42, 0.95))
"""For an asked and an unasked question: the score from which it is answered, and the share of the pack's own
asks that must score lower without their entry. Whichever is higher counts. Chosen on validation questions."""
_BASIS: Final = "this pack's own asks, each compared with all entries but its own"
_NARROWEST: Final = 0.04
"""Least distance of the two bars."""
SAFE: Final = Calibration(Linear(0.0))
"""The bars that the scores are mapped to."""


@dataclass(frozen=True, slots=True)
class Plain:
    """How questions are matched with a plain pack. ``open_to`` are fields of a reading that fix nothing."""

    resemblance: Resemblance
    open_to: frozenset[str]
    calibration: Calibration

    def opened(self, reading: Reading) -> Reading:
        """Return a reading without what fixes nothing in this pack."""
        emptied = self.open_to - {_STRANGE}
        opened = replace(reading, **{name: type(getattr(reading, name))() for name in emptied})
        return replace(opened, names=()) if _STRANGE in self.open_to else opened


def plain(
    pack: Pack, entries: Sequence[tuple[Entry, Slots]], reader: Reader, encoder: Encoder | None
) -> Plain | None:
    """Return how to match a plain pack; ``None`` for a pack that holds anything else, or too much.

    Where the answers tell something, what is asked must be found in them: resemblance to an ask alone would
    have the chair of a club answer for the vice chair.
    """
    asks = [list(dict.fromkeys(entry.asks)) for entry, _ in entries]
    simple = all(
        isinstance(entry, Fact) and entry.period is None and entry.asks and not entry.leaves_open
        for entry, _ in entries
    )
    if not simple or pack.metrics or len(pack.entries) > len(entries) or _tell(entries):
        return None
    if len(asks) < FEWEST_ENTRIES or sum(map(len, asks)) > MOST_ASKS:
        return None
    spans: list[range] = []
    for each in asks:
        begin = spans[-1].stop if spans else 0
        spans.append(range(begin, begin + len(each)))
    phrasings = [ask for each in asks for ask in each]
    found = Resemblance(phrasings, spans, meanings(encoder, phrasings, spans))
    bars = _BARS if encoder is None else _BARS_BY_MEANING
    return Plain(found, _open_to(entries, asks, reader), _calibrated(found.without_own(), bars))


def _tell(entries: Sequence[tuple[Entry, Slots]]) -> bool:
    """Whether most answers tell what neither their own asks nor most other answers say."""
    told = [_words(texts(entry)) for entry, _ in entries]
    seen = Counter(word for words in told for word in words)
    common = {word for word, count in seen.items() if 2 * count >= len(told)}
    more = sum(
        bool(words - common - _words(entry.asks)) for words, (entry, _) in zip(told, entries, strict=True)
    )
    return 2 * more > len(entries)


def _words(told: Iterable[str]) -> frozenset[str]:
    """Return the telling words of some texts, without numbers."""
    words = (word for text in told for word in split(normalise(text))[1])
    return frozenset(word for word in words if word not in FUNCTION_WORDS and not word[0].isdigit())


def _calibrated(uncovered: NDArray[np.float64], bars: Iterable[tuple[float, float]]) -> Calibration:
    """Return the calibration that reaches the bars at the scores from which to speak."""
    asked, unasked = (max(least, float(np.quantile(uncovered, share))) for least, share in bars)
    low, high = (math.log(bar / (1 - bar)) for bar in (SAFE.asked, SAFE.unasked))
    slope = (high - low) / max(unasked - asked, _NARROWEST)
    return Calibration(Linear(low - slope * asked, (slope,), RESEMBLANCE), basis=_BASIS)


def _open_to(
    entries: Sequence[tuple[Entry, Slots]], asks: Sequence[Sequence[str]], reader: Reader
) -> frozenset[str]:
    """Return what the pack's own asks hold as mere examples: periods, numbers or names.

    So do words that are no English: asks in small letters name shops and towns so.
    An ask with a date that its entry does not speak of, or with a number or a name that no other
    ask has, shows that the answer does not depend on it.
    """
    total = sum(map(len, asks))
    seen = Counter(word for each in asks for ask in each for word in set(split(normalise(ask))[1]))
    free: Counter[str] = Counter()
    for (_, slots), each in zip(entries, asks, strict=True):
        for ask in each:
            reading = reader.read(ask)
            free["periods"] += bool(reading.periods) and not slots.periods
            alone = {token.word for token in tokenise(normalise(ask)) if seen[token.word] == 1}
            free["numbers"] += bool(reading.numbers) and any(word[0].isdigit() for word in alone)
            free["names"] += not alone.isdisjoint(reader.named(ask))
            free[_STRANGE] += not alone.isdisjoint(reader.strange(ask))
    kinds = {kind for kind, count in free.items() if count >= max(_FEWEST, _OPEN * total)}
    return frozenset(kinds | ({"proper"} if "names" in kinds else set()))
