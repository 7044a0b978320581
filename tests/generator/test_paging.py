"""Which operations have pages, as their documents show it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.package import generate_package, read_package
from generator.view import GroupView, Paging

Document = dict[str, Any]
INTEGER: Document = {"type": "integer"}
TEXT: Document = {"type": "string"}
NOTE: Document = {"type": "object", "properties": {"id": INTEGER}}
NOTES: Document = {"type": "array", "items": NOTE}


def an_object(**properties: object) -> Document:
    return {"type": "object", "properties": properties}


def answer(schema: object, *headers: str) -> Document:
    shown = {name: {"schema": TEXT} for name in headers}
    return {"200": {"description": "", "headers": shown, "content": {"application/json": {"schema": schema}}}}


def query(**schemas: object) -> list[Document]:
    return [{"name": name.strip("_"), "in": "query", "schema": schema} for name, schema in schemas.items()]


def get(parameters: list[Document], responses: Document, **more: object) -> Document:
    operation = {"operationId": "listNotes", "parameters": parameters, "responses": responses, **more}
    return {"/notes": {"get": operation}}


def action(name: str, properties: Document, result: object) -> Document:
    schema = {"type": "object", "properties": {"Action": {"type": "string", "const": name}, **properties}}
    body = {"content": {"application/json": {"schema": schema}}}
    operation = {"operationId": name, "x-rpc-action": name, "requestBody": body, "responses": answer(result)}
    return {f"/api#{name}": {"post": operation}}


def a_document(paths: Document, **schemas: object) -> Document:
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def derive(document: Document) -> tuple[Paging | None, list[str]]:
    """Return the paging of the only operation, and the findings about the document."""
    source, view, _ = read_package(document, name="x")
    (operation,) = view.operations
    return operation.paging, [finding.message for finding in source.findings]


def shown(paging: Paging | None) -> str:
    return paging.expression if paging else ""


LIMITED = query(offset=INTEGER, limit=INTEGER)
TOKEN = query(cursor=TEXT, limit=INTEGER)
DERIVED: dict[str, tuple[Document, str]] = {
    "offset and limit with a total in a header": (
        get(LIMITED, answer(NOTES, "X-Total", "X-Other")),
        'Paging("offset", "query", "offset", ("",), total=("header:X-Total",))',
    ),
    "page and size of an action, items and total two objects deep": (
        action(
            "DescribeNotes",
            {"PageNumber": INTEGER, "PageSize": INTEGER},
            an_object(Response=an_object(RequestId=TEXT, Data=an_object(TotalCount=INTEGER, NoteList=NOTES))),
        ),
        'Paging("page", "body", "PageNumber", ("response.data.note_list",), first=1, '
        'total=("response.data.total_count",))',
    ),
    "total one level above the items": (
        get(LIMITED, answer(an_object(total=INTEGER, data=an_object(notes=NOTES)))),
        'Paging("offset", "query", "offset", ("data.notes",), total=("total",))',
    ),
    "no total at all": (
        action("ListNotes", {"Offset": INTEGER, "Limit": INTEGER}, an_object(Response=an_object(NoteList=NOTES))),
        'Paging("offset", "body", "Offset", ("response.note_list",))',
    ),
    "page without a size, which the server chooses": (
        get(query(page=INTEGER), answer(NOTES)),
        'Paging("page", "query", "page", ("",), first=1)',
    ),
    "a sign of the server in a header": (
        get(query(page=INTEGER, per_page=INTEGER), answer(NOTES, "X-Next-Page", "X-Total-Count")),
        'Paging("page", "query", "page", ("",), first=1, total=("header:X-Total-Count",), '
        'more=("header:X-Next-Page",))',
    ),
    "a sign of the server beside the items": (
        get(LIMITED, answer(an_object(items=NOTES, hasMore={"type": "boolean"}))),
        'Paging("offset", "query", "offset", ("items",), more=("has_more",))',
    ),
    "total in an object about pages": (
        get(LIMITED, answer(an_object(data=NOTES, meta=an_object(pagination=an_object(total=INTEGER))))),
        'Paging("offset", "query", "offset", ("data",), total=("meta.pagination.total",))',
    ),
    "the list beside the total, not the others": (
        get(LIMITED, answer(an_object(tags=NOTES, found=an_object(total=INTEGER, notes=NOTES)))),
        'Paging("offset", "query", "offset", ("found.notes",), total=("found.total",))',
    ),
    "the list that is not one of errors": (
        get(LIMITED, answer(an_object(errors=NOTES, notes=NOTES))),
        'Paging("offset", "query", "offset", ("notes",))',
    ),
    "the list with a name that says so": (
        get(LIMITED, answer(an_object(items=NOTES, columns=NOTES))),
        'Paging("offset", "query", "offset", ("items",))',
    ),
    "the outer list": (
        get(LIMITED, answer(an_object(notes=NOTES, author=an_object(groups=NOTES)))),
        'Paging("offset", "query", "offset", ("notes",))',
    ),
    "a property that is spelled in two ways": (
        get(LIMITED, answer(an_object(Data=an_object(Total=INTEGER, List=NOTES), data=an_object(total=INTEGER)))),
        'Paging("offset", "query", "offset", ("data_.list_",), total=("data_.total",))',
    ),
    "names with brackets": (
        get(
            [
                {"name": "page[number]", "in": "query", "schema": INTEGER},
                {"name": "page[size]", "in": "query", "schema": INTEGER},
            ],
            answer(an_object(data=NOTES, links=an_object(next={"type": ["string", "null"]}))),
        ),
        'Paging("page", "query", "page[number]", ("data",), first=1, more=("links.next",))',
    ),
    "a token in an object about pages": (
        get(TOKEN, answer(an_object(items=NOTES, meta=an_object(next_cursor=TEXT)))),
        'Paging("token", "query", "cursor", ("items",), next=("meta.next_cursor",))',
    ),
    "a token of an action": (
        action("ListNotes", {"NextToken": TEXT, "MaxResults": INTEGER}, an_object(Notes=NOTES, NextToken=TEXT)),
        'Paging("token", "body", "NextToken", ("notes",), next=("next_token",))',
    ),
    "a token that only an object about pages can have": (
        get(
            query(after=TEXT, limit=INTEGER),
            answer(an_object(results=NOTES, paging=an_object(next=an_object(after=TEXT)))),
        ),
        'Paging("token", "query", "after", ("results",), next=("paging.next.after",))',
    ),
    "a token rather than a page": (
        get(query(page=INTEGER, cursor=TEXT), answer(NOTES, "X-Next-Cursor")),
        'Paging("token", "query", "cursor", ("",), next=("header:X-Next-Cursor",))',
    ),
    "the documented default is the first position": (
        get(query(page={"type": "integer", "default": 0, "minimum": 0}), answer(NOTES)),
        'Paging("page", "query", "page", ("",))',
    ),
    "otherwise the documented minimum is": (
        get(query(startIndex={"type": "integer", "minimum": 1}, count=INTEGER), answer(NOTES)),
        'Paging("offset", "query", "startIndex", ("",), first=1)',
    ),
    "a token with the name of the one that is sent, if it is said to be the next": (
        get(TOKEN, answer(an_object(items=NOTES, cursor={**TEXT, "description": "Where the next page starts."}))),
        'Paging("token", "query", "cursor", ("items",), next=("cursor",))',
    ),
    "a token among cursors": (
        get(TOKEN, answer(an_object(items=NOTES, meta=an_object(cursors=an_object(next=TEXT, previous=TEXT))))),
        'Paging("token", "query", "cursor", ("items",), next=("meta.cursors.next",))',
    ),
    "a list of either of two kinds of items": (
        get(LIMITED, answer({"anyOf": [NOTES, {"type": "array", "items": TEXT}]})),
        'Paging("offset", "query", "offset", ("",))',
    ),
    "a list that may be null": (
        get(LIMITED, answer(an_object(notes={"type": ["array", "null"], "items": NOTE}))),
        'Paging("offset", "query", "offset", ("notes",))',
    ),
}
NOT_DERIVED: dict[str, tuple[Document, list[str]]] = {
    "nothing about pages": (get(query(name=TEXT), answer(NOTES)), []),
    "a call that changes something": (
        action("CreateNotes", {"Offset": INTEGER, "Limit": INTEGER}, an_object(Notes=NOTES)),
        [],
    ),
    "a range of times": (get(query(start=INTEGER, end=INTEGER, limit=INTEGER), answer(NOTES)), []),
    "an offset of something else": (get(query(offset=INTEGER), answer(NOTES)), []),
    "a page of one document": (get(query(page=INTEGER), answer(an_object(text=TEXT))), []),
    "a word for a page": (get(query(page=TEXT, limit=INTEGER), answer(NOTES)), []),
    "no JSON": (
        get(LIMITED, {"200": {"description": "", "content": {"text/csv": {"schema": TEXT}}}}),
        ["There is no iteration over pages: the result has no list."],
    ),
    "two successful results": (
        get(LIMITED, {**answer(NOTES), "202": {"description": "", "content": {"application/json": {"schema": NOTE}}}}),
        [],
    ),
    "no list": (
        get(LIMITED, answer(an_object(total=INTEGER))),
        ["There is no iteration over pages: the result has no list."],
    ),
    "two lists": (
        get(LIMITED, answer(an_object(red=NOTES, inner=an_object(total=INTEGER), blue=NOTES))),
        ["There is no iteration over pages: any of the lists 'red', 'blue' can be the items."],
    ),
    "two positions": (
        get(query(offset=INTEGER, page=INTEGER, limit=INTEGER), answer(NOTES)),
        ["There is no iteration over pages: any of 'offset', 'page' can say where a page starts."],
    ),
    "a number of items to leave out that cannot be none": (
        get(query(skip={"type": "integer", "minimum": 1}, take=INTEGER), answer(NOTES)),
        ["There is no iteration over pages: 'skip' says how much to leave out, but starts at 1."],
    ),
    "a token that may be the present one": (
        get(TOKEN, answer(an_object(items=NOTES, cursor=TEXT))),
        ["There is no iteration over pages: the result does not say where the next page starts."],
    ),
    "a token from nowhere": (
        get(TOKEN, answer(an_object(items=NOTES))),
        ["There is no iteration over pages: the result does not say where the next page starts."],
    ),
}


@pytest.mark.parametrize(("paths", "expected"), DERIVED.values(), ids=DERIVED)
def test_pages_are_derived(paths: Document, expected: str):
    paging, findings = derive(a_document(paths))
    assert shown(paging) == expected
    assert not [message for message in findings if "iteration" in message]


@pytest.mark.parametrize(("paths", "findings"), NOT_DERIVED.values(), ids=NOT_DERIVED)
def test_what_is_uncertain_is_no_iteration(paths: Document, findings: list[str]):
    assert derive(a_document(paths)) == (None, findings)


def test_finding_points_to_the_operation():
    package = generate_package(a_document(NOT_DERIVED["two lists"][0]), name="x")
    assert [finding.pointer for finding in package.diagnostics] == ["#/paths/~1notes/get"]


def test_property_in_two_spellings_is_one_list_with_two_places():
    data = an_object(List=NOTES, TotalRow=INTEGER)
    schemas = {"Page": data, "Note": NOTE}
    page = {"$ref": "#/components/schemas/Page"}
    paging, _ = derive(a_document(get(LIMITED, answer(an_object(Data=page, data=page))), **schemas))
    assert paging is not None
    assert [place.printed for place in paging.items] == ["data_.list_", "data.list_"]
    assert [place.printed for place in paging.total] == ["data_.total_row", "data.total_row"]


def test_item_is_typed_through_references_and_aliases():
    schemas = {
        "Note": NOTE,
        "Notes": {"type": "array", "items": {"$ref": "#/components/schemas/Note"}},
        "Page": {"allOf": [an_object(total=INTEGER), an_object(notes={"$ref": "#/components/schemas/Notes"})]},
    }
    paging, _ = derive(a_document(get(LIMITED, answer({"$ref": "#/components/schemas/Page"})), **schemas))
    assert paging is not None
    assert paging.item == "models.Note"
    assert shown(paging) == 'Paging("offset", "query", "offset", ("notes",), total=("total",))'


def test_result_that_contains_itself_ends():
    node = {"type": "object", "properties": {"child": {"$ref": "#/components/schemas/Node"}, "name": TEXT}}
    assert derive(a_document(get(LIMITED, answer({"$ref": "#/components/schemas/Node"})), Node=node))[0] is None


def groups_of(*operations: str) -> GroupView:
    shapes = {"parameters": LIMITED, "responses": answer(NOTES), "tags": ["a"]}
    paths = {f"/{number}": {"get": {"operationId": name, **shapes}} for number, name in enumerate(operations)}
    (group,) = read_package(a_document(paths), name="x")[1].groups
    return group


def test_method_has_a_name_of_its_own():
    group = groups_of("notes", "iter_notes", "list")
    methods = [(view.name, view.paging.method) for view in group.operations if view.paging]
    assert methods == [("notes", "iter_notes_"), ("iter_notes", "iter_iter_notes"), ("list_", "iter_list")]


def test_method_is_typed_and_the_position_is_optional():
    parameters = [{**item, "required": True} for item in LIMITED]
    links = {"summary": "List notes", "externalDocs": {"url": "https://docs.example/notes"}}
    document = a_document(get(parameters, answer(NOTES, "X-Total"), **links))
    text = generate_package(document, name="x").files["src/x/groups/default.py"]
    sync, _, awaited = text.partition("class AsyncDefault")
    method = sync.partition("def iter_list_notes(")[2]
    assert " ".join(method.split()) == (
        "self, *, offset: int | Omit = OMIT, limit: int, **options: Unpack[RequestOptions], ) -> "
        "Pages[models.ListNotesResponseItem, list[models.ListNotesResponseItem]]: "
        '"""Iterate over all items of `list_notes`, page after page. List notes. '
        "The arguments are those of `list_notes`; `offset` is where to begin, otherwise at the start. "
        'Documentation: https://docs.example/notes """ return Pages( self._transport, _LIST_NOTES, '
        'Values( query={"offset": offset, "limit": limit}, ), options, self.iter_list_notes, )'
    )
    assert "    def iter_list_notes(" in awaited
    assert "AsyncPages[models.ListNotesResponseItem, list[models.ListNotesResponseItem]]" in awaited
    assert "from .._pages import AsyncPages, Pages" in text


def test_module_without_pages_does_not_load_the_iteration():
    text = generate_package(a_document(get([], answer(NOTES))), name="x").files["src/x/groups/default.py"]
    assert "_pages" not in text
    assert "_paging" not in text
