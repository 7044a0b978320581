"""Tables below an operation's own tables: which structure each defines, and where its rows belong."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from scraper.dialects.coding.examples import objects_in, objects_under
from scraper.dialects.coding.notes import Notes
from scraper.dialects.coding.rows import ReadRow, read_rows, references
from scraper.dialects.coding.sections import roles_of
from scraper.dialects.coding.values import CaptionedTable
from scraper.passes.infer import infer_property
from scraper.passes.shown import Shown
from spec.model import ArrayOf, ObjectOf, Property, Reference, Structure, Type


@dataclass(frozen=True, slots=True)
class Place:
    """A row that refers to structures, with the objects that examples show there."""

    row: ReadRow
    shown: tuple[Shown, ...]
    side: str

    @property
    def names(self) -> tuple[str, ...]:
        """The structures that the row refers to."""
        return (self.row.page_of,) if self.row.page_of else tuple(references(self.row.prop.type))


@dataclass(slots=True)
class _Definition:
    """A structure table on its way to a name."""

    table: CaptionedTable
    rows: list[ReadRow]
    name: str = ""
    shown: tuple[Shown, ...] = ()
    reached: bool = False


def places_of(rows: Sequence[ReadRow], shown: Sequence[Shown], side: str) -> list[Place]:
    """The rows that name structures, with what examples show for each."""
    places = []
    for row in rows:
        objects = objects_under(shown, row.prop.name)
        if row.page_of:
            objects = [item for page in objects for item in _listed(page)]
        places.append(Place(row, tuple(objects), side))
    return [place for place in places if place.names]


def define(tables: Sequence[CaptionedTable], places: Sequence[Place], notes: Notes) -> list[Structure]:
    """Names every structure table of a section and puts its rows where they belong.

    A caption that is an identifier names its table. Any other table belongs to a row that refers to a
    structure which no caption of the section names: the one whose description is the caption, or
    whose example shows most of the rows, or the first.
    """
    definitions = [_Definition(t, read_rows(t.table, notes, t.named), t.named) for t in tables]
    known = _Known()
    known.add(places)
    for definition in definitions:
        if definition.name:
            known.named[definition.name].append(definition)
    known.reach([definition for definition in definitions if definition.name])
    for definition in definitions:
        if not definition.name:
            _name(definition, known, notes)
            known.named[definition.name].append(definition)
            known.reach([definition])
    return [_structure(d, notes) for d in definitions if d.name]


def finish_row(row: ReadRow, shown: Sequence[Shown]) -> Property:
    """The row's property; a page of a structure becomes an object that holds a list of it."""
    if not row.page_of:
        return row.prop
    objects = objects_under(shown, row.prop.name)
    if not objects:
        return row.prop
    keys = list(dict.fromkeys(key for page in objects for key, _ in page.members))
    members = []
    for key in keys:
        found = [m for page in objects for k, m in page.members if k == key]
        prop = infer_property(key, found)
        if any(m.kind == "array" for m in found):
            prop = replace(prop, type=ArrayOf(Reference(row.page_of)), type_source=row.prop.source)
        members.append(prop)
    if not any(isinstance(m.type, ArrayOf) for m in members):
        return row.prop
    return replace(row.prop, type=ObjectOf(tuple(members)))


def finish_rows(rows: Sequence[ReadRow], shown: Sequence[Shown]) -> tuple[Property, ...]:
    """All rows of a table as properties."""
    return tuple(finish_row(row, shown) for row in rows)


def _listed(page: Shown) -> Iterator[Shown]:
    for _, member in page.members:
        if member.kind == "array":
            yield from objects_in(member.items)


