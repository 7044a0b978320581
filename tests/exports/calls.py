"""The calls that use every operation, every documented request and every documented response of an API."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import quote

from generator.samples import ABSENT, Sampler
from spec.export.references import resolve_node
from spec.visit import as_object, visit_operations
from tests.exports.documents import list_references, read_document

JSON_MEDIA = "application/json"


@dataclass(frozen=True, slots=True)
class Answer:
    """A documented response: its status, its name there, and its JSON."""

    status: int
    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Call:
    """One call, as the vendor's server has to receive it.

    Attributes:
        number: Its place among the calls of the API.
        operation: The operationId.
        key: The path in the document, which may say the action.
        parameters: Where they are sent → name → value.
        body: The JSON that is sent, `ABSENT` for none.
        answer: The documented response to get, None where none is documented.
    """

    number: int
    operation: str
    method: str
    key: str
    parameters: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    body: Any = ABSENT
    answer: Answer | None = None

    @property
    def path(self) -> str:
        """The path of the URL, percent-encoded."""
        return self.fill(self.key.partition("?")[0])

    def fill(self, key: str) -> str:
        """What a client makes of a path of the document: servers never see a fragment."""
        path = key.partition("#")[0]
        for name, value in self.parameters.get("path", {}).items():
            path = path.replace(f"{{{name}}}", quote(as_text(value), safe=""))
        return path

    @property
    def query(self) -> dict[str, str]:
        """The query as it is sent."""
        return {name: as_text(value) for name, value in self.parameters.get("query", {}).items()}

    def __str__(self) -> str:
        """Return how messages name the call."""
        return f"{self.operation} ({self.answer.name})" if self.answer else self.operation


def as_text(value: Any) -> str:
    """A single value as a URL has it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@cache
def list_calls(api: str) -> tuple[Call, ...]:
    """The calls of an API; placeholders that satisfy the schema stand for required values without an example."""
    reader = _Reader(read_document(api))
    return tuple(
        Call(number, *facts)
        for number, facts in enumerate(
            facts
            for key, method, visit in visit_operations(read_document(api))
            for facts in reader.read(key, method, visit.node)
        )
    )


class _Reader:
    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self._sampler = Sampler(dict(list_references(document)))

    def read(self, key: str, method: str, operation: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
        """Everything of the calls of an operation but their numbers."""
        item = self._document["paths"][key]
        found = [self._resolve(node) for owner in (item, operation) for node in owner.get("parameters", [])]
        body = self._resolve(operation.get("requestBody", {})).get("content", {}).get(JSON_MEDIA)
        requests = self._examples(body or {})
        answers: list[Answer | None] = [*self._answers(operation)] or [None]
        for answer in answers:
            name = answer.name if answer and answer.name in requests else next(iter(requests), "")
            parameters = self._parameters(found, name)
            value = self._choose(body, name) if body else ABSENT
            yield operation["operationId"], method, key, parameters, value, answer

    def _resolve(self, node: Any) -> dict[str, Any]:
        return resolve_node(self._document, node)

    def _examples(self, carrier: Mapping[str, Any]) -> dict[str, Any]:
        return {name: as_object(node)["value"] for name, node in as_object(carrier.get("examples")).items()}

    def _choose(self, carrier: Mapping[str, Any], name: str) -> Any:
        """The example of a name, any example, or else what the schema accepts."""
        examples = self._examples(carrier)
        if examples:
            return examples.get(name, next(iter(examples.values())))
        value = self._sampler.sample(carrier.get("schema", {}))
        assert value is not ABSENT, f"no value for {carrier}"
        return value

    def _parameters(self, found: list[dict[str, Any]], name: str) -> dict[str, dict[str, Any]]:
        values: dict[str, dict[str, Any]] = {}
        for parameter in found:
            if parameter.get("required") or self._examples(parameter):
                values.setdefault(parameter["in"], {})[parameter["name"]] = self._choose(parameter, name)
        return values

    def _answers(self, operation: Mapping[str, Any]) -> Iterator[Answer]:
        for status, node in operation["responses"].items():
            media = self._resolve(node).get("content", {}).get(JSON_MEDIA, {})
            for name, value in self._examples(media).items():
                yield Answer(int(status), name, value)
