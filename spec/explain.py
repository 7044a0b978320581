"""Where a fact of the document came from, with the page's own line.

A query is a JSON pointer, or names joined with dots: an operation id, a component schema or a
parameter, then parameters, properties, `request`, `response` or a status below it.
`DescribeIssue.IssueCode`, `IssueDetail.Parent`, `DescribeIssue.Response.Issue.Code`, `query.limit`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from html import unescape

from spec.model import JSON, Evidence, Location, Source
from spec.overlay.actions import Action
from spec.sourcemap import Entry, SourceMap, join_pointer, split_pointer
from spec.visit import as_list, as_object, resolve_pointer, visit_operations

ReadLine = Callable[[str, int], str | None]
ReadAction = Callable[[str, int], Action | None]
#: Tags of text and tables; `<name>` is a placeholder.
_BLOCKS = "table|thead|tbody|tr|td|th|col|colgroup|caption|p|ul|ol|li|dl|dt|dd|br|div|pre|h[1-6]|section"
_REST = r"(?:[^<>]*>|\s[^<>]*=[^<>]*$)"
_BOUNDARY = re.compile(rf"</?(?:{_BLOCKS})\b{_REST}", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_BLOCKS}|a|b|code|em|i|img|kbd|small|span|strong|sub|sup|tt|u|var)\b{_REST}", re.I)
_PARTS = ("allOf", "anyOf", "oneOf")
_SUGGESTIONS = 5
_LONGEST_VALUE = 80
_LONGEST_ROW = 8


@dataclass(frozen=True, slots=True)
class Correction:
    """Why an overlay says so, and the page that it corrects; without lines both are 0, and there is no text."""

    reason: str
    page: str
    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One witness: `fact` names what it states, `value` is what the document says, `text` the page's lines.

    Of a place longer than a row of a table, `text` is the first line that has any. Of an overlay it is what the
    action does, and `correction` says why.
    """

    fact: str
    value: str
    evidence: str
    page: str
    first: int
    last: int
    text: str
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The places that a query means, their witnesses, and close matches when there is no place."""

    query: str
    pointers: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    suggestions: tuple[str, ...] = ()


def explain(
    document: dict[str, JSON],
    sources: SourceMap,
    query: str,
    read_line: ReadLine,
    read_action: ReadAction = lambda _overlay, _line: None,
) -> Explanation:
    """Finds what a query means and where the pages state it.

    `read_line` gives the text of a line (1-based) of a page as the source map names it, `read_action` the action
    that stands on a line of an overlay; either gives `None` where there is none any more.
    Names are compared exactly first, and without case when that finds nothing.
    """
    text = query.strip()
    for fold in (False, True):
        pointers = tuple(dict.fromkeys(_Search(document, fold=fold).find(text)))
        if pointers:
            rows = (row for pointer in pointers for row in _rows_or_above(document, sources, pointer, read_line))
            distinct = tuple(dict.fromkeys(rows))
            return Explanation(query, pointers, tuple(_correct(row, read_line, read_action) for row in distinct))
    known = sources.entries if text.startswith(("/", "#")) else _names(document)
    return Explanation(query, suggestions=tuple(_suggest(known, text)))


# ---------------------------------------------------------------- what a query means


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks names up in one document, with or without regard to case."""

    document: dict[str, JSON]
    fold: bool

    def find(self, query: str) -> Iterator[str]:
        """The pointers that the query means."""
        if query.startswith(("/", "#/")) or query in ("", "#"):
            pointer = query.removeprefix("#")
            if pointer and _exists(self.document, pointer):
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
        if not _exists(self.document, pointer):
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
        if pointer in seen or not _exists(self.document, pointer):
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
        if isinstance(target, str) and target.startswith("#/") and _exists(self.document, target):
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


def _exists(document: dict[str, JSON], pointer: str) -> bool:
    try:
        resolve_pointer(document, pointer)
    except (KeyError, ValueError):
        return False
    return True


# ---------------------------------------------------------------- rows


def _rows_or_above(document: dict[str, JSON], sources: SourceMap, pointer: str, read_line: ReadLine) -> Iterator[Row]:
    """The witnesses of a place; without any, those of the nearest node around it that has some."""
    rows = list(_rows(document, sources, pointer, read_line))
    while not rows and pointer:
        pointer = pointer.rpartition("/")[0]
        rows = [_row(_kind(pointer), _show(document, pointer), entry, read_line) for entry in sources.at(pointer)]
    yield from rows


def _rows(document: dict[str, JSON], sources: SourceMap, pointer: str, read_line: ReadLine) -> Iterator[Row]:
    for place in (pointer, *_body_schemas(document, pointer)):
        depth = 0 if "properties" in split_pointer(place) else 1
        for key, entries in sources.under(place):
            tokens = split_pointer(key[len(place) :])
            if _count_properties(tokens) <= depth:
                fact = _label(document, place, tokens) or _kind(place)
                value = _show(document, key)
                yield from (_row(fact, value, entry, read_line) for entry in entries)
    required = _required_pointer(document, pointer)
    for entry in sources.at(required) if required else ():
        yield _row("required", "yes", entry, read_line)


