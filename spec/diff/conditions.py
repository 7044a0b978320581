"""Keywords that are compared as a whole: `not`, `if`, `contains`, `dependentRequired` and their like."""

from __future__ import annotations

from collections.abc import Iterator

from spec.diff.differences import NOWHERE, Difference
from spec.diff.document import Document, reference_of
from spec.diff.inclusion import Relation, relate
from spec.diff.normal import Schema, value_key
from spec.diff.schema_rules import KEYWORDS
from spec.model import JSON

_LARGEST = 2000
_TEXTS = {"title", "description", "externalDocs", "example", "examples", "$comment", "deprecated"}
_DATA = {"enum", "const", "default"}
_UNASSERTED = {"format", "contentMediaType", "contentEncoding", "contentSchema"}


def compare_conditions(old: Schema, new: Schema, documents: tuple[Document, Document]) -> Iterator[Difference]:
    """What such keywords demand, references written out."""
    if not old.conditions and not new.conditions:
        return
    for name, keyword in KEYWORDS.items():
        spots = old.conditions.get(keyword, NOWHERE), new.conditions.get(keyword, NOWHERE)
        if spots[0].absent and spots[1].absent:
            continue
        before, after = (write_out(document, spot.value) for document, spot in zip(documents, spots, strict=True))
        if value_key(before) == value_key(after):
            continue
        if spots[0].absent or spots[1].absent:
            yield Difference(f"{name}-{'added' if spots[0].absent else 'removed'}", *spots, name=keyword)
        else:
            relation = _relate(_as_schema(keyword, before), _as_schema(keyword, after))
            if relation is not Relation.EQUAL:
                yield Difference(f"constraint-{relation}", *spots, name=keyword)


def _relate(old: JSON, new: JSON) -> Relation:
    """How two conditions relate; what inclusion does not look at has to be the same."""
    if sorted(_collect_unasserted(old)) != sorted(_collect_unasserted(new)):
        return Relation.CHANGED
    return relate(old, new)


def _collect_unasserted(value: JSON) -> Iterator[str]:
    """The keywords by which JSON Schema refuses nothing, each with its value."""
    children = value if isinstance(value, list) else []
    if isinstance(value, dict):
        yield from (f"{key} {value_key(value[key])}" for key in _UNASSERTED & value.keys())
        children = [child for key, child in value.items() if key not in _DATA]
    for child in children:
        yield from _collect_unasserted(child)


def write_out(document: Document, value: JSON) -> JSON:
    """The value with its references written out and its texts left out; a circle or a giant keeps its references."""
    budget = [_LARGEST]
    return _write_out(document, value, (), budget)


def _write_out(document: Document, value: JSON, inside: tuple[str, ...], budget: list[int]) -> JSON:
    budget[0] -= 1
    if isinstance(value, list):
        return [_write_out(document, child, inside, budget) for child in value]
    if not isinstance(value, dict):
        return value
    reference = reference_of(value)
    if reference and reference not in inside and budget[0] > 0:
        found = document.target(reference)
        if found is not None:
            return _write_out(document, found[0], (*inside, reference), budget)
    return {
        key: child if key in _DATA else _write_out(document, child, inside, budget)
        for key, child in value.items()
        if key not in _TEXTS and not key.startswith("x-")
    }


def _as_schema(keyword: str, value: JSON) -> JSON:
    together = keyword in ("if", "contains", "contentSchema") and isinstance(value, dict)
    return value if together else {keyword: value}
