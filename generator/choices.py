"""Discriminators: which class a JSON object is, as one of its properties says.

OpenAPI has two forms. A `oneOf` or `anyOf` names its members; a schema with `properties` is the base of all components
that extend it by `allOf`, and where it is used any of them may come. What a document does not declare is taken from
the members themselves, when each has one required property with values of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.document import Document, join_pointer, last_part, mapping, sequence, text
from generator.literal import Text
from generator.types import Choice

COMPONENTS = "#/components/schemas"


@dataclass(frozen=True, slots=True)
class Member:
    """One alternative of a union.

    Attributes:
        reference: The pointer of its component, empty for an inline schema.
        schema: The alternative with its references followed and its `allOf` merged.
        name: Its Python name, empty when it is no class.
    """

    reference: str
    schema: Mapping[str, object]
    name: str


@dataclass(frozen=True, slots=True)
class Family:
    """A base schema with a discriminator, and the components that extend it.

    Attributes:
        wire: The property that decides.
        members: Pointers of the components, the base first.
        tags: Value of the property → pointer.
    """

    wire: str
    members: tuple[str, ...]
    tags: Mapping[str, str]


def choose_member(
    document: Document, schema: Mapping[str, object], members: Sequence[Member], pointer: str
) -> Choice | None:
    """Return how a value of a union says which member it is, or None when it does not."""
    classes = [member for member in members if member.name]
    if len({member.name for member in classes}) < 2:
        return None
    own, shared = _discriminator(schema), _shared_discriminator(classes)
    discriminator = {**shared, **own} if own.get("propertyName") == shared.get("propertyName") else own or shared
    wire = text(discriminator.get("propertyName")) or _telling_property(classes)
    if not wire:
        return None
    by_reference = {member.reference: member.name for member in classes if member.reference}
    tags: dict[str, str] = {}
    for tag, reference in _mapped(document, discriminator, join_pointer(pointer, "discriminator")):
        if reference in by_reference:
            tags[tag] = by_reference[reference]
    for member in classes:
        for value in _values(member.schema, wire):
            tags.setdefault(value, member.name)
    if discriminator:
        for reference, name in by_reference.items():
            tags.setdefault(last_part(reference), name)
    return Choice(Text(wire), tuple(tags.items())) if tags else None


def read_families(document: Document) -> dict[str, Family]:
    """Return the families of a document by the pointer of their base."""
    components = mapping(mapping(document.root.get("components")).get("schemas"))
    children: dict[str, list[str]] = {}
    for name, schema in components.items():
        for parent in _parents(schema):
            children.setdefault(parent, []).append(join_pointer(COMPONENTS, name))
    families: dict[str, Family] = {}
    for name, schema in components.items():
        base = join_pointer(COMPONENTS, name)
        discriminator = _own_discriminator(mapping(schema))
        wire = text(discriminator.get("propertyName"))
        if not wire or {"oneOf", "anyOf"} & set(mapping(schema)):
            continue
        mapped = dict(_mapped(document, discriminator, join_pointer(base, "discriminator")))
        found = dict.fromkeys([base, *_descendants(base, children), *mapped.values()])
        if len(found) > 1:
            implied = {last_part(reference): reference for reference in found}
            families[base] = Family(wire, tuple(found), {**implied, **mapped})
    return families


def _discriminator(schema: Mapping[str, object]) -> Mapping[str, object]:
    return mapping(schema.get("discriminator"))


def _shared_discriminator(members: Sequence[Member]) -> Mapping[str, object]:
    """Return the discriminator that all members have from one base."""
    first = _discriminator(members[0].schema)
    return first if all(_discriminator(member.schema) == first for member in members) else {}


def _own_discriminator(schema: Mapping[str, object]) -> Mapping[str, object]:
    inline = (mapping(part) for part in sequence(schema.get("allOf")))
    return next(filter(None, map(_discriminator, (schema, *inline))), {})


def _telling_property(members: Sequence[Member]) -> str:
    """Return the first required property that has values of its own in each member, or an empty string."""
    for wire in mapping(members[0].schema.get("properties")):
        values = [_values(member.schema, str(wire)) for member in members]
        known = [value for found in values for value in found]
        needed = all(wire in sequence(member.schema.get("required")) for member in members)
        if needed and all(values) and len(known) == len(set(known)):
            return str(wire)
    return ""


def _values(schema: Mapping[str, object], wire: str) -> list[str]:
    detail = mapping(mapping(schema.get("properties")).get(wire))
    values = [detail["const"]] if "const" in detail else sequence(detail.get("enum"))
    return [value for value in values if isinstance(value, str)]


def _mapped(document: Document, discriminator: Mapping[str, object], pointer: str) -> Iterator[tuple[str, str]]:
    """Yield (value, pointer of the component) for each entry of a mapping, which may have a name for a pointer."""
    components = mapping(mapping(document.root.get("components")).get("schemas"))
    for tag, target in mapping(discriminator.get("mapping")).items():
        reference = text(target)
        if reference in components:
            reference = join_pointer(COMPONENTS, reference)
        if reference.startswith(f"{COMPONENTS}/") and isinstance(document.lookup(reference), Mapping):
            yield str(tag), reference
        else:
            at = join_pointer(pointer, "mapping", tag)
            document.report(at, f"The value {tag!r} of a discriminator leads to no component; it is not told apart.")


def _parents(schema: object) -> Iterator[str]:
    """Yield the references in the `allOf` of a schema, and in those inside of it."""
    waiting = [schema]
    while waiting:
        for part in sequence(mapping(waiting.pop()).get("allOf")):
            reference = mapping(part).get("$ref")
            if isinstance(reference, str):
                yield reference
            else:
                waiting.append(part)


def _descendants(base: str, children: Mapping[str, Sequence[str]]) -> list[str]:
    found: dict[str, None] = {}
    waiting = [base]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in found and child != base:
                found[child] = None
                waiting.append(child)
    return [*found]
