"""How time and memory of reading pages grow with their number: copies of sample pages, scraped in one command each."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.budgets import Ratio
from benchmarks.processes import Finished, run

TIMES = (1, 4, 16)
PAGES = 2_000
MEGABYTES = 300
_VERSION = re.compile(rb"/v(?=\d)")


@dataclass(frozen=True)
class Run:
    """One command."""

    times: int
    pages: int
    finished: Finished

    def __str__(self) -> str:
        """The line as it is printed."""
        each = 1000 * self.finished.cpu / self.pages
        figures = f"{self.finished.seconds:6.1f} s  {self.finished.cpu:6.1f} CPU s  {each:5.1f} CPU ms a page"
        return f"{self.times:3}x, {self.pages:5} pages: {figures}  {self.finished.peak:5.0f} MB at most"


def measure_growth(samples: Sequence[Path], dialect: str, folder: Path) -> Iterator[Run | Ratio]:
    """Runs over 1x, 4x and 16x the pages, then what they say about growth, then the memory of 2,000 pages."""
    runs = []
    for times in TIMES:
        runs.append(_scrape(times, times * len(samples), samples, dialect, folder / str(times)))
        yield runs[-1]
    first, last = runs[0], runs[-1]
    ours, yardstick = last.finished.cpu / last.pages, first.finished.cpu / first.pages
    yield Ratio(f"CPU a page, {last.pages} pages / {first.pages} pages", ours, yardstick, 1.2)
    many = _scrape(-(-PAGES // len(samples)), PAGES, samples, dialect, folder / "many")
    yield Ratio(f"MB for {PAGES} pages / {MEGABYTES} MB", many.finished.peak, MEGABYTES, 1.0)


def _scrape(times: int, count: int, samples: Sequence[Path], dialect: str, folder: Path) -> Run:
    folder.mkdir()
    for path, content in islice(_copies(times, samples), count):
        (folder / path).write_bytes(content)
    main = "from generator.cli import main; main()"
    words = ("scrape", folder, "--dialect", dialect, "-o", folder / "out.yaml", "--no-cache")
    return Run(times, count, run(sys.executable, "-c", main, *words))


def _copies(times: int, samples: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Pages under new names, with other paths: one operation on many pages would be joined into one."""
    for number in range(times):
        for path in samples:
            content = path.read_bytes()
            yield f"{number}-{path.name}", _VERSION.sub(b"/copy%d/v" % number, content) if number else content
