"""Structures: many printings under one name to schemas with unique names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scraper.passes.rebuild import map_operation, map_properties
from scraper.passes.rows import join_properties
from spec.diagnostics import Diagnostic
from spec.model import Api, ArrayOf, Operation, Property, Reference, Source, Structure, Type, UnknownType


@dataclass(frozen=True, slots=True)
class Scope:
    """Which schema a name means, for one reader of it."""

    by_operation: Mapping[tuple[str, str], str]
    by_page: Mapping[tuple[str, str], str]
    anywhere: Mapping[str, str]

    def resolve(self, name: str, operation: str, page: str) -> str | None:
        """The schema that `name` means in a section: its own table, else its page's, else any."""
        return self.by_operation.get((operation, name)) or self.by_page.get((page, name)) or self.anywhere.get(name)


def unify_structures(api: Api) -> tuple[Api, tuple[Diagnostic, ...]]:
    """Gives every structure a unique name and points every reference at one.

    Printings of one name are one schema when the rows of one contain those of the other (the larger
    one then stands), on different pages when they have the same rows, and when what their rows refer
    to is one schema too; otherwise they stay apart, the later under the name of its operation.
    References to structures that no table defines stay as they are.
    """
    findings: list[Diagnostic] = []
    clusters: _Clusters = {}
    for name in dict.fromkeys(structure.name for structure in api.structures):
        printings = [structure for structure in api.structures if structure.name == name]
        clusters[name] = _cluster(printings)
        findings.extend(_differences(printings))
    groups = _separate(clusters, api.structures)
    scope = _scope(groups)
    structures = tuple(_merge(unique, group, scope) for unique, group in groups.items())
    operations = tuple(_resolve_operation(operation, scope) for operation in api.operations)
    return replace(api, operations=operations, structures=structures), tuple(findings)


# ---------------------------------------------------------------- clusters

_Clusters = dict[str, list[list[Structure]]]


def _cluster(printings: Sequence[Structure]) -> list[list[Structure]]:
    """Groups whose members are all contained in the group's largest member."""
    groups: list[list[Structure]] = []
    order = sorted(range(len(printings)), key=lambda index: (-len(printings[index].properties), index))
    for index in order:
        home = next((group for group in groups if _contains(group[0], printings[index])), None)
        if home is None:
            groups.append([printings[index]])
        else:
            home.append(printings[index])
    return sorted(groups, key=_first_printed)


def _first_printed(group: Sequence[Structure]) -> Source:
    return min(member.source for member in group)


def _separate(clusters: _Clusters, structures: Sequence[Structure]) -> dict[str, list[Structure]]:
    """The groups by unique name, divided until all that one of them refers to by one name is one schema."""
    while True:
        groups: dict[str, list[Structure]] = {}
        for name, found in clusters.items():
            for index, group in enumerate(found):
                unique = name if index == 0 else _distinct_name(name, group[0], groups, structures)
                groups[unique] = group
        scope = _scope(groups)
        divided = {name: _divide(found, scope) for name, found in clusters.items()}
        if divided == clusters:
            return groups
        clusters = divided


def _divide(groups: Sequence[Sequence[Structure]], scope: Scope) -> list[list[Structure]]:
    parts: list[list[Structure]] = []
    for group in groups:
        own: list[list[Structure]] = []
        for printing in group:
            home = next((part for part in own if _mean_one(part[0], printing, scope)), None)
            if home is None:
                own.append([printing])
            else:
                home.append(printing)
        parts += own
    return sorted(parts, key=_first_printed)


def _mean_one(first: Structure, other: Structure, scope: Scope) -> bool:
    """Whether the rows of two printings refer to the same schemas."""
    meant = {prop.name: prop.type for prop in _resolve_structure(first, scope).properties}
    return all(
        prop.name not in meant or _compatible(meant[prop.name], prop.type)
        for prop in _resolve_structure(other, scope).properties
    )


def _contains(large: Structure, small: Structure) -> bool:
    rows = {prop.name: prop for prop in large.properties}
    if not all(prop.name in rows and _compatible(rows[prop.name].type, prop.type) for prop in small.properties):
        return False
    if large.source.page != small.source.page and _names_of(large) != _names_of(small):
        return False
    if _is_sent(large) != _is_sent(small) and _names_of(large) != _names_of(small):
        return False
    return large.operation == small.operation or not _demands_more(large, small)


def _is_sent(structure: Structure) -> bool:
    """Whether a table says what must be there, as tables of requests do and those of responses do not."""
    return any(prop.required is not None for prop in structure.properties)


