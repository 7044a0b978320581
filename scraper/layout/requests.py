"""Requests: where each attribute travels, and what the curl examples send."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scraper.examples import parse_json
from scraper.layout.curl import Curl
from scraper.layout.endpoints import Endpoint
from scraper.layout.notes import Notes
from scraper.urls import coerce, fill_template
from spec.model import JSON, ArrayOf, Evidence, Example, ObjectOf, Property, Source, Type

JSON_MEDIA, FORM_MEDIA = "application/json", "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
_VARIABLE = re.compile(r"^(?::\w+|<[^>]*>|\$\{?\w+\}?|\{[^}]*\}|\[[^\]]*\])$")
_PREFIX = re.compile(r"^(?:/[\w.~-]+)*/api/v\d+$|^$")
_SEGMENT = re.compile(r"\[([^\[\]]*)\]|\.([\w-]+)")
MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Call:
    """One curl command that calls an operation: values by place, all as text but a JSON body."""

    source: Source
    path: tuple[tuple[str, str], ...]
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    pairs: tuple[tuple[str, str], ...]
    media: str
    body: JSON
    text: str = ""

    @property
    def has_body(self) -> bool:
        """Whether it sends a body."""
        return bool(self.pairs) or self.body is not None


def match_call(curl: Curl, endpoint: Endpoint, credentials: frozenset[str], notes: Notes) -> Call | None:
    """What a curl command says about an endpoint, or `None` when it calls another one.

    Headers that carry `credentials` are no parameters, neither are those that name media types.
    """
    filled = fill_template(endpoint.path, curl.url)
    if filled is None or not _PREFIX.match(filled.prefix):
        return None
    query = filled.query + (tuple(curl.pairs) if curl.is_get else ())
    unlisted = credentials | {"content-type", "accept"}
    headers = tuple((k, v) for k, v in curl.headers if k.lower() not in unlisted)
    parsed = parse_json(curl.data, curl.first) if curl.data.lstrip()[:1] in ("{", "[") else None
    return Call(
        Source(notes.page, curl.first, curl.last, Evidence.EXAMPLE),
        tuple(filled.path.items()),
        query,
        headers,
        () if curl.is_get else tuple(curl.pairs),
        _media(curl),
        parsed.value if parsed else None,
        curl.data,
    )


def _media(curl: Curl) -> str:
    if curl.is_form:
        return MULTIPART
    if curl.pairs and "json" not in (curl.header("Content-Type") or ""):
        return FORM_MEDIA
    return JSON_MEDIA


def stands_for_value(text: str) -> bool:
    """Whether a piece of an example is a placeholder instead of a value."""
    return _VARIABLE.match(text) is not None


def split_name(name: str) -> tuple[str, ...]:
    """`commit[author][name]` → its keys; an empty key stands for the items of a list."""
    head = re.match(r"[^\[\].]+", name)
    if head is None:
        return (name,)
    rest = name[head.end() :]
    parts = _SEGMENT.findall(rest)
    if _SEGMENT.sub("", rest) or len(parts) >= MAX_DEPTH:
        return (name,)
    return (head[0], *(bracket or dotted for bracket, dotted in parts))


def nest(properties: Sequence[Property]) -> tuple[Property, ...]:
    """Rows with names such as `a[b]` and `a.b` as properties of the object `a`."""
    own: dict[str, Property] = {}
    inner: dict[str, list[Property]] = {}
    lists: set[str] = set()
    order: list[str | Property] = []
    for prop in properties:
        head, *tail = split_name(prop.name)
        if tail and not tail[0]:
            lists.add(head)
            tail = tail[1:]
        if not tail and head in own:
            order.append(replace(prop, name=head))
            continue
        if head not in own and head not in inner:
            order.append(head)
        if tail:
            joined = tail[0] + "".join(f"[{key}]" for key in tail[1:])
            inner.setdefault(head, []).append(replace(prop, name=joined))
        else:
            own[head] = replace(prop, name=head)
    return tuple(
        item if isinstance(item, Property) else _join(item, own.get(item), inner.get(item, ()), item in lists)
        for item in order
    )


def _join(name: str, own: Property | None, inner: Sequence[Property], is_list: bool) -> Property:
    base = own or Property(name, ObjectOf(), inner[0].source)
    kind: Type = base.type
    if inner:
        members = ObjectOf(nest(inner))
        kind = ArrayOf(members) if is_list or isinstance(kind, ArrayOf) else members
    elif is_list and not isinstance(kind, ArrayOf):
        kind = ArrayOf(kind)
    return replace(base, type=kind)


def nest_values(pairs: Sequence[tuple[str, str]], types: dict[str, Type]) -> dict[str, JSON]:
    """Form fields as the value that they stand for."""
    result: dict[str, JSON] = {}
    for name, text in pairs:
        head, *tail = split_name(name)
        value = coerce(text, _item_type(types.get(name, types.get(head)), not tail))
        for key in reversed(tail):
            value = {key: value} if key else [value]
        result[head] = _merge(result.get(head), value) if head in result else value
    return result


def _item_type(kind: Type | None, whole: bool) -> Type:
    if kind is None:
        return ObjectOf()
    return kind.items if isinstance(kind, ArrayOf) and not whole else kind


def _merge(old: JSON, new: JSON) -> JSON:
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{k: _merge(old[k], v) if k in old else v for k, v in new.items()}}
    if isinstance(old, list) and isinstance(new, list):
        return [*old, *new]
    return new


def query_value(texts: Sequence[str], kind: Type) -> JSON:
    """The value of a query parameter that is printed once or several times."""
    items = kind.items if isinstance(kind, ArrayOf) else kind
    values: list[JSON] = [coerce(text, items) for text in texts]
    return values if isinstance(kind, ArrayOf) or len(values) > 1 else values[0]


def group_values(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Values by name, in order."""
    grouped: dict[str, list[str]] = {}
    for name, text in pairs:
        grouped.setdefault(name, []).append(text)
    return grouped


def make_example(name: str, value: JSON, call: Call) -> Example:
    """An example that a curl command gives."""
    return Example(name, value, call.source)
