"""What the commands share: streams, complaints, exit codes.

Results go to stdout; complaints, findings that are not the result, and progress go to stderr.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from generator.pages import InvalidDocumentError

Say = Callable[[str], None]


class Exit(IntEnum):
    """Exit codes; `FILES` covers input that cannot be read and output that cannot be written."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    FILES = 3


class Format(StrEnum):
    """Forms of a command's result."""

    TEXT = "text"
    JSON = "json"


def echo_json(value: object) -> None:
    """Prints a result as JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def warn(message: str) -> None:
    """Prints one line to stderr."""
    typer.echo(_one_line(message), err=True)


def fail(code: Exit, message: str) -> NoReturn:
    """Prints `error: …` as one line to stderr and leaves with `code`."""
    warn(f"error: {message}")
    raise typer.Exit(code)


@contextmanager
def complaints() -> Iterator[None]:
    """Turns complaints about input, output and usage into one line and an exit code.

    Anything else is a defect of the program and keeps its traceback.
    """
    try:
        yield
    except _usage_errors() as error:
        fail(Exit.USAGE, str(error.args[0] if error.args else error))
    except _file_errors() as error:
        fail(Exit.FILES, str(error))
    except _invalid_documents() as error:
        *others, last = error.problems
        for problem in others:
            warn(f"error: {problem}")
        fail(Exit.FINDINGS, last)


@contextmanager
def progress() -> Iterator[Say]:
    """A spinner on stderr with one changing line; silent where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda _message: None
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status("") as status:
        yield lambda message: status.update(escape(message))


def _one_line(message: str) -> str:
    return " ".join(message.split())


# Evaluated only when something was raised: the modules are too slow to import for a build that
# has nothing to do.
def _usage_errors() -> tuple[type[Exception], ...]:
    from generator.config import UnknownApiError
    from scraper.dialects import UnknownDialectError

    return (UnknownApiError, UnknownDialectError)


def _file_errors() -> tuple[type[Exception], ...]:

    from generator.config import ConfigError
    from generator.files import WriteError
    from generator.write import OutputError
    from scraper.page import InputError
    from spec.load import DocumentError

    return (ConfigError, InputError, DocumentError, OutputError, WriteError)


def _invalid_documents() -> type[InvalidDocumentError]:
    from generator.pages import InvalidDocumentError

    return InvalidDocumentError
