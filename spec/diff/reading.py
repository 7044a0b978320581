"""One schema object into normal form: its own keywords, in the dialect of OpenAPI 3.0 or of 3.1."""

from __future__ import annotations

from collections.abc import Callable

from spec.diff.differences import Spot
from spec.diff.normal import ARRAY, EVERY_TYPE, NULL, OBJECT, Part, Parts, Schema, type_set, value_key
from spec.diff.schema_rules import KEYWORDS
from spec.model import JSON
from spec.sourcemap import escape_token, join_pointer
from spec.visit import as_list, as_object

_TEXTS = ("title", "description", "externalDocs")
_CONDITIONS = frozenset(KEYWORDS.values()) - {"$ref", "allOf"}
_FLAGS = ("uniqueItems", "deprecated", "readOnly", "writeOnly")
_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_STRINGS = ("pattern", "format", "contentMediaType", "contentEncoding")
_OTHERS = {"if": ("if", "then", "else"), "contains": ("contains", "minContains", "maxContains")}
_SAYING_NOTHING: dict[str, Callable[[JSON], bool]] = {
    "if": lambda value: isinstance(value, dict) and not value.keys() & {"then", "else"},
    "contains": lambda value: isinstance(value, dict) and value.get("minContains") == 0 and "maxContains" not in value,
    "not": lambda value: value is False,
    "dependentRequired": lambda value: isinstance(value, dict) and not any(value.values()),
    **dict.fromkeys(("dependentSchemas", "patternProperties"), lambda value: value == {}),
    **dict.fromkeys(
        ("propertyNames", "unevaluatedItems", "unevaluatedProperties"), lambda value: value is True or value == {}
    ),
}


def read_keywords(part: Part, legacy: bool) -> Schema:
    """The normal form of what stands in this object itself; `$ref`, `allOf`, `anyOf` and `oneOf` are left to others."""
    raw = part.raw
    if raw is False:
        return Schema(part.pointer, raw, types=frozenset())
    if not isinstance(raw, dict):
        return Schema(part.pointer, raw)
    prefix = tuple(_child(part, value, "prefixItems", i) for i, value in enumerate(as_list(raw.get("prefixItems"))))
    return Schema(
        part.pointer,
        raw,
        types=_types(raw, legacy),
        enum=_enum(raw, part.pointer),
        limits=_limits(raw, part.pointer, legacy),
        properties=_properties(part, raw.get("properties")),
        required={name: part.pointer for name in as_list(raw.get("required")) if isinstance(name, str)},
        additional=_sub_schema(part, "additionalProperties"),
        items=_sub_schema(part, "items"),
        prefix=prefix,
        conditions=dict(_conditions(raw, part.pointer)),
        discriminator=_discriminator(raw, part.pointer),
        texts=read_texts(raw, part.pointer),
    )


def read_texts(raw: dict[str, JSON], pointer: str) -> dict[str, Spot]:
    """What is written for people: title, description, links, examples."""
    texts = {name: Spot(f"{pointer}/{name}", raw[name]) for name in _TEXTS if raw.get(name)}
    examples = as_list(raw.get("examples")) or ([raw["example"]] if "example" in raw else [])
    if examples:
        key = "example" if "example" in raw else "examples"
        texts["example"] = Spot(pointer + join_pointer(key), examples)
    return texts


def _child(part: Part, raw: JSON, *tokens: str | int) -> Parts:
    return (Part(part.pointer + join_pointer(*tokens), raw),)


def _properties(part: Part, value: JSON) -> dict[str, Parts]:
    base = f"{part.pointer}/properties"
    return {name: (Part(f"{base}/{escape_token(name)}", child),) for name, child in as_object(value).items()}


def _sub_schema(part: Part, keyword: str) -> Parts | None:
    """The schema under a keyword; None where it allows everything."""
    raw = as_object(part.raw).get(keyword, True)
    return None if raw is True or raw == {} else _child(part, raw, keyword)


def _types(raw: dict[str, JSON], legacy: bool) -> frozenset[str]:
    declared = raw.get("type")
    if declared is None:
        return EVERY_TYPE
    types = type_set(declared if isinstance(declared, list) else [declared])
    return types | {NULL} if legacy and raw.get("nullable") is True else types


def _enum(raw: dict[str, JSON], pointer: str) -> dict[str, Spot] | None:
    """The listed values. By the clarification of OpenAPI 3.0.3, `nullable` allows no null that they lack."""
    if "const" in raw:
        return {value_key(raw["const"]): Spot(pointer + "/const", raw["const"])}
    values = raw.get("enum")
    if not isinstance(values, list):
        return None
    return {value_key(value): Spot(pointer + join_pointer("enum", i), value) for i, value in enumerate(values)}


def _limits(raw: dict[str, JSON], pointer: str, legacy: bool) -> dict[str, Spot]:
    limits = {}
    for keyword, value in raw.items():
        says = _SAYS_SOMETHING.get(keyword)
        if says is not None and says(value):
            limits[keyword] = Spot(f"{pointer}/{keyword}", value)
    if legacy:
        for plain, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if raw.get(exclusive) is True and plain in limits:
                limits[exclusive] = limits.pop(plain)
    return limits


def _conditions(raw: dict[str, JSON], pointer: str) -> list[tuple[str, Spot]]:
    found = []
    for keyword in sorted(_CONDITIONS & raw.keys()):
        together = {name: raw[name] for name in _OTHERS.get(keyword, (keyword,)) if name in raw}
        value = together if keyword in _OTHERS else raw[keyword]
        if not _SAYING_NOTHING.get(keyword, _never)(value):
            found.append((keyword, Spot(pointer + join_pointer(keyword), value)))
    return found


def _never(_value: JSON) -> bool:
    return False


def _discriminator(raw: dict[str, JSON], pointer: str) -> Spot | None:
    value = raw.get("discriminator")
    return Spot(pointer + "/discriminator", value) if isinstance(value, dict) else None


def _is_number(value: JSON) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_SAYS_SOMETHING: dict[str, Callable[[JSON], bool]] = {
    **dict.fromkeys(_FLAGS, lambda value: value is True),
    **dict.fromkeys((*_NUMBERS, *_COUNTS), _is_number),
    **dict.fromkeys(_STRINGS, lambda value: isinstance(value, str)),
    "default": lambda value: True,
    "xml": bool,
}


def implies_object(schema: Schema) -> bool:
    """Whether a schema without a type is meant for objects: it lists properties."""
    return schema.types == EVERY_TYPE and bool(schema.properties) and schema.enum is None and not schema.unions


def implies_array(schema: Schema) -> bool:
    """Whether a schema without a type is meant for arrays: it describes items."""
    return schema.types == EVERY_TYPE and schema.items is not None and schema.enum is None and not schema.unions


IMPLIED_TYPES = ((implies_object, OBJECT), (implies_array, ARRAY))
