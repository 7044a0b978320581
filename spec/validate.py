"""What is wrong with an OpenAPI document, 3.0 or 3.1.

Structure is judged by openapi-spec-validator; references, examples and security names, which it
leaves alone, by us. Examples are checked with formats asserted: a date that is none breaks the
typed clients that are generated from the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

import jsonschema_rs

from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.structure import structure_errors
from spec.validators import Validators
from spec.visit import (
    Kind,
    Visit,
    as_list,
    as_object,
    resolve_pointer,
    visit_document,
    visit_operations,
    without_extensions,
)

ProblemKind: TypeAlias = Literal["structure", "reference", "example", "security", "broken"]
_CARRIERS = (Kind.PARAMETER, Kind.HEADER, Kind.MEDIA_TYPE)
_DATA = {
    Kind.SCHEMA: ("default", "example", "examples", "enum", "const"),
    Kind.EXAMPLE: ("value",),
    **dict.fromkeys(_CARRIERS, ("example",)),
}
_LONGEST_MESSAGE = 300
_UNUSABLE = (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError)
_TEMPLATE = re.compile(r"(?:[^{}]|\{[^{}]+\})*")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong; `broken` marks an operation that still needs an overlay."""

    pointer: str
    message: str
    kind: ProblemKind = "structure"


def validate_document(document: dict[str, JSON]) -> tuple[Problem, ...]:
    """All problems, in document order within each kind; empty for a sound document."""
    visits = tuple(visit_document(document))
    dangling = tuple(_check_references(document, visits))
    structure = () if dangling else tuple(_check_structure(_without_lookalikes(document, visits)))
    values = () if dangling else tuple(_check_values(document, visits))
    others = (*_check_security(document), *_check_broken(document))
    return tuple(dict.fromkeys((*dangling, *structure, *values, *others)))


def validate_examples(document: dict[str, JSON]) -> tuple[Problem, ...]:
    """What `validate_document` finds about examples; every reference of the document must resolve."""
    validators = document_validators(document)
    return tuple(dict.fromkeys(_check_examples(document, validators, tuple(visit_document(document)))))


def _check_structure(document: dict[str, JSON]) -> Iterator[Problem]:
    paths = without_extensions(document.get("paths"))
    readable: dict[str, JSON] = {key: item for key, item in paths.items() if _TEMPLATE.fullmatch(key)}
    for key in paths:
        if key not in readable:
            yield Problem(join_pointer("paths", key), f"the path {key} has a brace that encloses no placeholder")
    try:
        judged = document | {"paths": readable} if paths else document
        for error in structure_errors(judged, is_30=_is_30(document)):
            deepest = _deepest(error)
            yield Problem(join_pointer(*deepest.absolute_path), _shorten(deepest.message))
    except Exception as error:  # noqa: BLE001  whatever makes openapi-spec-validator fail, it is in the document
        yield Problem("", _shorten(f"openapi-spec-validator cannot read the document: {error!r}"))


def _without_lookalikes(document: dict[str, JSON], visits: tuple[Visit, ...]) -> dict[str, JSON]:
    """A document without data that has a key `$ref`, which openapi-spec-validator would follow."""
    if not any(_holds_reference(visit.node.get(keyword)) for visit in visits for keyword in _DATA.get(visit.kind, ())):
        return document
    copy = as_object(copy_json(document))
    for visit in tuple(visit_document(copy)):
        for keyword in _DATA.get(visit.kind, ()):
            if _holds_reference(visit.node.get(keyword)):
                del visit.node[keyword]
    return copy


def _holds_reference(data: JSON) -> bool:
    if isinstance(data, dict):
        return "$ref" in data or any(_holds_reference(child) for child in data.values())
    return isinstance(data, list) and any(_holds_reference(child) for child in data)


class _Error(Protocol):
    """What we use of jsonschema's errors, which come without types."""

    message: str
    context: Sequence[_Error]

    @property
    def absolute_path(self) -> Sequence[str | int]: ...


