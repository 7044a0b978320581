"""The modules of models: datamodel-code-generator prints the classes, and only the classes.

Names, types, modules and order are decided before (`generator.schemas`, `generator.model_modules`); the library's layer
of models gets, for every type and every string of the document, an inert token, and the tokens are put back through the
literal functions. Its parser of schemas has no part in this: it takes several times as long, and would decide once more
what is decided. What comes back is compared with what was asked for, so that a change in the library is noticed here
and not by a user.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from generator.layout import break_call, break_import, import_order
from generator.literal import Text, python_docstring, python_literal
from generator.model_modules import ModelModule, plan_modules
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
from generator.view import ModelsView, OperationView

_BASE = "specwright_runtime.Model"
_CLASS = "Swclass"
_HEAD = f"class {_CLASS}(Model):\n"
#: All that the library has to know of a class: (name, is required, takes None, has a description) of each field, and
#: whether the class has a description. Documents repeat shapes, and printing is slow: each is printed once.
Shape: TypeAlias = tuple[tuple[tuple[str, bool, bool, bool], ...], bool]
#: What a body may need, by the module that has it.
_IMPORTED = {
    "typing": ("Annotated", "Any", "Literal", "TypeAlias"),
    "pydantic": ("Field",),
    ".._choice": ("Tagged",),
    ".._model": ("Boolean", "Integer", "Model", "Number", "WholeNumber"),
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


def render_models(definitions: Sequence[Definition], operations: Iterable[OperationView]) -> tuple[ModelsView, ...]:
    """Return the modules of models, in the order of import sorters; `definitions` are in that of the document.

    Raises:
        RuntimeError: the library printed other classes or fields than it was asked for.
    """
    printed = _print_classes([item for item in definitions if isinstance(item, ClassDefinition)])
    return tuple(_render_module(module, printed) for module in plan_modules(definitions, operations))


def _render_module(module: ModelModule, printed: Mapping[str, str]) -> ModelsView:
    names = [item.name for item in module.definitions]
    blocks = [
        _alias(item) if isinstance(item, AliasDefinition) else _restore(printed[item.name], item, names[number:])
        for number, item in enumerate(module.definitions)
    ]
    gap = "\n\n\n" if isinstance(module.definitions[0], ClassDefinition) else "\n\n"
    source = gap.join([_imports(module), "\n\n\n".join(blocks)])
    title = Text(f"Models of {module.source}.")
    return ModelsView(module.name, title, tuple(sorted(names, key=import_order)), source)


def _print_classes(classes: Sequence[ClassDefinition]) -> dict[str, str]:
    """Return the source of each class by its name, with tokens for names, types and descriptions.

    Raises:
        RuntimeError: the library printed other classes or fields than it was asked for.
    """
    shapes = {item.name: _shape(item) for item in classes}
    printed = {shape: _print_shape(shape) for shape in dict.fromkeys(shapes.values())}
    return {name: printed[shape] for name, shape in shapes.items()}


def _shape(item: ClassDefinition) -> Shape:
    fields = ((entry.name, entry.required, _takes_none(entry), _is_told(entry.description)) for entry in item.fields)
    return tuple(fields), _is_told(item.description)


def _is_told(description: str) -> bool:
    return bool(description.strip())


def _print_shape(shape: Shape) -> str:
    """Return the source of a class.

    Raises:
        RuntimeError: the library printed another class or other fields than it was asked for.
    """
    # Imported here: the library takes longer to import than a build with nothing to do may last.
    from datamodel_code_generator.model.pydantic_v2 import BaseModel, DataModelField
    from datamodel_code_generator.reference import Reference
    from datamodel_code_generator.types import DataType

    entries, is_told = shape
    printed = BaseModel(
        reference=Reference(path=f"#/{_CLASS}", name=_CLASS, original_name=_CLASS),
        fields=[
            DataModelField(
                name=name,
                alias="swproperty",
                data_type=DataType(type=f"swtype{number}x", use_union_operator=True),
                required=required,
                nullable=takes_none,
                use_default_kwarg=True,
                use_field_description=True,
                extras={"description": f"swdescription{number}x"} if is_field_told else {},
            )
            for number, (name, required, takes_none, is_field_told) in enumerate(entries)
        ],
        custom_base_class=_BASE,
        description=f"swdescription{len(entries)}x" if is_told else None,
    ).render()
    _check_class(printed, shape)
    return printed


def _check_class(printed: str, shape: Shape) -> None:
    """See that the library printed what it was asked for.

    Raises:
        RuntimeError: It did not.
    """
    entries, is_told = shape
    found = [(match["name"].strip(), int(match["number"])) for match in _FIELD.finditer(printed)]
    wanted = [(name, number) for number, (name, *_) in enumerate(entries)]
    descriptions = [is_told, *(is_field_told for *_, is_field_told in entries)]
    is_complete = found == wanted and len(_DESCRIPTION.findall(printed)) == sum(descriptions)
    if not (is_complete and printed.startswith(_HEAD)):
        raise RuntimeError(f"datamodel-code-generator printed something else than planned for {wanted}")


def _takes_none(entry: Field) -> bool:
    """Return whether `None` stands behind the type: it is allowed, or says that the property is absent."""
    members = entry.type.members if isinstance(entry.type, UnionType) else ()
    return NULL in members or (not entry.required and entry.type != NULL)


def _restore(block: str, item: ClassDefinition, later: Sequence[str]) -> str:
    """Return the source of a class, without tokens; `later` are the names that do not exist yet where it stands."""
    descriptions = [*(entry.description for entry in item.fields), item.description]

    def field_line(match: re.Match[str]) -> str:
        entry = item.fields[int(match["number"])]
        kind = f"{_strict_annotation(without_null(entry.type))}{match['null'] or ''}"
        start = f"{match['name']}: {python_literal(kind) if not named_types(entry.type).isdisjoint(later) else kind}"
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

    body = _DESCRIPTION.sub(docstring, _FIELD.sub(field_line, block.removeprefix(_HEAD)))
    return f"class {item.name}(Model):\n{body}"


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


def _imports(module: ModelModule) -> str:
    words = {word for item in module.definitions for word in _words(item)}
    used = {source: tuple(name for name in names if name in words) for source, names in _IMPORTED.items()}
    used |= {
        f".{name}": names for name, names in sorted(module.imports.items(), key=lambda item: import_order(item[0]))
    }
    lines = {source: break_import(source, names) for source, names in used.items() if names}
    own = "\n".join(line for source, line in lines.items() if source.startswith("."))
    return "\n\n".join(
        [*(line for source, line in lines.items() if not source.startswith(".")), *([own] if own else [])]
    )


def _words(item: Definition) -> Iterator[str]:
    """Yield every word of the source of a definition that no string of the document has put there."""
    kinds = [item.type] if isinstance(item, AliasDefinition) else [entry.type for entry in item.fields]
    for kind in kinds:
        yield from re.findall(r"[^ \[\],|]+", _strict_annotation(kind, lambda _: ""))
    if isinstance(item, AliasDefinition):
        yield from ("TypeAlias", *(("Annotated", "Tagged") if _members(item) else ()))
    else:
        yield from ("Model", *(("Field",) if any(entry.wire != entry.name for entry in item.fields) else ()))
