"""The live check against servers on this machine: every rule is produced, and a server that conforms gives none."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.live.check import LiveSettings, check_live
from generator.live.client import LiveClient, NoAnswerError
from generator.live.findings import BaseUrlError, Finding, LiveError
from generator.live.messages import Answer, Request
from generator.live.report import rules_text
from generator.live.rules import LIVE_RULES
from spec.load import load_document, load_source_map
from spec.model import Evidence, Source
from spec.sourcemap import Entry, SourceMap
from tests.live.documents import EXAMPLE, lamps_document
from tests.live.server import Reply, example_replies, serving

REPOSITORY = Path(__file__).resolve().parents[2]
TOKEN = "s3cret-token"
READS = ["listLamps", "countLamps", "getLamp", "getHealth", "DescribeLamp"]
WRITES = ["hangLamp", "removeLamp", "CreateLamp"]
SCHEMAS = "/components/schemas"
LAMP = f"{SCHEMAS}/Lamp/properties"
NUMBER = f"{SCHEMAS}/Room/properties/number"
LABEL = f"{SCHEMAS}/Label/properties"
ANSWERS = "/paths/~1lamps~1{id}/get/responses"
CONTENT = f"{ANSWERS}/200/content"
A: dict[str, Any] = {"required": ["a"], "properties": {"a": {}}}
BODY = f"{CONTENT}/application~1json/schema"
JSON = {"Content-Type": "application/json"}


def check(url: str, document: dict[str, Any] | None = None, **more: Any) -> tuple[Finding, ...]:
    settings = LiveSettings(allow_writes=more.pop("allow_writes", False), timeout=5, pause=0)
    environment = more.pop("environment", {"LAMPS_TOKEN": TOKEN})
    return check_live(document or lamps_document(), url, "lamps", settings=settings, environment=environment, **more)


def check_planted(**planted: Reply) -> list[Finding]:
    """The findings about the operations with planted replies."""
    with serving(lamps_document(), "lamps", **planted) as server:
        return [item for item in check(server.url) if item.operation in planted]


def lamp(**changes: Any) -> Reply:
    """The documented answer to `getLamp`, changed; a property that is `...` is missing."""
    values = {key: value for key, value in {**EXAMPLE, **changes}.items() if value is not ...}
    return replace(example_replies(lamps_document(), "lamps")["getLamp"], body=json.dumps(values).encode())


def lamps_reply(change: Callable[[dict[str, str]], object] = lambda _headers: None, **more: Any) -> Reply:
    reply = example_replies(lamps_document(), "lamps")["listLamps"]
    headers = dict(reply.headers)
    change(headers)
    return replace(reply, headers=headers, **more)


def test_a_conforming_server_gives_no_finding() -> None:
    with serving(lamps_document(), "lamps") as server:
        found = check(server.url)
        called = [server.routes(arrival) for arrival in server.arrivals]
    assert called == READS
    assert [(item.code, item.operation) for item in found] == [
        ("live-skipped", name) for name in ("hangLamp", "removeLamp", "getRoom", "getFar", "CreateLamp")
    ]


@pytest.mark.parametrize("name", ["codearts_repo", "coding", "gitlab"])
def test_a_server_that_answers_as_the_pages_show_gives_no_finding(name: str) -> None:
    document = load_document(REPOSITORY / f"spec/documents/{name}.yaml")
    sources = load_source_map(REPOSITORY / f"spec/documents/{name}.sourcemap.json")
    with serving(document, name) as server:
        settings = LiveSettings(pause=0)
        environment = {f"{name.upper()}_TOKEN": TOKEN}
        found = check_live(document, server.url, name, sources=sources, settings=settings, environment=environment)
        actions = [server.routes(arrival) for arrival in server.arrivals]
    assert [item for item in found if item.code != "live-skipped"] == []
    assert all(item.page.startswith(f"scraper/pages/{name}/") and item.line for item in found)
    assert not [action for action in actions if action.startswith(("Create", "Modify", "Delete"))]


@pytest.mark.parametrize(
    ("reply", "code", "pointer", "message"),
    [
        (lamp(id="7"), "live-type-mismatch", f"{LAMP}/id", "id: string, documented is integer"),
        (lamp(room=4), "live-type-mismatch", f"{LAMP}/room", "room: integer is of no documented type"),
        (lamp(room={"number": "4"}), "live-type-mismatch", NUMBER, "room.number: string, documented is integer"),
        (
            lamp(labels=[{"text": "a"}, {"text": 1}]),
            "live-type-mismatch",
            f"{LABEL}/text",
            "labels[1].text: integer, documented is string",
        ),
        (lamp(name=...), "live-missing-field", f"{LAMP}/name", "required property 'name' is missing"),
        (lamp(room={}), "live-missing-field", NUMBER, "room: required property 'number' is missing"),
        (
            lamp(name="longer than ten"),
            "live-broken-limit",
            f"{LAMP}/name",
            "name: a value breaks the documented 'maxLength'",
        ),
        (
            lamp(since="yesterday"),
            "live-broken-limit",
            f"{LAMP}/since",
            "since: a value breaks the documented 'format'",
        ),
        (lamp(colour="blue"), "live-undocumented-value", f"{LAMP}/colour", "colour: value 'blue' is not documented"),
        (lamp(watt=4), "live-undocumented-field", f"{LAMP}/watt", "property 'watt' is not documented"),
        (
            lamp(room={"number": 4, "floor": 1}),
            "live-undocumented-field",
            f"{SCHEMAS}/Room/properties/floor",
            "property 'floor' is not documented",
        ),
        (lamp(labels=[{"a/b": 1}]), "live-undocumented-field", f"{LABEL}/a~1b", "property 'a/b' is not documented"),
        (Reply(203), "live-undocumented-status", ANSWERS, "HTTP 203 is not documented"),
        (
            Reply(302, {"Location": "https://elsewhere.example"}),
            "live-undocumented-status",
            ANSWERS,
            "HTTP 302 is not documented; redirects are not followed",
        ),
        (Reply(500), "live-undocumented-failure", ANSWERS, "HTTP 500 is not documented"),
        (Reply(401), "live-refused-token", ANSWERS, "HTTP 401: the server refuses the token"),
        (
            Reply(200, {"Content-Type": "text/html"}, b"<p>"),
            "live-undocumented-media-type",
            CONTENT,
            "media type 'text/html', documented is application/json",
        ),
        (
            Reply(200, {}, b"{}"),
            "live-undocumented-media-type",
            CONTENT,
            "a body without media type, documented is application/json",
        ),
        (Reply(200, JSON, b"{"), "live-type-mismatch", BODY, "the body is no JSON"),
        (Reply(200, JSON, b""), "live-type-mismatch", BODY, "the body is empty"),
        (Reply(200, JSON, b"[" * 5000 + b"]" * 5000), "live-type-mismatch", BODY, "the body is no JSON"),
        (Reply(200, JSON, b"NaN"), "live-type-mismatch", BODY, "the body is no JSON"),
        (Reply(0), "live-no-response", "/paths/~1lamps~1{id}/get", "RemoteProtocolError"),
    ],
)
def test_a_planted_difference_is_found_once(reply: Reply, code: str, pointer: str, message: str) -> None:
    (found,) = check_planted(getLamp=reply)
    assert (found.code, found.operation, found.pointer, found.message) == (code, "getLamp", pointer, message)


def test_headers_that_are_missing_are_found_by_whether_they_are_required() -> None:
    found = check_planted(listLamps=lamps_reply(lambda headers: (headers.pop("X-Total"), headers.pop("X-Next"))))
    assert [(item.code, item.message) for item in found] == [
        ("live-missing-header", "header 'X-Total' is missing"),
        ("live-absent-header", "header 'X-Next' is missing"),
    ]


def test_headers_of_head_are_compared() -> None:
    first, _ = check_planted(countLamps=Reply(200))
    assert (first.code, first.operation) == ("live-missing-header", "countLamps")


def test_a_documented_failure_is_said_and_its_body_compared() -> None:
    found = check_planted(listLamps=Reply(404, JSON, b'{"error": 4}'))
    assert [item.code for item in found] == ["live-failed-call", "live-type-mismatch"]


def test_an_error_inside_a_success_is_no_contradiction() -> None:
    body = b'{"Response": {"Error": {"Code": "NotFound"}}}'
    (found,) = check_planted(DescribeLamp=Reply(200, JSON, body))
    assert (found.code, found.message) == ("live-failed-call", "the response reports an error; it was not compared")


def test_a_body_that_nothing_documents_is_found() -> None:
    (found,) = check_planted(getHealth=Reply(200, {"Content-Type": "text/plain"}, b"fine"))
    assert found.code == "live-undocumented-status"
    document = lamps_document()
    document["paths"]["/health"]["get"]["responses"] = {"200": {"description": "Well."}}
    with serving(document, "lamps", getHealth=Reply(200, {"Content-Type": "text/plain"}, b"fine")) as server:
        found = next(item for item in check(server.url, document) if item.operation == "getHealth")
    assert found.code == "live-undocumented-media-type"


def test_a_schema_that_is_none_is_said() -> None:
    document = lamps_document()
    document["components"]["schemas"]["Lamp"]["properties"]["name"]["pattern"] = "("
    with serving(document, "lamps") as server:
        found = [item for item in check(server.url, document) if item.operation == "getLamp"]
    assert [item.code for item in found] == ["live-unusable-schema"]


def test_a_schema_that_refers_to_itself_only_is_said() -> None:
    document = lamps_document()
    document["components"]["schemas"]["Lamp"] = {"$ref": "#/components/schemas/Lamp"}
    with serving(document, "lamps", getLamp=lamp()) as server:
        found = [item for item in check(server.url, document) if item.operation == "getLamp"]
    assert [item.code for item in found] == ["live-unusable-schema"]


def test_every_rule_has_a_test_above_and_a_line_in_the_list() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [code for code in LIVE_RULES if f'"{code}"' not in text] == []
    assert [line.split()[0] for line in rules_text()] == list(LIVE_RULES)


def test_a_finding_names_the_line_that_states_otherwise() -> None:
    place = SourceMap({f"{LAMP}/id": (Entry(Source("lamps.md", 12, 13, Evidence.TABLE)),)})
    with serving(lamps_document(), "lamps", getLamp=lamp(id=None)) as server:
        found = next(item for item in check(server.url, sources=place) if item.code == "live-type-mismatch")
    assert found.as_dict() == {
        "code": "live-type-mismatch",
        "severity": "error",
        "message": "id: null, documented is integer",
        "page": "lamps.md",
        "line": 12,
        "end_line": 13,
        "operation": "getLamp",
        "pointer": f"{LAMP}/id",
    }


def test_writes_are_sent_only_when_they_are_allowed() -> None:
    with serving(lamps_document(), "lamps") as server:
        found = check(server.url, allow_writes=True)
        called = [server.routes(arrival) for arrival in server.arrivals]
    assert sorted(called) == sorted([*READS, *WRITES])
    assert [item.operation for item in found] == ["getRoom", "getFar"]


def test_an_operation_without_a_complete_example_is_skipped_with_the_reason() -> None:
    with serving(lamps_document(), "lamps") as server:
        reasons = {item.operation: item.message for item in check(server.url) if item.code == "live-skipped"}
    assert reasons["getRoom"] == "not called: the documentation shows no value of path parameter 'room'"
    assert reasons["getFar"] == "not called: the document names a server of its own for it"
    assert reasons["hangLamp"] == "not called: it may change something; --allow-writes calls it"


def test_requests_are_those_that_are_documented_with_the_token_of_the_environment() -> None:
    with serving(lamps_document(), "lamps") as server:
        check(server.url + "/")
        arrivals = {server.routes(arrival): arrival for arrival in server.arrivals}
    assert arrivals["listLamps"].target == "/lamps?page=1"
    assert arrivals["getLamp"].target == "/lamps/a%2Fb"
    assert json.loads(arrivals["DescribeLamp"].body) == {"Action": "DescribeLamp", "Id": 7}
    assert arrivals["listLamps"].headers["X-Token"] == TOKEN
    assert "X-Token" not in arrivals["getHealth"].headers


def test_without_a_token_only_public_operations_are_called() -> None:
    with serving(lamps_document(), "lamps") as server:
        found = check(server.url, environment={})
        assert [server.routes(arrival) for arrival in server.arrivals] == ["getHealth"]
    said = {item.operation: item.message for item in found}
    assert said["listLamps"] == "not called: it needs a token; LAMPS_TOKEN is for it"


def test_a_token_of_one_scheme_has_a_variable_of_its_own() -> None:
    with serving(lamps_document(), "lamps") as server:
        check(server.url, environment={"LAMPS_TOKEN_TOKEN": "other", "LAMPS_TOKEN": TOKEN})
        assert server.arrivals[0].headers["X-Token"] == "other"


def test_no_finding_shows_the_token() -> None:
    with serving(lamps_document(), "lamps", getLamp=lamp(**{f"x-{TOKEN}": 1, "colour": TOKEN})) as server:
        found = check(server.url)
    assert len([item for item in found if "***" in item.message]) == 2
    assert TOKEN not in "".join(item.message for item in found)


def test_a_token_that_no_header_can_hold_is_not_shown() -> None:
    with serving(lamps_document(), "lamps") as server, pytest.raises(LiveError) as error:
        check(server.url, environment={"LAMPS_TOKEN": "bad\ntoken"})
    assert str(error.value) == "no call got an answer: LocalProtocolError"
    assert server.arrivals == []


def test_a_redirect_takes_the_token_nowhere() -> None:
    with serving(lamps_document(), "lamps") as other:
        moved = Reply(302, {"Location": f"{other.url}/lamps"})
        with serving(lamps_document(), "lamps", listLamps=moved, getLamp=moved) as server:
            check(server.url)
        assert other.arrivals == []


def test_a_server_that_asks_to_slow_down_is_not_asked_again() -> None:
    with serving(lamps_document(), "lamps", listLamps=Reply(429)) as server:
        found = check(server.url)
        assert len(server.arrivals) == 1
    said = {item.operation: item.message for item in found}
    assert said["listLamps"] == "HTTP 429: the server asks to slow down"
    assert said["getLamp"] == "not called: the server asked to slow down before"


def test_a_server_that_is_not_there_is_an_error() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
        with pytest.raises(LiveError, match="no call got an answer: ConnectError"):
            check(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "lamps.example",
        "ftp://x",
        "https://me:pw@x/",
        "https://x/?a=b",
        "https://x/#a",
        "http:///v1",
        "https://x/ y",
    ],
)
def test_a_base_url_that_is_none_is_refused_without_being_shown(url: str) -> None:
    with pytest.raises(BaseUrlError) as refused:
        check(url)
    assert str(refused.value).startswith("expected a base URL such as")
    assert "pw" not in str(refused.value)


def test_documents_of_openapi_30_are_read_with_their_own_words() -> None:
    document = lamps_document("3.0.3")
    document["components"]["schemas"]["Lamp"]["properties"]["since"]["nullable"] = True
    document["components"]["schemas"]["Lamp"]["properties"]["room"] = {"$ref": "#/components/schemas/Room"}
    with serving(document, "lamps", getLamp=lamp(since=None)) as server:
        assert [item.code for item in check(server.url, document) if item.operation == "getLamp"] == []


@pytest.mark.parametrize(
    ("room", "codes"),
    [
        ({"nullable": True, "allOf": [{"$ref": "#/components/schemas/Room"}]}, []),
        ({"nullable": True, "oneOf": [{"$ref": "#/components/schemas/Room"}, {"type": "string"}]}, []),
        ({"allOf": [{"$ref": "#/components/schemas/Room"}]}, ["live-type-mismatch"]),
    ],
)
def test_null_is_right_where_an_old_document_says_nullable(room: dict[str, Any], codes: list[str]) -> None:
    document = lamps_document("3.0.3")
    document["components"]["schemas"]["Lamp"]["properties"]["room"] = room
    with serving(document, "lamps", getLamp=lamp(room=None)) as server:
        assert [item.code for item in check(server.url, document) if item.operation == "getLamp"] == codes


def test_nullable_of_an_object_says_nothing_about_its_properties() -> None:
    document = lamps_document("3.0.3")
    room = {"nullable": True, "allOf": [{"$ref": "#/components/schemas/Room"}]}
    document["components"]["schemas"]["Lamp"]["properties"]["room"] = room
    with serving(document, "lamps", getLamp=lamp(room={"number": None})) as server:
        found = [item for item in check(server.url, document) if item.operation == "getLamp"]
    assert [(item.code, item.pointer) for item in found] == [("live-type-mismatch", NUMBER)]


def test_a_value_that_fits_several_forms_is_no_difference() -> None:
    document = lamps_document()
    document["components"]["schemas"]["Lamp"]["properties"]["id"] = {"oneOf": [{"type": "integer"}, {"minimum": 3}]}
    with serving(document, "lamps") as server:
        assert [item.code for item in check(server.url, document) if item.operation == "getLamp"] == []


@pytest.mark.parametrize(
    ("schema", "value", "names"),
    [
        ({"type": "object"}, {"a": 1}, []),
        ({"properties": {"a": {}}}, {"a": 1, "b": 2}, ["b"]),
        ({"properties": {"a": {}}, "additionalProperties": True}, {"b": 2}, []),
        ({"properties": {"a": {}}, "additionalProperties": {"properties": {"c": {}}}}, {"b": {"d": 1}}, ["d"]),
        ({"properties": {"a": {}}, "additionalProperties": False}, {"b": 2}, ["b"]),
        ({"additionalProperties": False}, {"b": 2}, ["b"]),
        ({"properties": {"a": {}}, "patternProperties": {"^x-": {}}}, {"x-1": 2, "y": 1}, ["y"]),
        ({"allOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}, {"a": 1, "b": 2, "c": 3}, ["c"]),
        ({"oneOf": [A, {"required": ["b"], "properties": {"b": {}}}]}, {"a": 1, "c": 3}, ["c"]),
        (
            {"type": "array", "prefixItems": [{"properties": {"a": {}}}], "items": {"properties": {"b": {}}}},
            [{"b": 1}, {"a": 1}],
            ["b", "a"],
        ),
    ],
)
def test_what_counts_as_undocumented(schema: dict[str, Any], value: Any, names: Sequence[str]) -> None:
    document = lamps_document()
    document["paths"]["/health"]["get"]["responses"] = {
        "200": {"description": "", "content": {"application/json": {"schema": schema}}}
    }
    reply = Reply(200, JSON, json.dumps(value).encode())
    with serving(document, "lamps", getHealth=reply) as server:
        found = [item for item in check(server.url, document) if item.operation == "getHealth"]
    assert [item.message for item in found] == [f"property {name!r} is not documented" for name in names]


def test_a_schema_that_contains_itself_ends() -> None:
    document = lamps_document()
    document["components"]["schemas"]["Room"]["properties"]["inside"] = {"$ref": "#/components/schemas/Room"}
    nested: dict[str, Any] = {"number": 1, "odd": 1}
    for _ in range(30):
        nested = {"number": 1, "inside": nested}
    with serving(document, "lamps", getLamp=lamp(room=nested)) as server:
        found = [item for item in check(server.url, document) if item.operation == "getLamp"]
    assert [item.code for item in found] == ["live-undocumented-field"]


def test_there_is_a_pause_between_two_calls() -> None:
    pauses: list[float] = []
    with serving(lamps_document(), "lamps") as server, LiveClient(timeout=5, pause=1.5, sleep=pauses.append) as client:
        answers = [client.send(Request("GET", f"{server.url}/health", {})) for _ in range(3)]
    assert [answer.status for answer in answers] == [204, 204, 204]
    assert pauses == [1.5, 1.5]


def test_an_answer_that_does_not_end_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.live.client.MAX_BYTES", 10)
    with (
        serving(lamps_document(), "lamps") as server,
        LiveClient(timeout=5, pause=0) as client,
        pytest.raises(NoAnswerError, match="longer than 10 bytes"),
    ):
        client.send(Request("GET", f"{server.url}/lamps", {}))


def test_neither_requests_nor_tokens_are_shown() -> None:
    assert TOKEN not in repr(Request("GET", f"http://x/?t={TOKEN}", {"X-Token": TOKEN}))
    assert Answer(200, {}).media_type == ""


def test_an_empty_name_is_part_of_the_pointer() -> None:
    document = lamps_document()
    document["components"]["schemas"]["Lamp"]["properties"] |= {"": {"type": "integer"}, "type": {"type": "integer"}}
    with serving(document, "lamps") as server:
        server.replies["getLamp"] = lamp(**{"": "x"})
        found = check(server.url, document)
    assert [(item.code, item.pointer) for item in found if item.code != "live-skipped"] == [
        ("live-type-mismatch", f"{LAMP}/")
    ]
