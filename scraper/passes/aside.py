"""Examples that their own tables forbid: reported, and left out of the document.

Reconciliation widens a contract until what is shown fits. It does not take back what a table
demands of a client, so a request example without a mandatory property remains no instance. Whatever
else is left over is treated alike, so that no page, however odd, makes a document that is not valid.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spec.diagnostics import Diagnostic
from spec.emit import emit_openapi
from spec.model import Api, Example, MediaType, Operation, Parameter, Response, Source
from spec.sourcemap import SourceMap, join_pointer, split_pointer
from spec.validate import validate_examples


@dataclass(frozen=True, slots=True)
class _Fault:
    message: str
    where: str


def set_aside_examples(api: Api) -> tuple[Api, tuple[Diagnostic, ...]]:
    """Leaves out the examples that are no instances of their schemas, each with a finding."""
    emitted = emit_openapi(api)
    faults: dict[Source, _Fault] = {}
    for problem in validate_examples(emitted.document):
        tokens = split_pointer(problem.pointer)
        at = next((i for i, t in enumerate(tokens) if t == "examples" and tokens[i + 2 : i + 3] == ("value",)), None)
        if at is not None:
            where = ".".join(tokens[at + 3 :])
            for source in _sources(emitted.sources, join_pointer(*tokens[: at + 2])):
                faults.setdefault(source, _Fault(problem.message, where))
    if not faults:
        return api, ()
    worker = _Worker(faults)
    operations = tuple(worker.operation(operation) for operation in api.operations)
    return replace(api, operations=operations), tuple(worker.findings)


def _sources(sources: SourceMap, pointer: str) -> tuple[Source, ...]:
    return tuple(entry.source for entry in sources.at(pointer))


class _Worker:
    def __init__(self, faults: Mapping[Source, _Fault]) -> None:
        self._faults = faults
        self.findings: list[Diagnostic] = []

    def operation(self, operation: Operation) -> Operation:
        name = operation.id
        body = operation.request_body
        if body is not None:
            body = replace(body, content=self._content(body.content, name, "request"))
        return replace(
            operation,
            parameters=tuple(self._parameter(parameter, name) for parameter in operation.parameters),
            request_body=body,
            responses=tuple(self._response(response, name) for response in operation.responses),
        )

    def _response(self, response: Response, operation: str) -> Response:
        return replace(response, content=self._content(response.content, operation, f"response {response.status}"))

    def _parameter(self, parameter: Parameter, operation: str) -> Parameter:
        place = f"{parameter.location}.{parameter.property.name}"
        return replace(parameter, examples=self._kept(parameter.examples, operation, place))

    def _content(self, content: tuple[MediaType, ...], operation: str, place: str) -> tuple[MediaType, ...]:
        return tuple(replace(media, examples=self._kept(media.examples, operation, place)) for media in content)

    def _kept(self, examples: tuple[Example, ...], operation: str, place: str) -> tuple[Example, ...]:
        kept: list[Example] = []
        for example in examples:
            fault = self._faults.get(example.source)
            if fault is None:
                kept.append(example)
                continue
            source = example.source
            pointer = f"{place}.{fault.where}" if fault.where else place
            message = f"the example is left out, since its own table forbids it: {fault.message}"
            self.findings.append(
                Diagnostic("broken-example-value", message, source.page, source.first, source.last, operation, pointer)
            )
        return tuple(kept)
