"""The counts of an independent reading of the original pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.facts import PageFacts
from scraper.page import read_page
from spec.model import ObjectOf
from tests.scraper.huawei.reading import read

ORIGINALS = Path(__file__).parents[3].parent / "shared" / "pages" / "originals"


@pytest.fixture(scope="module")
def facts() -> list[PageFacts]:
    paths = [path for number in ("000", "001", "004") for path in ORIGINALS.glob(f"{number}_*")]
    if len(paths) != 3:
        pytest.skip("the original pages are not beside this repository")
    return [read(read_page(path, path.name)) for path in paths]


def test_the_originals_hold_what_was_counted(facts: list[PageFacts]) -> None:
    operations = [operation for page in facts for operation in page.api.operations]
    responses = [response for operation in operations for response in operation.responses]
    bodies = [operation.request_body.content[0] for operation in operations if operation.request_body]
    answers = [content for response in responses for content in response.content]
    structures = [structure for page in facts for structure in page.api.structures]
    assert len(operations) == 3
    assert sum(len(operation.parameters) for operation in operations) == 9
    assert sum(len(body.schema.properties) for body in bodies if isinstance(body.schema, ObjectOf)) == 8
    rows = (len(a.schema.properties) if isinstance(a.schema, ObjectOf) else 1 for a in answers)
    assert sum(rows) == 26
    assert sum(len(response.headers) for response in responses) == 1
    assert len(structures) == 7
    assert sum(len(structure.properties) for structure in structures) == 66
    assert sum(len(content.examples) for content in (*bodies, *answers)) == 8


def test_the_originals_have_no_unread_line(facts: list[PageFacts]) -> None:
    assert [page.accounting.unread for page in facts] == [(), (), ()]


def test_every_row_of_the_originals_has_a_type_and_its_lines(facts: list[PageFacts]) -> None:
    for page in facts:
        for structure in page.api.structures:
            for prop in structure.properties:
                assert prop.source.first < prop.source.last
                assert type(prop.type).__name__ != "UnknownType"
