"""Wordings of tables, labels and request lines that pages of single services use."""

from __future__ import annotations

import pytest

from scraper.dialects.huawei import DIALECT
from scraper.dialects.huawei.captions import Caption, parse_caption, parse_row_label
from scraper.dialects.huawei.requests import parse_request_line, server_of
from scraper.dialects.huawei.types import parse_printed_type
from scraper.facts import PageFacts
from scraper.readers.formats import read_blocks
from spec.model import ArrayOf, Evidence, Location, ObjectOf, Reference, Scalar, Source, Type, UnknownType
from tests.scraper.huawei.reading import body, codes, only, page


def read(text: str, name: str = "a.rst") -> PageFacts:
    given = page(text, name)
    return DIALECT.parse(given, read_blocks(given, DIALECT)[0])


def table(name: str, *rows: str, header: str = "Parameter,Mandatory,Type,Description") -> str:
    lines = [f".. list-table:: {name}", "   :header-rows: 1", ""]
    for row in (header, *rows):
        lines += [f"   {'*' if not index else ' '} - {cell}" for index, cell in enumerate(row.split(","))]
    return "\n".join([*lines, ""])


def make_page(line: str, *parts: str) -> str:
    return "\n".join(["Making Shelves", "==============", "", "URI", "---", "", line, "", *parts])


REQUEST, RESPONSE = "Request\n-------\n", "Response\n--------\n"


def test_a_link_in_the_name_cell_leads_to_the_structure() -> None:
    facts = read(
        make_page(
            "POST /v1/shelves",
            REQUEST,
            table("Request body parameters", ":ref:`shelf <the_shelf>`,Yes,Object,A shelf."),
            ".. _the_shelf:\n",
            table("Table 7 Something else", "colour,No,String,Its colour."),
        )
    )
    (shelf,) = body(only(facts))
    assert (shelf.name, shelf.type) == ("shelf", Reference("shelf"))
    assert [(s.name, [p.name for p in s.properties]) for s in facts.api.structures] == [("shelf", ["colour"])]


def test_labels_that_are_paths_to_rows_define_their_structures() -> None:
    rows = "Response Item,Type,Description"
    facts = read(
        make_page(
            "GET /v1/shelf",
            RESPONSE,
            "-  Parameters in the response body\n",
            table("", "shelf,Object,It.", header=rows).replace("\n", "\n   "),
            "\n-  .. _l1:\n\n   shelf\n",
            table("", "room,Object,Where.", "door,Object,In.", header=rows).replace("\n", "\n   "),
            "\n-  shelf.room\n",
            table("", "door,Object,Out.", header=rows).replace("\n", "\n   "),
            "\n-  shelf.door\n",
            table("", "key,String,A key.", header=rows).replace("\n", "\n   "),
            "\n-  shelf.room.door\n",
            table("", "lock,String,A lock.", header=rows).replace("\n", "\n   "),
        ).replace("list-table:: \n", "list-table::\n")
    )
    found = {s.name: {p.name: p.type for p in s.properties} for s in facts.api.structures}
    assert found == {
        "shelf": {"room": Reference("shelf.room"), "door": Reference("shelf.door")},
        "shelf.room": {"door": Reference("shelf.room.door")},
        "shelf.door": {"key": Scalar("string")},
        "shelf.room.door": {"lock": Scalar("string")},
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Description for the role format", Caption(None, "structure", "", "role")),
        ("Table 4 points data structure description", Caption(4, "structure", "", "points")),
        ("Table 4 logList field data structure description", Caption(4, "structure", "", "logList")),
        ("Parameters in the response header", Caption(None, "header", "response", "")),
    ],
)
def test_captions_say_what_a_table_defines(text: str, expected: Caption) -> None:
    assert parse_caption(text) == expected


def test_a_word_is_the_label_of_a_table_only_where_a_row_has_the_name() -> None:
    assert parse_row_label("token.user", ["user"]) == Caption(None, "structure", "", "token.user")
    assert parse_row_label("user", ["role"]) is None
    assert parse_row_label("the user", ["user"]) is None


