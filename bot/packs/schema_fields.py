"""PURE: every key of a pack's files, with what it means, as editors show it to an author."""

from __future__ import annotations

from typing import Final, get_args

from bot.knowledge.model import Qualifier, Reliability, SourceKind, Status, Verdict
from bot.packs import limits
from bot.packs.schema_values import (
    Schema,
    address,
    choice,
    day,
    fields,
    identifier,
    many,
    number,
    period,
    template,
    text,
)

_REFERENCES: Final = limits.MOST_REFERENCES
_CITED: Final = identifier("The id of a source.")
_ENTRY: Final = identifier("The id of an entry.")
_ENTITY: Final = identifier("The id of an entity.")


def _citation() -> Schema:
    """Return the schema of one citation."""
    inner = {
        "source": identifier("The id of the source."),
        "locator": text("Where in the source it stands, as in page 12 or table 1.", limits.NAME),
        "quote": text("The source's own words, word for word.", limits.WORDS),
    }
    return {"anyOf": [_CITED, fields("A source, and where in it or in which words.", inner, "source")]}


def _conflict() -> Schema:
    """Return the schema of one conflict."""
    inner = {
        "entry": identifier("The id of the entry that says otherwise."),
        "note": text("In words, what is said otherwise and by whom.", limits.NOTE),
    }
    either = [{"required": [name], "properties": {name: {"not": {"type": "null"}}}} for name in inner]
    long = fields("An entry that says otherwise, or a note in words.", inner)
    return {"anyOf": [_ENTRY, {**long, "anyOf": either}]}


