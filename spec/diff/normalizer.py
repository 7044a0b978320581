"""Schemas of a document into normal form, when they are asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from spec.diff.differences import Spot
from spec.diff.document import Document, reference_of
from spec.diff.merging import finish, intersect
from spec.diff.normal import ANNOTATIONS, NULL, Part, Parts, Schema, Union, join_types, meet_types, same_value, within
from spec.diff.reading import IMPLIED_TYPES, read_keywords, read_texts
from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.visit import as_list


class Normalizer:
    """The normal forms of one document's schemas; each is made once.

    Where documents of two versions are `mixed`, formats by which OpenAPI 3.0 tells how a text is encoded are the
    keywords that 3.1 has for it.
    """

    def __init__(self, document: Document, mixed: bool) -> None:
        self._document = document
        self._mixed = mixed
        self._schemas: dict[tuple[str, ...], Schema] = {}
        self._parts: dict[str, Schema] = {}
        self._active: set[str] = set()
        self._circles: set[str] = set()

    def normalize(self, parts: Parts) -> Schema:
        """The normal form of schemas that hold at once."""
        key = (parts[0].key,) if len(parts) == 1 else tuple(part.key for part in parts)
        schema = self._schemas.get(key)
        if schema is None:
            schema = _complete(reduce(intersect, map(self._normalize_part, parts)))
            self._schemas[key] = schema = _restrict(schema, parts[0])
        return schema

    def named(self, parts: Parts) -> str:
        """The name of the component that a schema refers to, empty if it does not."""
        raw = parts[0].raw
        reference = raw.get("$ref") if isinstance(raw, dict) else None
        return reference.rpartition("/")[2] if isinstance(reference, str) else ""

    def refer(self, reference: str) -> tuple[Parts, str]:
        """The schema that a discriminator's mapping names, by reference or by the name of a component, and its name."""
        name = reference.rpartition("/")[2]
        target = reference if "/" in reference or "#" in reference else f"#/components/schemas/{reference}"
        found = self._document.target(target)
        part = Part(found[1], found[0]) if found else Part(target, {"$ref": target})
        return (part,), name

    def _normalize_part(self, part: Part) -> Schema:
        key = part.key
        if key in self._parts:
            return self._parts[key]
        if key in self._active:  # a schema that is itself plus something: the circle adds nothing
            self._circles.add(key)
            return Schema(part.pointer)
        self._active.add(key)
        schema = self._read(part)
        self._active.discard(key)
        self._circles.discard(key)
        if not self._circles:  # inside of a circle, a schema looks different from outside
            self._parts[key] = schema
        return schema

    def _read(self, part: Part) -> Schema:
        if not isinstance(part.raw, dict):
            return read_keywords(part, self._document.legacy)
        schema = self._read_object(part, part.raw)
        for keyword in _UNEVALUATED.keys() & part.raw.keys():
            schema = _evaluate(schema, part, keyword)
        return schema

    def _read_object(self, part: Part, raw: dict[str, JSON]) -> Schema:
        if reference := reference_of(raw):
            target = self._follow(part, reference)
            if self._document.legacy:  # OpenAPI 3.0 ignores what stands beside a reference
                texts = {name: spot for name, spot in read_texts(raw, part.pointer).items() if name != "example"}
                return replace(target, texts={**target.texts, **texts}) if texts else target
            own = self._read_beside(part, raw, "$ref", "$dynamicRef")
            return intersect(own, target)
        return self._read_beside(part, raw)

    def _read_beside(self, part: Part, raw: dict[str, JSON], *ignored: str) -> Schema:
        """The keywords of the object with all of its `allOf`, `anyOf` and `oneOf`."""
        rest = {key: value for key, value in raw.items() if key not in ignored} if ignored else raw
        encoding = _ENCODINGS.get(str(raw.get("format"))) if self._mixed else None
        if encoding is not None:
            rest = {**rest, **encoding, "format": None}
        schema = read_keywords(Part(part.pointer, rest), self._document.legacy)
        if not _COMPOSING & raw.keys():
            return schema
        for number, branch in enumerate(as_list(raw.get("allOf"))):
            schema = intersect(schema, self._normalize_part(_branch(part, "allOf", number, branch)))
        for keyword in ("anyOf", "oneOf"):
            branches = as_list(raw.get(keyword))
            if branches:
                parts = tuple((_branch(part, keyword, i, branch),) for i, branch in enumerate(branches))
                schema = intersect(schema, self._join(Union(keyword, part.pointer + join_pointer(keyword), parts)))
        if self._document.legacy and raw.get("nullable") is True and "type" not in raw:
            return schema.with_null()
        return schema

    def _follow(self, part: Part, reference: str) -> Schema:
        found = self._document.target(reference)
        if found is None:
            spot = Spot(part.pointer + join_pointer("$ref"), reference)
            return Schema(part.pointer, part.raw, conditions={"$ref": spot})
        target, pointer = found
        return self._normalize_part(Part(pointer, target))

    def _join(self, union: Union) -> Schema:
        """The normal form of a `oneOf` or `anyOf`: one schema where the branches say no more than one could."""
        branches = [(parts, _complete(self._normalize_part(parts[0]))) for parts in self._flatten(union)]
        possible = [(parts, schema) for parts, schema in branches if schema.types]
        nulls = [schema for _, schema in possible if schema.types == {NULL}]
        others = [(parts, schema) for parts, schema in possible if schema.types != {NULL}]
        if len(nulls) == 1 and others and not any(schema.nullable for _, schema in others):
            return self._join_others(union, others).with_null()
        return self._join_others(union, possible)

    def _join_others(self, union: Union, branches: list[tuple[Parts, Schema]]) -> Schema:
        if union.keyword == "anyOf":
            branches = _without_absorbed(branches)
        schemas = [schema for _, schema in branches]
        if not schemas:
            return Schema(union.pointer, False, types=frozenset())
        if len(schemas) == 1:
            return schemas[0]
        types = reduce(join_types, (schema.types for schema in schemas))
        if union.keyword == "anyOf" or _apart(schemas):
            if all(map(_whole, schemas)):
                return Schema(union.pointer, True, types=types)
            if all(schema.plain and schema.enum is not None for schema in schemas):
                values = {key: spot for schema in schemas for key, spot in (schema.enum or {}).items()}
                return Schema(union.pointer, True, types=types, enum=values)
        joined = Union(union.keyword, union.pointer, tuple(parts for parts, _ in branches))
        return Schema(union.pointer, True, types=types, unions=(joined,))

    def _flatten(self, union: Union) -> list[Parts]:
        """The branches; an `anyOf` that is nothing but a branch of an `anyOf` gives its own ones."""
        branches: list[Parts] = []
        for parts in union.branches:
            raw = parts[0].raw
            if union.keyword == "anyOf" and isinstance(raw, dict) and raw.keys() == {"anyOf"}:
                inner = tuple((_branch(parts[0], "anyOf", i, child),) for i, child in enumerate(as_list(raw["anyOf"])))
                branches.extend(self._flatten(Union("anyOf", union.pointer, inner)))
            elif union.keyword == "oneOf" or not any(same_value(raw, known[0].raw) for known in branches):
                branches.append(parts)
        return branches


