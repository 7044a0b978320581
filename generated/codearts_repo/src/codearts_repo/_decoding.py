"""JSON text as typed values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter


def decode(expected: Any, content: bytes) -> Any:
    """Return JSON text as a value of type `expected`; a value of another type is an error and is never converted.

    Raises:
        pydantic.ValidationError: `content` is no JSON, or not of this type.
    """
    if isinstance(expected, type) and issubclass(expected, BaseModel):
        return expected.model_validate_json(content, by_alias=True, by_name=False)
    return type_adapter(expected).validate_json(content, by_alias=True, by_name=False)


@cache
def type_adapter(expected: Any) -> TypeAdapter[Any]:
    """Return the validator of a type that is no model."""
    return TypeAdapter(expected, config=ConfigDict(strict=True))


def documented_type(documented: Mapping[str, Any], status: int) -> Any:
    """Return the type for a status: exact, by family, `default`, the only one; None for no body."""
    for key in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
        if key in documented:
            return documented[key]
    kinds = list(documented.values())
    return kinds[0] if kinds and status < 300 else Any
