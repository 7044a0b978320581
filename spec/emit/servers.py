"""Server Objects, OpenAPI 3.1 §4.8.5."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spec.emit.site import Node, Site
from spec.model import JSON, Server, ServerVariable

_VARIABLE = re.compile(r"\{([^{}]+)\}")


def emit_servers(servers: Iterable[Server], site: Site) -> list[JSON]:
    """The list of servers; OpenAPI wants a default for each variable, its own name says "not given"."""
    return [_emit_server(server, site.at(index)) for index, server in enumerate(servers)]


def _emit_server(server: Server, site: Site) -> Node:
    site.note(server.source)
    node: Node = {"url": server.url.rstrip("/") or "/"}
    if server.description:
        node["description"] = server.description
    described = {variable.name: variable for variable in server.variables}
    names = dict.fromkeys([*_VARIABLE.findall(server.url), *described])
    variables: Node = {}
    for name in names:
        variable = described.get(name) or ServerVariable(name, server.source)
        site.at("variables", name).note(variable.source)
        variables[name] = _emit_variable(variable)
    return node | {"variables": variables} if variables else node


def _emit_variable(variable: ServerVariable) -> Node:
    node: Node = {"default": variable.name if variable.default is None else variable.default}
    examples = ", ".join(str(example.value) for example in variable.examples)
    lines = [variable.description, f"Examples: {examples}" if examples else ""]
    description = "\n".join(line for line in lines if line)
    return node | {"description": description} if description else node
