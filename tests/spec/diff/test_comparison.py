"""What two documents differ in, as an engineer reads it: many cases expect nothing."""

from __future__ import annotations

from typing import Any

import pytest

from spec.diff.compare import compare_documents
from spec.diff.differences import Subject
from tests.spec.diff.document_changes import (
    CALLBACK,
    GONE,
    JSON_BODY,
    PETS,
    SCHEMAS,
    Mutation,
    drop,
    put,
    rename,
    together,
)
from tests.spec.diff.documents import Json, around, changes, mutated, rendered, rich_document

T: Json = {"type": "string"}
I: Json = {"type": "integer"}  # noqa: E741
N: Json = {"type": "number"}


def schema_changes(old: Any, new: Any, subject: Subject = Subject.REQUEST_BODY, **components: Any) -> list[str]:
    shared = {"schemas": components} if components else None
    return rendered(around(old, subject, components=shared), around(new, subject, components=shared))


def thing(**properties: Any) -> Json:
    return {"type": "object", "properties": properties}


REQUESTS: tuple[tuple[Any, Any, list[str]], ...] = (
    # nothing else than the type is worth a word
    (
        {**T, "maxLength": 5, "pattern": "^a", "default": "a"},
        I,
        ["breaking request-body-type-changed: request body: type is integer, was string"],
    ),
    (
        {"type": "array", "items": thing(a=T)},
        thing(a=I),
        ["breaking request-body-type-changed: request body: type is object, was array"],
    ),
    ({}, thing(a=T), ["breaking request-body-type-changed: request body: type is object, was anything"]),
    # what both types have is compared, what one has is not
    (
        {**T, "maxLength": 5},
        {"type": ["string", "integer"], "maxLength": 4, "minimum": 2},
        [
            "breaking request-body-max-length-decreased: request body: maximal length is 4, was 5",
            "compatible request-body-type-generalized: request body: type is string or integer, was string",
        ],
    ),
    (
        {"type": ["string", "null"], "format": "date"},
        {**T, "format": "date-time"},
        [
            "breaking request-body-type-changed: request body: type is string (date-time), was string (date) or null",
        ],
    ),
    (
        {**T, "enum": ["a", "b"]},
        {**T, "enum": ["b", "c"]},
        [
            'breaking request-body-enum-value-removed: request body: value "a" removed',
            'compatible request-body-enum-value-added: request body: value "c" added',
        ],
    ),
    (
        {**T, "pattern": "^[a-z]+$"},
        {**T, "pattern": "^[a-z0-9]+$"},
        ['compatible request-body-pattern-generalized: request body: pattern is "^[a-z0-9]+$", was "^[a-z]+$"'],
    ),
    ({**N, "maximum": 5}, {**N, "exclusiveMaximum": 5}, [
        "breaking request-body-max-decreased: request body: maximum is less than 5, was 5",
    ]),
    # deep places
    (
        thing(items={"type": "array", "items": thing(name=T)}),
        thing(items={"type": "array", "items": thing(name=I)}),
        ["breaking request-property-type-changed: request body, `items[].name`: type is integer, was string"],
    ),
    (
        {"type": "object", "additionalProperties": T},
        {"type": "object", "additionalProperties": I},
        ["breaking request-property-type-changed: request body, `*`: type is integer, was string"],
    ),
    (
        {"type": "object", "additionalProperties": T},
        {"type": "object", "additionalProperties": T, "properties": {"a": I}},
        ["breaking request-property-type-changed: request body, `a`: type is integer, was string"],
    ),
    (
        {"type": "object", "additionalProperties": T},
        {"type": "object", "additionalProperties": T, "properties": {"a": T}},
        [],
    ),
    (
        {"type": "array", "prefixItems": [T, T], "items": I},
        {"type": "array", "prefixItems": [T, I], "items": I},
        ["breaking request-property-type-changed: request body, `[1]`: type is integer, was string"],
    ),
    ({"type": "array"}, {"type": "array", "items": T}, [
        "breaking request-property-type-changed: request body, `[]`: type is string, was anything",
    ]),
    # branches
    (
        {"oneOf": [thing(a=T), I]},
        {"oneOf": [I, thing(a=N)]},
        ["breaking request-property-type-changed: request body, `(object).a`: type is number, was string"],
    ),
    (
        {"anyOf": [thing(a=T), I]},
        {"anyOf": [I, thing(a=T), {"type": "boolean"}]},
        ["compatible request-body-any-of-added: request body: boolean may stand here too"],
    ),
    (
        {"oneOf": [thing(a={"type": "array", "items": T}), thing(a={"type": "array", "items": I})]},
        thing(a={"type": "array", "items": {"type": ["string", "integer"]}}),
        [
            "compatible request-property-type-generalized: "
            "request body, `a[]`: type is string or integer, was string",
        ],
    ),
    (
        {"type": ["array", "string"], "items": T},
        {"anyOf": [{"type": "array", "items": T}, {**T, "maxLength": 5}, I]},
        [
            "breaking request-property-max-length-set: request body, `(string)`: maximal length is 5, there was none",
            "compatible request-body-any-of-added: request body: integer may stand here too",
        ],
    ),
    # properties with another name
    (
        thing(user_name={**T, "description": "Who."}),
        thing(userName={**T, "description": "Whose."}),
        [
            "risky request-optional-property-renamed: request body, `user_name`: is called `userName`, was `user_name`",
            "docs-only description-changed: request body, `userName`: description changed",
        ],
    ),
    (
        thing(who={**T, "description": "The user."}),
        thing(login={**T, "description": "The user."}),
        ["risky request-optional-property-renamed: request body, `who`: is called `login`, was `who`"],
    ),
    (
        thing(who=T),
        thing(login=T),
        [
            "risky request-property-removed: request body, `who`: removed",
            "compatible new-optional-request-property: request body, `login`: added",
        ],
    ),
    (
        thing(user_name=T),
        thing(userName=I),
        [
            "risky request-property-removed: request body, `user_name`: removed",
            "compatible new-optional-request-property: request body, `userName`: added",
        ],
    ),
    (
        thing(a_b=T, ab=T),
        thing(aB=T),
        [
            "risky request-property-removed: request body, `a_b`: removed",
            "risky request-property-removed: request body, `ab`: removed",
            "compatible new-optional-request-property: request body, `aB`: added",
        ],
    ),
    (
        {**thing(user_name=T), "additionalProperties": False},
        {**thing(userName=T), "additionalProperties": False},
        [
            "breaking request-property-refused: request body, `user_name`: removed, and refused",
            "compatible new-optional-request-property: request body, `userName`: added",
        ],
    ),
    # properties that do not travel
    (thing(a=T), thing(a=T, id={**I, "readOnly": True}), []),
    (thing(id={**I, "readOnly": True}), thing(id={**T, "readOnly": True}), []),
    ({**thing(id={**I, "readOnly": True})}, {**thing(id={**I, "readOnly": True}), "required": ["id"]}, []),
    (thing(id={**I, "readOnly": True}), thing(), []),
    # required without a description of the property
    (
        {"type": "object"},
        {"type": "object", "required": ["a"]},
        ["breaking request-property-became-required: request body, `a`: required, was optional"],
    ),
    # false schemas forbid
    (thing(a=T), thing(a=False), ["risky request-property-removed: request body, `a`: removed"]),
    (thing(a=False), thing(), []),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), REQUESTS)
