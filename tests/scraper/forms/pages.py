"""A small page in the layout of each dialect that is written in Markdown."""

SHELVES = """# Adding a Shelf

## Function

This API adds a shelf to a room.

## URI

POST /v1/{project_id}/rooms/{room_id}/shelves

**Table  1**  Path parameters

<table><thead><tr><th>Parameter</th><th>Mandatory</th><th>Type</th><th>Description</th></tr></thead>
<tbody>
<tr><td><p>project_id</p></td><td><p>Yes</p></td><td><p>String</p></td><td><p>The project.</p></td></tr>
<tr><td><p>room_id</p></td><td><p>Yes</p></td><td><p>String</p></td>
<td><p>The room.</p><p>Its number is on the door.</p></td></tr>
</tbody>
</table>

## Request

-   Request parameters

    **Table  2**  Request parameters

    <table><thead><tr><th>Parameter</th><th>Mandatory</th><th>Type</th><th>Description</th></tr></thead>
    <tbody>
    <tr><td><p>shelf</p></td><td><p>Yes</p></td><td><p>Object</p></td><td><p>The shelf. See Table 3.</p></td></tr>
    <tr><td><p>dry_run</p></td><td><p>No</p></td><td><p>Boolean</p></td><td><p>Whether to only check.</p></td></tr>
    </tbody>
    </table>

    **Table  3**  shelf

    <table><thead><tr><th>Parameter</th><th>Mandatory</th><th>Type</th><th>Description</th></tr></thead>
    <tbody>
    <tr><td><p>name</p></td><td><p>Yes</p></td><td><p>String</p></td><td><p>What stands on its label.</p></td></tr>
    <tr><td><p>boards</p></td><td><p>No</p></td><td><p>Integer</p></td><td><p>How many boards it has.</p></td></tr>
    </tbody>
    </table>

-   Example request

    ```
    POST https://{endpoint}/v1/p1/rooms/r1/shelves

    {
        "shelf": {
            "name": "maps",
            "boards": 4
        }
    }
    ```

## Response

-   Response parameters

    **Table  4**  Response parameters

    <table><thead><tr><th>Parameter</th><th>Type</th><th>Description</th></tr></thead>
    <tbody>
    <tr><td><p>id</p></td><td><p>String</p></td><td><p>The new shelf.</p></td></tr>
    </tbody>
    </table>

-   Example response

    ```
    {
        "id": "s1"
    }
    ```

## Status Code

See Status Codes.
"""

LAMPS = """# Lamps

Every lamp hangs in a room.

## List lamps

Lists the lamps of a room, the oldest first.

```plaintext
GET /rooms/:id/lamps
```

| Attribute | Type | Required | Description |
|---|---|---|---|
| `id` | integer/string | yes | The room, or its name. |
| `watt` | integer | no | Only lamps of this power. |

```shell
curl --header "PRIVATE-TOKEN: <your_access_token>" "https://lamps.example.com/api/v4/rooms/7/lamps"
```

Example response:

```json
[
  {
    "id": 1,
    "watt": 40
  }
]
```

## Hang a lamp

Hangs a new lamp.

```plaintext
POST /rooms/:id/lamps
```

Parameters:

- `id` (required) - The room
- `name` (optional) - How people call it

Example response:

```json
{
  "id": 2,
  "watt": null
}
```

## Take a lamp down

```plaintext
DELETE /rooms/:id/lamps/:lamp_id
```

| Attribute | Type | Required | Description |
|---|---|---|---|
| `id` | integer/string | yes | The room, or its name. |
| `lamp_id` | integer | yes | The lamp. |
"""
