"""A document of 420 operations and 350 schemas, made here: the same on every run.

Sixty resources have seven operations and five schemas each: five REST operations and two RPC actions. Fifty schemas
are shared. Every operation has an example of its request and its response, documented errors and a link to a page.
"""

from __future__ import annotations

from typing import Any

RESOURCES = 60
SHARED = 49
PAGES = "https://docs.example.com/reference"
_WORDS = ("Alpha", "Birch", "Cedar", "Delta", "Ember", "Flint", "Grove", "Heron", "Iris", "Juniper", "Kestrel", "Larch")
_KINDS = ("Account", "Batch", "Channel", "Device", "Event")
_STATES = ("draft", "active", "paused", "closed")

Json = dict[str, Any]


def synthesize_document() -> Json:
    """Return the document as JSON data."""
    document: Json = {
        "openapi": "3.1.0",
        "info": {"title": "Synthetic API", "version": "1.0.0", "description": "A document of a given size."},
        "servers": [{"url": "https://api.example.com"}],
        "security": [{"bearer": []}],
        "paths": {},
        "components": {
            "schemas": {"Failure": _failure(), **{_shared(number): _value(number) for number in range(SHARED)}},
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
    }
    for number in range(RESOURCES):
        name = _resource(number)
        document["components"]["schemas"] |= _schemas(name, number)
        document["paths"] |= _rest_paths(name, number) | _action_paths(name, number)
    return document


def _resource(number: int) -> str:
    return _WORDS[number % len(_WORDS)] + _KINDS[number // len(_WORDS)]


def _shared(number: int) -> str:
    return f"{_WORDS[number % len(_WORDS)]}Value{number // len(_WORDS) + 1}"


def _reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(properties: Json, *required: str, description: str = "") -> Json:
    schema: Json = {"type": "object", "properties": properties}
    schema |= {"description": description} if description else {}
    return schema | ({"required": list(required)} if required else {})


def _failure() -> Json:
    text = {"type": "string"}
    return _object({"code": text, "message": text, "request_id": text}, "code", "message", description="What failed.")


def _value(number: int) -> Json:
    """A shared schema; every third one holds another."""
    properties: Json = {
        "label": {"type": "string", "maxLength": 80, "description": "What people read."},
        "weight": {"type": "number", "minimum": 0},
        "enabled": {"type": "boolean"},
        "keys": {"type": "array", "items": {"type": "string"}, "maxItems": 20},
    }
    if number % 3 == 2:
        properties["parent"] = _reference(_shared(number - 1))
    return _object(properties, "label", description=f"A value that several resources have, number {number + 1}.")


def _value_example(number: int) -> Json:
    example: Json = {"label": f"value {number}", "weight": number / 4, "enabled": number % 2 == 0, "keys": ["a", "b"]}
    return example | ({"parent": _value_example(number - 1)} if number % 3 == 2 else {})


def _schemas(name: str, number: int) -> Json:
    response = _object({"Item": _reference(name), "RequestId": {"type": "string"}}, "RequestId")
    page = _object({"Items": {"type": "array", "items": _reference(name)}, "TotalCount": {"type": "integer"}}, "Items")
    return {
        f"{name}State": {"type": "string", "enum": list(_STATES), "description": f"Where a {name} is in its life."},
        f"{name}Input": _object(_input_properties(name, number), "name", description=f"A {name} to be made."),
        name: _object(_properties(name, number), "id", "name", description=f"One {name}."),
        f"{name}Page": page,
        f"Describe{name}Response": _object({"Response": response}, "Response"),
    }


def _input_properties(name: str, number: int) -> Json:
    return {
        "name": {"type": "string", "minLength": 1, "maxLength": 64, "description": "The name; unique in its project."},
        "note": {"type": ["string", "null"], "description": "Free text."},
        "state": _reference(f"{name}State"),
        "size": {"type": "integer", "minimum": 1, "maximum": 1000 + number},
        "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 10},
        "value": _reference(_shared(number % SHARED)),
    }


def _properties(name: str, number: int) -> Json:
    return {
        "id": {"type": "integer", "format": "int64"},
        **_input_properties(name, number),
        "created_at": {"type": "string", "format": "date-time"},
        "owner_id": {"type": "integer"},
        "related": {"type": "array", "items": _reference(_shared((number * 7) % SHARED))},
        "counts": {"type": "object", "additionalProperties": {"type": "integer"}},
    }


def _input_example(number: int) -> Json:
    return {
        "name": f"item {number}",
        "note": None,
        "state": _STATES[number % len(_STATES)],
        "size": 1 + number,
        "tags": ["first", "second"],
        "value": _value_example(number % SHARED),
    }


def _example(number: int, key: int = 1) -> Json:
    return {
        "id": key,
        **_input_example(number),
        "created_at": "2024-05-06T07:08:09Z",
        "owner_id": 7,
        "related": [_value_example((number * 7) % SHARED)],
        "counts": {"open": 3, "closed": 4},
    }


def _json_content(schema: Json, example: object) -> Json:
    return {"application/json": {"schema": schema, "examples": {"documented": {"value": example}}}}


def _operation(name: str, identifier: str, summary: str, status: str, content: Json | None = None) -> Json:
    failure = _json_content(_reference("Failure"), {"code": "missing", "message": "There is none.", "request_id": "r1"})
    answer: Json = {"description": "Done."} | ({"content": content} if content else {})
    return {
        "operationId": identifier,
        "tags": [name],
        "summary": summary,
        "description": f"{summary} The caller needs the right to see it.",
        "externalDocs": {"url": f"{PAGES}/{name}#{identifier}"},
        "responses": {status: answer, "404": {"description": "There is none.", "content": failure}},
    }


def _parameter(name: str, location: str, schema: Json, description: str) -> Json:
    required = {"required": True} if location == "path" else {}
    return {"name": name, "in": location, "schema": schema, "description": description} | required


def _rest_paths(name: str, number: int) -> Json:
    whole, given, example = _reference(name), _reference(f"{name}Input"), _example(number)
    body = {"required": True, "content": _json_content(given, _input_example(number))}
    page = {"Items": [_example(number, key) for key in (1, 2, 3)], "TotalCount": 3}
    paging = [
        _parameter("PageNumber", "query", {"type": "integer", "minimum": 1}, "Which page, from 1."),
        _parameter("PageSize", "query", {"type": "integer", "minimum": 1, "maximum": 100}, "Items of a page."),
        _parameter("state", "query", _reference(f"{name}State"), "Only items in this state."),
    ]
    listing = _operation(
        name, f"List{name}", f"Lists each {name}.", "200", _json_content(_reference(f"{name}Page"), page)
    )
    making = _operation(name, f"Create{name}", f"Makes a {name}.", "201", _json_content(whole, example))
    reading = _operation(name, f"Get{name}", f"Reads a {name}.", "200", _json_content(whole, example))
    replacing = _operation(name, f"Replace{name}", f"Replaces a {name}.", "200", _json_content(whole, example))
    removing = _operation(name, f"Remove{name}", f"Removes a {name}.", "204")
    path = f"/v1/{name.lower()}"
    key = _parameter("id", "path", {"type": "integer"}, f"The {name}.") | {"examples": {"documented": {"value": 1}}}
    return {
        path: {"get": listing | {"parameters": paging}, "post": making | {"requestBody": body}},
        f"{path}/{{id}}": {
            "parameters": [key],
            "get": reading,
            "put": replacing | {"requestBody": body},
            "delete": removing,
        },
    }


def _action_paths(name: str, number: int) -> Json:
    answer = {"Response": {"Item": _example(number), "RequestId": "r1"}}
    paths: Json = {}
    for action, properties in (
        (f"Describe{name}", {"Id": {"type": "integer", "minimum": 1}}),
        (f"Modify{name}", {"Id": {"type": "integer"}, "Name": {"type": "string", "maxLength": 64}}),
    ):
        schema = _object({"Action": {"type": "string", "const": action}, **properties}, "Action", "Id")
        given = {"Action": action, "Id": 1} | ({"Name": "renamed"} if "Name" in properties else {})
        content = _json_content(_reference(f"Describe{name}Response"), answer)
        paths[f"/rpc#{action}"] = {
            "post": _operation(name, action, f"Answers {action}.", "200", content)
            | {"x-rpc-action": action, "requestBody": {"required": True, "content": _json_content(schema, given)}}
        }
    return paths
