"""Arguments that break what is documented are refused before anything is sent."""

from __future__ import annotations

from typing import Any

import pytest

from codearts_repo import OMIT, Client
from codearts_repo.exceptions import ArgumentError

from contract import DATA, find_method, name_case
from local_server import Server


def refuse(client: Client, call: dict[str, Any], case: dict[str, Any]) -> str:
    """Return what is said of one bad argument among good ones."""
    bad = OMIT if case.get("is_omitted") else case["value"]
    with pytest.raises(ArgumentError) as caught:
        find_method(client, call)(**call["arguments"], **{case["argument"]: bad})
    return str(caught.value)


@pytest.mark.parametrize("call", DATA["refused"], ids=name_case)
def test_argument_that_breaks_the_documentation_is_refused(
    call: dict[str, Any], client: Client, server: Server
) -> None:
    """A value for each documented constraint; the message says of which argument what is expected."""
    for case in call["cases"]:
        arguments = {name: item for name, item in call["arguments"].items() if name != case["argument"]}
        message = refuse(client, {**call, "arguments": arguments}, case)
        assert message.startswith(f"{call['operation']}: {case['message']}"), (case, message)
    assert server.requests == []
