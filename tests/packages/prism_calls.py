"""The calls that show every documented example to a mock server, read from the documents."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spec.load import load_document

REPOSITORY = Path(__file__).resolve().parents[2]
METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
ABSENT = object()


@dataclass(frozen=True, slots=True)
class Example:
    """A documented response: its status, its name there, and its JSON."""

    status: str
    name: str
    value: object


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a generated method.

    Attributes:
        api: The folder of the package.
        operation: The operationId.
        group: The attribute of the client.
        method: The method of the group.
        request: The name of the documented request, or "" where the page shows none.
        arguments: The arguments, as JSON data.
        extra_body: Properties of the request that have no argument.
        response: The documented response to ask for, None where the page shows none.
    """

    api: str
    operation: str
    group: str
    method: str
    request: str
    arguments: Mapping[str, Any]
    extra_body: Mapping[str, Any] = field(default_factory=dict)
    response: Example | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The header that asks for the response."""
        return {"Prefer": f"code={self.response.status}, example={self.response.name}"} if self.response else {}

    def __str__(self) -> str:
        """Return the name under which pytest shows the call."""
        response = f"{self.response.status}-{self.response.name}" if self.response else "any"
        return "-".join([self.api, self.operation, self.request or "placeholders", response])


def read_document(api: str) -> dict[str, Any]:
    """Return the committed document of an API."""
    return load_document(REPOSITORY / f"spec/documents/{api}.yaml")


def read_operations(document: Mapping[str, Any]) -> dict[str, list[Example]]:
    """Return operationId → documented responses."""
    return {
        operation["operationId"]: list(_read_responses(operation["responses"]))
        for item in document["paths"].values()
        for method, operation in item.items()
        if method in METHODS
    }


def _read_responses(responses: Mapping[str, Any]) -> Iterator[Example]:
    for status, response in responses.items():
        for media in response.get("content", {}).values():
            assert "example" not in media, "the program gives every example a name"
            for name, example in media.get("examples", {}).items():
                yield Example(status, name, example["value"])


def read_calls(api: str) -> Iterator[Call]:
    """Return calls that use every operation, every documented request and every documented response."""
    data = json.loads((REPOSITORY / f"generated/{api}/tests/examples.json").read_text(encoding="utf-8"))
    facts = {item["operation"]: item for item in data["operations"]}
    for operation, responses in read_operations(read_document(api)).items():
        cases = {item["example"]: item for item in data["requests"] if item["operation"] == operation}
        requests = cases or {"": {**facts[operation], "extra_body": {}}}
        for name, response in _pair(list(requests), responses):
            case = requests[name]
            given = case["arguments"], case["extra_body"]
            yield Call(api, operation, case["group"], case["method"], name, *given, response)


def _pair(requests: list[str], responses: list[Example]) -> Iterator[tuple[str, Example | None]]:
    """Return the requests and responses that belong together: those of one name, the first of the others."""
    used = set()
    for response in responses:
        name = response.name if response.name in requests else requests[0]
        used.add(name)
        yield name, response
    for name in requests:
        if name not in used:
            yield name, responses[0] if responses else None
