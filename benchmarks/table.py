"""The report: one row for each property, one column for each generator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

_WIDTH = 160


@dataclass(frozen=True)
class Cell:
    """One cell; `is_missed` says that it is ours and worse than the bar."""

    text: str
    is_missed: bool = False

    def __str__(self) -> str:
        """What is printed."""
        return f"{self.text}  MISSED" if self.is_missed else self.text


@dataclass(frozen=True)
class Row:
    """One property of all generators."""

    name: str
    cells: Sequence[Cell]


def print_table(title: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Prints the rows of one document."""
    table = Table(title=title, title_justify="left", show_lines=True)
    table.add_column("")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(row.name, *map(str, row.cells))
    Console(width=_WIDTH, markup=False, highlight=False).print(table)
