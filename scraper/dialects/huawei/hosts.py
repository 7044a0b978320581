"""Hosts: the server that the Host header of a printed message names."""

from __future__ import annotations

from collections.abc import Sequence

from scraper.dialects.huawei.example_sets import Examples
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.snippets import Snippet
from scraper.dialects.huawei.templates import HOST, host_in, host_template, labels_of
from scraper.urls import fill_template
from spec.model import Example, Server, ServerVariable, Source


def read_server(snippet: Snippet, path: str, examples: Examples, notes: Notes, operation: str) -> Server | None:
    """The server of a message to `path`: labels that stand for values are variables, with those of examples."""
    printed, source = host_in(snippet.headers)
    if source is None:
        return None
    match = HOST.fullmatch(printed)
    if match is None:
        notes.find("unread-block", f"the host {printed} is none that we can read", source, operation, "server")
        return None
    shown = [host_in(one.headers) for one in examples.requests if one.line and fill_template(path, one.line.url)]
    labels = labels_of(printed)
    variables = []
    stand_for_values = host_template(printed, [host for host, _ in shown])
    for index, label in enumerate(labels):
        if stand_for_values[index]:
            name = label.strip("{}<>")
            variables.append(ServerVariable(name, source, examples=_values(index, label, labels, shown)))
            labels[index] = f"{{{name}}}"
            if name == label:
                message = f"{label} in the host {printed} is taken for a word that stands for a value"
                notes.find("assumed-placeholder", message, source, operation, f"server.{label}")
    message = f"the host {printed} is printed without http or https; https is assumed"
    notes.find("assumed-scheme", message, source, operation, "server")
    return Server(f"https://{'.'.join(labels)}{match['port'] or ''}", source, tuple(variables))


def _values(
    index: int, label: str, labels: Sequence[str], shown: Sequence[tuple[str, Source | None]]
) -> tuple[Example, ...]:
    """What examples with as many labels have in place of one."""
    alike = [(labels_of(host), source) for host, source in shown]
    values = {parts[index]: at for parts, at in alike if at and len(parts) == len(labels) and parts[index] != label}
    return tuple(Example(f"example-{n}", text, at, text) for n, (text, at) in enumerate(values.items(), 1))
