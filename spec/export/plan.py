"""What is asked of an export, and the steps in which a document becomes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spec.export.flows import fill_flow_urls, select_losses
from spec.export.loss import Exported, Loss, Node
from spec.export.rpc import RpcForm, convert_rpc, split_actions
from spec.export.strip import strip_descriptions, strip_examples
from spec.export.subset import select_parts
from spec.export.versions import Version, convert_document


@dataclass(frozen=True, slots=True)
class Plan:
    """The form of the exported document; `None` and empty leave it as it is."""

    version: Version | None = None
    rpc: RpcForm | None = None
    tags: tuple[str, ...] = ()
    operations: tuple[str, ...] = ()
    without_examples: bool = False
    without_descriptions: bool = False


def export_document(document: Node, plan: Plan) -> Exported:
    """The document in the form of the plan, which is any but `split`.

    Raises:
        ExportError: The document has no such form.
        SelectionError: The plan selects a tag or operation that there is not.
    """
    filled = _fill(document, plan)
    selected = select_document(filled.document, plan)
    converted = convert_rpc(selected, plan.rpc) if plan.rpc is not None else Exported(selected)
    losses = select_losses(filled.losses, converted.document)
    return _finish(Exported(converted.document, (*losses, *converted.losses)), plan)


def export_split(document: Node, plan: Plan) -> Iterator[tuple[str, Exported]]:
    """One document for each action, by the name of its file, and under `""` that of all other operations.

    Raises:
        ExportError: The document has no actions.
        SelectionError: The plan selects a tag or operation that there is not.
    """
    filled = _fill(document, plan)
    for name, part in split_actions(select_document(filled.document, plan)).items():
        yield name, _finish(Exported(part, select_losses(filled.losses, part)), plan)


def select_document(document: Node, plan: Plan) -> Node:
    """The part of the document that the plan asks for.

    Raises:
        SelectionError: It selects a tag or operation that there is not.
    """
    return select_parts(document, plan.tags, plan.operations) if plan.tags or plan.operations else document


def _fill(document: Node, plan: Plan) -> Exported:
    """The document before anything is taken out of it: a part may not have the server that knows a variable."""
    return fill_flow_urls(document) if plan.version is not None else Exported(document)


def _finish(exported: Exported, plan: Plan) -> Exported:
    document, losses = exported.document, exported.losses
    if plan.without_examples:
        document = strip_examples(document)
    if plan.without_descriptions:
        document = strip_descriptions(document)
    if plan.version is None:
        return Exported(document, losses)
    converted = convert_document(document, plan.version)
    distinct: tuple[Loss, ...] = tuple(dict.fromkeys((*losses, *converted.losses)))
    return Exported(converted.document, distinct)
