"""Invented pages in GitLab's layout."""

from markdown_it import MarkdownIt

MARKDOWN_PAGE = """\
# Lamps API **(PREMIUM)**

> [Introduced](https://example.com/1) in Product 12.7.

Lamps hang in rooms.

- [List](#list-lamps)

## Lamp colours

| Colour | colour_level |
|---|---|
| Red | `1` |

## List lamps

Lists what is lit. Returns `404` if the room is dark.

```plaintext
GET /rooms/:id/lamps
GET /rooms/:id/lamps?state=lit
GET /rooms/:id/lamps?labels=foo,bar&state=lit
GET /houses/:house_id/lamps
```

| Attribute | Type | Required | Description |
| --- | --- | --- | --- |
| `id` | integer/string | yes | The ID or [path](#p) of the room
| `house_id` | integer | yes | The ID of the house |
| `iids[]` | integer array | no | Only these |
| `sort` | string | **{dotted-circle}** No | Sorted in `asc` or `desc` order. Default is `desc` |
| `watt` **(ULTIMATE)** | integer or null | {{< no >}} | Power |
| `since` | dateTime | no, unless `iids[]` is given | Time |

```shell
curl --header "PRIVATE-TOKEN: <your_access_token>" \\
     "https://lamps.example.com/api/v4/rooms/7/lamps?iids[]=4&iids[]=5&sort=asc"
```

Example response:

```json
[
  ...
  {
    "id": 1, // a number
    "labels": ["old"]
    "watt": null,
  }
]
```

## Hang a lamp

It returns `201` if the lamp hangs, `400` for wrong parameters.

```plaintext
POST /rooms/:id/lamps
```

Supported attributes:

| Attribute | Type | Required | Default | Description |
|---|---|---|---|---|
| `id` | integer | Yes | - | The room |
| `name` | string | Yes | - | The name |
| `hooks[]` | array | no | - | Where it hangs |
| `owner[name]` | string | no | - | Whose it is |
| `force` | boolean | no | `false` | Push |

| `hooks[]` Attribute | Type | Required | Description |
|---|---|---|---|
| `height` | integer | yes | In cm |

```shell
curl --request POST --header "PRIVATE-TOKEN: <your_access_token>" \\
  --header "Content-Type: application/json" \\
  --data '{"name": "Globe", "hooks": [{"height": 180}]}' \\
  --url "https://lamps.example.com/api/v4/rooms/7/lamps"
```

Response body attributes:

| Attribute | Type | Description |
|---|---|---|
| `id` | integer | Its ID |
| `owner.name` | string | Whose it is |

Example response:

```json
{"id": 3, "owner": {"name": "ada"}}
```

Error response:

```json
{"message": "no hook"}
```

## Move a lamp

```
PUT /rooms/:id/lamps/:lamps_id
```

| Parameter | Type | Required |
|---|---|---|
| `id` | integer | yes |
| `lamp_id` | integer | yes |
| `x` | float | yes |

```
curl --request PUT "https://lamps.example.com/api/v4/rooms/7/lamps/3?x=1.5"
```

### Upload a picture

> Deprecated in 14.0, to be removed.

```
POST /rooms/:id/picture
```

- `id` (required) - The room
- `file` (required, file) - The picture
  - as PNG

```shell
curl --form "file=@lamp.png" "https://lamps.example.com/api/v4/rooms/7/picture"
```

Returns:

- `204: No Content` if it was stored.
- `413` if it is too large.

### Switch

```
POST /rooms/:id/switch
```

or

```
DELETE /rooms/:id/switch
```

Parameters:

- `id` (required) - The room
"""


def render_html(text: str) -> str:
    """The page as markdown-it renders it."""
    renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    body = renderer.render(text)
    return f"<!DOCTYPE html>\n<html><head><title>x</title></head><body>\n{body}</body></html>\n"
