"""What the commands share: streams, complaints, exit codes.

Results go to stdout; complaints, findings that are not the result, and progress go to stderr.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from generator.pages import InvalidDocumentError

Say = Callable[[str], None]
ConfigOption = Annotated[Path, typer.Option("--config", metavar="FILE", help="The configuration.")]


class Exit(IntEnum):
    """Exit codes; `FILES` covers input that cannot be read and output that cannot be written.

    Typer adds 130 for an interruption with Ctrl-C.
    """

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


def echo_table(rows: Sequence[Sequence[str]]) -> None:
    """Prints rows as columns, the first one to the left. Rich's tables take longer to import than some commands."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        typer.echo("  ".join([row[0].ljust(widths[0]), *cells]))


def warn(message: str) -> None:
    """Prints one line to stderr."""
    typer.echo(_one_line(message), err=True)


def fail(code: Exit, message: str) -> NoReturn:
    """Prints `error: …` as one line to stderr and leaves with `code`."""
    warn(f"error: {message}")
    raise typer.Exit(code)


@contextmanager
def stream_complaints() -> Iterator[None]:
    """Turns the failure of stdout or stderr, as on a full disk, into one line and an exit code.

    Files are named by their own complaints: an error without a file name comes from a stream.
    """
    try:
        yield
    except OSError as error:
        if error.filename is not None:
            raise
        with suppress(OSError):
            warn(f"error: the output cannot be written: {error.strerror or error}")
        # Python writes what is left in its buffers once more at the end, and would complain again.
        for descriptor in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
        raise SystemExit(Exit.FILES) from None


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
    from scraper.snapshots import NothingRejectedError

    return (UnknownApiError, UnknownDialectError, NothingRejectedError)


def _file_errors() -> tuple[type[Exception], ...]:
    from generator.config import ConfigError
    from generator.files import WriteError
    from generator.write import OutputError
    from scraper.fetching.findings import FetchError
    from scraper.page import InputError
    from spec.load import DocumentError

    return (ConfigError, FetchError, InputError, DocumentError, OutputError, WriteError)


def _invalid_documents() -> type[InvalidDocumentError]:
    from generator.pages import InvalidDocumentError

    return InvalidDocumentError
