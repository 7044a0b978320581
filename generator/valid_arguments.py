"""Arguments that satisfy what is documented of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.document import mapping
from generator.pruning import Schema
from generator.request_schemas import RequestSchemas
from generator.samples import Sampler
from generator.view import Argument, OperationView


@dataclass(slots=True)
class ValidArguments:
    """Finds arguments, and tells whether some are valid, for the methods of one package."""

    requests: RequestSchemas
    sampler: Sampler = field(init=False)

    def __post_init__(self) -> None:
        self.sampler = Sampler(self.requests.schemas)

    def schema_of(self, view: OperationView, argument: Argument) -> Schema:
        """Return what an argument must satisfy, empty for anything."""
        operation, wire = str(view.operation_id), str(argument.wire)
        if argument.location not in ("property", "body"):
            return self.requests.parameter(operation, argument.location, wire)
        body = self.requests.body(operation)
        if argument.location == "body":
            return body
        forms = self.sampler.forms(body)
        return mapping(mapping(forms[0].get("properties")).get(wire)) if len(forms) == 1 else {}

    def find(self, view: OperationView, argument: Argument, examples: Iterable[object]) -> object:
        """Return a valid argument, one of `examples` if there is one, or `ABSENT` when none is found."""
        return self.sampler.sample(self.schema_of(view, argument), examples)

    def accepts(self, view: OperationView, argument: Argument, value: object) -> bool:
        """Return whether an argument is valid."""
        return self.sampler.accepts(self.schema_of(view, argument), value)

    def accepts_body(self, view: OperationView, body: object) -> bool:
        """Return whether a request body is valid as a whole."""
        return self.sampler.accepts(self.requests.body(str(view.operation_id)), body)
