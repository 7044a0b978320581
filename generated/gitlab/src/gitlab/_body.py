"""From the body of a call to content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from pydantic import BaseModel

from ._model import OMIT, Omit, to_wire
from ._operation import Body
from ._serialization import json_body, query_pairs, scalar
from .exceptions import ArgumentError

#: How `extra_body` is sent where the documentation has no body.
_UNDOCUMENTED = Body("application/json", "json")


def build_body(body: Body | None, value: Any, extra: Any) -> tuple[str, dict[str, Any]]:
    """Return the Content-Type, empty where httpx2 sets it, and what httpx2 needs to know, empty for no body.

    Raises:
        ArgumentError: The body cannot be sent.
    """
    if extra is not None and not isinstance(extra, Mapping):
        raise ArgumentError(f"extra_body must be a mapping, not {type(extra).__name__}")
    if body is None:
        body, value = _UNDOCUMENTED, OMIT
    if isinstance(value, Omit):
        if not extra:
            return "", {}
        value = {}
    is_model = isinstance(value, BaseModel)
    value = to_wire(value) if is_model else value
    if isinstance(value, Mapping) and body.encoding != "raw":
        given = {**body.fixed, **value, **(extra or {})}
        value = {name: item for name, item in given.items() if not isinstance(item, Omit)}
        if not value and not body.required and not is_model:
            return "", {}
    elif extra:
        raise ArgumentError("extra_body needs a body that is an object")
    return _encoded(body, value)


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
        return "", {"files": list(_parts(value))}
    pairs = [pair for name, item in value.items() for pair in query_pairs(str(name), item)]
    text = "&".join(f"{quote(name, safe='')}={quote(item, safe='')}" for name, item in pairs)
    return body.media_type, {"content": text.encode()}


def _parts(value: Mapping[str, Any]) -> list[tuple[str, Any]]:
    files: list[tuple[str, Any]] = []
    for name, item in value.items():
        for part in item if isinstance(item, list) else [item]:
            is_file = isinstance(part, bytes | tuple)
            content = (name, part) if isinstance(part, bytes) else part
            files.append((name, content if is_file else (None, scalar(name, to_wire(part)))))
    return files
