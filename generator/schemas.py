"""JSON Schema → types: every object gets one class, every component its name.

Reads the schemas of OpenAPI 3.0 and 3.1. Constraints, formats and defaults do not become part of a type, because a
response that breaks a documented constraint must still be readable; they reach docstrings through `constraints`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from generator.choices import COMPONENTS, Family, Member, choose_member, read_families
from generator.circles import break_circles, open_object
from generator.document import Document, join_pointer, mapping, sequence, text
from generator.implied_types import implied_types
from generator.literal import Text
from generator.merging import merge_all_of
from generator.names import ANNOTATION_NAMES, BUILTIN_NAMES, NameScope, assign_names, class_name
from generator.types import (
    ANY,
    BOOLEAN,
    INTEGER,
    NULL,
    NUMBER,
    STRING,
    AliasDefinition,
    Choice,
    ClassDefinition,
    ClassType,
    Definition,
    Field,
    ListType,
    LiteralType,
    MapType,
    Type,
    union,
)

#: Names that the module of models imports, or that pydantic reads in a class body.
RESERVED_CLASSES = BUILTIN_NAMES | {"Any", "Field", "Literal", "Model", "RootModel", "BaseModel", "TypeAlias"}
RESERVED_CLASSES |= {"Boolean", "Integer", "Number", "Tagged", "WholeNumber"}
RESERVED_CLASSES |= {"Sequence", "Mapping", "Union", "Optional", "Annotated", "List", "Dict", "UNSET", "Missing"}
#: Attributes of `pydantic.BaseModel` and of the package's own base class.
RESERVED_FIELDS = frozenset(
    {
        "construct",
        "copy",
        "dict",
        "from_orm",
        "from_wire",
        "json",
        "model_computed_fields",
        "model_config",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_extra",
        "model_fields",
        "model_fields_set",
        "model_json_schema",
        "model_parametrized_name",
        "model_post_init",
        "model_rebuild",
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "schema",
        "schema_json",
        "to_wire",
        "update_forward_refs",
        "validate",
    }
)
_SCALARS: Mapping[str, Type] = {
    "string": STRING,
    "integer": INTEGER,
    "number": NUMBER,
    "boolean": BOOLEAN,
    "null": NULL,
}
#: References outside of the components that lead to one another, each an inline type inside the one before.
_LONGEST_CHAIN = 50


class SchemaCatalogue:
    """All schemas of a document that have become Python names.

    Component schemas are named when the catalogue is built, so that their names do not depend on what else is used;
    inline objects are named after the place where they are met first.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._scope = NameScope(RESERVED_CLASSES)
        # A field named like a class would hide it; only names without capitals can be the same.
        self._reserved_fields = RESERVED_FIELDS | ANNOTATION_NAMES
        self._definitions: dict[str, Definition] = {}
        self._names: dict[str, str] = {}
        # Keyed by identity; the schema itself is kept so that its identity stays taken.
        self._inline: dict[int, tuple[object, Type]] = {}
        self._branches: dict[tuple[int, int], tuple[object, Type]] = {}
        self._open: set[str] = set()
        wanted = [str(name) for name in mapping(mapping(document.root.get("components")).get("schemas"))]
        exact = {name for name in wanted if class_name(name) == name}
        for name in sorted(wanted, key=lambda name: name not in exact):
            self._names[join_pointer(COMPONENTS, name)] = self._take(class_name(name))
        families = read_families(document)
        self._any = {base: self._take(f"Any{self._names[base]}") for base in families}
        self._kinds = {member for family in families.values() for member in family.members}
        # Each by itself: what one names is never looked into, however long a chain of references is.
        for name in wanted:
            self._define_component(join_pointer(COMPONENTS, name))
        for base, family in families.items():
            self._define_family(base, family)
        for name, item in break_circles(self._definitions, document):
            self._definitions[name] = item

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """The classes and aliases, in the order in which the document shows them."""
        return tuple(self._definitions.values())

    @property
    def by_name(self) -> Mapping[str, Definition]:
        """The classes and aliases by their Python names."""
        return self._definitions

    @property
    def component_names(self) -> Mapping[str, str]:
        """Pointer of each component schema → its Python name."""
        return dict(self._names)

    def _take(self, wanted: str) -> str:
        name = self._scope.take(wanted)
        if name == name.lower():
            self._reserved_fields |= {name}
        return name

    def resolve(self, schema: object, pointer: str) -> Mapping[str, object]:
        """Return `schema` with its reference followed and its `allOf` merged."""
        return merge_all_of(self._document, schema, pointer)

    def type_of(self, schema: object, pointer: str, hint: str) -> Type:
        """Return the type of `schema`; an inline object becomes a class named after `hint`."""
        if schema is True or schema == {}:
            return ANY
        if not isinstance(schema, Mapping):
            self._document.report(pointer, "A schema that is no mapping accepts any value.")
            return ANY
        reference = _single_reference(schema)
        if reference is not None:
            found = self._referenced(reference, pointer, hint)
            return union(found, NULL) if schema.get("nullable") is True else found
        merged = self.resolve(schema, pointer)
        branches = _branches(merged)
        if not branches:
            return self._plain(schema, merged, pointer, hint)
        kind, choice = self._union_of(schema, merged, branches, pointer, hint)
        return self._chosen(schema, kind, choice, pointer, hint) if choice else kind

    def _union_of(
        self, schema: object, merged: Mapping[str, object], branches: Sequence[object], pointer: str, hint: str
    ) -> tuple[Type, Choice | None]:
        base = {key: value for key, value in merged.items() if key not in ("oneOf", "anyOf", "description", "title")}
        types: list[Type] = []
        members: list[Member] = []
        named = [branch for branch in branches if "properties" in base or not _is_nameless(branch)]
        for number, branch in enumerate(branches, start=1):
            whole: object = {"allOf": [base, branch]} if "properties" in base else branch
            name = f"{hint}{number}" if len(named) > 1 else hint
            kind = self._once((id(schema), number), schema, whole, pointer, name)
            types.append(kind)
            members.append(self._member(branch, whole, kind, pointer))
        nullable = merged.get("nullable") is True or "null" in sequence(merged.get("type"))
        choice = choose_member(self._document, merged, members, pointer)
        return union(*types, *([NULL] if nullable else [])), choice

    def _once(self, key: tuple[int, int], owner: object, schema: object, pointer: str, hint: str) -> Type:
        if key not in self._branches:
            self._branches[key] = (owner, self.type_of(schema, pointer, hint))
        return self._branches[key][1]

    def _member(self, branch: object, whole: object, kind: Type, pointer: str) -> Member:
        reference = _single_reference(branch) if isinstance(branch, Mapping) else None
        name = kind.name if isinstance(kind, ClassType) else ""
        return Member(reference or "", self.resolve(whole, pointer) if name else {}, name)

    def _chosen(self, schema: object, kind: Type, choice: Choice, pointer: str, hint: str) -> Type:
        """Return the alias of an inline union whose members are told apart."""
        if id(schema) not in self._inline:
            name = self._take(class_name(hint))
            self._inline[id(schema)] = (schema, ClassType(name))
            self._definitions[name] = AliasDefinition(name, kind, Text(""), pointer, choice)
        return self._inline[id(schema)][1]

    def _plain(self, schema: Mapping[str, object], merged: Mapping[str, object], pointer: str, hint: str) -> Type:
        declared = merged.get("type")
        names = [str(name) for name in declared] if isinstance(declared, list) else [declared] if declared else []
        found = _listed_type(merged, [str(name) for name in names])
        if found is None:
            kinds = names or implied_types(merged)
            found = (
                union(*(self._by_name(str(name), schema, merged, pointer, hint) for name in kinds)) if kinds else ANY
            )
        if merged.get("nullable") is True:
            return union(found, NULL)
        return found

    def _by_name(
        self, name: str, schema: Mapping[str, object], merged: Mapping[str, object], pointer: str, hint: str
    ) -> Type:
        if name == "array":
            return self._list(merged, pointer, hint)
        if name == "object":
            return self._object(schema, merged, pointer, hint)
        if name in _SCALARS:
            return _SCALARS[name]
        self._document.report(pointer, f"The type {name!r} is unknown; any value is accepted.")
        return ANY

    def _list(self, merged: Mapping[str, object], pointer: str, hint: str) -> Type:
        """Return a list; a tuple is one of whatever its places may hold."""
        places = sequence(merged.get("prefixItems"))
        types = [
            self.type_of(place, join_pointer(pointer, "prefixItems", number), f"{hint}Item{number + 1}")
            for number, place in enumerate(places)
        ]
        items = merged.get("items", True)
        if items is not False or not places:
            types.append(ANY if items is False else self.type_of(items, join_pointer(pointer, "items"), f"{hint}Item"))
        return ListType(union(*types))

    def _object(self, schema: Mapping[str, object], merged: Mapping[str, object], pointer: str, hint: str) -> Type:
        if not mapping(merged.get("properties")):
            values = merged.get("additionalProperties", True)
            if values is True or values is False or values == {}:
                return MapType(ANY)
            return MapType(self.type_of(values, join_pointer(pointer, "additionalProperties"), f"{hint}Value"))
        if id(schema) not in self._inline:
            name = self._take(class_name(hint))
            self._inline[id(schema)] = (schema, ClassType(name))
            self._define_class(name, merged, pointer)
        return self._inline[id(schema)][1]

    def _referenced(self, reference: str, pointer: str, hint: str) -> Type:
        reference = reference if reference in self._names else unquote(reference)
        if reference in self._names:
            return ClassType(self._any.get(reference, self._names[reference]))
        target = self._document.lookup(reference)
        if target is None or reference in self._open or len(self._open) == _LONGEST_CHAIN:
            self._document.report_reference(pointer, reference)
            return ANY
        self._open.add(reference)
        kind = self.type_of(target, reference, class_name(reference.rsplit("/", 1)[-1], fallback=hint))
        self._open.remove(reference)
        return kind

    def _define_component(self, reference: str) -> None:
        name = self._names[reference]
        schema = mapping(self._document.lookup(reference))
        merged = self.resolve(schema, reference)
        is_other_name = _single_reference(schema) is not None and reference not in self._kinds
        if _is_class(merged) and not is_other_name:
            self._inline[id(schema)] = (schema, ClassType(name))
            self._define_class(name, merged, reference)
            return
        description = Text(text(merged.get("description")))
        branches = _branches(merged)
        if branches and not is_other_name:
            kind, choice = self._union_of(schema, merged, branches, reference, f"{name}Value")
        else:
            kind, choice = self.type_of(schema, reference, f"{name}Value"), None
        self._definitions[name] = open_object(AliasDefinition(name, kind, description, reference, choice))

    def _define_family(self, base: str, family: Family) -> None:
        name = self._any[base]
        kind = union(*(ClassType(self._names[member]) for member in family.members))
        said = Text(f"{self._names[base]}, or what the property {family.wire!r} of the object says that it is.")
        tags = tuple((tag, self._names[member]) for tag, member in family.tags.items())
        self._definitions[name] = AliasDefinition(name, kind, said, base, Choice(Text(family.wire), tags))

    def _define_class(self, name: str, merged: Mapping[str, object], pointer: str) -> None:
        description = Text(text(merged.get("description")))
        self._definitions[name] = ClassDefinition(name, (), description, pointer)
        fields = tuple(self.fields(merged, pointer, name))
        self._definitions[name] = ClassDefinition(name, fields, description, pointer)

    def fields(self, merged: Mapping[str, object], pointer: str, owner: str) -> Iterator[Field]:
        """Yield the properties of an object schema as fields of the class `owner`."""
        properties = {str(wire): schema for wire, schema in mapping(merged.get("properties")).items()}
        required = {str(name) for name in sequence(merged.get("required"))}
        names = assign_names(list(properties), self._reserved_fields)
        for wire, schema in properties.items():
            at = join_pointer(pointer, "properties", wire)
            kind = self.type_of(schema, at, f"{owner}{class_name(wire, fallback='Property')}")
            detail = self.resolve(schema, at)
            one_way = detail.get("readOnly") is True or detail.get("writeOnly") is True
            description = Text(text(mapping(schema).get("description")))
            yield Field(Text(wire), names[wire], kind, wire in required and not one_way, description)


