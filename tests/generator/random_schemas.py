"""Random schemas, each with a value for requests and one for responses that conform to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import quote

from hypothesis import strategies as st

from tests.generator.documents import HOSTILE_TEXTS, ODD_NAMES

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[T]], T]
Schema = dict[str, Any]

#: No lone surrogates: no file and no request can hold them, so that a document loses them.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
HOSTILE = [text for text in HOSTILE_TEXTS if "\ud800" not in text]
TEXTS = st.one_of(st.sampled_from(["", "a", "a text"]), ANY_TEXT, st.sampled_from(HOSTILE))
WORDS = ["id", "name", "Name", "value", "IssueCode", "status", "items", "type", "data", "from", "x_1"]
ODD = [name for name in ODD_NAMES if "\ud800" not in name]
NAMES = st.one_of(st.sampled_from(WORDS), st.sampled_from(ODD), ANY_TEXT)
COMPONENT_NAMES = st.one_of(
    st.sampled_from(["Pet", "Issue", "Model", "Any", "str", "models", "Client", "a.b-c", "1st", "Omit"]),
    st.from_regex(r"[A-Za-z0-9._-]{1,6}", fullmatch=True),
    st.sampled_from([name for name in ODD if name]),
)
WHOLE = st.one_of(st.integers(-3, 100), st.integers(-(2**70), 2**70))
FLOATS = st.one_of(st.sampled_from([0.5, 1.0, -0.0, 1e16, 2.5e-7]), st.floats(allow_nan=False, allow_infinity=False))
SCALARS = st.one_of(st.none(), st.booleans(), WHOLE, FLOATS, TEXTS)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=2), max_leaves=4
)
FORMATS = {
    "date": "2024-02-29",
    "date-time": "2024-02-29T12:00:00Z",
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
    "email": "a@b.example",
    "uri": "https://a.example/b",
    "byte": "YQ==",
    "password": "p",
    "unheard-of": "?",
}
PATTERNS = {"^[a-z]+$": "abc", r"\d{2}": "a12b", "^(a|b)*$": "abba", '^"$': '"', r"^\\$": "\\", "^中": "中文"}


@dataclass(frozen=True, slots=True)
class Shape:
    """A schema and what conforms to it.

    Attributes:
        schema: The schema.
        sent: A value in a request: nothing in it is only read.
        received: A value in a response: nothing in it is only written.
        kind: The JSON type of both values, `any` for several.
    """

    schema: Schema
    sent: Any
    received: Any
    kind: str


class SchemaDrawer:
    """Draws schemas; those that get a name are collected as components."""

    def __init__(self, draw: Draw[Any], *, is_new: bool) -> None:
        self.draw = draw
        self.is_new = is_new
        self.components: dict[str, Shape] = {}

    def chance(self, one_in: int = 2) -> bool:
        return self.draw(st.integers(1, one_in)) == one_in

    def shape(self, depth: int = 2) -> Shape:
        """Return any schema, with no more than `depth` levels of schemas inside it."""
        makers = [self.scalar, self.scalar, self.listed, self.anything]
        if depth > 0:
            makers += [self.object, self.object, self.object, self.array, self.map, self.union, self.reference]
            makers += [self.all_of, self.family, self.tree]
        inner = self.draw(st.sampled_from(makers))
        found = inner(depth) if inner not in (self.scalar, self.listed, self.anything) else inner()
        found = self.nullable(found) if self.chance(6) else found
        return self.described(found)

    def described(self, shape: Shape) -> Shape:
        if "$ref" in shape.schema and not self.is_new:
            return shape
        more: Schema = {}
        if self.chance(4):
            more["description"] = self.draw(TEXTS)
        if self.chance(8):
            more["title"] = self.draw(TEXTS)
        if self.chance(8) and "$ref" not in shape.schema:
            more["default"] = shape.sent
        if self.chance(12):
            more["deprecated"] = True
        return Shape({**shape.schema, **more}, shape.sent, shape.received, shape.kind)

    def scalar(self) -> Shape:
        return self.draw(st.sampled_from([self.string, self.integer, self.number, self.boolean]))()

    def string(self) -> Shape:
        value: str = self.draw(TEXTS)
        schema: Schema = {"type": "string"}
        match self.draw(st.integers(0, 5)):
            case 0:
                schema |= {"minLength": max(0, len(value) - 1), "maxLength": len(value) + 1}
            case 1:
                schema["format"], value = self.draw(st.sampled_from([*FORMATS.items()]))
            case 2:
                schema["pattern"], value = self.draw(st.sampled_from([*PATTERNS.items()]))
        return Shape(schema, value, value, "string")

    def integer(self) -> Shape:
        value: int = self.draw(WHOLE)
        schema: Schema = {"type": "integer"}
        match self.draw(st.integers(0, 5)):
            case 0:
                schema |= {"minimum": value - 1, "maximum": value}
            case 1:
                schema |= self.exclusive(value - 1)
            case 2:
                schema |= {"multipleOf": abs(value) or 1}
            case 3:
                schema["format"] = self.draw(st.sampled_from(["int32", "int64", "unheard-of"]))
        received = float(value) if abs(value) < 2**50 and self.chance(8) else value
        return Shape(schema, value, received, "integer")

    def exclusive(self, low: int) -> Schema:
        return {"exclusiveMinimum": low} if self.is_new else {"minimum": low, "exclusiveMinimum": True}

    def number(self) -> Shape:
        value: float = self.draw(st.one_of(FLOATS, WHOLE))
        limits: Schema = {"minimum": value, "maximum": value} if self.chance(4) else {}
        return Shape({"type": "number", **limits}, value, value, "number")

    def boolean(self) -> Shape:
        value = self.draw(st.booleans())
        return Shape({"type": "boolean"}, value, value, "boolean")

    def listed(self) -> Shape:
        """Return an enumeration or a constant."""
        kind, values = self.draw(
            st.sampled_from([("string", TEXTS), ("string", NAMES), ("integer", WHOLE), ("any", SCALARS)])
        )
        found = self.draw(st.lists(values, min_size=1, max_size=4, unique_by=repr))
        value = self.draw(st.sampled_from(found))
        schema: Schema = {"const": value} if self.is_new and self.chance(3) else {"enum": found}
        if kind != "any" and self.chance():
            schema["type"] = kind
        return Shape(schema, value, value, kind)

    def anything(self) -> Shape:
        return Shape({}, self.draw(JSON), self.draw(JSON), "any")

    def nullable(self, shape: Shape) -> Shape:
        schema = shape.schema
        sent, received = (None if self.chance() else value for value in (shape.sent, shape.received))
        if not self.is_new:
            wrapped = {"allOf": [schema]} if "$ref" in schema else schema
            if "enum" in wrapped:
                wrapped = {**wrapped, "enum": [*wrapped["enum"], None]}
            return Shape({**wrapped, "nullable": True}, sent, received, "any")
        if isinstance(schema.get("type"), str) and not {"enum", "const"} & set(schema) and self.chance():
            return Shape({**schema, "type": [schema["type"], "null"]}, sent, received, "any")
        # Where nothing tells the type, null may fit both branches.
        word = self.draw(st.sampled_from(["anyOf", "oneOf"])) if isinstance(schema.get("type"), str) else "anyOf"
        return Shape({word: [schema, {"type": "null"}]}, sent, received, "any")

    def object(self, depth: int) -> Shape:
        names: list[str] = self.draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
        parts = {name: self.shape(depth - 1) for name in names}
        return self.with_properties(parts)

    def with_properties(self, parts: dict[str, Shape]) -> Shape:
        """Return an object schema of `parts`; some are required, some only read or only written, some left out."""
        properties: Schema = {}
        required: list[str] = []
        sent: dict[str, Any] = {}
        received: dict[str, Any] = {}
        for name, item in parts.items():
            way = self.draw(st.sampled_from(["", "", "", "", "", "readOnly", "writeOnly"]))
            way = "" if "$ref" in item.schema and not self.is_new else way
            properties[name] = {**item.schema, **({way: True} if way else {})}
            is_required = self.chance()
            required += [name] if is_required else []
            if way != "readOnly" and (is_required or self.chance()):
                sent[name] = item.sent
            if way != "writeOnly" and (is_required or self.chance()):
                received[name] = item.received
        schema: Schema = {"type": "object", "properties": properties}
        if self.chance(8):
            del schema["type"]
        if required:
            schema["required"] = required
        if self.chance(4):
            schema["additionalProperties"] = self.draw(st.sampled_from([True, False, {}]))
        if schema.get("additionalProperties") is not False and self.chance(3):
            extra, value = self.draw(NAMES), self.draw(JSON)
            if extra not in parts:
                received[extra] = value
        return Shape(schema, sent, received, "object")

    def array(self, depth: int) -> Shape:
        item = self.shape(depth - 1)
        if self.is_new and self.chance(4):
            first = self.shape(0)
            schema: Schema = {"type": "array", "prefixItems": [first.schema, item.schema]}
            if self.chance():
                schema["items"] = False
            return Shape(schema, [first.sent, item.sent], [first.received, item.received], "array")
        count = self.draw(st.integers(0, 2))
        limits: Schema = {"minItems": count, "maxItems": count + 1} if self.chance(4) else {}
        return Shape(
            {"type": "array", "items": item.schema, **limits}, [item.sent] * count, [item.received] * count, "array"
        )

    def map(self, depth: int) -> Shape:
        item = self.shape(depth - 1)
        keys = self.draw(st.lists(NAMES, max_size=2, unique=True))
        schema = {"type": "object", "additionalProperties": item.schema}
        return Shape(schema, dict.fromkeys(keys, item.sent), dict.fromkeys(keys, item.received), "object")

    def union(self, depth: int) -> Shape:
        """Return a choice between schemas of different JSON types."""
        makers = [self.string, self.integer, self.boolean, lambda: self.object(depth - 1), lambda: self.array(depth)]
        chosen = self.draw(st.lists(st.sampled_from(makers), min_size=2, max_size=3, unique=True))
        branches = [maker() for maker in chosen]
        sent, received = (self.draw(st.sampled_from(branches)) for _ in range(2))
        word = self.draw(st.sampled_from(["oneOf", "anyOf"]))
        schemas = [{"type": item.kind, **item.schema} for item in branches]
        return Shape({word: schemas}, sent.sent, received.received, "any")

    def all_of(self, depth: int) -> Shape:
        """Return an object whose properties come from two schemas."""
        names: list[str] = self.draw(st.lists(NAMES, min_size=2, max_size=4, unique=True))
        first = self.with_open_properties({name: self.shape(depth - 1) for name in names[:1]})
        second = self.with_open_properties({name: self.shape(depth - 1) for name in names[1:]})
        first = self.named(first) if self.chance() else first
        sent, received = first.sent | second.sent, first.received | second.received
        if self.chance():
            return Shape({"allOf": [first.schema, second.schema]}, sent, received, "object")
        return Shape({"allOf": [first.schema], **second.schema}, sent, received, "object")

    def with_open_properties(self, parts: dict[str, Shape]) -> Shape:
        """Return an object schema of `parts` that allows any other property."""
        found = self.with_properties(parts)
        received = {name: value for name, value in found.received.items() if name in parts}
        schema = {key: value for key, value in found.schema.items() if key != "additionalProperties"}
        return Shape(schema, found.sent, received, "object")

    def family(self, depth: int) -> Shape:
        """Return a choice between named objects that one property tells apart, with or without a discriminator."""
        tag = self.draw(NAMES)
        values = self.draw(st.lists(NAMES, min_size=2, max_size=3, unique=True))
        members = [self.named(self.tagged(tag, value, depth)) for value in values]
        schema: Schema = {"oneOf": [member.schema for member in members]}
        if self.chance():
            references = [member.schema["$ref"] for member in members]
            schema["discriminator"] = {"propertyName": tag, "mapping": dict(zip(values, references, strict=True))}
        sent, received = (self.draw(st.sampled_from(members)) for _ in range(2))
        return Shape(schema, sent.sent, received.received, "object")

    def tagged(self, tag: str, value: str, depth: int) -> Shape:
        name = self.draw(NAMES)
        found = self.with_properties({name: self.shape(depth - 1)} if name != tag else {})
        kind: Schema = {"const": value} if self.is_new and self.chance() else {"enum": [value]}
        properties = {**found.schema["properties"], tag: {"type": "string", **kind}}
        required = [*found.schema.get("required", []), tag]
        return Shape(
            {**found.schema, "properties": properties, "required": required},
            {**found.sent, tag: value},
            {**found.received, tag: value},
            "object",
        )

    def tree(self, depth: int) -> Shape:
        """Return a named object that contains itself: as a property, in a list, in a map or in a union."""
        own = self.free_name()
        reference = {"$ref": self.pointer(own)}
        placeholder = Shape(reference, {}, {}, "any")
        self.components[own] = placeholder
        base = self.with_open_properties(
            {name: self.shape(depth - 1) for name in self.draw(st.lists(NAMES, max_size=1))}
        )
        around = self.draw(st.sampled_from(["property", "list", "map", "union"]))
        name = self.draw(NAMES.filter(lambda name: name not in base.schema["properties"]))
        inside: Schema = {
            "property": reference,
            "list": {"type": "array", "items": reference},
            "map": {"type": "object", "additionalProperties": reference},
            "union": {"oneOf": [{"type": "string"}, reference]},
        }[around]

        def wrap(value: Any) -> Any:
            return {"list": [value, value], "map": {"k": value}}.get(around, value)

        schema = {"type": "object", **base.schema, "properties": {**base.schema["properties"], name: inside}}
        sent, received = {**base.sent, name: wrap(base.sent)}, {**base.received, name: wrap(base.received)}
        self.components[own] = Shape(schema, sent, received, "object")
        return Shape(reference, sent, received, "object")

    def reference(self, depth: int) -> Shape:
        known = [name for name, shape in self.components.items() if shape.kind != "any" or shape.schema == {}]
        known = [name for name in known if "$ref" not in self.components[name].schema]
        if known and self.chance():
            name = self.draw(st.sampled_from(known))
            shape = self.components[name]
            return Shape({"$ref": self.pointer(name)}, shape.sent, shape.received, shape.kind)
        return self.named(self.shape(depth - 1))

    def named(self, shape: Shape) -> Shape:
        """Return a reference to a new component."""
        name = self.free_name()
        self.components[name] = shape
        return Shape({"$ref": self.pointer(name)}, shape.sent, shape.received, shape.kind)

    def free_name(self) -> str:
        return self.draw(COMPONENT_NAMES.filter(lambda name: name not in self.components))

    def pointer(self, name: str) -> str:
        return "#/components/schemas/" + quote(name.replace("~", "~0").replace("/", "~1"), safe="~")
