"""Small OpenAPI documents, one per way of describing an API."""

from __future__ import annotations

from typing import Any

Document = dict[str, Any]

HOSTILE_TEXTS = (
    '"""',
    "'''",
    "\\",
    '\\"',
    "ends with a backslash \\",
    'ends with a quote "',
    "{{ 7 * 7 }} {% raw %} {# note #}",
    "line one\nline two\r\nline three\rline four",
    "\u2028\u2029\x85\x00\x1b[31m",
    "\ud800 alone",
    "!!python/object/apply:os.system ['true']",
    "../../x",
    "| cell | `code` | <script>alert(1)</script>",
    "# heading",
    '""" + __import__("os").getcwd() + """',
    "\N{RIGHT-TO-LEFT OVERRIDE}reversed\N{ZERO WIDTH SPACE}",
    "{project_id} %s %(name)s ${HOME} $(id)",
)
ODD_NAMES = (
    "None",
    "class",
    "1st",
    "中文",
    "X-Total",
    "",
    "_private",
    "__class__",
    "self",
    "model_dump",
    "json",
    "list",
    "Data",
    "data",
    "a b",
    "a.b",
    "a/b~c",
    "$ref-like",
    "é",
    "ﬁ",
    "Issue",
    "IssueCode",
    "issue_code",
    "options",
    "timeout",
    *HOSTILE_TEXTS,
)


def rest() -> Document:
    """Path, query and header parameters; 2xx and 4xx; a base URL without a default."""
    tag_list = [
        {"name": "v1", "size": 1, "kind": "undocumented", "new": [1.0]},
        {"name": "v2", "size": 1.5, "parent": None},
    ]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Repositories", "version": "v4", "description": "Tags of repositories."},
        "servers": [{"url": "https://{endpoint}", "variables": {"endpoint": {"default": "endpoint"}}}],
        "security": [{"Token": []}],
        "components": {
            "securitySchemes": {"Token": {"type": "apiKey", "in": "header", "name": "X-Auth-Token"}},
            "schemas": {
                "Error": {
                    "type": "object",
                    "properties": {"error_code": {"type": "string"}, "error_msg": {"type": "string"}},
                },
                "Tag": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string"},
                        "size": {"type": "number"},
                        "parent": {"$ref": "#/components/schemas/Tag"},
                        "kind": {"type": "string", "enum": ["a", "b"]},
                    },
                },
            },
        },
        "paths": {
            "/v2/projects/{project_id}/tags": {
                "parameters": [
                    {
                        "name": "project_id",
                        "in": "path",
                        "required": True,
                        "schema": {"type": ["integer", "string"]},
                        "examples": {"example-1": {"value": "a/b c"}},
                    }
                ],
                "get": _list_tags(tag_list),
                "post": _create_tag(),
            }
        },
    }


def _list_tags(answer: object) -> Document:
    strings = {"type": "array", "items": {"type": "string"}}
    ids = {"name": "ids", "in": "query", "explode": False, "schema": strings}
    error = {"error_code": "PM.1", "error_msg": "no"}
    return {
        "operationId": "ListTags",
        "tags": ["Tags"],
        "summary": "List tags",
        "externalDocs": {"url": "https://docs.example/tags"},
        "parameters": [
            {"name": "X-Auth-Token", "in": "header", "required": True, "schema": {"type": "string"}},
            _parameter("page", "query", {"type": "integer", "minimum": 1, "default": 1}, 2),
            _parameter("labels", "query", strings, ["x&y", "z"]),
            {**ids, "examples": {"example-1": {"value": ["1", "2"]}}},
            _parameter("sort", "query", {"type": "string", "enum": ["asc", "desc"]}, "asc"),
            _parameter("X-Language", "header", {"type": "string"}, "en-us"),
        ],
        "responses": {
            "200": {
                "description": "OK",
                "headers": {"X-Total": {"schema": {"type": "string"}}},
                **_json({"type": "array", "items": {"$ref": "#/components/schemas/Tag"}}, answer),
            },
            "404": {"description": "Not found", **_json({"$ref": "#/components/schemas/Error"}, error)},
        },
    }


def _create_tag() -> Document:
    body = {
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "maxLength": 20},
            "project_id": {"type": "string"},
            "options": {"type": "object", "properties": {"Force": {"type": "boolean"}}},
            "note": {"type": ["string", "null"]},
        },
    }
    result = {
        "type": "object",
        "required": ["status"],
        "properties": {
            "status": {"type": "string", "enum": ["success", "failed"]},
            "result": {"$ref": "#/components/schemas/Tag"},
            "error": {"$ref": "#/components/schemas/Error"},
        },
    }
    sent = {"name": "v1", "project_id": "p", "options": {"Force": True}, "note": None, "extra": 1}
    return {
        "operationId": "CreateTag",
        "tags": ["Tags"],
        "requestBody": {"required": True, **_json(body, sent)},
        "responses": {
            "201": {"description": "Created", **_json(result, {"status": "success", "result": {"name": "v1"}})},
            "204": {"description": "Nothing"},
            "4XX": {"description": "Bad"},
        },
    }


