"""Linters, each on the documents of all forms in one run; errors count, warnings do not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.processes import run
from tests.exports.documents import Form, write_documents
from tests.exports.peers import Problems, link_packages


def check_redocly(forms: Sequence[Form], folder: Path) -> Problems:
    """Lint with the rules that redocly recommends."""
    programs = link_packages("linters", folder)
    owners = _write(forms, folder)
    options = ("--extends", "recommended", "--format", "json", "--max-problems", "100000")
    result = run(programs / "redocly", "lint", *options, *owners, folder=folder)
    problems: Problems = {form: [] for form in forms}
    for problem in (problem for found in _decode(result.output) for problem in found["problems"]):
        if problem["severity"] == "error":
            place = problem["location"][0]
            form = owners[str(Path(folder, place["source"]["ref"]).resolve())]
            problems[form].append(f"{problem['ruleId']}: {problem['message']} ({place.get('pointer', '')})")
    assert any(problems.values()) or not result.code, result.errors
    return problems


def check_spectral(forms: Sequence[Form], folder: Path) -> Problems:
    """Lint with the rules that spectral has for OpenAPI."""
    programs = link_packages("linters", folder)
    (folder / "ruleset.yaml").write_text('extends: ["spectral:oas"]\n')
    owners = _write(forms, folder)
    options = ("--ruleset", "ruleset.yaml", "--format", "json", "--fail-severity", "error", "--quiet")
    result = run(programs / "spectral", "lint", *options, *owners, folder=folder)
    problems: Problems = {form: [] for form in forms}
    for problem in (problem for found in _decode(result.output) for problem in found):
        if problem["severity"] == 0:
            line = f"{problem['code']}: {problem['message']} ({'/'.join(map(str, problem['path']))})"
            problems[owners[problem["source"]]].append(line)
    assert any(problems.values()) or not result.code, result.output[-2000:] + result.errors[-2000:]
    return problems


def _write(forms: Sequence[Form], folder: Path) -> dict[str, Form]:
    """File → form."""
    return {str(path.resolve()): form for form in forms for path in write_documents(form, folder / "documents")}


def _decode(output: str) -> Iterator[Any]:
    """The JSON values that follow each other in a text: one for each document, or one for all."""
    while output.strip():
        value, end = json.JSONDecoder().raw_decode(output.lstrip())
        yield value
        output = output.lstrip()[end:]
