"""Settings from the environment and .env. Nothing is read at import; call ``load_settings``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

from dotenv.parser import parse_stream
from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError
from rapidfuzz.distance import OSA

from bot.knowledge.problems import BotError


class ConfigError(BotError):
    """A setting that can't be used; the text names it and the mend."""


def _split(value: object) -> object:
    """Take a list written with commas."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def _strip(value: object) -> object:
    """Take a token with white space around it, if it can be one: Discord's have three parts."""
    if not isinstance(value, str):
        return value
    token = value.strip()
    if token and not _TOKEN.fullmatch(token):
        message = "no token"
        raise ValueError(message)
    return token or None


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

_TOKEN: Final = re.compile(r"[A-Za-z0-9_=-]+(?:\.[A-Za-z0-9_=-]+){2}")
_SQLITE: Final = re.compile(r"sqlite(?:\+aiosqlite)?:///(?!:memory:)[^?#]+")
_POSTGRESQL: Final = frozenset({"postgresql", "postgres", "postgresql+asyncpg"})
_WORD: Final = re.compile(r"\s*(?:export\s+)?([A-Za-z_]+)")
_SHORT: Final = 10
"""Letters up to which one slip makes a name another one; longer names may have two."""
_SLIPS: Final = {("DISCORD_BOT_TOKEN", "DISCORD_TOKEN")}
"""Names that other bots give to the same."""
_MENDS: Final = {
    "DISCORD_TOKEN": (
        "copy the token from the Bot page of the Discord developer portal: three parts with dots between "
        "them, so neither the application's id, nor its public key, nor the client secret"
    ),
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
        env_file_encoding="utf-8-sig",
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
        found = Settings(_env_file=env_file)  # pyright: ignore[reportCallIssue]  # made at run time
        mistake = next(_mistakes(env_file), None) if env_file and env_file.is_file() else None
    except ValidationError as error:
        raise ConfigError(_sentence(error)) from None
    except (SettingsError, OSError, UnicodeError) as error:
        message = f"The settings in {env_file} can't be read ({error}); save it as plain UTF-8 text."
        raise ConfigError(message) from None
    if mistake is not None:
        raise ConfigError(mistake)
    return found


def _mistakes(env_file: Path) -> Iterator[str]:
    """Yield a sentence for each line of a file that was meant to be a setting and is none.

    Names that resemble none of the bot's are another program's business.
    """
    with env_file.open(encoding="utf-8-sig") as text:
        lines = list(parse_stream(text))
    given = {str(line.key).upper() for line in lines if line.value}
    given.update(key.upper() for key, value in os.environ.items() if value)
    names = [name.upper() for name in Settings.model_fields]
    missing = [name for name in names if name not in given]
    for line in lines:
        before = line.original.string[: -len(line.original.string.lstrip()) or None]
        where = f"{env_file}, line {line.original.line + before.count(chr(10))}"
        word = _WORD.match(line.original.string)
        if line.error and word and word[1].upper() in names:
            yield f"{where}: {word[1].upper()} can't be read; write {word[1].upper()}= and then its value."
        for name in _meant(line.key or "", missing, names):
            yield f"{where}: {line.key} is no setting of the bot; write {name}."


def _meant(written: str, missing: list[str], names: list[str]) -> Iterator[str]:
    """Yield the missing settings that a name was probably meant to be; none for one that is a setting."""
    for name in missing if written.upper() not in names else ():
        most = 1 if len(name) <= _SHORT else 2
        if OSA.distance(written.upper(), name) <= most or (written.upper(), name) in _SLIPS:
            yield name


def _sentence(error: ValidationError) -> str:
    """Name the first wrong setting and its mend; never its value, which may be the token."""
    names = list(dict.fromkeys(str(problem["loc"][0]).upper() for problem in error.errors()))
    mend = _MENDS.get(names[0], "see .env.example")
    also = f" Also wrong: {', '.join(names[1:])}." if names[1:] else ""
    return f"The setting {names[0]} can't be used; {mend}.{also}"