def _parameter(name: str, location: str, schema: Document, example: object) -> Document:
    return {"name": name, "in": location, "schema": schema, "examples": {"example-1": {"value": example}}}


def _json(schema: Document, example: object) -> Document:
    return {"content": {"application/json": {"schema": schema, "examples": {"example-1": {"value": example}}}}}


def rpc(count: int = 2) -> Document:
    """One URL and an action per operation, two ways to authenticate, an operation with a server of its own."""
    schemas: Document = {
        "Condition": {"type": "object", "properties": {"Key": {"type": "string"}, "Value": {"type": "string"}}}
    }
    paths: Document = {}
    for number in range(count):
        action = f"DescribeThing{number}" if number else "DescribeIssue"
        schemas |= _rpc_schemas(action, number)
        paths[f"/open-api#{action}"] = {"post": _rpc_operation(action, "Projects" if number % 3 == 2 else "Issues")}
    paths["/oauth/access_token"] = {"post": _token_operation()}
    flow = {"authorizationUrl": "https://x.example/a", "tokenUrl": "https://x.example/t", "scopes": {}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Issues", "version": "1.0"},
        "servers": [{"url": "https://e.example"}],
        "security": [{"PersonalToken": []}, {"OAuth": []}],
        "components": {
            "securitySchemes": {
                "PersonalToken": {"type": "apiKey", "in": "header", "name": "Authorization", "x-token-prefix": "token"},
                "OAuth": {"type": "oauth2", "flows": {"authorizationCode": flow}},
            },
            "schemas": schemas,
        },
        "paths": paths,
    }


def _rpc_schemas(action: str, number: int) -> Document:
    types = ("string", "integer", "boolean", "number")
    fields = {f"Field{item}": {"type": types[item % 4], "description": f"字段 {item}"} for item in range(8)}
    issue = {
        "type": "object",
        "properties": {**fields, "Sub": {"type": "array", "items": {"$ref": _ref(f"Issue{number}")}}},
    }
    inner = {"RequestId": {"type": "string"}, "Issue": {"$ref": _ref(f"Issue{number}")}}
    response = {"type": "object", "required": ["RequestId"], "properties": inner}
    request = {
        "Action": {"type": "string", "const": action},
        "ProjectName": {"type": "string", "description": "项目名称"},
        "IssueCode": {"type": "integer", "minimum": 1, "maximum": 2147483647},
        "Conditions": {"type": "array", "items": {"$ref": _ref("Condition")}},
    }
    return {
        f"{action}Request": {"type": "object", "required": ["Action", "ProjectName"], "properties": request},
        f"{action}Response": {"type": "object", "properties": {"Response": response}},
        f"Issue{number}": issue,
    }


def _ref(name: str) -> str:
    return f"#/components/schemas/{name}"


def _rpc_operation(action: str, tag: str) -> Document:
    sent = {"Action": action, "ProjectName": "p", "IssueCode": 1, "Conditions": [{"Key": "STATUS", "Value": "1"}]}
    answer = {"Response": {"RequestId": "1", "Issue": {"Field0": "x", "Field3": 1, "Sub": [{"Field3": 1.5}]}}}
    return {
        "operationId": action,
        "x-rpc-action": action,
        "x-rpc-query-parameter": "Action",
        "tags": [tag],
        "summary": f"查询 {action}",
        "externalDocs": {"url": "https://e.example/help#x"},
        "requestBody": {"required": True, **_json({"$ref": _ref(f"{action}Request")}, sent)},
        "responses": {"200": {"description": "OK", **_json({"$ref": _ref(f"{action}Response")}, answer)}},
    }


def _token_operation() -> Document:
    result = {
        "type": "object",
        "properties": {"access_token": {"type": "string"}, "expires_in": {"type": ["integer", "string"]}},
    }
    return {
        "operationId": "GetToken",
        "tags": ["OAuth"],
        "security": [],
        "servers": [{"url": "https://{team}.e.example/api", "variables": {"team": {"default": "team"}}}],
        "parameters": [{**_parameter("code", "query", {"type": "string"}, "c"), "required": True}],
        "responses": {"200": {"description": "OK", **_json(result, {"access_token": "t", "expires_in": "780"})}},
    }


