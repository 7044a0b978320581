"""Prints each budget as a ratio: what specwright takes, over what its yardstick takes.

The two sides of a ratio take turns, and the fastest round of each counts: on a busy machine it is the
least disturbed one. The exit code is 1 when a ratio is over its budget.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pages import build_trees, read_corpus, write_corpus

REPOSITORY = Path(__file__).resolve().parent.parent
DOCUMENT = REPOSITORY / "spec/documents/coding.yaml"


@dataclass(frozen=True)
class Ratio:
    """One line of the report; `budget` is the highest value that is allowed."""

    name: str
    ours: float
    yardstick: float
    budget: float

    @property
    def value(self) -> float:
        """What is compared with the budget."""
        return self.ours / self.yardstick

    def __str__(self) -> str:
        """The line as it is printed."""
        verdict = "" if self.value <= self.budget else "  OVER"
        return f"{self.name:34}{self.value:5.2f}  (budget {self.budget:.1f}){verdict}"


def main() -> int:
    """Measures and prints; returns the exit code."""
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        for measure in (measure_reading, measure_generating, measure_idle_build):
            ratios.append(measure(Path(folder)))
            print(ratios[-1], flush=True)  # noqa: T201
    return int(any(ratio.value > ratio.budget for ratio in ratios))


def measure_reading(_folder: Path) -> Ratio:
    """Blocks of Markdown and HTML pages, over nothing but the parse trees of the same pages."""
    corpus = write_corpus()
    ours, yardstick = take_turns(lambda: read_corpus(corpus), lambda: build_trees(corpus), rounds=7)
    return Ratio("reading pages / parse trees", ours, yardstick, 1.5)


def measure_generating(folder: Path) -> Ratio:
    """A package from a document, over models and black alone; each in a process of its own."""
    package = folder / "package"
    run("-m", "benchmarks.generating", "package", str(DOCUMENT), str(package))
    ours, yardstick = take_turns(
        lambda: run("-m", "benchmarks.generating", "package", str(DOCUMENT), str(folder / "again")),
        lambda: run("-m", "benchmarks.generating", "yardstick", str(DOCUMENT), str(package)),
        rounds=3,
    )
    return Ratio("generating / models and black", ours, yardstick, 1.3)


def measure_idle_build(folder: Path) -> Ratio:
    """A build with nothing to do, over the import of the library that reads its command line."""
    project = folder / "project"
    (project / "pages").mkdir(parents=True)
    page = REPOSITORY / "scraper/pages/gitlab/issue_links.txt"
    (project / "pages" / page.name).write_bytes(page.read_bytes())
    config = project / "specwright.toml"
    config.write_text('[api.links]\ndialect = "gitlab"\npages = ["pages/*.txt"]\n', encoding="utf-8")
    build = ("-c", "from generator.cli import main; main()", "build", "--config", str(config))
    run(*build)
    ours, yardstick = take_turns(lambda: run(*build), lambda: run("-c", "import typer"), rounds=15)
    return Ratio("idle build / import typer", ours, yardstick, 2.0)


def take_turns(first: Callable[[], object], second: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The fastest round of each, in seconds."""
    best = [float("inf"), float("inf")]
    for _ in range(rounds):
        for index, work in enumerate((first, second)):
            start = time.perf_counter()
            work()
            best[index] = min(best[index], time.perf_counter() - start)
    return best[0], best[1]


def run(*words: str) -> None:
    """Python in a process of its own, in the repository."""
    subprocess.run([sys.executable, *words], cwd=REPOSITORY, stdout=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    sys.exit(main())
