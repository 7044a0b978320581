from scraper.blocks import Table
from scraper.dialects.huawei.vocabulary import VOCABULARY, WEAK
from scraper.readers.cells import read_cells
from spec.model import ArrayOf, Location, ObjectOf, Property, Reference, Scalar
from tests.scraper.huawei.reading import body, codes, fixture, only, page, read


def _cells(*lines: str) -> str:
    return "\n\n".join(line for one in lines for line in one.split(" / ")) + "\n"


def _named(properties: tuple[Property, ...]) -> dict[str, Property]:
    return {prop.name: prop for prop in properties}


def _constraints(prop: Property) -> dict[str, object]:
    return {constraint.keyword: constraint.value for constraint in prop.constraints}


def test_one_cell_per_line_gives_the_operation_with_every_parameter() -> None:
    facts = read(fixture("shelf.txt"))
    operation = only(facts)
    assert (operation.id, operation.method, operation.path) == (
        "placeBooksOnShelf",
        "POST",
        "/v3/rooms/{room_id}/shelves/{shelf_no}",
    )
    assert (operation.tag, facts.api.title) == ("Shelf (V3)", "Library Box")
    assert operation.description == "Puts books on a shelf and returns where they stand."
    found = [
        (p.location, p.property.name, p.property.required and p.property.required.value) for p in operation.parameters
    ]
    assert found == [
        (Location.PATH, "room_id", True),
        (Location.PATH, "shelf_no", True),
        (Location.HEADER, "X-Auth-Token", True),
    ]
    room, shelf, token = (p.property for p in operation.parameters)
    assert _constraints(room) == {"minLength": 12, "maxLength": 12}
    assert _constraints(shelf) == {"minimum": 1, "maximum": 400}
    assert (token.description, _constraints(token)) == ("Token of the reader.", {"minLength": 1, "maxLength": 9000})
    assert operation.security == tuple(scheme.id for scheme in facts.api.security_schemes)


def test_request_body_has_types_enums_defaults_and_conditions() -> None:
    properties = _named(body(only(read(fixture("shelf.txt")))))
    assert list(properties) == ["books", "url", "mode"]
    assert properties["books"].type == ArrayOf(Reference("BookDto"))
    assert properties["url"].type == Scalar("string")
    assert properties["url"].description == "Link"
    mode = properties["mode"]
    assert mode.required is not None
    assert mode.required.value is False
    assert [value.value for value in mode.enum] == ["left", "right"]
    assert mode.default is not None
    assert mode.default.value == "left"


def test_structures_headers_and_statuses_are_found_by_their_captions() -> None:
    facts = read(fixture("shelf.txt"))
    assert {s.name: [p.name for p in s.properties] for s in facts.api.structures} == {
        "BookDto": ["isbn", "pages"],
        "Place": ["row", "state"],
    }
    state = facts.api.structures[1].properties[1]
    assert [(value.value, value.label) for value in state.enum] == [(0, "free"), (1, "taken")]
    created, missing = only(facts).responses
    assert (created.status, created.description) == ("201", "Created")
    assert [header.property.name for header in created.headers] == ["X-Count"]
    assert (missing.status, missing.description, missing.content) == ("404", "No such shelf", ())


def test_request_examples_share_one_name_and_repairs_are_reported() -> None:
    given = fixture("shelf.txt")
    facts = read(given)
    operation = only(facts)
    shown = {p.property.name: [(e.name, e.value) for e in p.examples] for p in operation.parameters}
    assert shown == {
        "room_id": [("example-1", "abcdefabcdef")],
        "shelf_no": [("example-1", 17)],
        "X-Auth-Token": [],
    }
    assert operation.request_body is not None
    (example,) = operation.request_body.content[0].examples
    assert (example.name, example.value) == ("example-1", {"books": [{"isbn": "111-22", "pages": 7}]})
    (answer,) = operation.responses[0].content[0].examples
    assert (answer.summary, answer.repaired) == ("Created", True)
    assert codes(facts) == ["dangling-reference", "invalid-json"]
    line = next(d.line for d in facts.diagnostics if d.code == "invalid-json")
    assert given.lines[line - 1].strip() in ("},", "}", '"state" : 1,')


def test_hosts_that_stand_for_the_endpoint_are_one_server() -> None:
    (server,) = read(fixture("shelf.txt")).api.servers
    assert server.url == "https://{endpoint}"
    assert [(variable.name, variable.default) for variable in server.variables] == [("endpoint", None)]
    (shown,) = read(fixture("loans.txt")).api.servers
    assert shown.url == "https://{endpoint}"


def test_every_line_is_read_or_ignored_under_a_name() -> None:
    for name in ("shelf.txt", "loans.txt"):
        given = fixture(name)
        account = read(given).accounting
        assert account.unread == ()
        assert account.read + sum(count for _, count in account.ignored) == len(given.lines)
    assert dict(read(fixture("shelf.txt")).accounting.ignored).keys() == {
        "authorization-information",
        "blank",
        "debugging",
        "navigation",
        "reference",
        "update-date",
    }


