from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.blocks import Heading
from scraper.dialects.coding import DIALECT
from scraper.readers.formats import read_blocks
from spec.diagnostics import CATALOGUE
from spec.model import ArrayOf, Evidence, Location, ObjectOf, Reference, Scalar, UnknownType
from tests.scraper.coding import pages
from tests.scraper.coding.rendering import to_html, to_markdown, without_places

FACTS = pages.parse(pages.WHOLE)


def test_every_line_is_read_or_ignored_under_a_name():
    account = FACTS.accounting
    assert account.unread == ()
    assert account.read + sum(count for _, count in account.ignored) == account.lines
    assert dict(account.ignored)["slogan"] == 1


def test_operations_are_called_by_their_action_and_endpoints_by_their_path():
    assert [op.id for op in FACTS.api.operations] == [
        "getAuthorize",
        "postOauthToken",
        "getApiReader",
        "DescribeBook",
        "DeleteBook",
        "ListBooks",
        "DescribeChanges",
        "op-复制图书",
        "op-还书",
    ]
    book = pages.operation(FACTS, "DescribeBook")
    assert (book.method, book.path, book.tag, book.title) == ("POST", "/open-api", "图书", "查看图书")
    assert book.action is not None
    assert book.action_in_query
    assert [tag.name for tag in FACTS.api.tags] == ["授权登录", "图书", "改动"]


def test_action_row_is_a_required_constant():
    action = pages.request_of(pages.operation(FACTS, "DescribeBook"))["Action"]
    assert action.const is not None
    assert action.const.value == "DescribeBook"
    assert action.required is not None
    assert action.required.value is True


def test_missing_action_row_is_added_from_the_url():
    action = pages.request_of(pages.operation(FACTS, "DeleteBook"))["Action"]
    assert action.const is not None
    assert action.const.source.evidence is Evidence.URL
    assert ("DeleteBook", "request.Action") in pages.found(FACTS, "missing-action-row")


def test_example_of_another_action_is_corrected_and_kept_as_printed():
    body = pages.operation(FACTS, "DeleteBook").request_body
    assert body is not None
    (example,) = body.content[0].examples
    assert example.value == {"Action": "DeleteBook", "BookId": 2}
    assert '"DescribeBook"' in example.text
    assert example.repaired
    assert pages.found(FACTS, "wrong-action-in-example") == [("DeleteBook", "request.Action")]


def test_example_without_action_gets_it():
    body = pages.operation(FACTS, "ListBooks").request_body
    assert body is not None
    assert body.content[0].examples[0].value == {"Action": "ListBooks", "State": ["ON_SALE"]}
    assert ("ListBooks", "request.Action") in pages.found(FACTS, "missing-action-in-example")


def test_operation_with_a_broken_path_lacks_its_action_too():
    assert pages.found(FACTS, "broken-path")[0][0] == "op-复制图书"
    assert ("op-复制图书", "request.Action") in pages.found(FACTS, "missing-action-row")
    assert ("op-复制图书", "request.Action") in pages.found(FACTS, "missing-action-in-example")


def test_lost_required_column_is_unknown_not_optional():
    assert pages.request_of(pages.operation(FACTS, "DescribeBook"))["BookId"].required is None


def test_structure_is_named_by_the_row_that_refers_to_it():
    book = pages.structure(FACTS, "Book", "DescribeBook")
    assert [prop.name for prop in book.properties] == ["Id", "Kind", "Author", "Shelf", "Cover"]
    types = {prop.name: prop.type for prop in book.properties}
    assert types["Author"] == Reference("Author")
    assert types["Shelf"] == Reference("ShelfSimple")
    assert types["Cover"] == UnknownType("")
    assert ("DescribeBook", "Book") in pages.found(FACTS, "missing-table-caption")


def test_values_and_nullability_are_read_from_continuation_lines():
    kind = pages.structure(FACTS, "Book", "DescribeBook").properties[1]
    assert [(value.value, value.label) for value in kind.enum] == [("NOVEL", "小说"), ("POEM", "诗集")]
    nullable = pages.response_of(pages.operation(FACTS, "DescribeBook"))["Book"].nullable
    assert nullable is not None
    assert nullable.value is True


