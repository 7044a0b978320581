"""How long two large documents take to compare, over the time of loading them."""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.budgets import Ratio
from benchmarks.processes import run
from benchmarks.synthesis import Json, synthesize_document
from spec.yaml import dump_yaml

OPERATIONS = 1_000
MEGABYTES = 300
_PROGRAM = """
import json, sys, time
from pathlib import Path
from spec.diff.compare import compare_documents
from spec.load import load_document
start = time.process_time()
old, new = (load_document(Path(name)) for name in sys.argv[1:])
loaded = time.process_time()
changes = compare_documents(old, new).changes
print(json.dumps([loaded - start, time.process_time() - loaded, len(changes)]))
"""


def measure_diff(folder: Path) -> Iterator[Ratio]:
    """CPU of comparing over that of loading, and the memory of both, of documents that differ in every tenth operation.

    Raises:
        RuntimeError: The comparison failed, or found nothing.
    """
    folder.mkdir()
    old = _many_operations(synthesize_document())
    paths = [folder / "old.yaml", folder / "new.yaml"]
    for path, document in zip(paths, (old, _changed(old)), strict=True):
        path.write_text(dump_yaml(document), encoding="utf-8")
    runs = [run(sys.executable, "-c", _PROGRAM, *paths) for _ in range(3)]
    if any(finished.code for finished in runs):
        raise RuntimeError(runs[0].last_line)
    timed = [json.loads(finished.output) for finished in runs]
    if not all(found for _, _, found in timed):
        raise RuntimeError("no change found")
    count = len(_operations(old))
    yield Ratio(f"diff of {count} operations / loading", min(t[1] for t in timed), min(t[0] for t in timed), 3.0)
    peak = max(finished.peak for finished in runs)
    yield Ratio(f"MB for a diff of {count} operations / {MEGABYTES} MB", peak, MEGABYTES, 1.0)


def _many_operations(document: Json) -> Json:
    """The document with its paths repeated under new names until it has enough operations."""
    paths = dict(document["paths"])
    number = 2
    while len(_operations({"paths": paths})) < OPERATIONS:
        copied = copy.deepcopy(document)
        for operation in _operations(copied):
            operation["operationId"] += f"V{number}"
        paths |= {f"/v{number}{path}": item for path, item in copied["paths"].items()}
        number += 1
    return {**document, "paths": paths}


def _operations(document: Json) -> list[Json]:
    return [value for item in document["paths"].values() for value in item.values() if "responses" in value]


def _changed(document: Json) -> Json:
    """A copy in which every tenth operation asks for one more header."""
    changed = copy.deepcopy(document)
    header = {"name": "X-Reason", "in": "header", "required": True, "schema": {"type": "string"}}
    for operation in _operations(changed)[::10]:
        operation["parameters"] = [*operation.get("parameters", []), header]
    return changed
