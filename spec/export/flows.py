"""URLs of OAuth flows: OpenAPI has variables in the URLs of servers only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spec.export.loss import Exported, Loss, Node
from spec.export.references import copy_document
from spec.sourcemap import join_pointer, split_pointer
from spec.visit import as_list, as_object, visit_operations, without_extensions

_URLS = ("authorizationUrl", "tokenUrl", "refreshUrl")
_VARIABLE = re.compile(r"\{([^{}]+)\}")


def fill_flow_urls(document: Node) -> Exported:
    """The document with the defaults of server variables in the URLs of its flows, which linters read as URLs."""
    defaults = dict(_list_defaults(document))
    losses: list[Loss] = []
    changed = copy_document(document)
    schemes = as_object(as_object(changed.get("components")).get("securitySchemes"))
    for name, scheme in schemes.items():
        for kind, flow in as_object(as_object(scheme).get("flows")).items():
            for key in _URLS:
                url = as_object(flow).get(key)
                if not isinstance(url, str):
                    continue
                filled = _VARIABLE.sub(lambda found: defaults.get(found[1], found[0]), url)
                if filled == url:
                    continue
                as_object(flow)[key] = filled
                place = join_pointer("components", "securitySchemes", name, "flows", kind, key)
                losses.append(Loss(place, f"variables are at their defaults: {filled}"))
    return Exported(changed, tuple(losses)) if losses else Exported(document)


def select_losses(losses: tuple[Loss, ...], document: Node) -> tuple[Loss, ...]:
    """The losses of the schemes that a part of the document still has."""
    schemes = as_object(as_object(document.get("components")).get("securitySchemes"))
    return tuple(loss for loss in losses if split_pointer(loss.pointer)[2] in schemes)


def _list_defaults(document: Node) -> Iterator[tuple[str, str]]:
    """Server variables and their defaults; of two with one name, those of the whole document come last."""
    items = map(as_object, without_extensions(document.get("paths")).values())
    owners = (*items, *(visit.node for _, _, visit in visit_operations(document)), document)
    for server in (as_object(server) for owner in owners for server in as_list(owner.get("servers"))):
        for name, variable in as_object(server.get("variables")).items():
            default = as_object(variable).get("default")
            if isinstance(default, str):
                yield name, default
