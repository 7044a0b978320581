"""Keys of path items, made from whatever path a page prints."""

from __future__ import annotations

import re
from dataclasses import replace

from spec.model import Location, Operation

PLACEHOLDER = re.compile(r"\{([^{}/]+)\}")
_BRACED = re.compile(r"\{(?P<name>[^{}!:\[]+)\}|[{}]")
_ESCAPES = {"{": "%7B", "}": "%7D"}
_NO_BRACES = str.maketrans("{}", "()")


def path_key(operation: Operation) -> str:
    """The key of the operation's path item."""
    path = operation.path if operation.path.startswith("/") else f"/{operation.path}"
    if operation.broken:
        return with_fragment(path, operation.id)
    chosen = operation.action.value if operation.action else "&".join(operation.selectors)
    return with_fragment(path, chosen) if chosen else path


def with_fragment(path: str, name: str) -> str:
    """The path with a name behind it; braces would make the name a placeholder."""
    return f"{path}#{name.translate(_NO_BRACES)}"


def mend_path(operation: Operation) -> Operation:
    """The operation as it is if its path can be read; else with an escaped path, and `broken`.

    A brace that encloses no name (`/projects/{id/issues`) leaves open where its placeholder ends,
    and `{name:pattern}` is no placeholder of OpenAPI; validators fail at both. Such braces are
    percent-encoded. The path parameters that lose their place with them are left out: only whoever
    corrects the path knows where they stand.
    """
    path = _BRACED.sub(lambda found: found[0] if found["name"] else _ESCAPES[found[0]], operation.path)
    if path == operation.path:
        return operation
    names = {found["name"] for found in _BRACED.finditer(path)}
    kept = (p for p in operation.parameters if p.location is not Location.PATH or p.property.name in names)
    return replace(operation, path=path, parameters=tuple(kept), broken=True)
