"""Prism, a mock server: it is asked for every documented response."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import httpx2

from generator.samples import ABSENT
from spec.visit import as_object
from tests.exports.calls import Call, list_calls
from tests.exports.documents import Form, list_keys, read_document, write_documents
from tests.exports.peers import Problems, install_node
from tests.packages.prism import find_violations, serve_file

_TOKEN = "any"


def check_prism(forms: Sequence[Form], folder: Path) -> Problems:
    """Send the documented requests and compare the answers with the documented ones."""
    install_node("prism")
    problems: Problems = {}
    for form in forms:
        [document] = write_documents(form, folder)
        keys = list_keys(form)
        with (
            serve_file(document, folder / f"{form.name}.log") as url,
            httpx2.Client(base_url=url, headers=list_credentials(form.api)) as http,
        ):
            problems[form] = [
                f"{call}: {problem}"
                for call in list_calls(form.api)
                for problem in _try(call, keys[call.operation], http)
            ]
    return problems


def list_credentials(api: str) -> dict[str, str]:
    """Headers that satisfy every security scheme."""
    schemes = as_object(as_object(read_document(api).get("components")).get("securitySchemes")).values()
    named = {str(scheme["name"]): _TOKEN for scheme in map(as_object, schemes) if scheme.get("in") == "header"}
    return {**named, "Authorization": f"Bearer {_TOKEN}"}


def _try(call: Call, key: str, http: httpx2.Client) -> list[str]:
    wanted = call.answer
    prefer = {"Prefer": f"code={wanted.status}, example={wanted.name}"} if wanted else {}
    body = {} if call.body is ABSENT else {"json": call.body}
    response = http.request(call.method.upper(), call.fill(key), params=call.query or None, headers=prefer, **body)
    problems = find_violations(response)
    if problems or wanted is None:
        return problems
    if response.status_code != wanted.status or _write(response.json()) != _write(wanted.value):
        return [f"status {response.status_code}, {response.text[:200]}"]
    return []


def _write(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