def test_request_bodies(old: Any, new: Any, expected: list[str]) -> None:
    assert schema_changes(old, new) == expected


RESPONSES: tuple[tuple[Any, Any, list[str]], ...] = (
    (thing(pin={**T, "writeOnly": True}), thing(), []),
    (thing(), thing(pin={**T, "writeOnly": True}), []),
    (
        {**thing(a=T), "required": ["a"]},
        thing(),
        ["breaking response-required-property-removed: response 200, `a`: removed, was always there"],
    ),
    (N, I, ["risky response-body-type-specialized: response 200: type is integer, was number"]),
    (
        {**T, "format": "date-time"},
        T,
        ["breaking response-body-type-generalized: response 200: type is string, was string (date-time)"],
    ),
    (
        {"anyOf": [thing(a=T), {"type": "null"}]},
        {"anyOf": [thing(a=T), thing(b=I), {"type": "null"}]},
        ["breaking response-body-any-of-added: response 200: object may stand here too"],
    ),
    (
        {"anyOf": [thing(a=T), {"type": "null"}]},
        {"anyOf": [thing(a=T), thing(b=I)]},
        [
            "breaking response-body-any-of-added: response 200: object may stand here too",
            "compatible response-body-became-not-nullable: response 200: may not be null any more",
        ],
    ),
    (
        {**thing(a=T), "additionalProperties": False},
        {**thing(a=T, b=T), "additionalProperties": False},
        ["compatible response-optional-property-added: response 200, `b`: added"],
    ),
)


