"""Progress of long work on stderr: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bars

Print = Callable[[str], None]
#: Work that is done sooner leaves no line behind.
SECONDS_BETWEEN_LINES = 5.0
_SHORTEST_MEASURE = 0.2


class Progress:
    """What is being done, and how many pages of how many are read.

    Attributes:
        done: Pages that were read, of those that were last to be read together.
        total: The number of those.
        before: Pages that were read earlier, as those of the APIs before the last one.
    """

    def __init__(self, write: Print) -> None:
        self.done = self.total = self.before = 0
        self._write = write
        self._start = self._last = time.monotonic()

    def __call__(self, message: str) -> None:
        """Says what comes next; a terminal alone shows it."""
        self.before += self.done
        self.done = self.total = 0
        self._start = self._last = time.monotonic()

    def watch(self, done: int, total: int) -> None:
        """Counts pages."""
        self.done, self.total = done, total
        now = time.monotonic()
        if now - self._last >= SECONDS_BETWEEN_LINES:
            self._write(f"read {done} of {total} pages{self.pace(now)}")
            self._last = now

    def count(self) -> str:
        """`3 of 9 pages`; `12 pages` where others were read before, and more may follow."""
        if not self.before:
            return f"{self.done} of {self.total} pages"
        read = self.before + self.done
        return f"{read} page" if read == 1 else f"{read} pages"

    def pace(self, now: float) -> str:
        """`, 120 pages/s, 0:14 left`; nothing while there is too little to go by."""
        passed = now - self._start
        if passed < _SHORTEST_MEASURE or not self.done:
            return ""
        rate = self.done / passed
        minutes, seconds = divmod(round((self.total - self.done) / rate), 60)
        return f", {rate:.3g} pages/s, {minutes}:{seconds:02} left"


class _LiveProgress(Progress):
    """Progress as a bar that changes in its place."""

    def __init__(self, bars: Bars) -> None:
        super().__init__(lambda _line: None)
        self._bars = bars
        self._task = bars.add_task("", total=None, pace="")

    def __call__(self, message: str) -> None:
        from rich.markup import escape

        super().__call__(message)
        self._bars.reset(self._task, total=None, description=escape(message), pace="")

    def watch(self, done: int, total: int) -> None:
        super().watch(done, total)
        pace = f"{done}/{total}{self.pace(time.monotonic())}"
        self._bars.update(self._task, completed=done, total=total, pace=pace)


@contextmanager
def show_progress(write: Print) -> Iterator[Progress]:
    """Progress on stderr; `write` prints a line there where it is no terminal."""
    if not sys.stderr.isatty():
        yield Progress(write)
        return
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[pace]}"),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _LiveProgress(bars)
