from __future__ import annotations

from pathlib import Path

from scraper.dialects.huawei import DIALECT
from scraper.facts import PageFacts
from scraper.page import Page
from spec.model import ObjectOf, Operation, Property

PAGES = Path(__file__).parent / "pages"


def fixture(name: str) -> Page:
    return page((PAGES / name).read_text(encoding="utf-8"), name)


def page(text: str, name: str = "page.txt") -> Page:
    return Page(name, tuple(text.split("\n")))


def read(given: Page) -> PageFacts:
    blocks, findings = DIALECT.read_dump(given)
    assert not findings
    return DIALECT.parse(given, blocks)


def only(facts: PageFacts) -> Operation:
    (operation,) = facts.api.operations
    return operation


def body(operation: Operation) -> tuple[Property, ...]:
    assert operation.request_body is not None
    schema = operation.request_body.content[0].schema
    assert isinstance(schema, ObjectOf)
    return schema.properties


def codes(facts: PageFacts) -> list[str]:
    return sorted(diagnostic.code for diagnostic in facts.diagnostics)
