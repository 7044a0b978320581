from dataclasses import replace

import pytest

from scraper.facts import PageFacts
from scraper.ledger import Accounting
from scraper.passes.echo import check_echoes
from scraper.passes.merge import merge_pages
from scraper.passes.rows import check_rows
from spec.model import Evidence, Location, Scalar, SecurityScheme, UnknownType

from .builders import api, operation, row, structure, table


def found(diagnostics):
    return [(d.code, d.line, d.pointer) for d in diagnostics]


def test_repeated_row_is_joined_and_reported() -> None:
    result, findings = check_rows(
        api(structures=(structure("Item", row(5, "id", UnknownType("")), row(6, "id", "Integer")),))
    )
    assert [(p.name, p.type) for p in result.structures[0].properties] == [("id", Scalar("integer"))]
    assert found(findings) == [("missing-type", 5, "Item.id"), ("duplicate-row", 6, "Item.id")]


def test_type_that_nobody_knows_is_reported_with_its_text() -> None:
    _, (finding,) = check_rows(api(operation(response=table(row(5, "v", "frob nicate")))))
    assert (finding.code, finding.pointer) == ("unknown-type", "response 200.v")
    assert "frob nicate" in finding.message


def test_placeholder_without_a_row_becomes_a_path_parameter_of_unknown_type() -> None:
    result, findings = check_rows(api(operation(path="/things/{id}")))
    (parameter,) = result.operations[0].parameters
    assert (parameter.location, parameter.property.name) == (Location.PATH, "id")
    assert parameter.property.type == UnknownType()
    assert parameter.property.source.evidence is Evidence.URL
    assert [code for code, *_ in found(findings)] == ["placeholder-mismatch"]


def test_path_parameter_without_a_placeholder_moves_to_the_query() -> None:
    result, findings = check_rows(api(operation(parameters=(("path", row(5, "id", "Integer")),))))
    assert [p.location for p in result.operations[0].parameters] == [Location.QUERY]
    assert found(findings) == [("placeholder-mismatch", 5, "path.id")]


@pytest.mark.parametrize(
    ("names", "odd"),
    [
        (["ProjectName", "IssueCode", "PageSize", "keywords"], ["keywords"]),
        (["project_id", "issue_id", "page_size", "name"], []),
        (["project_id", "issue_id", "page_size", "perPage"], ["perPage"]),
        (["Name", "code"], []),
    ],
)
def test_name_spelt_unlike_its_neighbours_is_reported(names: list[str], odd: list[str]) -> None:
    rows = table(*(row(5 + i, name, "String") for i, name in enumerate(names)))
    _, findings = check_rows(api(operation(request=rows)))
    assert [f.pointer.rpartition(".")[2] for f in findings if f.code == "inconsistent-naming"] == odd


@pytest.mark.parametrize(
    ("sent", "answered", "expected"),
    [
        ({"name": "a"}, {"Result": {"name": "b"}}, ["response 200.name"]),
        ({"name": "a"}, {"Result": {"name": "a"}}, []),
        ({"name": "a"}, {"name": 1}, []),
        ({"name": "a"}, {"list": [{"name": "b"}]}, []),
        ({"name": "a"}, {"name": "a", "owner": {"name": "b"}}, []),
        ({"name": "a"}, {"name": "b", "owner": {"name": "a"}}, ["response 200.name"]),
        ({"name": "a"}, {"old": {"name": "b"}, "new": {"name": "a"}}, []),
    ],
)
def test_answer_that_does_not_echo_the_request_is_reported(sent, answered, expected) -> None:
    findings = check_echoes(api(operation(request_example=sent, response_example=answered)))
    assert [finding.pointer for finding in findings] == expected


def test_answer_to_another_of_the_request_examples_is_an_echo() -> None:
    asked = operation(request_example={"name": "a"}, response_example={"name": "b"})
    assert asked.request_body is not None
    (media,) = asked.request_body.content
    another = replace(media.examples[0], name="another", value={"name": "b"}, text="")
    body = replace(asked.request_body, content=(replace(media, examples=(*media.examples, another)),))
    assert check_echoes(api(replace(asked, request_body=body))) == ()


def test_operation_of_two_pages_is_kept_once_and_other_ids_are_made_unique() -> None:
    def page(*operations):
        return PageFacts(api(*operations), (), Accounting(0, 0, (), ()))

    merged, findings = merge_pages(
        [
            page(operation("getThing", path="/a")),
            page(operation("getThing", path="/a"), operation("getThing", path="/b")),
        ],
        "Title",
    )
    assert [(op.id, op.path) for op in merged.operations] == [("getThing", "/a"), ("getThing2", "/b")]
    assert [code for code, *_ in found(findings)] == ["duplicate-operation"]
    assert merged.title == "Title"


def test_scheme_that_no_page_describes_is_left_to_those_of_the_api() -> None:
    one = replace(operation("one", path="/1"), security=("known", "lost"))
    two = replace(operation("two", path="/2"), security=("lost",))
    scheme = SecurityScheme("known", "http", one.source, name="bearer")
    facts = PageFacts(replace(api(one, two), security_schemes=(scheme,)), (), Accounting(0, 0, (), ()))
    merged, _ = merge_pages([facts], "")
    assert [found.security for found in merged.operations] == [("known",), None]
