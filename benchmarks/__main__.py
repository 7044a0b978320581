"""Prints how the budgets are kept, and how the generated packages compare with those of other generators.

What cannot be had here, for want of npm or of a network, is named and left out. The exit code is 1 when a budget or
the bar is missed. `python -m benchmarks coding` compares on one document alone: coding, synthetic or public.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.budgets import Ratio, measure_idle_build, measure_parsing, measure_reading
from benchmarks.comparison import compare_generators
from benchmarks.documents import (
    Document,
    DocumentUnavailableError,
    public_document,
    repository_document,
    synthetic_document,
)
from benchmarks.drift import measure_diff
from benchmarks.environment import Environment, EnvironmentUnavailableError, create_environment
from benchmarks.growth import measure_growth
from benchmarks.pages import list_samples, read_samples, write_corpus
from benchmarks.peers import PEERS, SPECWRIGHT
from benchmarks.table import print_table

#: Folders of sample pages with their dialect, and how often they are read.
SAMPLES: Mapping[str, tuple[str, int]] = {
    "otc": ("huawei", 3),
    "otc-rst": ("huawei", 3),
    "gitlab-2016": ("gitlab", 15),
    "github-2020": ("github", 3),
}
#: The sample pages whose copies show how time and memory grow.
GROWING = "otc"

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
        for line in measure_budgets(Path(folder)):
            _say(str(line))
            is_missed |= isinstance(line, Ratio) and line.is_missed
    return is_missed


def measure_budgets(folder: Path) -> Iterator[object]:
    """The lines of the report that need no other generator."""
    yield measure_reading(write_corpus(), rounds=7)
    for name, (dialect, rounds) in SAMPLES.items():
        corpus = read_samples(name, dialect)
        if corpus is None:
            yield f"SKIPPED reading {name}: the sample pages are not beside the repository"
        else:
            yield measure_reading(corpus, rounds)
            yield measure_parsing(corpus, rounds)
    yield measure_idle_build(folder / "project")
    yield from measure_diff(folder / "diff")
    files = list_samples(GROWING)
    if files:
        yield from measure_growth(files, SAMPLES[GROWING][0], folder)
    else:
        yield f"SKIPPED growth with the number of pages: the sample pages {GROWING} are not beside the repository"


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
