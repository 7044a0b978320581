"""Responses of two operations: by status, ranges and `default` included, with headers, content and links."""

from __future__ import annotations

from collections.abc import Mapping

from spec.diff.context import Context, Located
from spec.diff.differences import NOWHERE, Difference, Place, Spot, Subject, both
from spec.diff.document import Document
from spec.diff.forms import compare_form
from spec.diff.media import compare_content
from spec.diff.normal import same_value
from spec.diff.operations import Kind, Operation
from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.visit import as_object

_DEFAULT = "default"
_IGNORED_HEADERS = {"content-type"}


def compare_responses(context: Context, old: Operation, new: Operation, place: Place) -> None:
    """Adds what differs in the responses of two operations; to a webhook, the client responds."""
    before, after = _read(context.old, old), _read(context.new, new)
    pairs = [(status, status) for status in before if status in after]
    rest = [status for status in before if status not in after], [status for status in after if status not in before]
    pairs += _covered(before, after, *rest)
    prefix = "webhook-status" if old.kind is Kind.WEBHOOK else ""
    for was, now, word in _related(*rest):
        spots = _usage(old, was, before), _usage(new, now, after)
        aspect = f"{prefix or _status(now)}-{word}"
        context.findings.add(Difference(aspect, *spots, was=was, now=now), place.at("response status"))
        pairs.append((was, now))
    for status in rest[0]:
        difference = Difference(f"{prefix or _status(status)}-removed", _usage(old, status, before), NOWHERE)
        context.findings.add(difference, place.at(f"response {status}"))
    for status in rest[1]:
        difference = Difference(f"{prefix or _status(status)}-added", NOWHERE, _usage(new, status, after))
        context.findings.add(difference, place.at(f"response {status}"))
    subject = Subject.REQUEST_BODY if old.kind is Kind.WEBHOOK else Subject.RESPONSE_BODY
    for was, now in pairs:
        status = was if _is_range(now) else now
        _compare_response(context, before[was], after[now], place.at(f"response {status}", subject))


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


def _covered(
    before: dict[str, Located], after: dict[str, Located], old: list[str], new: list[str]
) -> list[tuple[str, str]]:
    """Statuses of which the other side has the range, as both sides do; they are taken out."""
    ranges = {status for status in before.keys() & after.keys() if _is_range(status)}
    pairs = [(status, _range(status)) for status in old if _range(status) in ranges]
    pairs += [(_range(status), status) for status in new if _range(status) in ranges]
    old[:] = [status for status in old if _range(status) not in ranges]
    new[:] = [status for status in new if _range(status) not in ranges]
    return pairs


def _range(status: str) -> str:
    return f"{status[:1]}XX"


def _is_range(status: str) -> bool:
    return status == _range(status)


def _related(old: list[str], new: list[str]) -> list[tuple[str, str, str]]:
    """Statuses that became the range around them, or a range that became statuses; they are taken out."""
    pairs = [
        (was, now, "generalized" if _is_range(now) else "specialized")
        for was in old
        for now in new
        if _range(was) == _range(now) and (_is_range(was) or _is_range(now))
    ]
    old[:] = [status for status in old if not any(status == was for was, _, _ in pairs)]
    new[:] = [status for status in new if not any(status == now for _, now, _ in pairs)]
    return pairs


def _status(status: str) -> str:
    """How the rules about a status begin."""
    if status == _DEFAULT:
        return "response-default"
    return "response-success-status" if status.startswith("2") else "response-non-success-status"


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
            aspect = f"new-{_need(header)}-request-parameter" if answered else "response-header-added"
            context.findings.add(Difference(aspect, NOWHERE, Spot(usage, header.node)), here)
        elif name not in new:
            usage, header = old[name]
            aspect = "request-parameter-removed" if answered else f"{_need(header)}-response-header-removed"
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
        aspect = f"became-{_need(new)}"
        spots = both(lambda side: Spot(side.pointer, _required(side)), old, new)
        context.findings.add(Difference(aspect, *spots), place)
    context.compare_deprecation(old, new, place)
    context.compare_texts(old, new, place, "description")
    context.compare_examples(old, new, place)
    compare_form(context, old, new, place)


def _required(header: Located) -> bool:
    return header.node.get("required") is True


def _need(header: Located) -> str:
    return "required" if _required(header) else "optional"


def _compare_links(context: Context, old: Located, new: Located, place: Place) -> None:
    before, after = _links(context.old, old), _links(context.new, new)
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            difference = Difference("response-link-added", NOWHERE, _spot(after[name]), name=f"`{name}`")
            context.findings.add(difference, place)
        elif name not in after:
            difference = Difference("response-link-removed", _spot(before[name]), NOWHERE, name=f"`{name}`")
            context.findings.add(difference, place)
        else:
            _compare_link(context, name, before[name], after[name], place)


def _compare_link(context: Context, name: str, old: Located, new: Located, place: Place) -> None:
    if not same_value(*both(_target, old, new)):
        context.findings.add(Difference("response-link-changed", *both(_spot, old, new), name=f"`{name}`"), place)
    context.compare_texts(old, new, place.at(f"{place.root}, link `{name}`"), "description")


def _target(link: Located) -> JSON:
    return {key: value for key, value in link.node.items() if key != "description" and not key.startswith("x-")}


def _spot(link: Located) -> Spot:
    return Spot(link.pointer, link.node)


def _links(document: Document, owner: Located) -> dict[str, Located]:
    return {
        name: Located(*document.resolve(raw, owner.pointer + join_pointer("links", name)))
        for name, raw in as_object(owner.node.get("links")).items()
    }
