"""From the body of a call to content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ._checks import check_body
from ._headers import is_header_value
from ._model import OMIT, Omit, to_wire
from ._operation import Body
from ._serialization import json_body, query_pairs, query_text, scalar
from .exceptions import ArgumentError

#: How `extra_body` is sent where the documentation has no body.
_UNDOCUMENTED = Body("application/json", "json")

#: What httpx2 does not write: a multipart body that ends where its first part would begin.
_NO_PARTS = ("multipart/form-data; boundary=end", {"content": b"--end--\r\n"})


def build_body(operation: str, body: Body | None, value: Any, extra: Any) -> tuple[str, dict[str, Any]]:
    """Return the Content-Type, empty where httpx2 sets it, and what httpx2 needs to know, empty for no body.

    Raises:
        ArgumentError: The body cannot be sent, or is not what the documentation of the operation allows; what
            `extra` has is not compared with the documentation.
    """
    if extra is not None and not isinstance(extra, Mapping):
        raise ArgumentError(f"extra_body must be a mapping, not {type(extra).__name__}")
    if body is None:
        body, value = _UNDOCUMENTED, OMIT
    if isinstance(value, Omit):
        if not extra:
            return "", {}
        value = {}
    wire, added = _wire(body, value), _wire(body, extra) if extra else {}
    if isinstance(wire, dict) and body.encoding != "raw":
        wire = {**body.fixed, **wire}
        if not (wire or added or body.required or isinstance(value, BaseModel)):
            return "", {}
        check_body(operation, wire, added)
        wire |= added
    else:
        check_body(operation, wire)
        if extra:
            raise ArgumentError("extra_body needs a body that is an object")
    return _encoded(body, wire)


def _wire(body: Body, value: Any) -> Any:
    """Return a body as JSON data, but for its files and for a body that is no JSON."""
    if body.encoding == "raw":
        return to_wire(value) if isinstance(value, BaseModel) else value
    if body.encoding == "multipart" and isinstance(value, Mapping) and not isinstance(value, BaseModel):
        return {str(name): _part(item) for name, item in value.items() if not isinstance(item, Omit)}
    return to_wire(value)


def _part(value: Any) -> Any:
    if isinstance(value, bytes | tuple):
        return value
    return [_part(item) for item in value] if isinstance(value, list) else to_wire(value)


def _encoded(body: Body, value: Any) -> tuple[str, dict[str, Any]]:
    if body.encoding == "json":
        return body.media_type, {"content": json_body(value)}
    if body.encoding == "raw":
        if not isinstance(value, str | bytes):
            raise ArgumentError(f"the request body must be text or bytes, not {type(value).__name__}")
        return body.media_type, {"content": value.encode() if isinstance(value, str) else value}
    if not isinstance(value, Mapping):
        raise ArgumentError(f"the request body must be an object, not {type(value).__name__}")
    if body.encoding == "multipart":
        parts = [part for name, item in value.items() for part in _parts(body, str(name), item)]
        return ("", {"files": parts}) if parts else _NO_PARTS
    pairs = [pair for name, item in value.items() for pair in _form_pairs(body, str(name), item)]
    return body.media_type, {"content": query_text(pairs).encode()}


def _form_pairs(body: Body, name: str, value: Any) -> Iterator[tuple[str, str]]:
    # An object in a form is JSON unless the documentation gives a style.
    return query_pairs(name, value, *body.styles.get(name, ("json", False) if isinstance(value, dict) else ()))


def _check_file(name: str, file: tuple[Any, ...]) -> None:
    kinds = (str, bytes, str)[: max(2, len(file))]
    if len(file) != len(kinds) or not all(map(isinstance, file, kinds)):
        raise ArgumentError(f"{name!r} must be bytes, (file name, bytes) or (file name, bytes, media type)")
    if len(file) == 3 and not is_header_value(file[2]):
        raise ArgumentError(f"the media type of {name!r} must be printable ASCII without space or line end around it")


def _parts(body: Body, name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Yield a part for a value, or for each item of a list: a file, JSON or text."""
    media_type = body.content_types.get(name)
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, bytes):
            yield name, (name, item, media_type) if media_type else (name, item)
        elif isinstance(item, tuple):
            _check_file(name, item)
            yield name, (*item, media_type) if media_type and len(item) == 2 else item
        else:
            is_object = isinstance(item, dict | list)
            yield name, (None, scalar(name, item), media_type or ("application/json" if is_object else None))