def test_page_of_a_structure_is_an_object_around_its_list():
    data = pages.response_of(pages.operation(FACTS, "ListBooks"))["Data"].type
    assert isinstance(data, ObjectOf)
    assert {p.name: p.type for p in data.properties} == {
        "Page": Scalar("integer"),
        "List": ArrayOf(Reference("Book")),
    }


def test_table_without_heading_is_a_request_table():
    assert list(pages.request_of(pages.operation(FACTS, "ListBooks"))) == ["Action", "State", "Limit"]
    assert ("ListBooks", "request") in pages.found(FACTS, "missing-heading")
    state, limit = list(pages.request_of(pages.operation(FACTS, "ListBooks")).values())[1:]
    assert state.type == ArrayOf(Scalar("string"))
    assert [value.value for value in state.enum] == ["ON_SALE", "SOLD_OUT"]
    assert limit.default is not None
    assert limit.default.value == 20


def test_flattened_rows_go_where_the_example_has_them():
    info = pages.structure(FACTS, "ChangeInfo", "DescribeChanges")
    assert [prop.name for prop in info.properties] == ["Lines", "Total", "State"]
    lines = info.properties[0].type
    assert isinstance(lines, ArrayOf)
    assert isinstance(lines.items, ObjectOf)
    assert [prop.name for prop in lines.items.properties] == ["Line", "Operator"]
    assert lines.items.properties[0].source.evidence is Evidence.TABLE
    assert info.properties[0].source.evidence is Evidence.EXAMPLE
    assert pages.found(FACTS, "flattened-structure") == [("DescribeChanges", "ChangeInfo")]


def test_table_of_values_belongs_to_the_property_that_it_describes():
    state = pages.structure(FACTS, "ChangeInfo", "DescribeChanges").properties[2]
    assert [(value.value, value.label) for value in state.enum] == [("PASSED", "已经通过"), ("DENIED", "没有通过")]


def test_repeated_operation_is_one_operation():
    assert pages.found(FACTS, "duplicate-operation") == [("getApiReader", ""), ("DescribeChanges", "")]
    examples = pages.operation(FACTS, "DescribeChanges").responses[0].content[0].examples
    assert [example.name for example in examples] == ["example-1", "example-2"]


def test_section_with_nothing_to_call_only_defines_structures():
    assert pages.found(FACTS, "not-an-operation") == [("", "")]
    assert [p.name for p in pages.structure(FACTS, "Shelf", None).properties] == ["Name"]
    assert pages.structure(FACTS, "Shelf", None).description == "书架的资料"
    assert pages.found(FACTS, "empty-example") == [("", "")]


def test_operation_without_action_is_broken_and_nothing_is_guessed():
    broken = pages.operation(FACTS, "op-复制图书")
    assert (broken.broken, broken.action, broken.path) == (True, None, "/open-api")
    assert "Action" not in pages.request_of(broken)
    assert pages.found(FACTS, "broken-path") == [("op-复制图书", "path")]


def test_page_that_ends_too_early_is_truncated():
    cut = pages.operation(FACTS, "op-还书")
    assert cut.broken
    assert pages.response_of(cut)["Receipt"].type == Reference("ReceiptNote")
    assert pages.found(FACTS, "truncated") == [("op-还书", "")]


def test_reference_to_what_is_not_on_the_page_is_reported():
    assert pages.found(FACTS, "dangling-reference") == [("DeleteBook", "")]


def test_chapter_example_joins_its_operation_and_its_repair_is_reported():
    book = pages.operation(FACTS, "DescribeBook")
    assert book.request_body is not None
    assert [e.name for e in book.request_body.content[0].examples] == ["example-1", "example-2"]
    assert book.responses[0].content[0].examples[1].value == {"Response": {"Book": {"Id": 2}, "RequestId": "r"}}
    assert pages.found(FACTS, "invalid-json") == [("DescribeBook", "")]


def test_endpoints_have_query_parameters_and_a_variable_host():
    login = pages.operation(FACTS, "getAuthorize")
    assert [(p.location, p.property.name) for p in login.parameters] == [
        (Location.QUERY, "client_id"),
        (Location.QUERY, "response_type"),
        (Location.QUERY, "scope"),
    ]
    assert login.parameters[1].property.const is not None
    assert login.parameters[1].property.const.value == "code"
    assert login.parameters[0].property.type == UnknownType("")
    assert login.security == ()
    (server,) = pages.operation(FACTS, "getApiReader").servers
    assert server.url == "https://{shop}.books.example"
    assert [(v.name, v.description, v.examples[0].value) for v in server.variables] == [
        ("shop", "店铺的域名前缀", "corner")
    ]