def test_a_structure_is_found_under_its_name_in_the_singular() -> None:
    facts = read(
        make_page(
            "GET /v1/shelves",
            RESPONSE,
            table("Response body parameters", "shelves,Array,All.", "doors,Array,All.", header="Name,Type,Description"),
            "Description for the door format\n",
            table("", "key,String,A key.", header="Name,Type,Description").replace("list-table:: ", "list-table::"),
        )
    )
    assert [structure.name for structure in facts.api.structures] == ["door"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("JSONArray", ArrayOf(UnknownType())),
        ("StringArray", ArrayOf(Scalar("string"))),
        ("JSON object", ObjectOf()),
        ("List data structure. Table 4 has its fields", ArrayOf(UnknownType())),
        ("Array<Array<Door>>", ArrayOf(ArrayOf(Reference("Door")))),
    ],
)
def test_types_that_are_words_of_the_layout_name_no_structure(words: str, expected: Type) -> None:
    assert parse_printed_type(words.split(".")[0]) == expected


def test_rows_whose_name_cannot_be_read_stay_unread() -> None:
    facts = read(
        make_page(
            "POST /v1/shelves",
            REQUEST,
            table(
                "Request body parameters", "good,Yes,String,Read.", "not one name,No,String,Lost.", "a _b,No,String,B."
            ),
        )
    )
    assert [prop.name for prop in body(only(facts))] == ["good", "a_b"]
    (unread,) = facts.accounting.unread
    assert unread[0] == unread[1] - 3


def test_a_row_for_any_name_leaves_the_names_of_properties_open() -> None:
    facts = read(
        make_page("POST /v1/run", REQUEST, table("Request body parameters", "{any_key},Yes,String,A value."))
        + '\nExample Request\n---------------\n\n::\n\n   {"k": "v"}\n'
    )
    operation = only(facts)
    assert operation.request_body is not None
    (media,) = operation.request_body.content
    assert media.schema == ObjectOf((), Scalar("string"))
    assert [example.value for example in media.examples] == [{"k": "v"}]


def test_numbered_query_parameters_are_those_of_the_table() -> None:
    facts = read(
        make_page(
            "GET /v1/data?name={name}&dim.{i}=key,value",
            table("Query parameters", "name,Yes,String,N.", "dim.{i},Yes,String,D."),
            "-  Example\n\n   GET https://{Eye endpoint}/v1/data?name=a&dim.0=b,1&dim.1=c,2\n",
        )
    )
    operation = only(facts)
    assert [(p.location, p.property.name) for p in operation.parameters] == [
        (Location.QUERY, "name"),
        (Location.QUERY, "dim.{i}"),
    ]
    assert [server.url for server in facts.api.servers] == ["https://{Eye_endpoint}"]
    assert [example.value for example in operation.parameters[0].examples] == ["a"]


@pytest.mark.parametrize(
    ("caption", "content_type", "expected"),
    [
        ("FormData parameters", "Any.", "multipart/form-data"),
        ("Request body parameters", "Must be application/x-www-form-urlencoded", "application/x-www-form-urlencoded"),
        ("Request body parameters", "application/json or multipart/form-data", "application/json"),
        ("Request body parameters", "Any.", "application/json"),
    ],
)
def test_bodies_are_forms_where_the_page_says_so(caption: str, content_type: str, expected: str) -> None:
    facts = read(
        make_page(
            "POST /v1/charts",
            REQUEST,
            table("Request header parameters", f"Content-Type,Yes,String,{content_type}"),
            table(caption, "content,Yes,String,C."),
        )
    )
    operation = only(facts)
    assert operation.request_body is not None
    assert [media.name for media in operation.request_body.content] == [expected]


def test_tables_of_error_codes_are_known_wherever_they_stand() -> None:
    listed = table("Table 3 Codes", "x.01,It failed.", header="Error Code,Description")
    facts = read(make_page("GET /v1/a", "Status Codes\n------------\n", listed))
    assert facts.accounting.unread == ()
    assert dict(facts.accounting.ignored)["error-codes"] == 6


