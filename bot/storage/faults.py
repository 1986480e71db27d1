"""PURE: what a database driver raises, as one plain sentence that holds nothing of the address.

A driver's own words are not passed on: an address that was split in the wrong place can put a
piece of the password into the name of a host or a database.
"""

from __future__ import annotations

import socket
import sqlite3
from typing import TYPE_CHECKING, Final

from bot.store import StoreError

if TYPE_CHECKING:
    from bot.storage.places import Place


class GoneError(StoreError):
    """The database can't be used now; it may be later."""


class RefusedError(StoreError):
    """The database will never take what was to be written."""


_PROBLEMS: Final = {
    "28P01": "does not accept the user or the password in DATABASE_URL",
    "28000": "does not accept the user in DATABASE_URL",
    "3D000": "has no database of the name in DATABASE_URL",
    "08003": "has closed the connection",
    "57P01": "has closed the connection",
    "42501": "does not let the user in DATABASE_URL do that; the bot must be allowed to make tables",
    "53300": "has no connection left",
    "57P03": "is starting or stopping",
    "SQLITE_BUSY": "is locked by another program",
    "SQLITE_LOCKED": "is locked by another program",
    "SQLITE_READONLY": "can't be written",
    "SQLITE_FULL": "can't be written, because the disk is full",
    "SQLITE_IOERR": "can't be read or written: the disk reports an error",
    "SQLITE_CANTOPEN": "can't be opened",
    "SQLITE_NOTADB": "is no SQLite database",
    "SQLITE_CORRUPT": "is damaged",
}
_ADDRESS: Final = "ClientConfigurationError"
"""What asyncpg calls an address that it can't read; importing asyncpg takes a while."""
_DATA: Final = ("22", "23")
"""Classes of SQLSTATE for a value that does not fit, whatever the state of the server."""


def fault(place: Place, error: Exception) -> StoreError:
    """Return a driver's error as a sentence, and whether trying again may help."""
    cause = _driver_error(error)
    if _is_of_the_value(cause):
        return RefusedError(f"{place} refuses a value ({_code(cause) or type(cause).__name__}).")
    if isinstance(cause, OSError):
        return GoneError(f"{place} can't be reached at the address in DATABASE_URL ({_why(cause)}).")
    return GoneError(f"{place} {_problem(cause)}.")


def _driver_error(error: Exception) -> BaseException:
    """Return what the driver raised, without SQLAlchemy's wrapping, which quotes the values."""
    wrapped = getattr(error, "orig", None)
    return (wrapped.__cause__ or wrapped) if isinstance(wrapped, BaseException) else error


def _is_of_the_value(cause: BaseException) -> bool:
    """Whether the same values would fail on a sound database too."""
    if isinstance(cause, ValueError | OverflowError | TypeError):
        return type(cause).__name__ != _ADDRESS
    is_data = isinstance(cause, sqlite3.IntegrityError | sqlite3.DataError)
    return is_data or _code(cause).startswith(_DATA)


def _problem(cause: BaseException) -> str:
    """Say what is wrong with a database; an extended code of SQLite counts as the code it extends."""
    if type(cause).__name__ == _ADDRESS:
        return "has an address in DATABASE_URL that can't be read"
    code = _code(cause)
    short = "_".join(code.split("_")[:2])
    return _PROBLEMS.get(short, f"reports a problem ({code or type(cause).__name__})")


def _code(cause: BaseException) -> str:
    """Return the code by which a database names a problem; empty when there is none."""
    code = getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None)
    return code if isinstance(code, str) else ""


def _why(error: OSError) -> str:
    """Say why a server can't be reached."""
    if isinstance(error, ConnectionRefusedError | FileNotFoundError):
        return "nothing answers there"
    if isinstance(error, socket.gaierror):
        return "its name is not known"
    if isinstance(error, TimeoutError):
        return "it does not answer in time"
    return type(error).__name__
