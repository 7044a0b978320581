"""Responses of two operations: by status, ranges and `default` included, with headers, content and links."""

from __future__ import annotations

from collections.abc import Mapping

from spec.diff.context import Context, Located
from spec.diff.differences import NOWHERE, Difference, Place, Spot, Subject, both
from spec.diff.document import Document
from spec.diff.media import compare_content
from spec.diff.normal import same_value
from spec.diff.operations import Kind, Operation
from spec.sourcemap import join_pointer
from spec.visit import as_object

_DEFAULT = "default"
_IGNORED_HEADERS = {"content-type"}


def compare_responses(context: Context, old: Operation, new: Operation, place: Place) -> None:
    """Adds what differs in the responses of two operations; to a webhook, the client responds."""
    before, after = _read(context.old, old), _read(context.new, new)
    pairs = [(status, status) for status in before if status in after]
    rest = [status for status in before if status not in after], [status for status in after if status not in before]
    for was, now, word in _related(*rest):
        spots = _usage(old, was, before), _usage(new, now, after)
        aspect = f"response-{_outcome(now)}-status-{word}"
        context.findings.add(Difference(aspect, *spots, was=was, now=now), place.at("response status"))
        pairs.append((was, now))
    for status in rest[0]:
        spot = _usage(old, status, before)
        context.findings.add(Difference(_aspect(status, "removed"), spot, NOWHERE), place.at(f"response {status}"))
    for status in rest[1]:
        spot = _usage(new, status, after)
        context.findings.add(Difference(_aspect(status, "added"), NOWHERE, spot), place.at(f"response {status}"))
    subject = Subject.REQUEST_BODY if old.kind is Kind.WEBHOOK else Subject.RESPONSE_BODY
    for was, now in pairs:
        _compare_response(context, before[was], after[now], place.at(f"response {now}", subject))


def _read(document: Document, operation: Operation) -> dict[str, Located]:
    """Responses by status: `4XX` in upper case."""
    found = {}
    for status, raw in as_object(operation.node.get("responses")).items():
        if not status.startswith("x-"):
            node, pointer = document.resolve(raw, operation.pointer + join_pointer("responses", status))
            found[status if status == _DEFAULT else status.upper()] = Located(node, pointer)
    return found


def _usage(operation: Operation, status: str, responses: dict[str, Located]) -> Spot:
    written = next((key for key in as_object(operation.node.get("responses")) if key.upper() == status), status)
    return Spot(operation.pointer + join_pointer("responses", written), responses[status].node)


def _related(old: list[str], new: list[str]) -> list[tuple[str, str, str]]:
    """Statuses that became the range around them, or a range that became statuses; they are taken out."""
    pairs = [
        (was, now, "generalized" if now.endswith("XX") else "specialized")
        for was in old
        for now in new
        if _DEFAULT not in (was, now) and was[:1] == now[:1] and "XX" in (was[1:], now[1:])
    ]
    old[:] = [status for status in old if not any(status == was for was, _, _ in pairs)]
    new[:] = [status for status in new if not any(status == now for _, now, _ in pairs)]
    return pairs


def _aspect(status: str, action: str) -> str:
    return f"response-default-{action}" if status == _DEFAULT else f"response-{_outcome(status)}-status-{action}"


def _outcome(status: str) -> str:
    return "success" if status.startswith("2") else "non-success"


def _compare_response(context: Context, old: Located, new: Located, place: Place) -> None:
    if context.unchanged.covers(old.node, new.node):
        return
    context.compare_texts(old, new, place, "description")
    compare_content(context, old, new, place)
    headers = (as_object(old.node.get("headers")), as_object(new.node.get("headers")))
    compare_headers(context, _headers(context.old, old, headers[0]), _headers(context.new, new, headers[1]), place)
    _compare_links(context, old, new, place)


def _headers(document: Document, owner: Located, raw: Mapping[str, object]) -> dict[str, tuple[str, Located]]:
    """Headers by name in lower case, with where they are listed."""
    found = {}
    for name in raw:
        if name.lower() not in _IGNORED_HEADERS:
            usage = owner.pointer + join_pointer("headers", name)
            found[name.lower()] = (usage, Located(*document.resolve(as_object(owner.node["headers"])[name], usage)))
    return found


def compare_headers(
    context: Context, old: dict[str, tuple[str, Located]], new: dict[str, tuple[str, Located]], place: Place
) -> None:
    """Adds what differs in headers that come with a response, or with the answer to a webhook."""
    answered = place.subject is Subject.REQUEST_BODY
    for name in sorted(old.keys() | new.keys()):
        here = place.at(
            f"{place.root}, header `{_title(name, old, new)}`",
            Subject.REQUEST_PARAMETER if answered else Subject.RESPONSE_HEADER,
        )
        if name not in old:
            usage, header = new[name]
            context.findings.add(Difference("response-header-added", NOWHERE, Spot(usage, header.node)), here)
        elif name not in new:
            usage, header = old[name]
            aspect = f"{'required' if _required(header) else 'optional'}-response-header-removed"
            context.findings.add(Difference(aspect, Spot(usage, header.node), NOWHERE), here)
        else:
            _compare_header(context, old[name][1], new[name][1], here)


def _title(name: str, old: dict[str, tuple[str, Located]], new: dict[str, tuple[str, Located]]) -> str:
    usage, _ = new.get(name) or old[name]
    return usage.rpartition("/")[2].replace("~1", "/").replace("~0", "~")


def _compare_header(context: Context, old: Located, new: Located, place: Place) -> None:
    if context.unchanged.covers(old.node, new.node):
        return
    if _required(old) is not _required(new):
        aspect = f"response-header-became-{'required' if _required(new) else 'optional'}"
        spots = both(lambda side: Spot(side.pointer, _required(side)), old, new)
        context.findings.add(Difference(aspect, *spots), place)
    deprecated = [side.node.get("deprecated") is True for side in (old, new)]
    if deprecated[0] is not deprecated[1]:
        aspect = "deprecated" if deprecated[1] else "reactivated"
        context.findings.add(Difference(aspect, old.spot("deprecated"), new.spot("deprecated")), place)
    context.compare_texts(old, new, place, "description")
    context.compare_examples(old, new, place)
    context.compare_schemas(old, new, "schema", place)


def _required(header: Located) -> bool:
    return header.node.get("required") is True


def _compare_links(context: Context, old: Located, new: Located, place: Place) -> None:
    before, after = _links(context.old, old), _links(context.new, new)
    for name in sorted(before.keys() | after.keys()):
        spots = before.get(name, NOWHERE), after.get(name, NOWHERE)
        if not same_value(spots[0].value, spots[1].value):
            action = "added" if spots[0].absent else "removed" if spots[1].absent else "changed"
            context.findings.add(Difference(f"response-link-{action}", *spots, name=f"`{name}`"), place)


def _links(document: Document, owner: Located) -> dict[str, Spot]:
    found = {}
    for name, raw in as_object(owner.node.get("links")).items():
        node, pointer = document.resolve(raw, owner.pointer + join_pointer("links", name))
        found[name] = Spot(pointer, node)
    return found
