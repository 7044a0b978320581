"""Parameters, server variables and request bodies → the arguments of a method."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.docstrings import describe_argument
from generator.document import Document, join_pointer, mapping, sequence, text
from generator.literal import Text
from generator.media import bare_media_type, body_encoding, is_text, sent_media_type
from generator.names import NameScope, class_name, snake_name
from generator.schemas import SchemaCatalogue
from generator.servers import Server
from generator.types import (
    BYTES,
    STRING,
    ListType,
    Type,
    annotation,
    without_open_values,
)
from generator.view import Argument, Body, Scheme, Style

#: Names that a generated method uses itself.
RESERVED_ARGUMENTS = frozenset(
    {"self", "options", "models", "extra_headers", "extra_query", "extra_body", "timeout", "base_url", "retries"}
)
#: Header parameters that OpenAPI says to ignore, since other parts of the document describe them, and those that follow
#: from the request itself: a value of the caller's could only make it invalid.
_IGNORED_HEADERS = frozenset(
    {"accept", "content-type", "authorization", "connection", "content-length", "host", "te", "transfer-encoding"}
)
_DEFAULT_STYLES = {
    "path": ("simple", False),
    "query": ("form", True),
    "header": ("simple", False),
    "cookie": ("form", True),
}
#: What a parameter of each location may have, and a property of a form.
_STYLES = {
    "path": frozenset({"simple", "label", "matrix"}),
    "query": frozenset({"form", "spaceDelimited", "pipeDelimited", "deepObject"}),
    "header": frozenset({"simple"}),
    "cookie": frozenset({"form"}),
}
_JSON_STYLE = ("json", False, False)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter with its references resolved."""

    wire: str
    location: str
    value: Mapping[str, object]
    pointer: str


def read_parameters(
    document: Document, item: Mapping[str, object], operation: Mapping[str, object], pointer: str
) -> list[Parameter]:
    """Return the parameters of an operation; its own replace those of the path item."""
    found: dict[tuple[str, str], Parameter] = {}
    inherited = pointer.rsplit("/", 1)[0]
    for owner, base in ((item, inherited), (operation, pointer)):
        for number, raw in enumerate(sequence(owner.get("parameters"))):
            value, at = document.resolve(raw, join_pointer(base, "parameters", number))
            wire, location = text(value.get("name")), text(value.get("in"))
            if not wire or location not in _DEFAULT_STYLES:
                document.report(at, f"A parameter without a name or in {location!r} is left out.")
                continue
            found[location, wire] = Parameter(wire, location, value, at)
    return list(found.values())


