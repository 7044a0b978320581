"""The forms in which the documents are exported."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spec.export.plan import Plan, export_document, export_split
from spec.export.rpc import RpcForm, find_calls
from spec.export.versions import Version
from spec.load import load_document
from spec.visit import visit_operations

REPOSITORY = Path(__file__).resolve().parents[2]
APIS = tuple(sorted(path.stem for path in (REPOSITORY / "spec/documents").glob("*.yaml")))


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """A document as `specwright export` writes it; `rpc` is None where no operation is chosen by an action."""

    api: str
    version: Version
    rpc: RpcForm | None = None

    @property
    def name(self) -> str:
        """What files of the form are called."""
        return "-".join([self.api, self.version, *([self.rpc] if self.rpc else [])])

    @property
    def title(self) -> str:
        """The options of the export, as a table heads them."""
        return f"{self.version} {self.rpc}" if self.rpc else str(self.version)


def list_forms(api: str) -> list[Form]:
    """Every form of an API."""
    forms = RpcForm if find_calls(read_document(api)) else (None,)
    return [Form(api, version, rpc) for version in Version for rpc in forms]


@cache
def read_document(api: str) -> dict[str, Any]:
    """The committed document of an API."""
    return load_document(REPOSITORY / f"spec/documents/{api}.yaml")


@cache
def export(form: Form) -> dict[str, Any]:
    """The document in a form that is one document."""
    return export_document(read_document(form.api), Plan(form.version, form.rpc)).document


def write_documents(form: Form, folder: Path) -> list[Path]:
    """Write the documents of a form, several where its actions are split."""
    if form.rpc is not RpcForm.SPLIT:
        return [_write(folder / f"{form.name}.json", export(form))]
    parts = export_split(read_document(form.api), Plan(form.version, form.rpc))
    return [_write(folder / form.name / f"{name or form.api}.json", part.document) for name, part in parts]


def _write(path: Path, document: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def list_keys(form: Form) -> dict[str, str]:
    """operationId → the path that the operation has in the exported document."""
    return {str(visit.node["operationId"]): key for key, _, visit in visit_operations(export(form))}


def list_references(document: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Reference → schema, for every component."""
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        yield f"#/components/schemas/{name}", schema
