"""Request bodies of two operations, and whatever else one side sends the other as a body."""

from __future__ import annotations

from spec.diff.context import Context, Located
from spec.diff.differences import NOWHERE, Difference, Place, Spot, Subject, both
from spec.diff.document import Document
from spec.diff.media import compare_content
from spec.diff.operations import Kind, Operation


def read_body(document: Document, operation: Operation) -> Located | None:
    """The request body with its references followed; None if there is none."""
    raw = operation.node.get("requestBody")
    if not isinstance(raw, dict):
        return None
    return Located(*document.resolve(raw, f"{operation.pointer}/requestBody"))


def compare_bodies(context: Context, old: Operation, new: Operation, place: Place) -> None:
    """Adds what differs in the request bodies of two operations; that of a webhook is what the service sends."""
    before, after = read_body(context.old, old), read_body(context.new, new)
    here = place.at("request body", Subject.RESPONSE_BODY if old.kind is Kind.WEBHOOK else Subject.REQUEST_BODY)
    prefix = "webhook-body" if old.kind is Kind.WEBHOOK else "request-body"
    if before is None or after is None:
        if after is not None:
            aspect = f"{prefix}-added-{_need(after)}"
            context.findings.add(Difference(aspect, NOWHERE, Spot(f"{new.pointer}/requestBody", after.node)), here)
        elif before is not None:
            spot = Spot(f"{old.pointer}/requestBody", before.node)
            context.findings.add(Difference(f"{prefix}-removed", spot, NOWHERE), here)
        return
    if _required(before) is not _required(after):
        spots = both(lambda side: Spot(side.pointer, _required(side)), before, after)
        context.findings.add(Difference(f"{prefix}-became-{_need(after)}", *spots), here)
    context.compare_texts(before, after, here, "description")
    compare_content(context, before, after, here)


def _need(body: Located) -> str:
    return "required" if _required(body) else "optional"


def _required(body: Located) -> bool:
    return body.node.get("required") is True
