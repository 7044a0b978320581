"""The module of models: datamodel-code-generator prints the classes, and only the classes.

Names, types and order are decided before (`generator.schemas`); this module hands over schemas in which every string
of the document is an inert token, and puts the strings back through the literal functions. What comes back is
compared with what was asked for, so that a change in the library is noticed here and not by a user.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.literal import python_docstring, python_literal
from generator.types import AliasDefinition, ClassDefinition, Definition, prepared_schema

_BASE = "specwright_runtime.Model"
_UNBROKEN = 100_000


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


@dataclass(frozen=True, slots=True)
class ModelsSource:
    """The body of the module of models: its blocks of import lines, and its definitions."""

    imports: tuple[str, ...]
    body: str


def render_models(definitions: Sequence[Definition]) -> ModelsSource:
    """Return Python source for `definitions`, unformatted.

    Raises:
        RuntimeError: the library printed other classes or fields than it was asked for.
    """
    if not definitions:
        return ModelsSource((), "")
    tokens = _Tokens()
    schemas = {item.name: _definition_schema(item, tokens) for item in definitions}
    source = _restore(_run(schemas, tokens.aliases()), tokens)
    _check(source, definitions)
    return _split(source)


def _definition_schema(item: Definition, tokens: _Tokens) -> dict[str, object]:
    described = {"description": tokens.description(item.description)} if item.description.strip() else {}
    if isinstance(item, AliasDefinition):
        return {**prepared_schema(item.type, tokens.literal), **described}
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
    from datamodel_code_generator.format import Formatter

    result = generate(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": schemas},
        input_file_type=InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        formatters=[Formatter.BUILTIN],
        builtin_format_line_length=_UNBROKEN,
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


def _restore(source: str, tokens: _Tokens) -> str:
    def alias(match: re.Match[str]) -> str:
        wire, name = tokens.properties[int(match["number"])]
        required = match["default"] == "..."
        if wire == name:
            return "" if required else " = None"
        keywords = f"validation_alias={python_literal(wire)}, serialization_alias={python_literal(wire)}"
        return f" = Field({keywords})" if required else f" = Field(default=None, {keywords})"

    def docstring(match: re.Match[str]) -> str:
        indent = len(match["indent"])
        return match["indent"] + python_docstring(tokens.descriptions[int(match["number"])], indent)

    source = re.sub(
        r' = Field\(\s*(?:default=)?(?P<default>\.\.\.|None),\s*alias="swproperty(?P<number>\d+)x",?\s*\)',
        alias,
        source,
    )
    source = re.sub(r'(?m)^(?P<indent> *)"""\s*swdescription(?P<number>\d+)x\s*"""', docstring, source)
    return re.sub(r'"swliteral(\d+)x"', lambda match: python_literal(tokens.literals[int(match[1])]), source)


def _split(source: str) -> ModelsSource:
    imported = [node for node in ast.parse(source).body if isinstance(node, ast.ImportFrom)]
    body = "\n".join(source.split("\n")[max(node.end_lineno or 0 for node in imported) :])
    groups: dict[str, list[str]] = {"standard": [], "third": [], "own": []}
    for node in imported:
        kind = "standard" if node.module in sys.stdlib_module_names else "third"
        used = [name.name for name in node.names if re.search(rf"\b{name.name}\b", body)]
        if used and node.module not in ("__future__", "specwright_runtime"):
            groups[kind].append(f"from {node.module} import {', '.join(used)}")
    if re.search(r"\(Model\):", body):
        groups["own"].append("from ._model import Model")
    return ModelsSource(tuple("\n".join(lines) for lines in groups.values() if lines), body)


def _check(source: str, definitions: Sequence[Definition]) -> None:
    printed: dict[str, list[str] | None] = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            printed[node.name] = [
                line.target.id
                for line in node.body
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
            ]
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            printed[node.targets[0].id] = None
    wanted = {
        item.name: [entry.name for entry in item.fields] if isinstance(item, ClassDefinition) else None
        for item in definitions
    }
    if printed != wanted:
        different = sorted(name for name in {*printed, *wanted} if printed.get(name, ...) != wanted.get(name, ...))
        raise RuntimeError(f"datamodel-code-generator printed something else than planned for {different}")
