"""Redoc: a page of documentation for each form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.processes import run
from tests.exports.calls import list_calls
from tests.exports.documents import Form, write_documents
from tests.exports.peers import Problems, link_packages


def check_redoc(forms: Sequence[Form], folder: Path) -> Problems:
    """Build the page, which has to name every operation."""
    programs = link_packages("linters", folder)
    problems: Problems = {}
    for form in forms:
        [document] = write_documents(form, folder / "documents")
        page = folder / f"{form.name}.html"
        result = run(programs / "redocly", "build-docs", document, "--output", page, folder=folder)
        if result.code:
            problems[form] = [result.last_line]
            continue
        text = page.read_text(encoding="utf-8")
        missed = {call.operation for call in list_calls(form.api) if f'"operationId":"{call.operation}"' not in text}
        problems[form] = [f"{name}: is not on the page" for name in sorted(missed)]
    return problems
