"""Invented pages in the layout of GitHub's REST v3 reference."""

from collections.abc import Sequence
from html import escape

from markdown_it import MarkdownIt

from scraper.dialects.github import DIALECT
from scraper.facts import PageFacts
from scraper.page import Page
from scraper.readers.formats import read_blocks
from spec.model import Operation, Parameter

MARKDOWN_PAGE = """\
# Lamps

- [List lamps](#list-lamps)
- [Hang a lamp](#hang-a-lamp)

Lamps hang in rooms.

## List lamps

> **Note:** Dimmers are new. Name this media type in the `Accept` header, and lamps show their `dimmer`:
>
> ```
> application/vnd.lamps.dim-preview+json
> ```

> **Warning:** The API may change without advance notice during the preview period. Take care.

Lists what is lit.

```
GET /rooms/:room/lamps
```

### Parameters

| Name | Type | Description |
| --- | --- | --- |
| `state` | `string` | Can be one of `lit`, `dark`, or `all`. Default: `lit` |
| `per_page` | `integer` | Results per page (max 100) |

### Response

```headers
Status: 200 OK
Link: <https://api.lamps.example/resource?page=2>; rel="next",
      <https://api.lamps.example/resource?page=5>; rel="last"
```

```json
[{"id": 1, "url": "https://api.lamps.example/rooms/1/lamps/1"}]
```

### Response if the room is locked

Somebody has to open it.

```headers
Status: 404 Not Found
```

## Hang a lamp

Nails are not included.

```
POST /rooms/:room/lamps
```

### Input

| Name | Type | Description |
| --- | --- | --- |
| `name` | `string` | **Required**. What it is called. |
| `bulb` | `object` | What gives the light. See the `bulb` object. |
| `tags` | `array` of `string`s | Words. |
| `shade` | `string` | **Required** if the bulb is bare. Sending a `null` value takes it off. |

The `bulb` object can have the following keys:

| Name | Type | Description |
| --- | --- | --- |
| `watt` | `integer` | **Required**. The power. |
| `colours` | `array of objects` | All of them. |

#### `colours` object

| Name | Type | Description |
| --- | --- | --- |
| `hue` | `string` | **Required**. Can be either `warm` or `cold`. |

#### Example

```json
{"name": "Desk", "bulb": {"watt": 5, "colours": [{"hue": "warm"}]}, "shade": null}
```

### Response

```headers
Status: 201 Created
Location: https://api.lamps.example/rooms/1/lamps/1
```

```json
{"id": 1, "name": "Desk"}
```

## Custom media types

```
application/vnd.lamps.VERSION.raw
```
"""


def render_html(text: str) -> str:
    """The page as markdown-it renders it."""
    body = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return f"<!DOCTYPE html>\n<html><head><title>x</title></head><body>\n{body}</body></html>\n"


def heading(level: int, text: str) -> str:
    """A heading with its anchor."""
    return f'<h{level}>\n<a id="a" class="anchor" href="#a" aria-hidden="true"><span></span></a>{text}</h{level}>\n'


def code(text: str, language: str = "") -> str:
    """A code block."""
    marks = f' class="highlight highlight-{language}"' if language else ""
    return f"<pre{marks}><code>{escape(text)}\n</code></pre>\n"


def table(*rows: Sequence[str], header: Sequence[str] = ("Name", "Type", "Description")) -> str:
    """A table; names and types are set as code."""
    head = "".join(f"<th>{cell}</th>\n" for cell in header)
    body = "".join("<tr>\n" + "".join(f"<td>{cell}</td>\n" for cell in row) + "</tr>\n" for row in rows)
    return f"<table>\n<thead>\n<tr>\n{head}</tr>\n</thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def row(name: str, kind: str, description: str) -> tuple[str, str, str]:
    """A row of a parameter table."""
    return f"<code>{name}</code>", f"<code>{kind}</code>", description


def section(verb: str, *parts: str, title: str = "Hang a lamp") -> str:
    """One section of a page, as it is served alone."""
    return heading(2, title) + code(verb) + "".join(parts)


def read(text: str, name: str = "page.html") -> PageFacts:
    """What a page states."""
    page = Page(name, tuple(text.rstrip("\n").split("\n")))
    return DIALECT.parse(page, read_blocks(page, DIALECT)[0])


def read_one(text: str) -> Operation:
    """The only operation of a page, of which every line is accounted for."""
    facts = read(text)
    assert facts.accounting.unread == ()
    (operation,) = facts.api.operations
    return operation


def named(parameters: Sequence[Parameter]) -> dict[str, str]:
    """The places of parameters by name."""
    return {parameter.property.name: str(parameter.location) for parameter in parameters}
