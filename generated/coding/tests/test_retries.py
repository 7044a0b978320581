"""What only reads is tried again when it fails in passing; what changes something is sent once."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest

from coding.exceptions import DecodeError, RateLimitError, ServerError

from contract import DATA, name_case
from local_clients import Caller
from local_server import Answer, Server

OPERATIONS = DATA["operations"]
READING = [case for case in OPERATIONS if case["is_safe"]]
WRITING = [case for case in OPERATIONS if not case["is_safe"]]


@pytest.mark.parametrize("case", READING, ids=name_case)
def test_reading_is_tried_again(case: dict[str, Any], call: Caller, server: Server) -> None:
    """Two failures, then an answer, which need not be as documented."""
    server.prepare(Answer(503), Answer(429, headers={"Retry-After": "0"}), Answer())
    with suppress(DecodeError):
        call(case, **case["arguments"])
    first, *others = server.requests
    assert [(item.method, item.target, item.body) for item in others] == [(first.method, first.target, first.body)] * 2


@pytest.mark.parametrize("case", WRITING, ids=name_case)
def test_writing_is_sent_once(case: dict[str, Any], call: Caller, server: Server) -> None:
    """A failure is raised at once."""
    server.prepare(Answer(503))
    with pytest.raises(ServerError):
        call(case, **case["arguments"])
    assert len(server.requests) == 1


@pytest.mark.parametrize("case", OPERATIONS[:1], ids=name_case)
def test_call_may_ask_for_repetitions(case: dict[str, Any], call: Caller, server: Server) -> None:
    """As many as it says, and none for 0."""
    for retries in (0, 1):
        server.prepare(Answer(503))
        with pytest.raises(ServerError):
            call(case, **case["arguments"], retries=retries)
        assert len(server.requests) == 1 + retries


@pytest.mark.parametrize("case", READING[:1], ids=name_case)
def test_too_long_a_wait_is_not_waited_for(case: dict[str, Any], call: Caller, server: Server) -> None:
    """The error is raised instead."""
    server.prepare(Answer(429, headers={"Retry-After": "86400"}))
    with pytest.raises(RateLimitError):
        call(case, **case["arguments"])
    assert len(server.requests) == 1
