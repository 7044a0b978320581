"""From the arguments of a call to JSON data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._checks import check_parameters
from ._model import to_wire
from ._operation import Operation


def wire_arguments(operation: Operation[Any], location: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the arguments of one location as JSON data; what is omitted stays omitted.

    Raises:
        ArgumentError: An argument is not what the documentation allows.
    """
    if not values:
        return values
    wire = {name: to_wire(item) for name, item in values.items()}
    check_parameters(operation.name, location, wire)
    return wire
