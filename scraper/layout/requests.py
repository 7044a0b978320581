"""Requests: where each attribute travels, and what the curl examples send."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scraper.examples import parse_json
from scraper.layout.curl import Curl
from scraper.layout.endpoints import Endpoint
from scraper.layout.notes import Notes
from scraper.urls import coerce, fill_template
from spec.model import JSON, ArrayOf, Evidence, Example, Scalar, Source, Type

JSON_MEDIA, FORM_MEDIA = "application/json", "application/x-www-form-urlencoded"
MULTIPART, BINARY_MEDIA = "multipart/form-data", "application/octet-stream"
_VARIABLE = re.compile(r"^(?::\w+|<[^>]*>|\$\{?\w+\}?|\{[^}]*\}|\[[^\]]*\])$")
_PREFIX = re.compile(r"^(?:(?:/[\w.~-]+)*/api/v\d+|\$\{?[A-Za-z_]\w*\}?)?$")


@dataclass(frozen=True, slots=True)
class Call:
    """One curl command that calls an operation: values by place, all as text but a JSON body.

    `blanks` are the placeholders that stand in its URL instead of values; the pairs keep their names.
    """

    source: Source
    path: tuple[tuple[str, str], ...]
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    pairs: tuple[tuple[str, str], ...]
    media: str
    body: JSON
    text: str = ""
    is_upload: bool = False
    blanks: tuple[str, ...] = ()

    @property
    def has_body(self) -> bool:
        """Whether it sends a body."""
        return bool(self.pairs) or self.body is not None


def match_call(curl: Curl, endpoint: Endpoint, credentials: frozenset[str], notes: Notes) -> Call | None:
    """What a curl command says about an endpoint, or `None` when it calls another one.

    Headers that carry `credentials` are no parameters, neither are those that name media types.
    """
    filled = fill_template(endpoint.key[1], curl.url, endpoint.globs)
    if filled is None or not _PREFIX.match(filled.prefix):
        return None
    query = filled.query + (tuple(curl.pairs) if curl.is_get else ())
    unlisted = credentials | {"content-type", "accept"}
    headers = tuple((k, v) for k, v in curl.headers if k.lower() not in unlisted)
    parsed = parse_json(curl.data, curl.first) if curl.data.lstrip()[:1] in ("{", "[") else None
    media = _media(curl)
    body = parsed.value if parsed else curl.data if curl.data and media not in (JSON_MEDIA, FORM_MEDIA) else None
    return Call(
        Source(notes.page, curl.first, curl.last, Evidence.EXAMPLE),
        tuple((name, text) for name, text in filled.path.items() if not stands_for_value(text)),
        query,
        headers,
        () if curl.is_get else tuple(curl.pairs),
        media,
        body,
        curl.data,
        curl.is_upload,
        tuple(text for text in (*filled.path.values(), *(text for _, text in query)) if stands_for_value(text)),
    )


def _media(curl: Curl) -> str:
    if curl.is_form:
        return MULTIPART
    stated = (curl.header("Content-Type") or "").split(";")[0].strip()
    if curl.is_upload:
        return stated or BINARY_MEDIA
    if curl.pairs or "json" in stated or "urlencoded" in stated:
        return FORM_MEDIA if curl.pairs and "json" not in stated else JSON_MEDIA
    return stated or JSON_MEDIA


def stands_for_value(text: str) -> bool:
    """Whether a piece of an example is a placeholder instead of a value."""
    return _VARIABLE.match(text) is not None


def query_value(texts: Sequence[str], kind: Type) -> JSON:
    """The value of a query parameter that is printed once or several times."""
    items = kind.items if isinstance(kind, ArrayOf) else kind
    values: list[JSON] = [text == "1" if spells_boolean(text, items) else coerce(text, items) for text in texts]
    return values if isinstance(kind, ArrayOf) or len(values) > 1 else values[0]


def spells_boolean(text: str, kind: Type) -> bool:
    """Whether a URL spells a boolean as a number."""
    return kind == Scalar("boolean") and text in ("0", "1")


def group_values(pairs: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Values by name, in order."""
    grouped: dict[str, list[str]] = {}
    for name, text in pairs:
        grouped.setdefault(name, []).append(text)
    return grouped


def make_example(name: str, value: JSON, call: Call) -> Example:
    """An example that a curl command gives."""
    return Example(name, value, call.source)
