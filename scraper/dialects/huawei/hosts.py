"""Hosts: the server that the Host header of a printed message names."""

from __future__ import annotations

import re

from scraper.dialects.huawei.example_sets import Examples
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.snippets import Snippet
from spec.model import Example, Server, ServerVariable, Source

_PLACEHOLDERS = frozenset({"bucketname", "bucket", "destbucketname", "region", "regionid", "endpoint", "domainname"})
"""Labels of a host that stand for values."""


def read_server(snippet: Snippet, examples: Examples, notes: Notes, operation: str) -> Server | None:
    """The server of a message: labels that stand for values, or for which examples have values, are variables."""
    printed, source = _host(snippet.headers)
    if source is None or not re.fullmatch(r"[\w\-]+(?:\.[\w\-]+)+", printed):
        return None
    labels = printed.split(".")
    shown = [(host.split("."), at) for one in examples.requests for host, at in [_host(one.headers)] if at]
    alike = [(parts, at) for parts, at in shown if len(parts) == len(labels)]
    variables = []
    for index, label in enumerate(labels):
        values = {parts[index]: at for parts, at in alike if parts[index] != label}
        if values or label.casefold() in _PLACEHOLDERS:
            given = [Example(f"example-{n}", text, at, text) for n, (text, at) in enumerate(values.items(), 1)]
            variables.append(ServerVariable(label, source, examples=tuple(given)))
            labels[index] = f"{{{label}}}"
    message = f"the host {printed} is printed without http or https; https is assumed"
    notes.find("assumed-scheme", message, source, operation, "server")
    return Server(f"https://{'.'.join(labels)}", source, tuple(variables))


def _host(headers: tuple[tuple[str, str, Source], ...]) -> tuple[str, Source | None]:
    found = ((value.strip(), source) for name, value, source in headers if name.casefold() == "host")
    return next(found, ("", None))
