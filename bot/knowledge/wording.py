"""PURE: checks of the words people meet: asks, aliases, questions, and how figures are worded."""

from __future__ import annotations

import re
import string
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.knowledge.findings import Finding
from bot.knowledge.model import Entity, Event, Fact, Figure, Quote
from bot.knowledge.naming import folded, nearest

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from bot.knowledge.model import Entry, Metric, Number, Pack

PLACEHOLDERS = ("who", "where", "when")
FEWEST_ASKS = 3
_FEW_ASKS: Final = 4
_LITTLE_WORDS: Final = frozenset("a an the is are was were".split())
"""Words that make no other way to ask."""
ASKED_FOR = (Fact, Quote, Event)
"""Entries found by their asks; figures, entities and claims word questions of their own."""

_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_SMALL = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_WORDS = {word: Decimal(value) for value, word in enumerate(_SMALL)} | {"zero": Decimal(0)}
_DIGITS = r"[0-9]+(?:[,\u00a0\u2009\u202f][0-9]+)*(?:\.[0-9]+)?"
_AMOUNT = re.compile(
    rf"({_DIGITS}|\b(?:{'|'.join(_WORDS)})\b)(?:[\s-]*({'|'.join(_SCALES)})\b)?", re.IGNORECASE
)
_GROUPING = re.compile(r"[,\u00a0\u2009\u202f]")


def check_asks(pack: Pack) -> Iterator[Finding]:
    """Find phrasings that two entries share, that are too short, or of which there are few."""
    first: dict[str, str] = {}
    for entry in pack.entries.values():
        asks = [folded(ask) for ask in entry.asks]
        yield from _left_open(entry, frozenset(asks))
        ways = _different(asks)
        if isinstance(entry, ASKED_FOR) and entry.status != "withdrawn" and ways < FEWEST_ASKS:
            same = ", the others have the same words" if ways < len(asks) else ""
            mend = f"add phrasings{' in other words' if same else ''}, at least {FEWEST_ASKS} in all"
            yield Finding("entry", entry.id, ("asks",), _ways(ways) + same, mend, "warning")
        live = entry.status == "live"
        for place, ask in enumerate(asks):
            owner = first.setdefault(ask, entry.id) if live and ask else entry.id
            if owner != entry.id or " " not in ask:
                yield from _ask(entry, place, ask, owner)


def _left_open(entry: Entry, asks: Container[str]) -> Iterator[Finding]:
    """Find questions that an entry both answers and leaves open; its asks are folded."""
    for place, question in enumerate(entry.leaves_open):
        if folded(question) in asks:
            message = "the entry asks this too, so it can't leave it open"
            yield Finding("entry", entry.id, ("leaves_open", place), message, "keep it in one of the two")


def _different(asks: list[str]) -> int:
    """Return in how many ways some folded asks ask; of a few, the same words in another order are one."""
    if len(asks) > _FEW_ASKS:
        return len(set(asks))
    return len({frozenset(ask.split()) - _LITTLE_WORDS for ask in asks})


def _ways(count: int) -> str:
    """Say how few ways to ask there are."""
    if not count:
        return "no way to ask for it is given"
    return "only 1 way to ask for it is given" if count == 1 else f"only {count} ways to ask for it are given"


def _ask(entry: Entry, place: int, ask: str, owner: str) -> Iterator[Finding]:
    """Say what is wrong with a phrasing that another entry owns or that is one word."""
    path = ("asks", place)
    if " " not in ask and not isinstance(entry, Entity):
        mend = "write a whole question"
        yield Finding("entry", entry.id, path, "one word is no question", mend, "warning")
    if owner != entry.id:
        message = f"the entry {owner!r} has the same question"
        yield Finding("entry", entry.id, path, message, "make the two questions differ")


def check_aliases(pack: Pack) -> Iterator[Finding]:
    """Find names that two entities share, so that a question can't say which it means."""
    first: dict[str, str] = {}
    for entity in pack.of_kind(Entity):
        if entity.status != "live":
            continue
        names = [(("name",), entity.name)]
        names += [(("aliases", place), alias) for place, alias in enumerate(entity.aliases)]
        for path, name in names:
            owner = first.setdefault(folded(name) or name, entity.id)
            if owner != entity.id:
                message = f"{name[:80]!r} names both {owner!r} and {entity.id!r}"
                yield Finding("entry", entity.id, path, message, "leave it to one of the two")


def check_questions(pack: Pack) -> Iterator[Finding]:
    """Find questions that are written down twice."""
    first: dict[str, str] = {}
    for number, question in enumerate(pack.questions):
        text = folded(question.question) or question.question
        if text in first:
            message = f"the same question is there already: {first[text][:80]!r}"
            yield Finding("question", str(number), ("question",), message, "delete one of the two")
        first.setdefault(text, question.question)


