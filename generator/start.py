"""The entry point: answers Ctrl-C with one line and its exit code while the command line is still being imported."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line."""
    try:
        from generator.cli import main as run

        run()
    except KeyboardInterrupt:  # before a command, which answers for itself, has begun
        sys.stderr.write("error: interrupted: nothing was written\n")
        sys.exit(130)
