"""The budgets of reading pages and of builds with nothing to do, each as a ratio.

The two sides of a ratio take turns, and the fastest round of each counts: on a busy machine it is the least disturbed
one.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pages import Corpus, build_trees, parse_corpus, read_corpus
from benchmarks.processes import REPOSITORY


@dataclass(frozen=True)
class Ratio:
    """One line of the report; `budget` is the highest value that is allowed, if there is one."""

    name: str
    ours: float
    yardstick: float
    budget: float | None = None

    @property
    def value(self) -> float:
        """What is compared with the budget."""
        return self.ours / self.yardstick

    @property
    def is_missed(self) -> bool:
        """Whether the value is over the budget."""
        return self.budget is not None and self.value > self.budget

    def __str__(self) -> str:
        """The line as it is printed."""
        verdict = "  MISSED" if self.is_missed else ""
        budget = "" if self.budget is None else f"  (budget {self.budget:.1f})"
        return f"{self.name:44}{self.value:5.2f}{budget}{verdict}"


def measure_reading(corpus: Corpus, rounds: int) -> Ratio:
    """Blocks of pages, over nothing but the parse trees of the same pages."""
    ours, yardstick = take_turns(lambda: read_corpus(corpus), lambda: build_trees(corpus), rounds)
    return Ratio(f"reading {corpus.name} / parse trees", ours, yardstick, 1.5)


def measure_parsing(corpus: Corpus, rounds: int) -> Ratio:
    """Facts of pages, with all that dialects do, over the parse trees of the same pages; without a budget."""
    ours, yardstick = take_turns(lambda: parse_corpus(corpus), lambda: build_trees(corpus), rounds)
    return Ratio(f"facts of {corpus.name} / parse trees", ours, yardstick)


def measure_idle_build(folder: Path) -> Ratio:
    """A build with nothing to do, over the import of the library that reads its command line."""
    (folder / "pages").mkdir(parents=True)
    page = REPOSITORY / "scraper/pages/gitlab/issue_links.txt"
    (folder / "pages" / page.name).write_bytes(page.read_bytes())
    config = folder / "specwright.toml"
    config.write_text('[api.links]\ndialect = "gitlab"\npages = ["pages/*.txt"]\n', encoding="utf-8")
    build = ("-c", "from generator.cli import main; main()", "build", "--config", str(config))
    run_python(*build)
    ours, yardstick = take_turns(lambda: run_python(*build), lambda: run_python("-c", "import typer"), rounds=15)
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


def run_python(*words: str) -> None:
    """Python in a process of its own, in the repository."""
    subprocess.run([sys.executable, *words], cwd=REPOSITORY, stdout=subprocess.DEVNULL, check=True)
