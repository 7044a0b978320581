"""The base class of all models, and JSON values from Python values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import partial
from typing import Annotated, Any, Literal, Self, TypeAlias, get_args, get_origin

from pydantic import BaseModel, ConfigDict, StrictBool, StrictFloat, StrictInt
from pydantic_core import CoreSchema, core_schema

from .exceptions import ArgumentError


class WholeNumber:
    """What JSON Schema calls an integer: `1`, and `1.0` too, which stays a float so that the same JSON goes back.

    An annotation: beside a bare `Literal`, only its values are accepted.
    """

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, _: object) -> CoreSchema:
        """Return a schema that converts nothing."""
        whole = core_schema.float_schema(strict=True, multiple_of=1, allow_inf_nan=False)
        number = core_schema.union_schema([core_schema.int_schema(strict=True), whole], mode="left_to_right")
        if get_origin(source) is not Literal:
            return number
        return core_schema.no_info_after_validator_function(partial(_check_documented, get_args(source)), number)


def _check_documented(allowed: tuple[object, ...], value: object) -> object:
    if value not in allowed:
        raise ValueError(f"expected one of {', '.join(map(str, allowed))}")
    return value


# A value keeps its type: the string "1" is no number, and the number 1 is not True.
Boolean: TypeAlias = StrictBool
Integer: TypeAlias = Annotated[int, WholeNumber]
Number: TypeAlias = StrictInt | StrictFloat


class Model(BaseModel):
    """A JSON object of the API.

    Attributes have Python names, JSON has the names of the documentation. Properties that the documentation does not
    mention are kept, absent properties stay absent, and no value is converted: `from_wire(value).to_wire()` is `value`.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        protected_namespaces=(),
        defer_build=True,
        cache_strings="keys",
    )

    @classmethod
    def from_wire(cls, value: object) -> Self:
        """Return the model for a decoded JSON object.

        Raises:
            pydantic.ValidationError: `value` is not what the documentation describes.
        """
        return cls.model_validate(value, by_alias=True, by_name=False)

    def to_wire(self) -> dict[str, Any]:
        """Return the JSON object: documented names, and only what was set."""
        return self.model_dump(by_alias=True, exclude_unset=True, warnings=False)


class Omit:
    """The type of `OMIT`."""

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: object) -> CoreSchema:
        """Let pydantic accept the constant in annotations of arguments."""
        return core_schema.is_instance_schema(cls)

    def __bool__(self) -> bool:
        """Return False, so that an omitted argument counts as absent."""
        return False

    def __repr__(self) -> str:
        """Return the name of the constant."""
        return "OMIT"


OMIT = Omit()
"""The default of optional arguments: nothing is sent. `None` sends null."""


_PLAIN = frozenset({str, int, float, bool, type(None)})


def to_wire(value: object) -> Any:
    """Return `value` as JSON data: models as objects, sequences as lists, enumerations as their values.

    Raises:
        ArgumentError: A model contains itself.
        RecursionError: A mapping or a sequence does.
    """
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is not dict and isinstance(value, BaseModel):
        return _dump(value)
    if isinstance(value, Mapping):
        return {_key(key): to_wire(item) for key, item in value.items() if not isinstance(item, Omit)}
    if isinstance(value, Enum):
        return to_wire(value.value)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [to_wire(item) for item in value if not isinstance(item, Omit)]
    return value


def _dump(model: BaseModel) -> dict[str, Any]:
    try:
        return model.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    except ValueError:  # All that pydantic refuses to take apart.
        raise ArgumentError("an argument contains itself") from None


def _key(key: object) -> str:
    return str(key.value if isinstance(key, Enum) else key)
