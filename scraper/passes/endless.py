"""Endless structures: what requires itself, so that no value of it could end, requires it no longer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from spec.diagnostics import Diagnostic
from spec.model import Api, ArrayOf, ObjectOf, Property, Reference, Structure, Type, Union


def end_structures(api: Api) -> tuple[Api, tuple[Diagnostic, ...]]:
    """Lets every structure have a value: the row that closes a circle of required ones is required no longer."""
    structures = {structure.name: structure for structure in api.structures}
    findings: list[Diagnostic] = []
    while endless := _endless(structures):
        owner, row = _closing_row(structures, endless)
        properties = tuple(replace(prop, required=None) if prop is row else prop for prop in owner.properties)
        structures[owner.name] = replace(owner, properties=properties)
        findings.append(_finding(owner, row))
    return replace(api, structures=tuple(structures.values())), tuple(findings)


def _endless(structures: Mapping[str, Structure]) -> dict[str, None]:
    """The names, in order, of the structures of which no value can end."""
    endless = dict.fromkeys(structures)
    while True:
        left = {name: None for name in endless if _first_need(structures[name].properties, endless)}
        if left == endless:
            return left
        endless = left


def _closing_row(structures: Mapping[str, Structure], endless: Mapping[str, None]) -> tuple[Structure, Property]:
    """The row that leads back, on the way from the first endless structure through what each needs first."""
    seen: set[str] = set()
    name = next(iter(endless))
    while True:
        seen.add(name)
        owner = structures[name]
        row, name = next((prop, need) for prop in owner.properties if (need := _need_of_row(prop, endless)))
        if name in seen:
            return owner, row


def _first_need(properties: Iterable[Property], endless: Mapping[str, None]) -> str:
    return next((need for prop in properties if (need := _need_of_row(prop, endless))), "")


def _need_of_row(prop: Property, endless: Mapping[str, None]) -> str:
    """The endless structure without which a row has no value; empty where it can do without."""
    can_be_null = prop.nullable is not None and prop.nullable.value
    if prop.required is None or not prop.required.value or can_be_null:
        return ""
    is_filled = any(one.keyword == "minItems" and one.value for one in prop.constraints)
    return _need(prop.type.items if isinstance(prop.type, ArrayOf) and is_filled else prop.type, endless)


def _need(kind: Type, endless: Mapping[str, None]) -> str:
    match kind:
        case Reference(name):
            return name if name in endless else ""
        case ObjectOf(properties):
            return _first_need(properties, endless)
        case Union(members):
            needs = [_need(member, endless) for member in members]
            return needs[0] if all(needs) else ""
        case _:
            return ""


def _finding(owner: Structure, row: Property) -> Diagnostic:
    message = (
        f"{owner.name} requires itself through {row.name}, so that no value could end; it is taken as not required"
    )
    source = row.source
    pointer = f"{owner.name}.{row.name}"
    return Diagnostic(
        "endless-structure", message, source.page, source.first, source.last, owner.operation or "", pointer
    )
