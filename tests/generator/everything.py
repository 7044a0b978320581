"""One document with every feature of OpenAPI that the generator reads."""

from __future__ import annotations

from typing import Any

Document = dict[str, Any]


def _ref(name: str, kind: str = "schemas") -> Document:
    return {"$ref": f"#/components/{kind}/{name}"}


def _content(schema: Document, media_type: str = "application/json", **more: object) -> Document:
    return {"content": {media_type: {"schema": schema, **more}}}


def everything() -> Document:
    """Return a new copy of the document."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Everything", "version": "1.2", "description": "All of it."},
        "externalDocs": {"url": "https://docs.example"},
        "servers": [
            {"url": "https://{host}/v1", "variables": {"host": {"default": "api.example", "description": "d"}}}
        ],
        "security": [{"Key": []}, {"Flow": ["read"]}],
        "tags": [{"name": "Pets", "description": "About pets."}],
        "paths": {
            "/pets/{id}": {
                "parameters": [_ref("Id", "parameters")],
                "get": _get_pet(),
                "post": _post_pet(),
                "put": _put_pet(),
                "delete": {"operationId": "deletePet", "responses": {"204": {"description": "Gone"}}},
            },
            "/again/{id}": {"$ref": "#/paths/~1pets~1{id}"},
            "/forms": {"post": _form(), "put": _parts()},
        },
        "webhooks": {"born": {"post": {"requestBody": _content(_ref("Pet")), "responses": {}}}},
        "components": {
            "parameters": {
                "Id": {"name": "id", "in": "path", "required": True, "schema": {"type": ["integer", "string"]}}
            },
            "examples": {"One": {"value": {"kind": "cat", "lives": 9}}},
            "requestBodies": {"Pet": {"required": True, **_content(_ref("Pet"))}},
            "responses": {"Error": {"description": "Bad", **_content(_ref("Error"), "application/problem+json")}},
            "headers": {"Total": {"schema": {"type": "integer"}}},
            "securitySchemes": _schemes(),
            "schemas": _schemas(),
        },
    }


def _get_pet() -> Document:
    return {
        "operationId": "getPet",
        "tags": ["Pets"],
        "summary": "One pet",
        "description": "Gives one pet.",
        "deprecated": True,
        "externalDocs": {"url": "https://docs.example/pet"},
        "parameters": [
            {
                "name": "filter",
                "in": "query",
                "style": "deepObject",
                "explode": True,
                "schema": {"type": "object", "properties": {"a": {"type": "integer"}}},
            },
            {"name": "X-Trace", "in": "header", "description": "Trace.", "schema": {"type": "string"}, "example": "t"},
            {"name": "session", "in": "cookie", "schema": {"type": "string", "default": "s"}},
            {"name": "where", "in": "query", **_content({"type": "object"})},
            {
                "name": "sort",
                "in": "query",
                "explode": False,
                "allowReserved": True,
                "schema": {"type": "array", "items": {"enum": ["a", "b"]}},
            },
        ],
        "responses": {
            "200": {
                "description": "OK",
                "headers": {"X-Total": _ref("Total", "headers")},
                "content": {
                    "application/json": {"schema": _ref("Animal"), "examples": {"one": _ref("One", "examples")}},
                    "text/csv": {"schema": {"type": "string"}},
                },
                "links": {"self": {"operationId": "getPet", "parameters": {"id": "$response.body#/id"}}},
            },
            "2XX": {
                "description": "Fine",
                **_content({"type": "array", "items": {"type": "number"}}, example=[1, 1.5]),
            },
            "404": _ref("Error", "responses"),
            "default": {"description": "Other", **_content({"type": "string"}, "text/plain")},
        },
    }


def _post_pet() -> Document:
    return {
        "operationId": "createPet",
        "requestBody": _ref("Pet", "requestBodies"),
        "security": [],
        "servers": [{"url": "https://{zone}.example", "variables": {"zone": {"default": "zone"}}}],
        "responses": {"201": {"description": "Made", **_content(_ref("Pet"), example={"kind": "dog"})}},
        "callbacks": {"done": {"{$request.body#/url}": {"post": {"responses": {"200": {"description": "OK"}}}}}},
    }


def _put_pet() -> Document:
    return {
        "requestBody": {"content": {"application/octet-stream": {}}},
        "responses": {"200": {"description": "", "content": {"image/png": {}}}},
    }


def _form() -> Document:
    fields = {
        "type": "object",
        "required": ["user"],
        "properties": {"user": {"type": "string"}, "tags": {"type": "array", "items": {"type": "string"}}},
    }
    encoding = {"tags": {"style": "form", "explode": False}}
    form = "application/x-www-form-urlencoded"
    sent = {"user": "u", "tags": ["x", "y"]}
    return {
        "operationId": "sendForm",
        "requestBody": _content(fields, form, encoding=encoding, example=sent),
        "responses": {"200": {"description": "", **_content({"type": "boolean"})}},
    }


def _parts() -> Document:
    fields = {
        "type": "object",
        "properties": {"file": {"type": "string", "format": "binary"}, "note": {"type": "string"}},
    }
    media = _content(
        fields, "multipart/form-data", encoding={"file": {"contentType": "image/png"}}, example={"note": "n"}
    )
    return {"operationId": "sendParts", "requestBody": media, "responses": {"default": {"description": ""}}}


def _schemes() -> Document:
    flow = {"authorizationUrl": "https://a.example", "tokenUrl": "https://t.example", "scopes": {"read": "r"}}
    return {
        "Key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "d"},
        "Flow": {"type": "oauth2", "flows": {"authorizationCode": flow}},
        "Basic": {"type": "http", "scheme": "basic"},
    }


def _schemas() -> Document:
    return {
        "Pet": {
            "type": "object",
            "description": "A pet.",
            "required": ["kind"],
            "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat"}},
            "properties": {
                "kind": {"type": "string", "description": "Its kind."},
                "id": {"type": "integer", "readOnly": True},
                "secret": {"type": "string", "writeOnly": True},
                "parent": {"$ref": "#/components/schemas/Pet", "description": "Beside."},
                "level": {"type": "integer", "enum": [1, 2, 3]},
                "state": {"type": ["string", "null"], "enum": ["on", "off", None], "default": "on"},
                "sizes": {"type": "object", "additionalProperties": {"type": "number", "nullable": True}},
            },
        },
        "Cat": {"allOf": [_ref("Pet"), {"type": "object", "properties": {"lives": {"type": "integer", "minimum": 0}}}]},
        "Dog": {"allOf": [_ref("Pet")], "properties": {"bark": {"const": "woof"}}},
        "Animal": {"oneOf": [_ref("Cat"), _ref("Dog")], "discriminator": {"propertyName": "kind"}},
        "Error": {"type": "object", "properties": {"code": {"type": "string"}, "message": {"type": "string"}}},
        "Tuple": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False},
        "Anything": True,
        "Nothing": False,
        "Not": {"not": {"type": "string"}},
        "Pattern": {"type": "object", "patternProperties": {"^x-": {"type": "string"}}},
        "Conditional": {
            "type": "object",
            "properties": {"a": {"type": "string"}},
            "if": {"properties": {"a": {"const": "x"}}},
            "then": {"required": ["b"]},
            "else": False,
        },
        "Tree": {"type": "object", "properties": {"children": {"type": "array", "items": _ref("Tree")}}},
        "Loop": {"type": "array", "items": _ref("Loop")},
        "Local": {"$defs": {"Inner": {"type": "string"}}, "$ref": "#/components/schemas/Local/$defs/Inner"},
        "Either": {"anyOf": [{"type": "null"}, {"type": "string"}, _ref("Tree"), {"type": "array", "items": {}}]},
    }
