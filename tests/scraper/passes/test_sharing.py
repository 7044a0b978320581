"""Common parameters, headers, answers and statuses that pages without an operation list for others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scraper.dialects.huawei import DIALECT
from scraper.pipeline import Scrape, SkippedPagesError, join_readings, scrape_pages
from scraper.reading import judge_facts, parse_page_facts
from spec.emit import emit_openapi
from spec.model import Evidence, Location, MediaType, ObjectOf, Operation, Reference
from spec.validate import validate_document, validate_examples
from tests.scraper.huawei.reading import page

LENDING = """# Lending a Book

## URI

POST /v1/books/{book_id}/loans

## Request

%s

## Response

%s

## Status Codes

%s

## Error Codes

%s
"""

HEADERS = """# Common Request Headers<a name="r1"></a>

Every request has them.

**Table 1** Common request headers

<a name="t1"></a>

| Header | Mandatory | Type | Description |
|---|---|---|---|
| X-Desk | Yes | String | The desk. |
| X-Auth-Token | Yes | String | The token. |

**Table 2** Query parameters

<a name="t2"></a>

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
| dry | No | Boolean | Only try. |
"""

ANSWERS = """# Answers (Loans)<a name="a1"></a>

-  Normal response

| Parameter | Type | Description |
|---|---|---|
| loan_id | String | The loan. |

-  Abnormal response

