"""Data of the generated contract tests: what the documentation shows, as calls, requests and responses.

Expected requests are built here from the document and not by the code that the tests examine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.arguments import Parameter, read_parameters
from generator.credential_cases import TOKEN, contract_tokens, sent_credential
from generator.document import Document, join_pointer, mapping
from generator.examples import named_examples, parameter_examples
from generator.fitting import find_misfit
from generator.media import body_encoding, sent_media_type
from generator.operations import FAILED, RawOperation
from generator.placeholders import placeholder
from generator.refusals import RefusalBuilder
from generator.samples import ABSENT
from generator.schemas import SchemaCatalogue
from generator.types import Type, without_open_values
from generator.valid_arguments import ValidArguments
from generator.view import Argument, GroupView, OperationView, Scheme, Style
from generator.wire import body_content, header_content, is_testable, path_text, query_fields

#: Examples of parameters alone that become tests, of one operation.
_MOST_EXAMPLES = 10
_SIMPLE: Style = ("simple", False, False)
_FORM: Style = ("form", True, False)


@dataclass(frozen=True, slots=True)
class ContractBuilder:
    """Builds the test data of one package."""

    document: Document
    catalogue: SchemaCatalogue
    schemes: tuple[Scheme, ...]
    base_url: str
    has_server: bool
    valid: ValidArguments

    def build(self, groups: Sequence[GroupView], raw: Mapping[str, RawOperation]) -> dict[str, object]:
        """Return the content of `tests/examples.json`."""
        requests: list[object] = []
        responses: list[object] = []
        operations: list[object] = []
        refused: list[object] = []
        refusals = RefusalBuilder(self.valid)
        for group in groups:
            for view in group.operations:
                name = {
                    "operation": str(view.operation_id),
                    "group": group.attribute,
                    "module": group.module,
                    "method": view.name,
                    "pointer": view.pointer,
                }
                source = raw[view.operation_id]
                found = list(self._requests(view, source))
                arguments = self._arguments(view, [mapping(case["arguments"]) for case in found])
                if arguments is None:
                    continue
                requests += [{**name, **case} for case in found]
                responses += [{**name, **case} for case in self._responses(view, source)]
                operations.append({**name, **self._facts(view), "arguments": arguments})
                if (cases := refusals.build(view, arguments)) is not None:
                    refused.append({**name, **cases})
        return {
            "base_url": self.base_url,
            "token": TOKEN,
            "tokens": contract_tokens(self.schemes),
            "operations": operations,
            "requests": requests,
            "responses": responses,
            "refused": refused,
            "schemas": [
                {"pointer": pointer, "model": name} for pointer, name in self.catalogue.component_names.items()
            ],
        }

    def _arguments(self, view: OperationView, shown: Sequence[Mapping[str, object]]) -> dict[str, object] | None:
        """Return arguments for tests of something else: the required ones, as documented calls have them."""
        result: dict[str, object] = {}
        for item in view.arguments:
            if item.required:
                value = self._placeholder(view, item, [call[item.name] for call in shown if item.name in call])
                if value is ABSENT:
                    said = f"No value was found that {str(item.wire)!r} may have; the operation is not tested."
                    self.document.report(view.pointer, said)
                    return None
                result[item.name] = value
        return result

    def _placeholder(self, view: OperationView, argument: Argument, shown: Sequence[object] = ()) -> object:
        usual = placeholder(argument.kind, self.catalogue.by_name)
        return self.valid.find(view, argument, [*shown, usual])

    def _facts(self, view: OperationView) -> dict[str, object]:
        return {
            "constant": view.constant,
            "needs_token": bool(view.security) and () not in view.security,
            "needs_base_url": not self.has_server
            and (view.server is None or not view.server.startswith(("http://", "https://"))),
            "errors": [status for status in view.statuses if re.fullmatch(r"[345]\d\d", status)],
            "envelope": view.envelope or "",
            "is_safe": view.is_safe,
            "host_arguments": [item.name for item in view.arguments if item.location == "server"],
        }

    def _requests(self, view: OperationView, raw: RawOperation) -> Iterator[dict[str, object]]:
        parameters = read_parameters(self.document, raw.item, raw.value, raw.pointer)
        values = {(item.location, item.wire): parameter_examples(self.document, item.value) for item in parameters}
        media, at = self._body_media(view, raw)
        bodies = named_examples(self.document, media, mapping(media.get("schema")))
        for name in self._example_names(view, bodies, parameters):
            given = {key: found.get(name, next(iter(found.values()))) for key, found in values.items() if found}
            shown = [item.pointer for item in parameters if name in values[item.location, item.wire]]
            shown = [at, *shown] if name in bodies else shown
            case = self._request(view, given, bodies.get(name, ABSENT))
            if isinstance(case, str):
                self.document.report(join_pointer(shown[0], "examples", name), f"{case}; the example is not tested.")
            else:
                yield {"example": name, "pointer": join_pointer(shown[0], "examples", name), **case}

    def _example_names(
        self,
        view: OperationView,
        bodies: Mapping[str, object],
        parameters: Sequence[Parameter],
    ) -> list[str]:
        """Return the names of the calls that are shown: those of the body's examples, or of the parameters'.

        A parameter that all operations share may have an example for each of them: more than a few say nothing more.
        """
        needs_body = any(item.required and item.location in ("property", "body") for item in view.arguments)
        if bodies or needs_body:
            return list(bodies)
        names: dict[str, None] = {}
        for parameter in parameters:
            found = list(parameter_examples(self.document, parameter.value))
            names.update(dict.fromkeys(found[:_MOST_EXAMPLES]))
            if len(found) > _MOST_EXAMPLES:
                said = f"Of {len(found)} examples the first {_MOST_EXAMPLES} are tested."
                self.document.report(join_pointer(parameter.pointer, "examples"), said)
        return list(names)[:_MOST_EXAMPLES]

    def _body_media(self, view: OperationView, raw: RawOperation) -> tuple[Mapping[str, object], str]:
        at = join_pointer(raw.pointer, "requestBody")
        if view.body is None:
            return {}, at
        value, at = self.document.resolve(raw.value.get("requestBody"), at)
        documented = view.body.documented
        return mapping(mapping(value.get("content")).get(documented)), join_pointer(at, "content", documented)

    def _request(
        self, view: OperationView, given: Mapping[tuple[str, str], object], body: object
    ) -> dict[str, object] | str:
        """Return the arguments of an example and the request that they give, or why it cannot be tested."""
        flattened = view.body is not None and view.body.flattened
        properties = dict(mapping(body)) if flattened and body is not ABSENT else {}
        if body is not ABSENT and view.body is not None and not is_testable(view.body, body):
            return f"A body of {view.body.media_type!r} that is no text"
        parameters: list[tuple[Argument, object]] = []
        for argument in view.arguments:
            value = given.get((argument.location, str(argument.wire)), ABSENT)
            if argument.location == "property":
                value = properties.pop(str(argument.wire), ABSENT)
            elif argument.location == "body":
                value = body
            elif value is ABSENT and argument.required:
                value = "example" if argument.location == "server" else self._placeholder(view, argument)
            value = self._as_argument(value, argument)
            if value is ABSENT and argument.required:
                return f"The example lacks {str(argument.wire)!r}"
            if value is not ABSENT:
                parameters.append((argument, value))
                misfit = self._misfit(value, without_open_values(argument.kind))
                if misfit is not None:
                    return f"The example of {str(argument.wire) + misfit!r} is of another type than its schema"
                if not self.valid.accepts(view, argument, value):
                    return f"The example of {str(argument.wire)!r} breaks what is documented of it"
        fixed = {str(name): item for name, item in view.body.fixed.items()} if view.body else {}
        extra = {key: value for key, value in properties.items() if fixed.get(key, ABSENT) != value}
        sent = {**fixed, **mapping(body)} if flattened else body
        if body is not ABSENT and not self.valid.accepts_body(view, sent):
            return "The example breaks what is documented of the request body"
        return {
            "arguments": {argument.name: value for argument, value in parameters},
            "extra_body": extra,
            "request": self._expected(view, parameters, sent),
        }

    def _misfit(self, value: object, kind: Type) -> str | None:
        return find_misfit(value, kind, self.catalogue.by_name)

    def _as_argument(self, value: object, argument: Argument) -> object:
        """Return an example of a parameter as a value of its type; some write `"10"` for 10, and 10 for "10"."""
        if value is ABSENT or argument.location in ("property", "body") or self._misfit(value, argument.kind) is None:
            return value
        if isinstance(value, str):
            try:
                read = json.loads(value)
            except ValueError:
                return value
            return read if self._misfit(read, argument.kind) is None else value
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return str(value) if is_number and self._misfit("", argument.kind) is None else value

    def _expected(
        self, view: OperationView, parameters: Sequence[tuple[Argument, object]], body: object
    ) -> dict[str, object]:
        own = view.server or ""
        is_absolute = own.startswith(("http://", "https://"))
        # Without a documented server the tests name one, which then serves all operations.
        url = own if is_absolute and self.has_server else self.base_url + ("" if is_absolute else own)
        path = str(view.path)
        query: list[list[object]] = [[name, str(value)] for name, value in view.fixed_query.items()]
        headers: dict[str, object] = {}
        cookies: list[list[object]] = []
        for argument, value in parameters:
            wire = str(argument.wire)
            if argument.location == "server":
                url = url.replace("{" + wire + "}", str(value))
            elif argument.location == "path":
                variable = "{" + quote(wire, safe="/{}%:@!$&'()*+,;=~") + "}"
                path = path.replace(variable, path_text(wire, value, argument.style or _SIMPLE))
            elif argument.location == "query":
                query += query_fields(wire, value, argument.style or _FORM)
            elif argument.location == "header":
                headers[wire] = header_content(value, argument.style or _SIMPLE)
            elif argument.location == "cookie":
                cookies += query_fields(wire, value, argument.style or _FORM)
        for location, name, value in self._credentials(view):
            if location == "header":
                headers[name] = value
            else:
                (query if location == "query" else cookies).append([name, value])
        has_body = view.body is not None and body is not ABSENT and (body != {} or view.body.required)
        if has_body and view.body is not None and view.body.encoding != "multipart":
            headers["Content-Type"] = str(view.body.media_type)
        return {
            "method": view.http_method,
            "url": url + path,
            "query": query,
            "headers": headers,
            "cookies": cookies,
            "encoding": view.body.encoding if has_body and view.body else "",
            "body": body_content(view.body, body) if has_body and view.body else None,
        }

    def _credentials(self, view: OperationView) -> list[list[str]]:
        chosen = next((names for names in view.security if names), ())
        tokens = contract_tokens(self.schemes)
        return [sent_credential(item, tokens[str(item.name)]) for item in self.schemes if item.name in chosen]

    def _responses(self, view: OperationView, raw: RawOperation) -> Iterator[dict[str, object]]:
        responses = {str(status): value for status, value in mapping(raw.value.get("responses")).items()}
        for key, response in responses.items():
            value, pointer = self.document.resolve(response, join_pointer(raw.pointer, "responses", key))
            status = _status(key, responses)
            for media_type, media in mapping(value.get("content")).items():
                if body_encoding(str(media_type)) != "json" or (raw.method == "head" and (status or 0) < 300):
                    continue
                schema, at = mapping(media).get("schema", {}), join_pointer(pointer, "content", media_type)
                kind = self.catalogue.type_of(schema, join_pointer(at, "schema"), "Example")
                for name, example in named_examples(self.document, mapping(media), mapping(schema)).items():
                    place = join_pointer(at, "examples", name)
                    misfit = self._misfit(example, kind)
                    if misfit is not None or status is None:
                        said = f"of another type than its schema at {misfit!r}" if status else "one of no status"
                        self.document.report(place, f"The example is {said}; it is not tested.")
                        continue
                    sent = sent_media_type(str(media_type))
                    shown = {"pointer": place, "example": name, "status": status, "media_type": sent, "body": example}
                    yield {**shown, "is_error": status >= 300 or reports_error(view.envelope, example)}


def reports_error(envelope: str | None, body: object) -> bool:
    """Return whether a documented response with a successful status is that of a call that failed."""
    if envelope == "response":
        return mapping(mapping(body).get("Response")).get("Error") is not None
    return envelope == "status" and str(mapping(body).get("status")).lower() in FAILED


def _status(key: str, keys: Collection[str]) -> int | None:
    """Return a status for which a response is documented by `key` and by nothing more exact, None if there is none."""
    if re.fullmatch(r"[2-5]\d\d", key):
        return int(key) if key not in ("204", "205", "304") else None
    wanted = [key[0]] if re.fullmatch(r"[2-5](XX|xx)", key) else []
    if key == "default":
        families = {name[0] for name in keys if re.fullmatch(r"[2-5](XX|xx)", name)}
        has_result = any(name.startswith("2") for name in keys)
        wanted = [family for family in ("54" if has_result else "254") if family not in families]
    free = (int(family) * 100 + number for family in wanted for number in (*range(4), *range(6, 100)))
    return next((status for status in free if str(status) not in keys), None)
