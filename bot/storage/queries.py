"""PURE: the statements, for SQLite and PostgreSQL alike."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy import Delete, Select, Update, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.changes import Change, Count, Link, Unlink
from bot.storage.hearing import CHANNEL
from bot.storage.tables import AskedRow, NoteRow, ReplyRow, SettingsRow, Table
from bot.store import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.sql.dml import Insert

    Row = dict[str, Any]

WORDS_KEPT: Final = timedelta(days=90)
"""How long the words of a question that was not answered are kept; its count stays."""
MOST_ENTRIES: Final = 10
_Columns = TypeVar("_Columns", bound=tuple[Any, ...])


def outcomes(guild: int | None) -> Select[tuple[str, int, datetime]]:
    """Select how often each outcome was, and since when."""
    counts = select(AskedRow.outcome, func.count(), func.min(AskedRow.at)).group_by(AskedRow.outcome)
    return _within(counts, guild)


def entries(guild: int | None) -> Select[tuple[str | None, int]]:
    """Select the entries that answered most often."""
    return _within(uses().order_by(func.count().desc(), AskedRow.entry).limit(MOST_ENTRIES), guild)


def uses() -> Select[tuple[str | None, int]]:
    """Select how often each entry answered."""
    return select(AskedRow.entry, func.count()).where(AskedRow.entry.is_not(None)).group_by(AskedRow.entry)


def guilds() -> Select[tuple[int | None, int]]:
    """Select how often the bot was asked in each server."""
    counts = select(AskedRow.guild, func.count()).group_by(AskedRow.guild)
    return counts.order_by(func.count().desc(), AskedRow.guild)


def unanswered(guild: int | None, limit: int) -> Select[tuple[str | None, int]]:
    """Select the words of questions that were not answered."""
    counts = select(AskedRow.question, func.count()).where(
        AskedRow.question.is_not(None), AskedRow.outcome == "unanswered"
    )
    ordered = counts.group_by(AskedRow.question).order_by(func.count().desc(), AskedRow.question)
    return _within(ordered.limit(limit), guild)


def notice(guild: int) -> Select[tuple[Any]]:
    """Tell other processes on the same PostgreSQL that a server has chosen something."""
    return select(func.pg_notify(CHANNEL, str(guild)))


def reply(question: int, now: datetime) -> Select[tuple[int, list[int]]]:
    """Select a reply that is not too old."""
    return select(ReplyRow.channel, ReplyRow.messages).where(
        ReplyRow.question == question, ReplyRow.linked >= now - REMEMBERED
    )


def replies(now: datetime, limit: int) -> Select[tuple[int, int, list[int], datetime]]:
    """Select the latest replies, newest first."""
    kept = select(ReplyRow.question, ReplyRow.channel, ReplyRow.messages, ReplyRow.linked)
    return kept.where(ReplyRow.linked >= now - REMEMBERED).order_by(ReplyRow.linked.desc()).limit(limit)


def settings() -> Select[tuple[int, bool, list[int], list[int]]]:
    """Select what every server chose."""
    return select(SettingsRow.guild, SettingsRow.enabled, SettingsRow.channels, SettingsRow.moderator_roles)


def note(key: str) -> Select[tuple[str]]:
    """Select a note."""
    return select(NoteRow.value).where(NoteRow.key == key)


def too_old(now: datetime) -> tuple[Delete, Update]:
    """Remove old replies, and the words of old questions but not their counts."""
    words = update(AskedRow).where(AskedRow.question.is_not(None), AskedRow.at < now - WORDS_KEPT)
    return delete(ReplyRow).where(ReplyRow.linked < now - REMEMBERED), words.values(question=None)


def unlinked(questions: Iterable[int]) -> Delete:
    """Remove replies."""
    return delete(ReplyRow).where(ReplyRow.question.in_(questions))


def counted(changes: Iterable[Change]) -> list[Row]:
    """Return the questions to be counted, as rows."""
    return [
        {
            "id": change.id,
            "at": change.asked.at,
            "guild": change.asked.guild,
            "way": change.asked.way,
            "outcome": change.asked.outcome,
            "revision": change.asked.revision,
            "entry": change.asked.entry,
            "question": change.asked.question,
        }
        for change in changes
        if isinstance(change, Count)
    ]


def linked(changes: Iterable[Change]) -> dict[int, Row | None]:
    """Return the last state of each reply, as a row; None for one to be forgotten."""
    last: dict[int, Row | None] = {}
    for change in changes:
        if isinstance(change, Link):
            last[change.reply.question] = {
                "question": change.reply.question,
                "channel": change.reply.channel,
                "messages": list(change.reply.messages),
                "linked": change.at,
            }
        elif isinstance(change, Unlink):
            last[change.question] = None
    return last


def insert_new(dialect: str, table: type[Table]) -> Insert:
    """Insert rows, leaving alone those that are there already."""
    return _insert(dialect, table).on_conflict_do_nothing()


def insert_or_change(dialect: str, table: type[Table], key: str, changed: Iterable[str]) -> Insert:
    """Insert rows, changing some columns of those that are there already."""
    rows = _insert(dialect, table)
    return rows.on_conflict_do_update(
        index_elements=[key], set_={name: rows.excluded[name] for name in changed}
    )


def _insert(dialect: str, table: type[Table]) -> sqlite.Insert | postgresql.Insert:
    """Insert rows, as a dialect does that can say what becomes of those that are there already."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def _within(statement: Select[_Columns], guild: int | None) -> Select[_Columns]:
    """Keep to one server, or to none in particular."""
    return statement if guild is None else statement.where(AskedRow.guild == guild)
