"""Pages that print messages as they are sent, with placeholders: one operation for each message."""

from __future__ import annotations

import pytest

from scraper.dialects.huawei import DIALECT
from scraper.dialects.huawei.elements import shape_of
from scraper.dialects.huawei.markup import markup_in, parse_markup, read_elements
from scraper.pipeline import Scrape, scrape_pages
from scraper.readers.formats import read_blocks
from spec.emit import emit_openapi
from spec.model import ArrayOf, Fact, MediaType, ObjectOf, Operation, Property, Reference, Scalar, Source, Type
from spec.validate import validate_document
from tests.scraper.huawei.reading import only, page

RIGHTS = """Setting the Rights of a Book
============================

Functions
---------

Sets who may read a book.

Request Syntax
--------------

.. code-block:: text

   PUT /BookName?rights HTTP/1.1
   Host: bucketname.shelf.region.example.com
   Date: date

   <Rights>
      <Owner>
         <ID>id</ID>
      </Owner>
      <Readers>
         <Reader>
            <ID>id</ID>
         </Reader>
         ...
      </Readers>
   </Rights>

Request Parameters
------------------

.. table:: **Table 1** Request parameters

   +-----------+--------------+-----------+
   | Parameter | Description  | Mandatory |
   +===========+==============+===========+
   | edition   | The edition. | No        |
   |           |              |           |
   |           | Type: string |           |
   +-----------+--------------+-----------+

Request Headers
---------------

.. table:: **Table 2** Further lines

   +------------+----------------------------------+------------------------+
   | Header     | Description                      | Mandatory              |
   +============+==================================+========================+
   | x-reason   | Why.                             | Conditionally required |
   |            |                                  |                        |
   |            | Type: string, which is not empty |                        |
   +------------+----------------------------------+------------------------+

Request Elements
----------------

.. table:: **Table 3** Request elements

   +---------+------------------+-----------+
   | Element | Description      | Mandatory |
   +=========+==================+===========+
   | Rights  | All rights.      | Yes       |
   |         |                  |           |
   |         | Type: XML        |           |
   +---------+------------------+-----------+
   | Owner   | The owner.       | Yes       |
   |         |                  |           |
   |         | Type: container  |           |
   +---------+------------------+-----------+
   | ID      | A person.        | Yes       |
   |         |                  |           |
   |         | Type: integer    |           |
   +---------+------------------+-----------+
   | Note    | A note.          | No        |
   |         |                  |           |
   |         | Type: string     |           |
   |         |                  |           |
   |         | Parent: Reader   |           |
   +---------+------------------+-----------+
   | Until   | The last day.    | Yes       |
   |         |                  |           |
   |         | Type: string     |           |
   +---------+------------------+-----------+

Response Syntax
---------------

.. code-block:: text

   HTTP/1.1 status_code
   Date: date

Response Headers
----------------

.. table:: **Table 4** Further lines

   +--------+---------------+
   | Header | Description   |
   +========+===============+
   | x-seal | A seal.       |
   |        |               |
   |        | Type: boolean |
   +--------+---------------+

Error Responses
---------------

.. table:: **Table 5** Errors

   +------------+-------------+------------------+
   | Error Code | Description | HTTP Status Code |
   +============+=============+==================+
   | NoSuchBook | No book.    | 404 Not Found    |
   +------------+-------------+------------------+

Sample Request
--------------

.. code-block:: text

   PUT /emma?rights HTTP/1.1
   Host: novels.shelf.region.example.com
   x-reason: gift

   <Rights xmlns="http://example.com/">
      <Owner>
         <ID>7</ID>
      </Owner>
      <Readers>
         <Reader/>
      </Readers>
   </Rights>

Sample Response
---------------

::

   HTTP/1.1 100 Continue
   HTTP/1.1 200 OK
   x-seal: true
"""

