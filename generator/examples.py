"""The documented examples of parameters and media types."""

from __future__ import annotations

from collections.abc import Mapping

from generator.document import Document, mapping


def named_examples(document: Document, owner: Mapping[str, object], schema: Mapping[str, object]) -> dict[str, object]:
    """Return the examples of a parameter or media type by name; a single one is called `example`."""
    entries = {
        str(name): document.resolve(entry, "#/components/examples")[0]
        for name, entry in mapping(owner.get("examples")).items()
    }
    named = {name: entry["value"] for name, entry in entries.items() if "value" in entry}
    if named:
        return named
    if "example" in owner:
        return {"example": owner["example"]}
    return {"example": schema["example"]} if "example" in schema else {}


def parameter_examples(document: Document, value: Mapping[str, object]) -> dict[str, object]:
    """Return the examples of a parameter by name, also of one whose value is described by a media type."""
    for media in mapping(value.get("content")).values():
        return named_examples(document, mapping(media), mapping(mapping(media).get("schema")))
    return named_examples(document, value, mapping(value.get("schema")))
