"""A union is read as the member that one property of the object names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.package import generate_package
from tests.generator.importing import Document, imported, of_schemas, part, reference


def animal(**more: object) -> Document:
    return {"type": "object", "properties": {"kind": {"type": "string"}, "name": {"type": "string"}}, **more}


def tagged(*values: str, **properties: object) -> Document:
    kinds = {"type": "string", "enum": [*values]}
    return {"type": "object", "required": ["kind"], "properties": {"kind": kinds, **properties}}


def both(**discriminator: object) -> Document:
    return {"oneOf": [reference("Cat"), reference("Dog")], "discriminator": {"propertyName": "kind", **discriminator}}


MAPPING = {"cat": "#/components/schemas/Cat", "hound": "Dog"}
DOCUMENT = of_schemas(
    Cat=animal(),
    Dog=animal(),
    Mapped=both(mapping=MAPPING),
    Implied=both(),
    Holder={
        "type": "object",
        "properties": {"one": both(mapping=MAPPING), "many": {"type": "array", "items": both(mapping=MAPPING)}},
    },
    Nullable={**both(mapping=MAPPING), "nullable": True},
    Extended={**both(mapping=MAPPING), "properties": {"age": {"type": "integer"}}},
    Telling={"anyOf": [tagged("a", "b", x={"type": "integer"}), tagged("c", x={"type": "string"})]},
    Renamed={
        "oneOf": [reference("Cat"), reference("Dog"), {"type": "string"}],
        "discriminator": {"propertyName": "X-Kind", "mapping": MAPPING},
    },
    Base=animal(discriminator={"propertyName": "kind", "mapping": {"l": "Leaf"}}),
    Leaf={"allOf": [reference("Base"), {"type": "object", "properties": {"green": {"type": "boolean"}}}]},
    Twig={"allOf": [reference("Leaf")]},
    Same={"allOf": [reference("Base")], "description": "The same."},
    Tree={"type": "object", "properties": {"root": reference("Base"), "parts": reference("Parts")}},
    Parts={"type": "array", "items": {"allOf": [reference("Base")], "description": "One part."}},
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported(DOCUMENT, tmp_path_factory.mktemp("choices")) as module:
        yield module


def read(package: ModuleType, model: str, value: object) -> Any:
    """Return the value as its model, which must give the same JSON again."""
    expected = getattr(part(package, "models"), model)
    result = part(package, "_decoding").decode(expected, json.dumps(value).encode())
    assert part(package, "_model").to_wire(result) == value
    return result


@pytest.mark.parametrize(
    ("model", "value", "expected"),
    [
        ("Mapped", {"kind": "cat"}, "Cat"),
        ("Mapped", {"kind": "hound"}, "Dog"),
        ("Mapped", {"kind": "Dog", "more": [1.0]}, "Dog"),
        ("Implied", {"kind": "Cat"}, "Cat"),
        ("Implied", {"kind": "Dog"}, "Dog"),
        ("Nullable", {"kind": "hound"}, "Dog"),
        ("Extended", {"kind": "hound", "age": 3}, "ExtendedValue2"),
        ("Telling", {"kind": "b"}, "TellingValue1"),
        ("Telling", {"kind": "c"}, "TellingValue2"),
        ("Renamed", {"X-Kind": "hound"}, "Dog"),
        ("AnyBase", {"kind": "l"}, "Leaf"),
        ("AnyBase", {"kind": "Twig", "green": True}, "Twig"),
        ("AnyBase", {"kind": "Base"}, "Base"),
    ],
)
def test_property_chooses_the_class(package: ModuleType, model: str, value: object, expected: str):
    assert type(read(package, model, value)).__name__ == expected


@pytest.mark.parametrize(
    ("model", "value"),
    [
        ("Mapped", {"kind": "bird", "wings": 2}),
        ("Mapped", {}),
        ("Mapped", {"kind": "cat", "name": "x"}),
        ("AnyBase", {"kind": "bird"}),
        ("AnyBase", {"name": "x"}),
        ("Telling", {"kind": "zzz", "x": 1.0}),
        ("Telling", {"kind": "a", "x": "not as documented"}),
        ("Nullable", None),
        ("Renamed", "text"),
    ],
)
def test_value_that_nothing_announces_is_read_all_the_same(package: ModuleType, model: str, value: object):
    read(package, model, value)


def test_choice_is_made_inside_of_other_models(package: ModuleType):
    value = {"one": {"kind": "hound"}, "many": [{"kind": "cat"}, {"kind": "hound"}, {"kind": "bird"}]}
    holder = read(package, "Holder", value)
    assert type(holder.one).__name__ == "Dog"
    assert [type(item).__name__ for item in holder.many][:2] == ["Cat", "Dog"]


def test_reference_to_a_base_gives_what_extends_it(package: ModuleType):
    tree = read(package, "Tree", {"root": {"kind": "l", "green": True}, "parts": [{"kind": "Twig"}, {"kind": "?"}]})
    assert tree.root.green is True
    assert type(tree.parts[0]).__name__ == "Twig"


def test_instances_are_accepted_where_the_union_is(package: ModuleType):
    models = part(package, "models")
    holder = models.Holder(one=models.Dog(kind="hound"), many=[models.Cat(kind="cat")])
    assert holder.to_wire() == {"one": {"kind": "hound"}, "many": [{"kind": "cat"}]}
    assert type(holder.one).__name__ == "Dog"


@pytest.mark.parametrize("target", ["#/components/schemas/Nobody", "Nobody", "other.json#/Cat", 1, None, {}])
def test_value_that_leads_nowhere_is_a_diagnostic(target: object):
    document = of_schemas(Cat=animal(), Dog=animal(), Both=both(mapping={"a/b": target}))
    assert [item.pointer for item in generate_package(document, name="x").diagnostics] == [
        "#/components/schemas/Both/discriminator/mapping/a~1b"
    ]


@pytest.mark.parametrize("odd", [1, None, [], {}, {"propertyName": 1}, {"propertyName": "kind", "mapping": []}])
def test_odd_discriminator_breaks_nothing(odd: object, tmp_path: Path):
    document = of_schemas(
        Cat=animal(discriminator=odd),
        Dog={"allOf": [reference("Cat"), reference("Dog")]},
        Both={"oneOf": [reference("Cat"), reference("Dog")], "discriminator": odd},
        Round={"oneOf": [reference("Round"), reference("Both")], "discriminator": {"propertyName": "kind"}},
    )
    with imported(document, tmp_path) as package:
        read(package, "Both", {"kind": "Dog"})
