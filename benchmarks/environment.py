"""The environment of the other generators: apart from `.venv`, with exact versions.

They live apart because they need older versions of what the program itself is locked to, and because a tool that only
the benchmark runs must not decide the versions of anything else. The extra `bench` of `pyproject.toml` says what is
there, `peers.lock` in which versions; `python -m benchmarks.environment` writes the lock again.
"""

from __future__ import annotations

import os
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import BUILD, REPOSITORY, run

LOCK = Path(__file__).with_name("peers.lock")
_FOLDER = BUILD / "bench-peers"
_PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")


class EnvironmentUnavailableError(Exception):
    """The environment could not be made; the message says why."""


@dataclass(frozen=True)
class Environment:
    """A virtual environment."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin/python"

    def program(self, name: str) -> Path:
        """One of its programs."""
        return self.folder / "bin" / name

    @property
    def variables(self) -> dict[str, str]:
        """What makes programs find the others of this environment first, and keep the bytecode that they compile."""
        path = f"{self.folder / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
        return {"PATH": path, "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": ""}

    def version(self, package: str) -> str:
        """The version of an installed package, as the lock names it."""
        pins = dict(line.split("==") for line in LOCK.read_text(encoding="utf-8").splitlines() if "==" in line)
        return pins[package]


def create_environment() -> Environment:
    """Returns the environment, made anew when the lock has changed.

    Raises:
        EnvironmentUnavailableError: The packages cannot be installed, for want of a network for example.
    """
    environment, stamp, lock = Environment(_FOLDER), _FOLDER / ".installed", LOCK.read_bytes()
    if not (stamp.is_file() and stamp.read_bytes() == lock):
        _install(environment, "--no-deps", "--requirement", str(LOCK))
        stamp.write_bytes(lock)
    return environment


def write_lock() -> None:
    """Writes the newest versions that the extra `bench` allows."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    environment = Environment(BUILD / "bench-lock")
    _install(environment, *project["optional-dependencies"]["bench"])
    frozen = run(environment.python, *_PIP, "freeze").output
    LOCK.write_text(frozen, encoding="utf-8")


def _install(environment: Environment, *what: str) -> None:
    made = run(sys.executable, "-m", "venv", "--clear", environment.folder)
    installed = made if made.code else run(environment.python, *_PIP, "install", *what, seconds=600)
    if installed.code:
        raise EnvironmentUnavailableError(installed.last_line)


if __name__ == "__main__":
    write_lock()