def test_two_ways_to_authenticate_one_endpoint_are_alternatives():
    reader = pages.operation(FACTS, "getApiReader")
    assert reader.security == ("oauth2", "token")
    assert reader.parameters[0].examples[0].value == "t123"
    assert reader.responses[0].content[0].examples[0].value == {"id": 1, "name": "Ann"}


def test_security_schemes_and_scopes():
    oauth, token, bearer = FACTS.api.security_schemes
    assert (oauth.kind, oauth.authorization_url, oauth.token_url) == (
        "oauth2",
        "https://{shop}.books.example/authorize.html",
        "https://{shop}.books.example/oauth/token",
    )
    assert [(s.name, s.description) for s in oauth.scopes] == [
        ("reader", "查看读者资料"),
        ("shelf:books", "管理书架上的书 (读/写)"),
    ]
    assert (token.kind, token.name, token.token_prefix) == ("apiKey", "Authorization", "token")
    assert bearer.kind == "http"
    assert FACTS.api.servers[0].url == "https://rpc.books.example"


@pytest.mark.parametrize("levels", ["kept", "flat"])
@pytest.mark.parametrize(("name", "render"), [("p.md", to_markdown), ("p.html", to_html)])
def test_markdown_and_html_give_the_same_contract(name, render, levels):
    blocks = pages.read(pages.WHOLE)[0]
    if levels == "flat":
        blocks = [replace(b, level=2) if isinstance(b, Heading) and b.level > 1 else b for b in blocks]
    page = pages.page_of(render(blocks), name)
    again = DIALECT.parse(page, read_blocks(page, DIALECT)[0])
    assert without_places(again.api.structures) == without_places(FACTS.api.structures)
    wanted, got = ([without_places(replace(op, tag="")) for op in facts.api.operations] for facts in (FACTS, again))
    assert got == wanted
    assert without_places(again.api.security_schemes) == without_places(FACTS.api.security_schemes)
    assert again.accounting.unread == ()


def test_required_column_that_is_not_lost_is_read():
    text = pages.BOOKS.replace("BookIdInteger图书 Id", "BookId是Integer图书 Id", 1)
    prop = pages.request_of(pages.operation(pages.parse(text), "DescribeBook"))["BookId"]
    assert prop.required is not None
    assert prop.required.value is True
    assert prop.type == Scalar("integer")


def test_announced_values_that_are_lost_are_reported():
    text = pages.BOOKS.replace("图书 Id", "图书编号,可选值:", 1)
    assert ("DescribeBook", "request.BookId") in pages.found(pages.parse(text), "missing-enum-values")


@pytest.mark.parametrize(
    "text", ["x", "标题\n\n一句话。", "# A\n\ntext", "参数名称类型描述", "{", "1{", "post/", "成功示例"]
)
def test_page_of_anything_else_has_no_operation(text):
    facts = pages.parse(text)
    assert facts.api.operations == ()
    assert {d.code for d in facts.diagnostics} <= set(CATALOGUE)


def test_call_line_may_print_the_host():
    text = pages.BOOKS.replace("post/open-api?", "POST https://rpc.books.example/open-api?")
    book = pages.operation(pages.parse(text), "DescribeBook")
    assert (book.method, book.path, book.action_in_query) == ("POST", "/open-api", True)


def test_text_between_title_and_tables_describes_the_operation():
    text = pages.BOOKS.replace("查看图书\n", "查看图书\n\n只能查看在售的图书,需要登录。\n", 1)
    book = pages.operation(pages.parse(text), "DescribeBook")
    assert (book.title, book.description, book.tag) == ("查看图书", "只能查看在售的图书,需要登录。", "图书")


ERROR = '{\n  "Response": {\n    "Error": {\n      "Code": "x"\n    }\n  }\n}\n'


