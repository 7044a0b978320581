from dataclasses import replace

from scraper.facts import PageFacts
from scraper.ledger import Accounting
from scraper.passes.merge import merge_pages
from spec.model import Location

from .builders import api, example, operation, row, table


def merge(*operations):
    return merge_pages([PageFacts(api(*operations), (), Accounting(0, 0, (), ()))], "")


def test_second_printing_adds_its_rows_examples_and_statuses() -> None:
    first = operation("list", parameters=(("query", row(5, "page", "Integer")),))
    again = operation(
        "list",
        line=20,
        parameters=(("query", row(25, "page", "String")), ("query", row(26, "active", "Boolean"))),
        response=table(row(30, "id", "Integer")),
        response_example={"id": 1},
    )
    merged, (finding,) = merge(first, again)
    (only,) = merged.operations
    assert [(p.location, p.property.name) for p in only.parameters] == [
        (Location.QUERY, "page"),
        (Location.QUERY, "active"),
    ]
    assert [e.value for e in only.responses[0].content[0].examples] == [{"id": 1}]
    assert (finding.code, finding.line, finding.operation) == ("duplicate-operation", 20, "list")


def test_equal_examples_are_kept_once_and_others_get_a_name_of_their_own() -> None:
    first = operation("list", response_example={"id": 1})
    media = first.responses[0].content[0]
    other = replace(media, examples=(example(300, {"id": 2}), example(310, {"id": 1})))
    again = replace(first, responses=(replace(first.responses[0], content=(other,)),))
    merged, _ = merge(first, again)
    examples = merged.operations[0].responses[0].content[0].examples
    assert [(e.name, e.value) for e in examples] == [("example-1", {"id": 1}), ("example-2", {"id": 2})]
