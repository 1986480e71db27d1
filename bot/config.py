"""Settings from the environment and .env. Nothing is read at import; call ``load_settings``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

from bot.knowledge.problems import BotError


class ConfigError(BotError):
    """A setting that can't be used; the text names it and the mend."""


def _split(value: object) -> object:
    """Take a list written with commas."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def _strip(value: object) -> object:
    """Take a token with white space around it, but not inside it, which no request can carry."""
    if not isinstance(value, str):
        return value
    if len(value.split()) > 1:
        message = "there is white space inside"
        raise ValueError(message)
    return value.strip() or None


def _upper(value: object) -> object:
    """Take a level in any case."""
    return value.strip().upper() if isinstance(value, str) else value


def _database(value: object) -> object:
    """Take the address of a database that the bot can use, with its special characters encoded."""
    if not isinstance(value, str) or _SQLITE.fullmatch(value := value.strip()):
        return value
    parts = urlsplit(value)
    misplaced = "@" in f"{parts.path}{parts.query}" or parts.fragment  # a password cut short by / ? or #
    if parts.scheme not in _POSTGRESQL or parts.port == 0 or misplaced:
        message = "no address of a database"
        raise ValueError(message)
    return value


Snowflake = Annotated[int, Field(gt=0, lt=1 << 64)]
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]

_SQLITE: Final = re.compile(r"sqlite(?:\+aiosqlite)?:///(?!:memory:)[^?#]+")
_POSTGRESQL: Final = frozenset({"postgresql", "postgres", "postgresql+asyncpg"})
_MENDS: Final = {
    "DISCORD_TOKEN": "copy the token from the Bot page of the Discord developer portal",
    "KNOWLEDGE_DIR": "write the path of a folder, as in knowledge/dialogue",
    "DATABASE_URL": (
        "write sqlite:///data/bot.sqlite3 or postgresql://user:password@host/database, with special "
        "characters of the password as %-codes (%40 for @, %2F for /)"
    ),
    "HOME_GUILD_IDS": "write server ids separated by commas, as in 123456789012345678,234567890123456789",
    "DEV_GUILD_ID": "write one server id, as in 123456789012345678, or leave it out",
    "LOG_LEVEL": "write DEBUG, INFO, WARNING, ERROR or CRITICAL",
    "LOCAL_PORT": "write a port from 1024 to 65535, or 0 for any free one",
}


class Settings(BaseSettings):
    """What the person who runs the bot can choose."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    discord_token: Annotated[SecretStr | None, BeforeValidator(_strip)] = None
    knowledge_dir: Path = Path("knowledge/dialogue")
    database_url: Annotated[SecretStr, BeforeValidator(_database)] = SecretStr("sqlite:///data/bot.sqlite3")
    home_guild_ids: Annotated[frozenset[Snowflake], NoDecode, BeforeValidator(_split)] = frozenset()
    dev_guild_id: Snowflake | None = None
    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = "INFO"
    local_port: int = Field(default=8765, ge=0, le=65535)
    semantic_model: str | None = None
    cache_dir: Path = Path("data/cache")


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings; ``ConfigError`` with one plain sentence when one can't be used."""
    try:
        return Settings(_env_file=env_file)  # pyright: ignore[reportCallIssue]  # made at run time
    except ValidationError as error:
        raise ConfigError(_sentence(error)) from None
    except (SettingsError, OSError, UnicodeError) as error:
        message = f"The settings in {env_file} can't be read ({error}); save it as plain UTF-8 text."
        raise ConfigError(message) from None


def _sentence(error: ValidationError) -> str:
    """Name the first wrong setting and its mend; never its value, which may be the token."""
    names = list(dict.fromkeys(str(problem["loc"][0]).upper() for problem in error.errors()))
    mend = _MENDS.get(names[0], "see .env.example")
    also = f" Also wrong: {', '.join(names[1:])}." if names[1:] else ""
    return f"The setting {names[0]} can't be used; {mend}.{also}"
