"""The module of models: datamodel-code-generator prints the classes, and only the classes.

Names, types and order are decided before (`generator.schemas`); this module hands over schemas in which every string
of the document is an inert token, and puts the strings back through the literal functions. What comes back is
compared with what was asked for, so that a change in the library is noticed here and not by a user.
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
    named_types,
    prepared_schema,
)

_BASE = "specwright_runtime.Model"
#: What a body may need, by the module that has it.
_IMPORTED = {
    "typing": ("Annotated", "Any", "Literal", "TypeAlias"),
    "pydantic": ("Field",),
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


@dataclass(slots=True)
class _Tokens:
    """Stand-ins for the strings of the document, by kind of place."""

    literals: list[str] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)

    def literal(self, text: str) -> str:
        self.literals.append(text)
        return f"swliteral{len(self.literals) - 1}x"

    def property(self, wire: str, name: str) -> str:
        self.properties.append((wire, name))
        return f"swproperty{len(self.properties) - 1}x"

    def description(self, text: str) -> str:
        self.descriptions.append(text)
        return f"swdescription{len(self.descriptions) - 1}x"

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
    schemas = {item.name: _definition_schema(item, tokens) for item in definitions}
    blocks = _read_blocks(_run(schemas, tokens.aliases()), definitions)
    aliases = {item.name: item for item in definitions if isinstance(item, AliasDefinition)}
    # Aliases are evaluated when the module is imported: what they name must stand above them.
    order = [*(name for name in blocks if name not in aliases), *_in_order(aliases)]
    strict = {name: _LOOSE_TYPES.sub(_strict_type, blocks[name]) for name in order}
    imports = _imports("\n".join(strict.values()), tokens)
    sources = {name: _restore(block, tokens) for name, block in strict.items()}
    for name, item in aliases.items():
        if item.description.strip():
            sources[name] += f"\n{python_docstring(item.description)}"
    body = "\n\n".join(format_python(f"{source}\n") for source in sources.values())
    return f"{imports}\n\n{body}"


def _definition_schema(item: Definition, tokens: _Tokens) -> dict[str, object]:
    if isinstance(item, AliasDefinition):
        return dict(prepared_schema(item.type, tokens.literal))
    described = {"description": tokens.description(item.description)} if item.description.strip() else {}
    properties: dict[str, object] = {}
    required: list[str] = []
    for entry in item.fields:
        token = tokens.property(entry.wire, entry.name)
        properties[token] = dict(prepared_schema(entry.type, tokens.literal))
        if entry.description.strip():
            properties[token] = {
                **prepared_schema(entry.type, tokens.literal),
                "description": tokens.description(entry.description),
            }
        if entry.required:
            required.append(token)
    return {"type": "object", "properties": properties, "required": required, **described}


def _run(schemas: dict[str, dict[str, object]], aliases: dict[str, str]) -> str:
    # Imported here: the library takes longer to import than a build with nothing to do may last.
    from datamodel_code_generator import InputFileType, LiteralType, PythonVersion, generate
    from datamodel_code_generator.enums import DataModelType

    result = generate(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": schemas},
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        formatters=[],
        base_class=_BASE,
        aliases=aliases,
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


def _read_blocks(printed: str, definitions: Sequence[Definition]) -> dict[str, str]:
    """Return the source of each definition by its name; see that the library printed what it was asked for."""
    lines = printed.split("\n")
    blocks: dict[str, str] = {}
    found: dict[str, list[str] | None] = {}
    for node in ast.parse(printed).body:
        if isinstance(node, ast.ClassDef):
            blocks[node.name] = "\n".join(lines[node.lineno - 1 : node.end_lineno])
            targets = [line.target for line in node.body if isinstance(line, ast.AnnAssign)]
            found[node.name] = [target.id for target in targets if isinstance(target, ast.Name)]
        elif isinstance(node, ast.Assign):
            # `Level = TypeAliasType("Level", int | str)`: a type of Python 3.12, or of a package that nobody declares.
            name, _, value = lines[node.lineno - 1].partition(" = ")
            blocks[name] = f"{name}: TypeAlias = " + value.partition(", ")[2].removesuffix(")")
            found[name] = None
    wanted = {
        item.name: [entry.name for entry in item.fields] if isinstance(item, ClassDefinition) else None
        for item in definitions
    }
    if found != wanted:
        different = sorted(name for name in {*found, *wanted} if found.get(name, ...) != wanted.get(name, ...))
        raise RuntimeError(f"datamodel-code-generator printed something else than planned for {different}")
    return blocks


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
    return "\n".join(f"from {module} import {', '.join(names)}\n" for module, names in used.items() if names)
