"""Single changes of the rich document: what is done to it, and the rule that says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spec.diff.changes import Level
from tests.spec.diff.documents import Json

B, R, C, D = Level.BREAKING, Level.RISKY, Level.COMPATIBLE, Level.DOCS_ONLY
Mutation = Callable[[Json], object]


def put(value: Any, *keys: str | int) -> Mutation:
    """Sets a value, in a mapping or a list."""

    def mutate(document: Json) -> None:
        _at(document, keys[:-1])[keys[-1]] = value

    return mutate


def drop(*keys: str | int) -> Mutation:
    """Removes a key or an item."""

    def mutate(document: Json) -> None:
        del _at(document, keys[:-1])[keys[-1]]

    return mutate


def add(value: Any, *keys: str | int) -> Mutation:
    """Adds an item to a list."""

    def mutate(document: Json) -> None:
        _at(document, keys).append(value)

    return mutate


def rename(key: str, *keys: str | int) -> Mutation:
    """Gives an entry of a mapping another key, at the same position."""

    def mutate(document: Json) -> None:
        holder = _at(document, keys[:-1])
        items = [(key if name == keys[-1] else name, value) for name, value in holder.items()]
        holder.clear()
        holder.update(items)

    return mutate


def together(*mutations: Mutation) -> Mutation:
    def mutate(document: Json) -> None:
        for step in mutations:
            step(document)

    return mutate


def _at(document: Any, keys: tuple[str | int, ...]) -> Any:
    for key in keys:
        document = document[key]
    return document


PETS = ("paths", "/pets", "get")
NEW_PET = ("paths", "/pets", "post")
PET = ("paths", "/pets/{petId}", "get")
GONE = ("paths", "/pets/{petId}", "delete")
RPC = ("paths", "/rpc#DescribePet", "post")
SCHEMAS = ("components", "schemas")
SCHEMES = ("components", "securitySchemes")
FLOW = (*SCHEMES, "oauth", "flows", "authorizationCode")
RPC_SCHEMA = (*RPC, "requestBody", "content", "application/json", "schema")
REMOVE = ("paths", "/rpc#RemovePet", "post")
WEBHOOK = ("webhooks", "petSold", "post")
CALLBACK = (*NEW_PET, "callbacks", "done", "{$request.body#/url}", "post")
SOLD = (*WEBHOOK, "requestBody", "content", "application/json", "schema")
SEEN = (*WEBHOOK, "responses", "200", "content", "application/json", "schema")
PET_ID = (*PET, "parameters", 0)
LIMIT, TAGS, STATE, FILTER, SESSION = ((*PETS, "parameters", number) for number in range(5))
LISTED = (*PETS, "responses", "200")
JSON_BODY = (*NEW_PET, "requestBody", "content", "application/json")
FORM = (*NEW_PET, "requestBody", "content", "multipart/form-data")
FILTER_SCHEMA = (*FILTER, "content", "application/json", "schema")
_OK: Json = {"responses": {"200": {"description": "Fine"}}}
_STRING = {"type": "string"}

MUTATIONS: tuple[tuple[str, Level, Mutation], ...] = (
    # operations
    ("api-path-removed-without-deprecation", B, drop("paths", "/health")),
    ("api-path-removed-with-deprecation", R, drop("paths", "/ping")),
    ("api-removed-without-deprecation", B, drop(*PETS)),
    ("api-removed-without-deprecation", B, drop("paths", "/rpc#RemovePet")),
    ("api-removed-with-deprecation", R, drop(*GONE)),
    ("endpoint-added", C, put(_OK, "paths", "/pets", "head")),
    ("endpoint-added", C, put({"get": _OK}, "paths", "/owners")),
    ("endpoint-added", C, put({"post": {"x-rpc-action": "AddPet", **_OK}}, "paths", "/rpc#AddPet")),
    ("operation-moved", B, rename("/v2/health", "paths", "/health")),
    ("operation-moved", B, rename("post", "paths", "/health", "get")),
    (
        "action-renamed",
        B,
        together(
            put("DescribeAnimal", *RPC, "operationId"),
            put("DescribeAnimal", *RPC, "x-rpc-action"),
            put("DescribeAnimal", *RPC_SCHEMA, "properties", "Action", "const"),
            rename("/rpc#DescribeAnimal", "paths", "/rpc#DescribePet"),
        ),
    ),
    (
        "path-parameter-renamed",
        C,
        together(
            put("id", *PET_ID, "name"),
            put("id", *GONE, "parameters", 0, "name"),
            rename("/pets/{id}", "paths", "/pets/{petId}"),
        ),
    ),
    ("endpoint-deprecated", R, put(True, *PETS, "deprecated")),
    ("endpoint-reactivated", C, drop(*GONE, "deprecated")),
    ("api-operation-id-removed", R, put("allPets", *PETS, "operationId")),
    ("api-operation-id-removed", R, drop(*PETS, "operationId")),
    ("api-operation-id-added", C, put("sold", *WEBHOOK, "operationId")),
    ("webhook-added", C, put({"post": _OK}, "webhooks", "petFound")),
    ("webhook-removed", B, drop("webhooks", "petSold")),
    ("callback-added", C, put({"{$url}": {"put": _OK}}, *NEW_PET, "callbacks", "failed")),
    ("callback-removed", B, drop(*NEW_PET, "callbacks", "done")),
    # servers
    ("server-added", C, add({"url": "https://eu.example.com"}, "servers")),
    ("server-url-changed", R, put("https://api.example.com/v2", "servers", 0, "url")),
    ("server-removed", R, drop("servers")),
    ("server-url-changed", R, put([{"url": "https://pets.example.com"}], *PETS, "servers")),
    ("server-url-changed", R, put([{"url": "https://pets.example.com"}], "paths", "/pets", "servers")),
    ("server-variable-changed", R, put({"x": {"default": "1"}}, "servers", 0, "variables")),
    # security
    ("api-security-added", B, drop(*GONE, "security")),
    ("api-security-added", B, put([{"key": []}], *GONE, "security")),
    ("api-security-added", B, put([{"oauth": ["read"], "key": []}], *PET, "security")),
    ("api-security-removed", C, put([], *PETS, "security")),
    ("api-security-removed", C, add({}, *PET, "security")),
    ("api-security-removed", C, put([{"token": []}], *NEW_PET, "security")),
    ("api-global-security-removed", C, drop("security")),
    ("api-global-security-removed", C, put([], "security")),
    ("api-global-security-added", B, put([{"token": [], "key": []}], "security")),
    ("api-security-alternative-added", C, add({"key": []}, "security")),
    ("api-security-scheme-replaced", B, put([{"key": []}], "security")),
    ("api-security-scope-added", R, put(["read", "write"], *PET, "security", 0, "oauth")),
    ("api-security-scope-removed", R, put([], *PET, "security", 0, "oauth")),
    ("api-global-security-scope-added", R, put(["admin"], "security", 0, "token")),
    ("api-security-component-type-changed", B, put("basic", *SCHEMES, "token", "scheme")),
    ("api-security-component-type-changed", B, put("X-Other", *SCHEMES, "key", "name")),
    ("api-security-component-type-changed", B, put("query", *SCHEMES, "key", "in")),
    ("api-security-component-oauth-url-changed", R, put("https://x.example/auth", *FLOW, "authorizationUrl")),
    ("api-security-component-oauth-token-url-changed", R, put("https://x.example/token", *FLOW, "tokenUrl")),
    ("api-security-component-oauth-refresh-url-changed", R, put("https://x.example/again", *FLOW, "refreshUrl")),
    ("api-security-component-oauth-flow-added", C, put({"scopes": {}}, *FLOW[:-1], "implicit")),
    ("api-security-component-oauth-scope-added", R, put("All.", *FLOW, "scopes", "admin")),
    ("api-security-component-oauth-scope-removed", R, drop(*FLOW, "scopes", "write")),
    # parameters
    ("new-required-request-parameter", B, add({"name": "q", "in": "query", "required": True}, *PETS, "parameters")),
    ("new-optional-request-parameter", C, add({"name": "q", "in": "query", "schema": {}}, *PETS, "parameters")),
    ("new-optional-request-parameter", C, add({"name": "X-New", "in": "header"}, "paths", "/pets", "parameters")),
    ("request-parameter-removed", R, drop(*LIMIT)),
    ("request-parameter-removed", R, drop("paths", "/pets", "parameters", 0)),
    ("request-parameter-became-required", B, put(True, *LIMIT, "required")),
    ("request-parameter-became-optional", C, drop(*STATE, "required")),
    ("request-parameter-moved", B, put("header", *LIMIT, "in")),
    ("request-parameter-moved", B, put("query", *SESSION, "in")),
    ("optional-request-parameter-renamed", R, put("max", *LIMIT, "name")),
    ("optional-request-parameter-renamed", R, put("TAGS", *TAGS, "name")),
    ("required-request-parameter-renamed", B, put("State", *STATE, "name")),
    ("request-parameter-style-changed", B, put("pipeDelimited", *TAGS, "style")),
    ("request-parameter-style-changed", B, put("label", *PET_ID, "style")),
    ("request-parameter-explode-changed", B, put(False, *TAGS, "explode")),
    ("request-parameter-became-allow-reserved", B, put(True, *LIMIT, "allowReserved")),
    ("request-parameter-became-allow-empty-value", C, put(True, *LIMIT, "allowEmptyValue")),
    (
        "request-parameter-serialization-changed",
        B,
        together(drop(*LIMIT, "schema"), put({"application/json": {}}, *LIMIT, "content")),
    ),
    (
        "request-parameter-serialization-changed",
        B,
        together(drop(*FILTER, "content"), put({"type": "object"}, *FILTER, "schema")),
    ),
    ("request-parameter-serialization-changed", B, rename("text/xml", *FILTER, "content", "application/json")),
    ("request-parameter-deprecated", R, put(True, *LIMIT, "deprecated")),
    ("request-parameter-reactivated", C, put(False, *TAGS, "deprecated")),
    ("request-parameter-max-decreased", B, put(10, *LIMIT, "schema", "maximum")),
    ("request-parameter-enum-value-removed", B, put(["in"], *STATE, "schema", "enum")),
    ("request-parameter-type-changed", B, put("string", *LIMIT, "schema", "type")),
    ("request-parameter-property-type-changed", B, put("integer", *TAGS, "schema", "items", "type")),
    ("request-parameter-property-max-length-set", B, put(9, *FILTER_SCHEMA, "properties", "kind", "maxLength")),
    # request bodies
    ("request-body-added-required", B, put({"required": True, "content": {}}, *PETS, "requestBody")),
    ("request-body-added-optional", C, put({"content": {}}, *PETS, "requestBody")),
    ("request-body-removed", B, drop(*NEW_PET, "requestBody")),
    ("request-body-became-required", B, put(True, *REMOVE, "requestBody", "required")),
    ("request-body-became-optional", C, put(False, *NEW_PET, "requestBody", "required")),
    ("request-body-media-type-added", C, put({}, *NEW_PET, "requestBody", "content", "text/csv")),
    ("request-body-media-type-removed", B, drop(*NEW_PET, "requestBody", "content", "multipart/form-data")),
    ("request-body-media-type-name-generalized", C, rename("application/*", *JSON_BODY)),
    ("request-body-media-type-name-specialized", B, rename("application/json; profile=x", *JSON_BODY)),
    ("request-body-encoding-changed", B, drop(*FORM, "encoding")),
    # request schemas
    (
        "new-required-request-property",
        B,
        together(put(_STRING, *SCHEMAS, "NewPet", "properties", "chip"), add("chip", *SCHEMAS, "NewPet", "required")),
    ),
    ("request-property-became-required", B, add("chip", *SCHEMAS, "NewPet", "required")),
    ("new-optional-request-property", C, put(_STRING, *SCHEMAS, "NewPet", "properties", "chip")),
    ("request-property-removed", R, drop(*SCHEMAS, "NewPet", "properties", "labels")),
    ("request-property-refused", B, drop(*FORM, "schema", "properties", "photo")),
    ("request-property-became-required", B, add("kind", *SCHEMAS, "NewPet", "required")),
    ("request-property-became-optional", C, drop(*SCHEMAS, "NewPet", "required")),
    ("request-optional-property-became-read-only", R, put(True, *SCHEMAS, "NewPet", "properties", "kind", "readOnly")),
    ("request-required-property-became-read-only", R, put(True, *SCHEMAS, "NewPet", "properties", "name", "readOnly")),
    (
        "request-optional-property-became-not-read-only",
        C,
        drop(*SCHEMAS, "NewPet", "properties", "created", "readOnly"),
    ),
    ("request-required-property-became-not-read-only", B, drop(*RPC_SCHEMA, "properties", "Token", "readOnly")),
    ("request-optional-property-renamed", R, rename("Kind", *SCHEMAS, "NewPet", "properties", "kind")),
    (
        "request-required-property-renamed",
        B,
        together(
            rename("na-me", *SCHEMAS, "NewPet", "properties", "name"), put(["na-me"], *SCHEMAS, "NewPet", "required")
        ),
    ),
    ("request-property-max-items-decreased", B, put(9, *SCHEMAS, "NewPet", "properties", "labels", "maxItems")),
    ("request-property-default-value-changed", R, put("dog", *SCHEMAS, "NewPet", "properties", "kind", "default")),
    ("request-body-type-changed", B, put({"type": "string"}, *JSON_BODY, "schema")),
    # responses
    ("response-success-status-added", R, put({"description": "Later"}, *PETS, "responses", "202")),
    ("response-success-status-removed", B, drop(*PETS, "responses", "200")),
    ("response-non-success-status-added", C, put({"description": "Failed"}, *PETS, "responses", "500")),
    ("response-non-success-status-removed", C, drop(*PETS, "responses", "404")),
    ("response-default-added", C, put({"description": "Else"}, *PET, "responses", "default")),
    ("response-default-removed", C, drop(*PETS, "responses", "default")),
    ("response-success-status-generalized", R, rename("2XX", *PETS, "responses", "200")),
    ("response-non-success-status-generalized", C, rename("4xx", *PETS, "responses", "404")),
    ("response-non-success-status-specialized", C, rename("400", *GONE, "responses", "4XX")),
    ("response-media-type-added", C, put({}, *LISTED, "content", "text/csv")),
    ("response-media-type-removed", B, drop(*LISTED, "content")),
    ("response-media-type-name-generalized", R, rename("*/*", *LISTED, "content", "application/json")),
    ("response-media-type-name-specialized", C, rename("application/json;v=1", *LISTED, "content", "application/json")),
    ("response-header-added", C, put({"schema": {}}, *LISTED, "headers", "X-New")),
    ("required-response-header-removed", B, drop(*LISTED, "headers", "X-Total")),
    ("optional-response-header-removed", R, drop(*LISTED, "headers", "X-Next")),
    ("response-header-became-optional", B, drop(*LISTED, "headers", "X-Total", "required")),
    ("response-header-became-required", C, put(True, *LISTED, "headers", "X-Next", "required")),
    ("response-header-deprecated", R, put(True, *LISTED, "headers", "X-Next", "deprecated")),
    ("response-header-type-changed", B, put("string", *LISTED, "headers", "X-Total", "schema", "type")),
    ("response-header-explode-changed", B, put(True, *LISTED, "headers", "X-Sizes", "explode")),
    (
        "response-header-serialization-changed",
        B,
        put({"content": {"text/plain": {"schema": _STRING}}}, *LISTED, "headers", "X-Sizes"),
    ),
    ("response-link-added", C, put({"operationId": "listPets"}, *LISTED, "links", "next")),
    ("response-link-removed", R, drop(*LISTED, "links", "first")),
    ("response-link-changed", R, put("health", *LISTED, "links", "first", "operationId")),
    # response schemas
    (
        "response-required-property-added",
        C,
        together(put(_STRING, *SCHEMAS, "Pet", "properties", "chip"), add("chip", *SCHEMAS, "Pet", "required")),
    ),
    ("response-optional-property-added", C, put(_STRING, *SCHEMAS, "Pet", "properties", "chip")),
    (
        "response-required-property-removed",
        B,
        together(drop(*SCHEMAS, "Pet", "properties", "id"), put(["name"], *SCHEMAS, "Pet", "required")),
    ),
    ("response-optional-property-removed", R, drop(*SCHEMAS, "Pet", "properties", "tag")),
    ("response-optional-property-removed", R, drop(*SCHEMAS, "Owner", "properties", "phone")),
    ("response-optional-property-renamed", R, rename("pHone", *SCHEMAS, "Owner", "properties", "phone")),
    (
        "response-required-property-renamed",
        B,
        together(rename("ID", *SCHEMAS, "Pet", "properties", "id"), put(["name", "ID"], *SCHEMAS, "Pet", "required")),
    ),
    ("response-property-became-optional", B, put(["name"], *SCHEMAS, "Pet", "required")),
    ("response-property-became-required", C, add("tag", *SCHEMAS, "Pet", "required")),
    ("response-required-property-became-write-only", B, put(True, *SCHEMAS, "Pet", "properties", "id", "writeOnly")),
    ("response-optional-property-became-write-only", R, put(True, *SCHEMAS, "Pet", "properties", "kind", "writeOnly")),
    (
        "response-optional-property-became-not-write-only",
        C,
        put(False, *SCHEMAS, "Error", "properties", "pin", "writeOnly"),
    ),
    (
        "response-required-property-became-not-write-only",
        C,
        put(False, *SCHEMAS, "Error", "properties", "key", "writeOnly"),
    ),
    ("response-property-enum-value-added", R, add("fish", *SCHEMAS, "Pet", "properties", "kind", "enum")),
    ("response-property-enum-value-removed", C, put(["cat"], *SCHEMAS, "Pet", "properties", "kind", "enum")),
    ("response-property-became-not-nullable", C, put("string", *SCHEMAS, "Pet", "properties", "tag", "type")),
    ("response-property-became-nullable", B, put(["string", "null"], *SCHEMAS, "Pet", "properties", "name", "type")),
    ("response-property-max-length-increased", R, put(80, *SCHEMAS, "Pet", "properties", "name", "maxLength")),
    ("response-property-type-changed", B, put("date", *SCHEMAS, "Owner", "properties", "email", "format")),
    ("response-property-type-generalized", B, put("number", *SCHEMAS, "Error", "properties", "code", "type")),
    ("response-property-deprecated", R, put(True, *SCHEMAS, "Pet", "properties", "tag", "deprecated")),
    ("response-body-type-changed", B, put("object", *LISTED, "content", "application/json", "schema", "type")),
    # webhooks: the service sends, the client answers
    ("response-optional-property-removed", R, drop(*SOLD, "properties", "buyer")),
    ("response-property-became-optional", B, drop(*SOLD, "required")),
    ("request-property-became-required", B, put(["code"], *SEEN, "required")),
    ("webhook-body-removed", B, drop(*WEBHOOK, "requestBody")),
    ("webhook-body-added-optional", C, put({"content": {}}, *CALLBACK, "requestBody")),
    ("webhook-body-added-required", C, put({"required": True, "content": {}}, *CALLBACK, "requestBody")),
    ("webhook-body-became-required", C, put(True, *WEBHOOK, "requestBody", "required")),
    ("webhook-status-added", C, put({"description": "Later"}, *WEBHOOK, "responses", "202")),
    ("webhook-status-added", C, put({"description": "Any"}, *CALLBACK, "responses", "default")),
    ("webhook-status-removed", B, drop(*WEBHOOK, "responses", "200")),
    ("webhook-status-generalized", C, rename("2XX", *CALLBACK, "responses", "200")),
    (
        "new-required-request-parameter",
        B,
        put({"X-Seen": {"required": True}}, *CALLBACK, "responses", "200", "headers"),
    ),
    ("new-optional-request-parameter", C, put({"X-Seen": {}}, *CALLBACK, "responses", "200", "headers")),
    ("endpoint-deprecated", R, put(True, *CALLBACK, "deprecated")),
    # texts
    ("api-tag-added", D, add("animals", *PETS, "tags")),
    ("api-tag-removed", D, drop(*PETS, "tags")),
    ("summary-changed", D, put("All pets", *PETS, "summary")),
    ("summary-changed", D, put("Pets", "paths", "/pets", "summary")),
    ("description-changed", D, put("All pets.", *PETS, "description")),
    ("description-changed", D, put("The most.", *LIMIT, "description")),
    ("description-changed", D, put("All.", *LISTED, "description")),
    ("description-changed", D, put("A pet.", *NEW_PET, "requestBody", "description")),
    ("description-changed", D, put("Its name.", *SCHEMAS, "Pet", "properties", "name", "description")),
    ("description-changed", D, put("More.", *LISTED, "headers", "X-Next", "description")),
    ("description-changed", D, put("The first.", *LISTED, "links", "first", "description")),
    ("description-changed", D, put("The token.", *SCHEMES, "token", "description")),
    ("description-changed", D, put("Read all.", *FLOW, "scopes", "read")),
    ("description-changed", D, put("Production.", "servers", 0, "description")),
    ("description-changed", D, put("Called at the end.", *CALLBACK, "description")),
    ("title-changed", D, put("A pet", *SCHEMAS, "Pet", "title")),
    ("example-changed", D, put("xyz", *SESSION, "example")),
    ("example-changed", D, put({"name": "Tom"}, *JSON_BODY, "examples", "rex", "value")),
    ("example-changed", D, put({"value": {}}, *JSON_BODY, "examples", "tom")),
    ("example-changed", D, put("Rex", *SCHEMAS, "Pet", "properties", "name", "example")),
    ("external-docs-changed", D, put("https://docs.example.com/v2", "externalDocs", "url")),
    ("external-docs-changed", D, put({"url": "https://docs.example.com/pets"}, *PETS, "externalDocs")),
    ("info-changed", D, put("2.0.0", "info", "version")),
    ("tag-changed", D, put("Cats and dogs.", "tags", 0, "description")),
)

BACKWARDS: tuple[tuple[str, Level, Mutation], ...] = (
    ("server-removed", R, add({"url": "https://eu.example.com"}, "servers")),
    ("api-global-security-added", B, drop("security")),
    ("api-global-security-removed", C, put([{"token": [], "key": []}], "security")),
    ("api-security-alternative-removed", B, add({"key": []}, "security")),
    ("api-global-security-scope-removed", R, put(["admin"], "security", 0, "token")),
    ("api-security-component-oauth-flow-removed", B, put({"scopes": {}}, *FLOW[:-1], "implicit")),
    ("request-parameter-became-not-allow-reserved", B, put(True, *LIMIT, "allowReserved")),
    ("request-parameter-became-not-allow-empty-value", B, put(True, *LIMIT, "allowEmptyValue")),
    ("webhook-body-became-optional", B, put(True, *WEBHOOK, "requestBody", "required")),
    ("webhook-status-specialized", B, rename("2XX", *CALLBACK, "responses", "200")),
    ("response-success-status-specialized", C, rename("2XX", *PETS, "responses", "200")),
    ("api-operation-id-added", C, drop(*PETS, "operationId")),
)
"""Changes whose result is the old document."""
