"""A reference printed as a page in the layout of each dialect."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from tests.scraper.round_trips.reference import Call, Field

_HUAWEI_TYPES = {"string": "String", "integer": "Integer", "boolean": "Boolean", "array of string": "Array of strings"}
_GITLAB_TYPES = {"string": "string", "integer": "integer", "boolean": "boolean", "array of string": "array of strings"}


def render_gitlab(reference: Sequence[Call]) -> str:
    """A page of `doc/api`, in Markdown."""
    return "# Rooms\n\n" + "\n".join(map(_gitlab_section, reference))


def _gitlab_section(call: Call) -> str:
    rows = [*(Field(name, True, "string", "Where it is.") for _, name in call.path), *call.query, *call.body]
    lines = [
        f"## {call.title}",
        "",
        "Does what its name says.",
        "",
        f"```plaintext\n{call.method} {call.place(':x')}\n```",
        "",
    ]
    lines += ["| Attribute | Type | Required | Description |", "|---|---|---|---|"]
    lines += [f"| `{r.name}` | {_GITLAB_TYPES[r.type]} | {_answer(r).lower()} | {r.text} |" for r in rows]
    data = f" --data '{json.dumps({row.name: _sample(row) for row in call.body})}'" if call.body else ""
    kind = ' --header "Content-Type: application/json"' if call.body else ""
    query = f"?{call.query[0].name}={_sample(call.query[0])}" if call.query and not call.body else ""
    url = f"https://lamps.example.com/api/v4{call.place('7')}{query}"
    lines += ["", f'```shell\ncurl --request {call.method}{kind}{data} "{url}"\n```', ""]
    lines += ["Response body attributes:", "", "| Attribute | Type | Description |", "|---|---|---|"]
    lines += [f"| `{row.name}` | {_GITLAB_TYPES[row.type]} | {row.text} |" for row in call.answer]
    return "\n".join([*lines, "", "Example response:", "", f"```json\n{_json(call)}\n```", ""])


def render_huawei(reference: Sequence[Call]) -> str:
    """A page of one operation in Markdown with tables in HTML."""
    call = reference[0]
    places = [Field(name, True, "string", "Where it is.") for _, name in call.path]
    parts = [f"# {call.title}", "## Function", "This API does what its name says.", "## URI"]
    parts += [f"{call.method} {call.place('{x}')}", _huawei_table("Path Parameters", places, True)]
    if call.query:
        parts.append(_huawei_table("Query Parameters", call.query, True))
    parts.append("## Request Parameters")
    parts.append(_huawei_table("Request body parameters", call.body, True) if call.body else "None")
    parts += ["## Response Parameters", "**Status code: 200**"]
    parts += [_huawei_table("Response body parameters", call.answer, False), "## Example Responses"]
    return (
        "\n\n".join(
            [*parts, "**Status code: 200**", f"```\n{_json(call)}\n```", "## Status Codes", "See Status Codes."]
        )
        + "\n"
    )


def _huawei_table(title: str, rows: Sequence[Field], asks: bool) -> str:
    columns = ("Parameter", "Mandatory", "Type", "Description") if asks else ("Parameter", "Type", "Description")
    head = "".join(f"<th><p>{column}</p></th>" for column in columns)
    body = "\n".join(
        "<tr>" + "".join(f"<td><p>{escape(c)}</p></td>" for c in _huawei_row(row, asks)) + "</tr>" for row in rows
    )
    return f"**Table 1** {title}\n\n<table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _huawei_row(row: Field, asks: bool) -> list[str]:
    return [row.name, *([_answer(row)] if asks else []), _HUAWEI_TYPES[row.type], row.text]


def render_rst(reference: Sequence[Call]) -> str:
    """A page of one operation in reStructuredText."""
    call = reference[0]
    places = [Field(name, True, "string", "Where it is.") for _, name in call.path]
    parts = [_title(call.title, "="), _title("Function", "-"), "This API does what its name says.", _title("URI", "-")]
    parts += [f"{call.method} {call.place('{x}')}", _rst_table("Path Parameters", places, True)]
    if call.query:
        parts.append(_rst_table("Query Parameters", call.query, True))
    parts += [_title("Request Parameters", "-")]
    parts.append(_rst_table("Request body parameters", call.body, True) if call.body else "None")
    parts += [_title("Response Parameters", "-"), "**Status code: 200**"]
    parts += [_rst_table("Response body parameters", call.answer, False), _title("Example Responses", "-")]
    example = "\n".join(f"   {line}" for line in _json(call).split("\n"))
    parts += ["**Status code: 200**", f".. code-block::\n\n{example}", _title("Status Codes", "-"), "See Status Codes."]
    return "\n\n".join(parts) + "\n"


def _rst_table(title: str, rows: Sequence[Field], asks: bool) -> str:
    columns = ["Parameter", "Mandatory", "Type", "Description"] if asks else ["Parameter", "Type", "Description"]
    cells = [columns, *(_huawei_row(row, asks) for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    printed = ["|" + "|".join(f" {c.ljust(w)} " for c, w in zip(row, widths, strict=True)) + "|" for row in cells]
    lines = [rule, printed[0], rule.replace("-", "="), *(part for line in printed[1:] for part in (line, rule))]
    return f".. table:: **Table 1** {title}\n\n" + "\n".join(f"   {line}" for line in lines)


def _title(text: str, mark: str) -> str:
    return f"{text}\n{mark * len(text)}"


def render_github(reference: Sequence[Call]) -> str:
    """A page of the REST API, in HTML."""
    sections = "\n".join(map(_github_section, reference))
    return f"<!DOCTYPE html>\n<html><body>\n<main>\n<h1>Rooms</h1>\n{sections}\n</main>\n</body></html>\n"


def _github_section(call: Call) -> str:
    lines = [f"<h2><a name='x'></a>{call.title}</h2>", "<p>Does what its name says.</p>"]
    lines.append(f"<pre><code>{call.method} {call.place(':x')}\n</code></pre>")
    if rows := [*call.query, *call.body]:
        lines += [
            "<h3>Parameters</h3>",
            "<table>",
            "<thead><tr><th>Name</th><th>Type</th><th>Description</th></tr></thead>",
        ]
        lines += ["<tbody>", *map(_github_row, rows), "</tbody>", "</table>"]
    lines += ["<h3>Response</h3>", '<pre class="highlight highlight-headers"><code>Status: 200 OK\n</code></pre>']
    return "\n".join([*lines, f'<pre class="highlight highlight-json"><code>{escape(_json(call))}\n</code></pre>'])


def _github_row(row: Field) -> str:
    kind = f"<code>{row.type.replace('of string', 'of strings')}</code>"
    required = "<strong>Required</strong>. " if row.required else ""
    return f"<tr><td><code>{row.name}</code></td><td>{kind}</td><td>{required}{row.text}</td></tr>"


def _answer(row: Field) -> str:
    return "Yes" if row.required else "No"


def _sample(row: Field) -> object:
    return {"string": "red", "integer": 3, "boolean": True, "array of string": ["red"]}[row.type]


def _json(call: Call) -> str:
    return json.dumps(call.example, indent=2, ensure_ascii=False)
