"""Types and properties of the IR → JSON Schema as OpenAPI 3.1 uses it (draft 2020-12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spec.emit.site import Node, Site
from spec.model import (
    JSON,
    ArrayOf,
    Constraint,
    EnumValue,
    Fact,
    ObjectOf,
    Property,
    Reference,
    Scalar,
    Source,
    Structure,
    Type,
    Union,
    UnknownType,
)

_ORDER = (
    "$ref",
    "type",
    "format",
    "anyOf",
    "description",
    "deprecated",
    "const",
    "enum",
    "x-enum-descriptions",
    "default",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "items",
    "properties",
    "required",
    "additionalProperties",
)
_RANK = {keyword: rank for rank, keyword in enumerate(_ORDER)}
_ARRAY_KEYWORDS = frozenset({"minItems", "maxItems", "uniqueItems"})
_TYPE_KEYWORDS = ("type", "$ref", "anyOf")
NULL: Node = {"type": "null"}


@dataclass(frozen=True, slots=True)
class Schemas:
    """Writes types; `names` maps the structures of the API to the names of their components."""

    names: Mapping[str, str]

    def of_structure(self, structure: Structure, site: Site) -> Node:
        """The component schema of a structure."""
        for source in (structure.source, *structure.printed):
            site.note(source)
        schema = self._of_object(ObjectOf(structure.properties), site, structure.source)
        if structure.description:
            schema["description"] = structure.description
        return _arrange(schema)

    def of_property(self, prop: Property, site: Site) -> Node:
        """The schema of a property with everything that its row states, `required` excepted."""
        schema = self.of_payload(prop, site)
        if prop.description:
            schema["description"] = prop.description
        if prop.deprecated is not None:
            _state(site, "deprecated", prop.deprecated)
            if prop.deprecated.value:
                schema["deprecated"] = True
        return _arrange(schema)

    def of_payload(self, prop: Property, site: Site) -> Node:
        """The schema of a property without its description and deprecation, as parameters need it."""
        source = prop.type_source or prop.source
        stated = Scalar("string") if prop.const and isinstance(prop.type, UnknownType) else prop.type
        schema = self.of_type(stated, site, source)
        if prop.nullable is not None:
            schema = _state_nullable(schema, prop.nullable, site)
        _note_type(schema, source, site)
        _add_values(schema, prop, site)
        for constraint in prop.constraints:
            _add_constraint(schema, constraint, site)
        return _arrange(schema)

    def of_type(self, stated: Type, site: Site, source: Source) -> Node:
        """The schema of a type; notes `source` for every type below the outermost one."""
        match stated:
            case Scalar(name, form):
                return {"type": name, "format": form} if form else {"type": name}
            case Reference(name):
                return {"$ref": f"#/components/schemas/{self.names[name]}"}
            case ArrayOf(items):
                return {"type": "array", "items": self._below(items, site.at("items"), source)}
            case ObjectOf():
                return self._of_object(stated, site, source)
            case Union(members):
                return self._of_union(members, site, source)
            case UnknownType():
                return {}

    def _below(self, stated: Type, site: Site, source: Source) -> Node:
        schema = self.of_type(stated, site, source)
        _note_type(schema, source, site)
        return _arrange(schema)

    def _of_object(self, stated: ObjectOf, site: Site, source: Source) -> Node:
        schema: Node = {"type": "object"}
        properties: Node = {}
        required: list[JSON] = []
        for prop in stated.properties:
            if prop.name in properties:
                continue
            place = site.at("properties", prop.name)
            place.note(prop.source)
            properties[prop.name] = self.of_property(prop, place)
            if prop.required is not None and prop.required.value:
                site.at("required", len(required)).note(prop.required.source)
                required.append(prop.name)
            else:
                note_optional(prop, place)
        if properties:
            schema["properties"] = properties
        if required:
            schema["required"] = required
        if stated.additional is not None and not isinstance(stated.additional, UnknownType):
            place = site.at("additionalProperties")
            schema["additionalProperties"] = self._below(stated.additional, place, source)
        return schema

    def _of_union(self, members: Sequence[Type], site: Site, source: Source) -> Node:
        flat = _flatten(members)
        if any(isinstance(member, UnknownType) for member in flat):
            return {}
        merged, others = _merge_scalars(flat)
        if len(merged) + len(others) == 1:
            return merged[0] if merged else self.of_type(others[0], site, source)
        alternatives: list[JSON] = [*merged]
        for member in others:
            alternatives.append(self._below(member, site.at("anyOf", len(alternatives)), source))
        return {"anyOf": alternatives}


def note_optional(prop: Property, site: Site) -> None:
    """Notes what the page says about `required` where the document has nothing to say it with."""
    if prop.required is None:
        site.note(prop.source, "required: unknown")
    elif not prop.required.value:
        site.note(prop.required.source, "required: no")


def _state(site: Site, keyword: str, fact: Fact[bool]) -> None:
    if fact.value:
        site.at(keyword).note(fact.source)
    else:
        site.note(fact.source, f"{keyword}: no")


def _state_nullable(schema: Node, nullable: Fact[bool], site: Site) -> Node:
    site.note(nullable.source, f"nullable: {'yes' if nullable.value else 'no'}")
    return _or_null(schema) if nullable.value else schema


def _or_null(schema: Node) -> Node:
    """The schema widened by null; a schema without a type allows it already."""
    if not schema:
        return schema
    if "type" in schema:
        return schema | {"type": [*_types(schema), "null"]}
    alternatives = schema.get("anyOf")
    if not isinstance(alternatives, list):
        return {"anyOf": [schema, dict(NULL)]}
    for index, member in enumerate(alternatives):
        if isinstance(member, dict) and "type" in member:
            widened: JSON = _or_null(member)
            return {"anyOf": [*alternatives[:index], widened, *alternatives[index + 1 :]]}
    return {"anyOf": [*alternatives, dict(NULL)]}


def _types(schema: Node) -> list[JSON]:
    stated = schema.get("type")
    return stated if isinstance(stated, list) else [stated]


def _flatten(members: Sequence[Type]) -> list[Type]:
    flat: list[Type] = []
    for member in members:
        for part in _flatten(member.members) if isinstance(member, Union) else [member]:
            if part not in flat:
                flat.append(part)
    return flat


def _merge_scalars(members: Sequence[Type]) -> tuple[list[Node], list[Type]]:
    """Scalars as one schema with a list of types, as far as their formats allow; and the rest."""
    scalars = [member for member in members if isinstance(member, Scalar)]
    others: list[Type] = [member for member in members if not isinstance(member, Scalar)]
    formats = {scalar.format for scalar in scalars if scalar.format}
    if not scalars:
        return [], others
    if len(formats) > 1:
        return [], list(members)
    names = dict.fromkeys(scalar.name for scalar in scalars)
    if "number" in names:
        names.pop("integer", None)
    types: list[JSON] = [*names]
    merged: Node = {"type": types if len(types) > 1 else types[0]}
    return [merged | {"format": form} for form in formats] or [merged], others


def _note_type(schema: Node, source: Source, site: Site) -> None:
    keywords = [keyword for keyword in _TYPE_KEYWORDS if keyword in schema]
    for keyword in keywords:
        site.at(keyword).note(source)
    if not keywords:
        site.note(source, "type: unknown")


def _innermost(schema: Node, site: Site) -> tuple[Node, Site]:
    """Where a statement about single values belongs: in an array, the items."""
    items = schema.get("items")
    return _innermost(items, site.at("items")) if isinstance(items, dict) else (schema, site)


def _add_values(schema: Node, prop: Property, site: Site) -> None:
    nullable = prop.nullable is not None and prop.nullable.value
    if prop.const is not None and nullable:
        _add_enum(schema, site, [EnumValue(prop.const.value, prop.const.source)], nullable=True)
    elif prop.const is not None:
        schema["const"] = prop.const.value
        site.at("const").note(prop.const.source)
    elif prop.enum:
        target, place = _innermost(schema, site)
        _add_enum(target, place, prop.enum, nullable=nullable and target is schema)
    if prop.default is not None:
        schema["default"] = prop.default.value
        site.at("default").note(prop.default.source)


def _add_enum(schema: Node, site: Site, values: Sequence[EnumValue], *, nullable: bool) -> None:
    listed: list[JSON] = []
    labels: list[JSON] = []
    for value in values:
        if any(value.value == known and type(value.value) is type(known) for known in listed):
            continue
        site.at("enum", len(listed)).note(value.source)
        listed.append(value.value)
        labels.append(value.label)
    if nullable:
        listed.append(None)
        labels.append("")
    schema["enum"] = listed
    if any(labels):
        schema["x-enum-descriptions"] = labels


def _add_constraint(schema: Node, constraint: Constraint, site: Site) -> None:
    target, place = (schema, site) if constraint.keyword in _ARRAY_KEYWORDS else _innermost(schema, site)
    target[constraint.keyword] = constraint.value
    place.at(constraint.keyword).note(constraint.source)


def _arrange(schema: Node) -> Node:
    ordered = {keyword: schema[keyword] for keyword in sorted(schema, key=_RANK.__getitem__)}
    items = ordered.get("items")
    return ordered | {"items": _arrange(items)} if isinstance(items, dict) else ordered
