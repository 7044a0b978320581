"""Merging `allOf`: one object schema out of the parts that together describe it.

Properties of all parts are kept; a property that two parts describe becomes an `allOf` of both descriptions, which is
merged in turn when it is met. Keywords beside `allOf` win over those inside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.document import Document, join_pointer, mapping, sequence

_CHOICES = ("oneOf", "anyOf")


def merge_all_of(document: Document, schema: object, pointer: str) -> Mapping[str, object]:
    """Return `schema` without `$ref` and `allOf` at its top level."""
    if isinstance(schema, Mapping) and "$ref" not in schema and "allOf" not in schema:
        return schema
    parts = list(_parts(document, schema, pointer))
    if len(parts) == 1:
        return parts[0][0]
    result: dict[str, object] = {}
    for part, at in parts:
        _add(document, result, part, at)
    return result


def _parts(document: Document, schema: object, pointer: str) -> Iterator[tuple[Mapping[str, object], str]]:
    """Yield what `schema` is made of with its pointers, innermost first, however long the chain of references is."""
    extended: set[int] = set()
    # A schema comes twice: to be opened, then, when its `allOf` is through, with what it says itself.
    waiting: list[tuple[object, str, Mapping[str, object] | None]] = [(schema, pointer, None)]
    while waiting:
        value, at, opened = waiting.pop()
        if opened is not None:
            extended.discard(id(opened))
            yield mapping(value), at
            continue
        resolved, at = document.resolve(value, at)
        if id(resolved) in extended:
            document.report(at, "A schema that extends itself is taken without that part.")
            continue
        extended.add(id(resolved))
        beside = {key: item for key, item in mapping(value).items() if key != "$ref"} if resolved is not value else {}
        own = {key: item for key, item in resolved.items() if key != "allOf"}
        parts = sequence(resolved.get("allOf"))
        if parts and beside:
            waiting += [(beside, at, resolved), (own, at, own)]
        else:
            waiting.append(({**own, **beside}, at, resolved))
        places = [join_pointer(at, "allOf", number) for number in range(len(parts))]
        waiting += reversed([(part, place, None) for part, place in zip(parts, places, strict=True)])


def _add(document: Document, result: dict[str, object], part: Mapping[str, object], pointer: str) -> None:
    for key, value in part.items():
        if key == "properties":
            result[key] = _merge_properties(result.get(key), mapping(value))
        elif key == "required":
            names = [name for name in (*sequence(result.get(key)), *sequence(value)) if isinstance(name, str)]
            result[key] = list(dict.fromkeys(names))
        elif key in _CHOICES and key in result and result[key] != value:
            document.report(pointer, f"Of several {key} inside one allOf the last is used.")
            result[key] = value
        else:
            result[key] = value


def _merge_properties(first: object, second: Mapping[str, object]) -> dict[str, object]:
    # `first` was made here: it may grow, where a copy for each part would cost the square of their number.
    merged = first if isinstance(first, dict) else {}
    for name, schema in second.items():
        known = merged.get(name)
        merged[name] = schema if known is None or known == schema else {"allOf": [known, schema]}
    return merged
