"""The servers of two operations: those of the operation, of its path item, or of the document."""

from __future__ import annotations

from collections.abc import Iterator

from spec.diff.context import Context, Located
from spec.diff.differences import NOWHERE, Difference, Place, Spot, both
from spec.diff.document import Document, Node
from spec.diff.judge import describe
from spec.diff.normal import same_value
from spec.diff.operations import Operation, shape_of
from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.visit import as_list, as_object


def compare_servers(context: Context, old: Operation, new: Operation, place: Place) -> None:
    """Adds what differs in the servers of two operations; both together with the paths are the same or not."""
    before, after = _read(context.old, old), _read(context.new, new)
    is_same = bool(old.server) and old.address == new.address and shape_of(old.path) != shape_of(new.path)
    for difference in () if is_same else _compare(before, after):
        context.findings.add(difference, place.at(""))
    for url in sorted(before.keys() & after.keys()):
        _compare_texts(context, before[url], after[url], place.at(f"server {url}"))


def _compare_texts(context: Context, old: Spot, new: Spot, place: Place) -> None:
    servers = _located(old), _located(new)
    context.compare_texts(*servers, place, "description")
    before, after = both(_variables, *servers)
    for name in sorted(before.keys() & after.keys()):
        context.compare_texts(before[name], after[name], place.at(f"{place.root}, variable {name}"), "description")


def _located(spot: Spot) -> Located:
    return Located(as_object(spot.value), str(spot.pointer))


def _variables(server: Located) -> dict[str, Located]:
    return {
        name: Located(as_object(node), server.pointer + join_pointer("variables", name))
        for name, node in as_object(server.node.get("variables")).items()
    }


def _read(document: Document, operation: Operation) -> dict[str, Spot]:
    """Servers by URL without a slash at the end; none where the document states none, which is the same as `/`."""
    owners = ((operation.node, operation.pointer), (operation.item, operation.item_pointer), (document.raw, ""))
    for owner, pointer in owners:
        servers = as_list(owner.get("servers"))
        if servers:
            return {
                _url(server): Spot(pointer + join_pointer("servers", number), server)
                for number, server in enumerate(servers)
                if _url(server)
            }
    return {}


def _url(server: JSON) -> str:
    return str(as_object(server).get("url", "")).rstrip("/")


def _compare(old: dict[str, Spot], new: dict[str, Spot]) -> Iterator[Difference]:
    for url in sorted(old.keys() & new.keys()):
        yield from _compare_variables(old[url], new[url])
    gone, come = [[url for url in side if url not in other] for side, other in ((old, new), (new, old))]
    for was, now in zip(gone, come, strict=False):
        yield Difference("server-url-changed", old[was], new[now], was=was, now=now)
    for url in gone[len(come) :]:
        yield Difference("server-removed", old[url], NOWHERE, was=url)
    for url in come[len(gone) :]:
        yield Difference("server-added", NOWHERE, new[url], now=url)


def _compare_variables(old: Spot, new: Spot) -> Iterator[Difference]:
    before, after = both(_variables, _located(old), _located(new))
    for name in sorted(before.keys() | after.keys()):
        spots = _variable_spot(before.get(name)), _variable_spot(after.get(name))
        if not same_value(spots[0].value, spots[1].value):
            was, now = both(_describe_values, *(as_object(spot.value) for spot in spots))
            yield Difference("server-variable-changed", *spots, name=name, was=was, now=now)


def _variable_spot(variable: Located | None) -> Spot:
    return NOWHERE if variable is None else Spot(variable.pointer, _values(variable.node))


def _describe_values(values: Node) -> str:
    if not values:
        return "nothing"
    listed = f", one of {describe(values['enum'])}" if "enum" in values else ""
    return f"{describe(values['default'])}{listed}"


def _values(node: Node) -> JSON:
    """The default and the other values, in any order."""
    values: dict[str, JSON] = {"default": node.get("default")}
    if "enum" in node:
        values["enum"] = [*sorted(map(str, as_list(node["enum"])))]
    return values
