"""Types as this vendor prints them, in cells and in descriptions, and what they leave open."""

from __future__ import annotations

import re
from dataclasses import replace

from scraper.blocks import Cell, Text
from scraper.types import parse_type
from spec.model import ArrayOf, ObjectOf, Reference, Scalar, Type, UnknownType

_TYPE_END = re.compile(r"\.\s+|\.$|\n|\s+(?=For (?:more )?details\b)")
_STATED_TYPE = re.compile(r"^Type\s*[:：]\s*(?P<type>[A-Za-z][\w ]*?)(?=$|[,;.。]|\s+Default)[,;.]?\s*", re.IGNORECASE)
_ELEMENT = r"(?P<name>[A-Za-z_][\w.\-]*(?: [A-Z][\w.\-]*)?)"
_TYPES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), shape)
    for pattern, shape in (
        (r"^(?:dictionary|dict|json)(?: data)?(?: structure| object)?$|^结构体(?:数据类型)?$", "object"),
        (r"^(?:xml|container)$", "object"),
        (r"^\[\s*(?P<item>[A-Za-z]\w*)\s*\]$", "array of"),
        (r"^(?:list|array)(?: data)?(?: structure)?s?$|^jsonarray$|^array of (?:arrays|lists)$", "array"),
        (r"^(?:结构体)?(?:数组|列表)(?:数据)?(?:类型)?$", "array"),
        (r"^(?:string|str)s? ?(?:array|list)$|^(?:array|list) ?(?:of )?strings?$|^(?:array|list) ?<str>$", "strings"),
        (r"^(?:array|list) ?(?:of )?<?(?:dict|object|json|map|structure)s?(?:<.*>)?>?$", "objects"),
        (r"^enum(?:eration)?$", "string"),
        (
            rf"^(?:array|list) of {_ELEMENT}(?: objects?| structures?)?$|^(?:array|list) ?<\s*(?P<item>[\w.\-]+)\s*>$",
            "array of",
        ),
        (
            rf"^{_ELEMENT}(?: data)? structure (?:array|list)$|^{_ELEMENT.replace('name', 'other')} (?:array|list)$",
            "array of",
        ),
        (
            rf"^{_ELEMENT}(?: field)?(?: data)? (?:object|structure)$"
            r"|^object \(data structure of the (?P<other>[\w.\-]+) field\)$",
            "one",
        ),
    )
)
_SHAPES: dict[str, Type] = {
    "object": ObjectOf(),
    "array": ArrayOf(UnknownType()),
    "strings": ArrayOf(Scalar("string")),
    "objects": ArrayOf(ObjectOf()),
    "string": Scalar("string"),
}


def type_of(cell: Cell | None) -> tuple[Type, tuple[Text, ...]]:
    """The type in a cell, and the texts of the cell that say more than the type."""
    if cell is None or not cell.parts:
        return UnknownType(), ()
    first = cell.parts[0]
    words = _TYPE_END.split(first.text.strip())[0].strip()
    return parse_printed_type(words), cell.parts[1:]


def stated_type(parts: tuple[Text, ...]) -> tuple[Type, tuple[Text, ...]]:
    """The type that a line of a description states, `Type: string`, and the description without it."""
    for index, part in enumerate(parts):
        if match := _STATED_TYPE.match(part.text):
            rest = part.text[match.end() :]
            left = (replace(part, text=rest),) if rest else ()
            return parse_printed_type(match["type"]), (*parts[:index], *left, *parts[index + 1 :])
    return UnknownType(), parts


def parse_printed_type(words: str) -> Type:
    """A type cell: shapes that only this vendor prints, the shared words, then names inside of phrases."""
    plain = " ".join(re.sub(r"[`*\\]", "", words).split())
    printed = next((_SHAPES[shape] for pattern, shape in _TYPES if shape in _SHAPES and pattern.match(plain)), None)
    kind = printed or parse_type(words)
    if not isinstance(kind, UnknownType):
        return kind
    for pattern, shape in _TYPES:
        if match := pattern.match(plain):
            name = next((value for value in match.groupdict().values() if value), "")
            target = parse_type(name)
            inner = Reference(name.replace(" ", "")) if isinstance(target, UnknownType) else target
            return ArrayOf(inner) if shape == "array of" else inner
    return kind


def named_type(kind: Type) -> str:
    """The structure that a type names, through arrays; empty when it names none."""
    if isinstance(kind, ArrayOf):
        return named_type(kind.items)
    return kind.name if isinstance(kind, Reference) else ""


def may_nest(kind: Type) -> bool:
    """Whether a row of this type can have its properties in a table of their own."""
    if isinstance(kind, ArrayOf):
        return may_nest(kind.items)
    return isinstance(kind, Reference | UnknownType) or (isinstance(kind, ObjectOf) and not kind.properties)


def point_to(kind: Type, name: str) -> Type:
    """The type with the structure `name` where it left the properties open."""
    if isinstance(kind, ArrayOf):
        return ArrayOf(point_to(kind.items, name))
    return Reference(name)