@pytest.mark.parametrize("header", ["Request Method,URI", "请求方法,URI", "HTTP/HTTPS Method,URI"])
def test_a_table_may_hold_the_request_lines(header: str) -> None:
    text = table("Table 1 Method and URI", "GET,/v1/a/{id}?x=[x]&y=[y]", "DELETE,/v1/a/{id}", header=header)
    facts = read(make_page("As listed.", text))
    assert [(one.method, one.path) for one in facts.api.operations] == [("GET", "/v1/a/{id}"), ("DELETE", "/v1/a/{id}")]
    assert [p.property.name for p in facts.api.operations[0].parameters] == ["x", "y"]
    assert facts.accounting.unread == ()


def test_a_line_that_refers_to_a_table_of_the_page_leads_somewhere() -> None:
    rows = table("Table 1 Parameters in the URI", "id,Yes,String,The id.")
    facts = read(make_page("GET /v1/a/{id}", "For details, see :ref:`Table 1 <t_1>`.\n", ".. _t_1:\n", rows))
    assert "dangling-reference" not in codes(facts)
    assert dict(facts.accounting.ignored)["table-reference"] == 1
    facts = read(make_page("GET /v1/a/{id}", "For details, see :ref:`Table 1 <t_2>`.\n", ".. _t_1:\n", rows))
    assert "dangling-reference" in codes(facts)


def test_a_row_that_is_sent_is_not_described_by_a_table_of_the_response() -> None:
    facts = read(
        make_page(
            "POST /v1/topics/delete",
            REQUEST,
            table("Table 1 Request parameters", "topics,Yes,Array,Which."),
            RESPONSE,
            table("Table 2 Response parameters", "topics,Array,What.", header="Name,Type,Description"),
            table("Table 3 topics", "id,String,Id.", "done,Boolean,Whether.", header="Name,Type,Description"),
        )
    )
    operation = only(facts)
    assert [prop.type for prop in body(operation)] == [ArrayOf(UnknownType())]
    (media,) = operation.responses[0].content
    assert media.schema is not None
    assert [prop.type for prop in media.schema.properties] == [ArrayOf(Reference("topics"))]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "expected"),
    [("204", ["204"]), ("204 No Content", ["204"]), ("200 or 202", ["200", "202"]), ("About 200 calls fail.", [])],
)
def test_the_status_of_success_may_be_a_line_of_its_own(line: str, expected: list[str]) -> None:
    codes = f"Returned Values\n---------------\n\n-  Normal\n\n   {line}\n"
    facts = read(make_page("DELETE /v1/a", RESPONSE, "None\n", codes))
    assert [response.status for response in only(facts).responses] == expected
    assert facts.accounting.unread == ()


@pytest.mark.parametrize("link", [":ref:`Table 1 <elsewhere>`", "`Table 1 <other.html#t1>`__"])
def test_a_number_that_links_to_another_page_means_no_table_of_this_one(link: str) -> None:
    facts = read(
        make_page(
            "POST /v1/{room}/shelves",
            table("Table 1 Parameters", "room,Yes,String,Where."),
            REQUEST,
            table("Table 2 Request parameters", f"shelf,Yes,Object,It. See {link}."),
        )
    )
    operation = only(facts)
    assert [(p.location, p.property.name) for p in operation.parameters] == [(Location.PATH, "room")]
    assert [(prop.name, prop.type) for prop in body(operation)] == [("shelf", ObjectOf())]


def test_prose_with_a_link_is_prose() -> None:
    prose = "Before a call, see :ref:`Obtaining an Id <other>`.\n"
    operation = only(read(make_page("GET /v1/a", REQUEST, prose)))
    assert operation.description == "Before a call, see Obtaining an Id."


def test_chinese_labels_name_the_status() -> None:
    text = "# 创建\n\n## URI\n\nPOST /v1/a\n\n## 响应参数\n\n**状态码为 201 时:**\n\n**表 1**  响应Body参数\n\n"
    facts = read(text + "| 参数 | 参数类型 | 描述 |\n|---|---|---|\n| id | String | 标识 |\n", "a.md")
    assert [response.status for response in only(facts).responses] == ["201"]


def test_double_braces_around_a_host_are_single_ones() -> None:
    line = parse_request_line("POST https://{{endpoint}}/v3/{{id}}/a", Source("a", 1, 1, Evidence.URL))
    assert line is not None
    assert line.path == "/v3/{id}/a"
    server = server_of(line)
    assert server is not None
    assert server.url == "https://{endpoint}"
