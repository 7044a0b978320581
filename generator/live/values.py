"""A value that came against the schema that the document has for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

import jsonschema_rs

from generator.document import Document, mapping, sequence
from generator.live.fields import UNUSABLE, undocumented_fields
from generator.live.findings import Difference
from generator.live.schema_paths import schema_pointer
from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.validators import Validators
from spec.visit import as_object, resolve_pointer

_LONGEST_VALUE = 60
#: Keyword of JSON Schema → rule; every other keyword limits a value.
_CODES = {
    "type": "live-type-mismatch",
    "required": "live-missing-field",
    "enum": "live-undocumented-value",
    "const": "live-undocumented-value",
}
#: What `undocumented_fields` finds, property by property.
_ELSEWHERE = frozenset({"additionalProperties", "unevaluatedProperties"})
#: Keywords whose schemas are for the value itself.
_SAME_VALUE = frozenset({"allOf", "anyOf", "oneOf"})
_ALTERNATIVES = frozenset({"anyOf", "oneOf"})


def compare_value(
    validators: Validators, document: Mapping[str, object], pointer: str, value: JSON
) -> Iterator[Difference]:
    """Yield how a value differs from the schema at a pointer: by what contradicts it, and by what it does not name.

    Args:
        validators: Those of the document.
        document: The document itself, with the `nullable` of OpenAPI 3.0.
        pointer: The schema.
        value: What came.
    """
    try:
        errors = list(validators.at(pointer).iter_errors(value))
    except UNUSABLE:
        yield Difference("live-unusable-schema", pointer, "the documented schema cannot be used to check the body")
        return
    for error in errors:
        if error.instance is None and _is_nullable(document, pointer, error):
            continue
        for cause in _causes(error):
            yield from _difference(validators, cause)
    for place, name in undocumented_fields(validators, pointer, value):
        yield Difference("live-undocumented-field", place, f"property {name!r} is not documented")


def _causes(error: jsonschema_rs.ValidationError) -> Iterator[jsonschema_rs.ValidationError]:
    """Yield what an error comes down to: of alternatives, what is wrong with the one that is meant."""
    branches = error.kind.as_dict().get("context") if error.kind.name in _ALTERNATIVES else None
    meant = _meant_branch(error, branches or [])
    if meant is None:
        yield error
    for cause in meant or ():
        yield from _causes(cause)


def _meant_branch(
    error: jsonschema_rs.ValidationError, branches: Sequence[Sequence[jsonschema_rs.ValidationError]]
) -> Sequence[jsonschema_rs.ValidationError] | None:
    """Return the errors of the branch that is for such values, None where all are for values of other types."""
    place = list(error.instance_path)
    possible = [
        branch
        for branch in branches
        if not any(cause.kind.name == "type" and list(cause.instance_path) == place for cause in branch)
    ]
    return min(possible, key=len, default=None)


def _difference(validators: Validators, error: jsonschema_rs.ValidationError) -> Iterator[Difference]:
    keyword = error.kind.name
    if str(error.schema_path[-1]) in _ELSEWHERE or _is_tolerated(error):
        return
    owner = schema_pointer(validators.document, error)
    if keyword == "required":
        name = str(error.kind.as_dict()["property"])
        place = owner + join_pointer("properties", name)
        if not _is_write_only(validators, place):
            yield Difference("live-missing-field", place, f"{_path(error)}required property {name!r} is missing")
        return
    code = "live-type-mismatch" if keyword in _ALTERNATIVES else _CODES.get(keyword, "live-broken-limit")
    yield Difference(code, owner, f"{_path(error)}{_sentence(code, error)}")


def _is_tolerated(error: jsonschema_rs.ValidationError) -> bool:
    """Return whether a value fits several forms of a `oneOf`: documents rarely mean that this is wrong."""
    return isinstance(error.kind, jsonschema_rs.ValidationErrorKind.OneOfMultipleValid)


def _is_nullable(document: Mapping[str, object], pointer: str, error: jsonschema_rs.ValidationError) -> bool:
    """Return whether a schema around a forbidden null says `nullable` beside `allOf` and the like.

    OpenAPI 3.0.3 gives it no meaning there, and those who write it mean that null is allowed.
    """
    source, found = Document(document), False
    node = mapping(source.lookup(f"#{quote(pointer)}"))
    while node.keys() == {"$ref"}:
        node = mapping(source.lookup(str(node["$ref"])))
    # The path begins with the reference from the validator to the schema, whose own mere references it skips.
    for token in error.evaluation_path[1:]:
        found = found or node.get("nullable") is True
        if token == "$ref":
            node = mapping(source.lookup(str(node.get("$ref"))))
        elif token in _SAME_VALUE:
            within = node.get(str(token))
            node = {str(number): item for number, item in enumerate(sequence(within))}
        else:
            is_position = str(token) in node and isinstance(token, int)
            found = found and (is_position or token == error.evaluation_path[-1])
            node = mapping(node.get(str(token)))
    return found


def _is_write_only(validators: Validators, pointer: str) -> bool:
    try:
        return as_object(resolve_pointer(validators.document, pointer)).get("writeOnly") is True
    except KeyError:
        return False


def _path(error: jsonschema_rs.ValidationError) -> str:
    """Return where in the body a value stands, for people; nothing for the body itself."""
    names = [f"[{token}]" if isinstance(token, int) else f".{token}" for token in error.instance_path]
    return f"{''.join(names).removeprefix('.')}: " if names else ""


def _sentence(code: str, error: jsonschema_rs.ValidationError) -> str:
    """Return what is wrong, without the value: only a value that should be a listed one is no secret of anybody."""
    found = _kind(error.instance)
    match code:
        case "live-type-mismatch":
            kinds = error.kind.as_dict().get("types")
            return f"{found}, documented is {' or '.join(kinds)}" if kinds else f"{found} is of no documented type"
        case "live-undocumented-value":
            shown = str(error.instance)
            shown = shown if len(shown) <= _LONGEST_VALUE else f"{shown[: _LONGEST_VALUE - 1]}…"
            return f"value {shown!r} is not documented"
    return f"a value breaks the documented {error.kind.name!r}"


def _kind(value: object) -> str:
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return kinds.get(type(value), "null")
