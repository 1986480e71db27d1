"""PURE: how sure it is that a candidate answers a question: its evidence beside that of the others."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from bot.answering.counts import aggregate
from bot.answering.intent import asks_part, asks_particulars
from bot.answering.seeking import SOUGHT
from bot.answering.trust.disputes import same_matter
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.calibration import Calibration
    from bot.answering.evidence import Evidence
    from bot.answering.index import Index
    from bot.answering.ranking import Ranked
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

MOST_LEAD: Final = 0.3
_OTHERS: Final = 2
_JUDGED: Final = 2
"""The first candidates, of which the surest is taken."""
_MOST_LINKS: Final = 4
JUST_THAT: Final = 0.9
"""How sure it is, at least, that a count answers a question for just that count: of 155 such ``tune``
questions 153 were right, and trees alone can't tell that nothing else is asked."""
_KINDS: Final = ("fact", "figure", "event", "quote", "entity", "claim")
_OF_EVIDENCE: Final = (
    "nearest",
    "centroid",
    "alike",
    "tokens",
    "coverage",
    "pairs",
    "fit",
    "unknown",
    "unexplained",
    "unnamed",
    "matched",
    "missing",
    "focus",
    "name",
    "date",
    "default",
    "open",
    "length",
)
_parts: Final[Callable[[Evidence], tuple[float, ...]]] = attrgetter(*_OF_EVIDENCE)
_OF_PHRASES: Final = (
    "phrased",
    "open_phrased",
    "left_open_phrased",
    "left_open_pairs",
    "phrased_open",
    "pairs_open",
)
"""How much the question's pairs of neighbouring words are those of the nearest phrase of the entry
(``phrased``), of the nearest question that it or the pack leaves open (``open_phrased``,
``left_open_phrased``), the greatest share of them that such a question has (``left_open_pairs``), and how
far these are ahead of the entry; all 0..1."""
_OF_MEANING: Final = ("meaning", "astray")
_OF_NO_KIND: Final = dict.fromkeys((*_KINDS, *(f"seeks_{kind}" for kind in SOUGHT)), 0.0)
FEATURES: Final = (
    *_OF_EVIDENCE,
    "score",
    "lead",
    "third",
    "rivalled",
    "left_open",
    *_OF_PHRASES,
    "leaves_open",
    "seeking",
    "periods",
    "numbers",
    "linked",
    "whether",
    "quantity",
    "measured",
    "has_number",
    "has_period",
    "part",
    "particulars",
    "counted",
    "reasoned",
    *_KINDS,
    *(f"seeks_{kind}" for kind in SOUGHT),
)
"""What the confidence rests on. Beside parts of the evidence: its ``score``, how far that ``lead``s the next
entry about another matter and the ``third`` one, how many candidates explain no less of the question
(``rivalled``), how near the question is to any that the pack leaves open (``left_open``) and how much nearer
than to the entry by neighbouring words (``phrased_open``, ``pairs_open``), whether the entry ``leaves_open``
anything, without which no question could be near that, the share of the entry's phrases that are ``seeking``
what it seeks, what it asks, and what the entry is and states: whether a number of it is ``counted`` by the
word asked for, and whether it is ``reasoned`` where why is."""
FEATURES_BY_MEANING: Final = (*FEATURES, *_OF_MEANING)
RESEMBLANCE: Final = ("resemblance",)
"""The only feature in a pack that is matched by resemblance."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The candidates of a question in order, and how sure it is that the first answers it, 0..1."""

    kept: list[Ranked]
    confidence: float
    lead: float
    """How far the score of the first is ahead of the next one about another matter; below 0 if behind."""


def judged(index: Index, reading: Reading, kept: list[Ranked], calibration: Calibration) -> Judged:
    """Put the surest of the first candidates before the others; some must be given."""
    first = [0] if index.plain else range(min(_JUDGED, len(kept)))
    found = [features(index, reading, kept, number) for number in first]
    sure = calibration.confidences(found)
    for number in () if index.plain else first:
        leads = number == 0 or max(sure) < calibration.asked  # another only where none is sure enough
        if leads and _states_just_that(reading, index.entries.bare[kept[number].position]):
            sure[number] = max(sure[number], JUST_THAT)
    best = max(first, key=lambda number: sure[number])
    ordered = [kept[best], *kept[:best], *kept[best + 1 :]]
    return Judged(ordered, sure[best], found[best]["lead"])


