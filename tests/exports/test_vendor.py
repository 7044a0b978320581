"""The vendor's server notices what is not as documented."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from generator.samples import ABSENT
from tests.exports.calls import Answer, Call
from tests.exports.vendor import CALL, serve

CREATE = Call(0, "create", "post", "/pets/{id}#Create", {"path": {"id": "a b"}, "query": {"n": 1}}, {"name": "Rex"})
READ = Call(1, "read", "get", "/pets", {}, ABSENT, Answer(200, "example-1", [{"name": "Rex"}]))


def send(call: Call, method: str, path: str, body: Any = None) -> tuple[int, Any, set[int]]:
    with serve((CREATE, READ)) as vendor, httpx2.Client(base_url=vendor.url) as http:
        options = {} if body is None else {"json": body}
        response = http.request(method, path, headers={CALL: str(call.number)}, **options)
        return response.status_code, response.json() if response.content else None, vendor.received


def test_a_documented_call_gets_the_documented_answer() -> None:
    assert send(READ, "GET", "/pets") == (200, [{"name": "Rex"}], {1})
    assert send(CREATE, "POST", "/pets/a%20b?n=1", {"name": "Rex"}) == (204, None, {0})


def test_the_action_may_be_in_the_query() -> None:
    assert send(CREATE, "POST", "/pets/a%20b?Action=Create&n=1", {"name": "Rex"})[0] == 204


@pytest.mark.parametrize(
    ("method", "path", "body", "problem"),
    [
        ("PUT", "/pets/a%20b?n=1", {"name": "Rex"}, "the vendor has no PUT"),
        ("POST", "/pets/a%20b/Create?n=1", {"name": "Rex"}, "the vendor has no POST /pets/a%20b/Create"),
        ("POST", "/pets/a%20b", {"name": "Rex"}, "the query is {}"),
        ("POST", "/pets/a%20b?n=1&m=2", {"name": "Rex"}, "the query is "),
        ("POST", "/pets/a%20b?n=1", {"name": True}, "the body is "),
        ("POST", "/pets/a%20b?n=1", None, "the body is no JSON"),
    ],
)
def test_a_call_that_is_not_as_documented_is_refused(method: str, path: str, body: Any, problem: str) -> None:
    status, answer, received = send(CREATE, method, path, body)
    assert (status, received) == (404, set())
    assert answer["problem"].startswith(problem)


def test_a_body_that_is_not_documented_is_refused() -> None:
    assert send(READ, "GET", "/pets", {})[0] == 404
