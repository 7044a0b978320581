"""Requests as a Postman collection 2.1, with the documented responses as saved examples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http import HTTPStatus

from spec.export.loss import Exported, Loss, Node
from spec.export.references import inline_path_items, resolve_node
from spec.export.requests import BASE_URL, Body, Request, list_external, read_requests
from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.visit import Visit, as_object, visit_operations

_SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"


def build_collection(document: Node) -> Exported:
    """The collection: a folder for each tag, a request for each operation and each example of its body.

    Secrets are variables of the collection without a value.
    """
    document = inline_path_items(document)
    found = read_requests(document)
    losses = [*found.losses, *_doubt_bodies(found.requests)]
    responses: dict[str, list[Node]] = {}
    for name, visit in _operations(document).items():
        responses[name] = _saved_responses(document, visit, losses)
    folders: dict[str, list[JSON]] = {}
    for request in found.requests:
        saved = responses.pop(request.operation, [])  # with the first of several requests
        folders.setdefault(request.tag, []).append(_item(request, saved))
    items: list[JSON] = [{"name": tag, "item": requests} for tag, requests in folders.items() if tag]
    info = as_object(document.get("info"))
    variables: list[JSON] = [{"key": BASE_URL, "value": found.base_url}]
    variables += [{"key": name, "value": ""} for name in found.variables]
    head: Node = {"name": info.get("title", ""), "version": str(info.get("version", "")), "schema": _SCHEMA}
    if isinstance(info.get("description"), str):
        head["description"] = info["description"]
    return Exported({"info": head, "variable": variables, "item": items + folders.get("", [])}, tuple(losses))


def _doubt_bodies(requests: tuple[Request, ...]) -> Iterator[Loss]:
    for request in requests:
        if request.body is not None and "{{" in request.body.text:
            message = "{{ in the body begins a variable in Postman: what stands in it may be altered"
            yield Loss(join_pointer("paths"), f"{request.name}: {message}")


def _operations(document: Node) -> dict[str, Visit]:
    """By what `read_requests` calls them."""
    return {
        str(visit.node.get("operationId") or f"{method.upper()} {key}"): visit
        for key, method, visit in visit_operations(document)
    }


def _item(request: Request, saved: list[Node]) -> JSON:
    sent: Node = {
        "method": request.method,
        "header": [{"key": name, "value": value} for name, value in request.headers],
        "url": _url(request),
    }
    if request.body is not None:
        sent["body"] = _body(request.body)
    if request.description:
        sent["description"] = request.description
    return {"name": request.name, "request": sent, "response": [{**one, "originalRequest": sent} for one in saved]}


def _url(request: Request) -> JSON:
    query = "&".join(f"{name}={value}" for name, value in request.query)
    url: Node = {
        "raw": f"{request.base}{request.path}{'?' if query else ''}{query}",
        "host": [request.base],
        "path": [*request.path.strip("/").split("/")],
    }
    return {**url, "query": [{"key": name, "value": value} for name, value in request.query]} if query else url


def _body(body: Body) -> JSON:
    language = "json" if "json" in body.media_type else "text"
    return {"mode": "raw", "raw": body.text, "options": {"raw": {"language": language}}}


def _saved_responses(document: Node, visit: Visit, losses: list[Loss]) -> list[Node]:
    """The documented examples of every response in JSON that has one status."""
    saved: list[Node] = []
    for status, response in as_object(visit.node.get("responses")).items():
        reference = as_object(response).get("$ref")
        around = str(reference).removeprefix("#") if reference else visit.pointer + join_pointer("responses", status)
        for media_type, media in as_object(resolve_node(document, response).get("content")).items():
            place = around + join_pointer("content", media_type)
            examples = _examples(document, as_object(media))
            losses += list_external(document, as_object(media), place)
            if "json" in media_type and status.isdecimal():
                saved += [_saved(int(status), media_type, *named) for named in examples]
            elif examples:
                losses.append(
                    Loss(place, f"the examples of response {status} are left out: only JSON of one status is saved")
                )
    return saved


def _examples(document: Node, media: Node) -> list[tuple[str, JSON]]:
    named = {name: resolve_node(document, node) for name, node in as_object(media.get("examples")).items()}
    values = [("example", media["example"])] if "example" in media else []
    return values + [(name, node["value"]) for name, node in named.items() if "value" in node]


def _saved(status: int, media_type: str, name: str, value: JSON) -> Node:
    return {
        "name": f"{status} {name}",
        "status": HTTPStatus(status).phrase if status in [*HTTPStatus] else "",
        "code": status,
        "_postman_previewlanguage": "json",
        "header": [{"key": "Content-Type", "value": media_type}],
        "body": json.dumps(value, ensure_ascii=False, indent=2),
    }
