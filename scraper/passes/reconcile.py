"""Reconciliation: a table and an example are two witnesses of one contract.

What only an example shows is kept, what it contradicts becomes the union of both, and each of these
is reported with both places. Afterwards every documented example is an instance of its schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scraper.passes.bounds import admit_values
from scraper.passes.findings import Findings, Place
from scraper.passes.infer import adopt_structures, infer_properties, infer_property, infer_type, members_of
from scraper.passes.rebuild import map_type, union
from scraper.passes.shown import Shown, shown_by
from scraper.passes.witnesses import bodies_of, documented_twin, objects_shown, stray_spellings
from spec.diagnostics import Diagnostic
from spec.model import (
    Api,
    ArrayOf,
    Fact,
    MediaType,
    ObjectOf,
    Operation,
    Parameter,
    Property,
    Reference,
    Response,
    Scalar,
    Structure,
    Type,
    Union,
    UnknownType,
)


def reconcile(api: Api) -> tuple[Api, tuple[Diagnostic, ...]]:
    """Compares what tables state with what examples show; `structures` must have unique names."""
    worker = _Reconciler(api)
    structures = tuple(worker.structure(structure) for structure in api.structures)
    operations = tuple(worker.operation(operation) for operation in api.operations)
    changed = replace(api, operations=operations, structures=structures)
    missing = _undefined(changed, worker)
    return replace(changed, structures=structures + missing), worker.findings.all()


class _Reconciler:
    """Refines types by the values shown for them, and collects what it finds."""

    def __init__(self, api: Api) -> None:
        self.findings = Findings()
        self.shown: Mapping[str, tuple[Shown, ...]] = objects_shown(api)
        self._structures = {structure.name: structure.properties for structure in api.structures}

    # ------------------------------------------------------------ structures and operations

    def structure(self, structure: Structure) -> Structure:
        shown = self.shown.get(structure.name, ())
        place = Place(structure.name, structure.operation or "", response=True)
        return replace(structure, properties=self.properties(structure.properties, shown, place))

    def operation(self, operation: Operation) -> Operation:
        parameters = tuple(self.parameter(parameter, operation) for parameter in operation.parameters)
        body = operation.request_body
        if body is not None:
            place = Place("request", operation.id, response=False)
            body = replace(body, content=tuple(self.media(media, place) for media in body.content))
        responses = tuple(self.response(response, operation) for response in operation.responses)
        return replace(operation, parameters=parameters, request_body=body, responses=responses)

    def parameter(self, parameter: Parameter, operation: Operation) -> Parameter:
        place = Place(str(parameter.location), operation.id, response=False)
        shown = [shown_by(example, operation.id) for example in parameter.examples]
        known = map_type(parameter.property.type, lambda kind: self._known(kind, parameter.property, place))
        return replace(parameter, property=self.property(replace(parameter.property, type=known), shown, place))

    def _known(self, kind: Type, prop: Property, place: Place) -> Type:
        """No structure travels in a parameter: a name that no table defines is a word we do not know."""
        if not isinstance(kind, Reference) or kind.name in self._structures:
            return kind
        message = f"{prop.name} has a type we do not know: {kind.name!r}"
        self.findings.add("unknown-type", message, prop.source, place, prop.name)
        return UnknownType(kind.name)

    def response(self, response: Response, operation: Operation) -> Response:
        place = Place(f"response {response.status}", operation.id, response=True)
        headers = tuple(self.parameter(header, operation) for header in response.headers)
        content = tuple(self.media(media, place) for media in response.content)
        for media in response.content:
            if media.schema is None and media.examples:
                message = "the response has an example, but no table"
                self.findings.add("missing-output-table", message, media.examples[0].source, place)
        is_silent = not response.content and not response.is_empty
        if is_silent and response.status.startswith("2") and response.status != "204":
            message = "nothing is documented about the body of the response"
            self.findings.add("missing-response-table", message, response.source, place)
        return replace(response, headers=headers, content=content)

    def media(self, media: MediaType, place: Place) -> MediaType:
        if media.is_markup and media.schema is not None:
            return media
        shown = tuple(shown_by(example, place.operation, answered=place.response) for example in media.examples)
        if media.schema is None:
            return replace(media, schema=self.infer(shown, "")) if shown else media
        return replace(media, schema=self.refine(media.schema, shown, place, ""))

    # ------------------------------------------------------------ properties

    def properties(
        self, properties: tuple[Property, ...], shown: Sequence[Shown], place: Place
    ) -> tuple[Property, ...]:
        """The documented properties as the shown objects have them, then what only those have."""
        objects = [value for value in shown if value.kind == "object"]
        refined: list[Property] = []
        strays: dict[str, Property] = {}
        spellings: dict[str, set[str]] = {}
        for value in objects:
            for name, keys in stray_spellings(properties, value).items():
                spellings.setdefault(name, set()).update(keys)
        for prop in properties:
            spelt = spellings.get(prop.name, set())
            values = members_of(objects, prop.name)
            refined.append(self._loosened(self.property(prop, values, place), objects))
            for key in sorted(spelt):
                found = members_of(objects, key)
                strays[key] = self._stray(prop, key, found, place)
            self._absent(prop, objects, spelt, place)
        known = {prop.name for prop in properties}
        for extra in infer_properties(objects):
            if extra.name not in known:
                refined.append(strays.get(extra.name) or self._undocumented(extra, objects, properties, place))
        return tuple(refined)

    def property(self, prop: Property, shown: Sequence[Shown], place: Place) -> Property:
        """One property, with the type, nullability and bounds that the shown values need."""
        values = [value for value in shown if value.value is not None]
        kind = self.refine(prop.type, values, place, prop.name, prop)
        refined = prop
        if kind != prop.type:
            refined = replace(prop, type=kind, type_source=values[0].source if values else prop.type_source)
        nulls = [value for value in shown if value.value is None]
        if nulls and not (prop.nullable and prop.nullable.value):
            message = f"{prop.name} is documented without null, the example shows null"
            if prop.type != UnknownType():
                self.findings.conflict("example-type-mismatch", message, prop.source, nulls[0], place, prop.name)
            refined = replace(refined, nullable=Fact(True, nulls[0].source))
        return admit_values(refined, values, place, self.findings)

    @staticmethod
    def _loosened(prop: Property, objects: Sequence[Shown]) -> Property:
        """A property that an answer leaves out is not always there, whatever the table says."""
        if not (prop.required and prop.required.value):
            return prop
        without = next((value for value in objects if value.answered and value.member(prop.name) is None), None)
        return prop if without is None else replace(prop, required=Fact(False, without.source))

    def _stray(self, prop: Property, key: str, found: Sequence[Shown], place: Place) -> Property:
        message = f"the table spells {prop.name}, the example {key}"
        self.findings.conflict("name-case-mismatch", message, prop.source, found[0], place, prop.name)
        twin = replace(prop, name=key, source=found[0].source, required=None)
        return self.property(twin, found, place)

    def _undocumented(
        self, extra: Property, objects: Sequence[Shown], properties: tuple[Property, ...], place: Place
    ) -> Property:
        found = members_of(objects, extra.name)
        for shown in {value.operation: value for value in reversed(found)}.values():
            twin = documented_twin(extra.name, properties)
            hint = f"; the table has {twin}" if twin else ""
            message = f"the example shows {extra.name}, which no table documents{hint}"
            self.findings.add("example-undocumented-field", message, shown.source, place.at(shown), extra.name)
        return replace(infer_property(extra.name, found), type=self.infer(found, extra.name))

    def _absent(self, prop: Property, objects: Sequence[Shown], spelt: set[str], place: Place) -> None:
        if not objects or (not place.response and not (prop.required and prop.required.value)):
            return
        by_operation: dict[str, list[Shown]] = {}
        for value in objects:
            by_operation.setdefault(value.operation, []).append(value)
        for values in by_operation.values():
            if not any(value.member(name) for value in values for name in (prop.name, *spelt)):
                message = f"{prop.name} is documented, but the example does not show it"
                self.findings.conflict(
                    "documented-field-missing-in-example",
                    message,
                    prop.source,
                    values[0],
                    place.at(values[0]),
                    prop.name,
                )

    # ------------------------------------------------------------ types

    def refine(self, kind: Type, shown: Sequence[Shown], place: Place, name: str, row: Property | None = None) -> Type:
        """The documented type, widened until every shown value is an instance of it."""
        values = [value for value in shown if value.value is not None]
        match kind:
            case UnknownType():
                return self.infer(values, name) if values else kind
            case ObjectOf(properties, additional):
                own = [inner for value in values for inner in (value.items or (value,)) if inner.kind == "object"]
                inner = place.within(name)
                if additional is None:
                    refined: Type = ObjectOf(self.properties(properties, own, inner) if own or properties else ())
                else:
                    free = [member for value in own for _, member in value.members]
                    refined = ObjectOf(properties, self.refine(additional, free, inner, "*"))
                return self._others(refined, values, "object", place, name, row)
            case Reference(structure):
                if structure not in self._structures and values and not self.shown.get(structure):
                    return self._unheard(structure, values, place, name, row)
                return self._others(kind, values, "object", place, name, row)
            case ArrayOf(items):
                own = [value for value in values if value.kind == "array"]
                entries = [item for value in own for item in value.items]
                if not isinstance(items, Reference):
                    items = self.refine(items, entries, place, name, row)
                else:
                    items = self._others(items, [e for e in entries if e.value is not None], "object", place, name, row)
                return self._others(ArrayOf(items), values, "array", place, name, row)
            case Scalar(scalar):
                return self._others(kind, values, scalar, place, name, row)
            case Union(members):
                return self._widen(members, values, place, name, row)

    def infer(self, shown: Sequence[Shown], name: str) -> Type:
        """The type that values show; documented structures stand for objects that are named after them."""
        return adopt_structures(infer_type(shown), name, self._structures)

    def _unheard(self, structure: str, values: Sequence[Shown], place: Place, name: str, row: Property | None) -> Type:
        """The type of values under a structure name that no table defines and no object is shown for."""
        source = row.source if row is not None else values[0].source
        message = f"the structure {structure} is defined by no table, and the example shows none"
        self.findings.conflict("undefined-structure", message, source, values[0], place, name)
        return self.infer(values, name)

    def _others(
        self, kind: Type, values: Sequence[Shown], own: str, place: Place, name: str, row: Property | None
    ) -> Type:
        """`kind` together with the values that are not of it."""
        others = [value for value in values if not _is(value.kind, own)]
        if not others:
            return kind
        lists = [value for value in others if value.kind == "array"]
        structured = isinstance(kind, Reference) or (isinstance(kind, ObjectOf) and bool(kind.properties))
        if structured and len(lists) == len(values) and all(i.kind == "object" for v in lists for i in v.items):
            self._conflict("array-vs-object", "one structure", others[0], place, name, row)
            return ArrayOf(kind)
        crossed = bool(lists) if own == "object" else own == "array" and others[0].kind == "object"
        code = "array-vs-object" if crossed else "example-type-mismatch"
        self._conflict(code, own, others[0], place, name, row)
        widened = self.infer(others, name)
        if own == "array" and isinstance(kind, ArrayOf) and isinstance(kind.items, Reference):
            widened = kind.items if all(value.kind == "object" for value in others) else widened
        return _with(kind, widened)

    def _widen(
        self, members: tuple[Type, ...], values: Sequence[Shown], place: Place, name: str, row: Property | None
    ) -> Type:
        refined: list[Type] = []
        left = list(values)
        for index, member in enumerate(members):
            own = [value for value in left if self._choose(members, value) == index]
            left = [value for value in left if value not in own]
            refined.append(self.refine(member, own, place, name, row))
        if left:
            self._conflict("example-type-mismatch", "one of several types", left[0], place, name, row)
            refined.append(self.infer(left, name))
        return union(tuple(refined))

    def _choose(self, members: tuple[Type, ...], value: Shown) -> int | None:
        """The member that a value is of; among objects, the first that knows the most of its keys."""
        fitting = [index for index, member in enumerate(members) if _is(value.kind, _kind_name(member))]
        return max(fitting, key=lambda index: self._known_keys(members[index], value), default=None)

    def _known_keys(self, kind: Type, value: Shown) -> int:
        properties: tuple[Property, ...] = ()
        match kind:
            case ObjectOf(properties):
                pass
            case Reference(name):
                properties = self._structures.get(name, ())
        return sum(1 for prop in properties if value.member(prop.name) is not None)

    def _conflict(
        self, code: str, documented: str, shown: Shown, place: Place, name: str, row: Property | None
    ) -> None:
        what = name or "the body"
        message = f"{what} is documented as {documented}, the example shows {shown.kind}"
        if code == "example-type-mismatch" and isinstance(shown.value, str) and set(shown.value) <= {"*"}:
            code, message = "broken-example-value", f"{what} is documented as {documented}, the example masks it"
        source = row.source if row is not None else shown.source
        self.findings.conflict(code, message, source, shown, place.at(shown), name)


def _is(kind: str, documented: str) -> bool:
    return kind == documented or (kind == "integer" and documented == "number") or documented == "any"


def _kind_name(kind: Type) -> str:
    match kind:
        case Scalar(name):
            return name
        case ArrayOf():
            return "array"
        case UnknownType():
            return "any"
        case _:
            return "object"


def _with(kind: Type, other: Type) -> Type:
    if kind == Scalar("integer") or (isinstance(kind, Scalar) and kind.name == "integer"):
        members = other.members if isinstance(other, Union) else (other,)
        if Scalar("number") in members:
            return union((Scalar("number"), *(m for m in members if m != Scalar("number"))))
    return union((kind, other))


# ---------------------------------------------------------------- undefined structures


def _undefined(api: Api, worker: _Reconciler) -> tuple[Structure, ...]:
    """A structure for every name that is referred to and not defined, as far as examples show it."""
    defined = {structure.name for structure in api.structures}
    found: dict[str, Structure] = {}
    for name, row, place in _references(api):
        if name in defined:
            continue
        message = f"the structure {name} is defined by no table"
        worker.findings.add("undefined-structure", message, row.source, place, row.name)
        if name not in found:
            properties = infer_properties(worker.shown.get(name, ()))
            found[name] = Structure(name, properties, row.source, printed=())
    return tuple(found.values())


def _references(api: Api) -> Iterator[tuple[str, Property, Place]]:
    for operation in api.operations:
        for body in bodies_of(operation):
            place = Place(body.label, operation.id, response=body.label != "request")
            if body.media.schema is not None:
                yield from _references_in(body.media.schema, Property("", UnknownType(), operation.source), place)
    for structure in api.structures:
        place = Place(structure.name, structure.operation or "", response=True)
        for prop in structure.properties:
            yield from _references_in(prop.type, prop, place)


def _references_in(kind: Type, row: Property, place: Place) -> Iterator[tuple[str, Property, Place]]:
    match kind:
        case Reference(name):
            yield name, row, place
        case ArrayOf(items):
            yield from _references_in(items, row, place)
        case ObjectOf(properties, additional):
            for prop in properties:
                yield from _references_in(prop.type, prop, place.within(row.name))
            if additional is not None:
                yield from _references_in(additional, row, place)
        case Union(members):
            for member in members:
                yield from _references_in(member, row, place)
        case _:
            pass