READING = """# GET Book<a name="b1"></a>

Reads a book.

## Request Syntax<a name="s1"></a>

```
GET /BookName HTTP/1.1
 Host: bucketname.shelf.example.com
```

## Request Syntax \\(for its rights\\)

```
GET /BookName?rights HTTP/1.1
 Host: bucketname.shelf.example.com
```

## Request Parameters<a name="s2"></a>

<table><thead><tr><th>Parameter</th><th>Description</th><th>Remarks</th></tr></thead>
<tbody><tr><td>edition</td><td>The edition.<p>Type: Integer</p></td><td>Mandatory</td></tr></tbody></table>

## Response Elements<a name="s3"></a>

<table><thead><tr><th>Element</th><th>Description</th></tr></thead>
<tbody><tr><td>Place</td><td>Where.<p>Type: String</p></td></tr></tbody></table>

## Sample Request<a name="s4"></a>

```
GET /emma?rights HTTP/1.1
 Host: bucketname.shelf.example.com
```

## Sample Response<a name="s5"></a>

```
HTTP/1.1 200 OK

 <Place>attic</Place>
```
"""


def _scrape(**texts: str) -> Scrape:
    return scrape_pages([page(text, name.replace("_", ".")) for name, text in texts.items()], DIALECT)


@pytest.fixture(scope="module")
def rights() -> Operation:
    given = page(RIGHTS, "a.rst")
    return only(DIALECT.parse(given, read_blocks(given, DIALECT)[0]))


def test_a_query_without_value_tells_an_operation_from_others_of_its_path(rights: Operation) -> None:
    assert (rights.id, rights.method, rights.path, rights.selectors) == (
        "setRightsOfBook",
        "PUT",
        "/{BookName}",
        ("rights",),
    )
    (parameter,) = [one for one in rights.parameters if one.property.name == "rights"]
    assert parameter.property.const is not None
    assert parameter.property.const.value == ""
    assert parameter.property.required is not None
    assert parameter.property.required.value


def test_rows_travel_where_their_section_says(rights: Operation) -> None:
    found = {
        one.property.name: (str(one.location), one.property.type, one.property.required and one.property.required.value)
        for one in rights.parameters
    }
    assert found["BookName"][0] == "path"
    assert found["edition"] == ("query", Scalar("string"), False)
    assert found["x-reason"] == ("header", Scalar("string"), False)
    assert [(one.property.name, one.property.type) for one in rights.responses[0].headers] == [
        ("x-seal", Scalar("boolean"))
    ]


def test_the_host_is_a_server_with_the_placeholders_that_examples_fill(rights: Operation) -> None:
    (server,) = rights.servers
    assert server.url == "https://{bucketname}.shelf.{region}.example.com"
    assert [(one.name, [shown.value for shown in one.examples]) for one in server.variables] == [
        ("bucketname", ["novels"]),
        ("region", []),
    ]


def test_elements_stand_where_messages_show_them(rights: Operation) -> None:
    assert rights.request_body is not None
    (media,) = rights.request_body.content
    assert (media.name, media.root, rights.request_body.description) == ("application/xml", "Rights", "All rights.")
    assert isinstance(media.schema, ObjectOf)
    assert _outline(media.schema) == {
        "Owner!": {"ID!": "integer"},
        "Readers": {"Reader": [{"ID": "integer", "Note": "string"}]},
        "Until": "string",
    }
    assert [example.text.split()[0] for example in media.examples] == ["<Rights"]


def _outline(kind: Type) -> object:
    if isinstance(kind, ArrayOf):
        return [_outline(kind.items)]
    if isinstance(kind, ObjectOf):
        marks = {prop.name: "!" if prop.required and prop.required.value else "" for prop in kind.properties}
        return {f"{prop.name}{marks[prop.name]}": _outline(prop.type) for prop in kind.properties}
    return kind.name if isinstance(kind, Scalar) else "?"


