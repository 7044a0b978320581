"""Merging `allOf`: one object schema out of the parts that together describe it.

Properties of all parts are kept; a property that two parts describe becomes an `allOf` of both descriptions, which is
merged in turn when it is met. Keywords beside `allOf` win over those inside.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.document import Document, join_pointer, mapping, sequence

_CHOICES = ("oneOf", "anyOf")


def merge_all_of(document: Document, schema: object, pointer: str) -> Mapping[str, object]:
    """Return `schema` without `$ref` and `allOf` at its top level."""
    return _merged(document, schema, pointer, frozenset())


def _merged(document: Document, schema: object, pointer: str, seen: frozenset[int]) -> Mapping[str, object]:
    resolved, pointer = document.resolve(schema, pointer)
    if id(resolved) in seen:
        document.report(pointer, "A schema that extends itself is taken without that part.")
        return {}
    seen |= {id(resolved)}
    siblings = {key: value for key, value in mapping(schema).items() if key != "$ref"} if resolved is not schema else {}
    parts = [
        _merged(document, part, join_pointer(pointer, "allOf", number), seen)
        for number, part in enumerate(sequence(resolved.get("allOf")))
    ]
    own = {key: value for key, value in resolved.items() if key != "allOf"}
    if not parts:
        return {**own, **siblings}
    result: dict[str, object] = {}
    for part in (*parts, own, siblings):
        _add(document, result, part, pointer)
    return result


def _add(document: Document, result: dict[str, object], part: Mapping[str, object], pointer: str) -> None:
    for key, value in part.items():
        if key == "properties":
            result[key] = _merge_properties(mapping(result.get(key)), mapping(value))
        elif key == "required":
            names = [name for name in (*sequence(result.get(key)), *sequence(value)) if isinstance(name, str)]
            result[key] = list(dict.fromkeys(names))
        elif key in _CHOICES and key in result and result[key] != value:
            document.report(pointer, f"Of several {key} inside one allOf the last is used.")
            result[key] = value
        else:
            result[key] = value


def _merge_properties(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object]:
    merged = dict(first)
    for name, schema in second.items():
        known = merged.get(name)
        merged[name] = schema if known is None or known == schema else {"allOf": [known, schema]}
    return merged
