"""Which module a model stands in.

A component has a module, with the classes of the objects inside it; so has an operation, for the objects that its
parameters, body and responses describe in place. Components that only one other contains stand in its module, whether
the document names them or not, and so do those that contain one another: modules never import one another in a circle.
Nothing else decides. When a schema changes, its module does, whatever else the document has.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.document import last_part
from generator.graph import join_circles
from generator.layout import import_order
from generator.literal import Text
from generator.names import NameScope, module_name, snake_name
from generator.types import AliasDefinition, Definition, named_types
from generator.view import OperationView

#: How deep modules import one another before all that is deeper shares one: each takes of the depth that Python has.
_DEEPEST = 30
Graph = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class ModelModule:
    """A module of models.

    Attributes:
        name: Its name, with an underscore before it: users import from the package of all models.
        source: What it is named after, a component or an operation, by the name in the document.
        definitions: The models, each after those that it names; in a circle the classes come first.
        imports: Module → the models that this one takes from it.
    """

    name: str
    source: Text
    definitions: tuple[Definition, ...]
    imports: Mapping[str, tuple[str, ...]]


def plan_modules(definitions: Sequence[Definition], operations: Iterable[OperationView]) -> tuple[ModelModule, ...]:
    """Return the modules of `definitions`, in the order of import sorters; definitions are in that of the document."""
    operations = tuple(operations)
    titles = {item.pointer: str(item.operation_id) for item in reversed(operations)}
    by_name = {item.name: item for item in definitions}
    graph = {item.name: _named(item, by_name) for item in definitions}
    owners = {item.name: _find_owner(item.pointer, titles) for item in definitions}
    wanted = {owners[name] for item in operations for name in item.models if name in owners}
    homes = _choose_homes(_join_owners(graph, owners), wanted)
    modules = _name_modules(dict.fromkeys(homes[owner] for owner in owners.values()), titles)
    places = {name: modules[homes[owner]] for name, owner in owners.items()}
    contents: dict[str, list[str]] = {module: [] for module in modules.values()}
    for circle in join_circles(graph):
        contents[places[circle[0]]] += _arrange(circle, graph, by_name)
    return tuple(
        ModelModule(
            name=module,
            source=_title(home, titles),
            definitions=tuple(by_name[name] for name in contents[module]),
            imports=_imports(module, contents[module], graph, places),
        )
        for home, module in sorted(modules.items(), key=lambda item: import_order(item[1]))
    )


def _named(item: Definition, by_name: Mapping[str, Definition]) -> list[str]:
    """Return the definitions that one names, in the order in which it does."""
    kinds = [item.type] if isinstance(item, AliasDefinition) else [entry.type for entry in item.fields]
    found = dict.fromkeys(name for kind in kinds for name in sorted(named_types(kind)))
    return [name for name in found if name in by_name]


def _find_owner(pointer: str, operations: Mapping[str, str]) -> str:
    """Return the pointer of the operation or component that has the schema at `pointer`, or of what is like one."""
    parts = pointer.split("/")
    owner = "/".join(parts[:4])
    return owner if owner in operations or parts[1:2] == ["components"] else "/".join(parts[:3])


def _join_owners(graph: Graph, owners: Mapping[str, str]) -> dict[str, dict[str, None]]:
    """Return which owners name which others, in the order of the document."""
    between: dict[str, dict[str, None]] = {owner: {} for owner in owners.values()}
    for name, others in graph.items():
        between[owners[name]].update(dict.fromkeys(owners[other] for other in others))
    return between


def _choose_homes(between: Graph, wanted: Collection[str]) -> dict[str, str]:
    """Return for each owner the one in whose module its models stand: itself, if operations want it."""
    position = {owner: number for number, owner in enumerate(between)}
    circles = [sorted(circle, key=position.__getitem__) for circle in join_circles(between)]
    homes: dict[str, str] = {}
    users: dict[str, set[str]] = {owner: set() for owner in between}
    for circle in reversed(circles):
        found = set().union(*(users[owner] for owner in circle))
        home = found.pop() if len(found) == 1 and not set(circle) & set(wanted) else circle[0]
        for owner in circle:
            homes[owner] = home
            for other in between[owner]:
                users[other].add(home)
    return _join_deep(circles, between, homes)


def _join_deep(circles: Iterable[Sequence[str]], between: Graph, homes: Mapping[str, str]) -> dict[str, str]:
    """Return the homes with one in place of all whose modules would import others too deep; circles come in order."""
    depths = dict.fromkeys(homes.values(), 0)
    for circle in circles:
        home = homes[circle[0]]
        others = {homes[other] for owner in circle for other in between[owner]} - {home}
        depths[home] = max(depths[home], *(depths[other] + 1 for other in others), 0)
    deep = [owner for owner in between if depths[homes[owner]] > _DEEPEST]
    return {owner: deep[0] if depths[home] > _DEEPEST else home for owner, home in homes.items()}


def _name_modules(homes: Iterable[str], titles: Mapping[str, str]) -> dict[str, str]:
    """Return the names of modules by what they are named after."""
    scope = NameScope(fold=str.casefold)
    return {home: scope.take(f"_{module_name(snake_name(_title(home, titles), fallback='model'))}") for home in homes}


def _title(owner: str, titles: Mapping[str, str]) -> Text:
    return Text(titles[owner] if owner in titles else last_part(owner))


def _arrange(circle: Sequence[str], graph: Graph, by_name: Mapping[str, Definition]) -> list[str]:
    """Return the classes of a circle, then its aliases: one is evaluated where it stands, after what it names."""
    aliases = {name for name in circle if isinstance(by_name[name], AliasDefinition)}
    between = {name: [other for other in graph[name] if other in aliases] for name in circle if name in aliases}
    classes = [name for name in circle if name not in aliases]
    return classes + [name for found in join_circles(between) for name in found]


def _imports(module: str, names: Iterable[str], graph: Graph, places: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return what the definitions `names` of a module take from other modules."""
    found: dict[str, list[str]] = {}
    for other in dict.fromkeys(other for name in names for other in graph[name]):
        if places[other] != module:
            found.setdefault(places[other], []).append(other)
    return {place: tuple(others) for place, others in found.items()}
