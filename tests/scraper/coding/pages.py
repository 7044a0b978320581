"""Invented pages: a bookshop's API in the layout of the dialect, with each of its traps."""

from __future__ import annotations

from collections.abc import Sequence

from scraper.blocks import Block, Heading, Table
from scraper.dialects.coding import DIALECT
from scraper.facts import PageFacts
from scraper.page import Page, parse_page
from spec.diagnostics import Diagnostic
from spec.model import ObjectOf, Operation, Property, Structure

LABELS = "成功示例\n\n上为输入示例 / 下为输出示例\n"


def numbered(*lines: str) -> str:
    return "\n".join(f"{number}{line}" for number, line in enumerate(lines, 1)) + "\n"


def tail(call: str, request: str, response: str) -> str:
    """The end of a section: call line, status and two examples with numbered lines."""
    first, second = numbered(*request.split("\n")), numbered(*response.split("\n"))
    return f"{call}\n状态码 200\n\nExample 1\n\n{LABELS}{first}\n{LABELS}{second}\n"


AUTH = """\
一家虚构的书店

书店开放接口

授权登录

用户授权

请在浏览器里打开这个地址:

GET https://{shop}.books.example/authorize.html

参数说明:

  • shop:店铺的域名前缀;
  • client_id:应用的编号;
  • response_type:返回方式,固定为 code;
  • scope:权限范围,以逗号分隔,包括:
scope 名称授权说明
reader查看读者资料
shelf:books读/写管理书架上的书

换取令牌

请求链接:

POST https://{shop}.books.example/oauth/token

参数说明:

  • client_id:应用的编号;
  • grant_type:授权方式,固定为 authorization_code;

返回值:

{
  "access_token": "abc",
  "expires_in": 10
}

读者资料

请求链接:

GET https://{shop}.books.example/api/reader

参数说明:

  • access_token:换到的令牌;

请求示例:

curl https://corner.books.example/api/reader?access_token=t123

返回值:

{
  "id": 1,
  "name": "Ann"
}

令牌登录

读者资料

请求链接:

GET https://{shop}.books.example/api/reader

header:

Authorization: token {令牌}

请求示例:

curl -H 'Authorization: token t9' \\
https://corner.books.example/api/reader

新版接口

统一链接:https://rpc.books.example/open-api

Accept: application/json

OAuth2:Authorization: Bearer t123

输入示例:

{
  "Action":"DescribeBook",
  "BookId":2
}

输出示例:

{
  "Response": {
    "Book": {
      "Id": 2,
    },
    "RequestId": "r"
  }
}

"""

BOOKS = (
    """\
API REFERENCE

图书

查看图书

输入参数

参数名称必选类型描述
ActionString公共参数,本接口取值:DescribeBook
BookIdInteger图书 Id

输出参数

参数名称类型描述
BookBook图书资料
注意:这个字段有时会是 null。
RequestIdString每次调用的编号

图书资料

名称类型描述
IdInteger编号
KindString体裁
NOVEL - 小说
POEM - 诗集
AuthorAuthor 类型作者
ShelfShelfSimple书架
Cover封面地址
"""
    + tail(
        "post/open-api?Action=DescribeBook",
        '{\n  "Action": "DescribeBook",\n  "BookId": 2\n}',
        '{\n  "Response": {\n    "Book": {\n      "Id": 2,\n      "Kind": "NOVEL",\n      "Author": {},\n'
        '      "Shelf": {},\n      "Cover": "http://x"\n    },\n    "RequestId": "r"\n  }\n}',
    )
    + """\
删除图书

输入参数

下面只列出部分参数,全部参数请参阅通用参数表。

参数名称必选类型描述
BookIdInteger图书 Id

"""
    + tail(
        "post/open-api?Action=DeleteBook",
        '{\n  "Action": "DescribeBook",\n  "BookId": 2\n}',
        '{\n  "Response": {\n    "RequestId": "r"\n  }\n}',
    )
    + """\
图书分页

参数名称必选类型描述
ActionString公共参数,本接口取值:ListBooks
Statearray of String状态, ON_SALE,SOLD_OUT
LimitInteger每页数量,默认 20

输出参数

参数名称类型描述
DataPage of Book一页图书

参数详解

名称类型描述
IdInteger编号
KindString体裁
"""
    + tail(
        "post/open-api?Action=ListBooks",
        '{\n  "State": ["ON_SALE"]\n}',
        '{\n  "Response": {\n    "data": {\n      "Page": 1,\n      "List": [\n        {\n          "Id": 1,\n'
        '          "Kind": "POEM"\n        }\n      ]\n    }\n  }\n}',
    )
)

