"""Whatever a document says and a server answers, the live check ends in findings; documented answers give none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.live.check import LiveSettings, check_live
from generator.live.findings import Finding, LiveError
from generator.live.rules import LIVE_RULES
from spec.diagnostics import Severity
from tests.generator.random_documents import RandomDocument, random_documents
from tests.generator.threaded_server import running
from tests.live.server import ExampleServer, Reply

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
BODIES = VALUES.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=20)
TYPES = st.sampled_from(["", "application/json", "application/problem+json", "text/html", ";", "é", "a/b/c; x"])
STATUSES = st.sampled_from([200, 201, 202, 204, 302, 304, 400, 401, 404, 418, 429, 500, 599])
search = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def server() -> Iterator[ExampleServer]:
    with running(ExampleServer({}, lambda _: "any")) as server:
        yield server


def check(server: ExampleServer, document: dict[str, Any], reply: Reply) -> tuple[Finding, ...]:
    server.replies["any"] = reply
    settings = LiveSettings(allow_writes=True, pause=0, timeout=5)
    return check_live(document, server.url, "x", settings=settings, environment={"X_TOKEN": "t0ken-of-the-test"})


@search
@given(random_documents(), STATUSES, TYPES, BODIES)
def test_any_answer_ends_in_findings_without_the_token(
    server: ExampleServer, random: RandomDocument, status: int, media_type: str, body: bytes
) -> None:
    headers = {"Content-Type": media_type} if media_type else {}
    try:
        found = check(server, random.document, Reply(status, headers, b"" if status in (204, 304) else body))
    except LiveError:
        return
    assert "t0ken-of-the-test" not in repr(found)
    assert len({item.identity for item in found}) == len(found)
    assert all(item.code in LIVE_RULES and item.pointer.startswith("/") for item in found)


@search
@given(random_documents(most=1))
def test_a_documented_answer_contradicts_nothing(server: ExampleServer, random: RandomDocument) -> None:
    (operation,) = random.operations
    for answer in operation.answers:
        content = answer.content
        if content is None or isinstance(content.value, bytes) or answer.status in (204, 401, 429):
            continue
        is_text = "json" not in content.media_type
        if is_text and not isinstance(content.value, str):
            continue
        body = content.value.encode() if is_text else json.dumps(content.value).encode()
        found = check(server, random.document, Reply(answer.status, {"Content-Type": content.media_type}, body))
        # The examples of random documents have properties that no schema names.
        wrong = [
            item for item in found if item.severity is not Severity.INFO and item.code != "live-undocumented-field"
        ]
        assert not wrong, (answer, wrong)
