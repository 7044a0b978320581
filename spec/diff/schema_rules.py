"""The rules about schemas: one row stands for a rule per subject.

Ids are those of oasdiff where it has the rule. A request may only widen and a response may only narrow, so a row has
a level for each direction, and none where the difference has another name in that direction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spec.diff.changes import Level

B, R, C = Level.BREAKING, Level.RISKY, Level.COMPATIBLE


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that differ in their subject only; `mirror` are the ends of the ids that the change has read backwards."""

    aspect: str
    request: Level | None
    response: Level | None
    mirror: tuple[str, ...]
    message: str
    explanation: str


def _pair(
    wider: str, narrower: str, name: str, wide_level: Level, narrow_level: Level, texts: tuple[str, str, str, str]
) -> tuple[Family, Family]:
    """A constraint that is loosened or tightened: fine for one direction each."""
    return (
        Family(f"{name}{wider}", C, wide_level, (f"{name}{narrower}",), texts[0], texts[1]),
        Family(f"{name}{narrower}", narrow_level, C, (f"{name}{wider}",), texts[2], texts[3]),
    )


_TYPES = ("type-changed", "type-generalized", "type-specialized")

_VALUES = (
    Family("type-changed", B, B, _TYPES, "type is {now}, was {was}", "The type or format is another one."),
    Family(
        "type-generalized", C, B, _TYPES, "type is {now}, was {was}", "The type or format allows more than it did."
    ),
    Family("type-specialized", None, R, _TYPES, "type is {now}, was {was}", "The type or format allows less."),
    *_pair(
        "became-nullable", "became-not-nullable", "", B, B,
        ("may be null", "Null became a value.", "may not be null any more", "Null is no value any more."),
    ),
    *_pair(
        "enum-value-added", "enum-value-removed", "", R, B,
        ("value {now} added", "A listed value was added.", "value {was} removed", "A listed value was removed."),
    ),
    *_pair(
        "became-not-enum", "became-enum", "", R, B,
        (
            "any value is allowed, was one of {was}", "The list of values is gone.",
            "is one of {now}, was any value", "Values are restricted to a list.",
        ),
    ),
    Family("const-changed", B, B, ("const-changed",), "value is {now}, was {was}", "The only value is another one."),
    *_pair(
        "pattern-removed", "pattern-added", "", R, B,
        (
            "pattern {was} removed", "The pattern is gone.",
            "must match {now}", "A pattern was added.",
        ),
    ),
    Family(
        "pattern-changed", R, R, ("pattern-changed", "pattern-generalized", "pattern-specialized"),
        "pattern is {now}, was {was}", "The pattern is another one; whether old values match it is not known.",
    ),
    Family(
        "pattern-generalized", C, None, ("pattern-changed",),
        "pattern is {now}, was {was}", "The pattern matches all that it matched, and more.",
    ),
    Family(
        "pattern-specialized", None, C, ("pattern-changed",),
        "pattern is {now}, was {was}", "The pattern matches a part of what it matched.",
    ),
    Family(
        "default-value-added", C, C, ("default-value-removed",),
        "default {now} added", "What an omitted value means is stated now.",
    ),
    Family(
        "default-value-removed", R, C, ("default-value-added",),
        "default {was} removed", "What an omitted value means is not stated any more.",
    ),
    Family(
        "default-value-changed", R, C, ("default-value-changed",),
        "default is {now}, was {was}", "An omitted value means something else.",
    ),
    Family("deprecated", R, R, ("reactivated",), "deprecated", "Clients are asked to stop using it."),
    Family("reactivated", C, C, ("deprecated",), "no longer deprecated", "It is not deprecated any more."),
)  # fmt: skip


def _bounds() -> Iterator[Family]:
    """Upper and lower bounds by the names that oasdiff gives them, with what they bound."""
    upper = {
        "max": "maximum", "exclusive-max": "exclusive maximum", "max-length": "maximal length",
        "max-items": "maximal number of items", "max-properties": "maximal number of properties",
    }  # fmt: skip
    for name, words in upper.items():
        yield from _bound(name, words, wider="increased", narrower="decreased")
    for name, words in upper.items():
        yield from _bound(
            name.replace("max", "min"), words.replace("maxim", "minim"), wider="decreased", narrower="increased"
        )


def _bound(name: str, words: str, wider: str, narrower: str) -> Iterator[Family]:
    moved = f"{words} is {{now}}, was {{was}}"
    texts = (moved, f"The {words} was {wider}.", moved, f"The {words} was {narrower}.")
    yield from _pair(wider, narrower, f"{name}-", R, B, texts)
    texts = (
        f"{words} {{was}} removed", f"The {words} is gone.",
        f"{words} is {{now}}, there was none", f"There was no {words}.",
    )  # fmt: skip
    yield from _pair("unset", "set", f"{name}-", R, B, texts)


