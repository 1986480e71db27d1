"""Settings from the environment and .env. Nothing is read at import; call ``load_settings``."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Final, Literal, TypeAlias, TypeVar, get_args
from urllib.parse import urlsplit

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from rapidfuzz.distance import OSA

from bot.knowledge.problems import BotError


class ConfigError(BotError):
    """A setting that can't be used; the text names it and the mend."""


LogLevel: TypeAlias = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]
T = TypeVar("T")

_TOKEN: Final = re.compile(r"[A-Za-z0-9_=-]+(?:\.[A-Za-z0-9_=-]+){2}")
_SQLITE: Final = re.compile(r"sqlite(?:\+aiosqlite)?:///(?!:memory:)[^?#]+")
_POSTGRESQL: Final = frozenset({"postgresql", "postgres", "postgresql+asyncpg"})
_LEVELS: Final[tuple[LogLevel, ...]] = get_args(LogLevel)
_LAST_PORT: Final = 65_535
_ENCODING: Final = "utf-8-sig"
"""UTF-8, also as Windows saves it."""
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


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that is not shown where a setting is."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person who runs the bot can choose."""

    discord_token: Secret | None = None
    knowledge_dir: Path = Path("knowledge/dialogue")
    database_url: Secret = Secret("sqlite:///data/bot.sqlite3")
    home_guild_ids: frozenset[int] = frozenset()
    dev_guild_id: int | None = None
    log_level: LogLevel = "INFO"
    local_port: int = 8765
    semantic_model: str | None = None
    cache_dir: Path = Path("data/cache")


NAMES: Final = tuple(each.name.upper() for each in fields(Settings))
"""The settings as the environment and .env name them, in any case."""


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings; ``ConfigError`` with one plain sentence when one can't be used."""
    try:
        there = env_file is not None and env_file.is_file()
        written = dotenv_values(env_file, encoding=_ENCODING) if there else {}
        given = _Given({**_by_name(written), **_by_name(os.environ)})
        found = _read(given)
        mistake = next(_mistakes(env_file), None) if env_file and there and not given.wrong else None
    except (OSError, UnicodeError) as error:
        message = f"The settings in {env_file} can't be read ({error}); save it as plain UTF-8 text."
        raise ConfigError(message) from None
    if given.wrong or mistake is not None:
        raise ConfigError(mistake or _sentence(given.wrong))
    return found


class _Given:
    """The values given, by name, and the names of those that can't be used."""

    def __init__(self, values: Mapping[str, str]) -> None:
        """Take the values; an empty one counts as none."""
        self._values = values
        self.wrong: list[str] = []

    def get(self, name: str, read: Callable[[str], T], default: T) -> T:
        """Return a setting, or its default where it is not given or can't be used."""
        try:
            return read(self._values[name]) if name in self._values else default
        except ValueError:  # its text may hold the value, which may be the token
            self.wrong.append(name)
            return default


def _by_name(values: Mapping[str, str | None]) -> dict[str, str]:
    """Return the values that are not empty, by their names in capitals."""
    return {name.upper(): value for name, value in values.items() if value}


def _read(given: _Given) -> Settings:
    """Read every setting; what can't be used is noted."""
    usual = Settings()
    return Settings(
        discord_token=given.get("DISCORD_TOKEN", _token, usual.discord_token),
        knowledge_dir=given.get("KNOWLEDGE_DIR", Path, usual.knowledge_dir),
        database_url=given.get("DATABASE_URL", _database, usual.database_url),
        home_guild_ids=given.get("HOME_GUILD_IDS", _snowflakes, usual.home_guild_ids),
        dev_guild_id=given.get("DEV_GUILD_ID", _snowflake, usual.dev_guild_id),
        log_level=given.get("LOG_LEVEL", _level, usual.log_level),
        local_port=given.get("LOCAL_PORT", _port, usual.local_port),
        semantic_model=given.get("SEMANTIC_MODEL", str, usual.semantic_model),
        cache_dir=given.get("CACHE_DIR", Path, usual.cache_dir),
    )


def knowledge_at(path: Path) -> Path:
    """Return where a pack is; ``ConfigError`` when there is nothing, or it may not be looked at."""
    try:
        found = path.exists()
    except OSError as error:
        message = f"The knowledge at {path} can't be looked at: {error.strerror}."
        raise ConfigError(message) from error
    if not found:
        message = (
            f"There is no knowledge at {path}; set KNOWLEDGE_DIR or --knowledge to a folder of YAML files."
        )
        raise ConfigError(message)
    return path


def _token(value: str) -> Secret | None:
    """Take a token with white space around it, if it can be one: Discord's have three parts."""
    token = value.strip()
    if token and not _TOKEN.fullmatch(token):
        raise ValueError
    return Secret(token) if token else None


def _database(value: str) -> Secret:
    """Take the address of a database that the bot can use, with its special characters encoded."""
    value = value.strip()
    if not _SQLITE.fullmatch(value):
        parts = urlsplit(value)
        misplaced = "@" in f"{parts.path}{parts.query}" or parts.fragment  # a password cut short by / ? or #
        if parts.scheme not in _POSTGRESQL or parts.port == 0 or misplaced:
            raise ValueError
    return Secret(value)


def _snowflake(value: str) -> int:
    """Take an id of Discord's."""
    found = int(value)
    if not 0 < found < 1 << 64:
        raise ValueError
    return found


def _snowflakes(value: str) -> frozenset[int]:
    """Take a list of ids written with commas."""
    return frozenset(_snowflake(part) for part in value.split(",") if part.strip())


def _level(value: str) -> LogLevel:
    """Take a level in any case."""
    for level in _LEVELS:
        if value.strip().upper() == level:
            return level
    raise ValueError


def _port(value: str) -> int:
    """Take a port; 0 stands for any free one."""
    port = int(value)
    if not 0 <= port <= _LAST_PORT:
        raise ValueError
    return port


def _mistakes(env_file: Path) -> Iterator[str]:
    """Yield a sentence for each line of a file that was meant to be a setting and is none.

    Names that resemble none of the bot's are another program's business.
    """
    with env_file.open(encoding=_ENCODING) as text:
        lines = list(parse_stream(text))
    given = {str(line.key).upper() for line in lines if line.value}
    given.update(key.upper() for key, value in os.environ.items() if value)
    missing = [name for name in NAMES if name not in given]
    for line in lines:
        before = line.original.string[: -len(line.original.string.lstrip()) or None]
        where = f"{env_file}, line {line.original.line + before.count(chr(10))}"
        word = _WORD.match(line.original.string)
        if line.error and word and word[1].upper() in NAMES:
            yield f"{where}: {word[1].upper()} can't be read; write {word[1].upper()}= and then its value."
        for name in _meant(line.key or "", missing):
            yield f"{where}: {line.key} is no setting of the bot; write {name}."


def _meant(written: str, missing: list[str]) -> Iterator[str]:
    """Yield the missing settings that a name was probably meant to be; none for one that is a setting."""
    for name in missing if written.upper() not in NAMES else ():
        most = 1 if len(name) <= _SHORT else 2
        if OSA.distance(written.upper(), name) <= most or (written.upper(), name) in _SLIPS:
            yield name


def _sentence(names: list[str]) -> str:
    """Name the first wrong setting and its mend; never its value, which may be the token."""
    also = f" Also wrong: {', '.join(names[1:])}." if names[1:] else ""
    return f"The setting {names[0]} can't be used; {_MENDS[names[0]]}.{also}"
