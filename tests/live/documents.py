"""A document of an invented API with everything that the live check looks at."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

LAMP: dict[str, Any] = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {
        "id": {"type": "integer"},
        "name": {"type": "string", "maxLength": 10},
        "colour": {"type": "string", "enum": ["red", "green"]},
        "since": {"type": "string", "format": "date"},
        "room": {"anyOf": [{"$ref": "#/components/schemas/Room"}, {"type": ["null"]}]},
        "labels": {"type": "array", "items": {"$ref": "#/components/schemas/Label"}},
        "extra": {"type": "object"},
    },
}
EXAMPLE: dict[str, Any] = {
    "id": 7,
    "name": "desk",
    "colour": "red",
    "since": "2024-01-31",
    "room": {"number": 4},
    "labels": [{"text": "old"}],
    "extra": {"anything": True},
}


def json_content(schema: dict[str, Any], example: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema, "examples": {"example-1": {"value": example}}}}


def response(content: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"description": "What comes.", **({"content": content} if content else {}), **more}


def parameter(name: str, location: str, example: Any = None, **more: Any) -> dict[str, Any]:
    shown = {} if example is None else {"examples": {"example-1": {"value": example}}}
    return {"name": name, "in": location, "schema": {"type": "string"}, **more, **shown}


def lamps_document(version: str = "3.1.0") -> dict[str, Any]:
    reference = {"$ref": "#/components/schemas/Lamp"}
    headers = {
        "X-Total": {"required": True, "schema": {"type": "integer"}},
        "X-Next": {"schema": {"type": "string"}},
    }
    return {
        "openapi": version,
        "info": {"title": "Lamps", "version": "1.0.0"},
        "servers": [{"url": "https://lamps.example/v1"}],
        "security": [{"token": []}],
        "paths": {
            "/lamps": {
                "get": {
                    "operationId": "listLamps",
                    "parameters": [parameter("page", "query", "1")],
                    "responses": {
                        "200": response(
                            json_content({"type": "array", "items": reference}, [EXAMPLE]), headers=headers
                        ),
                        "404": response(
                            json_content(
                                {"type": "object", "properties": {"error": {"type": "string"}}}, {"error": "none"}
                            )
                        ),
                    },
                },
                "post": {
                    "operationId": "hangLamp",
                    "requestBody": {"required": True, "content": json_content(reference, EXAMPLE)},
                    "responses": {"201": response(json_content(reference, EXAMPLE))},
                },
                "head": {"operationId": "countLamps", "responses": {"200": response(headers=headers)}},
            },
            "/lamps/{id}": {
                "get": {
                    "operationId": "getLamp",
                    "parameters": [parameter("id", "path", "a/b", required=True)],
                    "responses": {"200": response(json_content(reference, EXAMPLE))},
                },
                "delete": {
                    "operationId": "removeLamp",
                    "parameters": [parameter("id", "path", "7", required=True)],
                    "responses": {"204": response()},
                },
            },
            "/rooms/{room}": {
                "get": {
                    "operationId": "getRoom",
                    "parameters": [parameter("room", "path", required=True)],
                    "responses": {"200": response()},
                },
            },
            "/health": {
                "get": {"operationId": "getHealth", "security": [], "responses": {"204": response()}},
            },
            "/far": {
                "servers": [{"url": "https://elsewhere.example"}],
                "get": {"operationId": "getFar", "responses": {"204": response()}},
            },
            "/rpc#DescribeLamp": {
                "post": {
                    "operationId": "DescribeLamp",
                    "x-rpc-action": "DescribeLamp",
                    "requestBody": {
                        "required": True,
                        "content": json_content(
                            {
                                "type": "object",
                                "required": ["Action", "Id"],
                                "properties": {
                                    "Action": {"type": "string", "const": "DescribeLamp"},
                                    "Id": {"type": "integer"},
                                },
                            },
                            {"Action": "DescribeLamp", "Id": 7},
                        ),
                    },
                    "responses": {
                        "200": response(
                            json_content(
                                {
                                    "type": "object",
                                    "properties": {
                                        "Response": {
                                            "type": "object",
                                            "required": ["Lamp"],
                                            "properties": {"Lamp": reference},
                                        }
                                    },
                                },
                                {"Response": {"Lamp": EXAMPLE}},
                            )
                        )
                    },
                }
            },
            "/rpc#CreateLamp": {
                "post": {
                    "operationId": "CreateLamp",
                    "x-rpc-action": "CreateLamp",
                    "requestBody": {
                        "required": True,
                        "content": json_content(
                            {
                                "type": "object",
                                "required": ["Action"],
                                "properties": {"Action": {"type": "string", "const": "CreateLamp"}},
                            },
                            {"Action": "CreateLamp"},
                        ),
                    },
                    "responses": {"200": response()},
                }
            },
        },
        "components": {
            "securitySchemes": {"token": {"type": "apiKey", "in": "header", "name": "X-Token"}},
            "schemas": {
                "Lamp": deepcopy(LAMP),
                "Room": {"type": "object", "required": ["number"], "properties": {"number": {"type": "integer"}}},
                "Label": {"type": "object", "properties": {"text": {"type": "string"}}},
            },
        },
    }
