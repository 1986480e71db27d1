"""PURE: entries in words: plain sentences that stand alone, with nothing but what the entry holds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from babel.numbers import format_decimal

from bot.answering.answer import Answered, Cited, Computed, Quotation, Statement
from bot.answering.trust.caveats import caveats
from bot.answering.trust.checking import checked, checking
from bot.knowledge.model import Claim, Entity, Event, Fact, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from bot.knowledge.model import Entry, Number, Pack, Verdict
    from bot.knowledge.periods import Period

VERDICTS: Final[Mapping[Verdict, str]] = {
    "supported": "supported by the sources",
    "imprecise": "imprecise, going by the sources",
    "contradicted": "contradicted by the sources",
    "unverified": "unverified; no source was found that confirms it",
}
ALSO: Final = "Other counts (definitions may differ):"
"""Heading over ``also``."""
WORKED_OUT: Final = "Worked out from the counts:"
"""Heading over what was computed, below a stored statement."""
NO_ANSWER: Final = "I have no answer to this part"
"""What is said of an ask of a message that is not answered."""
INPUTS: Final = "Counts that go into it:"
"""Heading over the inputs of what was computed."""
NOT_SO: Final = "Not as you put it, going by my sources."
_SHORTEST_ACRONYM: Final = 2


def number(value: Number | Decimal) -> str:
    """Return a number with its thousands separated and every decimal place, as in ``1,063``."""
    if isinstance(value, int):
        return f"{value:,}"  # what Babel makes of it, in a hundredth of the time
    return format_decimal(value, locale="en_GB", decimal_quantization=False)


def value(figure: Figure) -> str:
    """Return a figure's value with its qualifier and range, as in ``about 6,000 to 6,500``."""
    text = number(figure.value)
    if figure.value_max is not None:
        text = f"{text} to {number(figure.value_max)}"
    return text if figure.qualifier == "exactly" else f"{figure.qualifier} {text}"


def name(pack: Pack, entity_id: str) -> str:
    """Return an entity's name with its acronym, as in ``Pak Institute for Peace Studies (PIPS)``."""
    entity = pack.entries.get(entity_id)
    if not isinstance(entity, Entity):
        return entity_id
    initials = {word[0] for word in entity.name.split() if word[:1].isalpha()}
    for alias in entity.aliases:
        if len(alias) > _SHORTEST_ACRONYM and alias.isupper() and alias.isalpha() and alias[0] in initials:
            return f"{entity.name} ({alias})"
    return entity.name


def capital(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=1024)
def when(period: Period | None) -> str:
    """Return a period with its preposition, as in ``in January 2023`` or ``on 6–7 March 2023``."""
    if period is None:
        return ""
    text = period.describe()
    if " to " in text:
        return f"from {text}"
    return f"on {text}" if text[:1].isdigit() and " " in text else f"in {text}"


def figure_sentence(pack: Pack, figure: Figure) -> str:
    """Return a figure as a sentence: its own statement, or its metric's sentence filled in."""
    if figure.statement:
        return figure.statement
    metric = pack.metrics.get(figure.metric)
    plain_form = "{who}: {value} " + (figure.label or figure.metric)
    return fill(pack, figure, metric.sentence if metric and metric.sentence else plain_form)


def fill(pack: Pack, figure: Figure, template: str, named: Callable[[Pack, str], str] = name) -> str:
    """Return a metric's sentence or question with a figure's fields put in."""
    filled = template.format(
        who=named(pack, figure.counted_by) if figure.counted_by else "the source",
        value=value(figure),
        where=f"in {named(pack, figure.place)}" if figure.place else "",
        when=when(figure.period),
    )
    return capital(" ".join(filled.split()).replace(" .", ".").replace(" ,", ",").replace(" ?", "?"))


def sentence(pack: Pack, entry: Entry) -> str:
    """Return an entry as plain text that stands alone."""
    match entry:
        case Fact():
            return entry.statement
        case Figure():
            return figure_sentence(pack, entry)
        case Quote():
            return quote_sentence(pack, entry)
        case Event():
            return entry.statement or _event_sentence(entry)
        case Entity():
            return f"{name(pack, entry.id)}: {entry.description}"
        case Claim():
            differs = f" {entry.differs}" if entry.differs else ""
            return f"{_claimed(pack, entry)}: {entry.claim}\nVerdict: {VERDICTS[entry.verdict]}.{differs}"
        case _:
            message = f"an entry of kind {entry.kind} has no wording"
            raise TypeError(message)