_ENCODINGS: dict[str, dict[str, JSON]] = {
    "binary": {"contentMediaType": "application/octet-stream"},
    "byte": {"contentEncoding": "base64"},
}
_COMPOSING = {"allOf", "anyOf", "oneOf"}


def _complete(schema: Schema) -> Schema:
    """The schema as it stands alone: trimmed, and with the type that its keywords are meant for."""
    finished = finish(schema)
    for implied, name in IMPLIED_TYPES:
        if implied(finished):
            return finish(replace(finished, types=frozenset({name})))
    return finished


_UNEVALUATED = {"unevaluatedProperties": {"if", "dependentSchemas"}, "unevaluatedItems": {"if", "contains"}}
"""The keywords about the rest, and the conditions that may evaluate some of it."""


def _evaluate(schema: Schema, part: Part, keyword: str) -> Schema:
    """The schema with what `unevaluated…` says of the rest, where it is known what the rest is."""
    spot = schema.conditions.get(keyword)
    own = part.pointer + join_pointer(keyword)
    if spot is None or spot.pointer != own or schema.unions or schema.conditions.keys() & _UNEVALUATED[keyword]:
        return schema
    rest = (Part(own, spot.value),)
    others = {name: other for name, other in schema.conditions.items() if name != keyword}
    if keyword == "unevaluatedItems":
        return replace(schema, conditions=others, items=schema.items or rest)
    return replace(schema, conditions=others, additional=schema.additional or rest)


def _restrict(schema: Schema, part: Part) -> Schema:
    """The schema without what is told elsewhere."""
    if part.bare:
        limits = {name: spot for name, spot in schema.limits.items() if name not in ANNOTATIONS}
        schema = replace(schema, texts={}, limits=limits)
    return schema if part.only is None else finish(replace(schema, types=meet_types(schema.types, part.only)))


def _branch(part: Part, keyword: str, number: int, raw: JSON) -> Part:
    return Part(part.pointer + join_pointer(keyword, number), raw)


def _without_absorbed(branches: list[tuple[Parts, Schema]]) -> list[tuple[Parts, Schema]]:
    """The branches without those whose values another one allows anyway, by types alone."""
    kept: list[tuple[Parts, Schema]] = []
    for number, (parts, schema) in enumerate(branches):
        others = [other for place, (_, other) in enumerate(branches) if place != number and _whole(other)]
        absorbed = [other for other in others if within(schema.types, other.types)]
        equals = [other for other in absorbed if _whole(schema) and other.types == schema.types]
        if not absorbed or (len(equals) == len(absorbed) and not any(kept_schema in equals for _, kept_schema in kept)):
            kept.append((parts, schema))
    return kept


def _whole(schema: Schema) -> bool:
    """Whether a schema allows every value of its types."""
    return schema.plain and schema.enum is None


def _apart(schemas: list[Schema]) -> bool:
    """Whether no value satisfies two of the schemas, as `oneOf` wants it."""
    for number, schema in enumerate(schemas):
        for other in schemas[:number]:
            common = meet_types(schema.types, other.types)
            listed = schema.enum is not None and other.enum is not None
            if common and not (listed and not (schema.enum or {}).keys() & (other.enum or {}).keys()):
                return False
            if listed and schema.nullable and other.nullable:
                return False
    return True
