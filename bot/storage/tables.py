"""PURE: the tables, the same in SQLite and PostgreSQL. A change here needs a migration."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Index, MetaData, String, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

HEAD: Final = "0001"
"""The newest migration; it makes exactly these tables."""


_WORDS: Final = text("question IS NOT NULL")


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no time zone, so it is taken off and put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store a moment in UTC."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return a moment in UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Table(DeclarativeBase):
    """What every table shares: names for keys and indexes that a migration can rely on."""

    metadata = MetaData(
        naming_convention={"pk": "pk_%(table_name)s", "ix": "ix_%(table_name)s_%(column_0_N_name)s"}
    )


class AskedRow(Table):
    """One question put to the bot. Nothing in it says who asked."""

    __tablename__ = "asked"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    """Given by the bot, so that writing a row twice counts it once."""
    at: Mapped[datetime] = mapped_column(Moment)
    guild: Mapped[int | None] = mapped_column(BigInteger)
    way: Mapped[str] = mapped_column(String(16))
    outcome: Mapped[str] = mapped_column(String(16))
    revision: Mapped[str] = mapped_column(String(64))
    entry: Mapped[str | None] = mapped_column(Text)
    question: Mapped[str | None] = mapped_column(Text)
    """The words of a question that was not answered, for as long as words are kept."""

    __table_args__ = (
        Index(None, "guild", "outcome"),
        Index("ix_asked_words", "at", sqlite_where=_WORDS, postgresql_where=_WORDS),
    )


class ReplyRow(Table):
    """The bot's messages that answer a member's message."""

    __tablename__ = "replies"

    question: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    channel: Mapped[int] = mapped_column(BigInteger)
    messages: Mapped[list[int]] = mapped_column(JSON)
    linked: Mapped[datetime] = mapped_column(Moment, index=True)


class SettingsRow(Table):
    """What the managers of one server chose."""

    __tablename__ = "settings"

    guild: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    enabled: Mapped[bool]
    channels: Mapped[list[int]] = mapped_column(JSON)
    moderator_roles: Mapped[list[int]] = mapped_column(JSON)


class NoteRow(Table):
    """A text under a key."""

    __tablename__ = "notes"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
