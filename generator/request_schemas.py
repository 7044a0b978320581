"""Documented constraints of requests → `_requests.json`, with which a package checks what it is about to send.

What is refused must be wrong for certain, since nobody can switch the checks off. So these stay out:
- formats: servers take more dates, addresses and identifiers than the specifications of these formats allow;
- `additionalProperties: false`: a property that is newer than the document must not stop anybody from sending it, and
  a model that is read and sent back keeps properties that the document does not know;
- `not`, `if`, `contains` and the other keywords that relate values: a type has no place for them either;
- `oneOf` is read as `anyOf`: documents rarely mean that a value which fits two forms is an error;
- what nothing can satisfy: a minimum above the maximum, listed values of another type.
The rest is JSON Schema 2020-12, into which documents of OpenAPI 3.0 are translated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.arguments import read_parameters
from generator.constraints import reduce_scalar, reduce_type, with_null
from generator.document import Document, join_pointer, mapping, sequence, text
from generator.merging import merge_all_of
from generator.operations import RawOperation
from generator.pruning import Schema, Schemas, prune
from generator.view import OperationView

_COMPONENTS = "#/components/schemas/"
#: Inline schemas inside one another: more of them are no data that somebody documents by hand.
_DEEPEST = 60
#: Of a multipart body: the body, its parts, their items.
_LEVELS_OF_FILES = 3
#: Components inside one another that are copied because of what stands beside them; a circle must end.
_MOST_COPIES = 4


@dataclass(frozen=True, slots=True)
class RequestSchemas:
    """What the requests of a package must satisfy.

    Attributes:
        operations: operationId → location (`path`, `query`, `header`, `cookie`) → name → schema; `body` → schema.
        schemas: Schemas by the names that `$ref` gives them: a component's name, or else a pointer.
    """

    operations: Mapping[str, Mapping[str, object]]
    schemas: Schemas

    def parameter(self, operation: str, location: str, wire: str) -> Schema:
        """Return the schema of a parameter, empty when there is nothing to check."""
        return mapping(mapping(self.operations.get(operation, {}).get(location)).get(wire))

    def body(self, operation: str) -> Schema:
        """Return the schema of a request body, empty when there is nothing to check."""
        return mapping(self.operations.get(operation, {}).get("body"))

    def as_data(self) -> dict[str, object]:
        """Return the content of `_requests.json`."""
        return {"operations": self.operations, "schemas": self.schemas}


def build_request_schemas(
    document: Document, operations: Iterable[tuple[OperationView, RawOperation]]
) -> RequestSchemas:
    """Return what can be checked of all parameters and bodies that the methods of a package send."""
    reducer = _Reducer(document)
    found: dict[str, dict[str, dict[str, Schema]]] = {}
    for view, raw in operations:
        found[str(view.operation_id)] = {**_parameters(reducer, view, raw), "body": _body(reducer, view, raw)}
    kept, schemas = prune(document, found, reducer.collect())
    return RequestSchemas(kept, schemas)


def _parameters(reducer: _Reducer, view: OperationView, raw: RawOperation) -> dict[str, dict[str, Schema]]:
    result: dict[str, dict[str, Schema]] = {}
    sent = {(argument.location, str(argument.wire)) for argument in view.arguments}
    for parameter in read_parameters(reducer.document, raw.item, raw.value, raw.pointer):
        if (parameter.location, parameter.wire) in sent:
            schema, at = parameter.value.get("schema"), join_pointer(parameter.pointer, "schema")
            for media_type, media in mapping(parameter.value.get("content")).items():
                schema, at = mapping(media).get("schema"), join_pointer(parameter.pointer, "content", media_type)
                break
            result.setdefault(parameter.location, {})[parameter.wire] = reducer.reduce(schema, at)
    return result


def _body(reducer: _Reducer, view: OperationView, raw: RawOperation) -> dict[str, Schema]:
    """Return the schema of a body under the name of no parameter: the empty one."""
    if view.body is None or view.body.encoding == "raw":
        return {}
    pointer = join_pointer(raw.pointer, "requestBody")
    value, pointer = reducer.document.resolve(raw.value.get("requestBody"), pointer)
    documented = view.body.documented
    schema = mapping(mapping(value.get("content")).get(documented)).get("schema")
    at = join_pointer(pointer, "content", documented, "schema")
    return {"": reducer.reduce(schema, at, is_multipart=view.body.encoding == "multipart")}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a schema stands.

    Attributes:
        pointer: Its JSON pointer.
        depth: The number of inline schemas around it.
        files: How many levels of values from here on may be files: a part of a multipart body, or an item of a part.
        hidden: Properties of this value that only responses have.
        known: Properties of this value that are described; empty when none is.
        copied: How many of the schemas around are copies of components.
    """

    pointer: str
    depth: int = 0
    files: int = 0
    hidden: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    copied: int = 0

    def inside(self, *parts: object) -> _Place:
        """Return the place of a value inside this one's."""
        return _Place(join_pointer(self.pointer, *parts), self.depth + 1, max(0, self.files - 1), copied=self.copied)

    def beside(self, *parts: object) -> _Place:
        """Return the place of a schema about the same value."""
        return replace(self, pointer=join_pointer(self.pointer, *parts), depth=self.depth + 1)

    def copying(self, pointer: str) -> _Place:
        """Return the place of a component that is copied here."""
        return replace(self, pointer=pointer, depth=self.depth + 1, copied=self.copied + 1)