CHANGES = (
    """\
改动

改动明细

输入参数

参数名称必选类型描述
ActionString公共参数,本接口取值:DescribeChanges
BookIdInteger图书 Id

输出参数

参数名称类型描述
ChangeInfoChangeInfo改动

参数详解

参数名称类型描述
LineInteger行号
OperatorString操作
TotalInteger总数
StateString审核状态

审核状态值

对应状态
PASSED已经通过
DENIED没有通过
"""
    + tail(
        "post/open-api?Action=DescribeChanges",
        '{\n  "Action": "DescribeChanges",\n  "BookId": 2\n}',
        '{\n  "Response": {\n    "ChangeInfo": {\n      "Lines": [\n        {\n          "Line": 1,\n'
        '          "Operator": "+"\n        }\n      ],\n      "Total": 1,\n      "State": "PASSED"\n    }\n  }\n}',
    )
    + """\
改动明细

输入参数

参数名称必选类型描述
ActionString公共参数,本接口取值:DescribeChanges
BookIdInteger图书 Id

输出参数

参数名称类型描述
ChangeInfoChangeInfo改动
"""
    + tail(
        "post/open-api?Action=DescribeChanges",
        '{\n  "Action": "DescribeChanges",\n  "BookId": 2\n}',
        '{\n  "Response": {}\n}',
    )
    + """\
数据结构

Shelf

书架的资料

名称类型描述
NameString名称
post/open-api?Action=types
状态码 200

Example 1

成功示例

复制图书

输入参数

参数名称必选类型描述
BookIdInteger图书 Id

"""
    + tail("post/复制图书", '{\n  "BookId": 2\n}', '{\n  "Response": {\n    "RequestId": "r"\n  }\n}')
    + """\
还书

输入参数

参数名称必选类型描述
BookIdInteger图书 Id

输出参数

参数名称类型描述
ReceiptReceiptNote归还凭证

ReceiptN"""
)

WHOLE = AUTH + BOOKS + CHANGES


def page_of(text: str, name: str = "books.txt") -> Page:
    return parse_page(text.encode(), name)


def read(text: str) -> tuple[Sequence[Block], Sequence[Diagnostic]]:
    return DIALECT.read_dump(page_of(text))


def parse(text: str) -> PageFacts:
    page = page_of(text)
    return DIALECT.parse(page, DIALECT.read_dump(page)[0])


def tables(text: str) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in block.rows] for block in read(text)[0] if isinstance(block, Table)
    ]


def headings(text: str) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in read(text)[0] if isinstance(block, Heading)]


def operation(facts: PageFacts, identity: str) -> Operation:
    return next(op for op in facts.api.operations if op.id == identity)


def structure(facts: PageFacts, name: str, of: str | None) -> Structure:
    return next(s for s in facts.api.structures if s.name == name and s.operation == of)


def request_of(op: Operation) -> dict[str, Property]:
    assert op.request_body is not None
    schema = op.request_body.content[0].schema
    assert isinstance(schema, ObjectOf)
    return {prop.name: prop for prop in schema.properties}


def response_of(op: Operation) -> dict[str, Property]:
    schema = op.responses[0].content[0].schema
    assert isinstance(schema, ObjectOf)
    (envelope,) = schema.properties
    assert isinstance(envelope.type, ObjectOf)
    return {prop.name: prop for prop in envelope.type.properties}


def found(facts: PageFacts, code: str) -> list[tuple[str, str]]:
    return [(d.operation, d.pointer) for d in facts.diagnostics if d.code == code]
