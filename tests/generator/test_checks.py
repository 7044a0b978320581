"""The checks of requests: schemas against values, and the schemas that a document gives."""

from __future__ import annotations

import contextlib
import importlib
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render import TEMPLATES

RUNTIME = TEMPLATES / "src" / "{package}"
MODULES = ("_checks", "_constraints", "_kinds", "_limits", "_problem", "exceptions")
LEVELS = ("beginner", "advanced", "expert", "master", *(f"level {number}" for number in range(96)))
PET = {"properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}}, "required": ["kind"]}
DOG = {"properties": {"kind": {"const": "dog"}, "legs": {"type": "integer"}}, "required": ["kind", "legs"]}
TREE = {"Tree": {"properties": {"name": {"type": "string"}, "children": {"items": {"$ref": "Tree"}}}}}


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The modules of a package that check, alone: they need no other."""
    folder = tmp_path_factory.mktemp("checks") / "checks_alone"
    folder.mkdir()
    (folder / "__init__.py").touch()
    for name in MODULES:
        (folder / f"{name}.py").write_text((RUNTIME / f"{name}.py.j2").read_text(encoding="utf-8"), encoding="utf-8")
    sys.path.insert(0, str(folder.parent))
    yield importlib.import_module("checks_alone._checks")
    sys.path.remove(str(folder.parent))
    for name in [name for name in sys.modules if name.split(".")[0] == "checks_alone"]:
        del sys.modules[name]


def use(runtime: ModuleType, operations: dict[str, Any], schemas: dict[str, Any] | None = None) -> None:
    """Let the package have these schemas."""
    folder = Path(runtime.__file__).parent
    content = json.dumps({"operations": operations, "schemas": schemas or {}})
    (folder / "_requests.json").write_text(content, encoding="utf-8")
    for name in ("_data", "_checker", "_parameters", "_body"):
        getattr(runtime, name).cache_clear()


def complaint(runtime: ModuleType, schema: object, value: object, schemas: dict[str, Any] | None = None) -> str | None:
    """What is said of a parameter `size`, None when it is accepted."""
    use(runtime, {"Find": {"query": {"size": schema}}}, schemas)
    try:
        runtime.check_parameters("Find", "query", {"other": value, "size": value})
    except runtime.ArgumentError as error:
        return str(error).removeprefix("Find: ")
    return None


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        ({"type": "integer"}, 5, None),
        ({"type": "integer"}, 1.0, None),
        ({"type": "integer"}, True, "size must be an integer, not True"),
        ({"type": "integer"}, "5", "size must be an integer, not the string '5'"),
        ({"type": "integer"}, 1.5, "size must be an integer, not the number 1.5"),
        ({"type": "integer"}, None, "size must be an integer, not None"),
        ({"type": "string"}, 5, "size must be a string, not the integer 5"),
        ({"type": ["string", "null"]}, None, None),
        ({"type": ["string", "null"]}, [], "size must be a string or None, not a list"),
        ({"type": "boolean"}, "true", "size must be a boolean, not the string 'true'"),
        ({"type": "number"}, {}, "size must be a number, not an object"),
        ({"maximum": 100}, 100, None),
        ({"maximum": 100}, 500, "size must be at most 100, not 500"),
        ({"minimum": 1}, 0.5, "size must be at least 1, not 0.5"),
        ({"exclusiveMinimum": 1}, 1, "size must be greater than 1, not 1"),
        ({"exclusiveMaximum": 1}, 1, "size must be less than 1, not 1"),
        ({"minimum": 2}, True, None),
        ({"minimum": 2}, "1", None),
        ({"multipleOf": 5}, 7, "size must be a multiple of 5, not 7"),
        ({"multipleOf": 0.1}, 0.3, None),
        ({"multipleOf": 2}, True, None),
        ({"multipleOf": 2}, 10**400, None),
        ({"minLength": 2}, "é", "size must have at least 2 characters, not 1"),
        ({"maxLength": 1}, "😀", None),
        ({"maxLength": 1}, "e\u0301", "size must have at most 1 character, not 2"),
        ({"pattern": "^a", "match": r"\Aa"}, "ab", None),
        ({"pattern": "^a$", "match": r"\Aa\Z"}, "a\n", r"size must match '^a$', not 'a\n'"),
        ({"minItems": 1}, [], "size must have at least 1 item, not 0"),
        ({"maxItems": 1}, [1, 2], "size must have at most 1 item, not 2"),
        ({"uniqueItems": True}, [1, True, "1", [1], [True]], None),
        ({"uniqueItems": True}, [{"a": 1}, {"a": 1.0}], "size must have different items, not {'a': 1.0} twice"),
        ({"minProperties": 1}, {}, "size must have at least 1 property, not 0"),
        ({"maxProperties": 2}, {"a": 1, "b": 2, "c": 3}, "size must have at most 2 properties, not 3"),
        ({"enum": ["DEFECT", "MISSION"]}, "MISSION", None),
        ({"enum": ["DEFECT", "MISSION"]}, "X", "size must be one of 'DEFECT', 'MISSION', not 'X'"),
        ({"enum": [1, None]}, True, "size must be one of 1, None, not True"),
        ({"enum": [1]}, 1.0, None),
        ({"enum": [[1], {"a": 1}]}, {"a": 1}, None),
        (
            {"enum": list(LEVELS[:24])},
            "Expart",
            f"size must be one of {', '.join(map(repr, LEVELS[:24]))}, not 'Expart'",
        ),
        (
            {"enum": list(LEVELS)},
            "Expart",
            "size must be one of 100 documented values, such as 'expert', not 'Expart'",
        ),
        (
            {"enum": list(LEVELS)},
            7,
            "size must be one of 100 documented values, such as 'beginner', 'advanced', 'expert', not 7",
        ),
        ({"const": "a"}, "b", "size must be 'a', not 'b'"),
        ({"properties": {"a": {"type": "string"}}}, {"a": 1}, "size.a must be a string, not the integer 1"),
        (
            {"properties": {"a b": {"items": {"minimum": 1}}}},
            {"a b": [1, 0]},
            "size['a b'][1] must be at least 1, not 0",
        ),
        ({"required": ["a", "b"]}, {"a": None}, "size.b is missing"),
        ({"additionalProperties": {"type": "string"}}, {"x": 1}, "size.x must be a string, not the integer 1"),
        ({"properties": {"x": {}}, "additionalProperties": {"type": "string"}}, {"x": 1}, None),
        ({"prefixItems": [{}, {"type": "string"}], "items": {"type": "integer"}}, [None, "a", 1], None),
        ({"prefixItems": [{}], "items": {"minimum": 1}}, [0, 0], "size[1] must be at least 1, not 0"),
        ({"allOf": [{"minimum": 1}, {"maximum": 2}]}, 3, "size must be at most 2, not 3"),
        (
            {"anyOf": [{"type": "integer"}, {"type": "string"}]},
            None,
            "size must be an integer or be a string, not None",
        ),
        ({"anyOf": [{"type": "null"}, PET]}, {"kind": "cow"}, "size.kind must be 'cat', not 'cow'"),
        ({"anyOf": [PET, DOG]}, {"kind": "dog"}, "size.legs is missing"),
        ({"anyOf": [PET, DOG]}, {"kind": "cow"}, "size.kind must be 'cat' or be 'dog', not 'cow'"),
        ({"anyOf": [PET, DOG]}, {"kind": "dog", "legs": "4"}, "size.legs must be an integer, not the string '4'"),
        ({"$ref": "Tree"}, {"children": [{"children": [{}]}]}, None),
        (
            {"$ref": "Tree"},
            {"children": [{}, {"children": [{"name": 1}]}]},
            "size.children[1].children[0].name must be a string, not the integer 1",
        ),
    ],
)
def test_value_is_refused_with_a_message_that_says_what_is_expected(
    runtime: ModuleType, schema: object, value: object, expected: str | None
):
    assert complaint(runtime, schema, value, TREE) == expected


def test_long_value_is_shortened(runtime: ModuleType):
    message = complaint(runtime, {"maxLength": 3, "enum": ["a" * 1000]}, "b" * 1_000_000)
    assert message is not None
    assert len(message) < 200


def test_integer_of_very_many_digits_is_shortened(runtime: ModuleType):
    assert (
        complaint(runtime, {"maximum": 1}, 10**5000) == "size must be at most 1, not an integer of thousands of digits"
    )


@pytest.mark.parametrize("value", [b"file", ("name", b"file"), {1}, object()])
def test_value_that_json_does_not_have_passes(runtime: ModuleType, value: object):
    schema = {"type": "integer", "minimum": 1, "enum": [1], "pattern": "a", "required": ["a"], "uniqueItems": True}
    assert complaint(runtime, schema, value) is None


def test_deep_value_is_an_argument_error(runtime: ModuleType):
    value: dict[str, object] = {}
    for _ in range(5000):
        value = {"children": [value]}
    assert complaint(runtime, {"$ref": "Tree"}, value, TREE) == "size is nested too deeply"


def test_value_is_checked_as_deep_as_it_can_be_sent(runtime: ModuleType):
    value: dict[str, object] = {"name": 1}
    for _ in range(150):
        value = {"children": [value]}
    message = complaint(runtime, {"$ref": "Tree"}, value, TREE)
    assert message is not None
    assert message.endswith("name must be a string, not the integer 1")


def test_long_text_is_not_matched(runtime: ModuleType):
    schema = {"pattern": "^.*a.*$", "match": r"\A[^\n]*a[^\n]*\Z"}
    started = time.process_time()
    assert complaint(runtime, schema, "b" * 1_000_000) is None
    assert complaint(runtime, schema, "b" * 4000) is not None
    assert time.process_time() - started < 5


BODY = {"Create": {"body": {"properties": {"Name": {"type": "string"}, "Size": {"minimum": 1}}, "required": ["Name"]}}}


@pytest.mark.parametrize(
    ("wire", "extra", "expected"),
    [
        ({"Name": "a"}, (), None),
        ({"Size": 1}, (), "Create: Name is missing"),
        ({"Size": 1}, ("Name",), None),
        ({"Name": "a", "Size": 0}, (), "Create: Size must be at least 1, not 0"),
        ({"Name": "a", "Size": 0}, ("Size", "More"), None),
    ],
)
def test_body_is_checked_but_for_what_the_caller_adds(
    runtime: ModuleType, wire: object, extra: tuple[str, ...], expected: str | None
):
    use(runtime, BODY)
    refused = pytest.raises(ValueError, match=expected) if expected else contextlib.nullcontext()
    with refused:
        runtime.check_body("Create", wire, extra)


@pytest.mark.parametrize(
    ("schema", "wire", "expected"),
    [
        ({"type": "object"}, [], "Send: the request body must be an object, not a list"),
        ({"items": {"type": "string"}}, ["a", 1], "Send: body[1] must be a string, not the integer 1"),
        ({"properties": {"tag[name]": {"const": "a"}}}, {"tag[name]": 1}, "Send: tag[name] must be 'a', not 1"),
    ],
)
def test_body_that_is_one_value_is_named(runtime: ModuleType, schema: object, wire: object, expected: str):
    use(runtime, {"Send": {"body": schema}})
    with pytest.raises(ValueError, match="Send") as caught:
        runtime.check_body("Send", wire)
    assert str(caught.value) == expected


def test_what_has_no_schema_passes(runtime: ModuleType):
    use(runtime, BODY)
    runtime.check_parameters("Create", "query", {"x": object()})
    runtime.check_parameters("Other", "query", {"x": object()})
    runtime.check_body("Other", object())


NAMES = st.sampled_from(["a", "b", "c"])
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 5), st.sampled_from([0.5, 1.0, -2.0, 2.5]), st.text("abé😀\n", max_size=4)
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=8
)
TYPES = st.sampled_from(["string", "integer", "number", "boolean", "null", "array", "object"])
COUNTS = st.integers(0, 3)


def schemas(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Schemas of the supported keywords."""
    keywords: dict[str, st.SearchStrategy[Any]] = {
        "type": TYPES | st.lists(TYPES, min_size=1, max_size=3, unique=True),
        "enum": st.lists(VALUES, min_size=1, max_size=4),
        "const": VALUES,
        **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), st.integers(-2, 4)),
        "multipleOf": st.sampled_from([1, 2, 3, 0.5]),
        **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), COUNTS),
        "pattern": st.sampled_from(["a", "^a", "b.", "[ab]{2}"]),
        "uniqueItems": st.booleans().filter(bool),
        "required": st.lists(NAMES, max_size=2, unique=True),
        "properties": st.dictionaries(NAMES, inner, max_size=3),
        **dict.fromkeys(("additionalProperties", "items"), inner),
        **dict.fromkeys(("prefixItems", "allOf", "anyOf"), st.lists(inner, min_size=1, max_size=3)),
        "$ref": st.sampled_from(["One", "Two"]),
    }
    # With more than four keywords nothing is ever valid.
    chosen = st.lists(st.sampled_from(sorted(keywords)), max_size=4, unique=True)
    return chosen.flatmap(lambda names: st.fixed_dictionaries({name: keywords[name] for name in names}))