@pytest.mark.parametrize(("old", "new", "expected"), RESPONSES)
def test_response_bodies(old: Any, new: Any, expected: list[str]) -> None:
    assert schema_changes(old, new, Subject.RESPONSE_BODY) == expected


def test_a_shared_component_is_one_change_with_all_operations() -> None:
    old = rich_document()
    (change,) = changes(old, mutated(old, put("integer", *SCHEMAS, "Owner", "properties", "phone", "type")))
    assert [name.id for name in change.operations] == ["listPets", "createPet", "getPet", "DescribePet"]
    assert change.operation == "listPets"
    assert change.message == "response 200 or 201, `owner.phone`: type is integer, was string"
    assert (change.old_pointer, change.new_pointer) == ("/components/schemas/Owner/properties/phone/type",) * 2
    assert (change.old, change.new) == ("string", "integer")


def test_a_component_of_both_directions_is_judged_in_each() -> None:
    old = mutated(rich_document(), put({"$ref": "#/components/schemas/Pet"}, *JSON_BODY, "schema"))
    new = mutated(old, put(["cat"], *SCHEMAS, "Pet", "properties", "kind", "enum"))
    assert rendered(old, new) == [
        'breaking request-property-enum-value-removed: request body (application/json), `kind`: value "dog" removed',
        'compatible response-property-enum-value-removed: response 200 or 201, `kind`: value "dog" removed',
    ]


def test_a_component_that_is_body_and_property_is_one_change() -> None:
    old = around({"$ref": "#/components/schemas/Node"}, Subject.RESPONSE_BODY)
    old["components"] = {"schemas": {"Node": thing(next={"$ref": "#/components/schemas/Node"}, value=T)}}
    new = mutated(old, put("array", "components", "schemas", "Node", "type"))
    assert rendered(old, new) == ["breaking response-body-type-changed: response 200: type is array, was object"]


def test_texts_that_are_new_or_gone_are_called_so() -> None:
    old = mutated(rich_document(), put("A pet.", *SCHEMAS, "Pet", "description"))
    new = mutated(
        old, together(drop(*SCHEMAS, "Pet", "description"), put("Alive?", "paths", "/health", "get", "summary"))
    )
    assert rendered(old, new) == [
        "docs-only summary-changed: summary added",
        "docs-only description-changed: response 200 or 201: description removed",
    ]


def test_a_variable_of_a_server_reaches_all_operations() -> None:
    old = mutated(rich_document(), put({"area": {"default": "eu"}}, "servers", 0, "variables"))
    (change,) = changes(old, mutated(old, put("us", "servers", 0, "variables", "area", "default")))
    assert "listPets" in [name.id for name in change.operations]


def test_a_variable_of_a_server_is_told_by_its_values() -> None:
    old = mutated(rich_document(), put({"area": {"default": "eu"}}, "servers", 0, "variables"))
    new = mutated(old, put({"default": "us", "enum": ["us", "eu"]}, "servers", 0, "variables", "area"))
    assert rendered(old, new) == [
        'risky server-variable-changed: variable area of the server is "us", one of ["eu", "us"], was "eu"'
    ]


def test_what_an_anchor_names_is_compared() -> None:
    old = around({"$ref": "#size"}, Subject.REQUEST_BODY, components={"schemas": {"Size": {**I, "$anchor": "size"}}})
    new = mutated(old, put("string", *SCHEMAS, "Size", "type"))
    assert rendered(old, new) == ["breaking request-body-type-changed: request body: type is string, was integer"]


def test_an_anchor_of_two_schemas_is_compared_by_its_text() -> None:
    twice = {"schemas": {"A": {**I, "$anchor": "size"}, "B": {**T, "$anchor": "size"}}}
    old = around({"$dynamicRef": "#size"}, Subject.REQUEST_BODY, components=twice)
    assert compare_documents(old, mutated(old, put("A size.", "info", "description"))).external == ("#size",)