def test_what_no_message_shows_and_no_table_lists_is_reported() -> None:
    found = _scrape(a_rst=RIGHTS)
    assert {(one.code, one.pointer) for one in found.diagnostics} >= {
        ("flattened-structure", "request.Until"),
        ("example-undocumented-field", "request.Readers"),
        ("example-undocumented-field", "request.Reader"),
        ("assumed-scheme", "server"),
    }
    assert not any(account.unread for account in found.accounting.values())


def test_statuses_come_from_samples_and_from_tables_of_errors(rights: Operation) -> None:
    assert [(one.status, one.description) for one in rights.responses] == [("200", "OK"), ("404", "No book.")]


def test_each_syntax_is_an_operation_of_its_own() -> None:
    found = _scrape(b_md=READING)
    first, second = found.api.operations
    assert (first.id, first.path, first.selectors) == ("getBook", "/{BookName}", ())
    assert (second.id, second.path, second.selectors) == ("getBookForItsRights", "/{BookName}", ("rights",))
    assert [one.status for one in first.responses] == ["2XX"]
    assert [one.status for one in second.responses] == ["200"]
    (media,) = second.responses[0].content
    assert (media.root, media.schema) == ("Place", Scalar("string"))


def test_remarks_that_are_yes_or_no_say_what_is_required() -> None:
    first, _ = _scrape(b_md=READING).api.operations
    (edition,) = [one.property for one in first.parameters if one.property.name == "edition"]
    assert edition.type == Scalar("integer")
    assert edition.required is not None
    assert edition.required.value


def test_the_document_keeps_operations_of_one_path_apart_and_is_valid() -> None:
    document = emit_openapi(_scrape(a_rst=RIGHTS, b_md=READING).api).document
    assert isinstance(document["paths"], dict)
    assert set(document["paths"]) == {"/{BookName}#rights", "/{BookName}"}
    assert validate_document(document) == ()


def _exchange(syntax: str, sample: str = "") -> Scrape:
    sections = [f"## {name}\n\n```\n{text}\n```\n" for name, text in (("Syntax", syntax), ("Sample", sample)) if text]
    text = "# Reading a Shelf\n\n" + "\n".join(sections)
    return _scrape(a_md=text.replace("## Syntax", "## Request Syntax").replace("## Sample", "## Sample Request"))


@pytest.mark.parametrize(
    ("syntax", "sample", "path", "host"),
    [
        ("/colours/list store.example.com", "/colours/all shop.example.com", "/colours/list", "store"),
        ("/colours/list store.example.com", "/colours/all store.example.com", "/colours/{list}", "store"),
        ("/colours/list store.example.com", "/shades/all store.example.com", "/colours/list", "store"),
        ("/colours/list store.example.com", "/colours/list shop.example.com", "/colours/list", "{store}"),
        ("/bucket/info store.example.com", "", "/bucket/info", "store"),
        ("/bucket/info store.example.com", "/novels/info store.example.com", "/{bucket}/info", "store"),
        ("/ObjectName/info region.example.com", "", "/{ObjectName}/info", "{region}"),
        ("/BookName/PageId store.example.com", "/emma/4 store.example.com", "/{BookName}/{PageId}", "store"),
        ("/BookName store.endpoint", "/emma store.a.example.com", "/{BookName}", "store"),
    ],
)
def test_a_word_stands_for_a_value_where_a_sample_differs_in_nothing_else_and_each_is_reported(
    syntax: str, sample: str, path: str, host: str
) -> None:
    printed = ["GET {} HTTP/1.1\nHost: {}".format(*text.split()) if text else "" for text in (syntax, sample)]
    found = _exchange(*printed)
    (operation,) = found.api.operations
    (server,) = (*operation.servers, *found.api.servers)
    assert (operation.path, server.url.partition("//")[2].partition(".")[0]) == (path, host)
    words = {name.strip("{}") for name in path.split("/") if "{" in name}
    labels = {variable.name for variable in server.variables}
    reported = {one.pointer for one in found.diagnostics if one.code == "assumed-placeholder"}
    assert reported == {f"path.{word}" for word in words} | {f"server.{label}" for label in labels}


