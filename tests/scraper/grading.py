"""Marks for documents: how well they say what an independent inventory of the sample pages lists."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from spec.model import JSON
from spec.yaml import dump_yaml

SHARED = Path(__file__).parents[3] / "shared"
_GRADE = SHARED / "grade" / "grade.py"


def inventory_of(folder: str) -> Path:
    """Where the inventory of a folder of sample pages is, if it is at hand."""
    return SHARED / "grade" / f"{folder}.json"


def score(document: JSON, folder: str, scratch: Path) -> Mapping[str, Any]:
    """The marks of one document for a folder of sample pages."""
    return score_services({folder: document}, folder, scratch, "all")


def score_services(documents: Mapping[str, JSON], folder: str, scratch: Path, scope: str) -> Mapping[str, Any]:
    """The marks of documents by service; with the scope `service`, each answers for the pages of its service."""
    written = [scratch / f"{name}.yaml" for name in documents]
    for path, document in zip(written, documents.values(), strict=True):
        path.write_text(dump_yaml(document), encoding="utf-8")
    inventory = json.loads(inventory_of(folder).read_text(encoding="utf-8"))
    sys.path.insert(0, str(_GRADE.parent))
    try:
        specification = importlib.util.spec_from_file_location("grade", _GRADE)
        assert specification is not None
        assert specification.loader is not None
        grade = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(grade)
    finally:
        sys.path.remove(str(_GRADE.parent))
    operations = [operation for path in written for operation in grade.flatten(str(path))]
    marks: Mapping[str, Any] = grade.score(inventory, operations, scope=scope)
    return marks
