"""schemathesis: requests made up from each form, sent to a Prism that serves it."""

from __future__ import annotations

import copy
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.processes import run
from spec.export.loss import Node
from spec.visit import Kind, visit_document
from tests.exports.documents import Form, export, write_documents
from tests.exports.peers import Problems, install_node
from tests.exports.prism import list_credentials
from tests.packages.prism import serve_file

_OPERATION = re.compile(r"_+ (?P<name>[A-Z]+ \S+) _+")
_FAILURE = re.compile(r"- (?P<name>\S.*)")
#: Prism reads a format of numbers as bounds, as OpenAPI has it; for schemathesis a format says nothing of numbers.
_SINGLE = 3.4028234663852886e38
_OPTIONS = (
    *("--phases", "examples,fuzzing", "--mode", "positive", "--max-examples", "4"),
    *("--generation-deterministic", "--no-shrink", "--no-color"),
    # Prism takes any credentials.
    *("--exclude-checks", "ignored_auth"),
)


def check_schemathesis(forms: Sequence[Form], folder: Path) -> Problems:
    """Run it on the documented examples and on requests that it makes up, the same ones every time."""
    install_node("prism")
    program = Path(sys.executable).with_name("schemathesis")
    problems: Problems = {}
    for form in forms:
        [document] = write_documents(form, folder)
        bounded = folder / f"{form.name}.bounded.json"
        bounded.write_text(json.dumps(state_bounds(export(form)), ensure_ascii=False), encoding="utf-8")
        headers = [word for header in list_credentials(form.api).items() for word in ("-H", ": ".join(header))]
        with serve_file(document, folder / f"{form.name}.log") as url:
            result = run(program, "run", bounded, "--url", url, *_OPTIONS, *headers, folder=folder)
        problems[form] = list(dict.fromkeys(_read_failures(result.output)))
        assert bool(result.code) == bool(problems[form]), result.output[-4000:] + result.errors
    return problems


def state_bounds(document: Node) -> Node:
    """The document with the bounds that numbers of single precision have."""
    bounded = copy.deepcopy(document)
    for visit in visit_document(bounded):
        if visit.kind is Kind.SCHEMA and visit.node.get("format") == "float":
            visit.node.setdefault("minimum", -_SINGLE)
            visit.node.setdefault("maximum", _SINGLE)
    return bounded


def _read_failures(output: str) -> Iterator[str]:
    operation = ""
    for line in output.splitlines():
        if found := _OPERATION.fullmatch(line):
            operation = found["name"]
        elif found := _FAILURE.fullmatch(line):
            yield f"{operation}: {found['name']}"