class _Known:
    """The places that are known so far, and the tables that have a name."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.named: dict[str, list[_Definition]] = defaultdict(list)
        self._by_name: dict[str, list[Place]] = defaultdict(list)

    def add(self, places: Sequence[Place]) -> None:
        self.places += places
        for place in places:
            for name in dict.fromkeys(place.names):
                self._by_name[name].append(place)

    def reach(self, definitions: Sequence[_Definition]) -> None:
        """Follows references into the named tables, so that their rows know their examples too."""
        queue = deque(definitions)
        while queue:
            definition = queue.popleft()
            places = self._by_name.get(definition.name, ())
            if definition.reached or not places:
                continue
            definition.shown = tuple(s for p in places for s in p.shown)
            definition.reached = True
            found = places_of(definition.rows, definition.shown, places[0].side)
            self.add(found)
            queue.extend(d for place in found for name in place.names for d in self.named.get(name, ()))


def _name(definition: _Definition, known: _Known, notes: Notes) -> None:
    table = definition.table.table
    side = "request" if "required" in roles_of(table) else "response"
    ranked = []
    for order, place in enumerate(known.places):
        for name in place.names:
            if name not in known.named:
                score = _likeness(definition, place) + (3 if place.side == side else 0)
                ranked.append((-score, order, name))
    if ranked:
        definition.name = min(ranked)[2]
    elif definition.table.title:
        definition.name = definition.table.title
    message = f"The caption {definition.table.title!r} names no structure."
    if not definition.table.title:
        message = "The table has no caption."
    notes.add("missing-table-caption", message, table.first, table.first, definition.name)


def _likeness(definition: _Definition, place: Place) -> float:
    said = place.row.prop.description.split("\n")[0].strip("\u3002. ")
    alike = 1.0 if said and said == definition.table.title else 0.0
    names = {row.prop.name.casefold() for row in definition.rows}
    keys = {key.casefold() for key in _keys_within(place.shown, 2)}
    if not keys or not names:
        return alike
    share = len(names & keys) / len(names)
    return alike + (2 * share if share else -2)


def _keys_within(shown: Sequence[Shown], depth: int) -> Iterator[str]:
    for value in objects_in(shown):
        for key, member in value.members:
            yield key
            if depth > 1:
                yield from _keys_within([member], depth - 1)


def _structure(definition: _Definition, notes: Notes) -> Structure:
    captioned, table = definition.table, definition.table.table
    first = captioned.caption.first if captioned.caption else table.first
    source = notes.source(replace(table, first=first))
    return Structure(
        definition.name,
        _placed(definition, notes),
        source,
        description="\n".join(captioned.prose),
        operation=notes.operation or None,
        printed=(source,),
    )


# ---------------------------------------------------------------- rows of several levels in one table


def _placed(definition: _Definition, notes: Notes) -> tuple[Property, ...]:
    """The rows, each at the level at which the example shows it."""
    rows = {row.prop.name: row for row in definition.rows}
    own = {key for value in definition.shown for key, _ in value.members}
    folded = {key.casefold() for key in own}
    inner: dict[str, list[Shown]] = {}
    for key in [key for value in definition.shown for key, _ in value.members if key not in rows]:
        inner.setdefault(key, objects_under(definition.shown, key))
    strays = [name for name in rows if own and name.casefold() not in folded]
    homes = {key: objs for key, objs in inner.items() if any(_shows(objs, name) for name in strays)}
    if not homes:
        return finish_rows(definition.rows, definition.shown)
    table = definition.table.table
    moved = [name for name in strays if any(_shows(objs, name) for objs in homes.values())]
    message = f"The table lists {', '.join(moved)} beside {', '.join(homes)}, inside which the example has them."
    notes.add("flattened-structure", message, table.first, table.last, definition.name)
    out: list[Property] = []
    done: set[str] = set()
    for row in definition.rows:
        if row.prop.name not in moved:
            out.append(finish_row(row, definition.shown))
            continue
        for key, objects in homes.items():
            if key not in done and _shows(objects, row.prop.name):
                done.add(key)
                out.append(_home(key, objects, definition, {*moved, *_run_of(objects, definition)}))
    return tuple(out)


def _run_of(objects: Sequence[Shown], definition: _Definition) -> set[str]:
    """The keys of the objects, where rows that follow each other are exactly these.

    Such a row belongs to the objects even where the example shows its name beside them too.
    """
    keys = {key for value in objects for key, _ in value.members}
    names = [row.prop.name for row in definition.rows]
    runs = (set(names[at : at + len(keys)]) for at in range(len(names) - len(keys) + 1))
    return keys if any(run == keys for run in runs) else set()


def _shows(objects: Sequence[Shown], name: str) -> bool:
    return any(value.member(name) is not None for value in objects)


def _home(key: str, objects: Sequence[Shown], definition: _Definition, moved: Set[str]) -> Property:
    found = [m for value in definition.shown for k, m in value.members if k == key]
    rows = [row for row in definition.rows if row.prop.name in moved and _shows(objects, row.prop.name)]
    kind: Type = ObjectOf(finish_rows(rows, objects))
    listed = any(m.kind == "array" for m in found)
    return Property(key, ArrayOf(kind) if listed else kind, found[0].source, type_source=found[0].source)