def test_placeholders_in_braces_are_no_guess() -> None:
    found = _exchange("GET /{ShelfName} HTTP/1.1\nHost: {area}.example.com")
    assert [(one.code, one.pointer) for one in found.diagnostics] == [
        ("placeholder-mismatch", "path.ShelfName"),
        ("assumed-scheme", "server"),
    ]
    (operation,) = found.api.operations
    assert [server.url for server in operation.servers] == ["https://{area}.example.com"]


def test_a_host_keeps_its_port_and_one_that_is_none_is_reported() -> None:
    found = _exchange("GET /a HTTP/1.1\nHost: store.example.com:8443")
    assert [server.url for server in found.api.servers] == ["https://store.example.com:8443"]
    found = _exchange("GET /a HTTP/1.1\nHost: the host of your shop")
    assert [(one.code, one.pointer) for one in found.diagnostics] == [("unread-block", "server")]
    assert not found.api.servers


def test_a_further_message_has_findings_of_its_own() -> None:
    first, second = "GET / HTTP/1.1\nHost: a.example.com", "GET /?all HTTP/1.1\nHost: b.example.com\n\n<A><B>1</B></A>"
    found = _exchange(f"{first}\n```\n\n```\n{second}")
    assert {(one.code, one.operation, one.pointer) for one in found.diagnostics} == {
        ("assumed-scheme", "readShelf", "server"),
        ("assumed-scheme", "getAll", "server"),
        ("example-undocumented-field", "getAll", "request.B"),
    }


def _properties_of(media: MediaType, found: Scrape) -> tuple[Property, ...]:
    kind = media.schema
    if isinstance(kind, Reference):
        (kind,) = (ObjectOf(one.properties) for one in found.api.structures if one.name == kind.name)
    assert isinstance(kind, ObjectOf)
    return kind.properties


ELEMENTS = """# Reading a Shelf

## Request Syntax

```
PUT /a HTTP/1.1
Content-Length: length
```

## Request Elements

| Element | Mandatory | Type |
|---|---|---|
| Size | Yes | Integer |

## Response Elements

| Element | Type | Description |
|---|---|---|
| Result | String | What came of it. |

## Sample Request

```
PUT /a HTTP/1.1
{request}
```

## Sample Response

```
HTTP/1.1 200 OK
{response}
```
"""


@pytest.mark.parametrize(
    ("request_text", "response", "names", "assumed"),
    [
        ("", "Date: date", ["application/xml", "application/xml"], {"request", "response 200"}),
        ('\n{"Size": 1}', '\n{"Result": "x"}', ["application/json", "application/json"], set()),
        (
            "Content-Type: application/json",
            "Content-Type: application/json; charset=utf-8\n",
            ["application/json"] * 2,
            set(),
        ),
        ("Content-Type: text/xml", "Content-Type: application/xml", ["text/xml", "application/xml"], set()),
        ("\n<S><Size>1</Size></S>", "\n<S><Result>x</Result></S>", ["application/xml", "application/xml"], set()),
        ("", 'Content-Type: application/json\n\n{"Result": "x"}', ["application/xml", "application/json"], {"request"}),
    ],
)
def test_the_media_type_is_the_printed_one_or_that_of_samples_or_a_reported_assumption(
    request_text: str, response: str, names: list[str], assumed: set[str]
) -> None:
    found = _scrape(a_md=ELEMENTS.replace("{request}", request_text).replace("{response}", response))
    (operation,) = found.api.operations
    assert operation.request_body is not None
    assert operation.responses[0].status == "200"
    bodies = [*operation.request_body.content, *operation.responses[0].content]
    assert [media.name for media in bodies] == names
    (result,) = _properties_of(bodies[1], found)
    assert (result.type, result.description) == (Scalar("string"), "What came of it.")
    assert {one.pointer for one in found.diagnostics if one.code == "assumed-media-type"} == assumed
    assert not found.accounting["a.md"].unread


