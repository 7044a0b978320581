"""The forms of RPC: where the path items of an API with one URL say which action they are.

OpenAPI wants a path for each operation. `fragment` keeps the URL that is called and lints clean; `path` gives routers
and mock servers something to tell operations apart by; `query` is how vendors link to an action. `split` keeps the URL
itself, with one document for each action.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, quote

from spec.emit.paths import with_fragment
from spec.export.loss import Exported, ExportError, Loss, Node
from spec.export.references import copy_document, inline_path_items, lead_to_components, rewrite_references
from spec.export.subset import select_operations
from spec.model import JSON
from spec.sourcemap import join_pointer, split_pointer
from spec.visit import METHODS, as_list, as_object, without_extensions

_ACTION = "Action"
_UNSAFE_NAME = '<>:"/\\|?*'


class RpcForm(StrEnum):
    """Where the action stands."""

    FRAGMENT = "fragment"
    PATH = "path"
    QUERY = "query"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Call:
    """A path item that is chosen by an action: its key, the URL path that is called, the action."""

    key: str
    path: str
    action: str


def find_calls(document: Node) -> tuple[Call, ...]:
    """The path items that are chosen by an action, in whatever form they are."""
    found = (_read_call(key, as_object(item)) for key, item in without_extensions(document.get("paths")).items())
    return tuple(call for call in found if call is not None)


def convert_rpc(document: Node, form: RpcForm) -> Exported:
    """The document with its actions in another form.

    Raises:
        ExportError: No operation is chosen by an action, or two of them get the same place.
    """
    document = inline_path_items(lead_to_components(document))
    calls = find_calls(document)
    _expect_calls(calls)
    losses: list[Loss] = []
    paths: Node = {}
    by_key = {call.key: call for call in calls}
    renamed: dict[str, str] = {}
    for key, item in as_object(copy_document(document)["paths"]).items():
        if key.startswith("x-"):
            paths[key] = item
            continue
        call = by_key.get(key)
        if call is not None:
            name, doubt = _query_name(call, as_object(item))
            losses += doubt if form is RpcForm.QUERY else []
            renamed[key] = _KEYS[form](call, name)
            _move_action(call, as_object(item), name, into_key=form is RpcForm.QUERY)
        _put(paths, renamed.get(key, key), as_object(item))
    return Exported(_rename_links({**document, "paths": paths}, renamed), tuple(losses))


def split_actions(document: Node) -> dict[str, Node]:
    """One document for each action, by the name of its file; what is no action stays together under `""`.

    Raises:
        ExportError: No operation is chosen by an action, or two documents get the same name.
    """
    document = inline_path_items(lead_to_components(document))
    calls = find_calls(document)
    _expect_calls(calls)
    parts: dict[str, Node] = {}
    for call in calls:
        name = quote(call.action, safe=" ") if set(call.action) & set(_UNSAFE_NAME) else call.action
        if name.casefold() in {known.casefold() for known in parts}:
            raise ExportError(f"two actions would be written to the file {name!r}")
        part = select_operations(document, [(call.key, method) for method in _methods(document, call.key)])
        parts[name] = convert_rpc(part, RpcForm.SPLIT).document
    acting = {call.key for call in calls}
    others = [(key, method) for key in as_object(document["paths"]) if key not in acting for method in METHODS]
    rest = select_operations(document, others)
    return {**parts, "": rest} if without_extensions(rest.get("paths")) else parts


def _expect_calls(calls: tuple[Call, ...]) -> None:
    if not calls:
        raise ExportError("no operation of the document is chosen by an action; leave out --rpc")


def _methods(document: Node, key: str) -> list[str]:
    return [method for method in METHODS if method in as_object(as_object(document["paths"])[key])]


# ---------------------------------------------------------------- reading


def _read_call(key: str, item: Node) -> Call | None:
    operations = [as_object(item[method]) for method in METHODS if method in item]
    path, _, fragment = key.partition("#")
    path, _, query = path.partition("?")
    stated = next((operation["x-rpc-action"] for operation in operations if "x-rpc-action" in operation), None)
    actions = [value for text in (query, fragment) for name, value in parse_qsl(text) if name == _ACTION]
    action = stated if isinstance(stated, str) else next(iter(actions), None)
    if not action:
        return None
    tail = f"/{quote(action, safe='')}"
    return Call(key, path.removesuffix(tail) or "/" if path == key else path, action)


def _query_name(call: Call, item: Node) -> tuple[str, list[Loss]]:
    """The query parameter that carries the action, and whether that is a guess."""
    for method in METHODS:
        operation = as_object(item.get(method))
        stated = operation.get("x-rpc-query-parameter")
        if isinstance(stated, str):
            return stated, []
        for parameter in map(as_object, as_list(operation.get("parameters"))):
            if _is_action(parameter, call):
                return str(parameter["name"]), []
    pointer = join_pointer("paths", call.key)
    return _ACTION, [Loss(pointer, f"no query parameter is named for actions: {_ACTION} is a guess")]


def _is_action(parameter: Node, call: Call) -> bool:
    schema = as_object(parameter.get("schema"))
    only = schema.get("const", *as_list(schema.get("enum"))[:1])
    return parameter.get("in") == "query" and only == call.action and len(as_list(schema.get("enum"))) <= 1


# ---------------------------------------------------------------- writing


def _in_path(call: Call, _: str) -> str:
    return f"{call.path.rstrip('/')}/{quote(call.action, safe='')}"


def _in_query(call: Call, name: str) -> str:
    return f"{call.path}?{quote(name, safe='')}={quote(call.action, safe='')}"


_KEYS: dict[RpcForm, Callable[[Call, str], str]] = {
    RpcForm.FRAGMENT: lambda call, _: with_fragment(call.path, call.action),
    RpcForm.PATH: _in_path,
    RpcForm.QUERY: _in_query,
    RpcForm.SPLIT: lambda call, _: call.path,
}


def _move_action(call: Call, item: Node, name: str, *, into_key: bool) -> None:
    """A query parameter that the key states already would be sent twice."""
    for method in METHODS:
        operation = as_object(item.get(method))
        if not operation:
            continue
        parameters = as_list(operation.get("parameters"))
        kept = [parameter for parameter in parameters if not _is_action(as_object(parameter), call)]
        if into_key and len(kept) < len(parameters):
            operation.update({"x-rpc-action": call.action, "x-rpc-query-parameter": name, "parameters": kept})
        elif not into_key and "?" in call.key and len(kept) == len(parameters) and "requestBody" not in operation:
            operation["parameters"] = [_parameter(name, call.action), *parameters]


def _parameter(name: str, action: str) -> JSON:
    schema: JSON = {"type": "string", "enum": [action]}
    return {"name": name, "in": "query", "required": True, "schema": schema}


def _put(paths: Node, key: str, item: Node) -> None:
    """Adds a path item; two with different methods and nothing else in common share a key."""
    known = as_object(paths.get(key))
    if known.keys() & item.keys():
        raise ExportError(f"two operations would have the path {key!r}; choose another form")
    paths[key] = {**known, **item}


def _rename_links(document: Node, renamed: dict[str, str]) -> Node:
    """Links and references that lead through a path follow it to its new key."""

    def rename(reference: str) -> str:
        tokens = split_pointer(reference) if reference.startswith("#/paths/") else ()
        if len(tokens) < 2 or tokens[1] not in renamed:
            return reference
        return "#" + join_pointer("paths", renamed[tokens[1]], *tokens[2:])

    return rewrite_references(document, rename)
