"""Two OpenAPI documents: the changes of the contract and of its documentation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spec.diff.annotations import text_difference
from spec.diff.bodies import compare_bodies
from spec.diff.changes import Change
from spec.diff.context import Context, Located
from spec.diff.differences import NOWHERE, Difference, Place, Spot, both
from spec.diff.document import Document, Node, Unchanged
from spec.diff.judge import Findings, describe
from spec.diff.naming import PointerNames
from spec.diff.normal import same_value
from spec.diff.operations import Kind, Operation, match_operations, read_items, read_operations, shape_of
from spec.diff.parameters import compare_parameters, read_parameters
from spec.diff.responses import compare_headers, compare_responses
from spec.diff.schemas import SchemaComparison
from spec.diff.security import SecurityComparison
from spec.diff.servers import compare_servers
from spec.sourcemap import join_pointer
from spec.visit import as_list, as_object


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two documents differ in. `external` are references that were not followed."""

    changes: tuple[Change, ...]
    external: tuple[str, ...] = ()


def compare_documents(old: Node, new: Node) -> Comparison:
    """Compares two OpenAPI 3.0 or 3.1 documents, as `spec.load.load_document` reads them.

    Equal meaning gives no change. The order of keys, and of lists in which order means nothing, has no influence.
    """
    documents = Document(old), Document(new)
    unchanged = Unchanged(*documents)
    context = Context(*documents, SchemaComparison(*documents, unchanged), unchanged, Findings())
    _compare_operations(context)
    _compare_info(context)
    external = sorted(documents[0].external | documents[1].external)
    names = PointerNames(documents[0]), PointerNames(documents[1])
    return Comparison(tuple(_name(change, *names) for change in context.findings.changes()), tuple(external))


def _name(change: Change, old: PointerNames, new: PointerNames) -> Change:
    names = old if change.new_pointer is None else new
    return replace(change, named_pointer=names.name(change.pointer))


def _compare_operations(context: Context) -> None:
    old, new = read_operations(context.old), read_operations(context.new)
    matching = match_operations(old, new, lambda a, b: _alike(context, a, b))
    security = SecurityComparison(context)
    kept = {(operation.kind, shape_of(operation.path)) for operation in new}
    for operation in matching.removed:
        aspect = _removal(operation, kept)
        _report(context, aspect, operation, Spot(operation.pointer, operation.node), NOWHERE)
    for operation in matching.added:
        aspect = "webhook-added" if operation.kind is Kind.WEBHOOK else "endpoint-added"
        _report(context, aspect, operation, NOWHERE, Spot(operation.pointer, operation.node))
    for before, after in matching.pairs:
        _compare_pair(context, security, before, after)
    security.compare_schemes(Place())


def _report(context: Context, aspect: str, operation: Operation, old: Spot, new: Spot) -> None:
    context.findings.add(Difference(aspect, old, new), Place(operation.name))


def _removal(operation: Operation, kept: set[tuple[Kind, str]]) -> str:
    if operation.kind is Kind.WEBHOOK:
        return "webhook-removed"
    whole = "api" if operation.action or (operation.kind, shape_of(operation.path)) in kept else "api-path"
    return f"{whole}-removed-with{'' if operation.deprecated else 'out'}-deprecation"


def _alike(context: Context, old: Operation, new: Operation) -> bool:
    """Whether two operations have the same contract, and one that says something."""
    if not (old.node.keys() & new.node.keys() & {"parameters", "requestBody"} or old.action):
        return False
    trial = Context(context.old, context.new, context.schemas, context.unchanged, Findings())
    _compare_contract(trial, old, new, _place(old, new))
    return all(
        change.level == "docs-only" or change.id == "path-parameter-renamed" for change in trial.findings.changes()
    )


def _compare_pair(context: Context, security: SecurityComparison, old: Operation, new: Operation) -> None:
    place = _place(old, new)
    if not _report_move(context, old, new, place):
        _compare_identity(context, old, new, place)
    _compare_texts(context, old, new, place)
    _compare_contract(context, old, new, place)
    compare_servers(context, old, new, place)
    if old.kind is Kind.OPERATION:
        security.compare(old, new, place)


def _place(old: Operation, new: Operation) -> Place:
    renamed = (old.action, new.action) if old.action != new.action else None
    return Place(new.name, renamed=renamed)


def _compare_contract(context: Context, old: Operation, new: Operation, place: Place) -> None:
    """Parameters, body, responses and callbacks; nothing to do where both are the same text."""
    shared = [[side.item.get("parameters"), len(side.placeholders)] for side in (old, new)]
    same_path = old.path == new.path and context.unchanged.covers(shared[0][0], shared[1][0])
    if same_path and context.unchanged.covers(old.node, new.node):
        return
    if old.kind is Kind.WEBHOOK:
        headers = (_sent(context.old, old), _sent(context.new, new))
        compare_headers(context, *headers, place.at("request"))
    else:
        compare_parameters(context, old, new, place)
    compare_bodies(context, old, new, place)
    compare_responses(context, old, new, place)
    _compare_callbacks(context, old, new, place)


def _sent(document: Document, webhook: Operation) -> dict[str, tuple[str, Located]]:
    """The parameters that a service sends with a webhook."""
    parameters = read_parameters(document, webhook)
    return {parameter.name.lower(): (parameter.usage, parameter.located) for parameter in parameters}


