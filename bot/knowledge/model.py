"""PURE: the values a pack is made of. Frozen; built by ``bot.packs``, read by everything else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date  # dataclass fields are read at run time by tests and the schema
from typing import ClassVar, Literal, TypeAlias, TypeVar

from bot.knowledge.periods import Period  # as above
from bot.knowledge.proof import Proof  # as above

Kind: TypeAlias = Literal["fact", "figure", "quote", "event", "entity", "claim"]
Status: TypeAlias = Literal["live", "draft", "withdrawn"]
"""What an author says of an entry or a source."""
Standing: TypeAlias = Status | Literal["held"]
"""What an entry is in force as: held is live, but without a live source to rest on."""
SourceKind: TypeAlias = Literal["primary", "news", "think-tank", "reference"]
Reliability: TypeAlias = Literal["high", "medium", "low"]
Qualifier: TypeAlias = Literal["exactly", "at least", "more than", "about", "up to"]
Verdict: TypeAlias = Literal["supported", "imprecise", "contradicted", "unverified"]
Number: TypeAlias = int | float


E = TypeVar("E", bound="Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that entries cite."""

    id: str
    publisher: str
    title: str | None = None
    author: str | None = None
    date: Period | None = None
    url: str | None = None
    kind: SourceKind = "news"
    reliability: Reliability = "medium"
    note: str | None = None
    status: Status = "live"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One entry resting on one source; ``quote`` holds the source's exact words, if any."""

    source: str
    locator: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Another value or account of the same thing: an entry's id, or a note in words."""

    entry: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every kind of entry has. ``about`` and ``related`` hold ids."""

    kind: ClassVar[Kind]

    id: str
    asks: tuple[str, ...] = ()
    leaves_open: tuple[str, ...] = ()
    """Questions that come near the entry and that it does not answer."""
    about: tuple[str, ...] = ()
    period: Period | None = None
    citations: tuple[Citation, ...] = ()
    status: Standing = "live"
    review_by: date | None = None
    """The last day on which it may be answered without saying that it may be out of date."""
    note: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    related: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    """Ids of the author's research notes that this entry carries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Entry):
    """A sourced statement."""

    kind: ClassVar[Kind] = "fact"
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Entry):
    """A sourced number. Its questions follow from its fields."""

    kind: ClassVar[Kind] = "figure"
    metric: str
    value: Number
    value_max: Number | None = None
    unit: str
    qualifier: Qualifier = "exactly"
    place: str | None = None
    counted_by: str | None = None
    by: tuple[str, ...] = ()
    """Entities whose acts the figure counts, as in attacks by one group."""
    event: str | None = None
    """Entity of the one event whose toll this is."""
    label: str | None = None
    """Names a count that the metric alone does not define."""
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Entry):
    """Words of a named speaker or an official statement, word for word. ``period`` is its date."""

    kind: ClassVar[Kind] = "quote"
    words: str
    speaker: str
    role: str | None = None
    occasion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entry):
    """Something that happened on the days of ``period``."""

    kind: ClassVar[Kind] = "event"
    title: str
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Entry):
    """A body, person, place, event or term; answers "what is" where it has a description."""

    kind: ClassVar[Kind] = "entity"
    name: str
    type: str | None = None
    aliases: tuple[str, ...] = ()
    description: str | None = None
    part_of: tuple[str, ...] = ()
    stands_for: tuple[str, ...] = ()
    """What people also mean by the name, as a government by its capital."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Entry):
    """What a given text claims, and what the sources say of it (``entries`` decide it)."""

    kind: ClassVar[Kind] = "claim"
    claim: str
    verdict: Verdict
    differs: str | None = None
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """What a figure counts, with the words people use for it.

    ``sentence`` words a figure and ``question`` asks for one; their placeholders are
    ``{who} {where} {when}``, in a sentence also ``{value}``.
    ``broader`` is the metric whose words name this one too, as "killed" names policemen killed.
    """

    id: str
    unit: str
    words: tuple[str, ...]
    sentence: str | None = None
    question: str | None = None
    broader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with the entries that answer it; ``expect`` is empty when nothing must be found."""

    question: str
    expect: tuple[str, ...] = ()
    expect_all: tuple[str, ...] = ()
    split: Literal["tune", "report"] = "tune"
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedText:
    """The text whose claims a pack checks: what its entries call it, and where it can be read."""

    name: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One immutable state of a knowledge base. Mappings are keyed by id, in file order."""

    id: str
    title: str
    description: str = ""
    as_of: Period | None = None
    default_place: str | None = None
    default_period: Period | None = None
    """The days that a question means which names no date, where several entries answer it as well."""
    checked_text: CheckedText | None = None
    """The text that the pack's claims are made in, if it names it."""
    metrics: dict[str, Metric] = field(default_factory=dict[str, Metric])
    synonyms: tuple[tuple[str, ...], ...] = ()
    sources: dict[str, Source] = field(default_factory=dict[str, Source])
    entries: dict[str, Entry] = field(default_factory=dict[str, Entry])
    questions: tuple[Question, ...] = ()
    places: dict[str, str] = field(default_factory=dict[str, str], repr=False, compare=False)
    """Where each entry is written, as ``file:line``; no part of what the pack says."""
    proofs: tuple[Proof, ...] = ()
    proved: dict[str, tuple[Proof, ...]] = field(init=False, repr=False, compare=False)
    """The proofs of each entry that has any, also those of what stood there before."""
    rivals: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    """For each live entry, the live entries in conflict with it, whichever side names the conflict."""

    def __post_init__(self) -> None:
        """Find conflicts and proofs once: looking for them at every answer would take ever longer."""
        object.__setattr__(self, "rivals", _rivals(self.entries))
        proved: dict[str, list[Proof]] = {}
        for proof in self.proofs:
            proved.setdefault(proof.entry, []).append(proof)
        object.__setattr__(self, "proved", {key: tuple(proofs) for key, proofs in proved.items()})

    def of_kind(self, kind: type[E]) -> list[E]:
        """Return the entries of one class, in file order."""
        return [entry for entry in self.entries.values() if isinstance(entry, kind)]


def _rivals(entries: dict[str, Entry]) -> dict[str, tuple[str, ...]]:
    """Return the live entries in conflict with each, those that it names itself first."""
    live = {key: entry for key, entry in entries.items() if entry.status == "live"}
    named = [
        (key, conflict.entry)
        for key, entry in live.items()
        for conflict in entry.conflicts
        if conflict.entry in live and conflict.entry != key
    ]
    found: dict[str, dict[str, None]] = {}
    for one, other in (*named, *((other, one) for one, other in named)):
        found.setdefault(one, {})[other] = None
    return {key: tuple(others) for key, others in found.items()}
