"""Processes, and the CPU seconds that they take."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
BUILD = REPOSITORY / ".build"
_SECONDS_BETWEEN_LOOKS = 0.02


@dataclass(frozen=True)
class Finished:
    """A process that has ended.

    Attributes:
        code: Its exit code.
        output: What it wrote.
        errors: What it wrote to standard error.
        cpu: User and system seconds, of the processes that it started and waited for too.
        seconds: How long it ran.
        peak: The most memory that it and all processes below it held at one time, in MB; 0 where /proc does not say.
    """

    code: int
    output: str
    errors: str
    cpu: float
    seconds: float = 0.0
    peak: float = 0.0

    @property
    def last_line(self) -> str:
        """What it said last: of a process that failed, usually the reason."""
        if self.code < 0:
            return f"ended by signal {-self.code} after {self.cpu:.0f} CPU s"
        lines = [line.strip() for line in (self.errors or self.output).splitlines() if line.strip()]
        return lines[-1] if lines else f"exit code {self.code}, nothing said"


def run(
    *words: str | Path,
    folder: Path = REPOSITORY,
    environment: Mapping[str, str] | None = None,
    text: str = "",
    seconds: float = 900,
) -> Finished:
    """Runs a program to its end; one that takes longer than `seconds` is killed.

    Args:
        words: The program and its arguments.
        folder: Where it runs.
        environment: Variables to set besides those of this process.
        text: What it reads from standard input.
        seconds: The time it has.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as given:
        given.write(text.encode())
        given.seek(0)
        process = subprocess.Popen(
            [str(word) for word in words],
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=given,
            stdout=output,
            stderr=errors,
        )
        start = time.perf_counter()
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        gauge = _Gauge(process.pid)
        gauge.start()
        # `wait4` and not `wait`: it tells what this one process took.
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        passed = time.perf_counter() - start
        gauge.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        said, complaints = output.read().decode(errors="replace"), errors.read().decode(errors="replace")
    return Finished(process.returncode, said, complaints, usage.ru_utime + usage.ru_stime, passed, gauge.peak)


class _Gauge(threading.Thread):
    """Looks every now and then how much memory a process and all below it hold."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0.0
        self._process = process
        self._end = threading.Event()

    def run(self) -> None:
        while not self._end.wait(_SECONDS_BETWEEN_LOOKS):
            self.peak = max(self.peak, _resident_megabytes(self._process))

    def stop(self) -> None:
        self._end.set()
        self.join()


def _resident_megabytes(process: int) -> float:
    total, left = 0, [str(process)]
    while left:
        folder = Path("/proc") / left.pop()
        with suppress(OSError):
            lines = (folder / "status").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
            left += [child for task in (folder / "task").iterdir() for child in (task / "children").read_text().split()]
    return total / 1024
