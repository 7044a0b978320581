"""Small IR for the tests of the passes."""

import json
from typing import Any

from scraper.types import parse_type
from spec.model import (
    Api,
    Constraint,
    EnumValue,
    Evidence,
    Example,
    Location,
    MediaType,
    ObjectOf,
    Operation,
    Parameter,
    Property,
    RequestBody,
    Response,
    Source,
    Structure,
    Type,
)

PAGE = "page.txt"


def at(line: int, evidence: Evidence = Evidence.TABLE) -> Source:
    return Source(PAGE, line, line, evidence)


def row(line: int, name: str, kind: str | Type, **facts: Any) -> Property:
    return Property(name, parse_type(kind) if isinstance(kind, str) else kind, at(line), **facts)


def listed(line: int, *values: str | int) -> tuple[EnumValue, ...]:
    return tuple(EnumValue(value, at(line, Evidence.PROSE)) for value in values)


def bound(line: int, keyword: Any, value: int) -> Constraint:
    return Constraint(keyword, value, at(line, Evidence.PROSE))


def example(line: int, value: Any) -> Example:
    text = json.dumps(value, indent=2)
    last = line + text.count("\n")
    return Example("example-1", value, Source(PAGE, line, last, Evidence.EXAMPLE), text)


def table(*rows: Property) -> ObjectOf:
    return ObjectOf(rows)


def structure(name: str, *rows: Property, operation: str = "", line: int = 0) -> Structure:
    return Structure(name, rows, at(line or rows[0].source.first), operation=operation or None)


def operation(
    id_: str = "getThing",
    *,
    path: str = "/things",
    request: Type | None = None,
    request_example: Any = None,
    response: Type | None = None,
    response_example: Any = None,
    parameters: tuple[tuple[str, Property], ...] = (),
    line: int = 1,
) -> Operation:
    body = None
    if request is not None or request_example is not None:
        examples = () if request_example is None else (example(100, request_example),)
        body = RequestBody((MediaType(schema=request, examples=examples),), at(line))
    examples = () if response_example is None else (example(200, response_example),)
    content = () if response is None and not examples else (MediaType(schema=response, examples=examples),)
    return Operation(
        id_,
        "POST" if body else "GET",
        path,
        id_,
        at(line),
        parameters=tuple(Parameter(Location(where), prop) for where, prop in parameters),
        request_body=body,
        responses=(Response("200", at(line), content=content),),
    )


def api(*operations: Operation, structures: tuple[Structure, ...] = ()) -> Api:
    return Api(title="T", pages=(PAGE,), operations=operations, structures=structures)
