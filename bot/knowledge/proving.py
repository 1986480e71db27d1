"""PURE: which words and numbers of a pack were found in the texts of their sources, and which were not."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from bot.knowledge.amounts import Amount, amount, amounts
from bot.knowledge.findings import Finding, Path
from bot.knowledge.model import Figure, Quote
from bot.knowledge.periods import Period
from bot.knowledge.proof import Part, Proof
from bot.knowledge.verbatim import Found, find_words, set_plainly

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from bot.knowledge.model import Entry, Pack

State: TypeAlias = Literal["proved", "not found", "changed", "no text"]

NOUNS: Final[dict[Part, str]] = {"words": "quotation", "number": "figure", "citation": "quoted passage"}
_FIELDS: Final[dict[Part, str]] = {"words": "words", "number": "number", "citation": "quoted words"}
_WHY_NOT: Final[dict[Found, str]] = {
    "absent": "not in the text",
    "cut off": "the text goes on where the quotation ends its sentence",
    "edited": "an edited quotation (… or [ ]) is not proved word for word",
    "other capitals": "in the text with other capital letters",
}


@dataclass(frozen=True, slots=True)
class Provable:
    """One part of an entry that the text of one cited source can prove."""

    entry: Entry
    source: str
    part: Part
    path: Path
    """Leads from the entry to what is proved."""
    words: str = ""
    """The words to look for, as the author wrote them; a figure's number follows from its fields."""

    @property
    def content(self) -> str:
        """What is looked for: a number, or words set plainly and without the quote marks round them."""
        if isinstance(self.entry, Figure) and self.part == "number":
            return " to ".join(map(_written, _amounts(self.entry)))
        return set_plainly(self.words).strip("'\" ")

    @property
    def sha256(self) -> str:
        """Hash of what is looked for."""
        return hashlib.sha256(self.content.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def key(self) -> tuple[str, str, Part]:
        """What the proofs of this part in this source have in common, whatever they found."""
        return (self.entry.id, self.source, self.part)

    def is_proved_by(self, proof: Proof) -> bool:
        """Whether a proof is of this part, this source and this very content."""
        return proof.key == self.key and proof.sha256 == self.sha256


@dataclass(frozen=True)
class SourceText:
    """The text of a source, with the hash of the file it came from."""

    text: str
    sha256: str

    @cached_property
    def plain(self) -> str:
        """The text as quotations are looked for in it."""
        return set_plainly(self.text)

    @cached_property
    def amounts(self) -> frozenset[Amount]:
        """Every amount that the text states."""
        return amounts(self.text)

    def lacks(self, wanted: Provable) -> str | None:
        """Say why the text does not prove something; ``None`` when it does."""
        if isinstance(wanted.entry, Figure) and wanted.part == "number":
            missing = [_written(each) for each in _amounts(wanted.entry) if each not in self.amounts]
            return f"{' and '.join(missing)} not in the text" if missing else None
        return _WHY_NOT.get(find_words(wanted.content, self.plain))


def provables(entry: Entry) -> Iterator[Provable]:
    """Yield what texts can prove of an entry, once for each source it cites."""
    sources = dict.fromkeys(citation.source for citation in entry.citations)
    for source in sources:
        if isinstance(entry, Quote):
            yield Provable(entry, source, "words", ("words",), entry.words)
        elif isinstance(entry, Figure):
            yield Provable(entry, source, "number", ("value",))
    for place, citation in enumerate(entry.citations):
        if citation.quote is not None:
            yield Provable(entry, citation.source, "citation", ("citations", place, "quote"), citation.quote)


def proof_of(pack: Pack, wanted: Provable) -> Proof | None:
    """Return the proof that holds for one part of an entry in one source, if there is one."""
    return next((proof for proof in pack.proved.get(wanted.entry.id, ()) if wanted.is_proved_by(proof)), None)


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing to prove, by any of the sources that it is cited from."""

    choices: tuple[Provable, ...]
    proofs: tuple[Proof, ...]
    """Those that hold, in the order of citation."""
    outdated: tuple[Proof, ...]
    """Those of what stood here before."""

    @property
    def is_changed(self) -> bool:
        """Whether it was proved once, and what stands here now is not."""
        return bool(self.outdated) and not self.proofs


def standings(pack: Pack) -> Iterator[Standing]:
    """Yield everything in a pack that can be proved, in file order, with the proofs there are."""
    for entry in pack.entries.values():
        every = tuple(provables(entry))
        proofs = pack.proved.get(entry.id, ())
        outdated = [proof for proof in proofs if not any(each.is_proved_by(proof) for each in every)]
        for choices in _apart(every):
            keys = {choice.key for choice in choices}
            yield Standing(
                choices,
                tuple([found for choice in choices if (found := proof_of(pack, choice))]),
                tuple([proof for proof in outdated if proof.key in keys]),
            )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What verifying one thing gave; ``why_not`` says for each text held without it why not."""

    standing: Standing
    proofs: tuple[Proof, ...]
    why_not: dict[str, str]
    lost: tuple[Proof, ...] = ()
    """Earlier proofs whose source's text, as it is now, does not have it."""

    @property
    def state(self) -> State:
        """How it stands."""
        if self.proofs:
            return "proved"
        if self.standing.outdated:
            return "changed"
        return "not found" if self.why_not else "no text"

    @property
    def no_text(self) -> tuple[str, ...]:
        """The sources that there was neither a text nor a proof of."""
        known = {*self.why_not, *(proof.source for proof in self.proofs)}
        return tuple(each.source for each in self.standing.choices if each.source not in known)


def prove(pack: Pack, texts: Mapping[str, SourceText], day: date) -> list[Outcome]:
    """Look for everything that can be proved in the texts there are, keyed by source id.

    Proofs of sources without a text here stay as they are, and so does the day of a proof that is
    found again in the same text.
    """
    return [_outcome(pack, standing, texts, day) for standing in standings(pack)]


def kept(outcomes: Sequence[Outcome]) -> tuple[Proof, ...]:
    """Return the proofs to write down: also those of what was changed, until it is proved anew."""
    return tuple(proof for each in outcomes for proof in each.proofs or each.standing.outdated)


def check_proofs(pack: Pack, elsewhere: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Find what was proved and then changed, and proofs of nothing; ids ``elsewhere`` count as there."""
    if not pack.proofs:
        return
    there: set[tuple[str, str, Part]] = set()
    for standing in standings(pack):
        there |= {choice.key for choice in standing.choices}
        if standing.is_changed:
            yield _changed(standing)
    for place, proof in enumerate(pack.proofs):
        if proof.entry not in elsewhere and proof.key not in there:
            what = f"{NOUNS[proof.part]} from {proof.source!r}"
            message = f"there is no entry {proof.entry!r} with a {what} any more"
            mend = "run bot verify --sources DIR, which drops this proof"
            yield Finding("proof", str(place), ("entry",), message, mend, "warning")


def _changed(standing: Standing) -> Finding:
    """Say that something is not what was proved."""
    first, proof = standing.choices[0], standing.outdated[0]
    what = _FIELDS[first.part]
    message = f"the {what} changed since found in {proof.source!r} on {in_words(proof.day)}"
    mend = f"run bot verify --sources DIR with {proof.source}.txt in DIR, or restore the {what}"
    return Finding("entry", first.entry.id, first.path, message, mend)


def in_words(day: date) -> str:
    """Return a day as in ``26 November 2026``."""
    return Period.day(day.year, day.month, day.day).describe()


def _outcome(pack: Pack, standing: Standing, texts: Mapping[str, SourceText], day: date) -> Outcome:
    """Look for one thing in the texts of the sources it is cited from."""
    proofs: list[Proof] = []
    lost: list[Proof] = []
    why_not: dict[str, str] = {}
    for choice in standing.choices:
        before, text = proof_of(pack, choice), texts.get(choice.source)
        why = None if text is None else text.lacks(choice)
        if why is not None:
            why_not[choice.source] = why
            lost += [before] if before else []
        elif text is not None and (before is None or before.text_sha256 != text.sha256):
            proofs.append(Proof(*choice.key, choice.sha256, text.sha256, day))
        elif before is not None:
            proofs.append(before)
    return Outcome(standing, tuple(proofs), why_not, tuple(lost))


def _apart(every: tuple[Provable, ...]) -> Iterator[tuple[Provable, ...]]:
    """Part what an entry's sources prove together from each passage that a citation quotes."""
    together = tuple([each for each in every if each.part != "citation"])
    if together:
        yield together
    yield from ((each,) for each in every if each.part == "citation")


def _amounts(figure: Figure) -> list[Amount]:
    """Return a figure's number as texts state it, or both ends of its range."""
    values = [figure.value] if figure.value_max is None else [figure.value, figure.value_max]
    return [amount(value, figure.unit) for value in values]


def _written(number: Amount) -> str:
    """Return a number in digits; the same for 2 and 2.0."""
    return f"{number.value.normalize():,f}{'%' if number.percent else ''}"