STATUS: Final = choice(
    "live is answered from; draft is not yet; withdrawn is no longer, and its id stays taken.",
    *get_args(Status),
    default="live",
)
_NAMED: Final = {"id": identifier("A name of its own that never changes: lower-case words joined by - or _.")}
COMMON: Final[dict[str, Schema]] = {
    "asks": many(
        "Questions as people in a chat would type them. Three or more, in different words; short ones too.",
        text("A question.", limits.ASK),
        limits.MOST_ASKS,
    ),
    "leaves_open": many(
        "Near questions that it does not answer: they find nothing, and what is like them rather not it.",
        text("A question.", limits.ASK),
        limits.MOST_ASKS,
    ),
    "about": many("Ids of the entities that it concerns.", _ENTITY, _REFERENCES),
    "citations": many(
        "The sources that it rests on: ids, or mappings with source, locator and quote.",
        _citation(),
        _REFERENCES,
    ),
    "status": STATUS,
    "review_by": day("The day from which it may be out of date."),
    "note": text("A remark shown with the answer.", limits.NOTE),
    "conflicts": many(
        "Other values or accounts of the same thing. An answer shows both sides.", _conflict(), _REFERENCES
    ),
    "related": many(
        "Ids of entries about the same matter, any of which may answer a question.", _ENTRY, _REFERENCES
    ),
    "refs": many(
        "Ids of your own research notes. Nobody is shown them.",
        text("The id of a note.", limits.REFERENCE),
        _REFERENCES,
    ),
}
_PERIOD: Final = {
    "period": period("The days that it speaks of: 2023, 2023-02, 2023-02-17, or two of them joined by /.")
}
_STATEMENT: Final = text("What is answered: one or two plain sentences of your own.", limits.STATEMENT)
FACT: Final[dict[str, Schema]] = {
    **_NAMED,
    "statement": _STATEMENT,
    "answer": text("Another word for statement.", limits.STATEMENT),
    **COMMON,
    **_PERIOD,
}
FIGURE: Final[dict[str, Schema]] = {
    **_NAMED,
    "metric": identifier("What is counted: the id of a metric in pack.yaml."),
    "value": number("The number, in digits only; the lower end of a range."),
    "value_max": number("The upper end, where the source gives a range."),
    "unit": text("What the number counts, as in people or percent.", limits.UNIT),
    "qualifier": choice("How exact the source is.", *get_args(Qualifier), default="exactly"),
    "place": identifier("Where: the id of an entity."),
    "counted_by": identifier("Who counted: the id of an entity."),
    "by": many(
        "Ids of the entities whose acts are counted, as in attacks by one group.", _ENTITY, _REFERENCES
    ),
    "event": identifier("The one event whose toll it is: the id of an entity."),
    "label": text("A name for a count that the metric alone does not define.", limits.NAME),
    "statement": text(
        "Its sentence, where the metric's does not fit. It holds the number.", limits.STATEMENT
    ),
    **COMMON,
    **_PERIOD,
}
QUOTE: Final[dict[str, Schema]] = {
    **_NAMED,
    "words": text("What was said, word for word, without quotation marks around it.", limits.WORDS),
    "speaker": identifier("Who said it: the id of an entity."),
    "role": text("What the speaker was at the time.", limits.TITLE),
    "date": period("When it was said."),
    "occasion": text("Where and why it was said.", limits.OCCASION),
    **COMMON,
}
EVENT: Final[dict[str, Schema]] = {
    **_NAMED,
    "title": text("A headline.", limits.TITLE),
    "statement": text("What happened, in a sentence or two of your own.", limits.STATEMENT),
    "date": period("When it happened."),
    **COMMON,
}
ENTITY: Final[dict[str, Schema]] = {
    **_NAMED,
    "name": text("The full name.", limits.NAME),
    "kind": text("What it is, as in person, place or think tank.", limits.TYPE),
    "aliases": many(
        "Other names and abbreviations by which people call it; no two entities share one.",
        text("A name.", limits.ALIAS),
        limits.MOST_ALIASES,
    ),
    "description": text('The answer to "what is it" or "who is it"; it needs citations.', limits.STATEMENT),
    "part_of": many("Ids of the entities that it lies in or belongs to.", _ENTITY, _REFERENCES),
    "stands_for": many(
        "Ids of entities also meant by its name, as a government by its capital.", _ENTITY, _REFERENCES
    ),
    **COMMON,
    **_PERIOD,
}
CLAIM: Final[dict[str, Schema]] = {
    **_NAMED,
    "claim": text("What the text claims, as a sentence.", limits.CLAIM),
    "verdict": choice("What the sources say of it.", *get_args(Verdict)),
    "differs": text(
        "How the sources differ from the claim; needed unless it is supported.", limits.STATEMENT
    ),
    "entries": many("Ids of the entries that decide it.", _ENTRY, _REFERENCES),
    **COMMON,
    **_PERIOD,
}
SOURCE: Final[dict[str, Schema]] = {
    "id": identifier("A name of its own, by which entries cite it, as in dawn-20230307."),
    "publisher": text("Who published it.", limits.NAME),
    "title": text("Its title. A source needs a title or an address.", limits.TITLE),
    "author": text("Who wrote it.", limits.NAME),
    "date": period("When it was published."),
    "url": address("Its address on the web."),
    "kind": choice("What kind of source it is.", *get_args(SourceKind), default="news"),
    "reliability": choice("How far it can be trusted.", *get_args(Reliability), default="medium"),
    "note": text("A remark on it.", limits.NOTE),
    "status": STATUS,
}
QUESTION: Final[dict[str, Schema]] = {
    "question": text("A question to measure answers by; it shapes none.", limits.QUESTION),
    "expect": {
        "description": "The id of the entry that answers it, or several that would; null: nothing must.",
        "anyOf": [_ENTRY, many("Entries of which any one may answer.", _ENTRY, _REFERENCES)],
    },
    "expect_all": many("Entries that must all be in the answer.", _ENTRY, _REFERENCES),
    "split": choice("tune may shape the engine; report only measures.", "tune", "report", default="tune"),
    "kind": text("What kind of question it is, as in typo or paraphrase.", limits.NAME),
}
METRIC: Final[dict[str, Schema]] = {
    "unit": text("What its figures count, as in people.", limits.UNIT),
    "words": many(
        "Words by which people ask for it.", text("A word or two.", limits.WORD), limits.MOST_WORDS
    ),
    "sentence": template(
        "Words a figure: {who} counted {value} members {when}.",
        "value",
        "who",
        "where",
        "when",
        needed="value",
    ),
    "question": template(
        "Asks for a figure: How many members did {who} count {when}?", "who", "where", "when"
    ),
    "broader": identifier("The metric whose words name this one too, as killed names soldiers killed."),
}
SETTINGS: Final[dict[str, Schema]] = {
    "id": identifier("A name of the pack; else its folder names it."),
    "title": text("What the pack is about, in a few words.", limits.NAME),
    "description": text("What it covers, as /about shows it.", limits.STATEMENT),
    "language": text("The language of its texts, as in en.", limits.LANGUAGE),
    "as_of": period("The time up to which it was researched."),
    "default_place": identifier("The place that a question means which names none: the id of an entity."),
    "default_period": period("The days that a question means which names none."),
    "checked_text": fields(
        "The text whose claims the pack checks.",
        {
            "name": text("What entries call it, as in the article.", limits.NAME),
            "sources": many(
                "Where it can be read: ids of sources.",
                identifier("The id of a source."),
                limits.MOST_REFERENCES,
            ),
        },
        "name",
    ),
    "metrics": {
        "description": "What the pack's figures count: an id, and below it unit, words and sentences.",
        "type": "object",
        "propertyNames": {"$ref": "#/$defs/id"},
        "additionalProperties": fields("What some figures count.", METRIC, "unit"),
    },
    "synonyms": many(
        "Groups of words that mean the same in this pack.",
        many("Words that mean the same.", text("A word.", limits.WORD)),
        limits.MOST_SYNONYMS,
    ),
}