@pytest.mark.parametrize(
    ("added", "statuses"),
    [
        (f"状态码 400\n\n失败示例\n\n{ERROR}", ["200", "400"]),
        (f"状态码 400\n\n输出示例\n\n{ERROR}\n状态码 403\n\n输出示例\n\n{ERROR}", ["200", "400", "403"]),
        (f"失败示例\n\n{ERROR}", ["200", "default"]),
        ("状态码 404\n", ["200", "404"]),
        (f"状态码 201\n\n输出示例\n\n{ERROR}", ["200", "201"]),
    ],
)
def test_each_status_is_a_response_with_its_own_examples(added, statuses):
    facts = pages.parse(pages.BOOKS.replace("删除图书\n", f"{added}\n删除图书\n", 1))
    main, *others = pages.operation(facts, "DescribeBook").responses
    assert [main.status, *(response.status for response in others)] == statuses
    assert len(main.content[0].examples) == 1
    for response in others:
        assert [e.value for media in response.content for e in media.examples] == (
            [{"Response": {"Error": {"Code": "x"}}}] if "Error" in added else []
        )
    assert facts.accounting.unread == ()


def test_example_after_a_failure_is_one_of_success_again():
    added = f"失败示例\n\n{ERROR}\n成功示例\n\n输出示例\n\n{ERROR}"
    facts = pages.parse(pages.BOOKS.replace("删除图书\n", f"{added}\n删除图书\n", 1))
    main, failed = pages.operation(facts, "DescribeBook").responses
    assert (len(main.content[0].examples), len(failed.content[0].examples)) == (2, 1)


@pytest.mark.parametrize(
    ("below", "side", "name"),
    [
        ("BookIdInteger图书 Id\nStateString状态", "request", "State"),
        ("RequestIdString每次调用的编号\nStateString状态", "response", "State"),
    ],
)
def test_table_of_values_is_for_the_row_that_its_caption_names(below, side, name):
    table = "\nState 参数详情\n\n对应状态\nON_SALE在售\nSOLD_OUT售罄\n"
    text = pages.BOOKS.replace(below.split("\n")[0], below, 1).replace("Cover封面地址\n", f"Cover封面地址\n{table}", 1)
    facts = pages.parse(text)
    book = pages.operation(facts, "DescribeBook")
    rows = pages.request_of(book) if side == "request" else pages.response_of(book)
    assert [(value.value, value.label) for value in rows[name].enum] == [("ON_SALE", "在售"), ("SOLD_OUT", "售罄")]
    assert facts.accounting.unread == ()


def test_table_of_values_that_is_for_no_property_is_unread():
    table = "\nMood 参数详情\n\n对应状态\nHAPPY高兴\nSAD难过\n"
    facts = pages.parse(pages.BOOKS.replace("Cover封面地址\n", f"Cover封面地址\n{table}", 1))
    ((first, last),) = facts.accounting.unread
    assert last - first == 1


def test_flattened_row_that_the_example_shows_at_both_levels_is_at_both():
    example = (
        '{\n  "Response": {\n    "ChangeInfo": {\n      "Lines": [\n        {\n          "Line": 1,\n'
        '          "Operator": "+",\n          "Total": 1\n        }\n      ],\n      "Total": 1,\n'
        '      "State": "PASSED"\n    }\n  }\n}'
    )
    section = pages.CHANGES.split("post/open-api")[0]
    call = "post/open-api?Action=DescribeChanges"
    facts = pages.parse(pages.BOOKS + section + pages.tail(call, '{\n  "Action": "DescribeChanges"\n}', example))
    rows = {p.name: p for p in pages.structure(facts, "ChangeInfo", "DescribeChanges").properties}
    assert list(rows) == ["Lines", "Total", "State"]
    items = rows["Lines"].type
    assert isinstance(items, ArrayOf)
    assert isinstance(items.items, ObjectOf)
    assert [(p.name, p.description) for p in items.items.properties] == [
        ("Line", "行号"),
        ("Operator", "操作"),
        ("Total", "总数"),
    ]


def test_title_of_the_page_is_read():
    text = "# 书店接口\n\n## 图书\n\n### 查看\n\nPOST `/open-api?Action=Look`\n\n#### 输入参数\n\n"
    text += "| 参数名称 | 类型 | 描述 |\n| --- | --- | --- |\n| Action | String | 取值:Look |\n"
    page = pages.page_of(text, "books.md")
    facts = DIALECT.parse(page, read_blocks(page, DIALECT)[0])
    assert facts.api.title == "书店接口"
    assert "slogan" not in dict(facts.accounting.ignored)
    assert facts.accounting.unread == ()
