"""Dialects: how one vendor lays out its reference. Blocks go in, facts come out.

A dialect is a module with an object that follows `Dialect`, registered under its name here or, by
third parties, through the entry point group `specwright.dialects`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol, cast

from scraper.blocks import Block
from scraper.facts import PageFacts
from scraper.page import Page
from scraper.vocabulary import Vocabulary
from spec.diagnostics import Diagnostic

ENTRY_POINTS = "specwright.dialects"
BUILT_IN = {
    "huawei": "scraper.dialects.huawei:DIALECT",
    "coding": "scraper.dialects.coding:DIALECT",
    "gitlab": "scraper.dialects.gitlab:DIALECT",
    "github": "scraper.dialects.github:DIALECT",
}


class Dialect(Protocol):
    """How one vendor lays out its reference."""

    @property
    def name(self) -> str:
        """The name on the command line."""

    @property
    def summary(self) -> str:
        """One line for help texts."""

    @property
    def expects(self) -> str:
        """What a page of this dialect must show, for the complaint about a page that does not."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The words by which its tables and sections are recognised."""

    def read_dump(self, page: Page) -> tuple[Sequence[Block], Sequence[Diagnostic]]:
        """Reads a text dump of a page into the blocks that the page itself would give."""

    def parse(self, page: Page, blocks: Sequence[Block]) -> PageFacts:
        """Reads blocks into facts; never raises on a page, whatever is on it."""


class UnknownDialectError(LookupError):
    """No dialect is registered under the name."""


class BrokenDialectError(Exception):
    """An installed dialect cannot be imported; `str()` names its entry point and what went wrong."""


def dialect_names() -> tuple[str, ...]:
    """The names of all registered dialects, sorted."""
    return tuple(sorted({*BUILT_IN, *(point.name for point in entry_points(group=ENTRY_POINTS))}))


def find_dialect(name: str) -> Dialect:
    """The dialect registered under a name.

    Raises:
        UnknownDialectError: There is none; the message lists the names there are.
        BrokenDialectError: It is installed, but cannot be imported.
    """
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        return cast(Dialect, getattr(import_module(module), attribute))
    for point in entry_points(group=ENTRY_POINTS, name=name):
        try:
            return cast(Dialect, point.load())
        except Exception as error:
            cause = f"{type(error).__name__}: {error}"
            raise BrokenDialectError(
                f"the dialect {name!r} cannot be imported from its entry point {point.value!r}: {cause}"
            ) from error
    raise UnknownDialectError(f"unknown dialect {name!r}; expected one of: {', '.join(dialect_names())}")
