"""Responses: statuses that are stated or printed, with their headers and examples."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scraper.blocks import Text
from scraper.layout.answers import UNSTATED, Status, read_json_example, success_of
from scraper.layout.material import Material, Shown
from scraper.layout.nesting import nest
from scraper.layout.notes import Notes
from scraper.layout.placement import sends_body
from scraper.layout.requests import JSON_MEDIA
from spec.model import (
    ArrayOf,
    Evidence,
    Example,
    Location,
    MediaType,
    ObjectOf,
    Parameter,
    Property,
    Response,
    Source,
    Type,
    UnknownType,
)


def build_responses(
    method: str, material: Material, operation: str, source: Source, notes: Notes
) -> tuple[Response, ...]:
    """One response for each status that the page states, and one for success.

    Args:
        method: The method of the operation, which tells requests from responses where nothing else does.
        material: What the page says.
        operation: The id of the operation.
        source: Where the operation is printed.
        notes: Takes the findings.
    """
    printed = [status for status in material.statuses if status.is_printed]
    success = success_of(printed) or success_of(material.statuses)
    content: dict[str, list[Shown]] = {}
    for shown in material.shown:
        if not shown.is_request or not sends_body(method, material):
            content.setdefault(_status_of(shown, success.code if success else ""), []).append(shown)
    main = success.code if success and not (success.code == "204" and "200" in content) else "200"
    if printed and success is None and main not in content:
        main = printed[0].code
    builder = _Builder(material, operation, source, notes)
    codes = dict.fromkeys((main, *sorted(status.code for status in material.statuses), *content))
    return tuple(builder.build(code, content.get(code, ()), code == main) for code in codes)


def _status_of(shown: Shown, success: str) -> str:
    if shown.status:
        return shown.status
    if shown.is_failure:
        return "default"
    return "200" if success in ("", "204") else success


class _Builder:
    def __init__(self, material: Material, operation: str, source: Source, notes: Notes) -> None:
        self._material, self._operation, self._source, self._notes = material, operation, source, notes

    def build(self, code: str, shown: Iterable[Shown], is_main: bool) -> Response:
        """The response under one status."""
        stated = [status for status in self._material.statuses if status.code == code]
        examples = self._examples(code, shown)
        schema = self._schema(examples) if is_main else None
        told = [status for status in stated if status.is_printed] or stated[:1]
        texts = dict.fromkeys(status.text for status in told)
        description = "\n\n".join(filter(None, texts)) or (UNSTATED if is_main and not stated else "")
        media = {name: (schema if name == JSON_MEDIA else None, tuple(found)) for name, found in examples.items()}
        if schema is not None and JSON_MEDIA not in media:
            media[JSON_MEDIA] = (schema, ())
        content = tuple(
            MediaType(name, kind, found, found[0].source if found else None) for name, (kind, found) in media.items()
        )
        source = stated[0].source if stated else content[0].source if content else None
        if not description and not stated:
            description = "Error."
        return Response(code, source or self._source, description, _headers(stated), content)

    def _examples(self, code: str, shown: Iterable[Shown]) -> dict[str, list[Example]]:
        found: dict[str, list[Example]] = {}
        for number, item in enumerate(shown, 1):
            example = read_example(item, f"example-{number}", f"response {code}", self._operation, self._notes)
            if example is not None:
                media = item.media or ("text/plain" if isinstance(example.value, str) else JSON_MEDIA)
                found.setdefault(media, []).append(example)
        return found

    def _schema(self, examples: dict[str, list[Example]]) -> Type | None:
        rows = [row for attributes in self._material.response for row in attributes.properties]
        if not rows:
            return None
        kind = ObjectOf(nest(rows))
        values = [example.value for example in examples.get(JSON_MEDIA, ())]
        return ArrayOf(kind) if values and all(isinstance(value, list) for value in values) else kind


def read_example(shown: Shown, name: str, pointer: str, operation: str, notes: Notes) -> Example | None:
    """An example of a body: JSON where it looks like that, text otherwise."""
    code = shown.code
    if code.text.lstrip()[:1] in ("{", "[", '"') or code.language.startswith("json"):
        return read_json_example(code, name, notes, operation, pointer, shown.summary)
    source = notes.source(Text("", code.text_first, code.last), Evidence.EXAMPLE)
    return Example(name, code.text, source, code.text, shown.summary)


def _headers(stated: Sequence[Status]) -> tuple[Parameter, ...]:
    """The headers that are printed with a status, each once, with the values that are shown."""
    values: dict[str, dict[str, Example]] = {}
    for status in stated:
        for name, text, source in status.headers:
            shown = values.setdefault(name, {})
            shown.setdefault(text, Example(f"example-{len(shown) + 1}", text, source, text))
    return tuple(
        Parameter(
            Location.HEADER,
            Property(name, UnknownType(), next(iter(shown.values())).source),
            tuple(shown.values()),
        )
        for name, shown in values.items()
    )
