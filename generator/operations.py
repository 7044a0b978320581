"""Operations of a document → methods in groups."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote

from generator.arguments import ArgumentBuilder, Parameter, is_binary, read_parameters
from generator.citations import NO_SOURCES, find_page
from generator.docstrings import build_docstring
from generator.document import Document, join_pointer, mapping, sequence, text
from generator.literal import Text, first_sentence
from generator.media import accept_header, bare_media_type, body_encoding, is_text
from generator.names import (
    ANNOTATION_NAMES,
    BUILTIN_NAMES,
    NameScope,
    class_name,
    constant_name,
    module_name,
    snake_name,
)
from generator.schemas import SchemaCatalogue
from generator.security import build_requirements
from generator.servers import Server, read_server
from generator.types import BYTES, STRING, Type, annotation
from generator.view import Argument, Body, GroupView, OperationView, Outcome, Scheme
from spec.sourcemap import SourceMap

#: Attributes of the generated client that a group may not replace.
RESERVED_GROUPS = frozenset({"close", "base_url", "with_raw_response"})
RESERVED_METHODS = ANNOTATION_NAMES
#: What the modules of the client and of the groups import or define.
RESERVED_GROUP_CLASSES = BUILTIN_NAMES | {
    "Any",
    "ApiResponse",
    "AsyncClient",
    "AsyncPages",
    "AsyncTransport",
    "Awaitable",
    "Body",
    "Callable",
    "Client",
    "DEFAULT_LIMITS",
    "DEFAULT_TIMEOUT",
    "FileContent",
    "Literal",
    "Mapping",
    "OMIT",
    "Omit",
    "Operation",
    "P",
    "Pages",
    "Paging",
    "ParamSpec",
    "RawAsyncTransport",
    "RawTransport",
    "RequestOptions",
    "RetryPolicy",
    "Self",
    "Sequence",
    "T",
    "TYPE_CHECKING",
    "Token",
    "TracebackType",
    "Transport",
    "TypeVar",
    "Unpack",
    "Values",
}
#: Methods that only read, where the method tells; an RPC operation has a verb in the name of its action instead.
_SAFE_METHODS = frozenset({"get", "head", "options", "trace"})
#: `Get` is not among them: `GetToken` and its like make something.
_READING_ACTION = re.compile(r"(?:Describe|List|Query|Search)(?![a-z])")
#: What an envelope says about a call, in lower case, and what its error has.
FAILED = frozenset({"failed", "failure", "fail", "error"})
_SUCCEEDED = frozenset({"success", "succeeded", "successful", "succeed", "ok"})
_ERROR_MEMBERS = frozenset({"code", "error_code", "errorcode", "message", "msg", "error_msg", "error_message"})
#: A string, what separates and what encloses in an annotation, and the rest.
_TOKEN = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'| \| |[^"']""")
#: What a path template may hold as it stands (RFC 3986), its variables' braces included.
_PATH_CHARACTERS = "/{}%:@!$&'()*+,;=~"
#: File names that some systems do not allow.
_RESERVED_FILES = frozenset(
    {"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


@dataclass(frozen=True, slots=True)
class RawOperation:
    """An operation as the document has it, with its identifier."""

    identifier: str
    path: str
    method: str
    item: Mapping[str, object]
    value: Mapping[str, object]
    pointer: str


def read_operations(document: Document) -> list[RawOperation]:
    """Return all operations; a missing or repeated operationId gets a substitute and a finding."""
    scope = NameScope()
    result: list[RawOperation] = []
    for path, method, item, value, pointer in document.operations():
        wanted = text(value.get("operationId"))
        if not wanted:
            wanted = f"{method}_{snake_name(re.sub(r'[{}]', '', path), fallback='root')}"
            document.report(pointer, f"The operation has no operationId; it is called {wanted!r}.")
        identifier = scope.take(wanted)
        if identifier != wanted:
            document.report(pointer, f"The operationId {wanted!r} is not unique; here it is {identifier!r}.")
        result.append(RawOperation(identifier, path, method, item, value, pointer))
    return result


class OperationBuilder:
    """Builds the views of operations; names of methods are decided per group."""

    def __init__(
        self,
        document: Document,
        catalogue: SchemaCatalogue,
        schemes: tuple[Scheme, ...],
        sources: SourceMap = NO_SOURCES,
    ) -> None:
        self._sources = sources
        self._document = document
        self._catalogue = catalogue
        self._schemes = schemes

    def build_groups(self, operations: Sequence[RawOperation]) -> tuple[GroupView, ...]:
        """Return the operations by their first tag, groups in the order of the document."""
        by_tag: dict[str, list[RawOperation]] = {}
        for operation in operations:
            tags = [tag for tag in sequence(operation.value.get("tags")) if isinstance(tag, str)]
            by_tag.setdefault(tags[0] if tags else "default", []).append(operation)
        declared = {text(mapping(tag).get("name")): mapping(tag) for tag in sequence(self._document.root.get("tags"))}
        attributes = NameScope(RESERVED_GROUPS)
        classes = NameScope(RESERVED_GROUP_CLASSES)
        modules = NameScope(_RESERVED_FILES, fold=str.casefold)
        groups: list[GroupView] = []
        for tag in [*(tag for tag in declared if tag in by_tag), *(tag for tag in by_tag if tag not in declared)]:
            attribute = attributes.take(snake_name(tag, fallback="group"))
            views = self._methods(by_tag[tag], attribute)
            description = Text(text(declared.get(tag, {}).get("description")))
            name = classes.take(class_name(tag, fallback="Group"))
            async_name = classes.take(f"Async{name}")
            module = modules.take(module_name(attribute))
            groups.append(GroupView(attribute, module, name, async_name, Text(tag), description, views))
        return tuple(groups)

    def _methods(self, operations: Sequence[RawOperation], group: str) -> tuple[OperationView, ...]:
        plain = [snake_name(operation.identifier, fallback="call") for operation in operations]
        short = [name.removeprefix(f"{group}_") for name in plain]
        usable = {name for name in short if short.count(name) == 1 and name.isidentifier() and name not in plain}
        names, constants = NameScope(RESERVED_METHODS), NameScope()
        views: list[OperationView] = []
        for operation, long, brief in zip(operations, plain, short, strict=True):
            name = names.take(snake_name(brief, fallback="call") if brief in usable else long)
            views.append(self._view(operation, name, constants.take(constant_name(name)), f"client.{group}.{name}"))
        return tuple(views)

    def _view(self, raw: RawOperation, name: str, constant: str, call: str) -> OperationView:
        document, value, pointer = self._document, raw.value, raw.pointer
        security = build_requirements(document, value, pointer, self._schemes)
        path, fixed_query = self._read_address(raw)
        server = self._read_server(raw)
        needed = {name for names in security for name in names}
        credentials = tuple(scheme for scheme in self._schemes if scheme.name in needed)
        builder = ArgumentBuilder(document, self._catalogue, credentials, raw.identifier)
        parameters = read_parameters(document, raw.item, value, pointer)
        fixed_query |= builder.constants(parameters)
        arguments, body = self._arguments(raw, path, server, builder, parameters)
        results, errors = self._outcomes(raw)
        envelope = self._envelope(raw)
        link = text(mapping(value.get("externalDocs")).get("url"))
        documented_at = link or find_page(pointer, self._sources)
        return OperationView(
            operation_id=Text(raw.identifier),
            name=name,
            constant=constant,
            pointer=pointer,
            http_method=raw.method.upper(),
            path=Text(quote(path, safe=_PATH_CHARACTERS)),
            request=_request_line(raw.method, path, fixed_query, body),
            summary=Text(first_sentence(text(value.get("summary")), [text(value.get("description"))])),
            docstring=build_docstring(value, call, arguments, results, errors, envelope is not None, documented_at),
            link=Text(link),
            documented_at=Text(documented_at),
            server=Text(server.template) if server else None,
            security=security,
            fixed_query=fixed_query,
            arguments=arguments,
            body=body,
            results=results,
            errors=errors,
            statuses=tuple(str(status) for status in mapping(value.get("responses"))),
            returns=_returns(results),
            accept=_accept(results),
            envelope=envelope,
            is_safe=_is_safe(raw),
        )

    def _read_address(self, raw: RawOperation) -> tuple[str, dict[str, object]]:
        """Return the path of an operation, and the query parameters that every request has."""
        path, _, fragment = raw.path.partition("#")
        path, _, static_query = path.partition("?")
        query: dict[str, object] = {}
        for name, item in parse_qsl(static_query, keep_blank_values=True):
            if name in query:
                self._document.report(
                    raw.pointer, f"The path has the query parameter {name!r} several times; the last value is sent."
                )
            query[name] = item
        action = text(raw.value.get("x-rpc-query-parameter"))
        if action:
            query[action] = text(raw.value.get("x-rpc-action")) or fragment or raw.identifier
        return path, query

    def _read_server(self, raw: RawOperation) -> Server | None:
        """Return the server that an operation or its path item has of its own."""
        owner = raw.value if "servers" in raw.value else raw.item
        return read_server(self._document, owner.get("servers"), join_pointer(raw.pointer, "servers"))

    def _arguments(
        self,
        raw: RawOperation,
        path: str,
        server: Server | None,
        builder: ArgumentBuilder,
        parameters: Sequence[Parameter],
    ) -> tuple[tuple[Argument, ...], Body | None]:
        """Return the arguments of an operation, the required ones first, and how its body is sent."""
        arguments = list(builder.from_parameters(parameters))
        arguments = [item for item in arguments if item.location != "path" or "{" + item.wire + "}" in path]
        arguments += builder.from_path(self._undescribed(path, parameters, raw.pointer))
        if server is not None:
            arguments += builder.from_server(server)
        body, of_body = builder.from_body(raw.value.get("requestBody"), join_pointer(raw.pointer, "requestBody"))
        return tuple(sorted([*arguments, *of_body], key=lambda argument: not argument.required)), body

    def _undescribed(self, path: str, parameters: Sequence[Parameter], pointer: str) -> list[str]:
        """Return the variables of a path that have no parameter; report these, and parameters without a variable."""
        variables = list(dict.fromkeys(re.findall(r"\{([^{}]+)\}", path)))
        known = {item.wire: item.pointer for item in parameters if item.location == "path"}
        missing = [variable for variable in variables if variable not in known]
        for variable in missing:
            self._document.report(pointer, f"The path variable {variable!r} has no parameter; any text is accepted.")
        for wire, at in known.items():
            if wire not in variables:
                self._document.report(at, f"The path has no variable {wire!r}; the parameter is left out.")
        return missing

    def _outcomes(self, raw: RawOperation) -> tuple[tuple[Outcome, ...], tuple[Outcome, ...]]:
        responses = {str(status): value for status, value in mapping(raw.value.get("responses")).items()}
        good = [status for status in responses if status.startswith("2")]
        results: list[Outcome] = []
        errors: list[Outcome] = []
        for status, value in responses.items():
            is_result = status in good or (status == "default" and not good)
            number = "" if is_result and len(good) < 2 else status.capitalize()
            hint = f"{class_name(raw.identifier, fallback='Operation')}{number}Response"
            outcome = self._outcome(status, value, join_pointer(raw.pointer, "responses", status), hint)
            (results if is_result else errors).append(outcome)
        return tuple(results), tuple(errors)

    def _outcome(self, status: str, raw: object, pointer: str, hint: str) -> Outcome:
        value, pointer = self._document.resolve(raw, pointer)
        content = {str(name): media for name, media in mapping(value.get("content")).items()}
        description = Text(text(value.get("description")))
        headers = tuple(Text(str(name)) for name in mapping(value.get("headers")))
        if not content:
            return Outcome(Text(status), "None", Text(""), description, headers)
        order = {"json": 0}
        ordered = sorted(content, key=lambda name: order.get(body_encoding(name), 1))
        at = join_pointer(pointer, "content")
        types = {name: self._body_type(name, content[name], join_pointer(at, name), hint) for name in ordered}
        kinds = {name: annotation(kind) for name, kind in types.items()}
        different = len(set(kinds.values())) > 1
        several = tuple((bare_media_type(name), kind) for name, kind in kinds.items() if different)
        first, names = ordered[0], tuple(content)
        return Outcome(Text(status), kinds[first], Text(first), description, headers, several, types[first], names)

    def _body_type(self, media_type: str, media: object, pointer: str, hint: str) -> Type:
        schema, at = mapping(media).get("schema", {}), join_pointer(pointer, "schema")
        resolved = self._catalogue.resolve(schema, at)
        # Some frameworks list text/plain beside each JSON: what has properties or items is no plain text.
        is_json = bare_media_type(media_type) == "text/plain" and bool({"properties", "items"} & set(resolved))
        is_file = "*" in media_type and is_binary(resolved)
        if is_json or (body_encoding(media_type) == "json" and not is_file):
            return self._catalogue.type_of(schema, at, hint)
        return STRING if is_text(media_type) else BYTES

    def _envelope(self, raw: RawOperation) -> str | None:
        if "x-rpc-action" in raw.value:
            return "response"
        for status, response in mapping(raw.value.get("responses")).items():
            if not str(status).startswith("2"):
                continue
            value, pointer = self._document.resolve(response, join_pointer(raw.pointer, "responses", status))
            for media_type, media in mapping(value.get("content")).items():
                at = join_pointer(pointer, "content", media_type, "schema")
                if self._reports_failure(mapping(media).get("schema", {}), at):
                    return "status"
        return None

    def _reports_failure(self, schema: object, pointer: str) -> bool:
        """Return whether the document says that a successful response may report an error.

        That is a `status` that is documented as success or failure and nothing else, and an `error` with a code or a
        message. A job that failed has a `status` and an `error` as well, but reading it is no failure.
        """
        properties = mapping(self._catalogue.resolve(schema, pointer).get("properties"))
        if not {"status", "error"} <= set(properties):
            return False
        status = self._catalogue.resolve(properties["status"], join_pointer(pointer, "properties", "status"))
        error = self._catalogue.resolve(properties["error"], join_pointer(pointer, "properties", "error"))
        values = {str(value).lower() for value in sequence(status.get("enum")) if value is not None}
        members = {str(name).lower() for name in mapping(error.get("properties"))}
        is_outcome = values & FAILED and values & _SUCCEEDED and values <= FAILED | _SUCCEEDED
        return bool(is_outcome and members & _ERROR_MEMBERS)


def _is_safe(raw: RawOperation) -> bool:
    """Return whether an operation only reads: a safe method (RFC 9110, 9.2.1), or an action that is named so."""
    action = text(raw.value.get("x-rpc-action"))
    return bool(_READING_ACTION.match(action)) if action else raw.method in _SAFE_METHODS


def _accept(results: Sequence[Outcome]) -> Text:
    """Return the value of Accept: all documented media types of what a successful call returns."""
    chosen = [item.media_type for item in results if item.media_type]
    return Text(accept_header(chosen, [name for item in results for name in item.media_types]))


def _request_line(method: str, path: str, query: Mapping[str, object], body: Body | None) -> Text:
    """Return what is sent, for people: an action in the query or, where it is sent there only, in the body."""
    line = (
        f"{method.upper()} {path}" + ("?" if query else "") + "&".join(f"{key}={item}" for key, item in query.items())
    )
    if query or body is None or not body.fixed:
        return Text(line)
    return Text(f"{line} {json.dumps(dict(body.fixed), ensure_ascii=False)}")


def _returns(results: Sequence[Outcome]) -> str:
    printed = [kind for outcome in results for kind in _expected(outcome)]
    kinds = list(dict.fromkeys(part for kind in printed for part in _parts(kind)))
    if not kinds or "Any" in kinds:
        return "Any"
    return " | ".join([kind for kind in kinds if kind != "None"] + (["None"] if "None" in kinds else []))


def _expected(outcome: Outcome) -> tuple[str, ...]:
    """Return the types that a call gives: where there is JSON, text and bytes come to those only who ask for them."""
    if body_encoding(outcome.media_type) != "json":
        return outcome.annotations
    return tuple(kind for kind in outcome.annotations if kind == outcome.annotation or kind not in ("str", "bytes"))


def _parts(printed: str) -> list[str]:
    """Return the members of a union; one inside brackets is not taken apart."""
    parts, depth = [""], 0
    for token in _TOKEN.findall(printed):
        depth += {"[": 1, "]": -1}.get(token, 0)
        if token == " | " and depth == 0:
            parts.append("")
        else:
            parts[-1] += token
    return parts
