"""PURE: a sentence that states counts, held against the figures that count the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.answering.amounts import figure_span
from bot.answering.ranking import rank
from bot.answering.remembering import remembered
from bot.answering.trust.disputes import companions
from bot.answering.verdicts.accounts import account
from bot.answering.verdicts.checked import Compared
from bot.answering.verdicts.connectives import ATTRIBUTING, CARRYING
from bot.answering.verdicts.dissecting import take_apart
from bot.answering.verdicts.fits import Fit, count_fit
from bot.answering.wording import value
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.answering.verdicts.checked import Finding
    from bot.answering.verdicts.spoken import Counted, Named, Spoken
    from bot.knowledge.model import Entry

_OPEN: Final = "they count the same, but that doesn't settle it"
_MOST_SHOWN: Final = 4
"""Figures that are shown where all of them contradict a number."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the figures of a pack say of the counts in a sentence."""

    finding: Finding
    deciding: tuple[Entry, ...] = ()
    compared: tuple[Compared, ...] = ()
    beside: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()
    disputed: bool = False
    reason: str | None = None


def tally(index: Index, reading: Reading, spoken: Spoken) -> Tally | None:
    """Hold every count of a sentence against the figures; None when it is not made of counts alone.

    Where figures count the same, only they decide: they know where and for which days they count,
    and the same number in the text of an entry may count a part.
    """
    counts = spoken.counted
    if not is_count(index, spoken):
        return None
    if (
        spoken.negations
        or spoken.weighty
        or not all(_only_counts(index, each, spoken) for each in spoken.named)
    ):
        return Tally("not covered", reason=_OPEN)
    found = [each for each in (_one(index, reading, spoken, count) for count in counts) if each]
    if len(found) < len(counts):
        return None
    kinds = [each.finding for each in found]
    if "contradicted" in kinds:
        return found[kinds.index("contradicted")]
    if "not covered" in kinds:
        return found[kinds.index("not covered")]
    return Tally(
        "supported",
        tuple(dict.fromkeys(entry for each in found for entry in each.deciding)),
        tuple(compared for each in found for compared in each.compared),
        tuple(dict.fromkeys(entry for each in found for entry in each.beside)),
        tuple(dict.fromkeys(note for each in found for note in each.notes)),
        any(each.disputed for each in found),
    )


def is_count(index: Index, spoken: Spoken) -> bool:
    """Whether a sentence has, beside names and dates, only words of counting what figures count."""
    if not spoken.counted or not all(_has_figures(index, each) for each in spoken.counted):
        return False
    counted = frozenset(metric for each in spoken.counted for metric in each.metrics)
    return _telling(spoken) <= _counting(index, counted)


def _counting(index: Index, counted: frozenset[str]) -> frozenset[str]:
    """Return the keys of the words with which some metrics are counted. Remembered by the metrics."""
    return remembered(index.remembered.counting, counted, partial(_words_of, index, counted))


def _words_of(index: Index, counted: frozenset[str]) -> frozenset[str]:
    """Return the keys of the words with which some metrics are counted."""
    metrics = [index.pack.metrics[metric] for metric in sorted(counted) if metric in index.pack.metrics]
    words = " ".join(word for metric in metrics for word in (*metric.words, metric.sentence or ""))
    return take_apart(index.reader.anatomy(words), index.ancestry).every


def _telling(spoken: Spoken) -> set[str]:
    """Return the keys of the words of a sentence that are no mere words of counting."""
    return {key for key, word in spoken.terms.items() if word.casefold() not in ATTRIBUTING | CARRYING}


def _has_figures(index: Index, counted: Counted) -> bool:
    """Whether the pack has figures of what is counted."""
    return any(metric in index.figures for metric in counted.metrics)


def _one(index: Index, reading: Reading, spoken: Spoken, counted: Counted) -> Tally | None:
    """Hold one count of a sentence against the figures; None when none counts what it speaks of."""
    asked = replace(reading, asked=counted.metrics, numbers=(), quantity=True, bare=True)
    ranked = rank(index, asked)
    kept = [index.entries[each.position].entry for each in ranked if each.removed_by is None]
    meant = [each for each in kept if isinstance(each, Figure) and _meant(index, reading, spoken, each)]
    fits = [_fit(counted, figure) for figure in meant]
    agreeing = [figure for figure, fit in zip(meant, fits, strict=True) if fit == "agrees"]
    if agreeing:
        return _supported(index, counted, agreeing[0], [each for each in meant if each not in agreeing])
    if not meant:
        return None
    counters = {figure.counted_by for figure in meant} & reading.entities
    rivals = [rival for figure in meant for rival in _rivals(index, figure)]
    if counters:  # what another counted does not make it right of those who are named
        rivals = [rival for rival in rivals if rival.counted_by in counters]
    noted = {each.amount.value for figure in meant for each in _aside(index, figure)}
    noted -= _of_others(index, meant, counters) if counters else set()
    fits += [_fit(counted, rival) for rival in rivals]
    named = bool(counters)
    if "open" in fits or counted.amount.value in noted or not ("differs" in fits or named):
        return Tally("not covered", beside=tuple(meant[:_MOST_SHOWN]), reason=_OPEN)
    shown = tuple(dict.fromkeys([*meant, *rivals]))[:_MOST_SHOWN]
    compared = tuple(_compared(counted, figure, agrees=False) for figure in shown)
    return Tally("contradicted", shown, compared, disputed=bool(rivals))