def test_recursive_components_are_compared_once() -> None:
    node = thing(left={"$ref": "#/components/schemas/Node"}, right={"$ref": "#/components/schemas/Node"}, value=T)
    old = around({"$ref": "#/components/schemas/Node"}, Subject.RESPONSE_BODY, components={"schemas": {"Node": node}})
    new = mutated(old, put(I, "components", "schemas", "Node", "properties", "value"))
    assert rendered(old, new) == [
        "breaking response-property-type-changed: response 200, `value`: type is integer, was string"
    ]


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#/components/schemas/A"},
        {"allOf": [{"$ref": "#/components/schemas/A"}, T]},
        {"anyOf": [{"$ref": "#/components/schemas/A"}, T]},
        {"$ref": "#/components/schemas/Missing"},
        {"$ref": "#/paths"},
        {"$ref": "https://example.com/schema.json"},
        {"$ref": 5},
        {"type": "object", "properties": {"$ref": T}},
        {"type": ["frog"], "enum": "no list", "required": "no list"},
    ],
)
def test_circles_and_references_into_nothing_do_not_raise(schema: Any) -> None:
    circle = {"A": {"$ref": "#/components/schemas/B"}, "B": {"allOf": [{"$ref": "#/components/schemas/A"}]}}
    for subject in (Subject.REQUEST_BODY, Subject.RESPONSE_BODY):
        old = around(schema, subject, components={"schemas": circle})
        assert rendered(old, old) == []
        rendered(old, around(T, subject, components={"schemas": circle}))


OPERATIONS: tuple[tuple[str, Mutation, list[str]], ...] = (
    (
        "a path with another prefix is one operation that moved",
        rename("/v2/health", "paths", "/health"),
        ["breaking operation-moved: moved: is GET /v2/health, was GET /health"],
    ),
    (
        "an operation that moved is compared with what it was",
        together(rename("/v2/health", "paths", "/health"), put({}, "paths", "/v2/health", "get", "requestBody")),
        [
            "breaking operation-moved: moved: is GET /v2/health, was GET /health",
            "compatible request-body-added-optional: request body: added",
        ],
    ),
    (
        "a parameter that left the path moved, whatever the path is now",
        together(drop("paths", "/pets/{petId}", "delete"), rename("/pet", "paths", "/pets/{petId}"),
                 put("query", "paths", "/pet", "get", "parameters", 0, "in")),
        [
            "breaking operation-moved: moved: is GET /pet, was GET /pets/{petId}",
            "breaking request-parameter-moved: parameter `petId`: is sent in the query, was in the path",
            "risky api-path-removed-with-deprecation: removed, with its path, after it was deprecated",
        ],
    ),
    (
        "the parameters of a path moved with it",
        together(drop("paths", "/pets/{petId}", "delete"), rename("/pet", "paths", "/pets/{petId}"),
                 drop("paths", "/pet", "get", "parameters", 0)),
        [
            "breaking operation-moved: moved: is GET /pet, was GET /pets/{petId}",
            "risky api-path-removed-with-deprecation: removed, with its path, after it was deprecated",
        ],
    ),
    (
        "a status is compared with the range that included it",
        put({"description": "Failed", "headers": {"X-Why": {}}}, *GONE, "responses", "404"),
        ["compatible response-header-added: response 404, header `X-Why`: added"],
    ),
    (
        "a callback is named where it changed",
        put({"content": {"text/plain": {}}}, *CALLBACK, "requestBody"),
        ["compatible webhook-body-added-optional: callback done POST {$request.body#/url}, request body: added"],
    ),
    (
        "a literal beside a placeholder is another operation",
        put({"get": {"responses": {"200": {"description": "Mine"}}}}, "paths", "/pets/mine"),
        ["compatible endpoint-added: added"],
    ),
    (
        "an operation under another tag is documentation",
        put(["animals"], *PETS, "tags"),
        ["docs-only api-tag-added: tag \"animals\" added", "docs-only api-tag-removed: tag \"pets\" removed"],
    ),
)  # fmt: skip


@pytest.mark.parametrize(("mutate", "expected"), [pytest.param(*case[1:], id=case[0]) for case in OPERATIONS])
def test_operations(mutate: Mutation, expected: list[str]) -> None:
    old = rich_document()
    assert rendered(old, mutated(old, mutate)) == expected


