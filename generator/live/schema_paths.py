"""Which schema a value breaks, as a JSON pointer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import jsonschema_rs

from spec.model import JSON
from spec.sourcemap import join_pointer

#: Keywords whose values have schemas by name.
_MAPS = frozenset({"properties", "patternProperties", "dependentSchemas", "$defs"})


def schema_pointer(document: Mapping[str, JSON], error: jsonschema_rs.ValidationError) -> str:
    """The schema whose keyword a value breaks.

    The paths of jsonschema-rs leave out empty names, which are put back.
    """
    path = [str(token) for token in error.schema_path]
    return join_pointer(*(_restore(document, path, is_map=False) or path[:-1]))


def _restore(node: JSON | Mapping[str, JSON], path: Sequence[str], *, is_map: bool) -> list[str] | None:
    """The steps from a node to the schema that has the last name of the path as a keyword; None if there is none."""
    if isinstance(node, list):
        index = int(path[0]) if path[0].isdecimal() else len(node)
        found = _restore(node[index], path[1:], is_map=False) if index < len(node) and path[1:] else None
        return None if found is None else [path[0], *found]
    if not isinstance(node, Mapping):
        return None
    if path[1:] and path[0] in node:
        found = _restore(node[path[0]], path[1:], is_map=path[0] in _MAPS and not is_map)
        if found is not None:
            return [path[0], *found]
    if is_map:
        found = _restore(node[""], path, is_map=False) if "" in node else None
        return None if found is None else ["", *found]
    return [] if len(path) == 1 and path[0] in node else None
