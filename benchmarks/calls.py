"""What calls of a generated package cost, and what becomes of them: each in a process of its own."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.documents import Call
from benchmarks.environment import Environment
from benchmarks.peers import Package
from benchmarks.processes import REPOSITORY, Finished, run
from benchmarks.programs import Program
from benchmarks.server import Received, Reply, Server

_FIRST_CALLS = 3
#: What httpx2 sets by itself.
_OWN_HEADERS = frozenset({"host", "accept-encoding", "connection", "content-length"})


class CallFailedError(Exception):
    """A program did not do what it was to do; the message is what was said."""


@dataclass(frozen=True)
class Caller:
    """Runs programs that use one package."""

    package: Package
    environment: Environment

    def run_task(self, task: str, program: Program, base_url: str, **more: object) -> dict[str, Any]:
        """Runs a task of `benchmarks.caller` and returns its outcome.

        Raises:
            CallFailedError: the package cannot be imported, or the task did not end well.
        """
        given = json.dumps({**asdict(program), "base_url": base_url, **more})
        finished = self._run("-m", "benchmarks.caller", task, text=given)
        if finished.code:
            raise CallFailedError(finished.last_line)
        outcome: dict[str, Any] = json.loads(finished.output.splitlines()[-1])
        return outcome

    def run_script(self, text: str) -> float:
        """Runs Python text and returns the CPU seconds of its process.

        Raises:
            CallFailedError: the text raised an error.
        """
        finished = self._run("-c", text)
        if finished.code:
            raise CallFailedError(finished.last_line)
        return finished.cpu

    def _run(self, *words: str, text: str = "") -> Finished:
        paths = os.pathsep.join((str(self.package.path), str(REPOSITORY)))
        variables = {**self.environment.variables, "PYTHONPATH": paths}
        return run(self.environment.python, *words, environment=variables, text=text, seconds=120)


def measure_first_call(caller: Caller, call: Call) -> float:
    """Returns the CPU seconds of a fresh process that imports the package and makes one call.

    The interpreter's start is part of it; the bytecode is compiled already. The least disturbed of several runs counts.
    """
    program = caller.package.program(call)
    with Server(lambda _number, _request: Reply(call.status, call.answer)) as server:
        _check_result(caller, program, server)
        text = f"BASE_URL = {server.url!r}\n{program.setup}\n{program.call}\n"
        return min(caller.run_script(text) for _ in range(_FIRST_CALLS))


def compare_with_bare(caller: Caller, call: Call) -> float:
    """Returns the CPU time of a call over that of the same request by bare httpx2 and `json.loads`."""
    program = caller.package.program(call)
    with Server(lambda _number, _request: Reply(call.status, call.answer)) as server:
        _check_result(caller, program, server)
        bare = _bare_request(server.url, server.received[0])
        return float(caller.run_task("compare_calls", program, server.url, bare=bare)["ratio"])


def _check_result(caller: Caller, program: Program, server: Server) -> None:
    observed = caller.run_task("observe", program, server.url)
    if "raised" in observed:
        raise CallFailedError(f"{observed['raised']} at the documented answer: {observed['message']}")
    if observed["returned"] == "NoneType":
        raise CallFailedError("None for the documented answer")


def _bare_request(base_url: str, request: Received) -> Mapping[str, object]:
    headers = {name: value for name, value in request.headers.items() if name.lower() not in _OWN_HEADERS}
    body = {"json": json.loads(request.body)} if request.body else {}
    return {"method": request.method, "url": base_url + request.target, "headers": headers, **body}