def _row(fact: str, value: str, entry: Entry, read_line: ReadLine) -> Row:
    source = entry.source
    if entry.states:
        keyword, _, value = entry.states.partition(": ")
        fact = keyword if fact in _KINDS else f"{fact} {keyword}"
    text = _read_text(source, read_line)
    return Row(fact, value, str(source.evidence), source.page, source.first, source.last, text)


def _correct(row: Row, read_line: ReadLine, read_action: ReadAction) -> Row:
    """The row with the action of an overlay; others stay as they are."""
    action = read_action(row.page, row.first) if row.evidence == Evidence.OVERLAY else None
    if action is None:
        return row
    place = action.corrects
    text = _read_text(Source(place.page, place.first, place.last, Evidence.OVERLAY), read_line) if place.first else ""
    correction = Correction(action.reason, place.page, place.first, place.last, text)
    return replace(row, text=f"{action.verb} {action.target}", correction=correction)


def _read_text(source: Source, read_line: ReadLine) -> str:
    """What the page shows at a place; lines that hold nothing but tags or a border of the table are no text."""
    numbers = range(source.first, min(source.last, source.first + _LONGEST_ROW - 1) + 1)
    lines = (_without_tags(read_line(source.page, number) or "").strip() for number in numbers)
    printed = [line for line in lines if line.strip("| ")]
    return " ".join(printed if source.last in numbers else printed[:1])


def _without_tags(line: str) -> str:
    """A line of HTML as a reader sees it; any other one, and what only looks like a tag, stays as it is."""
    if not _TAG.search(line):
        return line
    return unescape(" ".join(_TAG.sub("", _BOUNDARY.sub(" ", line)).split()))


def _body_schemas(document: dict[str, JSON], pointer: str) -> Iterator[str]:
    """For an operation, the component schemas of its bodies; else nothing."""
    node = as_object(resolve_pointer(document, pointer))
    if len(split_pointer(pointer)) != 3 or "responses" not in node:
        return
    for body in (node.get("requestBody"), *as_object(node.get("responses")).values()):
        for media in as_object(as_object(body).get("content")).values():
            reference = as_object(as_object(media).get("schema")).get("$ref")
            if isinstance(reference, str) and _exists(document, reference):
                yield reference.removeprefix("#")


def _count_properties(tokens: Sequence[str]) -> int:
    count = position = 0
    while position < len(tokens):
        if tokens[position] == "properties":
            count, position = count + 1, position + 1  # the name behind it may be "properties", too
        position += 1
    return count


_KINDS = frozenset({"operation", "parameter", "property", "structure", "header", "security scheme", "place"})
_SILENT = frozenset({"schema", "content", "headers", "scopes", "flows"})
_NUMBERED = frozenset({"enum", "required"})
_NAMED = {"responses": "response", "examples": "example", "requestBody": "request body", "servers": "server"}


def _kind(pointer: str) -> str:
    tokens = split_pointer(pointer)
    if "properties" in tokens:
        return "property"
    if tokens[:1] == ("components",):
        return {"schemas": "structure", "securitySchemes": "security scheme"}.get(tokens[1], "place")
    for token in ("parameters", "headers"):
        if token in tokens[3:]:
            return token.removesuffix("s")
    return "operation" if len(tokens) == 3 else "place"


def _label(document: dict[str, JSON], place: str, tokens: Sequence[str]) -> str:
    """A readable name for the node that the tokens lead to."""
    words: list[str] = []
    position = 0
    while position < len(tokens):
        token, following = tokens[position], tokens[position + 1 : position + 2]
        if token == "parameters" and following:
            node = resolve_pointer(document, place + join_pointer(*tokens[: position + 2]))
            words.append(str(as_object(node).get("name", following[0])))
            position += 1
        elif token == "properties" and following:
            words.append(following[0])
            position += 1
        elif token in _NUMBERED and following:
            words.append(token)
            position += 1
        elif token not in _SILENT:
            words.append(_NAMED.get(token, token))
        position += 1
    return " ".join(words)


def _show(document: dict[str, JSON], pointer: str) -> str:
    """What the document says at a place, short enough for one line."""
    if not _exists(document, pointer):
        return ""
    value = resolve_pointer(document, pointer)
    tokens = split_pointer(pointer)
    if isinstance(value, dict) and "value" in value and "examples" in tokens:
        value = value["value"]
    elif isinstance(value, dict):
        value = value.get("operationId") or value.get("name") or tokens[-1]
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"


def _required_pointer(document: dict[str, JSON], pointer: str) -> str:
    """Where the schema around a property lists it as required; empty if it does not."""
    tokens = split_pointer(pointer)
    if len(tokens) < 2 or tokens[-2] != "properties":
        return ""
    owner = join_pointer(*tokens[:-2])
    names = as_list(as_object(resolve_pointer(document, owner)).get("required"))
    return owner + join_pointer("required", names.index(tokens[-1])) if tokens[-1] in names else ""


# ---------------------------------------------------------------- suggestions


def _suggest(known: Iterable[str], query: str) -> list[str]:
    folded = {name.casefold(): name for name in reversed(list(dict.fromkeys(known)))}
    close = get_close_matches(query.casefold(), folded, n=_SUGGESTIONS, cutoff=0.6)
    return [folded[name] for name in close]


def _names(document: dict[str, JSON]) -> Iterator[str]:
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