_CONSTRAINTS = (
    *_pair(
        "unset", "set", "unique-items-", R, B,
        (
            "items may repeat", "Items need not be distinct any more.",
            "items must be distinct", "Items must be distinct.",
        ),
    ),
    *_pair(
        "unset", "set", "multiple-of-", R, B,
        (
            "need not be a multiple of {was} any more", "Values need not be multiples any more.",
            "must be a multiple of {now}", "Values must be multiples of a number.",
        ),
    ),
    Family(
        "multiple-of-changed", B, R, ("multiple-of-changed", "multiple-of-generalized", "multiple-of-specialized"),
        "must be a multiple of {now}, was of {was}", "Values must be multiples of another number.",
    ),
    Family(
        "multiple-of-generalized", C, None, ("multiple-of-changed",),
        "must be a multiple of {now}, was of {was}", "Values are multiples of a divisor of the earlier number.",
    ),
    Family(
        "multiple-of-specialized", None, C, ("multiple-of-changed",),
        "must be a multiple of {now}, was of {was}", "Values are multiples of a multiple of the earlier number.",
    ),
    Family(
        "additional-properties-closed", R, C, ("additional-properties-opened",),
        "properties that are not listed are refused", "Properties that are not documented were allowed.",
    ),
    Family(
        "additional-properties-opened", C, C, ("additional-properties-closed",),
        "properties that are not listed are allowed", "Properties that are not documented were forbidden.",
    ),
    *_pair(
        "added", "removed", "prefix-items-", B, B,
        (
            "item {name} added", "A list of fixed items has one more.",
            "item {name} removed", "A list of fixed items has one less.",
        ),
    ),
    Family("xml-changed", B, B, ("xml-changed",), "XML form is {now}, was {was}", "It is written otherwise in XML."),
    Family(
        "content-media-type-changed", B, B, ("content-media-type-changed",),
        "media type of the text is {now}, was {was}", "What the text holds is something else.",
    ),
    Family(
        "content-encoding-changed", B, B, ("content-encoding-changed",),
        "encoding of the text is {now}, was {was}", "How the text is encoded is another way.",
    ),
)  # fmt: skip

_ALTERNATIVES = (
    *_pair(
        "added", "removed", "one-of-", B, B,
        (
            "{name} may stand here too", "A oneOf has one more branch.",
            "{name} may not stand here any more", "A oneOf has one branch less.",
        ),
    ),
    *_pair(
        "added", "removed", "any-of-", B, B,
        (
            "{name} may stand here too", "An anyOf has one more branch.",
            "{name} may not stand here any more", "An anyOf has one branch less.",
        ),
    ),
    *_pair(
        "removed", "added", "alternatives-", R, B,
        (
            "need not match one of {was} alternatives any more", "A oneOf or anyOf beside other keywords is gone.",
            "must match one of {now} alternatives", "A oneOf or anyOf was added beside other keywords.",
        ),
    ),
    Family(
        "discriminator-added", C, C, ("discriminator-removed",),
        "property {now} says which alternative it is", "A discriminator was added.",
    ),
    Family(
        "discriminator-removed", C, R, ("discriminator-added",),
        "property {was} does not say any more which alternative it is", "The discriminator is gone.",
    ),
    Family(
        "discriminator-property-name-changed", B, B, ("discriminator-property-name-changed",),
        "property {now} says which alternative it is, was {was}", "Another property is the discriminator.",
    ),
    *_pair(
        "added", "deleted", "discriminator-mapping-", R, B,
        (
            "discriminator value {name} added", "A discriminator has one more value.",
            "discriminator value {name} removed", "A discriminator has one value less.",
        ),
    ),
    Family(
        "discriminator-mapping-changed", B, B, ("discriminator-mapping-changed",),
        "discriminator value {name} stands for {now}, was {was}",
        "A value of the discriminator stands for another schema.",
    ),
    Family(
        "discriminator-value-renamed", B, B, ("discriminator-value-renamed",),
        "discriminator value is {now}, was {was}", "A schema has another value of the discriminator.",
    ),
)  # fmt: skip

KEYWORDS = {
    "not": "not",
    "if": "if",
    "contains": "contains",
    "dependent-required": "dependentRequired",
    "dependent-schema": "dependentSchemas",
    "pattern-property": "patternProperties",
    "property-names": "propertyNames",
    "unevaluated-items": "unevaluatedItems",
    "unevaluated-properties": "unevaluatedProperties",
    "content-schema": "contentSchema",
    "external-reference": "$ref",
    "all-of": "allOf",
}
"""Keywords that are compared as a whole: the name in rule ids, and the keyword."""


def _keywords() -> Iterator[Family]:
    for name, keyword in KEYWORDS.items():
        texts = (
            f"`{keyword}` {{was}} removed", f"The keyword `{keyword}` is gone.",
            f"must satisfy `{keyword}` {{now}}", f"The keyword `{keyword}` was added.",
        )  # fmt: skip
        yield from _pair("removed", "added", f"{name}-", R, B, texts)
    moved = "`{name}` is {now}, was {was}"
    yield Family(
        "constraint-changed", R, R, ("constraint-changed",),
        moved, "A condition is another one; whether it is stricter is not known.",
    )  # fmt: skip
    texts = (
        moved,
        "A condition allows all that it allowed, and more.",
        moved,
        "A condition allows a part of what it allowed.",
    )
    yield from _pair("generalized", "specialized", "constraint-", R, B, texts)


FAMILIES = (*_VALUES, *_bounds(), *_CONSTRAINTS, *_ALTERNATIVES, *_keywords())
