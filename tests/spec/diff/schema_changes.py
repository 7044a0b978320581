"""Single changes of a schema: old, new, and the end of the rule's id for requests and for responses."""

from __future__ import annotations

from typing import Any

T, I, N, A, O = ({"type": name} for name in ("string", "integer", "number", "array", "object"))  # noqa: E741
CAT = {"type": "object", "title": "Cat", "properties": {"purrs": {"type": "boolean"}}, "required": ["purrs"]}
DOG = {"type": "object", "title": "Dog", "properties": {"barks": {"type": "boolean"}}, "required": ["barks"]}
FISH = {"type": "object", "title": "Fish", "properties": {"swims": {"type": "boolean"}}, "required": ["swims"]}
BASE = {"type": "object", "properties": {"a": T, "b": T}}
KIND = {"propertyName": "kind"}


def _with(schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {**schema, **more}


def _mapped(**mapping: str) -> dict[str, Any]:
    return {"oneOf": [CAT, DOG], "discriminator": {**KIND, "mapping": mapping}}


_TWO = {"oneOf": [CAT, DOG]}
_BRANCHES = {"anyOf": [CAT, DOG]}
_CHOICE = {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}
_PAIR = {"type": "array", "prefixItems": [T, I], "items": False}
_TRIPLE = {"type": "array", "prefixItems": [T, I, T], "items": False}
_SEARCHED = {"type": "array", "contains": T}
_CHOOSING = _with(BASE, **_CHOICE)
_CAT, _DOG = "#/components/schemas/Cat", "#/components/schemas/Dog"

# old, new, aspect for requests, aspect for responses, aspects of the way back
CHANGES: tuple[tuple[Any, Any, str, str], ...] = (
    (T, I, "type-changed", "type-changed"),
    (T, _with(T, format="uuid"), "type-changed", "type-specialized"),
    (_with(T, format="date"), T, "type-generalized", "type-generalized"),
    (_with(T, format="date"), _with(T, format="date-time"), "type-changed", "type-changed"),
    (_with(I, format="int32"), _with(I, format="int64"), "type-generalized", "type-generalized"),
    (_with(I, format="int64"), _with(I, format="int32"), "type-changed", "type-specialized"),
    (I, N, "type-generalized", "type-generalized"),
    (N, I, "type-changed", "type-specialized"),
    (T, {"type": ["string", "integer"]}, "type-generalized", "type-generalized"),
    ({"type": ["string", "integer"]}, T, "type-changed", "type-specialized"),
    ({"type": ["string", "integer"]}, {"type": ["string", "boolean"]}, "type-changed", "type-changed"),
    ({}, T, "type-changed", "type-specialized"),
    (T, {}, "type-generalized", "type-generalized"),
    (True, _with(BASE, required=["a"]), "type-changed", "type-specialized"),
    (T, _with(A, items=T), "type-changed", "type-changed"),
    (_with(T, enum=["a"]), _with(I, enum=[1]), "type-changed", "type-changed"),
    (T, {"type": ["string", "null"]}, "became-nullable", "became-nullable"),
    ({"type": ["string", "null"]}, T, "became-not-nullable", "became-not-nullable"),
    (_with(T, enum=["a"]), {"type": ["string", "null"], "enum": ["a", None]}, "became-nullable", "became-nullable"),
    ({"anyOf": [BASE, {"type": "null"}]}, BASE, "became-not-nullable", "became-not-nullable"),
    (_with(T, enum=["a", "b"]), _with(T, enum=["b"]), "enum-value-removed", "enum-value-removed"),
    (_with(T, enum=["a"]), _with(T, enum=["b", "a"]), "enum-value-added", "enum-value-added"),
    (T, _with(T, enum=["a", "b"]), "became-enum", "became-enum"),
    (_with(T, const="a"), T, "became-not-enum", "became-not-enum"),
    (_with(T, const="a"), _with(T, const="b"), "const-changed", "const-changed"),
    (_with(I, enum=[1]), _with(I, const=2), "const-changed", "const-changed"),
    (T, _with(T, pattern="^a"), "pattern-added", "pattern-added"),
    (_with(T, pattern="^a"), T, "pattern-removed", "pattern-removed"),
    (_with(T, pattern="^[a-c]+$"), _with(T, pattern="^[a-d]{2,9}$"), "pattern-changed", "pattern-changed"),
    (_with(T, pattern="^(a|b)$"), _with(T, pattern="^(a|b|c)$"), "pattern-generalized", "pattern-changed"),
    (_with(T, pattern="^(a|b|c)$"), _with(T, pattern="^(a|b)$"), "pattern-changed", "pattern-specialized"),
    (T, _with(T, default="a"), "default-value-added", "default-value-added"),
    (_with(T, default="a"), T, "default-value-removed", "default-value-removed"),
    (_with(T, default="a"), _with(T, default="b"), "default-value-changed", "default-value-changed"),
    (I, _with(I, default=None), "default-value-added", "default-value-added"),
    (T, _with(T, deprecated=True), "deprecated", "deprecated"),
    (_with(T, deprecated=True), T, "reactivated", "reactivated"),
    (_with(I, maximum=5), _with(I, maximum=6), "max-increased", "max-increased"),
    (_with(I, maximum=5), _with(I, maximum=4), "max-decreased", "max-decreased"),
    (I, _with(I, maximum=4), "max-set", "max-set"),
    (_with(I, maximum=4), I, "max-unset", "max-unset"),
    (_with(I, minimum=5), _with(I, minimum=6), "min-increased", "min-increased"),
    (_with(I, minimum=5), _with(I, minimum=4), "min-decreased", "min-decreased"),
    (I, _with(I, minimum=4), "min-set", "min-set"),
    (_with(I, minimum=4), I, "min-unset", "min-unset"),
    (_with(N, exclusiveMaximum=5), _with(N, exclusiveMaximum=6), "exclusive-max-increased", "exclusive-max-increased"),
    (_with(N, exclusiveMaximum=5), _with(N, exclusiveMaximum=4), "exclusive-max-decreased", "exclusive-max-decreased"),
    (N, _with(N, exclusiveMaximum=4), "exclusive-max-set", "exclusive-max-set"),
    (_with(N, exclusiveMaximum=4), N, "exclusive-max-unset", "exclusive-max-unset"),
    (_with(N, exclusiveMinimum=5), _with(N, exclusiveMinimum=6), "exclusive-min-increased", "exclusive-min-increased"),
    (_with(N, exclusiveMinimum=5), _with(N, exclusiveMinimum=4), "exclusive-min-decreased", "exclusive-min-decreased"),
    (N, _with(N, exclusiveMinimum=4), "exclusive-min-set", "exclusive-min-set"),
    (_with(N, exclusiveMinimum=4), N, "exclusive-min-unset", "exclusive-min-unset"),
    (_with(N, maximum=4), _with(N, exclusiveMaximum=4), "max-decreased", "max-decreased"),
    (_with(N, exclusiveMinimum=4), _with(N, minimum=4), "min-decreased", "min-decreased"),
    (_with(T, maxLength=5), _with(T, maxLength=6), "max-length-increased", "max-length-increased"),
    (_with(T, maxLength=5), _with(T, maxLength=4), "max-length-decreased", "max-length-decreased"),
    (T, _with(T, maxLength=4), "max-length-set", "max-length-set"),
    (_with(T, maxLength=4), T, "max-length-unset", "max-length-unset"),
    (_with(T, minLength=5), _with(T, minLength=6), "min-length-increased", "min-length-increased"),
    (_with(T, minLength=5), _with(T, minLength=4), "min-length-decreased", "min-length-decreased"),
    (T, _with(T, minLength=4), "min-length-set", "min-length-set"),
    (_with(T, minLength=4), T, "min-length-unset", "min-length-unset"),
    (_with(A, maxItems=5), _with(A, maxItems=6), "max-items-increased", "max-items-increased"),
    (_with(A, maxItems=5), _with(A, maxItems=4), "max-items-decreased", "max-items-decreased"),
    (A, _with(A, maxItems=4), "max-items-set", "max-items-set"),
    (_with(A, maxItems=4), A, "max-items-unset", "max-items-unset"),
    (_with(A, minItems=5), _with(A, minItems=6), "min-items-increased", "min-items-increased"),
    (_with(A, minItems=5), _with(A, minItems=4), "min-items-decreased", "min-items-decreased"),
    (A, _with(A, minItems=4), "min-items-set", "min-items-set"),
    (_with(A, minItems=4), A, "min-items-unset", "min-items-unset"),
    (_with(O, maxProperties=5), _with(O, maxProperties=6), "max-properties-increased", "max-properties-increased"),
    (_with(O, maxProperties=5), _with(O, maxProperties=4), "max-properties-decreased", "max-properties-decreased"),
    (O, _with(O, maxProperties=4), "max-properties-set", "max-properties-set"),
    (_with(O, maxProperties=4), O, "max-properties-unset", "max-properties-unset"),
    (_with(O, minProperties=5), _with(O, minProperties=6), "min-properties-increased", "min-properties-increased"),
    (_with(O, minProperties=5), _with(O, minProperties=4), "min-properties-decreased", "min-properties-decreased"),
    (O, _with(O, minProperties=4), "min-properties-set", "min-properties-set"),
    (_with(O, minProperties=4), O, "min-properties-unset", "min-properties-unset"),
    (A, _with(A, uniqueItems=True), "unique-items-set", "unique-items-set"),
    (_with(A, uniqueItems=True), A, "unique-items-unset", "unique-items-unset"),
    (N, _with(N, multipleOf=3), "multiple-of-set", "multiple-of-set"),
    (_with(N, multipleOf=3), N, "multiple-of-unset", "multiple-of-unset"),
    (_with(N, multipleOf=3), _with(N, multipleOf=2), "multiple-of-changed", "multiple-of-changed"),
    (_with(N, multipleOf=6), _with(N, multipleOf=3), "multiple-of-generalized", "multiple-of-changed"),
    (_with(N, multipleOf=0.5), _with(N, multipleOf=1.5), "multiple-of-changed", "multiple-of-specialized"),
    (BASE, _with(BASE, additionalProperties=False), "additional-properties-closed", "additional-properties-closed"),
    (_with(BASE, additionalProperties=False), BASE, "additional-properties-opened", "additional-properties-opened"),
    (
        _with(BASE, additionalProperties=False),
        _with(BASE, additionalProperties=T),
        *["additional-properties-opened"] * 2,
    ),
    (_PAIR, _TRIPLE, "prefix-items-added", "prefix-items-added"),
    (_TRIPLE, _PAIR, "prefix-items-removed", "prefix-items-removed"),
    (T, _with(T, xml={"attribute": True}), "xml-changed", "xml-changed"),
    (T, _with(T, contentMediaType="image/png"), "content-media-type-changed", "content-media-type-changed"),
    (T, _with(T, contentEncoding="base64"), "content-encoding-changed", "content-encoding-changed"),
    (_TWO, {"oneOf": [FISH, DOG, CAT]}, "one-of-added", "one-of-added"),
    ({"oneOf": [FISH, DOG, CAT]}, _TWO, "one-of-removed", "one-of-removed"),
    (CAT, _TWO, "one-of-added", "one-of-added"),
    (_TWO, DOG, "one-of-removed", "one-of-removed"),
    (_BRANCHES, {"anyOf": [FISH, DOG, CAT]}, "any-of-added", "any-of-added"),
    ({"anyOf": [FISH, DOG, CAT]}, _BRANCHES, "any-of-removed", "any-of-removed"),
    (BASE, _with(BASE, **_CHOICE), "alternatives-added", "alternatives-added"),
    (_with(BASE, **_CHOICE), BASE, "alternatives-removed", "alternatives-removed"),
    (_TWO, _with(_TWO, discriminator=KIND), "discriminator-added", "discriminator-added"),
    (_with(_TWO, discriminator=KIND), _TWO, "discriminator-removed", "discriminator-removed"),
    (
        _with(_TWO, discriminator=KIND),
        _with(_TWO, discriminator={"propertyName": "sort"}),
        *["discriminator-property-name-changed"] * 2,
    ),
    (_mapped(cat=_CAT), _mapped(cat=_CAT, dog=_DOG), "discriminator-mapping-added", "discriminator-mapping-added"),
    (_mapped(cat=_CAT, dog=_DOG), _mapped(cat=_CAT), "discriminator-mapping-deleted", "discriminator-mapping-deleted"),
    (_mapped(cat=_CAT), _mapped(cat=_DOG), "discriminator-mapping-changed", "discriminator-mapping-changed"),
    (_mapped(cat=_CAT), _mapped(kitty=_CAT), "discriminator-value-renamed", "discriminator-value-renamed"),
    (T, _with(T, **{"not": {"const": "x"}}), "not-added", "not-added"),
    (_with(T, **{"not": {"const": "x"}}), T, "not-removed", "not-removed"),
    (
        _with(T, **{"not": {"const": "x"}}),
        _with(T, **{"not": {"enum": ["x", "y"]}}),
        "constraint-specialized",
        "constraint-specialized",
    ),
    (
        _with(T, **{"not": {"enum": ["x", "y"]}}),
        _with(T, **{"not": {"const": "x"}}),
        "constraint-generalized",
        "constraint-generalized",
    ),
    (
        _with(O, dependentRequired={"a": ["b"]}),
        _with(O, dependentRequired={"b": ["a"]}),
        "constraint-changed",
        "constraint-changed",
    ),
    (
        _with(O, propertyNames={"format": "uuid"}),
        _with(O, propertyNames={"format": "email"}),
        *["constraint-changed"] * 2,
    ),
    (_with(T, contentSchema=T), _with(T, contentSchema=I), *["constraint-changed"] * 2),
    (_with(T, contentSchema=T), _with(T, contentSchema=_with(T, maxLength=5)), *["constraint-specialized"] * 2),
    (O, _with(O, **{"if": {"required": ["a"]}, "then": {"required": ["b"]}}), "if-added", "if-added"),
    (_with(O, **{"if": {"required": ["a"]}, "then": {"required": ["b"]}}), O, "if-removed", "if-removed"),
    (A, _with(A, contains=T, minContains=2), "contains-added", "contains-added"),
    (_with(A, contains=T), A, "contains-removed", "contains-removed"),
    (O, _with(O, dependentRequired={"a": ["b"]}), "dependent-required-added", "dependent-required-added"),
    (_with(O, dependentRequired={"a": ["b"]}), O, "dependent-required-removed", "dependent-required-removed"),
    (O, _with(O, dependentSchemas={"a": BASE}), "dependent-schema-added", "dependent-schema-added"),
    (_with(O, dependentSchemas={"a": BASE}), O, "dependent-schema-removed", "dependent-schema-removed"),
    (O, _with(O, patternProperties={"^x": T}), "pattern-property-added", "pattern-property-added"),
    (_with(O, patternProperties={"^x": T}), O, "pattern-property-removed", "pattern-property-removed"),
    (O, _with(O, propertyNames={"maxLength": 3}), "property-names-added", "property-names-added"),
    (_with(O, propertyNames={"maxLength": 3}), O, "property-names-removed", "property-names-removed"),
    (_SEARCHED, _with(_SEARCHED, unevaluatedItems=False), *["unevaluated-items-added"] * 2),
    (_with(_SEARCHED, unevaluatedItems=False), _SEARCHED, *["unevaluated-items-removed"] * 2),
    (_CHOOSING, _with(_CHOOSING, unevaluatedProperties=False), *["unevaluated-properties-added"] * 2),
    (_with(_CHOOSING, unevaluatedProperties=False), _CHOOSING, *["unevaluated-properties-removed"] * 2),
    (BASE, _with(BASE, unevaluatedProperties=False), *["additional-properties-closed"] * 2),
    (_with(BASE, unevaluatedProperties=False), BASE, *["additional-properties-opened"] * 2),
    (T, _with(T, contentSchema=BASE), "content-schema-added", "content-schema-added"),
    (_with(T, contentSchema=BASE), T, "content-schema-removed", "content-schema-removed"),
    (T, _with(T, **{"$ref": "other.yaml#/X"}), "external-reference-added", "external-reference-added"),
    (_with(T, **{"$ref": "other.yaml#/X"}), T, "external-reference-removed", "external-reference-removed"),
    (_with(T, pattern="^a"), {"allOf": [_with(T, pattern="^a"), {"pattern": "z$"}]}, "all-of-added", "all-of-added"),
    (
        {"allOf": [_with(T, pattern="^a"), {"pattern": "z$"}]},
        _with(T, pattern="^a"),
        "all-of-removed",
        "all-of-removed",
    ),
)

COMPONENTS = {"schemas": {"Cat": CAT, "Dog": DOG}}