def test_pipe_tables_without_captions_are_understood_by_their_place() -> None:
    facts = read(fixture("loans.txt"))
    operation = only(facts)
    assert [(str(p.location), p.property.name) for p in operation.parameters] == [
        ("path", "reader_id"),
        ("query", "kind"),
        ("query", "limit"),
        ("query", "sort"),
    ]
    (response,) = operation.responses
    assert [header.property.name for header in response.headers] == ["X-Sum"]
    assert response.content[0].schema == ArrayOf(Reference("LoanDto"))
    assert {s.name: [p.name for p in s.properties] for s in facts.api.structures} == {
        "LoanDto": ["id", "book", "due"],
        "BookRef": ["isbn"],
    }
    assert facts.api.structures[0].properties[1].type == Reference("BookRef")


def test_what_a_dump_lost_is_reported_and_not_invented() -> None:
    facts = read(fixture("loans.txt"))
    found = {(d.code, d.pointer) for d in facts.diagnostics}
    assert ("missing-enum-values", "query.kind") in found
    assert ("contradictory-range", "LoanDto.id") in found
    assert ("example-undocumented-field", "query.sort") in found
    assert {pointer for code, pointer in found if code == "missing-table-caption"} == {
        "path",
        "query",
        "response 200 header",
        "response 200",
        "LoanDto",
        "BookRef",
    }
    kind = only(facts).parameters[1].property
    assert kind.enum == ()
    assert kind.default is not None
    assert kind.default.value == "any"


def test_a_page_without_a_request_line_is_no_operation() -> None:
    facts = read(page("Overview\n\nFunction\n\nAbout shelves.\n"))
    assert facts.api.operations == ()
    assert codes(facts) == ["not-an-operation"]


def test_a_second_uri_section_is_a_second_operation() -> None:
    text = _cells("Shelves / Function / One. / URI / GET /a/{x} / Function / Two. / URI / DELETE /a/{x}")
    operations = read(page(text)).api.operations
    assert [(o.method, o.path, o.description) for o in operations] == [
        ("GET", "/a/{x}", "One."),
        ("DELETE", "/a/{x}", "Two."),
    ]


def test_a_table_without_section_is_reported_as_missing_its_heading() -> None:
    table = "Table 1 Response body parameters / Parameter / Type / Description / id / String / Id"
    facts = read(page(_cells("T / URI / POST /a", table)))
    assert "missing-heading" in codes(facts)
    (response,) = only(facts).responses
    assert isinstance(response.content[0].schema, ObjectOf)


def test_an_announced_example_that_is_not_there_is_reported() -> None:
    facts = read(
        page('T\n\nURI\n\nPOST /a\n\nExample Requests\n\nExample Responses\n\nStatus code: 200\n\n{\n"a": 1\n}\n')
    )
    assert codes(facts) == ["empty-example"]


def test_a_page_that_ends_in_an_example_is_truncated() -> None:
    facts = read(page('T\n\nURI\n\nPOST /a\n\nExample Responses\n\nStatus code: 200\n\n{\n"a": {\n"b": 1,\n'))
    assert "truncated" in codes(facts)


def test_words_that_are_headings_elsewhere_stay_in_their_cell() -> None:
    text = _cells(
        "T / URI / POST /a / Request Parameters / Table 1 Request body parameters",
        "Parameter / Mandatory / Type / Description",
        "first / Yes / String / Request",
        "second / No / String / Status code",
        "description / No / String / Description",
        "name / No / String / Name",
    )
    assert [(p.name, p.description) for p in body(only(read(page(text))))] == [
        ("first", "Request"),
        ("second", "Status code"),
        ("description", "Description"),
        ("name", "Name"),
    ]


def test_chinese_headings_and_columns_are_read_too() -> None:
    text = _cells(
        "创建书架 / 功能介绍 / 创建。 / URI / POST /v3/shelves / 请求参数 / 表1 请求Body参数",
        "参数 / 是否必选 / 参数类型 / 描述 / name / 是 / String / 名称",
        "响应参数 / 状态码： 200 / 表2 响应Body参数 / 参数 / 参数类型 / 描述 / id / Integer / 编号",
    )
    operation = only(read(page(text)))
    assert operation.id == "postV3Shelves"
    assert [(p.name, p.required and p.required.value) for p in body(operation)] == [("name", True)]
    assert [response.status for response in operation.responses] == ["200"]


def test_reader_keeps_the_lines_of_every_cell() -> None:
    given = fixture("shelf.txt")
    for block in read_cells(given, VOCABULARY, WEAK)[0]:
        if isinstance(block, Table):
            for part in (part for row in block.rows for cell in row.cells for part in cell.parts):
                assert part.text in given.lines[part.first - 1]