def test_numbers_of_a_printed_query_are_examples_and_words_stand_for_any_value() -> None:
    line = "GET /a?edition=2&whole=true&author=name HTTP/1.1\nHost: a.example.com"
    (operation,) = _exchange(line).api.operations
    shown = {one.property.name: [example.value for example in one.examples] for one in operation.parameters}
    assert shown == {"edition": ["2"], "whole": ["true"], "author": []}
    (operation,) = _exchange(line, line.replace("=2", "=7")).api.operations
    assert [example.value for example in operation.parameters[0].examples] == ["7"]


def test_attributes_of_elements_are_reported() -> None:
    text = '<A xmlns:k="http://example.com/k" k:kind="b" size="3"><B size="4">1</B><B>2</B></A>'
    found = _exchange(f"PUT /a HTTP/1.1\n\n{text}").diagnostics
    assert [one.pointer for one in found if one.code == "unread-block"] == [
        "request.A.kind",
        "request.A.size",
        "request.B.size",
    ]


SOURCE = Source("a", 1, 9)


@pytest.mark.parametrize(
    "text",
    ["", "no", "<a>", "<a></b>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<a>" * 60 + "</a>" * 60],
)
def test_what_is_no_plain_xml_has_no_elements(text: str) -> None:
    assert parse_markup(text) is None


def test_markup_begins_at_its_first_element() -> None:
    assert markup_in("HTTP/1.1 200 OK\nDate: <now>\n\n  <a>\n</a>") == ("<a>\n</a>", 3)
    assert markup_in("HTTP/1.1 200 OK") == ("", 0)


@pytest.mark.parametrize(
    ("messages", "rows", "expected"),
    [
        (["<a><b>1</b></a>"], {}, {"b": "?"}),
        (["<a><b>1</b><b>2</b></a>"], {}, {"b": ["?"]}),
        (["<a><b>1</b>...</a>"], {}, {"b": ["?"]}),
        (["<a><b>1</b></a>", "<a><c>1</c></a>"], {"b": "", "c": ""}, {"b": "string", "c": "string"}),
        (["<a><b>1</b></a>", "<other/>"], {"b": ""}, {"b!": "string"}),
        (["<a><b><c>1</c></b><d><c>1</c></d></a>"], {"c": ""}, {"b": {"c!": "string"}, "d": {"c!": "string"}}),
        (["<a><b><c>1</c></b></a>"], {"d": "Parent: b"}, {"b": {"c": "?", "d!": "string"}}),
        (["<a><b>1</b></a>"], {"d": ""}, {"b": "?", "d": "string"}),
        ([], {"d": ""}, {"d!": "string"}),
    ],
)
def test_shapes(messages: list[str], rows: dict[str, str], expected: object) -> None:
    nodes = [(node, SOURCE) for text in messages if (node := parse_markup(text))]
    known = [Property(name, Scalar("string"), SOURCE, words, Fact(True, SOURCE)) for name, words in rows.items()]
    shape = shape_of(read_elements(nodes), known)
    assert isinstance(shape.type, ObjectOf)
    assert _outline(shape.type) == expected


def test_an_outermost_element_without_others_has_the_type_of_its_row() -> None:
    node = parse_markup("<a>1</a>")
    assert node is not None
    shape = shape_of(read_elements([(node, SOURCE)]), [Property("a", Scalar("integer"), SOURCE)])
    assert (shape.root, shape.type) == ("a", Scalar("integer"))


def test_bytes_have_no_schema() -> None:
    text = RIGHTS.replace("   x-seal: true\n", "   x-seal: true\n\n   [12 bytes of data]\n")
    (operation,) = _scrape(a_rst=text).api.operations
    assert operation.responses[0].content == (MediaType("application/octet-stream"),)
