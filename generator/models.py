"""The module of models: datamodel-code-generator prints the classes, and only the classes.

Names, types and order are decided before (`generator.schemas`); the library's layer of models gets, for every type and
every string of the document, an inert token, and the tokens are put back through the literal functions. Its parser of
schemas has no part in this: it takes several times as long, and would decide once more what is decided. What comes back
is compared with what was asked for, so that a change in the library is noticed here and not by a user.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from graphlib import TopologicalSorter

from generator.layout import break_call, format_python
from generator.literal import python_docstring, python_literal
from generator.types import (
    NULL,
    AliasDefinition,
    ClassDefinition,
    Definition,
    Field,
    Type,
    UnionType,
    annotation,
    named_types,
    without_null,
)

_BASE = "specwright_runtime.Model"
#: What a body may need, by the module that has it.
_IMPORTED = {
    "typing": ("Annotated", "Any", "Literal", "TypeAlias"),
    "pydantic": ("Field",),
    "._choice": ("Tagged",),
    "._model": ("Boolean", "Integer", "Model", "Number", "WholeNumber"),
}
#: Types that would convert values. The strings of the document are tokens meanwhile. A name may have characters that
#: are no `\w`, such as the vowel signs of Hindi: it ends where an annotation goes on.
_LOOSE_TYPES = re.compile(
    r"""(?<![^ \[])(?:(?P<values>Literal\[-?\d[^\]]*\](?:[ ]\|[ ]int)?)
    | (?:int[ ]\|[ ](?=float))?(?P<scalar>int|float|bool|bytes))(?![^ \],])""",
    re.VERBOSE,
)
_STRICT_SCALARS = {"int": "Integer", "float": "Number", "bool": "Boolean", "bytes": "str"}
_FIELD = re.compile(
    r"""^(?P<name>    [^\s:]+): swtype(?P<number>\d+)x(?P<null> \| None)? = """
    r"""Field\((?:default=)?(?P<default>\.\.\.|None), alias='swproperty'\)$""",
    re.MULTILINE,
)
_DESCRIPTION = re.compile(r'^(?P<indent> *)"""\s*swdescription(?P<number>\d+)x\s*"""', re.MULTILINE)
_LITERAL = re.compile(r"<(\d+)>")


def render_models(definitions: Sequence[Definition]) -> str:
    """Return the imports and definitions of the module of models, formatted.

    Raises:
        RuntimeError: the library printed other classes or fields than it was asked for.
    """
    if not definitions:
        return ""
    aliases = {item.name: item for item in definitions if isinstance(item, AliasDefinition)}
    classes = [item for item in definitions if isinstance(item, ClassDefinition)]
    printed = _print_classes(classes) if classes else {}
    blocks = {item.name: _restore(printed[item.name], item) for item in classes}
    # Aliases are evaluated when the module is imported: what they name must stand above them.
    blocks |= {name: _alias(aliases[name]) for name in _in_order(aliases)}
    body = ("\n\n" if classes else "\n").join([_imports(definitions), "\n\n\n".join(blocks.values())])
    return format_python(f"{body}\n")


def _print_classes(classes: Sequence[ClassDefinition]) -> dict[str, str]:
    """Return the source of each class by its name, with tokens for types and descriptions.

    Raises:
        RuntimeError: the library printed other classes or fields than it was asked for.
    """
    # Imported here: the library takes longer to import than a build with nothing to do may last.
    from datamodel_code_generator.model.pydantic_v2 import BaseModel, DataModelField
    from datamodel_code_generator.reference import Reference
    from datamodel_code_generator.types import DataType

    def print_field(number: int, entry: Field) -> DataModelField:
        return DataModelField(
            name=entry.name,
            alias="swproperty",
            data_type=DataType(type=f"swtype{number}x", use_union_operator=True),
            required=entry.required,
            nullable=_takes_none(entry),
            use_default_kwarg=True,
            use_field_description=True,
            extras={"description": f"swdescription{number}x"} if entry.description.strip() else {},
        )

    def print_class(item: ClassDefinition) -> str:
        model = BaseModel(
            reference=Reference(path=f"#/{item.name}", name=item.name, original_name=item.name),
            fields=[print_field(number, entry) for number, entry in enumerate(item.fields)],
            custom_base_class=_BASE,
            description=f"swdescription{len(item.fields)}x" if item.description.strip() else None,
        )
        return model.render()

    printed = {item.name: print_class(item) for item in classes}
    _check_classes(printed, classes)
    return printed


def _check_classes(printed: Mapping[str, str], classes: Sequence[ClassDefinition]) -> None:
    """See that the library printed what it was asked for.

    Raises:
        RuntimeError: It did not.
    """
    for item in classes:
        source = printed[item.name]
        found = [(match["name"].strip(), int(match["number"])) for match in _FIELD.finditer(source)]
        wanted = [(entry.name, number) for number, entry in enumerate(item.fields)]
        descriptions = [
            text for text in (item.description, *(entry.description for entry in item.fields)) if text.strip()
        ]
        is_complete = found == wanted and len(_DESCRIPTION.findall(source)) == len(descriptions)
        if not (is_complete and source.startswith(f"class {item.name}(Model):\n")):
            raise RuntimeError(f"datamodel-code-generator printed something else than planned for {item.name}")


def _takes_none(entry: Field) -> bool:
    """Return whether `None` stands behind the type: it is allowed, or says that the property is absent."""
    members = entry.type.members if isinstance(entry.type, UnionType) else ()
    return NULL in members or (not entry.required and entry.type != NULL)


def _restore(block: str, item: ClassDefinition) -> str:
    descriptions = [*(entry.description for entry in item.fields), item.description]

    def field_line(match: re.Match[str]) -> str:
        entry = item.fields[int(match["number"])]
        start = f"{match['name']}: {_strict_annotation(without_null(entry.type))}{match['null'] or ''}"
        if entry.wire == entry.name:
            return start if entry.required else f"{start} = None"
        wire = python_literal(entry.wire)
        aliases = [f"validation_alias={wire}", f"serialization_alias={wire}"]
        return break_call(f"{start} = Field(", aliases if entry.required else ["default=None", *aliases])

    def docstring(match: re.Match[str]) -> str:
        number = int(match["number"])
        text = python_docstring(descriptions[number], len(match["indent"]))
        is_above = number == len(item.fields) > 0
        return f"{match['indent']}{text}" + ("\n" if is_above else "")

    return _DESCRIPTION.sub(docstring, _FIELD.sub(field_line, block))


def _strict_annotation(kind: Type, print_text: Callable[[str], str] = python_literal) -> str:
    """Return the annotation of a type whose values are never converted; `print_text` prints documented strings."""
    texts: list[str] = []

    def literal(value: object) -> str:
        if not isinstance(value, str):
            return python_literal(value)
        texts.append(value)
        return f"<{len(texts) - 1}>"

    def strict(match: re.Match[str]) -> str:
        values = match["values"]
        return f"Annotated[{values}, WholeNumber]" if values else _STRICT_SCALARS[match["scalar"]]

    loose = annotation(kind, prefix="", literal=literal)
    return _LITERAL.sub(lambda match: print_text(texts[int(match[1])]), _LOOSE_TYPES.sub(strict, loose))


def _alias(item: AliasDefinition) -> str:
    kind = _strict_annotation(item.type)
    if (members := _members(item)) and item.choice is not None:
        kind = f"Annotated[{kind}, Tagged({python_literal(item.choice.wire)}, {{{', '.join(members)}}})]"
    description = f"\n{python_docstring(item.description)}" if item.description.strip() else ""
    return f"{item.name}: TypeAlias = {kind}{description}"


def _members(item: AliasDefinition) -> list[str]:
    """Return the entries of the dictionary that chooses a member; a circle may have cost a member its place."""
    named = named_types(item.type)
    return [f"{python_literal(tag)}: {name}" for tag, name in item.choice.tags if name in named] if item.choice else []


def _in_order(aliases: Mapping[str, AliasDefinition]) -> Iterator[str]:
    """Yield `aliases` so that each stands after those that it names; `generator.circles` leaves no circles."""
    order = TopologicalSorter({name: sorted(named_types(item.type) & aliases.keys()) for name, item in aliases.items()})
    yield from order.static_order()


def _imports(definitions: Sequence[Definition]) -> str:
    words = {word for item in definitions for word in _words(item)}
    used = {module: [name for name in names if name in words] for module, names in _IMPORTED.items()}
    lines = {module: f"from {module} import {', '.join(names)}\n" for module, names in used.items() if names}
    own = "".join(line for module, line in lines.items() if module.startswith("."))
    return "\n".join([*(line for module, line in lines.items() if not module.startswith(".")), *([own] if own else [])])


def _words(item: Definition) -> Iterator[str]:
    """Yield every word of the source of a definition that no string of the document has put there."""
    kinds = [item.type] if isinstance(item, AliasDefinition) else [entry.type for entry in item.fields]
    for kind in kinds:
        yield from re.findall(r"[^ \[\],|]+", _strict_annotation(kind, lambda _: ""))
    if isinstance(item, AliasDefinition):
        yield from ("TypeAlias", *(("Annotated", "Tagged") if _members(item) else ()))
    else:
        yield from ("Model", *(("Field",) if any(entry.wire != entry.name for entry in item.fields) else ()))
