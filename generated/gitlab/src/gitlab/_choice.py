"""Unions of models in which one property says which model it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Tagged:
    """Annotates a union: the value of one property chooses the member.

    An object with a value that the documentation does not know, or that is not as its own model describes, is read as
    the member that fits best.
    """

    def __init__(self, property_name: str, members: Mapping[str, Any]) -> None:
        """Choose among `members` by the property `property_name` of the JSON object."""
        self._property_name = property_name
        self._members = members

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return a schema that tries the chosen member, then the union."""
        members = {tag: handler.generate_schema(member) for tag, member in self._members.items()}
        chosen = core_schema.tagged_union_schema(members, discriminator=self._property_name)
        return core_schema.union_schema([chosen, handler(source)], mode="left_to_right")
