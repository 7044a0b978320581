"""Chapters → REST operations, security schemes and servers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.blocks import Text
from scraper.dialects.coding.chapters import Chapters, Curl, Endpoint, Item
from scraper.dialects.coding.examples import named, note_repairs
from scraper.dialects.coding.notes import Notes
from scraper.dialects.coding.words import COMMA_SEPARATED, FIXED
from scraper.naming import operation_id_from_path
from scraper.prose.chinese import read_prose
from scraper.prose.model import add_prose
from spec.model import (
    Example,
    Fact,
    Location,
    MediaType,
    Operation,
    Parameter,
    Property,
    Response,
    Scalar,
    SecurityScheme,
    Server,
    ServerVariable,
    Source,
    Type,
    UnknownType,
)

_VARIABLE = re.compile(r"\{([^{}]+)\}")
_PATH_END = re.compile(r"\.(?:html?|json|php)$")


@dataclass(frozen=True, slots=True)
class Access:
    """What the chapters give to the API."""

    operations: tuple[Operation, ...]
    schemes: tuple[SecurityScheme, ...]
    servers: tuple[Server, ...]


def parse_chapters(chapters: Chapters, notes: Notes) -> Access:
    """Endpoints that are written out several times become one operation each."""
    schemes = tuple(_schemes(chapters))
    known = {item.name: item for endpoint in chapters.endpoints for item in endpoint.items}
    operations: list[Operation] = []
    for group in _grouped(chapters.endpoints):
        operations.append(_operation(group, known, {s.id for s in schemes}, notes))
    servers = (Server(chapters.rpc[0], chapters.rpc[2]),) if chapters.rpc else ()
    return Access(tuple(operations), schemes, servers)


def _grouped(endpoints: Sequence[Endpoint]) -> list[list[Endpoint]]:
    groups: dict[tuple[str, str, str], list[Endpoint]] = {}
    for endpoint in endpoints:
        groups.setdefault((endpoint.method, endpoint.host, endpoint.path), []).append(endpoint)
    return list(groups.values())


# ---------------------------------------------------------------- operations


def _operation(group: Sequence[Endpoint], known: dict[str, Item], schemes: set[str], notes: Notes) -> Operation:
    first = group[0]
    identity = operation_id_from_path(first.method, _PATH_END.sub("", first.path))
    own = notes.within(identity)
    for again in group[1:]:
        own.add("duplicate-operation", f"{again.method} {again.path} is described again.", *_lines(again.source))
    host = set(_VARIABLE.findall(first.host))
    curls = [curl for endpoint in group for curl in endpoint.curls]
    parameters = [_from_item(item, curls, own) for e in group for item in e.items if item.name not in host]
    parameters += [
        Parameter(Location.QUERY, row.prop, _examples(row.prop.name, curls)) for e in group for row in e.rows
    ]
    read = [pair for endpoint in group for pair in endpoint.responses]
    for _, parsed in read:
        note_repairs(parsed, own)
    notes.findings += own.findings
    examples = named([example for example, _ in read])
    return Operation(
        id=identity,
        method=first.method,
        path=first.path,
        title=first.title.text.strip() if first.title else identity,
        source=first.source,
        description="\n".join(text for endpoint in group for text in endpoint.prose),
        tag=first.group,
        parameters=tuple({p.property.name: p for p in reversed(parameters)}.values())[::-1],
        responses=(_response(examples),) if examples else (),
        servers=(_server(first, known, curls),),
        security=_security(group, schemes),
    )


def _lines(source: Source) -> tuple[int, int]:
    return source.first, source.last


def _response(examples: tuple[Example, ...]) -> Response:
    source = examples[0].source
    return Response("200", source, content=(MediaType(examples=examples, source=source),))


def _security(group: Sequence[Endpoint], schemes: set[str]) -> tuple[str, ...]:
    """What the chapters show with the call; a call without a token needs none."""
    shown = [scheme for endpoint in group for scheme in endpoint.schemes]
    names = {item.name for endpoint in group for item in endpoint.items}
    if "access_token" in names and "oauth2" in schemes:
        shown.insert(0, "oauth2")
    return tuple(dict.fromkeys(scheme for scheme in shown if scheme in schemes))


def _from_item(item: Item, curls: Sequence[Curl], notes: Notes) -> Parameter:
    """A parameter of a list. The list does not say where it travels: the address shows a query."""
    examples = _examples(item.name, curls)
    fixed = FIXED.search(item.text)
    kind: Type = UnknownType()
    evidence: Source | None = None
    if fixed or COMMA_SEPARATED.search(item.text):
        kind, evidence = Scalar("string"), item.source
    elif examples:
        kind, evidence = Scalar("string"), examples[0].source
    facts = read_prose((Text(item.text, item.source.first, item.source.last),), notes.page, kind)
    prop = add_prose(Property(item.name, kind, item.source, type_source=evidence), facts)
    if fixed:
        prop = replace(prop, const=Fact(fixed[1], item.source), enum=())
    return Parameter(Location.QUERY, replace(prop, description=item.text), examples)


def _examples(name: str, curls: Sequence[Curl]) -> tuple[Example, ...]:
    found = [Example("", value, curl.source, text=value) for curl in curls for key, value in curl.query if key == name]
    return named(found)


def _server(endpoint: Endpoint, known: dict[str, Item], curls: Sequence[Curl]) -> Server:
    pattern = _VARIABLE.sub(lambda m: f"\0{m[1]}\0", endpoint.host)
    parts = pattern.split("\0")
    expression = "".join("([^./]+)" if i % 2 else re.escape(part) for i, part in enumerate(parts))
    variables = []
    for at, name in enumerate(parts[1::2], 1):
        item = known.get(name)
        values = [(m[at], c.source) for c in curls if (m := re.fullmatch(expression, c.host))]
        unique = dict(reversed(values))
        examples = named([Example("", value, source, text=value) for value, source in reversed(unique.items())])
        source = item.source if item else endpoint.source
        variables.append(ServerVariable(name, source, description=item.text if item else "", examples=examples))
    return Server(f"{endpoint.scheme}://{endpoint.host}", endpoint.source, tuple(variables))


# ---------------------------------------------------------------- security schemes


def _schemes(chapters: Chapters) -> Iterator[SecurityScheme]:
    authorize = _with_constant(chapters.endpoints, "response_type", "code")
    token = _with_constant(chapters.endpoints, "grant_type", "authorization_code")
    if authorize and token:
        yield SecurityScheme(
            "oauth2",
            "oauth2",
            authorize.source,
            authorization_url=_url(authorize),
            token_url=_url(token),
            scopes=tuple(chapters.scopes),
        )
    prefixes = dict(reversed(chapters.tokens))
    for at, (word, source) in enumerate(reversed(prefixes.items())):
        yield SecurityScheme(
            "token" if at == 0 else f"token{at + 1}", "apiKey", source, name="Authorization", token_prefix=word
        )
    if chapters.bearer:
        yield SecurityScheme("bearer", "http", chapters.bearer)


def _with_constant(endpoints: Sequence[Endpoint], name: str, value: str) -> Endpoint | None:
    for endpoint in endpoints:
        for item in endpoint.items:
            fixed = FIXED.search(item.text)
            if item.name == name and fixed and fixed[1] == value:
                return endpoint
    return None


def _url(endpoint: Endpoint) -> str:
    return f"{endpoint.scheme}://{endpoint.host}{endpoint.path}"