def _single_reference(schema: Mapping[str, object]) -> str | None:
    reference = schema.get("$ref")
    if isinstance(reference, str):
        return reference
    parts = sequence(schema.get("allOf"))
    alone = len(parts) == 1 and not {"properties", "required", "oneOf", "anyOf", "type"} & set(schema)
    return _single_reference(mapping(parts[0])) if alone and isinstance(parts[0], Mapping) else None


def _has_shape(branch: object) -> bool:
    return branch is True or (
        isinstance(branch, Mapping) and bool(set(branch) - {"required", "not", "description", "title"})
    )


def _branches(merged: Mapping[str, object]) -> list[object]:
    """Return the alternatives of a schema that say something about its shape.

    One that says nothing adds nothing to what the schema itself says; where that is nothing too, any value fits.
    """
    branches = [*sequence(merged.get("oneOf")), *sequence(merged.get("anyOf"))]
    shaped = [branch for branch in branches if _has_shape(branch)]
    return shaped if {"type", "properties", "items", "enum", "const"} & set(merged) else (shaped and branches)


def _is_nameless(branch: object) -> bool:
    """Return whether an alternative needs no name of its own: a reference has one, a scalar none."""
    if not isinstance(branch, Mapping) or _single_reference(branch) is not None:
        return True
    kind = branch.get("type")
    return (isinstance(kind, str) and kind in _SCALARS) or bool({"enum", "const"} & set(branch))


