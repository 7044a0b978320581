"""The base class of all models, and JSON values from Python values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self

from pydantic import BaseModel, ConfigDict
from pydantic_core import CoreSchema, core_schema


class Model(BaseModel):
    """A JSON object of the API.

    Attributes have Python names, JSON has the names of the documentation. Properties that the documentation does not
    mention are kept, and absent properties stay absent: `from_wire(value).to_wire() == value`.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        protected_namespaces=(),
        defer_build=True,
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
        return self.model_dump(by_alias=True, exclude_unset=True)


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
    """Return `value` as JSON data: models as objects, sequences as lists, omitted entries left out."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, BaseModel):
        return value.model_dump(by_alias=True, exclude_unset=True)
    if isinstance(value, Mapping):
        return {str(key): to_wire(item) for key, item in value.items() if not isinstance(item, Omit)}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [to_wire(item) for item in value if not isinstance(item, Omit)]
    return value
