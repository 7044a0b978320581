"""With `--live`: a real server keeps the documented contract; what it does differently is recorded as findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from coding import Client

from contract import DATA, name_case
from live_mode import NO_RESULT, Finding, choose_arguments, explore
from live_options import COMPARED, FINDINGS, read_arguments

SKIPPED_REASON = "a real server is called with --live only"
SKIPPED = pytest.param(None, marks=pytest.mark.skip(reason=SKIPPED_REASON), id="no-server")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Choose the operations: those that only read, unless told otherwise."""
    config = metafunc.config
    chosen = [case for case in DATA["operations"] if case["is_safe"] or config.getoption("--live-writes")]
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", chosen if config.getoption("--live") else [SKIPPED], ids=name_case)


@pytest.fixture(scope="session")
def live_client() -> Iterator[Client]:
    """A client of the server that the environment names."""
    with Client() as client:
        yield client


def test_server_keeps_the_contract(case: dict[str, Any], live_client: Client, pytestconfig: pytest.Config) -> None:
    """No answer has another type than documented; smaller differences are findings only."""
    given = read_arguments(pytestconfig.getoption("--live-arguments"))
    unknown = sorted(set(case["host_arguments"]) - {**given.get("*", {}), **given.get(case["operation"], {})}.keys())
    if unknown:
        pytest.skip(f"the token must not go to a host of the documentation: --live-arguments has no {unknown[0]}")
    found = list(explore(live_client, case, choose_arguments(case, given)))
    pytestconfig.stash[FINDINGS] += found
    pytestconfig.stash[COMPARED].update([] if {item.code for item in found} & NO_RESULT else [case["operation"]])
    errors: list[Finding] = [item for item in found if item.severity == "error"]
    assert not errors, errors[0].message


def test_some_call_gave_a_result(pytestconfig: pytest.Config) -> None:
    """A server that refuses every call keeps no contract."""
    if not pytestconfig.getoption("--live"):
        pytest.skip(SKIPPED_REASON)
    assert pytestconfig.stash[COMPARED], "no call gave a result, so nothing was compared: see the findings"
