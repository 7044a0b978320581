"""Paths that cannot be called as they are printed."""

from __future__ import annotations

from dataclasses import replace

from spec.diagnostics import Diagnostic
from spec.emit.paths import mend_path
from spec.model import Operation

_DOTS = frozenset({".", ".."})


def check_path(operation: Operation) -> tuple[Operation, tuple[Diagnostic, ...]]:
    """Marks an operation as broken whose path no client sends as it is, with a finding.

    Clients take `.` and `..` out of a path (RFC 3986, section 5.2.4), and a brace that encloses no
    name leaves open where its placeholder ends.
    """
    if operation.broken:
        return operation, ()
    if _DOTS & set(operation.path.split("/")):
        why = "clients take '.' and '..' out of a path"
    elif mend_path(operation).broken:
        why = "a brace in it encloses no name"
    else:
        return operation, ()
    source = operation.source
    message = f"{operation.path} cannot be called as it is printed: {why}"
    found = Diagnostic("broken-path", message, source.page, source.first, source.last, operation.id, "path")
    return replace(operation, broken=True), (found,)
