"""Settings from the environment and .env. Nothing is read at import; call ``load_settings``.

Read without pydantic: it would take a tenth of the time that the bot has for its first answer.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from rapidfuzz.distance import OSA

from bot.knowledge.problems import BotError

_SNOWFLAKES: Final = range(1, 1 << 64)
_PORTS: Final = range(1 << 16)
_LEVELS: Final = frozenset({"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"})
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


class ConfigError(BotError):
    """A setting that can't be used; the text names it and the mend."""


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A text that is not shown where a value of it is printed."""

    _text: str

    def get_secret_value(self) -> str:
        """Return the text itself."""
        return self._text

    def __repr__(self) -> str:
        """Return a word in place of the text."""
        return "Secret(...)"


_DATABASE: Final = Secret("sqlite:///data/bot.sqlite3")


def _token(text: str) -> Secret:
    """Take a token if it can be one: Discord's have three parts."""
    if not _TOKEN.fullmatch(text):
        raise ValueError
    return Secret(text)


def _database(text: str) -> Secret:
    """Take the address of a database that the bot can use, with its special characters encoded."""
    if _SQLITE.fullmatch(text):
        return Secret(text)
    parts = urlsplit(text)
    misplaced = "@" in f"{parts.path}{parts.query}" or parts.fragment  # a password cut short by / ? or #
    if parts.scheme not in _POSTGRESQL or parts.port == 0 or misplaced:
        raise ValueError
    return Secret(text)


def _number(text: str, within: range = _SNOWFLAKES) -> int:
    """Take a whole number."""
    if not (text.isascii() and text.isdigit() and int(text[:20]) in within):
        raise ValueError
    return int(text)


def _numbers(text: str) -> frozenset[int]:
    """Take a list of ids written with commas."""
    return frozenset(_number(part.strip()) for part in text.split(",") if part.strip())


def _port(text: str) -> int:
    """Take a port."""
    return _number(text, _PORTS)


def _level(text: str) -> str:
    """Take a level in any case."""
    if text.upper() not in _LEVELS:
        raise ValueError
    return text.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person who runs the bot can choose; each setting has its field's name in capitals."""

    discord_token: Secret | None = None
    knowledge_dir: Path = Path("knowledge/dialogue")
    database_url: Secret = _DATABASE
    home_guild_ids: frozenset[int] = frozenset()
    dev_guild_id: int | None = None
    log_level: str = "INFO"
    local_port: int = 8765


READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "DISCORD_TOKEN": _token,
    "KNOWLEDGE_DIR": Path,
    "DATABASE_URL": _database,
    "HOME_GUILD_IDS": _numbers,
    "DEV_GUILD_ID": _number,
    "LOG_LEVEL": _level,
    "LOCAL_PORT": _port,
}
"""For each setting, by its name in the environment, what makes its text a value or raises ``ValueError``."""


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings; ``ConfigError`` with one plain sentence when one can't be used."""
    try:
        given, mistakes = _given(env_file) if env_file and env_file.is_file() else ({}, [])
    except (OSError, UnicodeError) as error:
        message = f"The settings in {env_file} can't be read ({error}); save it as plain UTF-8 text."
        raise ConfigError(message) from None
    given |= _filled(os.environ.items())
    found: dict[str, object] = {}
    wrong: list[str] = []
    for name, read in READERS.items():
        try:
            if name in given:
                found[name.lower()] = read(given[name])
        except ValueError:
            wrong.append(name)
    if wrong or mistakes:
        raise ConfigError(_sentence(wrong) if wrong else mistakes[0])
    return Settings(**found)  # pyright: ignore[reportArgumentType]  # each is what its reader made


def _given(env_file: Path) -> tuple[dict[str, str], list[str]]:
    """Return what a file sets, and a sentence for each line that was meant to and does not."""
    return _filled(dotenv_values(env_file, encoding="utf-8-sig").items()), list(_mistakes(env_file))


def _filled(values: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Return what is no empty text, by its name in capitals."""
    return {name.upper(): value.strip() for name, value in values if value and value.strip()}


def _mistakes(env_file: Path) -> Iterator[str]:
    """Yield a sentence for each line of a file that was meant to be a setting and is none.

    Names that resemble none of the bot's are another program's business.
    """
    with env_file.open(encoding="utf-8-sig") as text:
        lines = list(parse_stream(text))
    given = {str(line.key).upper() for line in lines if line.value}
    given.update(key.upper() for key, value in os.environ.items() if value)
    missing = [name for name in READERS if name not in given]
    for line in lines:
        before = line.original.string[: -len(line.original.string.lstrip()) or None]
        where = f"{env_file}, line {line.original.line + before.count(chr(10))}"
        word = _WORD.match(line.original.string)
        if line.error and word and word[1].upper() in READERS:
            yield f"{where}: {word[1].upper()} can't be read; write {word[1].upper()}= and then its value."
        for name in _meant(line.key or "", missing):
            yield f"{where}: {line.key} is no setting of the bot; write {name}."


def _meant(written: str, missing: list[str]) -> Iterator[str]:
    """Yield the missing settings that a name was probably meant to be; none for one that is a setting."""
    for name in missing if written.upper() not in READERS else ():
        most = 1 if len(name) <= _SHORT else 2
        if OSA.distance(written.upper(), name) <= most or (written.upper(), name) in _SLIPS:
            yield name


def _sentence(wrong: list[str]) -> str:
    """Name the first wrong setting and its mend; never its value, which may be the token."""
    also = f" Also wrong: {', '.join(wrong[1:])}." if len(wrong) > 1 else ""
    return f"The setting {wrong[0]} can't be used; {_MENDS.get(wrong[0], 'see .env.example')}.{also}"