def _deepest(error: _Error) -> _Error:
    """The cause inside an anyOf/oneOf that says most: the one furthest down."""
    while error.context:
        error = max(error.context, key=lambda cause: len(cause.absolute_path))
    return error


def _check_references(document: dict[str, JSON], visits: tuple[Visit, ...]) -> Iterator[Problem]:
    for visit in visits:
        if "$ref" not in visit.node:
            continue
        reference = visit.node["$ref"]
        if not isinstance(reference, str) or not reference.startswith("#"):
            yield Problem(visit.pointer, f"$ref {reference!r} does not point into this document", "reference")
        elif not _resolves(document, reference):
            yield Problem(visit.pointer, f"$ref {reference!r} points to nothing", "reference")
        elif _leads_back(document, reference):
            yield Problem(visit.pointer, f"$ref {reference!r} leads back to itself", "reference")


def _resolves(document: dict[str, JSON], reference: str) -> bool:
    try:
        resolve_pointer(document, reference)
    except (KeyError, ValueError):
        return False
    return True


def _leads_back(document: dict[str, JSON], reference: str) -> bool:
    """Whether nothing but references follows, in a circle."""
    passed: set[str] = set()
    following: JSON = reference
    while isinstance(following, str) and _resolves(document, following):
        if following in passed:
            return True
        passed.add(following)
        following = as_object(resolve_pointer(document, following)).get("$ref")
    return False


# ---------------------------------------------------------------- schemas, examples


@dataclass(frozen=True, slots=True)
class _Sample:
    """A value in the document and the schema that it must satisfy."""

    schema: str
    value: JSON
    pointer: str
    kind: ProblemKind = "example"


def document_validators(document: dict[str, JSON]) -> Validators:
    """The validators of a document's schemas, those of OpenAPI 3.0 as JSON Schema 2020-12 says the same."""
    return Validators(_as_31(document) if _is_30(document) else document)


def _check_values(document: dict[str, JSON], visits: tuple[Visit, ...]) -> Iterator[Problem]:
    validators = document_validators(document)
    for visit in visits:
        if visit.kind is Kind.SCHEMA:
            yield from _check_schema(validators, visit)
    yield from _check_examples(document, validators, visits)


def _check_schema(validators: Validators, visit: Visit) -> Iterator[Problem]:
    """Whether a validator can be made of a schema, and whether it allows the values that it lists."""
    try:
        validators.at(visit.pointer)
    except _UNUSABLE as error:
        yield _unusable(visit.pointer, error)
        return
    for sample in _listed_values(visit):
        yield from _check_sample(validators, sample)


def _listed_values(visit: Visit) -> Iterator[_Sample]:
    for index, value in enumerate(as_list(visit.node.get("enum"))):
        yield _Sample(visit.pointer, value, visit.pointer + join_pointer("enum", index), "structure")
    if "const" in visit.node:
        yield _Sample(visit.pointer, visit.node["const"], visit.pointer + "/const", "structure")


def _check_examples(document: dict[str, JSON], validators: Validators, visits: tuple[Visit, ...]) -> Iterator[Problem]:
    for visit in visits:
        samples = _schema_samples(visit) if visit.kind is Kind.SCHEMA else _carried_samples(document, visit)
        for sample in samples:
            yield from _check_sample(validators, sample)


def _check_sample(validators: Validators, sample: _Sample) -> Iterator[Problem]:
    try:
        errors = list(validators.at(sample.schema).iter_errors(sample.value))
    except _UNUSABLE as error:
        yield _unusable(sample.schema, error)
        return
    for found in errors:
        place = sample.pointer + join_pointer(*found.instance_path)
        yield Problem(place, _shorten(found.message), sample.kind)


def _unusable(pointer: str, error: jsonschema_rs.ValidationError | jsonschema_rs.ReferencingError) -> Problem:
    """The problem of the schema at a pointer, at the keyword inside it that is to blame where that is known."""
    if isinstance(error, jsonschema_rs.ValidationError):
        place = join_pointer(*error.instance_path)
        return Problem(place, f"not a usable schema: {_shorten(error.message)}")
    return Problem(pointer, f"not a usable schema: {_shorten(str(error))}")