| Parameter | Type | Description |
|---|---|---|
| error | Object | What went wrong. For details, see [Table 1](#a2). |

**Table 1** error field

<a name="a2"></a>

| Parameter | Type | Description |
|---|---|---|
| message | String | In words. |

-  Example response

Normal response

```
{"loan_id": "7"}
```

Abnormal response

```
{"error": {"message": "no"}}
```
"""

STATUSES = """# Returned Values<a name="s1"></a>

## Normal

| Returned Value | Description |
|---|---|
| 200 | Done. |

## Abnormal

| Returned Value | Description |
|---|---|
| 404 Not Found | No such book. |
| 500 | Broken. |
"""

CODES = """# Error Codes<a name="e1"></a>

## Body of an Error

| Parameter | Type | Description |
|---|---|---|
| code | String | The code. |

## List

<a name="e2"></a>

| Status Code | Error Code | Description |
|---|---|---|
| 409 Conflict | LIB.1 | Lent already. |
| 409 Conflict | LIB.2 | Lost. |
"""


def _lending(request: str = "None", response: str = "None", status: str = "None", errors: str = "None") -> str:
    return LENDING % (request, response, status, errors)


def _scrape(text: str, **others: str) -> Scrape:
    given = {"lending-a-book": text} | {name.replace("_", "-"): other for name, other in others.items()}
    return scrape_pages([page(words, f"lib__{name}.md") for name, words in given.items()], DIALECT)


def _only(scrape: Scrape) -> Operation:
    (operation,) = scrape.api.operations
    return operation


def _sent(operation: Operation) -> list[tuple[str, str]]:
    return [(str(one.location), one.property.name) for one in operation.parameters if one.location != Location.PATH]


def _dangling(scrape: Scrape) -> list[str]:
    return [one.pointer for one in scrape.diagnostics if one.code == "dangling-reference"]


BOTH = [("header", "X-Desk"), ("header", "X-Auth-Token"), ("query", "dry")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("For details, see [Common Request Headers](common-request-headers.md).", BOTH),
        ("This request uses common headers. See [Table 1](common-request-headers.md#t1).", BOTH[:2]),
        ("For details about query parameters, see [Table 2](common-request-headers.md#t2).", BOTH[2:]),
        ("For details, see section Common Request Headers.", BOTH),
        ("For details about headers, see Table 1 in Common Request Headers.", BOTH[:2]),
        ("See [the headers](other.md#r1).", []),
        ("For details about how to obtain a token, see [headers](common-request-headers.md).", []),
        ("None", []),
    ],
)
def test_parameters_are_those_of_the_page_that_the_words_lead_to(words: str, expected: list[tuple[str, str]]) -> None:
    if expected:
        found = _scrape(_lending(words), common_request_headers=HEADERS)
        assert _sent(_only(found)) == expected
        assert _dangling(found) == []
        return
    with pytest.raises(SkippedPagesError):
        _scrape(_lending(words), common_request_headers=HEADERS)


def test_the_source_of_a_common_parameter_is_its_row_on_the_common_page() -> None:
    words = "See [Common Request Headers](common-request-headers.md)."
    operation = _only(_scrape(_lending(words), common_request_headers=HEADERS))
    (desk,) = [one.property for one in operation.parameters if one.property.name == "X-Desk"]
    assert (desk.source.page, HEADERS.split("\n")[desk.source.first - 1][:8], desk.source.evidence) == (
        "lib__common-request-headers.md",
        "| X-Desk",
        Evidence.TABLE,
    )
    assert desk.required is not None
    assert desk.required.source == desk.source


def test_what_a_page_states_itself_stands() -> None:
    own = "See [Common Request Headers](common-request-headers.md).\n\n**Table 1** Request header parameters\n\n"
    own += "| Parameter | Mandatory | Type | Description |\n|---|---|---|---|\n| x-desk | No | Integer | Ours. |"
    operation = _only(_scrape(_lending(own), common_request_headers=HEADERS))
    assert _sent(operation) == [("header", "x-desk"), ("header", "X-Auth-Token"), ("query", "dry")]


def test_answers_are_those_of_a_shared_page_with_one_schema_for_all_operations() -> None:
    words = "For details about the responses, see [Answers (Loans)](answers.md)."
    other = _lending(response=words).replace("Lending a Book", "Keeping a Book").replace("loans", "holds")
    found = _scrape(_lending(response=words), answers=ANSWERS, keeping_a_book=other)
    document = emit_openapi(found.api).document
    schemas = {"2XX": "AnswersLoans", "default": "AnswersLoansError"}
    for operation in found.api.operations:
        media = {one.status: one.content[0] for one in operation.responses}
        assert {status: getattr(one.schema, "name", "") for status, one in media.items()} == schemas
        assert [one.value for one in media["2XX"].examples] == [{"loan_id": "7"}]
        assert [one.value for one in media["default"].examples] == [{"error": {"message": "no"}}]
    assert validate_document(document) == ()
    assert list(validate_examples(document)) == []


def test_only_answers_to_failures_are_meant_by_words_about_these() -> None:
    words = "-  Abnormal response\n\n   For details, see [Answers (Loans)](answers.md)."
    (response,) = _only(_scrape(_lending(response=words), answers=ANSWERS)).responses
    assert response.status == "default"


def test_answers_to_failures_are_those_of_all_statuses_of_failures() -> None:
    answer = "-  Abnormal response\n\n   For details, see [Answers (Loans)](answers.md)."
    status = "For details, see [Returned Values](returned-values.md)."
    found = _scrape(_lending(response=answer, status=status), answers=ANSWERS, returned_values=STATUSES)
    bodies = {
        one.status: [getattr(media.schema, "name", "") for media in one.content] for one in _only(found).responses
    }
    assert bodies == {status: ["AnswersLoansError"] for status in ("404", "500", "default")}


def test_statuses_of_failures_are_those_of_a_shared_list() -> None:
    words = "200\n\nFor details, see [Returned Values](returned-values.md)."
    operation = _only(_scrape(_lending(status=words), returned_values=STATUSES))
    assert [(one.status, one.description) for one in operation.responses] == [
        ("200", ""),
        ("404", "No such book."),
        ("500", "Broken."),
    ]


@pytest.mark.parametrize(
    "words", ["See [Error Codes](error-codes.md).", "See Error Codes.", "See [a](error-codes.md#e2)."]
)
def test_failures_have_the_statuses_and_the_body_of_the_page_of_error_codes(words: str) -> None:
    found = _scrape(_lending(status="200", errors=words), error_codes=CODES)
    failure = _only(found).responses[-1]
    assert (failure.status, failure.description) == ("409", "")
    assert [getattr(one.schema, "name", "") for one in failure.content] == ["ErrorCodes"]
    assert _dangling(found) == []


def test_pages_link_to_each_other_whatever_format_they_are_kept_in() -> None:
    words = "See [Error Codes](../shared/error-codes.html)."
    assert _dangling(_scrape(_lending(status="200", errors=words), error_codes=CODES)) == []


def test_a_table_of_an_error_page_may_have_a_caption_like_that_of_a_structure() -> None:
    codes = CODES.replace("## Body of an Error", "**Table 1** Error Description")
    found = _scrape(_lending(status="200", errors="See [Error Codes](error-codes.md)."), error_codes=codes)
    assert [getattr(one.schema, "name", "") for one in _only(found).responses[-1].content] == ["ErrorCodes"]


def test_a_reference_to_no_page_that_is_given_dangles_once_for_an_operation() -> None:
    words = "See [Common Headers](common.md).\n\nThe headers are the same as those in [Common Headers](common.md)."
    assert _dangling(_scrape(_lending(words))) == ["request"]


def test_of_two_pages_that_words_may_mean_none_is_meant() -> None:
    words = "See section Common Request Headers."
    pages = [page(_lending(words), "a/lend.md"), page(HEADERS, "b/headers.md"), page(HEADERS, "c/headers.md")]
    with pytest.raises(SkippedPagesError):
        scrape_pages(pages, DIALECT)


def test_a_page_that_others_refer_to_is_read_whole_and_no_fault() -> None:
    found = _scrape(_lending("See [headers](common-request-headers.md)."), common_request_headers=HEADERS)
    assert [one.code for one in found.diagnostics if one.page.endswith("headers.md")] == []
    assert not any(account.unread for account in found.accounting.values())


def test_labels_lead_to_tables_and_to_whole_pages() -> None:
    rule = "   ====== ===========\n"
    rows = f"{rule}   Header Description\n{rule}   x-desk The desk.\n{rule}"
    common = (
        f".. _common:\n\nCommon Headers\n==============\n\n.. _desk:\n\n.. table:: Table 1 Common headers\n\n{rows}"
    )
    for label in ("common", "desk"):
        text = "Reading\n=======\n\nURI\n---\n\nGET /v1/a\n\nRequest Headers\n---------------\n\n"
        text += f"This request uses common headers. For details, see :ref:`Table 1 <{label}>`.\n"
        found = scrape_pages([page(text, "a.rst"), page(common, "b.rst")], DIALECT)
        assert _sent(_only(found)) == [("header", "x-desk")]


@pytest.mark.parametrize("words", ["This request involves no parameters.", "N/A", "-", "This API has no request body."])
def test_words_that_state_nothing_are_no_description(words: str) -> None:
    assert _only(_scrape(_lending(words))).description == ""


BODIES = """# Common<a name="all"></a>

**Table 1** Request body parameters

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
| width | Yes | Integer | Width. |

**Table 2** Response body parameters

| Parameter | Type | Description |
|---|---|---|
| depth | Integer | Depth. |
"""
UNSTATED = """# Structures

**Table 1** Parameters of the request

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
| width | Yes | Integer | Width. |
"""
NUMBERED = """# Common

## Params<a name="params"></a>

**Table 1** Request body parameters of one

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
| one | Yes | String | One. |

**Table 2** Request body parameters of two

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
| two | Yes | String | Two. |
"""


def _join(*texts: tuple[str, str]) -> Scrape:
    """Reads pages, those too that nothing of the others leads to."""
    pages = [page(text, f"lib__{name}.md") for name, text in texts]
    return join_readings([judge_facts(parse_page_facts(one, DIALECT), one.name, DIALECT) for one in pages])


def _bodies(scrape: Scrape) -> dict[str, list[str]]:
    """The names of the members of each body."""
    structures = {one.name: one.properties for one in scrape.api.structures}

    def names(content: Sequence[MediaType]) -> list[str]:
        (schema,) = (media.schema for media in content)
        rows = structures[schema.name] if isinstance(schema, Reference) else ()
        return [row.name for row in (schema.properties if isinstance(schema, ObjectOf) else rows)]

    operation = _only(scrape)
    sent = {"request": names(operation.request_body.content)} if operation.request_body else {}
    return sent | {one.status: names(one.content) for one in operation.responses if one.content}


def _guesses(scrape: Scrape) -> list[tuple[str, str]]:
    return [(one.page, one.pointer) for one in scrape.diagnostics if one.code == "missing-table-caption"]


def test_request_and_response_of_one_page_have_the_members_of_their_own_tables() -> None:
    words = [f"For the {side} body parameters, see [Common](common.md)." for side in ("request", "response")]
    found = _scrape(_lending(*words), common=BODIES)
    assert _bodies(found) == {"request": ["width"], "2XX": ["depth"]}
    assert _dangling(found) == []


def test_bodies_of_two_pages_with_one_title_have_their_own_members() -> None:
    answer = "# Structures" + BODIES.partition("Width. |")[2].replace("Table 2", "Table 1")
    words = [f"For details, see the parameters in [Structures]({name}.md)." for name in ("sent", "answer")]
    found = _scrape(_lending(*words), sent=UNSTATED, answer=answer)
    assert _bodies(found) == {"request": ["width"], "2XX": ["depth"]}
    assert _dangling(found) == []


SEE = "For details, see the parameters in [Common](common.md)."


def test_a_body_that_no_words_call_one_is_a_guess() -> None:
    found = _scrape(_lending(SEE), common=UNSTATED)
    assert _bodies(found) == {"request": ["width"]}
    assert _guesses(found) == [("lib__common.md", "body")]


def test_headers_and_placeholders_of_a_table_without_words_for_their_place_are_no_members() -> None:
    rows = "| book_id | Yes | String | Which. |\n| X-Auth-Token | Yes | String | The token. |\n"
    found = _scrape(_lending(SEE), common=UNSTATED + rows)
    assert _bodies(found) == {"request": ["width"]}
    assert [(str(one.location), one.property.name) for one in _only(found).parameters] == [
        ("header", "X-Auth-Token"),
        ("path", "book_id"),
    ]
    assert _guesses(found) == [("lib__common.md", "body"), ("lib__common.md", "header")]


def test_of_tables_without_words_for_their_place_none_is_the_body() -> None:
    paging = UNSTATED.partition("**")[2].replace("width", "limit")
    paging = paging.partition("request\n")[2]
    found = _join(("a", _lending(SEE)), ("common", f"{UNSTATED}\n## Paging\n{paging}"))
    assert _bodies(found) == {}
    assert _dangling(found) == ["request"]


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("For details, see Table 2 in [Common](common.md#params).", ["two"]),
        ("For details, see [Table 1](common.md#params).", ["one"]),
        ("For details, see Table 3 in [Common](common.md#params).", []),
        ("For details, see the parameters in [Common](common.md#params).", []),
    ],
)
def test_of_several_bodies_of_one_place_the_number_of_the_table_decides(words: str, members: list[str]) -> None:
    found = _join(("a", _lending(words)), ("common", NUMBERED))
    assert _bodies(found) == ({"request": members} if members else {})
    assert _dangling(found) == ([] if members else ["request"])


MIXED = """# Common

**Table 1** Common request headers

| Header | Mandatory | Type | Description |
|---|---|---|---|
| X-Trace | Yes | String | Trace. |

## Error response

| Parameter | Type | Description |
|---|---|---|
| error_code | String | Code. |
"""


def test_a_body_of_failures_is_no_list_of_headers_and_belongs_to_no_request() -> None:
    words = [f"For details about the {side} headers, see [Common](common.md)." for side in ("request", "response")]
    found = _scrape(_lending(*words), common=MIXED)
    assert _sent(_only(found)) == [("header", "X-Trace")]
    assert _only(found).responses == ()
    assert _dangling(found) == ["response"]


RULES = """# Naming Rules

**Table 1** Rules

| Name | Description |
|---|---|
| bucket | Short. |
"""


def test_words_that_lead_to_nothing_of_their_side_dangle_and_their_page_is_not_used() -> None:
    found = _join(("a", _lending("For details about the request parameters, see Naming Rules.")), ("rules", RULES))
    assert _only(found).request_body is None
    assert _dangling(found) == ["request"]
    assert [one.page for one in found.faults] == ["lib__rules.md"]


OWN_BODY = """**Table 1** Request body parameters

| Parameter | Mandatory | Type | Description |
|---|---|---|---|
| %s | Yes | Integer | Ours. |

For the request body parameters, see [Common](common.md)."""


@pytest.mark.parametrize(("own", "dangling"), [("width", []), ("colour", ["request"])])
def test_members_that_a_body_of_the_own_page_lacks_are_not_lost_in_silence(own: str, dangling: list[str]) -> None:
    found = _join(("a", _lending(OWN_BODY % own)), ("common", BODIES))
    assert _bodies(found) == {"request": [own]}
    assert _dangling(found) == dangling


@pytest.mark.parametrize(
    ("lending", "link", "codes", "expected"),
    [
        ("a__lending.md", "codes.md", "a__codes.md", ["404", "500"]),
        ("a__lending.md", "codes.md", "b__codes.md", []),
        ("a__lending.md", "../b/codes.html", "b__codes.md", ["404", "500"]),
        ("a__lending.md", "../x/codes.html", "a__codes.md", ["404", "500"]),
        ("lending.md", "../x/codes.html", "codes.md", ["404", "500"]),
        ("lending.md", "../x/codes.html", "y/codes.md", []),
        ("a/lending.md", "codes.md", "b/codes.md", []),
    ],
)
def test_a_page_of_another_folder_is_meant_only_where_the_link_names_it(
    lending: str, link: str, codes: str, expected: list[str]
) -> None:
    pages = [page(_lending(status=f"See [Status Codes]({link})."), lending), page(STATUSES, codes)]
    found = join_readings([judge_facts(parse_page_facts(one, DIALECT), one.name, DIALECT) for one in pages])
    assert [one.status for one in _only(found).responses] == expected
    assert _dangling(found) == ([] if expected else ["status"])
