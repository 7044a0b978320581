"""The module of models: datamodel-code-generator prints the classes, and only the classes.

Names, types and order are decided before (`generator.schemas`); this module hands over schemas in which every string
of the document and every other class is an inert token, and puts them back through the literal functions: no schema
leads to another, so that the library's time does not grow with the length of a chain. What comes back is compared with
what was asked for, so that a change in the library is noticed here and not by a user.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import TopologicalSorter

from generator.layout import break_call, format_python
from generator.literal import python_docstring, python_literal
from generator.types import (
    AliasDefinition,
    ClassDefinition,
    Definition,
    annotation,
    named_types,
    prepared_schema,
)

_BASE = "specwright_runtime.Model"
#: What a body may need, by the module that has it.
_IMPORTED = {
    "typing": ("Annotated", "Any", "Literal", "TypeAlias"),
    "pydantic": ("Field",),
    "._choice": ("Tagged",),
    "._model": ("Boolean", "Integer", "Model", "Number", "WholeNumber"),
}
#: Types that would convert values, as the library prints them. Strings of the document are tokens: each is a type.
_LOOSE_TYPES = re.compile(
    r"(?P<values>Literal\[-?\d[^\]]*\](?: \| int)?)|\b(?:int \| (?=float))?(?P<scalar>int|float|bool)\b"
)
_STRICT_SCALARS = {"int": "Integer", "float": "Number", "bool": "Boolean"}
_FIELD = re.compile(
    r"""^(?P<start>.+?)[ ]=[ ]Field\((?:default=)?(?P<default>\.\.\.|None),[ ]alias='swproperty(?P<number>\d+)x'\)$""",
    re.MULTILINE,
)
_DESCRIPTION = re.compile(r'^(?P<indent> *)"""\s*swdescription(?P<number>\d+)x\s*"""', re.MULTILINE)
_LITERAL = re.compile(r"'swliteral(\d+)x'")
#: Neither a class nor a field has a name with a capital in the middle only.
_REFERENCE = re.compile(r"\bswClass(\d+)x\b")


@dataclass(slots=True)
class _Tokens:
    """Stand-ins for the strings of the document, by kind of place."""

    literals: list[str] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    references: dict[str, int] = field(default_factory=dict)

    def literal(self, text: str) -> str:
        self.literals.append(text)
        return f"swliteral{len(self.literals) - 1}x"

    def property(self, wire: str, name: str) -> str:
        self.properties.append((wire, name))
        return f"swproperty{len(self.properties) - 1}x"

    def description(self, text: str) -> str:
        self.descriptions.append(text)
        return f"swdescription{len(self.descriptions) - 1}x"

    def reference(self, name: str) -> str:
        return f"swClass{self.references.setdefault(name, len(self.references))}x"

    def aliases(self) -> dict[str, str]:
        return {f"swproperty{number}x": name for number, (_, name) in enumerate(self.properties)}


def render_models(definitions: Sequence[Definition]) -> str:
    """Return the imports and definitions of the module of models, formatted.

    Raises:
        RuntimeError: the library printed other classes or fields than it was asked for.
    """
    if not definitions:
        return ""
    tokens = _Tokens()
    aliases = {item.name: item for item in definitions if isinstance(item, AliasDefinition)}
    classes = [item for item in definitions if isinstance(item, ClassDefinition)]
    schemas = {item.name: _class_schema(item, tokens) for item in classes}
    blocks = _read_blocks(_run(schemas, tokens), classes) if schemas else {}
    # Aliases are evaluated when the module is imported: what they name must stand above them.
    blocks |= {name: _alias_block(aliases[name], tokens) for name in _in_order(aliases)}
    strict = {name: _LOOSE_TYPES.sub(_strict_type, block) for name, block in blocks.items()}
    chosen = ["Annotated Tagged" for item in aliases.values() if _members(item)]
    imports = _imports("\n".join([*strict.values(), *chosen]), tokens)
    sources = {name: _restore(block, tokens) for name, block in strict.items()}
    for name, item in aliases.items():
        sources[name] = _tagged(sources[name], item)
        if item.description.strip():
            sources[name] += f"\n{python_docstring(item.description)}"
    body = "\n\n".join(format_python(f"{source}\n") for source in sources.values())
    return f"{imports}\n\n{body}"


def _alias_block(item: AliasDefinition, tokens: _Tokens) -> str:
    def literal(value: object) -> str:
        return f"'{tokens.literal(value)}'" if isinstance(value, str) else python_literal(value)

    return f"{item.name}: TypeAlias = {annotation(item.type, prefix='', literal=literal)}"


def _class_schema(item: ClassDefinition, tokens: _Tokens) -> dict[str, object]:
    described = {"description": tokens.description(item.description)} if item.description.strip() else {}
    properties: dict[str, object] = {}
    required: list[str] = []
    for entry in item.fields:
        token = tokens.property(entry.wire, entry.name)
        said = {"description": tokens.description(entry.description)} if entry.description.strip() else {}
        properties[token] = {**prepared_schema(entry.type, tokens.literal, tokens.reference), **said}
        if entry.required:
            required.append(token)
    return {"type": "object", "properties": properties, "required": required, **described}


def _run(schemas: dict[str, dict[str, object]], tokens: _Tokens) -> str:
    # Imported here: the library takes longer to import than a build with nothing to do may last.
    from datamodel_code_generator import InputFileType, LiteralType, PythonVersion, generate
    from datamodel_code_generator.enums import DataModelType

    stand_ins = {tokens.reference(name): {"type": "object", "properties": {}} for name in tokens.references}
    result = generate(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {**stand_ins, **schemas}},
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        formatters=[],
        base_class=_BASE,
        aliases=tokens.aliases(),
        custom_class_name_generator=lambda name: name,
        custom_file_header="# models",
        disable_timestamp=True,
        enum_field_as_literal=LiteralType.All,
        field_constraints=True,
        skip_root_model=True,
        strict_nullable=False,
        use_default_kwarg=True,
        use_double_quotes=True,
        use_field_description=True,
        use_schema_description=True,
        use_standard_collections=True,
        use_type_alias=True,
        use_union_operator=True,
    )
    if not isinstance(result, str):
        raise RuntimeError("datamodel-code-generator did not return one module")
    return result


def _read_blocks(printed: str, classes: Sequence[ClassDefinition]) -> dict[str, str]:
    """Return the source of each class by its name; see that the library printed what it was asked for."""
    lines = printed.split("\n")
    blocks: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for node in ast.parse(printed).body:
        if isinstance(node, ast.ClassDef) and not _REFERENCE.fullmatch(node.name):
            blocks[node.name] = "\n".join(lines[node.lineno - 1 : node.end_lineno])
            targets = [line.target for line in node.body if isinstance(line, ast.AnnAssign)]
            found[node.name] = [target.id for target in targets if isinstance(target, ast.Name)]
    wanted = {item.name: [entry.name for entry in item.fields] for item in classes}
    if found != wanted:
        different = sorted(name for name in {*found, *wanted} if found.get(name, ...) != wanted.get(name, ...))
        raise RuntimeError(f"datamodel-code-generator printed something else than planned for {different}")
    return {name: blocks[name] for name in wanted}


def _members(item: AliasDefinition) -> list[str]:
    """Return the entries of the dictionary that chooses a member; a circle may have cost a member its place."""
    named = named_types(item.type)
    return [f"{python_literal(tag)}: {name}" for tag, name in item.choice.tags if name in named] if item.choice else []


def _tagged(source: str, item: AliasDefinition) -> str:
    members = _members(item)
    if not members or item.choice is None:
        return source
    start, _, kind = source.partition(" = ")
    return f"{start} = Annotated[{kind.strip()}, Tagged({python_literal(item.choice.wire)}, {{{', '.join(members)}}})]"


def _strict_type(match: re.Match[str]) -> str:
    values = match["values"]
    return f"Annotated[{values}, WholeNumber]" if values else _STRICT_SCALARS[match["scalar"]]


def _restore(block: str, tokens: _Tokens) -> str:
    def field_line(match: re.Match[str]) -> str:
        wire, name = tokens.properties[int(match["number"])]
        required = match["default"] == "..."
        start = match["start"]
        if wire == name:
            return start if required else f"{start} = None"
        aliases = [f"validation_alias={python_literal(wire)}", f"serialization_alias={python_literal(wire)}"]
        return break_call(f"{start} = Field(", aliases if required else ["default=None", *aliases])

    def docstring(match: re.Match[str]) -> str:
        indent = len(match["indent"])
        of_class = match.string.count("\n", 0, match.start()) == 1
        text = python_docstring(tokens.descriptions[int(match["number"])], indent)
        return f"{match['indent']}{text}" + ("\n" if of_class else "")

    names = list(tokens.references)
    block = _REFERENCE.sub(lambda match: names[int(match[1])], block)
    block = _LITERAL.sub(lambda match: python_literal(tokens.literals[int(match[1])]), block)
    block = _FIELD.sub(field_line, block)
    return _DESCRIPTION.sub(docstring, block)


def _in_order(aliases: Mapping[str, AliasDefinition]) -> Iterator[str]:
    """Yield `aliases` so that each stands after those that it names; `generator.circles` leaves no circles."""
    order = TopologicalSorter({name: sorted(named_types(item.type) & aliases.keys()) for name, item in aliases.items()})
    yield from order.static_order()


def _imports(source: str, tokens: _Tokens) -> str:
    """Return the imports of `source`, in which every string of the document still is a token."""
    words = set(re.findall(r"\w+", source))
    if all(wire == name for wire, name in tokens.properties):
        words.discard("Field")
    used = {module: [name for name in names if name in words] for module, names in _IMPORTED.items()}
    lines = {module: f"from {module} import {', '.join(names)}\n" for module, names in used.items() if names}
    own = "".join(line for module, line in lines.items() if module.startswith("."))
    return "\n".join([*(line for module, line in lines.items() if not module.startswith(".")), *([own] if own else [])])
