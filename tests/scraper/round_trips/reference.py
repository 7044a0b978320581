"""A random reference: what pages of every dialect can state, and what of an API is compared with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from spec.model import JSON, Api, ArrayOf, MediaType, ObjectOf, Property, Reference, Scalar, Structure, Type

TYPES = ("string", "integer", "boolean", "array of string")
METHODS = ("GET", "POST", "PUT", "DELETE")
_WORDS = ("Lamp", "Room", "Shelf", "colour", "number", "of", "the", "house", "that", "hangs", "there")
_NAMES = (
    "name",
    "type",
    "url",
    "status",
    "description",
    "id_list",
    "watt",
    "room_no",
    "is_on",
    "key",
    "colour",
    "date",
)


@dataclass(frozen=True)
class Field:
    """A row of a table; `required` is unknown where a page of the dialect has no word for it."""

    name: str
    required: bool
    type: str
    text: str


@dataclass(frozen=True)
class Call:
    """One operation: names in `path` without a fixed part are placeholders."""

    title: str
    method: str
    path: tuple[tuple[str, str], ...]
    query: tuple[Field, ...]
    body: tuple[Field, ...]
    answer: tuple[Field, ...]
    example: JSON

    def with_one_table(self) -> Call:
        """The operation for a dialect whose pages do not tell query and body apart."""
        return replace(self, query=(), body=self.query + self.body) if self.method in ("POST", "PUT") else self

    def place(self, placeholder: str) -> str:
        """The path, with placeholders written like `{}` or `:`, the brackets or mark given around `x`."""
        return "".join(f"/{fixed}/{placeholder.replace('x', name)}" for fixed, name in self.path)


def fields(minimum: int = 0, maximum: int = 4) -> st.SearchStrategy[tuple[Field, ...]]:
    """Rows with different names."""
    text = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=6).map(lambda words: f"The {' '.join(words)}.")
    row = st.builds(Field, st.sampled_from(_NAMES), st.booleans(), st.sampled_from(TYPES), text)
    return st.lists(row, min_size=minimum, max_size=maximum, unique_by=lambda each: each.name).map(tuple)


@st.composite
def calls(draw: st.DrawFn, number: int = 0) -> Call:
    """An operation whose parameters have different names everywhere."""
    method = draw(st.sampled_from(METHODS))
    depth = draw(st.integers(1, 2))
    path = tuple(
        (f"{draw(st.sampled_from(('rooms', 'lamps', 'shelves')))}{number}{step}", f"p{step}_id")
        for step in range(depth)
    )
    rows = draw(fields(1, 6))
    cut = draw(st.integers(0, len(rows))) if method in ("POST", "PUT") else len(rows)
    answer = draw(fields(1, 4))
    verb, thing = draw(st.sampled_from(("Hang", "Read", "Move", "Take"))), draw(st.sampled_from(("Lamp", "Shelf")))
    title = f"{verb} a {thing} {number}"
    return Call(
        title, method, path, rows[:cut], rows[cut:], answer, {row.name: draw(values(row.type)) for row in answer}
    )


def values(kind: str) -> st.SearchStrategy[JSON]:
    """Values that fit a type."""
    text = st.sampled_from(("red", "the hall", "a-1", "2 metres", "{x}", "Größe"))
    by_type: dict[str, st.SearchStrategy[JSON]] = {
        "string": text,
        "integer": st.integers(0, 10**6),
        "boolean": st.booleans(),
        "array of string": st.lists(text, min_size=1, max_size=3),
    }
    return by_type[kind]


def references() -> st.SearchStrategy[list[Call]]:
    """One to three operations, which differ in their paths."""
    return st.integers(1, 3).flatmap(lambda count: st.tuples(*(calls(number) for number in range(count))).map(list))


def expect(reference: list[Call], *, has_answers: bool) -> dict[object, object]:
    """What `state` gives for a page of the reference; some dialects have no tables of what is answered."""
    return {
        (call.method, call.place("{x}")): {
            "path": [name for _, name in call.path],
            "query": _rows(call.query),
            "body": _rows(call.body),
            "answer": sorted((row.name, row.type) for row in call.answer if has_answers),
            "examples": [call.example],
        }
        for call in reference
    }


def state(api: Api) -> dict[object, object]:
    """What an API states, as far as a reference does."""
    structures = {structure.name: structure for structure in api.structures}
    found: dict[object, object] = {}
    for operation in api.operations:
        content = operation.request_body.content if operation.request_body else ()
        good = [response for response in operation.responses if response.status.startswith(("2", "d"))]
        answers = [each for response in good for each in response.content]
        found[operation.method, operation.path] = {
            "path": [each.property.name for each in operation.parameters if each.location == "path"],
            "query": _stated([each.property for each in operation.parameters if each.location == "query"]),
            "body": _stated(_properties(content, structures)),
            "answer": sorted((each.name, kind(each.type)) for each in _properties(tuple(answers), structures)),
            "examples": [example.value for each in answers for example in each.examples],
        }
    return found


def kind(of: Type) -> str:
    """A type in the words of a reference."""
    match of:
        case Scalar(name):
            return name
        case ArrayOf(items):
            return f"array of {kind(items)}"
    return type(of).__name__


def _rows(rows: tuple[Field, ...]) -> list[object]:
    return sorted((row.name, row.required, row.type) for row in rows)


def _stated(properties: list[Property]) -> list[object]:
    return sorted((each.name, bool(each.required and each.required.value), kind(each.type)) for each in properties)


def _properties(contents: tuple[MediaType, ...], structures: dict[str, Structure]) -> list[Property]:
    schema = contents[0].schema if contents else None
    if isinstance(schema, Reference):
        return list(structures[schema.name].properties)
    return list(schema.properties) if isinstance(schema, ObjectOf) else []