_TELLING_UNITS: Final = (
    *(re.compile(rf"\b{word}s?\b") for word in _SCALES),
    re.compile(r"per\s?cent\b|%"),
    re.compile(r"\$|\bdollars?\b|\busd\b"),
    re.compile(r"€|\beuros?\b|\beur\b"),
    re.compile(r"£|\bpounds?\b|\bgbp\b"),
    re.compile(r"\brupees?\b|\bpkr\b|\brs\b"),
)
"""Parts of a unit without which a number means something else: "24.1 million" is not 24.1."""


def check_metrics(pack: Pack) -> Iterator[Finding]:
    """Check the sentences that word figures and the questions that ask for them."""
    for metric in pack.metrics.values():
        yield from _template(metric, "sentence", metric.sentence, ("value", *PLACEHOLDERS))
        yield from _template(metric, "question", metric.question, PLACEHOLDERS)
    worded = {figure.metric for figure in pack.of_kind(Figure) if figure.statement is None}
    for metric in pack.metrics.values():
        if metric.id in worded and metric.sentence and _hides(metric.sentence, metric.unit):
            message = f"never says the unit, {metric.unit!r}: the number would stand alone"
            mend = f'write it behind the number: "{{value}} {metric.unit}"'
            yield Finding("pack", "", ("metrics", metric.id, "sentence"), message, mend, "warning")


def _hides(sentence: str, unit: str) -> bool:
    """Whether a sentence leaves out a unit without which its number means something else."""
    told = sentence.casefold()
    return any(part.search(unit.casefold()) and not part.search(told) for part in _TELLING_UNITS)


def _template(metric: Metric, field: str, text: str | None, allowed: tuple[str, ...]) -> Iterator[Finding]:
    """Check that a sentence or question can be filled in."""
    message = None if text is None else _template_fault(text, allowed)
    if message is not None:
        mend = f"use {' '.join(f'{{{name}}}' for name in allowed)}"
        yield Finding("pack", "", ("metrics", metric.id, field), message, mend)


def _template_fault(text: str, allowed: tuple[str, ...]) -> str | None:
    """Say what keeps a text from being filled in, if anything."""
    try:
        parts = [part for part in string.Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return "a { or } stands alone"
    for _, name, form, conversion in parts:
        if name not in allowed or form or conversion:
            shown = f"{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}"
            return f"there is no placeholder {{{shown}}}"
    named = {part[1] for part in parts}
    return "the number is missing" if "value" in allowed and "value" not in named else None


def check_figures(pack: Pack) -> Iterator[Finding]:
    """Check what figures count, their numbers and their wording."""
    for figure in pack.of_kind(Figure):
        metric = pack.metrics.get(figure.metric)
        if metric is None:
            close = nearest(figure.metric, pack.metrics)
            mend = f"did you mean {close!r}?" if close else "add it to metrics in pack.yaml"
            message = f"there is no metric {figure.metric[:80]!r}"
            yield Finding("entry", figure.id, ("metric",), message, mend)
        else:
            yield from _measured(figure, metric)
        yield from _numbers(figure)


def _measured(figure: Figure, metric: Metric) -> Iterator[Finding]:
    """Compare a figure with the metric it belongs to."""
    if figure.unit != metric.unit and not figure.label:  # a one-off count may have a unit of its own
        message = f"is {figure.unit!r}, but the metric {metric.id!r} counts {metric.unit!r}"
        yield Finding("entry", figure.id, ("unit",), message, "use the metric's unit", "warning")
    if figure.statement is None and metric.sentence is None:
        message = "nothing words this figure"
        mend = f"add a statement here, or a sentence to the metric {metric.id!r}"
        yield Finding("entry", figure.id, ("statement",), message, mend)


def _numbers(figure: Figure) -> Iterator[Finding]:
    """Check the number against its upper end and against the statement."""
    if figure.value_max is not None and figure.value_max < figure.value:
        message = f"{figure.value_max} is less than the value, {figure.value}"
        yield Finding("entry", figure.id, ("value_max",), message, "swap the two")
    wanted = {_decimal(figure.value), _decimal(figure.value_max)}
    if figure.statement is not None and not wanted & numbers_in(figure.statement):
        message = f"does not contain the number {figure.value}"
        yield Finding("entry", figure.id, ("statement",), message, "write the same number in both")


def _decimal(value: Number | None) -> Decimal | None:
    return None if value is None else abs(Decimal(str(value)))


def numbers_in(text: str) -> set[Decimal]:
    """Return the amounts a text names: ``80,000``, ``2 billion`` (also 2) and ``two``."""
    found: set[Decimal] = set()
    for amount, scale in _AMOUNT.findall(text):
        small = _WORDS.get(amount.lower())
        value = Decimal(_GROUPING.sub("", amount)) if small is None else small
        found.add(value)
        if scale:
            found.add(value * _SCALES[scale.lower()])
    return found