def _claimed(pack: Pack, claim: Claim) -> str:
    """Return what a claim is called, with the text that makes it where the pack checks that one."""
    text = pack.checked_text
    if text is None:
        return "Claim"
    made_there = not text.sources or any(cited.source in text.sources for cited in claim.citations)
    return f"Claim in {text.name}" if made_there else "Claim"


def statement(pack: Pack, entry: Entry) -> Statement:
    """Return an entry in words with its citations looked up."""
    cited = tuple(Cited(pack.sources[c.source], c.locator, c.quote) for c in entry.citations)
    quotation = None
    if isinstance(entry, Quote):
        speaker = name(pack, entry.speaker)
        quotation = Quotation(entry.words, speaker, entry.role, entry.period, entry.occasion)
    return Statement(
        entry=entry.id,
        kind=entry.kind,
        text=sentence(pack, entry),
        citations=cited,
        note=entry.note,
        period=entry.period,
        quotation=quotation,
        review_by=entry.review_by,
        checking=checking(pack, entry),
    )


def quote_sentence(pack: Pack, quote: Quote) -> str:
    """Return a quotation with its speaker, role, date and occasion."""
    who = name(pack, quote.speaker) + (f", {quote.role}" if quote.role else "")
    date = f", {quote.period.describe()}" if quote.period else ""
    occasion = f" ({quote.occasion.rstrip('.')})" if quote.occasion else ""
    return f"{who}{date}{occasion}: “{quote.words}”"


def plain(answered: Answered) -> str:
    """Return a whole answer as plain text: the main statement, notes, and other values side by side."""
    main = answered.main
    lines = [*contrast(answered), main.text, *checked(main)]
    if main.note:
        lines.append(f"Note: {main.note}")
    lines += caveats(answered, main)
    if answered.computed:
        lines = _worked_out(answered, answered.computed, lines)
    if answered.others:
        lines.append(heading(answered))
        lines += [_beside(answered, other) for other in answered.others]
    if answered.dispute_notes:
        lines += [] if answered.others else [heading(answered)]
        lines += [f"- {note}" for note in answered.dispute_notes]
    if answered.also:
        lines.append(ALSO)
        lines += [_beside(answered, other) for other in answered.also]
    for further in answered.further:
        lines += ["", further_heading(further), plain(further)]
    if answered.untold:
        lines += ["", *untold(answered)]
    return "\n".join(lines)


def further_heading(further: Answered) -> str:
    """Return the heading over the answer to another ask of the same message."""
    return f"Also asked: {further.question}"


def untold(answered: Answered) -> tuple[str, ...]:
    """Return a line for each ask of the same message that is not answered."""
    return tuple(f"{NO_ANSWER}: {ask}" for ask in answered.untold)


def _beside(answered: Answered, other: Statement) -> str:
    """Return a statement that stands beside the main one, with what must be known before it is trusted."""
    return " ".join(("-", *other.text.splitlines(), *checked(other), *caveats(answered, other)))


def _worked_out(answered: Answered, computed: Computed, stored: list[str]) -> list[str]:
    """Return what was worked out with its inputs, below a stored statement of the same."""
    lines = [*stored, WORKED_OUT] if computed.stored else []
    lines += [computed.text, *computed.workings, INPUTS]
    for given in computed.inputs:
        lines += [_beside(answered, given), *([f"  Note: {given.note}"] if given.note else [])]
    return lines


def contrast(answered: Answered) -> tuple[str, ...]:
    """Return the lines that come first where the question supposes what the sources have otherwise."""
    return (NOT_SO, *answered.contrast) if answered.contrast else ()


def heading(answered: Answered) -> str:
    """Return the heading over ``others`` and ``dispute_notes``."""
    if answered.main.kind == "claim":
        return "What the sources say:"
    return "Sources disagree:" if answered.disputed else "In the same answer:"


def _event_sentence(event: Event) -> str:
    """Return an event's headline with its date."""
    title = event.title.rstrip(".")
    return f"{event.period.describe()}: {title}." if event.period else f"{title}."


def brief_name(pack: Pack, entity_id: str) -> str:
    """Return an entity's shortest usual name: its acronym, or its name."""
    entity, full = pack.entries.get(entity_id), name(pack, entity_id)
    plain_name = entity.name if isinstance(entity, Entity) else full
    return full[len(plain_name) :].strip(" ()") or full