def _demands_more(large: Structure, small: Structure) -> bool:
    """Whether what one operation must send is more than another one, whose table says so, must send."""
    stated = {prop.name: prop.required.value for prop in small.properties if prop.required is not None}
    required = {prop.name for prop in large.properties if prop.required is not None and prop.required.value}
    return bool(stated) and any(not stated.get(name, name in _names_of(small)) for name in required)


def demand_differently(one: Structure, other: Structure) -> bool:
    """Whether the tables of two calls disagree about what must be sent."""
    return _demands_more(one, other) or _demands_more(other, one)


def _names_of(structure: Structure) -> frozenset[str]:
    return frozenset(prop.name for prop in structure.properties)


def _compatible(first: Type, second: Type) -> bool:
    """Whether two statements of a type can be one: equal, unknown, or one structure against a list of it."""
    single, several = (second, first) if isinstance(first, ArrayOf) else (first, second)
    listed = isinstance(several, ArrayOf) and isinstance(single, Reference) and several.items == single
    return first == second or listed or isinstance(first, UnknownType) or isinstance(second, UnknownType)


def _distinct_name(name: str, owner: Structure, taken: Mapping[str, object], all_: Sequence[Structure]) -> str:
    prefix = owner.operation or ""
    base = prefix[:1].upper() + prefix[1:] + name if prefix else name
    names = {structure.name for structure in all_} | set(taken)
    number, unique = 1, base
    while unique in names:
        number += 1
        unique = f"{base}{number}"
    return unique


def _differences(printings: Sequence[Structure]) -> Iterator[Diagnostic]:
    first = printings[0]
    for other in printings[1:]:
        ours = {prop.name: prop.type for prop in first.properties}
        theirs = {prop.name: prop.type for prop in other.properties}
        if ours == theirs:
            continue
        names = sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))
        message = (
            f"{first.name} differs from the table at {first.source.page}:{first.source.first} in {', '.join(names)}"
        )
        source = other.source
        yield Diagnostic(
            "structure-redefined-differently",
            message,
            source.page,
            source.first,
            source.last,
            other.operation or "",
            other.name,
        )


# ---------------------------------------------------------------- references


def _scope(groups: Mapping[str, Sequence[Structure]]) -> Scope:
    by_operation: dict[tuple[str, str], str] = {}
    by_page: dict[tuple[str, str], str] = {}
    anywhere: dict[str, str] = {}
    for unique, group in groups.items():
        for printing in group:
            if printing.operation:
                by_operation.setdefault((printing.operation, printing.name), unique)
            by_page.setdefault((printing.source.page, printing.name), unique)
            anywhere.setdefault(printing.name, unique)
    return Scope(by_operation, by_page, anywhere)


def _merge(unique: str, group: Sequence[Structure], scope: Scope) -> Structure:
    resolved = [_resolve_structure(printing, scope) for printing in group]
    largest = resolved[0]
    properties = []
    for prop in largest.properties:
        for other in resolved[1:]:
            twin = next((p for p in other.properties if p.name == prop.name), None)
            prop = prop if twin is None else _join(prop, twin)
        properties.append(prop)
    first = min(group, key=lambda printing: printing.source)
    return replace(
        largest,
        name=unique,
        properties=tuple(properties),
        operation=first.operation,
        description=largest.description or next((s.description for s in resolved if s.description), ""),
        printed=tuple(sorted(printing.source for printing in group)),
    )


def _join(first: Property, second: Property) -> Property:
    joined = join_properties(first, second)
    if isinstance(second.type, ArrayOf) and isinstance(joined.type, Reference):
        return replace(joined, type=second.type, type_source=second.source)
    return joined


def _resolve_structure(structure: Structure, scope: Scope) -> Structure:
    operation, page = structure.operation or "", structure.source.page
    return replace(structure, properties=_resolve(structure.properties, scope, operation, page))


def _resolve(properties: tuple[Property, ...], scope: Scope, operation: str, page: str) -> tuple[Property, ...]:
    return map_properties(properties, lambda kind: _point(kind, scope, operation, page))


def _resolve_operation(operation: Operation, scope: Scope) -> Operation:
    return map_operation(operation, lambda kind: _point(kind, scope, operation.id, operation.source.page))


def _point(kind: Type, scope: Scope, operation: str, page: str) -> Type:
    if isinstance(kind, Reference):
        return Reference(scope.resolve(kind.name, operation, page) or kind.name)
    return kind
