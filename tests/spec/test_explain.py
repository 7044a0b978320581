import pytest

from spec.emit import emit_openapi
from spec.explain import Correction, Row, explain
from spec.overlay.actions import read_overlay
from spec.overlay.apply import apply_overlays
from spec.sourcemap import Entry, SourceMap
from tests.spec.specimens import at, rich_api

EMITTED = emit_openapi(rich_api())
GET = "/paths/~1projects~1{id}~1links~1{link}/get"
POST = "/paths/~1open-api#DescribeIssue/post"


def ask(query, emitted=EMITTED):
    return explain(emitted.document, emitted.sources, query, lambda page, line: f"  line {line} of {page}  ")


@pytest.mark.parametrize(
    ("query", "pointers"),
    [
        ("DescribeIssue", [POST]),
        ("DescribeIssue.IssueCode", ["/components/schemas/DescribeIssueRequest/properties/IssueCode"]),
        ("DescribeIssue.request.IssueCode", ["/components/schemas/DescribeIssueRequest/properties/IssueCode"]),
        ("DescribeIssue.Response.Issue.Code", ["/components/schemas/Issue/properties/Code"]),
        ("DescribeIssue.response.Response.Issue.Code", ["/components/schemas/Issue/properties/Code"]),
        ("DescribeIssue.200.Response.Issue.Code", ["/components/schemas/Issue/properties/Code"]),
        ("DescribeIssue.404", [f"{POST}/responses/404"]),
        ("DescribeIssue.request", [f"{POST}/requestBody"]),
        ("DescribeIssue.X-Trace", [f"{POST}/responses/200/headers/X-Trace"]),
        ("Issue", ["/components/schemas/Issue"]),
        ("Issue.Parent", ["/components/schemas/Issue/properties/Parent"]),
        ("Issue.Parent.Parent.Code", ["/components/schemas/Issue/properties/Code"]),
        ("Issue.Watcher.Code", ["/components/schemas/Issue/properties/Code"]),
        ("list_links.limit", [f"{GET}/parameters/2"]),
        ("list_links.query.limit", [f"{GET}/parameters/2"]),
        ("query.limit", [f"{GET}/parameters/2"]),
        ("limit", [f"{GET}/parameters/2"]),
        ("Owner", ["/components/schemas/Issue/properties/Owner"]),
        ("X-Trace", [f"{POST}/responses/200/headers/X-Trace"]),
        ("x-trace", [f"{POST}/responses/200/headers/X-Trace"]),
        ("header.X-Trace", [f"{POST}/responses/200/headers/X-Trace"]),
        ("X-Auth-Token", ["/components/securitySchemes/token"]),
        ("describeissue.issuecode", ["/components/schemas/DescribeIssueRequest/properties/IssueCode"]),
        (f"{GET}/parameters/2", [f"{GET}/parameters/2"]),
        (f"#{GET}/parameters/2/schema", [f"{GET}/parameters/2/schema"]),
        ("path.limit", []),
        ("Issue.Nothing", []),
        ("/components/schemas/Nothing", []),
        ("", []),
        ("...", []),
    ],
)
def test_a_query_means_these_places(query, pointers):
    assert list(ask(query).pointers) == pointers


def test_each_row_has_the_line_of_the_page():
    page = "pages/issues.txt"
    assert ask("DescribeIssue.Deep").rows == (
        Row("property", "Deep", "table", page, 13, 13, f"line 13 of {page}"),
        Row("required", "no", "table", page, 13, 13, f"line 13 of {page}"),
        Row("type", "boolean", "table", page, 13, 13, f"line 13 of {page}"),
        Row("default", "false", "table", page, 13, 13, f"line 13 of {page}"),
        Row("deprecated", "true", "table", page, 13, 13, f"line 13 of {page}"),
    )


def text_at(source, page):
    sources = SourceMap({"/info/title": (Entry(source),)})
    (row,) = explain(EMITTED.document, sources, "/info/title", lambda _, line: page.get(line)).rows
    return row.text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ({19: "|", 20: " Issue |", 21: "", 22: "| Yes |"}, "Issue | | Yes |"),
        ({19: "", 20: "first"}, "first"),
        ({}, ""),
    ],
)
def test_a_short_place_is_shown_with_all_lines_that_say_something(page, text):
    assert text_at(at(19, 22), page) == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('<tr id="r"><td width="9%"><p id="p"><a name="p"></a>shade</p></td><td>a &lt; b<br/>c', "shade a < b c"),
        ('The <strong class="x">shade</strong>, <em>if any', "The shade, if any"),
        ('</td> <td width="9%"', ""),
        ("GET /lamps/<id> &amp; more", "GET /lamps/<id> &amp; more"),
        ("where 1 <a and more", "where 1 <a and more"),
    ],
)
def test_html_is_shown_as_a_reader_sees_it(line, text):
    assert text_at(at(1, 1), {1: line}) == text


