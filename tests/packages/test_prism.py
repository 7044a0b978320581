"""The packages against a server by others: Prism serves the documents, checks the requests and sends the examples."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import Any

import pytest

from tests.packages.npm import NpmUnavailableError
from tests.packages.prism import Prism, install_prism, serve
from tests.packages.prism_calls import REPOSITORY, Call, read_calls, read_document, read_operations
from tests.packages.prism_clients import CLIENTS, run_call

APIS = sorted(path.stem for path in (REPOSITORY / "spec/documents").glob("*.yaml"))
CALLS = [call for api in APIS for call in read_calls(api)]
ERRORS = {401: "AuthenticationError", 403: "PermissionDeniedError"}
PrismOf = Callable[[str], Prism]


@pytest.fixture(scope="session")
def prism_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrismOf]:
    """Give the Prism that serves an API; each is started at its first use."""
    try:
        install_prism()
    except NpmUnavailableError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"the packages were not run against Prism: {error}")
    with ExitStack() as running:

        @cache
        def start(api: str) -> Prism:
            return running.enter_context(serve(read_document(api), tmp_path_factory.mktemp(api)))

        yield start


@pytest.fixture(scope="module", autouse=True)
def packages() -> Iterator[None]:
    """Let the committed packages be imported, with nothing written beside them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)
        for api in APIS:
            patch.syspath_prepend(REPOSITORY / "generated" / api / "src")
        yield


def as_text(value: object) -> str:
    """Return JSON data as text: `1` is neither `1.0` nor `true`, the order of properties means nothing."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("call", CALLS, ids=str)
def test_call_gives_the_documented_example(call: Call, client: str, prism_of: PrismOf) -> None:
    outcome = run_call(client, call, prism_of(call.api))
    assert outcome.violations == []
    assert len(outcome.responses) == 1
    received = outcome.responses[0]
    if call.response is None:
        assert as_text(outcome.to_wire(outcome.value)) == as_text(received.json() if received.content else None)
        return
    assert received.status_code == int(call.response.status)
    if received.status_code < 300:
        assert as_text(outcome.to_wire(outcome.value)) == as_text(call.response.value)
    else:
        assert type(outcome.value) is getattr(outcome.package.exceptions, ERRORS[received.status_code])
        assert as_text(outcome.value.body) == as_text(call.response.value)
        assert as_text(outcome.to_wire(outcome.value.model)) == as_text(call.response.value)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(
    ("operation", "options", "violation"),
    [
        ("DescribeIssue", {"extra_body": {"IssueCode": "one"}}, "request.body.IssueCode: "),
        ("DescribeIssue", {"extra_body": {"Action": "DescribeIssueList"}}, "request.body.Action: "),
        ("createBranch", {"extra_headers": {"X-Auth-Token": ""}}, "request: "),
        ("createBranch", {"extra_headers": {"Content-Type": "text/plain"}}, "Invalid content type: "),
        ("createIssueLink", {"extra_query": {"link_type": "likes"}}, "request.query.link_type: "),
        ("obtainCommitInformationAssociatedWithWorkItem", {"extra_query": {"limit": 101}}, "request.query.limit: "),
    ],
)
def test_request_that_is_not_as_documented_is_noticed(
    operation: str, options: dict[str, Any], violation: str, client: str, prism_of: PrismOf
) -> None:
    call = next(call for call in CALLS if call.operation == operation)
    violations = run_call(client, call, prism_of(call.api), **options).violations
    assert len(violations) == 1
    assert violations[0].startswith(violation)


@pytest.mark.parametrize("api", APIS)
def test_every_operation_and_every_example_is_called(api: str) -> None:
    documented = read_operations(read_document(api))
    called = [call for call in CALLS if call.api == api]
    assert {call.operation for call in called} == set(documented)
    asked = {(call.operation, call.response.status, call.response.name) for call in called if call.response}
    assert asked == {(name, item.status, item.name) for name, examples in documented.items() for item in examples}
