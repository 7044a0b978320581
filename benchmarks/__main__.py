"""Prints how the budgets are kept, and how the generated packages compare with those of other generators.

What cannot be had here, for want of npm or of a network, is named and left out. The exit code is 1 when a budget or
the bar is missed. `python -m benchmarks coding` compares on one document alone: coding, synthetic or public.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.budgets import measure_idle_build, measure_reading
from benchmarks.comparison import compare_generators
from benchmarks.documents import (
    Document,
    DocumentUnavailableError,
    public_document,
    repository_document,
    synthetic_document,
)
from benchmarks.environment import Environment, EnvironmentUnavailableError, create_environment
from benchmarks.peers import PEERS, SPECWRIGHT
from benchmarks.table import print_table

#: Each document, and how often every generator is run on it.
DOCUMENTS: Mapping[str, tuple[Callable[[], Document], int]] = {
    "coding": (repository_document, 2),
    "synthetic": (synthetic_document, 2),
    "public": (public_document, 1),
}


def main(names: list[str]) -> int:
    """Measures and prints; returns the exit code."""
    is_missed = False if names else print_budgets()
    try:
        environment = create_environment()
    except EnvironmentUnavailableError as error:
        _say(f"SKIPPED the comparison with other generators: {error}")
        return int(is_missed)
    for name in names or DOCUMENTS:
        is_missed |= print_comparison(name, environment)
    return int(is_missed)


def print_budgets() -> bool:
    """Prints the ratios that need no other generator; returns whether one is missed."""
    is_missed = False
    with tempfile.TemporaryDirectory() as folder:
        for measure in (measure_reading, lambda: measure_idle_build(Path(folder) / "project")):
            ratio = measure()
            _say(str(ratio))
            is_missed |= ratio.is_missed
    return is_missed


def print_comparison(name: str, environment: Environment) -> bool:
    """Prints the table of one document; returns whether a cell of ours is missed."""
    make, rounds = DOCUMENTS[name]
    try:
        document = make()
    except DocumentUnavailableError as error:
        _say(f"SKIPPED the document {name}: {error}")
        return False
    rows = compare_generators(document, environment, rounds)
    columns = [
        peer.name if peer.name == SPECWRIGHT else f"{peer.name} {environment.version(peer.name)}" for peer in PEERS
    ]
    print_table(document.title, columns, rows)
    return any(cell.is_missed for row in rows for cell in row.cells)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