SCHEMAS = st.recursive(st.fixed_dictionaries({}, optional={"type": TYPES, "minimum": st.integers(0, 3)}), schemas)
NAMED = {
    "One": {"type": ["object", "integer"], "properties": {"a": {"$ref": "One"}}},
    "Two": {"items": {"$ref": "Two"}, "maxItems": 1, "type": ["array", "string"]},
}


def as_reference(schema: Any) -> Any:
    """The same schema with references as JSON Schema writes them."""
    if isinstance(schema, dict):
        return {key: f"urn:schemas#/{item}" if key == "$ref" else as_reference(item) for key, item in schema.items()}
    return [as_reference(item) for item in schema] if isinstance(schema, list) else schema


REGISTRY = jsonschema_rs.Registry([("urn:schemas", as_reference(NAMED))], draft=jsonschema_rs.Draft202012)


@settings(max_examples=600, deadline=None)
@given(schema=SCHEMAS, value=VALUES)
@pytest.mark.usefixtures("runtime")
def test_value_is_refused_exactly_when_it_is_invalid(schema: dict[str, Any], value: object):
    checker = importlib.import_module("checks_alone._constraints")
    found = (check(value) for check in checker.Checker(NAMED).compile(schema))
    problem = next((item for item in found if item is not None), None)
    reference = jsonschema_rs.Draft202012Validator(as_reference(schema), registry=REGISTRY)
    assert (problem is None) == reference.is_valid(value), problem and problem.message("value")
