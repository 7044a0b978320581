"""A reference printed as a page of `doc/api`, in Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from tests.scraper.round_trips.english import describe, places, print_json, print_value
from tests.scraper.round_trips.reference import Call, Field

_TYPES = {
    "long": "integer",
    "number": "float",
    "array of string": "array of strings",
    "array of integer": "array of integers",
    "object": "hash",
    "array of object": "array of hashes",
}


def render_gitlab(reference: Sequence[Call]) -> str:
    """The page, a section for each operation."""
    return "# Rooms\n\n" + "\n".join(map(_section, reference))


def _section(call: Call) -> str:
    asked = [*places(call), *call.query, *call.body]
    lines = [
        f"## {call.title}\n\nDoes what its name says.\n\n```plaintext\n{call.method} {call.place(':x')}\n```\n",
        "| Attribute | Type | Required | Description |\n|---|---|---|---|",
        *(f"| `{name}` | {_type(row)} | {_answer(row)} | {_text(row)} |" for name, row in _flat(asked)),
        f"\n```shell\n{_curl(call)}\n```\n",
    ]
    return "\n".join([*lines, *_answers(call)])


def _answers(call: Call) -> list[str]:
    rows = [f"| `{name}` | {_type(row)} | {_text(row)} |" for name, row in _flat(call.answer)]
    head = "Response body attributes:\n\n| Attribute | Type | Description |\n|---|---|---|"
    return [head, *rows, f"\nExample response:\n\n```json\n{print_json(call.told)}\n```\n"] if rows else []


def _flat(rows: Sequence[Field], owner: str = "") -> Iterator[tuple[str, Field]]:
    """The rows, each followed by its members, which stand in brackets behind its name."""
    for row in rows:
        name = f"{owner}[{row.name}]" if owner else row.name
        yield name, row
        yield from _flat(row.members, f"{name}[]" if row.type == "array of object" else name)


def _curl(call: Call) -> str:
    data = f" --header \"Content-Type: application/json\" --data '{json.dumps(call.sent, ensure_ascii=False)}'"
    query = f"?{call.query[0].name}={_sample(call.query[0])}" if call.query and not call.sends_body else ""
    url = f"https://lamps.example.com/api/v4{call.place('7')}{query}"
    return f'curl --request {call.method}{data if call.sent else ""} "{url}"'


def _type(row: Field) -> str:
    return _TYPES.get(row.type, row.type)


def _text(row: Field) -> str:
    return "<br>".join(describe(row, "`"))


def _answer(row: Field) -> str:
    return "yes" if row.required else "no"


def _sample(row: Field) -> str:
    first = row.values[0] if row.values else row.bounds[0] if row.bounds else {"boolean": True}.get(row.type, 3)
    return print_value(first)