def _is_class(merged: Mapping[str, object]) -> bool:
    declared = merged.get("type", "object")
    only_object = declared == "object" or declared == ["object"]
    return (
        not _branches(merged)
        and bool(mapping(merged.get("properties")))
        and only_object
        and merged.get("nullable") is not True
    )


def _listed_type(merged: Mapping[str, object], names: Sequence[str]) -> Type | None:
    """Return the type of the listed values; None where there are none, or none that the declared types allow."""
    is_open = "const" not in merged
    values = sequence(merged.get("enum")) if is_open else [merged["const"]]
    allowed = [value for value in values if value is None or not names or _is_of(value, names)]
    if all(value is None for value in allowed) and (names or not values):
        return None
    return _values_type(allowed, merged, is_open=is_open)


def _is_of(value: object, names: Sequence[str]) -> bool:
    """Return whether a listed value is of one of the declared types; an unknown type allows all."""
    kinds: Mapping[str, tuple[type, ...]] = {
        "string": (str,), "integer": (int, float), "number": (int, float), "boolean": (bool,), "null": (),
        "array": (list,), "object": (dict,),
    }  # fmt: skip
    if isinstance(value, bool):
        return "boolean" in names or not set(names) <= kinds.keys()
    return any(isinstance(value, kinds.get(name, (object,))) for name in names)


def _values_type(values: Sequence[object], merged: Mapping[str, object], *, is_open: bool) -> Type:
    """Return the type of an enumeration (open: a plain value of the same kind is accepted) or a constant (closed)."""
    members: list[Type] = []
    for kind, base in ((str, STRING), (int, INTEGER)):
        known = tuple(dict.fromkeys(v for v in values if isinstance(v, kind) and not isinstance(v, bool)))
        if any(isinstance(value, int) and abs(value) >= 2**63 for value in known):
            members.append(base)  # Type checkers know no literal that needs more than 64 bits.
        elif known:
            members += [LiteralType(known), base] if is_open else [LiteralType(known)]
    if any(isinstance(value, bool) for value in values):
        members.append(BOOLEAN)
    if any(isinstance(value, float) for value in values):
        members.append(NUMBER)
    if any(isinstance(value, Mapping | list) for value in values):
        return ANY
    declared = merged.get("type")
    nullable = None in values or (isinstance(declared, list) and "null" in declared and is_open)
    return union(*members, *([NULL] if nullable else []))
