"""Rows: what a table says twice, or does not say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.passes.rebuild import map_properties, types_in
from spec.diagnostics import Diagnostic
from spec.model import (
    Api,
    Evidence,
    Fact,
    Location,
    ObjectOf,
    Operation,
    Parameter,
    Property,
    Source,
    Type,
    UnknownType,
)

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one table, with the words under which findings name it."""

    label: str
    operation: str
    properties: tuple[Property, ...]


def check_rows(api: Api) -> tuple[Api, tuple[Diagnostic, ...]]:
    """Joins rows that repeat a name, matches path parameters with the path, reports what is missing."""
    findings: list[Diagnostic] = []
    operations = []
    for operation in api.operations:
        operation, placed = _place_parameters(operation)
        findings.extend(placed)
        for rows in _tables_of(operation):
            findings.extend(_check(rows))
        findings.extend(_naming(operation))
        operations.append(_join_operation(operation))
    structures = []
    for structure in api.structures:
        findings.extend(_check(Rows(structure.name, structure.operation or "", structure.properties)))
        structures.append(replace(structure, properties=_join(structure.properties)))
    return replace(api, operations=tuple(operations), structures=tuple(structures)), tuple(findings)


# ---------------------------------------------------------------- rows of one table


def _tables_of(operation: Operation) -> Iterator[Rows]:
    for location in Location:
        found = tuple(p.property for p in operation.parameters if p.location is location)
        yield Rows(str(location), operation.id, found)
    if operation.request_body is not None:
        for media in operation.request_body.content:
            yield from _objects("request", operation.id, media.schema)
    for response in operation.responses:
        yield Rows(f"header {response.status}", operation.id, tuple(h.property for h in response.headers))
        for media in response.content:
            yield from _objects(f"response {response.status}", operation.id, media.schema)


def _objects(label: str, operation: str, schema: Type | None) -> Iterator[Rows]:
    for kind in types_in(schema) if schema is not None else ():
        if isinstance(kind, ObjectOf) and kind.properties:
            yield Rows(label, operation, kind.properties)


def _check(rows: Rows) -> Iterator[Diagnostic]:
    seen: dict[str, Property] = {}
    for prop in rows.properties:
        if prop.source.evidence is not Evidence.TABLE:
            continue
        if prop.name in seen:
            first = seen[prop.name].source.first
            yield _finding("duplicate-row", rows, prop, f"{prop.name} has a row already at line {first}")
        seen.setdefault(prop.name, prop)
        for kind in types_in(prop.type):
            if isinstance(kind, UnknownType) and kind.text:
                yield _finding("unknown-type", rows, prop, f"{prop.name} has a type we do not know: {kind.text!r}")
        if prop.type == UnknownType():
            yield _finding("missing-type", rows, prop, f"the row of {prop.name} states no type")


def _finding(code: str, rows: Rows, prop: Property, message: str) -> Diagnostic:
    source = prop.source
    pointer = f"{rows.label}.{prop.name}"
    return Diagnostic(code, message, source.page, source.first, source.last, rows.operation, pointer)


def _join_operation(operation: Operation) -> Operation:
    def join(media_schema: Type | None) -> Type | None:
        return media_schema if media_schema is None else _join_types(media_schema)

    body = operation.request_body
    if body is not None:
        body = replace(body, content=tuple(replace(media, schema=join(media.schema)) for media in body.content))
    responses = tuple(
        replace(
            response,
            headers=_join_parameters(response.headers),
            content=tuple(replace(media, schema=join(media.schema)) for media in response.content),
        )
        for response in operation.responses
    )
    parameters = _join_parameters(operation.parameters)
    return replace(operation, parameters=parameters, request_body=body, responses=responses)


def _join_types(kind: Type) -> Type:
    def joined(inner: Type) -> Type:
        return ObjectOf(_join(inner.properties), inner.additional) if isinstance(inner, ObjectOf) else inner

    return map_properties((Property("", kind, Source("", 0, 0)),), joined)[0].type


