"""Runs every tool on every form of every document, prints the tables and writes docs/exports.md: `make exports`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.exports.documents import Form
from tests.exports.matrix import GUIDE, list_cells, measure, render_guide
from tests.exports.peers import PeerUnavailableError, Tool
from tests.exports.tools import UnexplainedError


def main() -> int:
    """Return the exit code: 1 when a tool cannot be run, or fails for a reason that is not known."""
    cells: dict[tuple[str, Form], str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number, (tool, forms) in enumerate(list_cells(Tool.accepts)):
            start = time.monotonic()
            place = Path(folder, str(number))
            place.mkdir()
            try:
                cells |= measure(tool, forms, place)
            except (PeerUnavailableError, UnexplainedError) as error:
                say(f"error: {tool.name}: {error}")
                return 1
            say(f"{tool.name}: {len(forms)} forms, {time.monotonic() - start:.0f} s")
    text = render_guide(cells)
    sys.stdout.write(text)
    GUIDE.write_text(text, encoding="utf-8")
    return 0


def say(line: str) -> None:
    """Write a line about the progress."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
