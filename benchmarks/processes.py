"""Processes, and the CPU seconds that they take."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
BUILD = REPOSITORY / ".build"


@dataclass(frozen=True)
class Finished:
    """A process that has ended.

    Attributes:
        code: Its exit code.
        output: What it wrote.
        errors: What it wrote to standard error.
        cpu: User and system seconds, of the processes that it started and waited for too.
    """

    code: int
    output: str
    errors: str
    cpu: float

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
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        # `wait4` and not `wait`: it tells what this one process took.
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        said, complaints = output.read().decode(errors="replace"), errors.read().decode(errors="replace")
    return Finished(process.returncode, said, complaints, usage.ru_utime + usage.ru_stime)