def test_of_a_long_place_only_the_first_line_that_says_something_is_shown():
    assert text_at(at(1, 9), {1: "|", 2: "heading", 3: "more"}) == "heading"


def facts(query, emitted=EMITTED):
    return [(row.fact, row.value, row.evidence, row.first) for row in ask(query, emitted).rows]


def test_required_nullable_enum_and_other_witnesses_are_shown():
    assert ("required", "yes", "table", 12) in facts("DescribeIssue.IssueCode")
    assert ("required", "unknown", "table", 42) in facts("Issue.Name")
    assert ("nullable", "yes", "prose", 46) in facts("Issue.Parent")
    assert ("enum", "TASK", "table", 44) in facts("Issue.Type")
    assert ("type", '["integer", "string"]', "example", 70) in facts("Issue.Owner")


def test_an_operation_shows_its_parameters_examples_and_bodies():
    found = facts("DescribeIssue")
    assert ("operation", "DescribeIssue", "table", 8) in found
    assert ("IssueCode", "IssueCode", "table", 12) in found
    assert ("response 404", "404", "table", 71) in found
    assert any(fact.endswith("example example-1") for fact, *_ in found)
    assert ("limit default", "20", "table", 103) in facts("list_links")


def test_facts_of_nested_properties_are_left_out():
    assert {row.first for row in ask("DescribeIssueResponse.Response").rows} == {19}


def test_a_place_without_witnesses_shows_those_around_it():
    assert facts("/components/schemas/Issue/properties/Code/description") == [("property", "Code", "table", 41)]


def test_a_miss_gives_close_matches():
    assert ask("DescribeIsue.IssueCod").suggestions[0] == "DescribeIssue.IssueCode"
    assert "/components/schemas/Issue" in ask("/components/schemas/Isue").suggestions
    assert "X-Trace" in ask("X-Trase").suggestions
    assert ask("zzzzzz").suggestions == ()


def fixed(tmp_path, *actions):
    path = tmp_path / "fix.yaml"
    path.write_text("overlay: 1.0.0\nactions:\n" + "".join(f"- {action}\n" for action in actions))
    overlay = read_overlay(path, "fix.yaml")
    return apply_overlays(EMITTED, [overlay]), lambda name, line: overlay.at(line) if name == "fix.yaml" else None


LENGTH = "{target: $.components.schemas.Issue.properties.Name, description: why, update: {maxLength: 9}, x-page: %s}"


def rows_of_overlay(emitted, read_action, query):
    def read_line(page, line):
        return f"line {line} of {page}"

    found = explain(emitted.document, emitted.sources, query, read_line, read_action)
    return [row for row in found.rows if row.evidence == "overlay"]


def test_an_overlay_is_named_as_evidence_with_its_reason_and_the_page_that_it_corrects(tmp_path):
    emitted, read_action = fixed(tmp_path, LENGTH % "pages/a.txt:7-8")
    (row,) = rows_of_overlay(emitted, read_action, "Issue.Name")
    assert (row.fact, row.value, row.page, row.first) == ("maxLength", "9", "fix.yaml", 3)
    assert row.text == "update $.components.schemas.Issue.properties.Name"
    text = "line 7 of pages/a.txt line 8 of pages/a.txt"
    assert row.correction == Correction("why", "pages/a.txt", 7, 8, text)


def test_an_overlay_that_names_no_line_shows_none(tmp_path):
    emitted, read_action = fixed(tmp_path, LENGTH % "pages/a.txt")
    (row,) = rows_of_overlay(emitted, read_action, "Issue.Name")
    assert row.correction == Correction("why", "pages/a.txt", 0, 0, "")


def test_an_overlay_that_has_changed_since_gives_no_reason(tmp_path):
    emitted, _ = fixed(tmp_path, LENGTH % "pages/a.txt:7")
    (row,) = rows_of_overlay(emitted, lambda *_: None, "Issue.Name")
    assert (row.text, row.correction) == ("line 3 of fix.yaml", None)


def test_a_page_that_cannot_be_read_gives_an_empty_line():
    found = explain(EMITTED.document, EMITTED.sources, "Issue.Name", lambda *_: None)
    assert {row.text for row in found.rows} == {""}