@dataclass(slots=True)
class _Reducer:
    """Takes out of schemas what can be checked."""

    document: Document
    _schemas: dict[str, Schema] = field(default_factory=dict)
    _waiting: list[tuple[str, Mapping[str, object], str]] = field(default_factory=list)

    def reduce(self, schema: object, pointer: str, is_multipart: bool = False) -> Schema:
        """Return what can be checked of `schema`; components that it names are kept for `collect`."""
        return self._reduce(schema, _Place(pointer, files=_LEVELS_OF_FILES if is_multipart else 0))

    def collect(self) -> dict[str, Schema]:
        """Return the schemas that have been named so far, and those that they name."""
        while self._waiting:
            name, schema, pointer = self._waiting.pop()
            self._schemas[name] = self._reduce(schema, _Place(pointer))
        return self._schemas

    def _reduce(self, value: object, place: _Place) -> Schema:
        schema = mapping(value)
        if not schema:
            return {}
        if place.depth > _DEEPEST:
            self.document.report(place.pointer, "A schema inside so many others is not checked.")
            return {}
        merged = merge_all_of(self.document, schema, place.pointer)
        if merged.get("format") == "binary" or (place.files and "contentMediaType" in merged):
            return {}
        place = self._with_properties(merged, place)
        result = self._referenced(schema, place) if "$ref" in schema else self._described(schema, place)
        return with_null(result) if merged.get("nullable") is True else result

    def _with_properties(self, merged: Mapping[str, object], place: _Place) -> _Place:
        properties = mapping(merged.get("properties"))
        hidden = {
            name
            for name, schema in properties.items()
            if merge_all_of(self.document, schema, join_pointer(place.pointer, "properties", name)).get("readOnly")
            is True
        }
        known = place.known | {str(name) for name in properties}
        return replace(place, hidden=place.hidden | hidden, known=known)

    def _referenced(self, schema: Mapping[str, object], place: _Place) -> Schema:
        target, pointer = self.document.resolve(schema, place.pointer)
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        own = self._described(beside, place) if self._is_31 else {}
        if not target:
            return own
        required = {str(name) for name in sequence(merge_all_of(self.document, target, pointer).get("required"))}
        if place.files or required & place.hidden - self._hidden(target, pointer):
            # Something around says which of its values are files, or which of its properties only responses have.
            return _both(self._reduce(target, place.copying(pointer)), own) if place.copied < _MOST_COPIES else own
        name = _name(pointer)
        if name not in self._schemas:
            self._schemas[name] = {}
            self._waiting.append((name, target, pointer))
        return {"$ref": name, **own}

    @property
    def _is_31(self) -> bool:
        return not text(self.document.root.get("openapi")).startswith("3.0")

    def _hidden(self, schema: Mapping[str, object], pointer: str) -> frozenset[str]:
        return self._with_properties(merge_all_of(self.document, schema, pointer), _Place(pointer)).hidden

    def _described(self, schema: Mapping[str, object], place: _Place) -> Schema:
        report = self.document.report
        result: Schema = {
            **reduce_type(schema, place.pointer, report),
            **reduce_scalar(schema, place.pointer, report),
            **self._object(schema, place),
            **self._array(schema, place),
        }
        for number, part in enumerate(sequence(schema.get("allOf"))):
            result = _both(result, self._reduce(part, place.beside("allOf", number)))
        for keyword in ("anyOf", "oneOf"):
            branches = self._branches(schema, keyword, place)
            result = _both(result, {"anyOf": branches} if branches else {})
        return result

    def _branches(self, schema: Mapping[str, object], keyword: str, place: _Place) -> list[Schema]:
        found = [
            self._reduce(branch, place.beside(keyword, number))
            for number, branch in enumerate(sequence(schema.get(keyword)))
            if branch is not False
        ]
        return found if all(found) else []

    def _object(self, schema: Mapping[str, object], place: _Place) -> Schema:
        properties = {
            str(name): {} if name in place.hidden else self._reduce(item, place.inside("properties", name))
            for name, item in mapping(schema.get("properties")).items()
        }
        result: dict[str, object] = {"properties": properties} if properties else {}
        names = [name for name in sequence(schema.get("required")) if isinstance(name, str)]
        required = [name for name in dict.fromkeys(names) if name not in place.hidden]
        if place.known:
            for name in required:
                if name not in place.known:
                    at = join_pointer(place.pointer, "required")
                    self.document.report(at, f"The required property {name!r} is not described; it may be absent.")
            required = [name for name in required if name in place.known]
        if required:
            result["required"] = required
        if "patternProperties" not in schema:
            values = self._reduce(schema.get("additionalProperties"), place.inside("additionalProperties"))
            if values:
                result["additionalProperties"] = values
        return result

    def _array(self, schema: Mapping[str, object], place: _Place) -> Schema:
        first = [
            self._reduce(item, place.inside("prefixItems", number))
            for number, item in enumerate(sequence(schema.get("prefixItems")))
        ]
        result: dict[str, object] = {"prefixItems": first} if first else {}
        items = self._reduce(schema.get("items"), place.inside("items"))
        return {**result, "items": items} if items else result


def _name(pointer: str) -> str:
    name = pointer.removeprefix(_COMPONENTS)
    return pointer if "/" in name else name


def _both(first: Schema, second: Schema) -> Schema:
    """Return a schema for values that satisfy both."""
    if not first or not second:
        return first or second
    if not set(first) & set(second) and not {"additionalProperties", "items"} & (set(first) | set(second)):
        return {**first, **second}
    return {**first, "allOf": [*sequence(first.get("allOf")), second]}