def odd_names() -> Document:
    """Every odd name and every hostile text, in every place where a document has a name or a text."""
    properties = {name: {"type": "string", "description": name, "enum": [name, "other"]} for name in ODD_NAMES}
    schemas: Document = {
        name or "empty": {"type": "object", "description": name, "properties": {"child": {"type": "string"}}}
        for name in ODD_NAMES
    }
    schemas["Everything"] = {"type": "object", "properties": properties, "required": ["None", "1st"]}
    value = dict.fromkeys(ODD_NAMES, "other")
    paths: Document = {}
    for number, name in enumerate(ODD_NAMES):
        path = f"/{number}/" + name.replace("{", "(").replace("}", ")").replace("?", "").replace("#", "")
        paths[path] = {"get": _odd_operation(name, value if number == 0 else {"None": "a", "1st": "b"})}
    return {
        "openapi": "3.1.0",
        "info": {"title": " ".join(HOSTILE_TEXTS), "version": '1"; import os', "description": "\n".join(HOSTILE_TEXTS)},
        "servers": [{"url": "https://api.example"}],
        "tags": [{"name": name, "description": name} for name in ODD_NAMES],
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                HOSTILE_TEXTS[0]: {"type": "http", "scheme": "bearer", "description": HOSTILE_TEXTS[5]}
            },
        },
        "security": [{HOSTILE_TEXTS[0]: []}],
        "paths": paths,
    }


def _odd_operation(name: str, answer: object) -> Document:
    return {
        "operationId": name or "empty",
        "tags": [name],
        "summary": name,
        "description": name,
        "externalDocs": {"url": f"https://docs.example/{name}", "description": name},
        "parameters": [
            {"name": wire, "in": "query", "description": wire, "schema": {"type": "string", "default": wire}}
            for wire in ODD_NAMES
            if wire
        ],
        "responses": {"200": {"description": name, **_json({"$ref": _ref("Everything")}, answer)}},
    }


def old() -> Document:
    """OpenAPI 3.0: nullable, allOf, oneOf, forms, files, text, cookies, no operationId, no examples."""
    pet = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}, "tag": {"type": "string", "nullable": True}},
        "discriminator": {"propertyName": "kind"},
    }
    form = {
        "type": "object",
        "required": ["file"],
        "properties": {"file": {"type": "string", "format": "binary"}, "n": {"type": "integer"}},
    }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Pets", "version": "2.1.0"},
        "paths": {
            "/pets/{id}": {
                "get": {
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                        {"name": "session", "in": "cookie", "schema": {"type": "string"}},
                        {"name": "filter", "in": "query", "style": "deepObject", "schema": {"type": "object"}},
                    ],
                    "responses": {
                        "200": {
                            "description": "",
                            "content": {"application/json": {"schema": {"$ref": _ref("Animal")}}},
                        }
                    },
                }
            },
            "/sessions": {"post": _sign_in()},
            "/files": {
                "post": {
                    "requestBody": {"content": {"multipart/form-data": {"schema": form}}},
                    "responses": {
                        "200": {"description": "", "content": {"text/plain": {"schema": {"type": "string"}}}}
                    },
                },
                "get": {"responses": {"200": {"description": "", "content": {"application/octet-stream": {}}}}},
                "put": {
                    "requestBody": {"content": {"application/octet-stream": {}}},
                    "responses": {"default": {"description": ""}},
                },
            },
        },
        "components": {
            "schemas": {
                "Pet": pet,
                "Cat": {
                    "allOf": [{"$ref": _ref("Pet")}, {"type": "object", "properties": {"lives": {"type": "integer"}}}]
                },
                "Dog": {"allOf": [{"$ref": _ref("Pet")}], "properties": {"bark": {"type": "boolean"}}},
                "Animal": {
                    "oneOf": [{"$ref": _ref("Cat")}, {"$ref": _ref("Dog")}],
                    "discriminator": {"propertyName": "kind"},
                },
                "Tree": {
                    "oneOf": [{"type": "object", "properties": {"left": {"$ref": _ref("Tree")}}}, {"type": "string"}]
                },
                "Forest": {"type": "array", "items": {"$ref": _ref("Tree")}},
                "Level": {"type": "integer", "enum": [1, 2, 3]},
                "Levels": {"type": "object", "additionalProperties": {"$ref": _ref("Level")}},
                "Mixed": {
                    "type": "object",
                    "properties": {"value": {"oneOf": [{"type": "string"}, {"type": "integer"}]}},
                },
            }
        },
    }


def _sign_in() -> Document:
    fields = {"user": {"type": "string"}, "scopes": {"type": "array", "items": {"type": "string"}}}
    sent = {"user": "a&b=c", "scopes": ["x", "y z"], "keep": True}
    form = {"schema": {"type": "object", "properties": {**fields, "keep": {"type": "boolean"}}}, "example": sent}
    error = {"type": "object", "properties": {"code": {"type": "integer"}}}
    return {
        "requestBody": {"required": True, "content": {"application/x-www-form-urlencoded": form}},
        "responses": {"201": {"description": ""}, "422": {"description": "", **_json(error, {"code": 1})}},
    }


def empty() -> Document:
    """No operations at all."""
    return {"openapi": "3.0.3", "info": {"title": "Empty", "version": "1"}, "paths": {}}


DOCUMENTS = {"rest": rest, "rpc": rpc, "odd_names": odd_names, "old": old, "empty": empty}
