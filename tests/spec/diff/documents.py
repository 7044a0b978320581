"""Documents to compare: one with everything, and small ones around a schema."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from spec.diff.changes import Change
from spec.diff.compare import compare_documents
from spec.diff.differences import Subject

Json = dict[str, Any]

SUBJECTS = tuple(Subject)


def changes(old: Json, new: Json) -> tuple[Change, ...]:
    """What differs; the documents stay as they are."""
    before, after = copy.deepcopy(old), copy.deepcopy(new)
    found = compare_documents(old, new).changes
    assert (old, new) == (before, after)
    return found


def found(old: Json, new: Json) -> list[str]:
    return [change.id for change in changes(old, new)]


def rendered(old: Json, new: Json) -> list[str]:
    return [f"{change.level} {change.id}: {change.message}" for change in changes(old, new)]


def mutated(document: Json, mutate: Callable[[Json], object]) -> Json:
    copied = copy.deepcopy(document)
    mutate(copied)
    return copied


def around(schema: Any, subject: Subject, version: str = "3.1.0", components: Json | None = None) -> Json:
    """A document in which the schema describes one subject only."""
    nested = {"type": "object", "properties": {"it": schema}}
    operation: Json = {"operationId": "act", "responses": {"200": {"description": "Done"}}}
    response = operation["responses"]["200"]
    match subject:
        case Subject.REQUEST_PARAMETER:
            operation["parameters"] = [{"name": "p", "in": "query", "schema": schema}]
        case Subject.REQUEST_PARAMETER_PROPERTY:
            operation["parameters"] = [{"name": "p", "in": "query", "schema": nested}]
        case Subject.REQUEST_BODY:
            operation["requestBody"] = {"content": {"application/json": {"schema": schema}}}
        case Subject.REQUEST_PROPERTY:
            operation["requestBody"] = {"content": {"application/json": {"schema": nested}}}
        case Subject.RESPONSE_HEADER:
            response["headers"] = {"X-It": {"schema": schema}}
        case Subject.RESPONSE_BODY:
            response["content"] = {"application/json": {"schema": schema}}
        case Subject.RESPONSE_PROPERTY:
            response["content"] = {"application/json": {"schema": nested}}
    document: Json = {
        "openapi": version,
        "info": {"title": "Small", "version": "1.0.0"},
        "paths": {"/act": {"post": operation}},
    }
    return document | ({"components": components} if components else {})


def _text(**more: Any) -> Json:
    return {"type": "string", **more}


def _number(**more: Any) -> Json:
    return {"type": "integer", **more}


def _object(properties: Json, *required: str, **more: Any) -> Json:
    return {"type": "object", "properties": properties, **({"required": list(required)} if required else {}), **more}


def _refer(name: str, section: str = "schemas") -> Json:
    return {"$ref": f"#/components/{section}/{name}"}


def _json(schema: Json, **more: Any) -> Json:
    return {"application/json": {"schema": schema, **more}}


def rich_document() -> Json:
    """REST and RPC operations, a webhook, a callback, shared components, and most of what a document may hold."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Rich", "version": "1.0.0", "description": "All of it."},
        "servers": [{"url": "https://api.example.com/v1"}],
        "security": [{"token": []}],
        "tags": [{"name": "pets", "description": "Animals."}],
        "externalDocs": {"url": "https://docs.example.com"},
        "paths": {
            "/pets": {
                "parameters": [_refer("Trace", "parameters")],
                "get": {
                    "operationId": "listPets",
                    "summary": "List pets",
                    "description": "Lists the pets.",
                    "tags": ["pets"],
                    "parameters": [
                        {"name": "limit", "in": "query", "description": "How many.", "schema": _number(maximum=100)},
                        {
                            "name": "tags",
                            "in": "query",
                            "deprecated": True,
                            "schema": {"type": "array", "items": _text()},
                        },
                        {"name": "state", "in": "query", "required": True, "schema": _text(enum=["in", "out"])},
                        {"name": "filter", "in": "query", "content": _json(_object({"kind": _text()}))},
                        {"name": "session", "in": "cookie", "schema": _text(), "example": "abc"},
                    ],
                    "responses": {
                        "200": {
                            "description": "The pets",
                            "headers": {
                                "X-Total": {"required": True, "schema": _number()},
                                "X-Sizes": {"schema": {"type": "array", "items": _number()}},
                                "X-Next": {"description": "The next page.", "schema": _text()},
                            },
                            "content": _json({"type": "array", "items": _refer("Pet")}),
                            "links": {"first": {"operationId": "getPet"}},
                        },
                        "404": {"description": "None", "content": _json(_refer("Error"))},
                        "default": {"description": "Else", "content": _json(_refer("Error"))},
                    },
                },
                "post": {
                    "operationId": "createPet",
                    "security": [{"token": [], "key": []}],
                    "requestBody": {
                        "description": "The pet",
                        "required": True,
                        "content": {
                            "application/json": {
                                "schema": _refer("NewPet"),
                                "examples": {"rex": {"value": {"name": "Rex"}}},
                            },
                            "multipart/form-data": {
                                "schema": _object({"photo": _text()}, additionalProperties=False),
                                "encoding": {"photo": {"contentType": "image/png"}},
                            },
                        },
                    },
                    "responses": {"201": {"description": "Created", "content": _json(_refer("Pet"))}},
                    "callbacks": {
                        "done": {"{$request.body#/url}": {"post": {"responses": {"200": {"description": "Seen"}}}}}
                    },
                },
            },
            "/pets/{petId}": {
                "get": {
                    "operationId": "getPet",
                    "security": [{"oauth": ["read"]}],
                    "parameters": [{"name": "petId", "in": "path", "required": True, "schema": _number()}],
                    "responses": {"200": {"description": "The pet", "content": _json(_refer("Pet"))}},
                },
                "delete": {
                    "operationId": "deletePet",
                    "deprecated": True,
                    "security": [],
                    "parameters": [{"name": "petId", "in": "path", "required": True, "schema": _number()}],
                    "responses": {"204": {"description": "Gone"}, "4XX": {"description": "Failed"}},
                },
            },
            "/health": {"get": {"operationId": "health", "responses": {"200": {"description": "Alive"}}}},
            "/ping": {"get": {"deprecated": True, "responses": {"200": {"description": "Alive"}}}},
            "/rpc#DescribePet": {
                "post": {
                    "operationId": "DescribePet",
                    "x-rpc-action": "DescribePet",
                    "summary": "Describe a pet",
                    "requestBody": {
                        "required": True,
                        "content": _json(
                            _object(
                                {
                                    "Action": _text(const="DescribePet"),
                                    "PetId": _number(),
                                    "Token": _text(readOnly=True),
                                },
                                *("Action", "PetId", "Token"),
                            )
                        ),
                    },
                    "responses": {"200": {"description": "The pet", "content": _json(_object({"Pet": _refer("Pet")}))}},
                }
            },
            "/rpc#RemovePet": {
                "post": {
                    "operationId": "RemovePet",
                    "x-rpc-action": "RemovePet",
                    "requestBody": {"content": _json(_object({"Action": _text(const="RemovePet")}, "Action"))},
                    "responses": {"200": {"description": "Gone"}},
                }
            },
        },
        "webhooks": {
            "petSold": {
                "post": {
                    "requestBody": {"content": _json(_object({"price": _number(), "buyer": _text()}, "price"))},
                    "responses": {"200": {"description": "Seen", "content": _json(_object({"code": _text()}))}},
                }
            }
        },
        "components": {
            "parameters": {"Trace": {"name": "X-Trace", "in": "header", "schema": _text()}},
            "schemas": {
                "Pet": _object(
                    {
                        "id": _number(format="int64"),
                        "name": _text(maxLength=50, description="What it is called."),
                        "kind": _text(enum=["cat", "dog"]),
                        "tag": {"type": ["string", "null"]},
                        "owner": _refer("Owner"),
                        "parent": _refer("Pet"),
                    },
                    "id",
                    "name",
                ),
                "Owner": _object({"email": _text(format="email"), "phone": _text()}, "email"),
                "NewPet": _object(
                    {
                        "name": _text(maxLength=50, minLength=1),
                        "kind": _text(enum=["cat", "dog"], default="cat"),
                        "weight": {"type": "number", "minimum": 0},
                        "labels": {"type": "array", "items": _text(), "maxItems": 10},
                        "created": _text(format="date-time", readOnly=True),
                    },
                    "name",
                ),
                "Error": _object(
                    {
                        "message": _text(),
                        "code": _number(),
                        "pin": _text(writeOnly=True),
                        "key": _text(writeOnly=True),
                    },
                    *("message", "key"),
                ),
            },
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "oauth": {
                    "type": "oauth2",
                    "flows": {
                        "authorizationCode": {
                            "authorizationUrl": "https://example.com/authorize",
                            "tokenUrl": "https://example.com/token",
                            "scopes": {"read": "Read.", "write": "Write."},
                        }
                    },
                },
            },
        },
    }