class ArgumentBuilder:
    """Builds the arguments of one operation, each with a name of its own.

    Args:
        document: The document.
        catalogue: The schemas of the document.
        schemes: The security schemes that the operation takes; the client sends these, so they are no arguments.
        owner: The operation's identifier.
    """

    def __init__(self, document: Document, catalogue: SchemaCatalogue, schemes: tuple[Scheme, ...], owner: str) -> None:
        self._document = document
        self._catalogue = catalogue
        self._owner = class_name(owner, fallback="Operation")
        self._scope = NameScope(RESERVED_ARGUMENTS)
        self._credentials = {scheme.parameter.lower() for scheme in schemes if scheme.location == "header"}
        self._secrets = {(scheme.location, str(scheme.parameter)) for scheme in schemes}

    def constants(self, parameters: Iterable[Parameter]) -> dict[str, object]:
        """Return the parameters of the query that every request has, each with its only value."""
        return {item.wire: self._constant(item) for item in parameters if self._constant(item) is not None}

    def _constant(self, parameter: Parameter) -> object:
        if parameter.location != "query" or parameter.value.get("required") is not True:
            return None
        schema = self._catalogue.resolve(parameter.value.get("schema", {}), join_pointer(parameter.pointer, "schema"))
        return schema["const"] if isinstance(schema.get("const"), str) else None

    def from_parameters(self, parameters: Iterable[Parameter]) -> Iterator[Argument]:
        """Yield an argument for each parameter that is neither a constant, a credential nor described elsewhere."""
        for parameter in parameters:
            if self._constant(parameter) is not None:
                continue
            lower = parameter.wire.lower()
            if parameter.location == "header" and lower in self._credentials:
                continue
            if (parameter.location, parameter.wire) in self._secrets:
                continue
            if parameter.location == "header" and lower in _IGNORED_HEADERS:
                self._document.report(
                    parameter.pointer, f"The header {parameter.wire} is set by the client; no argument."
                )
                continue
            yield self._from_parameter(parameter)

    def _from_parameter(self, parameter: Parameter) -> Argument:
        schema, at, style = self._parameter_schema(parameter)
        required = parameter.location == "path" or parameter.value.get("required") is True
        kind = self._catalogue.type_of(schema, at, self._owner + class_name(parameter.wire, fallback="Parameter"))
        description = describe_argument(
            text(parameter.value.get("description")) or text(mapping(schema).get("description")),
            self._catalogue.resolve(schema, at),
        )
        return self._argument(parameter.wire, parameter.location, kind, required, description, style)

    def _parameter_schema(self, parameter: Parameter) -> tuple[object, str, Style | None]:
        value, location = parameter.value, parameter.location
        for media_type, media in mapping(value.get("content")).items():
            at = join_pointer(parameter.pointer, "content", media_type, "schema")
            style = _JSON_STYLE if body_encoding(str(media_type)) == "json" else None
            return mapping(media).get("schema", {}), at, style
        style = self._style(value, _DEFAULT_STYLES[location][0], _STYLES[location], parameter.pointer)
        at = join_pointer(parameter.pointer, "schema")
        return value.get("schema", {}), at, None if style == (*_DEFAULT_STYLES[location], False) else style

    def _style(self, value: Mapping[str, object], default: str, known: Collection[str], pointer: str) -> Style:
        name = text(value.get("style")) or default
        if name not in known:
            self._document.report(pointer, f"The style {name!r} is unknown here; {default!r} is used.")
            name = default
        return name, value.get("explode", name in ("form", "deepObject")) is True, value.get("allowReserved") is True

    def from_path(self, variables: Iterable[str]) -> Iterator[Argument]:
        """Yield a required argument for each variable of the path that no parameter describes."""
        for variable in variables:
            said = describe_argument(f"The part {{{variable}}} of the path.", {})
            yield self._argument(variable, "path", STRING, True, said)

    def from_server(self, server: Server) -> Iterator[Argument]:
        """Yield a required argument for each variable of an operation's own server that has no real default."""
        for variable, description in server.variables.items():
            said = describe_argument(description or f"The part {{{variable}}} of the server's address.", {})
            yield self._argument(variable, "server", STRING, True, said)

    def from_body(self, raw: object, pointer: str) -> tuple[Body | None, list[Argument]]:
        """Return how a request body is sent, and its arguments: one per property of an object, or one for all."""
        value, pointer = self._document.resolve(raw, pointer)
        media_type = self._choose_media_type(value, pointer)
        if media_type is None:
            return None, []
        at = join_pointer(pointer, "content", media_type)
        media = mapping(mapping(value.get("content")).get(media_type))
        schema = media.get("schema", {})
        at_schema = join_pointer(at, "schema")
        required = value.get("required") is True
        merged = self._catalogue.resolve(schema, at_schema)
        encoding = "raw" if "*" in media_type and is_binary(merged) else body_encoding(media_type)
        sent = "application/octet-stream" if encoding == "raw" and "*" in media_type else sent_media_type(media_type)
        if encoding == "multipart" and bare_media_type(sent) != "multipart/form-data":
            self._document.report(at, f"The media type {media_type!r} is sent as multipart/form-data.")
            sent = "multipart/form-data"
        styles, types = self._encodings(media, encoding, join_pointer(at, "encoding"))
        if encoding != "raw" and _can_flatten(merged):
            arguments, fixed = self._properties(merged, schema, at_schema, required, encoding)
            return Body(Text(sent), encoding, True, fixed, required, styles, types, media_type), arguments
        kind = (
            _raw_type(media_type)
            if encoding == "raw"
            else self._catalogue.type_of(schema, at_schema, f"{self._owner}Request")
        )
        argument = self._argument(
            "body", "body", kind, required, describe_argument(text(value.get("description")), merged)
        )
        return Body(Text(sent), encoding, False, {}, required, styles, types, media_type), [argument]

    def _encodings(
        self, media: Mapping[str, object], encoding: str, pointer: str
    ) -> tuple[dict[str, Style], dict[str, str]]:
        """Return how properties of a form are serialised, and media types of parts of a multipart body."""
        styles: dict[str, Style] = {}
        types: dict[str, str] = {}
        for name, raw in mapping(media.get("encoding")).items():
            value = mapping(raw)
            media_type = text(value.get("contentType")).strip()
            if encoding == "multipart" and re.fullmatch(r"[!-~ ]+", media_type) and not set(media_type) & set("*,"):
                types[str(name)] = media_type
            elif encoding == "form" and {"style", "explode", "allowReserved"} & set(value):
                styles[str(name)] = self._style(value, "form", _STYLES["query"], join_pointer(pointer, name))
            elif encoding == "form" and media_type and body_encoding(media_type) == "json":
                styles[str(name)] = _JSON_STYLE
        return styles, types

    def _choose_media_type(self, value: Mapping[str, object], pointer: str) -> str | None:
        names = [str(name) for name in mapping(value.get("content"))]
        if not names:
            return None
        order = {"json": 0, "form": 1, "multipart": 2, "raw": 3}
        chosen = min(names, key=lambda name: ("*" in name, order[body_encoding(name)]))
        if len(names) > 1:
            self._document.report(join_pointer(pointer, "content"), f"Of several media types {chosen!r} is sent.")
        return chosen

    def _properties(
        self, merged: Mapping[str, object], schema: object, at: str, body_required: bool, encoding: str
    ) -> tuple[list[Argument], dict[str, object]]:
        fixed: dict[str, object] = {}
        arguments: list[Argument] = []
        # A reference to a component keeps the component's name for what is inside it.
        owner = self._owner
        properties = mapping(merged.get("properties"))
        reference = text(mapping(schema).get("$ref"))
        names = self._catalogue.component_names
        base = reference if reference in names else at
        for field in self._catalogue.fields(merged, base, names.get(reference, owner)):
            pointer = join_pointer(base, "properties", field.wire)
            detail = self._catalogue.resolve(properties[field.wire], pointer)
            if detail.get("readOnly") is True:
                continue
            required = field.wire in sequence(merged.get("required"))
            if "const" in detail and required:
                fixed[field.wire] = detail["const"]
                continue
            kind = _file_type(detail, field.type) if encoding == "multipart" else field.type
            said = describe_argument(field.description or text(detail.get("description")), detail)
            arguments.append(self._argument(field.wire, "property", kind, required and body_required, said))
        return arguments, fixed

    def _argument(
        self, wire: str, location: str, kind: Type, required: bool, said: Text, style: Style | None = None
    ) -> Argument:
        name = self._scope.take(snake_name(wire, fallback="argument"))
        printed = annotation(without_open_values(kind), argument=True)
        if location == "property" and kind in (BYTES, ListType(BYTES)):
            printed = printed.replace("bytes", "FileContent")
        return Argument(name, Text(wire), location, kind, printed, required, said, style)


def _can_flatten(merged: Mapping[str, object]) -> bool:
    kind = merged.get("type", "object")
    plain = kind == "object" or kind == ["object"]
    return plain and bool(mapping(merged.get("properties"))) and not {"oneOf", "anyOf", "const", "enum"} & set(merged)


def is_binary(schema: Mapping[str, object]) -> bool:
    """Return whether a schema describes bytes: those of OpenAPI 3.0 by their format, those of 3.1 by their content."""
    if schema.get("format") == "binary":
        return True
    return "contentMediaType" in schema and "contentEncoding" not in schema and "contentSchema" not in schema


def _raw_type(media_type: str) -> Type:
    return STRING if is_text(media_type) else BYTES


def _file_type(detail: Mapping[str, object], kind: Type) -> Type:
    if is_binary(detail):
        return BYTES
    return ListType(BYTES) if isinstance(kind, ListType) and is_binary(mapping(detail.get("items"))) else kind
