"""One schema of OpenAPI 3.1 as OpenAPI 3.0.3 says it.

Steps in order, each from schema to schema. The schemas inside are converted before: a null branch is already the
schema of 3.0 that only null satisfies. `nullable` follows the clarification of 3.0.3: it adds null to `type` in the
same schema, and says nothing without one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from spec.diff.normal import ARRAY, BOOLEAN, INTEGER, NULL, NUMBER, OBJECT, STRING, has_type, same_value, type_of
from spec.export.loss import Node, Report
from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.visit import as_list, as_object

Step: TypeAlias = Callable[[Node, Report], Node]

_ONLY_NULL: Node = {"type": STRING, "nullable": True, "enum": [None]}
_ANNOTATIONS = frozenset(
    {"title", "description", "deprecated", "readOnly", "writeOnly", "default", "example", "externalDocs", "xml"}
)
_OF_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_OF_TYPE = {
    STRING: ("minLength", "maxLength", "pattern"),
    NUMBER: _OF_NUMBERS,
    INTEGER: _OF_NUMBERS,
    ARRAY: ("items", "minItems", "maxItems", "uniqueItems"),
    OBJECT: ("properties", "required", "additionalProperties", "minProperties", "maxProperties"),
    BOOLEAN: (),
}
_SPECIFIC = frozenset(keyword for keywords in _OF_TYPE.values() for keyword in keywords)
_COMPOSITION = ("allOf", "anyOf", "oneOf", "not")
_KNOWN = _ANNOTATIONS | _SPECIFIC | {*_COMPOSITION, "$ref", "type", "nullable", "enum", "format", "discriminator"}
_FORMATS = {
    **dict.fromkeys(("int32", "int64"), (INTEGER, NUMBER)),
    **dict.fromkeys(("float", "double", "decimal"), (NUMBER,)),
}
_BINARY = ("application/octet-stream", "image/", "audio/", "video/", "application/zip", "application/pdf")
_ENCODINGS = {"base64": "byte", "base64url": "base64url"}
_MAPS = ("properties", "patternProperties")
_SINGLE = ("items", "not")


def downgrade_schema(schema: Node, report: Report) -> Node:
    """The schema of 3.0 that accepts the same instances, or more of them where a loss is reported.

    Below `not` and `oneOf`, more instances of a part can be fewer instances of the whole.
    """
    for step in _STEPS:
        schema = step(schema, report)
    return schema


def is_only_null(schema: JSON) -> bool:
    """Whether a schema of 3.0 is one that only null satisfies."""
    node = as_object(schema)
    return isinstance(node.get("type"), str) and node.get("nullable") is True and node.get("enum") == [None]


def plain_schema(schema: JSON) -> JSON:
    """The schema as an object: 3.0 has no boolean schemas."""
    return schema if not isinstance(schema, bool) else {} if schema else {"not": {}}


def is_binary(media_type: str) -> bool:
    """Whether content of this media type is bytes rather than text."""
    return media_type.lower().startswith(_BINARY)


def _replaced(schema: Node, keyword: str, **others: JSON) -> Node:
    """The schema with other keywords at the place of one."""
    changed: Node = {}
    for key, value in schema.items():
        changed |= others if key == keyword else {key: value}
    return changed


def _without(schema: Node, *keywords: str) -> Node:
    return {key: value for key, value in schema.items() if key not in keywords}


def _require(schema: Node, condition: JSON) -> Node:
    """The schema with one more `allOf` branch."""
    return {**schema, "allOf": [*as_list(schema.get("allOf")), condition]}


# ---------------------------------------------------------------- steps


def _drop_lookalikes(schema: Node, report: Report) -> Node:
    """`nullable` means nothing in 3.1, and would begin to mean something; definitions that are used are components."""
    if "nullable" in schema:
        report("/nullable", "nullable has no meaning in OpenAPI 3.1: left out")
    return _without(schema, "nullable", "$defs", "definitions")


def _wrap_reference(schema: Node, _: Report) -> Node:
    """3.0 ignores what stands beside `$ref`."""
    if "$ref" not in schema or len(schema) == 1:
        return schema
    reference: Node = {"$ref": schema["$ref"]}
    if "allOf" in schema:
        return _require(_without(schema, "$ref"), reference)
    return _replaced(schema, "$ref", allOf=[reference])


def _spell_out_booleans(schema: Node, _: Report) -> Node:
    changed = dict(schema)
    for keyword in schema:
        value = schema[keyword]
        if keyword in _SINGLE:
            changed[keyword] = plain_schema(value)
        elif keyword in ("allOf", "anyOf", "oneOf", "prefixItems"):
            changed[keyword] = [plain_schema(child) for child in as_list(value)]
        elif keyword in _MAPS:
            changed[keyword] = {name: plain_schema(child) for name, child in as_object(value).items()}
    return _without(changed, "not") if schema.get("not") is False else changed


def _flag_bounds(schema: Node, _: Report) -> Node:
    """Exclusive bounds are flags beside `minimum` and `maximum`; of two bounds only the tighter one matters."""
    for bound, exclusive, sign in (("minimum", "exclusiveMinimum", 1), ("maximum", "exclusiveMaximum", -1)):
        limit, other = schema.get(exclusive), schema.get(bound)
        if not _is_number(limit):
            continue
        if _is_number(other) and sign * other > sign * limit:  # type: ignore[operator]
            schema = _without(schema, exclusive)
        else:
            schema = _replaced(_without(schema, bound), exclusive, **{bound: limit, exclusive: True})
    return schema


def _is_number(value: JSON) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _list_constant(schema: Node, _: Report) -> Node:
    if "const" not in schema:
        return schema
    constant = schema["const"]
    listed: JSON = [constant]
    if "enum" not in schema:
        return _replaced(schema, "const", enum=listed)
    if any(same_value(constant, value) for value in as_list(schema["enum"])):
        return _replaced(_without(schema, "enum"), "const", enum=listed)
    return _require(_without(schema, "const"), {"not": {}})


def _merge_prefix(schema: Node, report: Report) -> Node:
    """Items by position become items of any of these schemas."""
    if "prefixItems" not in schema:
        return schema
    prefix, rest = as_list(schema["prefixItems"]), schema.get("items", {})
    report("/prefixItems", "prefixItems: items are described by all of these schemas together, not by position")
    if rest == {"not": {}}:
        schema = {**schema, "maxItems": _least(len(prefix), schema.get("maxItems"))}
        return _replaced(_without(schema, "items"), "prefixItems", items=_any_of(prefix))
    return _replaced(_without(schema, "items"), "prefixItems", items=_any_of([*prefix, rest]))


def _least(count: int, other: JSON) -> JSON:
    return min(count, other) if isinstance(other, int) and not isinstance(other, bool) else count


def _any_of(schemas: list[JSON]) -> JSON:
    distinct: list[JSON] = []
    for schema in schemas:
        if schema == {}:
            return {}
        if schema not in distinct:
            distinct.append(schema)
    return distinct[0] if len(distinct) == 1 else {"anyOf": distinct}


def _merge_patterns(schema: Node, report: Report) -> Node:
    """Properties by pattern are additional ones in 3.0; where these are limited, theirs must be among them."""
    if "patternProperties" not in schema:
        return schema
    patterns = as_object(schema["patternProperties"])
    for pattern in patterns:
        report(join_pointer("patternProperties", pattern), f"patternProperties: names like {pattern!r} are not told")
    rest = schema.get("additionalProperties", True)
    if rest is True or rest == {} or not patterns:
        return _without(schema, "patternProperties")
    described = [*patterns.values()] if rest is False else [*patterns.values(), rest]
    return _without({**schema, "additionalProperties": _any_of(described)}, "patternProperties")


def _close_objects(schema: Node, report: Report) -> Node:
    """`unevaluatedProperties` without composition is `additionalProperties`."""
    if "unevaluatedProperties" not in schema:
        return schema
    rest = schema["unevaluatedProperties"]
    composed = any(keyword in schema for keyword in (*_COMPOSITION, "$ref", "if", "then", "else", "dependentSchemas"))
    if rest is True or rest == {} or "additionalProperties" in schema:
        return _without(schema, "unevaluatedProperties")
    if not composed:
        return _replaced(schema, "unevaluatedProperties", additionalProperties=rest)
    report("/unevaluatedProperties", "unevaluatedProperties is left out: more properties are allowed")
    return _without(schema, "unevaluatedProperties")


def _name_content(schema: Node, report: Report) -> Node:
    """`contentEncoding` and `contentMediaType` are formats in 3.0."""
    encoding, media = schema.get("contentEncoding"), schema.get("contentMediaType")
    told = None
    if isinstance(encoding, str) and encoding in _ENCODINGS:
        told = ("contentEncoding", _ENCODINGS[encoding])
    elif encoding is None and isinstance(media, str) and is_binary(media):
        told = ("contentMediaType", "binary")
    if told is not None and schema.get("format", told[1]) == told[1]:
        schema = _replaced(_without(schema, "format"), told[0], format=told[1])
        if schema["format"] == "binary" and media != "application/octet-stream":
            report("/contentMediaType", f"contentMediaType {media} is told as format binary")
    for keyword in ("contentEncoding", "contentMediaType"):
        if keyword in schema:
            report(join_pointer(keyword), f"{keyword} {schema[keyword]} is left out")
    return _without(schema, "contentEncoding", "contentMediaType")


def _keep_one_example(schema: Node, report: Report) -> Node:
    if "examples" not in schema:
        return schema
    examples = as_list(schema["examples"])
    if "example" in schema or not examples:
        if examples:
            report("/examples", "examples are left out beside example")
        return _without(schema, "examples")
    if len(examples) > 1:
        report("/examples", f"only the first of {len(examples)} examples is kept")
    return _replaced(schema, "examples", example=examples[0])


def _fold_null_branches(schema: Node, _: Report) -> Node:
    """A union of null and one plain type is that type with `nullable`; other unions keep their null branch."""
    for keyword in ("anyOf", "oneOf"):
        branches = as_list(schema.get(keyword))
        others = [branch for branch in branches if not is_only_null(branch)]
        if len(branches) != 2 or len(others) != 1 or not (schema.keys() - {keyword} <= _ANNOTATIONS):
            continue
        [other] = others
        if isinstance(other, dict) and _takes_nullable(other) and not other.keys() & schema.keys():
            null = next(branch for branch in branches if is_only_null(branch))
            if as_object(null).keys() == _ONLY_NULL.keys():
                return _replaced(schema, keyword, **other, nullable=True)
    return schema


def _takes_nullable(schema: Node) -> bool:
    """Whether `nullable` would add null to the schema, and nothing else in it speaks of null."""
    return isinstance(schema.get("type"), str) and not schema.keys() & {"nullable", "enum", *_COMPOSITION}


def _infer_type(schema: Node, _: Report) -> Node:
    """Listed values of one type have it: generators make nothing of an enum without type."""
    values = schema.get("enum")
    if "type" in schema or not isinstance(values, list):
        return schema
    types = {type_of(value) for value in values}
    if NUMBER in types:
        types.discard(INTEGER)
    named = sorted(types - {NULL})
    if len(named) > 1 or not types:
        return schema
    return _replaced(schema, "enum", type=[*named, *(types & {NULL})], enum=values)


def _narrow_types(schema: Node, _: Report) -> Node:
    """A type that no listed value has is none: generators make nothing of values that have several."""
    declared, values = schema.get("type"), schema.get("enum")
    if not isinstance(declared, list) or not isinstance(values, list):
        return schema
    kept = [name for name in declared if name == NULL or _select_values(values, name)]
    if kept in ([], [NULL], declared):
        return schema
    told = schema.get("format") is None or any(name in _types_of_format(schema["format"]) for name in kept)
    return {**(schema if told else _without(schema, "format")), "type": kept}


def _select_values(values: list[JSON], name: JSON) -> list[JSON]:
    return [value for value in values if isinstance(name, str) and has_type(value, frozenset((name,)))]


def _name_one_type(schema: Node, _: Report) -> Node:
    """3.0 has one type for each schema, and `nullable`."""
    if "type" not in schema:
        return schema
    declared = schema["type"]
    types = [name for name in (declared if isinstance(declared, list) else [declared]) if isinstance(name, str)]
    values = schema.get("enum")
    null = NULL in types and not (isinstance(values, list) and None not in values)
    named = [name for name in dict.fromkeys(types) if name != NULL]
    if not named:
        return _only_null(schema) if null else _require(_without(schema, "type"), {"not": {}})
    if isinstance(values, list) and null and all(value is None for value in values):
        return _only_null(schema)
    if len(named) == 1:
        nullable: Node = {"nullable": True} if null else {}
        items: Node = {"items": {}} if named[0] == ARRAY and "items" not in schema else {}
        return _replaced(schema, "type", type=named[0], **nullable, **items)
    return _split_types(schema, named, null)


def _only_null(schema: Node) -> Node:
    return _replaced(_without(schema, "enum", "format"), "type", **_ONLY_NULL)


def _split_types(schema: Node, types: list[str], null: bool) -> Node:
    """One branch for each type, each with the keywords that are about it."""
    branches: list[JSON] = []
    for name in types:
        branch: Node = {"type": name, **({"nullable": True} if null else {})}
        branch |= {keyword: schema[keyword] for keyword in schema if keyword in _OF_TYPE.get(name, ())}
        if name in _types_of_format(schema.get("format")):
            branch["format"] = schema["format"]
        if name == ARRAY:
            branch.setdefault("items", {})
        branches.append({**branch, **_listed_values(schema, name, null)})
    moved = {keyword for branch in branches for keyword in as_object(branch)} - {"type", "nullable"}
    rest = _without(schema, *moved)
    if "anyOf" in schema:
        return _require(_without(rest, "type"), {"anyOf": branches})
    return _replaced(rest, "type", anyOf=branches)


def _listed_values(schema: Node, name: str, null: bool) -> Node:
    """The listed values of one of several types, with what is listed beside them."""
    values = schema.get("enum")
    if not isinstance(values, list):
        return {}
    places = [place for place, value in enumerate(values) if _select_values([value], name) or (null and value is None)]
    lists = {key: as_list(value) for key, value in schema.items() if key == "enum" or key.startswith("x-enum-")}
    return {key: [found[place] for place in places] for key, found in lists.items() if len(found) == len(values)}


def _types_of_format(name: JSON) -> tuple[str, ...]:
    return _FORMATS.get(name, (STRING,)) if isinstance(name, str) else ()


def _drop_unsayable(schema: Node, report: Report) -> Node:
    """Keywords that 3.0 does not have; empty lists, which it does not allow."""
    kept: Node = {}
    for keyword, value in schema.items():
        if keyword in _KNOWN or keyword.startswith("x-"):
            kept[keyword] = value
        elif keyword not in _SAYING_NOTHING or value not in _SAYING_NOTHING[keyword]:
            report(join_pointer(keyword), f"{keyword} is left out: OpenAPI 3.0 does not have it")
    kept = _without(kept, *(keyword for keyword in ("required", "allOf") if kept.get(keyword) == []))
    return _require(_without(kept, "enum"), {"not": {}}) if kept.get("enum") == [] else kept


_SAYING_NOTHING: dict[str, tuple[JSON, ...]] = {
    "dependentRequired": ({},),
    "dependentSchemas": ({},),
    "propertyNames": (True, {}),
    "unevaluatedItems": (True, {}),
}

_STEPS: tuple[Step, ...] = (
    _drop_lookalikes,
    _wrap_reference,
    _spell_out_booleans,
    _flag_bounds,
    _list_constant,
    _merge_prefix,
    _merge_patterns,
    _close_objects,
    _name_content,
    _keep_one_example,
    _fold_null_branches,
    _infer_type,
    _narrow_types,
    _name_one_type,
    _drop_unsayable,
)
