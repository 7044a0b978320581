"""JSON text as typed values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from ._model import Integer, WholeNumber


def decode(expected: Any, content: bytes) -> Any:
    """Return JSON text as a value of type `expected`; a value of another type is an error and is never converted.

    Raises:
        pydantic.ValidationError: `content` is no JSON, or not of this type.
    """
    return _validator(expected)(content, by_alias=True, by_name=False)


@cache
def _validator(expected: Any) -> Callable[..., Any]:
    if isinstance(expected, type) and issubclass(expected, BaseModel):
        expected.model_rebuild()  # Nothing is built before it is used; what is built stays.
        return expected.__pydantic_validator__.validate_json
    return TypeAdapter(_numeric(expected), config=ConfigDict(strict=True)).validator.validate_json


def _numeric(expected: Any) -> Any:
    """Return a type with `Integer` for each `int`, as models have it: JSON Schema calls `1.0` an integer."""
    origin, arguments = get_origin(expected), get_args(expected)
    if expected is int:
        return Integer
    if origin is Literal and (whole := tuple(value for value in arguments if type(value) is int)):
        texts = tuple(value for value in arguments if type(value) is not int)
        return origin[texts] | _numeric(origin[whole]) if texts else Annotated[expected, WholeNumber]
    if origin in (list, dict):
        return origin[tuple(map(_numeric, arguments))]
    return reduce(or_, map(_numeric, arguments)) if origin in (Union, UnionType) else expected


def describe_problems(error: ValidationError, body: object) -> str:
    """Return the first problems of a body, each with its place; what is tried for one value belongs together."""
    found: dict[str, dict[str, None]] = {}
    for item in error.errors(include_url=False, include_context=False, include_input=False):
        place = ".".join(_place(item["loc"], body)) or "body"
        found.setdefault(place, {})[item["msg"].removeprefix("Input should be ")] = None
    problems = [f"{place}: expected {' or '.join(messages)}" for place, messages in found.items()]
    return "; ".join(problems[:3])


def _place(location: Iterable[int | str], body: object) -> Iterator[str]:
    """Yield the parts of a location that lead through the body; others name what pydantic tried."""
    for part in location:
        if isinstance(body, list) and isinstance(part, int) and part < len(body):
            body = body[part]
        elif isinstance(body, dict):
            body = body.get(str(part), ...)
        else:
            return
        yield str(part)


@cache
def documented_types(documented: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the types of an operation's results or errors."""
    return documented()


def documented_type(documented: Callable[[], Mapping[str, Any]], status: int, media_type: str = "") -> Any:
    """Return the type for a status (exact, by family, `default`, the only one) and a media type; None for no body."""
    types = documented_types(documented)
    for key in _status_keys(status):
        if key in types:
            return _for_media_type(types[key], media_type)
    kinds = list(types.values())
    return _for_media_type(kinds[0], media_type) if kinds and status < 300 else Any


@cache
def _status_keys(status: int) -> tuple[str, ...]:
    return str(status), f"{status // 100}XX", f"{status // 100}xx", "default"


def _for_media_type(documented: Any, media_type: str) -> Any:
    if not isinstance(documented, dict):
        return documented
    received = media_type.partition(";")[0].strip().lower()
    family = received.partition("/")[0] + "/*"
    first = next(iter(documented.values()))
    return documented.get(received, documented.get(family, documented.get("*/*", first)))
