"""What a page has to state so that it gives a reference back, and what an API that was read states."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spec.model import JSON, Api, ArrayOf, MediaType, ObjectOf, Operation, Property, Reference, Scalar, Structure, Type
from tests.scraper.round_trips.reference import Call, Field


@dataclass(frozen=True)
class Habits:
    """What pages of a dialect state: `has_answers` where they have tables of what is answered, `has_long` where they
    tell long integers apart, `says_required` where a row says whether it is; `envelope` is the key around an answer.
    Where `address` is set, all operations have it, and an action by which they differ. `facts` matches what the pages
    add to the text of a description.
    """

    facts: re.Pattern[str]

    has_answers: bool = True
    has_long: bool = False
    says_required: bool = True
    envelope: str = ""
    address: str = ""


def expect(reference: Sequence[Call], habits: Habits) -> dict[object, object]:
    """What `state` gives for a page of the reference."""
    return {
        _key(call, habits): {
            "title": call.title,
            "path": [] if habits.address else [name for _, name in call.path],
            "query": _rows(call.query, habits),
            "body": _rows(call.body, habits),
            "answer": _rows(call.answer, habits, asks=False) if habits.has_answers else [],
            "sent": [sent] if (sent := sent_example(call, habits)) else [],
            "told": [told] if (told := told_example(call, habits)) else [],
        }
        for call in reference
    }


def sent_example(call: Call, habits: Habits) -> dict[str, JSON]:
    """What the request of a call shows."""
    return {"Action": action(call), **call.sent} if habits.address else call.sent


def told_example(call: Call, habits: Habits) -> JSON:
    """What the answer to a call shows."""
    return {habits.envelope: call.told} if habits.envelope else call.told


def action(call: Call) -> str:
    """What tells a call from others that have the same address."""
    return f"{call.method.title()}{call.path[0][0].title()}"


def _key(call: Call, habits: Habits) -> tuple[str, str, str]:
    return ("POST", habits.address, action(call)) if habits.address else (call.method, call.place("{x}"), "")


def state(api: Api, habits: Habits) -> dict[object, object]:
    """What an API states, as far as a reference does."""
    return {
        (each.method, each.path, each.action.value if each.action else ""): _operation(each, api.structures, habits)
        for each in api.operations
    }


def _operation(operation: Operation, defined: Sequence[Structure], habits: Habits) -> dict[str, object]:
    structures = {each.name: each for each in defined if each.operation in (None, operation.id)}
    content = operation.request_body.content if operation.request_body else ()
    good = [response for response in operation.responses if response.status.startswith(("2", "d"))]
    answers = [each for response in good for each in response.content]
    told = _members(_schema(answers), structures)
    if habits.envelope and [each.name for each in told] == [habits.envelope]:
        told = _members(told[0].type, structures)
    return {
        "title": operation.title,
        "path": [each.property.name for each in operation.parameters if each.location == "path"],
        "query": _properties([p.property for p in operation.parameters if p.location == "query"], structures, habits),
        "body": _properties(_members(_schema(content), structures), structures, habits),
        "answer": _properties(told, structures, habits, asks=False),
        "sent": _examples(content),
        "told": _examples(answers),
    }


def _rows(rows: Sequence[Field], habits: Habits, *, asks: bool = True) -> list[object]:
    """Rows as `_properties` gives them; `asks` where they are about what is sent."""
    return [
        (
            row.name,
            row.required if asks and habits.says_required else None,
            row.type if habits.has_long or row.type != "long" else "integer",
            row.values,
            row.default,
            row.bounds,
            " ".join(" ".join(row.text).split()),
            _rows(row.members, habits, asks=asks),
        )
        for row in rows
    ]


def _properties(
    properties: Sequence[Property], structures: Mapping[str, Structure], habits: Habits, *, asks: bool = True
) -> list[object]:
    return [
        (
            each.name,
            (each.required is not None and each.required.value) if asks and habits.says_required else None,
            _kind(each.type, structures),
            tuple(value.value for value in each.enum),
            each.default.value if each.default else None,
            _bounds(each),
            " ".join(habits.facts.sub("", each.description).split()),
            _properties(_members(each.type, structures), structures, habits, asks=asks),
        )
        for each in properties
        if each.const is None
    ]


def _bounds(of: Property) -> tuple[object, ...] | None:
    found = {constraint.keyword: constraint.value for constraint in of.constraints}
    return (found.get("minimum"), found.get("maximum"), *found.keys() - {"minimum", "maximum"}) if found else None


def _kind(of: Type, structures: Mapping[str, Structure]) -> str:
    """A type in the words of a reference."""
    match of:
        case Scalar(name, "int64"):
            return "long" if name == "integer" else f"{name} (int64)"
        case Scalar(name):
            return name
        case ArrayOf(items):
            return f"array of {_kind(items, structures)}"
        case ObjectOf():
            return "object"
        case Reference(name) if name in structures:
            return "object"
    return type(of).__name__


def _members(of: Type | None, structures: Mapping[str, Structure]) -> Sequence[Property]:
    match of:
        case Reference(name) if name in structures:
            return structures[name].properties
        case ArrayOf(items):
            return _members(items, structures)
        case ObjectOf(properties):
            return properties
    return ()


def _schema(contents: Sequence[MediaType]) -> Type | None:
    return contents[0].schema if contents else None


def _examples(contents: Sequence[MediaType]) -> list[JSON]:
    return [example.value for content in contents for example in content.examples]