def _join(properties: tuple[Property, ...]) -> tuple[Property, ...]:
    joined: dict[str, Property] = {}
    for prop in properties:
        known = joined.get(prop.name)
        joined[prop.name] = prop if known is None else join_properties(known, prop)
    return tuple(joined.values())


def _join_parameters(parameters: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    joined: dict[tuple[Location, str], Parameter] = {}
    for parameter in parameters:
        name = parameter.property.name
        key = (parameter.location, name.lower() if parameter.location is Location.HEADER else name)
        known = joined.get(key)
        if known is not None:
            prop = join_properties(known.property, parameter.property)
            parameter = replace(known, property=prop, examples=known.examples or parameter.examples)
        joined[key] = parameter
    return tuple(joined.values())


def join_properties(first: Property, second: Property) -> Property:
    """The first statement of a property, with what only the second one says."""
    return replace(
        first,
        type=second.type if isinstance(first.type, UnknownType) else first.type,
        description=first.description or second.description,
        required=first.required or second.required,
        nullable=first.nullable or second.nullable,
        default=first.default or second.default,
        const=first.const or second.const,
        enum=first.enum or second.enum,
        constraints=first.constraints or second.constraints,
        deprecated=first.deprecated or second.deprecated,
    )


# ---------------------------------------------------------------- parameters and the path


def _place_parameters(operation: Operation) -> tuple[Operation, list[Diagnostic]]:
    names = list(dict.fromkeys(_PLACEHOLDER.findall(operation.path)))
    findings: list[Diagnostic] = []
    parameters: list[Parameter] = []
    for parameter in operation.parameters:
        prop = parameter.property
        if parameter.location is Location.PATH and prop.name not in names:
            rows = Rows("path", operation.id, ())
            message = f"the path {operation.path} has no placeholder {{{prop.name}}}"
            findings.append(_finding("placeholder-mismatch", rows, prop, message))
            parameter = replace(parameter, location=Location.QUERY)
        parameters.append(parameter)
    documented = {p.property.name for p in parameters if p.location is Location.PATH}
    for name in names:
        if name not in documented:
            source = replace(operation.source, evidence=Evidence.URL)
            prop = Property(name, UnknownType(), source, required=Fact(True, source))
            message = f"the placeholder {{{name}}} of the path is in no table"
            findings.append(_finding("placeholder-mismatch", Rows("path", operation.id, ()), prop, message))
            parameters.append(Parameter(Location.PATH, prop))
    return replace(operation, parameters=tuple(parameters)), findings


# ---------------------------------------------------------------- naming


_STYLES = (
    ("PascalCase", re.compile(r"^[A-Z][A-Za-z0-9]*$")),
    ("snake_case", re.compile(r"^[a-z0-9]+(_[a-z0-9]+)+$")),
    ("camelCase", re.compile(r"^[a-z][a-z0-9]*[A-Z][A-Za-z0-9]*$")),
    ("lower case", re.compile(r"^[a-z][a-z0-9]*$")),
)


def _style(name: str) -> str:
    return next((style for style, pattern in _STYLES if pattern.match(name)), "")


def _naming(operation: Operation) -> Iterator[Diagnostic]:
    """Names of one request that are not spelt like most of their neighbours."""
    for rows in _tables_of(operation):
        if rows.label not in ("request", "query"):
            continue
        documented = [prop for prop in rows.properties if prop.source.evidence is Evidence.TABLE]
        main = _main_style(_style(prop.name) for prop in documented)
        for prop in documented:
            style = _style(prop.name)
            if main and style and style != main and not (style == "lower case" and main != "PascalCase"):
                yield _finding("inconsistent-naming", rows, prop, f"{prop.name} is {style}, its neighbours are {main}")


def _main_style(styles: Iterable[str]) -> str:
    found: Sequence[str] = [style for style in styles if style and style != "lower case"]
    best = max(sorted(set(found)), key=found.count, default="")
    return best if found.count(best) >= 3 else ""
