"""Headers: media types that a client asks for, and those of printed answers."""

from __future__ import annotations

import re
from dataclasses import replace

from scraper.layout.answers import Status
from scraper.layout.material import Material
from spec.model import Example, Location, Parameter, Property, Scalar, Source

_MEDIA_TYPE = r"[a-z]+/[\w.+-]+(?:;\s*[\w.=-]+)?"
_ONLY_MEDIA_TYPES = re.compile(rf"(?:(?:Accept:\s*)?{_MEDIA_TYPE}\s*)+")


def find_media_types(text: str) -> tuple[str, ...]:
    """The media types of a text that prints nothing else, each with or without `Accept:`."""
    plain = text.replace("`", "").strip()
    return tuple(dict.fromkeys(re.findall(_MEDIA_TYPE, plain))) if _ONLY_MEDIA_TYPES.fullmatch(plain) else ()


def find_accepted(text: str, lead: str) -> tuple[str, ...]:
    """The media types of a text that, or the sentence in front of it, names the header to ask with."""
    return find_media_types(text) if re.search(r"\baccept\b", lead + text, re.IGNORECASE) else ()


def add_accepted(material: Material, media_types: tuple[str, ...], reason: str, source: Source) -> None:
    """Adds media types to the examples of the `Accept` header, and the sentence that gives the reason.

    What the header says is no longer said about the operation itself.
    """
    known = next((parameter for parameter in material.parameters if parameter.property.name == "Accept"), None)
    base = known or Parameter(Location.HEADER, Property("Accept", Scalar("string"), source))
    values = dict.fromkeys((*(example.value for example in base.examples), *media_types))
    kept = {example.value: example for example in base.examples}
    examples = tuple(
        kept.get(value, Example(f"example-{number}", value, source)) for number, value in enumerate(values, 1)
    )
    if reason in material.text:
        material.text.remove(reason)
    description = "\n\n".join(filter(None, (base.property.description, reason)))
    grown = replace(base, property=replace(base.property, description=description), examples=examples)
    material.parameters = [*(parameter for parameter in material.parameters if parameter is not known), grown]


def take_content_type(status: Status) -> tuple[Status, str]:
    """A printed status without its `Content-Type`, and the media type that it names."""
    media = next((value for name, value, _ in status.headers if name.lower() == "content-type"), "")
    kept = tuple(header for header in status.headers if header[0].lower() != "content-type")
    return replace(status, headers=kept), media.split(";")[0].strip().lower()