def _states_just_that(reading: Reading, entry: Entry) -> bool:
    """Whether a question asks for a count in a period and for no more, and an entry is that count.

    What it counts, where, when and by whom contradicts nothing, or it would be no candidate.
    """
    counted = isinstance(entry, Figure) and aggregate(entry) and bool(reading.periods)
    return counted and reading.bare and bool(reading.asked) and reading.quantity


def features(index: Index, reading: Reading, kept: list[Ranked], number: int) -> dict[str, float]:
    """Return the features of one of the candidates, of which all have evidence."""
    own, evidence = kept[number], kept[number].evidence
    if evidence is None:  # pragma: no cover  # what is kept was weighed
        return {}
    prepared = index.entries[own.position]
    entry = prepared.entry
    second, third = _others(index, kept, number)
    found: dict[str, float] = dict(zip(_OF_EVIDENCE, _parts(evidence), strict=True))
    found |= _phrased(index, reading.order, own, evidence.pairs)
    found |= _OF_NO_KIND
    found[entry.kind] = 1.0
    if reading.sought is not None:
        found[f"seeks_{reading.sought}"] = 1.0
    found |= {
        "score": own.score,
        "lead": max(-MOST_LEAD, min(own.score - second, MOST_LEAD)),
        "third": own.score - third,
        "rivalled": _rivalled(kept, evidence.coverage),
        "left_open": evidence.left_open,
        "leaves_open": float(bool(entry.leaves_open)),
        "seeking": index.seeking(own.position, reading.sought),
        "periods": evidence.periods,
        "numbers": len(reading.numbers),
        "linked": min(len(reading.links), _MOST_LINKS),
        "whether": float(reading.checks),
        "quantity": float(reading.quantity),
        "measured": float(bool(reading.asked)),
        "has_number": float(prepared.slots.has_number),
        "has_period": float(entry.period is not None),
        "part": float(asks_part(reading.text)),
        "particulars": float(asks_particulars(reading.text)),
        "counted": float(_counted(index, reading, own.position)),
        "reasoned": float(reading.sought != "reason" or index.entries.told(own.position).reason),
        "meaning": evidence.meaning or 0.0,
        "astray": evidence.astray,
        "resemblance": evidence.resemblance or 0.0,
    }
    return found


def _counted(index: Index, reading: Reading, position: int) -> bool:
    """Whether the entry counts what is asked: a figure a metric, a sentence the word after "how many"."""
    if not reading.quantity:
        return True
    if isinstance(index.entries.bare[position], Figure):
        return bool(reading.asked)
    return reading.focus in index.reader.keys_of(index.entries.told(position).counted)


def _others(index: Index, kept: list[Ranked], number: int) -> tuple[float, float]:
    """Return the two best scores of other candidates about other matters, 0 where there is none."""
    entry = index.entries.bare[kept[number].position]
    found: list[float] = []
    for place, each in enumerate(kept):
        if place != number and not same_matter(entry, index.entries.bare[each.position]):
            found.append(each.score)
            if len(found) == _OTHERS:
                break
    return (*found, 0.0, 0.0)[0], (*found, 0.0, 0.0)[1]


def _phrased(index: Index, words: tuple[str, ...], own: Ranked, pairs: float) -> dict[str, float]:
    """Return how near a question is to phrases by neighbouring words: its own, and open ones."""
    phrased = index.adjacent.nearest(words, own.position)
    left_open_phrased, left_open_pairs = index.open.adjacent.nearest_of_all(words)
    return {
        "phrased": phrased,
        "open_phrased": index.open.adjacent.nearest(words, own.position),
        "left_open_phrased": left_open_phrased,
        "left_open_pairs": left_open_pairs,
        "phrased_open": max(left_open_phrased - phrased, 0.0),
        "pairs_open": max(left_open_pairs - pairs, 0.0),
    }


def _rivalled(kept: list[Ranked], coverage: float) -> float:
    """Return how many other candidates explain at least so much of the question."""
    return float(sum(each.evidence is not None and each.evidence.coverage >= coverage for each in kept) - 1)
