"""What a query means: the places of a document that names or a pointer lead to, and what comes close to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from spec.model import JSON, Location
from spec.sourcemap import join_pointer
from spec.visit import as_list, as_object, resolve_pointer, visit_operations

_PARTS = ("allOf", "anyOf", "oneOf")
_SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class Search:
    """Looks names up in one document, with or without regard to case."""

    document: dict[str, JSON]
    fold: bool

    def find(self, query: str) -> Iterator[str]:
        """The pointers that the query means."""
        if query.startswith(("/", "#/")) or query in ("", "#"):
            pointer = query.removeprefix("#")
            if pointer and exists(self.document, pointer):
                yield pointer
            return
        names = query.split(".")
        found = [*self._in_operations(names), *self._in_components(names)]
        yield from found or [
            *self._parameters_anywhere(names),
            *self._headers_anywhere(names),
            *self._properties_anywhere(names),
        ]

    def _same(self, name: str, names: Sequence[str]) -> bool:
        wanted = ".".join(names)
        return name.casefold() == wanted.casefold() if self.fold else name == wanted

    def _heads(self, name: str, names: Sequence[str]) -> Iterator[Sequence[str]]:
        """What remains of the names after those that spell `name`, which may itself hold dots."""
        length = name.count(".") + 1
        if self._same(name, names[:length]):
            yield names[length:]

    def _in_operations(self, names: Sequence[str]) -> Iterator[str]:
        for _, _, visit in visit_operations(self.document):
            for rest in self._heads(str(visit.node.get("operationId", "")), names):
                yield from self._in_operation(visit.node, visit.pointer, rest)

    def _in_operation(self, operation: dict[str, JSON], pointer: str, names: Sequence[str]) -> Iterator[str]:
        if not names:
            yield pointer
            return
        yield from self._in_parameters(operation, pointer, names)
        bodies = [("request", pointer + "/requestBody")]
        statuses = as_object(operation.get("responses"))
        bodies += [(status, pointer + join_pointer("responses", status)) for status in statuses]
        for label, place in bodies:
            yield from self._in_body(place, names)
            if self._same(label, names[:1]) or (label != "request" and self._same("response", names[:1])):
                yield from self._in_body(place, names[1:]) if names[1:] else [place]

    def _in_parameters(self, operation: dict[str, JSON], pointer: str, names: Sequence[str]) -> Iterator[str]:
        located = names[0].lower() in set(Location) and len(names) > 1
        for index, listed in enumerate(as_list(operation.get("parameters"))):
            place, parameter = self._resolve(pointer + join_pointer("parameters", index), listed)
            name = str(parameter.get("name", ""))
            if located and names[0].lower() == parameter.get("in"):
                for rest in self._heads(name, names[1:]):
                    yield from self._in_schema(place + "/schema", rest) if rest else [place]
            for rest in self._heads(name, names):
                yield from self._in_schema(place + "/schema", rest) if rest else [place]

    def _in_body(self, pointer: str, names: Sequence[str]) -> Iterator[str]:
        if not exists(self.document, pointer):
            return
        pointer, body = self._resolve(pointer, resolve_pointer(self.document, pointer))
        for name in as_object(body.get("content")):
            yield from self._in_schema(pointer + join_pointer("content", name, "schema"), names)
        yield from self._in_headers(pointer, body, names)

    def _in_headers(self, pointer: str, response: dict[str, JSON], names: Sequence[str]) -> Iterator[str]:
        located = names[0].lower() == Location.HEADER and len(names) > 1
        for header in as_object(response.get("headers")):
            if self._same(header, names) or (located and self._same(header, names[1:])):
                yield pointer + join_pointer("headers", header)

    def _in_components(self, names: Sequence[str]) -> Iterator[str]:
        for section, members in as_object(self.document.get("components")).items():
            for name, member in as_object(members).items():
                place = join_pointer("components", section, name)
                for rest in self._heads(name, names):
                    yield from self._in_schema(place, rest) if rest else [place]
                if section == "securitySchemes" and self._same(str(as_object(member).get("name", "")), names):
                    yield place

    def _in_schema(self, pointer: str, names: Sequence[str], seen: tuple[str, ...] = ()) -> Iterator[str]:
        """The property that the names lead to, through references, arrays and alternatives."""
        if pointer in seen or not exists(self.document, pointer):
            return
        if not names:
            yield pointer
            return
        schema = as_object(resolve_pointer(self.document, pointer))
        for name in as_object(schema.get("properties")):
            for rest in self._heads(name, names):
                yield from self._in_schema(pointer + join_pointer("properties", name), rest)
        for place in _inside(schema, pointer):
            yield from self._in_schema(place, names, (*seen, pointer))

    def _parameters_anywhere(self, names: Sequence[str]) -> Iterator[str]:
        for _, _, visit in visit_operations(self.document):
            yield from self._in_parameters(visit.node, visit.pointer, names)

    def _headers_anywhere(self, names: Sequence[str]) -> Iterator[str]:
        for _, _, visit in visit_operations(self.document):
            for status, response in as_object(visit.node.get("responses")).items():
                place, node = self._resolve(visit.pointer + join_pointer("responses", status), response)
                yield from self._in_headers(place, node, names)

    def _properties_anywhere(self, names: Sequence[str]) -> Iterator[str]:
        for component in as_object(as_object(self.document.get("components")).get("schemas")):
            yield from self._in_schema(join_pointer("components", "schemas", component), names, ())

    def _resolve(self, pointer: str, node: JSON) -> tuple[str, dict[str, JSON]]:
        target = as_object(node).get("$ref")
        if isinstance(target, str) and target.startswith("#/") and exists(self.document, target):
            return target.removeprefix("#"), as_object(resolve_pointer(self.document, target))
        return pointer, as_object(node)


def _inside(schema: dict[str, JSON], pointer: str) -> Iterator[str]:
    """The schemas that describe the same value, or the elements of it."""
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith("#/"):
        yield reference.removeprefix("#")
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            yield pointer + join_pointer(keyword)
    for keyword in _PARTS:
        yield from (pointer + join_pointer(keyword, index) for index, _ in enumerate(as_list(schema.get(keyword))))


def exists(document: dict[str, JSON], pointer: str) -> bool:
    """Whether the document has a place."""
    try:
        resolve_pointer(document, pointer)
    except (KeyError, ValueError):
        return False
    return True


def suggest(known: Iterable[str], query: str) -> list[str]:
    """The known names that come closest to a query, whatever their case."""
    folded = {name.casefold(): name for name in reversed(list(dict.fromkeys(known)))}
    close = get_close_matches(query.casefold(), folded, n=_SUGGESTIONS, cutoff=0.6)
    return [folded[name] for name in close]


def names_of(document: dict[str, JSON]) -> Iterator[str]:
    """Everything that can be asked for by name."""
    schemas = as_object(as_object(document.get("components")).get("schemas"))
    for _, _, visit in visit_operations(document):
        operation = str(visit.node.get("operationId", ""))
        yield operation
        for parameter in as_list(visit.node.get("parameters")):
            name = str(as_object(parameter).get("name", ""))
            yield from (f"{operation}.{name}", name)
        for response in as_object(visit.node.get("responses")).values():
            for header in as_object(as_object(response).get("headers")):
                yield from (f"{operation}.{header}", header)
        for body in (visit.node.get("requestBody"), *as_object(visit.node.get("responses")).values()):
            for media in as_object(as_object(body).get("content")).values():
                reference = str(as_object(as_object(media).get("schema")).get("$ref", ""))
                component = as_object(schemas.get(reference.rpartition("/")[2]))
                yield from (f"{operation}.{name}" for name in as_object(component.get("properties")))
    for structure, schema in schemas.items():
        yield structure
        for prop in as_object(as_object(schema).get("properties")):
            yield from (f"{structure}.{prop}", prop)
