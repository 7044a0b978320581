"""Requests as an `.http` file, which editors such as Visual Studio Code and IntelliJ IDEA send."""

from __future__ import annotations

from collections.abc import Iterator

from spec.export.loss import Loss, Node
from spec.export.requests import BASE_URL, Body, Request, read_requests
from spec.sourcemap import join_pointer
from spec.visit import as_object


def format_http(document: Node) -> tuple[str, tuple[Loss, ...]]:
    """The text of the file, and what it cannot say."""
    found = read_requests(document)
    info = as_object(document.get("info"))
    lines = [f"# {_one_line(str(info.get('title', '')))} {_one_line(str(info.get('version', '')))}".rstrip()]
    if found.variables:
        lines.append(_one_line(f"# Variables that your environment gives: {', '.join(found.variables)}"))
    lines += ["", _one_line(f"@{BASE_URL} = {found.base_url}")]
    losses = list(found.losses)
    for request in found.requests:
        doubt = _doubt(request.body)
        if doubt:
            losses.append(Loss(join_pointer("paths"), f"{request.name}: {doubt}"))
        lines += _format(request)
    return "\n".join(lines) + "\n", tuple(losses)


def _format(request: Request) -> Iterator[str]:
    title = f"{request.name}: {request.description}" if request.description else request.name
    yield ""
    yield f"### {_one_line(title)}"
    yield _one_line(f"{request.method} {request.base}{request.path}{_query(request)}")
    for name, value in request.headers:
        yield _one_line(f"{name}: {value}")
    if request.body is not None and not _doubt(request.body):
        yield ""
        yield request.body.text


def _query(request: Request) -> str:
    text = "&".join(f"{name}={value}" for name, value in request.query)
    return f"?{text}" if text else ""


def _doubt(body: Body | None) -> str:
    """Why editors would read the body as something else; empty if they would not."""
    if body is None:
        return ""
    if any(line.startswith("###") for line in body.text.splitlines()):
        return "the body is left out: a line of it would begin another request"
    return "the body is left out: it has {{, which would begin a variable" if "{{" in body.text else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
