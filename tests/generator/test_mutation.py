"""A malformed document gives findings, never an exception."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.package import read_package
from tests.generator.documents import Document, old, rest, rpc

ORIGINALS = [rest(), rpc(), old()]
JUNK = (
    None,
    1,
    float("nan"),
    True,
    "",
    "x",
    [],
    {},
    [None],
    {"a": 1},
    {"$ref": "#"},
    {"$ref": "#/components/schemas/Tag"},
    {"$ref": 1},
    {"type": []},
    {"type": {}},
    {"allOf": [1]},
    {"properties": []},
    {"enum": [None, {}]},
    {"required": [{}]},
    {"type": "object", "properties": {"a": 1}},
    {"anyOf": [{}, None]},
)


def paths(value: object, here: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    yield here
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from paths(item, (*here, key))


def mutate(document: Document, choices: random.Random) -> None:
    targets = [path for path in paths(document) if path and path != ("openapi",)]
    if not targets:
        return
    target = choices.choice(targets)
    owner: object = document
    for key in target[:-1]:
        owner = owner[key]
    if isinstance(owner, dict) and choices.random() < 0.3:
        del owner[target[-1]]
    else:
        owner[target[-1]] = copy.deepcopy(choices.choice(JUNK))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(ORIGINALS), st.integers(1, 4), st.randoms(use_true_random=False))
def test_mutated_document_is_read(original: Document, count: int, choices: random.Random):
    document = copy.deepcopy(original)
    for _ in range(count):
        mutate(document, choices)
    source, view, examples = read_package(document, name="x")
    assert {case["operation"] for case in examples["requests"]} <= {str(item.operation_id) for item in view.operations}
    assert len(view.operations) == len(list(source.operations()))