def _of_others(index: Index, meant: list[Figure], counters: set[str | None]) -> set[float]:
    """Return the values that others counted of the same days, which the notes of some figures may give."""
    same = (
        index.entries.bare[position]
        for figure in meant
        for position in index.figures.get(figure.metric, ())
        if index.entries.bare[position].period == figure.period
    )
    return {
        float(each.value) for each in same if isinstance(each, Figure) and each.counted_by not in counters
    }


def _supported(index: Index, counted: Counted, figure: Figure, others: list[Figure]) -> Tally:
    """Return that a figure says so, with what other figures say of the same."""
    beside = companions(index, figure, [], frozenset())
    apart = tuple(each for each in others if each not in beside.entries)[:_MOST_SHOWN]
    compared = (_compared(counted, figure, agrees=True),)
    entries = (*beside.entries, *apart)
    return Tally("supported", (figure,), compared, entries, beside.notes, beside.disputed)


def _fit(counted: Counted, figure: Figure) -> Fit:
    """Return how a count of a sentence stands to a figure."""
    leaves, size = figure_span(figure)
    return count_fit(counted.amount, leaves, float(figure.value) * size, float(figure.value))


def _rivals(index: Index, figure: Figure) -> list[Figure]:
    """Return the figures in conflict with one."""
    rivals = (index.pack.entries[rival] for rival in index.pack.rivals.get(figure.id, ()))
    return [rival for rival in rivals if isinstance(rival, Figure)]


def _aside(index: Index, figure: Figure) -> list[Counted]:
    """Return the numbers in the notes of a figure and of its conflicts."""
    return [each for aside in account(index, figure).aside for each in aside.counted]


def _compared(counted: Counted, figure: Figure, *, agrees: bool) -> Compared:
    """Return a count of a sentence beside a figure's."""
    found = f"{value(figure)} {figure.unit}"
    return Compared("number", counted.text, found, figure.id, agrees)


def _meant(index: Index, reading: Reading, spoken: Spoken, figure: Figure) -> bool:
    """Whether a figure counts just what a sentence speaks of: no more, and no part of it."""
    if figure.event is None and not reading.periods:
        return False  # a count without its days is nobody's in particular
    named = {*figure.by, *filter(None, (figure.event,))}
    if not named <= reading.entities:
        return False
    fields = index.ancestry.above({*named, *filter(None, (figure.place, figure.counted_by))})
    fitting = (name.targets & fields and _fits_in(index, name, spoken, figure) for name in spoken.named)
    if not all(fitting):
        return False
    measured = frozenset(key for each in spoken.counted for key in each.measured)
    said = account(index, figure).spoken.every
    label = (
        take_apart(index.reader.anatomy(figure.label), index.ancestry).every
        if figure.label
        else frozenset[str]()
    )
    return _telling(spoken) <= (measured | said) and label <= (measured | spoken.every)


def _only_counts(index: Index, name: Named, spoken: Spoken) -> bool:
    """Whether a body that counts is not said to have done what is counted: "PICSS killed 134 people"."""
    return not _does(name, spoken) or name.targets.isdisjoint(index.counters)


def _does(name: Named, spoken: Spoken) -> bool:
    """Whether a name is said to have done what is counted."""
    done = name.follows in CARRYING or any(name.after in each.measured for each in spoken.counted)
    return name.is_role and done


def _fits_in(index: Index, name: Named, spoken: Spoken, figure: Figure) -> bool:
    """Whether a name stands where it may: who counts counts, and is no place in which something happened."""
    if name.is_place and name.targets.isdisjoint(
        index.ancestry.above(filter(None, (figure.place, figure.event)))
    ):
        return False
    if name.is_role and name.follows in ATTRIBUTING:
        return figure.counted_by in index.ancestry.above(name.targets) or figure.counted_by in name.targets
    return not _does(name, spoken) or not name.targets.isdisjoint({*figure.by, figure.event})