def _schema_samples(visit: Visit) -> Iterator[_Sample]:
    for keyword in ("default", "example"):
        if keyword in visit.node:
            yield _Sample(visit.pointer, visit.node[keyword], visit.pointer + join_pointer(keyword))
    for index, value in enumerate(as_list(visit.node.get("examples"))):
        yield _Sample(visit.pointer, value, visit.pointer + join_pointer("examples", index))


def _carried_samples(document: dict[str, JSON], visit: Visit) -> Iterator[_Sample]:
    if visit.kind not in _CARRIERS or "schema" not in visit.node:
        return
    schema = visit.pointer + "/schema"
    for sample in _carried_values(document, visit, schema):
        # XML in a text, OpenAPI 3.1 section 4.8.19, is described by its schema, but no instance of it.
        if not (isinstance(sample.value, str) and visit.pointer.endswith(("~1xml", "+xml"))):
            yield sample


def _carried_values(document: dict[str, JSON], visit: Visit, schema: str) -> Iterator[_Sample]:
    if "example" in visit.node:
        yield _Sample(schema, visit.node["example"], visit.pointer + "/example")
    for name, example in as_object(visit.node.get("examples")).items():
        pointer = visit.pointer + join_pointer("examples", name)
        reference = as_object(example).get("$ref")
        if isinstance(reference, str):
            pointer = reference.removeprefix("#")
            example = resolve_pointer(document, pointer)
        if isinstance(example, dict) and "value" in example:
            yield _Sample(schema, example["value"], pointer + "/value")


# ---------------------------------------------------------------- OpenAPI 3.0


def _is_30(document: dict[str, JSON]) -> bool:
    return str(document.get("openapi", "")).startswith("3.0")


def _as_31(document: dict[str, JSON]) -> dict[str, JSON]:
    """A copy whose schemas say `nullable` and exclusive bounds as JSON Schema 2020-12 does."""
    copy = copy_json(document)
    assert isinstance(copy, dict)
    for visit in tuple(visit_document(copy)):
        if visit.kind is Kind.SCHEMA:
            modernise_schema(visit.node)
    return copy


def modernise_schema(schema: dict[str, JSON]) -> None:
    """Says `nullable` and exclusive bounds of OpenAPI 3.0 as JSON Schema 2020-12 does, in place."""
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if schema.get(exclusive) is True and bound in schema:
            schema[exclusive] = schema.pop(bound)
        elif isinstance(schema.get(exclusive), bool):
            del schema[exclusive]
    if schema.pop("nullable", False) is True and "type" in schema:
        schema["type"] = [schema["type"], "null"]


def copy_json(value: JSON) -> JSON:
    """A deep copy of a JSON value."""
    if isinstance(value, dict):
        return {key: copy_json(child) for key, child in value.items()}
    return [copy_json(child) for child in value] if isinstance(value, list) else value


# ---------------------------------------------------------------- security, leftovers


def _check_security(document: dict[str, JSON]) -> Iterator[Problem]:
    schemes = as_object(as_object(document.get("components")).get("securitySchemes"))
    owners = [("", document), *((visit.pointer, visit.node) for _, _, visit in visit_operations(document))]
    for pointer, node in owners:
        for index, requirement in enumerate(as_list(node.get("security"))):
            for name in as_object(requirement):
                if name not in schemes:
                    place = pointer + join_pointer("security", index, name)
                    yield Problem(place, f"no security scheme is named {name!r}", "security")


def _check_broken(document: dict[str, JSON]) -> Iterator[Problem]:
    for key, _, visit in visit_operations(document):
        if visit.node.get("x-broken") is True:
            summary = visit.node.get("summary", key)
            yield Problem(visit.pointer, f"{summary}: the page prints no path or action that can be called", "broken")


def _shorten(message: str) -> str:
    text = " ".join(message.split())
    return text if len(text) <= _LONGEST_MESSAGE else text[: _LONGEST_MESSAGE - 1] + "…"
