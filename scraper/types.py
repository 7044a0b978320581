"""Type cells: the words with which reference tables name types."""

from __future__ import annotations

import re

from spec.model import ArrayOf, ObjectOf, Reference, Scalar, Type, Union, UnknownType

SCALARS: dict[str, Scalar] = {
    "string": Scalar("string"),
    "strings": Scalar("string"),
    "str": Scalar("string"),
    "text": Scalar("string"),
    "char": Scalar("string"),
    "varchar": Scalar("string"),
    "uuid": Scalar("string", "uuid"),
    "date": Scalar("string", "date"),
    "datetime": Scalar("string", "date-time"),
    "date-time": Scalar("string", "date-time"),
    "timestamp": Scalar("string"),
    "url": Scalar("string", "uri"),
    "uri": Scalar("string", "uri"),
    "email": Scalar("string", "email"),
    "file": Scalar("string", "binary"),
    "integer": Scalar("integer"),
    "integers": Scalar("integer"),
    "int": Scalar("integer"),
    "ints": Scalar("integer"),
    "short": Scalar("integer"),
    "int32": Scalar("integer", "int32"),
    "int64": Scalar("integer", "int64"),
    "long": Scalar("integer", "int64"),
    "longs": Scalar("integer", "int64"),
    "long integer": Scalar("integer", "int64"),
    "unsigned integer": Scalar("integer"),
    "bigint": Scalar("integer", "int64"),
    "biginteger": Scalar("integer"),
    "number": Scalar("number"),
    "numbers": Scalar("number"),
    "decimal": Scalar("number"),
    "bigdecimal": Scalar("number"),
    "float": Scalar("number", "float"),
    "floats": Scalar("number", "float"),
    "double": Scalar("number", "double"),
    "boolean": Scalar("boolean"),
    "booleans": Scalar("boolean"),
    "bool": Scalar("boolean"),
}
OBJECTS = frozenset(
    {
        "object",
        "objects",
        "dict",
        "dictionary",
        "hash",
        "hashes",
        "json",
        "json object",
        "struct",
        "structure",
        "data structure",
    }
)
MAPS = frozenset({"map", "maps"})
MAX_DEPTH = 8
MAX_LENGTH = 200
ARRAYS = frozenset({"array", "arrays", "list", "lists", "set"})

_ARRAY_OF = re.compile(r"^(?:array|list|set)s?\s*(?:of\s+|<\s*|\[\s*|\(\s*)(.+?)\s*[>\])]?$", re.IGNORECASE)
_SUFFIXED = re.compile(r"^(.+?)\s*(?:\[\]|\s(?:array|list))$", re.IGNORECASE)
_MAP_OF = re.compile(r"^map\s*<\s*string\s*,\s*(.+?)\s*>$", re.IGNORECASE)
_OBJECT = re.compile(r"^(.+?)\s+(?:data\s+)?(?:objects?|structures?)$", re.IGNORECASE)
_DESCRIBED = re.compile(r"^[a-z]+(?: [a-z]+)+$")
_ALTERNATIVES = re.compile(r"\s*/\s*|\s*\|\s*|\s+or\s+|\s*或\s*")
_NAME = re.compile(r"^[A-Za-z_][\w.\-]*$")
_LENGTH = re.compile(r"^([A-Za-z]+)\s*[(\[]\s*\d+\s*[)\]]$")


def parse_type(text: str) -> Type:
    """Reads a type cell.

    Returns:
        The type; `UnknownType` with the text when it is none that we know. A single capitalised
        word that is no known type is a `Reference`.
    """
    words = " ".join(re.sub(r"[`*]", "", text).split()).strip(" .")
    return _parse(words, MAX_DEPTH) if words else UnknownType()


def _parse(words: str, depth: int) -> Type:
    single = _parse_one(words, depth)
    if not isinstance(single, UnknownType) or len(words) > MAX_LENGTH:
        return single
    parts = [_parse_one(part, depth) for part in _ALTERNATIVES.split(words) if part]
    if len(parts) > 1 and not any(isinstance(part, UnknownType) for part in parts):
        return Union(tuple(dict.fromkeys(parts)))
    return UnknownType(words)


def _parse_one(words: str, depth: int) -> Type:
    low = words.lower()
    if not depth or len(words) > MAX_LENGTH:
        return UnknownType(words[:MAX_LENGTH])
    if low in SCALARS:
        return SCALARS[low]
    if low in OBJECTS:
        return ObjectOf()
    if low in MAPS:
        return ObjectOf(additional=UnknownType())
    if low in ARRAYS:
        return ArrayOf(UnknownType())
    if match := _LENGTH.match(words):
        return _parse_one(match[1], depth)
    if match := _MAP_OF.match(words):
        return ObjectOf(additional=_parse(match[1], depth - 1))
    if match := _ARRAY_OF.match(words) or _SUFFIXED.match(words):
        items = _parse(match[1], depth - 1)
        return UnknownType(words) if isinstance(items, UnknownType) else ArrayOf(items)
    if match := _OBJECT.match(words):
        if _NAME.match(match[1]):
            return Reference(match[1])
        return ObjectOf() if _DESCRIBED.match(match[1]) else UnknownType(words)
    if _NAME.match(words) and words[0].isupper():
        return Reference(words)
    return UnknownType(words)