def test_two_placeholders_at_one_place_keep_their_operations_apart() -> None:
    def document(*paths: str) -> Json:
        return {
            "openapi": "3.1.0",
            "info": {"title": "Ambiguous", "version": "1"},
            "paths": {path: {"get": {"description": path, "responses": {}}} for path in paths},
        }

    both = document("/a/{x}", "/a/{y}", "/a/b")
    assert rendered(both, both) == []
    assert rendered(both, document("/a/{y}", "/a/{x}", "/a/b")) == []
    assert rendered(both, document("/a/{x}", "/a/b")) == ["breaking api-removed-without-deprecation: removed"]


def test_placeholders_that_trade_places_moved() -> None:
    def document(path: str) -> Json:
        parameters = [{"name": name, "in": "path", "required": True, "schema": T} for name in ("from", "to")]
        operation = {"parameters": parameters, "responses": {}}
        return {"openapi": "3.1.0", "info": {"title": "Ways", "version": "1"}, "paths": {path: {"get": operation}}}

    assert rendered(document("/ways/{from}/{to}"), document("/ways/{to}/{from}")) == [
        "breaking request-parameter-moved: path parameter `from`: "
        "is sent in the path at position 2, was in the path at position 1",
        "breaking request-parameter-moved: path parameter `to`: "
        "is sent in the path at position 1, was in the path at position 2",
    ]


@pytest.mark.parametrize("with_ids", [True, False])
def test_a_part_of_the_path_may_stand_in_the_server(with_ids: bool) -> None:
    def document(server: str, prefix: str) -> Json:
        operations = {f"{prefix}/{name}": {"get": {"responses": {}}} for name in ("pets", "owners/{id}")}
        if with_ids:
            for path, item in operations.items():
                item["get"]["operationId"] = path.removeprefix(prefix)
        info = {"title": "Pets", "version": "1"}
        return {"openapi": "3.1.0", "info": info, "servers": [{"url": server}], "paths": operations}

    old = document("https://api.example.com", "/v1")
    assert rendered(old, document("https://api.example.com/v1/", "")) == []
    assert rendered(document("https://api.example.com/v1/", ""), old) == []
    assert rendered(old, document("https://api.example.com/v2", "")) != []


def test_deep_objects_have_one_form() -> None:
    def document(**form: Any) -> Json:
        parameter = {"name": "filter", "in": "query", "style": "deepObject", "schema": {"type": "object"}, **form}
        return mutated(rich_document(), put(parameter, *PETS, "parameters", 3))

    assert rendered(document(), document(explode=True)) == []


def test_operations_without_ids_are_named_by_method_and_path() -> None:
    old = mutated(rich_document(), lambda document: document["paths"]["/health"]["get"].pop("operationId"))
    (change,) = changes(old, mutated(old, put({}, "paths", "/health", "get", "requestBody")))
    assert change.operation == "GET /health"


def test_a_media_type_beside_a_range_that_includes_it_is_no_change() -> None:
    def document(*media_types: str) -> Json:
        new = around(T, Subject.REQUEST_BODY)
        content = {name: {"schema": T} for name in media_types}
        return mutated(new, put({"content": content}, "paths", "/act", "post", "requestBody"))

    assert rendered(document("*/*"), document("*/*", "application/json")) == []
    assert rendered(document("*/*", "application/json"), document("*/*")) == []
    assert rendered(document("text/csv", "application/json"), document("*/*")) == [
        "compatible request-body-media-type-name-generalized: request body: media type is */*, was application/json",
        "compatible request-body-media-type-name-generalized: request body: media type is */*, was text/csv",
    ]


@pytest.mark.parametrize("form", ["/rpc/DescribePet", "/rpc?Action=DescribePet"])
def test_rpc_actions_are_recognised_in_every_form_of_their_path(form: str) -> None:
    old = rich_document()
    assert rendered(old, mutated(old, rename(form, "paths", "/rpc#DescribePet"))) == []


def test_the_order_of_keys_has_no_influence_on_the_result() -> None:
    def reverse(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: reverse(child) for key, child in reversed(value.items())}
        return [reverse(child) for child in value] if isinstance(value, list) else value

    old = rich_document()
    new = mutated(
        old,
        together(
            put("integer", *SCHEMAS, "Owner", "properties", "phone", "type"),
            put(["cat", "cow", "hen"], *SCHEMAS, "Pet", "properties", "kind", "enum"),
            rename("/animals", "paths", "/pets"),
            put([], "security"),
        ),
    )
    assert changes(old, new) == changes(reverse(old), reverse(new))