def _report_move(context: Context, old: Operation, new: Operation, place: Place) -> bool:
    """Whether the operation is called otherwise; its id goes with it."""
    spots = Spot(old.pointer, old.node), Spot(new.pointer, new.node)
    if old.action and new.action:
        if old.action != new.action:
            difference = Difference("action-renamed", *spots, was=old.action, now=new.action)
            context.findings.add(difference, place)
        return old.action != new.action
    if old.method == new.method and (shape_of(old.path) == shape_of(new.path) or old.address == new.address):
        return False
    context.findings.add(Difference("operation-moved", *spots, was=old.name.route, now=new.name.route), place)
    return True


def _compare_identity(context: Context, old: Operation, new: Operation, place: Place) -> None:
    before, after = Located(old.node, old.pointer), Located(new.node, new.pointer)
    if old.operation_id != new.operation_id:
        aspect = f"api-operation-id-{'removed' if old.operation_id else 'added'}"
        context.findings.add(Difference(aspect, before.spot("operationId"), after.spot("operationId")), place)
    _compare_deprecation(context, old, new, place)


def _compare_deprecation(context: Context, old: Operation, new: Operation, place: Place) -> None:
    before, after = Located(old.node, old.pointer), Located(new.node, new.pointer)
    if old.deprecated is not new.deprecated:
        aspect = f"endpoint-{'deprecated' if new.deprecated else 'reactivated'}"
        context.findings.add(Difference(aspect, before.spot("deprecated"), after.spot("deprecated")), place)


def _compare_texts(context: Context, old: Operation, new: Operation, place: Place) -> None:
    before, after = Located(old.node, old.pointer), Located(new.node, new.pointer)
    context.compare_texts(before, after, place, "description", "externalDocs")
    items = Located(old.item, old.item_pointer), Located(new.item, new.item_pointer)
    context.compare_texts(*items, place.at("path"), "description")
    for sides, where in (((before, after), place), (items, place.at("path"))):
        spots = sides[0].spot("summary"), sides[1].spot("summary")
        if (spots[0].value or "") != (spots[1].value or ""):
            context.findings.add(text_difference("summary-changed", *spots), where)
    tags = [{tag for tag in as_list(side.node.get("tags")) if isinstance(tag, str)} for side in (before, after)]
    for tag in sorted(tags[0] - tags[1]):
        context.findings.add(Difference("api-tag-removed", Spot(f"{old.pointer}/tags", tag), NOWHERE, name=tag), place)
    for tag in sorted(tags[1] - tags[0]):
        context.findings.add(Difference("api-tag-added", NOWHERE, Spot(f"{new.pointer}/tags", tag), name=tag), place)


def _compare_callbacks(context: Context, old: Operation, new: Operation, place: Place) -> None:
    before, after = dict(_callbacks(context.old, old)), dict(_callbacks(context.new, new))
    for key in sorted(before.keys() | after.keys()):
        name = " ".join(key)
        if key not in after:
            spot = Spot(before[key].pointer, before[key].node)
            context.findings.add(Difference("callback-removed", spot, NOWHERE, name=name), place)
        elif key not in before:
            spot = Spot(after[key].pointer, after[key].node)
            context.findings.add(Difference("callback-added", NOWHERE, spot, name=name), place)
        else:
            here = replace(place, callback=name)
            _compare_deprecation(context, before[key], after[key], here)
            _compare_texts(context, before[key], after[key], here)
            _compare_contract(context, before[key], after[key], here)


def _callbacks(document: Document, operation: Operation) -> Iterator[tuple[tuple[str, str, str], Operation]]:
    for name, raw in as_object(operation.node.get("callbacks")).items():
        items, pointer = document.resolve(raw, operation.pointer + join_pointer("callbacks", name))
        for called in read_items(document, items, pointer, Kind.WEBHOOK):
            yield (name, called.method.upper(), called.path), called


_SHORT = ("title", "version")


def _compare_info(context: Context) -> None:
    documents = context.old, context.new
    sides = both(lambda document: Located(as_object(document.raw.get("info")), "/info"), *documents)
    for key in sorted(sides[0].node.keys() | sides[1].node.keys()):
        spots = sides[0].spot(key), sides[1].spot(key)
        if not key.startswith("x-") and not same_value(spots[0].value, spots[1].value):
            now = f": {describe(spots[1].value)}, was {describe(spots[0].value)}" if key in _SHORT else " in wording"
            context.findings.add(Difference("info-changed", *spots, name=key, now=now), Place())
    root = both(lambda document: Located(document.raw, ""), *documents)
    context.compare_texts(*root, Place(), "externalDocs")
    tags = both(_tags, *documents)
    for name in sorted(tags[0].keys() | tags[1].keys()):
        spots = tags[0].get(name, NOWHERE), tags[1].get(name, NOWHERE)
        if not same_value(spots[0].value, spots[1].value):
            context.findings.add(text_difference("tag-changed", *spots, name), Place())


def _tags(document: Document) -> dict[str, Spot]:
    """What the document says of its tags, by name."""
    found = {}
    for number, raw in enumerate(as_list(document.raw.get("tags"))):
        node = as_object(raw)
        said: Node = {key: node[key] for key in ("description", "externalDocs") if node.get(key)}
        if said:
            found[str(node.get("name", ""))] = Spot(join_pointer("tags", number), said)
    return found
