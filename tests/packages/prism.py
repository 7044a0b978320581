"""Prism, a mock server by others: installed once, one process per document, and the way to it."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from tests.packages.npm import install_packages

# The newest release that Node.js 18 runs. Its ranges admit parts that need Node.js 24, so they are pinned too.
PARTS = {
    "@stoplight/prism-cli": "5.14.2",
    "@stoplight/prism-core": "5.8.0",
    "@stoplight/prism-http": "5.12.0",
    "@stoplight/prism-http-server": "5.12.2",
}
# Prism ends with its standard input: it does not outlive the tests, however these end.
END_WITH_INPUT = "data:text/javascript,process.stdin.on('end',()=>process.exit()).resume()"
LISTENING = "Prism is listening on "
START_TIMEOUT = 60.0


def install_prism() -> Path:
    """Return the script that starts Prism, installed by the first process that asks for it.

    Raises:
        NpmUnavailableError: It cannot be installed.
    """
    return install_packages("prism", PARTS) / "@stoplight/prism-cli/dist/index.js"


@dataclass(frozen=True, slots=True)
class Prism:
    """A running Prism.

    Attributes:
        url: Where it listens.
        actions: Path → the actions that the document has there, for RPC APIs.
    """

    url: str
    actions: Mapping[str, set[str]]

    def route(self, request: httpx2.Request) -> httpx2.Request:
        """Give a request for an action the path that the action has in the served document."""
        path = request.url.path
        if path in self.actions:
            action = request.url.params.get("Action") or json.loads(request.content)["Action"]
            assert action in self.actions[path], f"the document has no action {action!r}"
            request.url = request.url.copy_with(path=f"{path}/{action}")
        return request


@contextmanager
def serve(document: Mapping[str, Any], folder: Path) -> Iterator[Prism]:
    """Let Prism serve a document, on a free port of this machine.

    Path keys of the form `/path#Action`, which no mock server can tell apart, become `/path/Action`.
    """
    actions: dict[str, set[str]] = {}
    for path, _, action in (key.partition("#") for key in document["paths"] if "#" in key):
        actions.setdefault(path, set()).add(action)
    served = {**document, "paths": {key.replace("#", "/"): item for key, item in document["paths"].items()}}
    file = folder / "openapi.json"
    file.write_text(json.dumps(served, ensure_ascii=False), encoding="utf-8")
    with serve_file(file, folder / "prism.log") as url:
        yield Prism(url, actions)


@contextmanager
def serve_file(file: Path, log: Path) -> Iterator[str]:
    """Let Prism serve a document as it is; gives the URL."""
    command = ["node", "--import", END_WITH_INPUT, str(install_prism()), "mock", "--port", "0", str(file)]
    with log.open("w") as output:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield _wait_until_listening(process, log)
    finally:
        _stop(process)


def _wait_until_listening(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + START_TIMEOUT
    while process.poll() is None and time.monotonic() < deadline:
        _, found, rest = log.read_text(encoding="utf-8").partition(LISTENING)
        if found and "\n" in rest:
            return rest.split()[0]
        time.sleep(0.05)
    raise RuntimeError(f"Prism does not listen: {log.read_text(encoding='utf-8')[-2000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.close()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def find_violations(response: httpx2.Response) -> list[str]:
    """Return where Prism finds the request, or its own response, not as documented.

    What it finds is in a header beside a documented response, and in a problem (RFC 9457) where none is documented.
    """
    if response.headers.get("content-type") == "application/problem+json":
        problem = response.json()
        found = [{**item, "location": ["request", *item["location"]]} for item in problem.get("validation", [])]
        return [_describe(item) for item in found] or [f"{problem['title']}: {problem['detail']}"]
    return [_describe(item) for item in json.loads(response.headers.get("sl-violations", "[]"))]


def _describe(violation: Mapping[str, Any]) -> str:
    return f"{'.'.join(violation['location'])}: {violation['message']}"
