"""What the commands share: streams, complaints, exit codes.

Results go to stdout; complaints, findings that are not the result, and progress go to stderr.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import IntEnum, StrEnum
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, ParamSpec

import typer

if TYPE_CHECKING:
    from generator.cli.progress import Progress
    from generator.pages import InvalidDocumentError

P = ParamSpec("P")
_LONGEST_LIST = 20
Say = Callable[[str], None]
#: Said in help texts; asking what is registered would import what few commands need.
DIALECTS = "coding, github, gitlab, huawei, or one that is installed"
ConfigOption = Annotated[Path, typer.Option("--config", metavar="FILE", help="The configuration.")]
JobsOption = Annotated[
    int,
    typer.Option(
        "--jobs",
        metavar="N",
        min=0,
        show_default=False,
        help="Processes that read pages; by default one for each processor, where there is enough to read.",
    ),
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Read every page anew, and keep nothing of it.")]


class Exit(IntEnum):
    """Exit codes; `FILES` covers input that cannot be read and output that cannot be written."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    FILES = 3
    INTERRUPTED = 130


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


def list_errors(problems: Iterable[str]) -> None:
    """Prints `error: …` to stderr for each problem, as far as anybody would read them."""
    lines = list(problems)
    shown = lines if len(lines) <= _LONGEST_LIST else lines[: _LONGEST_LIST - 1]
    for line in shown:
        warn(f"error: {line}")
    if shown != lines:
        warn(f"error: {len(lines) - len(shown)} more of these")


def fail(code: Exit, message: str) -> NoReturn:
    """Prints `error: …` as one line to stderr and leaves with `code`."""
    warn(f"error: {message}")
    raise typer.Exit(code)


def answer_interrupts(command: Callable[P, None]) -> Callable[P, None]:
    """The command, which answers Ctrl-C with one line and its exit code wherever it is."""

    @wraps(command)
    def answering(*values: P.args, **options: P.kwargs) -> None:
        try:
            command(*values, **options)
        except KeyboardInterrupt:
            fail(Exit.INTERRUPTED, "interrupted")

    return answering


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
    except (KeyboardInterrupt, typer.Exit):  # not asked below: that imports, and may have been what was interrupted
        raise
    except _usage_errors() as error:
        fail(Exit.USAGE, str(error.args[0] if error.args else error))
    except _file_errors() as error:
        list_errors(getattr(error, "problems", (str(error),)))
        raise typer.Exit(Exit.FILES) from error
    except _invalid_documents() as error:
        list_errors(error.problems)
        raise typer.Exit(Exit.FINDINGS) from error


@contextmanager
def progress(*, resumes: bool = False) -> Iterator[Progress]:
    """Shows progress on stderr, and answers Ctrl-C with one line and its exit code.

    The line says how much was read and, where what was read is kept for the next run, that this goes on from there.
    """
    from generator.cli.progress import show_progress

    shown: Progress | None = None
    try:
        with show_progress(warn) as shown:
            yield shown
    except KeyboardInterrupt:
        is_begun = shown is not None and bool(shown.total or shown.before)
        read = f"{shown.count()} were read" if shown and is_begun else "nothing was written"
        resume = "; the same command goes on from there" if resumes and shown and shown.done + shown.before else ""
        fail(Exit.INTERRUPTED, f"interrupted: {read}{resume}")


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
    from generator.drift.git import GitError
    from generator.files import WriteError
    from generator.redoc import BundleError
    from generator.write import OutputError
    from scraper.dialects import BrokenDialectError
    from scraper.fetching.findings import FetchError
    from scraper.page import InputError
    from spec.load import DocumentError

    return (
        BrokenDialectError,
        BundleError,
        ConfigError,
        FetchError,
        GitError,
        InputError,
        DocumentError,
        OutputError,
        WriteError,
    )


def _invalid_documents() -> type[InvalidDocumentError]:
    from generator.pages import InvalidDocumentError

    return InvalidDocumentError
