"""Bounds: enum values, ranges and defaults against the values that examples show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import jsonschema_rs

from scraper.passes.findings import Findings, Place
from scraper.passes.infer import SCALAR_KINDS
from scraper.passes.rebuild import map_type, types_in, union
from scraper.passes.shown import Shown, kind_of
from spec.model import JSON, ArrayOf, Constraint, EnumValue, Property, Scalar, Type, Union, UnknownType


def admit_values(prop: Property, shown: Sequence[Shown], place: Place, findings: Findings) -> Property:
    """Widens enum, ranges and type until what the page shows, lists and defaults to is allowed.

    A value that a request masks says nothing about the values that a server takes.
    """
    scalars = [v for v in _scalars(shown) if v.value is not None and (v.answered or not v.is_masked)]
    prop = _drop_format(prop, scalars, place, findings)
    prop = _drop_enum(prop, shown, place, findings)
    prop = _typed_enum(prop, place, findings)
    prop = _widen_enum(prop, scalars, place, findings)
    prop = _drop_broken(_drop_foreign(prop), scalars, shown, place, findings)
    _suspicious(prop, scalars, place, findings)
    return _typed_default(prop, place, findings)


def _scalars(shown: Sequence[Shown]) -> list[Shown]:
    return [inner for value in shown for inner in (value.items or (value,)) if inner.kind not in ("array", "object")]


def _scalar_names(kind: Type) -> set[str]:
    members = kind.members if isinstance(kind, Union) else (kind,)
    flat = [member.items if isinstance(member, ArrayOf) else member for member in members]
    names = {member.name for member in flat if isinstance(member, Scalar)}
    return names | ({"integer"} if "number" in names else set())


def _drop_format(prop: Property, scalars: Sequence[Shown], place: Place, findings: Findings) -> Property:
    """A format that an example does not keep to is none."""
    for kind in types_in(prop.type):
        if not isinstance(kind, Scalar) or kind.name != "string" or kind.format is None:
            continue
        broken = next((v for v in scalars if isinstance(v.value, str) and not _has_format(kind.format, v.value)), None)
        if broken is not None:
            message = f"{prop.name} is documented as {kind.format}, the example shows {_short(broken.value)}"
            findings.conflict("example-type-mismatch", message, prop.source, broken, place.at(broken), prop.name)
            bare = replace(prop, type=_without_format(prop.type, kind), type_source=broken.source)
            return _drop_format(bare, scalars, place, findings)
    return prop


def _without_format(kind: Type, formatted: Scalar) -> Type:
    return map_type(kind, lambda inner: Scalar(formatted.name) if inner == formatted else inner)


@cache
def _format(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({"format": name}, validate_formats=True)


def _has_format(name: str, value: str) -> bool:
    return _format(name).is_valid(value)


def _drop_enum(prop: Property, shown: Sequence[Shown], place: Place, findings: Findings) -> Property:
    """Listed values cannot be those of a property that holds objects; they are values inside of them."""
    inner = next((i for v in shown for i in (v, *v.items) if i.kind == "object"), None)
    if inner is None or not prop.enum:
        return prop
    message = f"{prop.name} lists values, the example shows an object"
    findings.conflict("contradictory-range", message, prop.source, inner, place.at(inner), prop.name)
    return replace(prop, enum=())


def _typed_enum(prop: Property, place: Place, findings: Findings) -> Property:
    """Listed values are a witness of the type, too."""
    names = _scalar_names(prop.type)
    if prop.enum and not names and not any(isinstance(kind, UnknownType) for kind in types_in(prop.type)):
        message = f"{prop.name} lists values, but is documented as a structure"
        findings.add("contradictory-range", message, prop.enum[0].source, place, prop.name)
        return replace(prop, enum=())
    strangers = [value for value in prop.enum if kind_of(value.value) not in names]
    if not strangers or not names:
        return prop
    kind = kind_of(strangers[0].value)
    message = f"{prop.name} is documented as {'/'.join(sorted(names))}, its listed values are {kind}"
    findings.add("example-type-mismatch", message, strangers[0].source, place, prop.name)
    extra = [SCALAR_KINDS[kind_of(value.value)] for value in strangers]
    return replace(prop, type=union((prop.type, *extra)), type_source=strangers[0].source)


def _widen_enum(prop: Property, scalars: Sequence[Shown], place: Place, findings: Findings) -> Property:
    if not prop.enum:
        return prop
    listed = {_same(value.value) for value in prop.enum}
    added: list[EnumValue] = []
    for value in scalars:
        if _same(value.value) not in listed and isinstance(value.value, str | int | float):
            listed.add(_same(value.value))
            added.append(EnumValue(value.value, value.source))
            message = f"{prop.name} is shown as {value.value!r}, which is not among its listed values"
            findings.conflict("broken-example-value", message, prop.source, value, place.at(value), prop.name)
    return replace(prop, enum=prop.enum + tuple(added))


def _same(value: JSON) -> tuple[str, str]:
    return ("number" if kind_of(value) == "integer" else kind_of(value), str(value))


# ---------------------------------------------------------------- ranges


_NUMBERS = frozenset({"integer", "number"})
_BOUNDED = {
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _NUMBERS),
    **dict.fromkeys(("minLength", "maxLength", "pattern"), frozenset({"string"})),
}


def _drop_foreign(prop: Property) -> Property:
    """Bounds were read before an example told the type; those of another type say nothing."""
    names = _scalar_names(prop.type)
    if not names or any(isinstance(kind, UnknownType) for kind in types_in(prop.type)):
        return prop
    kept = tuple(one for one in prop.constraints if one.keyword not in _BOUNDED or _BOUNDED[one.keyword] & names)
    return replace(prop, constraints=kept) if len(kept) < len(prop.constraints) else prop


def _drop_broken(
    prop: Property, scalars: Sequence[Shown], shown: Sequence[Shown], place: Place, findings: Findings
) -> Property:
    kept: list[Constraint] = []
    lost: list[str] = []
    for constraint in prop.constraints:
        lists = constraint.keyword in ("minItems", "maxItems", "uniqueItems")
        broken = next((v for v in (shown if lists else scalars) if not _allows(constraint, v.value)), None)
        if broken is None:
            kept.append(constraint)
            continue
        message = f"{prop.name} is shown as {_short(broken.value)}, outside its {constraint.keyword} {constraint.value}"
        findings.conflict("contradictory-range", message, constraint.source, broken, place.at(broken), prop.name)
        if str(constraint.value) not in prop.description.replace(",", ""):
            lost.append(
                f"Documented {constraint.keyword}: {constraint.value}; an example shows {_short(broken.value)}."
            )
    description = "\n".join(filter(None, (prop.description, *lost)))
    changed = len(kept) < len(prop.constraints)
    return replace(prop, constraints=tuple(kept), description=description) if changed else prop


def _short(value: JSON) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _allows(constraint: Constraint, value: JSON) -> bool:
    bound = constraint.value
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
    size = len(value) if isinstance(value, str | list) else None
    match constraint.keyword:
        case "minimum" if number is not None and isinstance(bound, int | float):
            return number >= bound
        case "maximum" if number is not None and isinstance(bound, int | float):
            return number <= bound
        case "exclusiveMinimum" if number is not None and isinstance(bound, int | float):
            return number > bound
        case "exclusiveMaximum" if number is not None and isinstance(bound, int | float):
            return number < bound
        case "minLength" if isinstance(value, str) and size is not None and isinstance(bound, int):
            return size >= bound
        case "maxLength" if isinstance(value, str) and size is not None and isinstance(bound, int):
            return size <= bound
        case "minItems" if isinstance(value, list) and size is not None and isinstance(bound, int):
            return size >= bound
        case "maxItems" if isinstance(value, list) and size is not None and isinstance(bound, int):
            return size <= bound
        case "pattern" if isinstance(value, str) and isinstance(bound, str):
            return _matches(bound, value)
        case _:
            return True


def _matches(pattern: str, value: str) -> bool:
    try:
        return re.search(pattern, value) is not None
    except re.error:
        return False


# ---------------------------------------------------------------- values that cannot be meant


_LEFTOVER = re.compile(r"^(?:null|undefined|none|nil|NaN)?\s*,$|^(?:undefined|NaN)$", re.IGNORECASE)


def _suspicious(prop: Property, scalars: Sequence[Shown], place: Place, findings: Findings) -> None:
    for value in scalars:
        if isinstance(value.value, str) and _LEFTOVER.match(value.value.strip()):
            message = f"{prop.name} is shown as {value.value!r}"
            findings.conflict("broken-example-value", message, prop.source, value, place.at(value), prop.name)


def _typed_default(prop: Property, place: Place, findings: Findings) -> Property:
    """A default that its own schema forbids is a contradiction; it then stays in the description."""
    if prop.default is None or prop.default.value is None:
        return prop
    value, source = prop.default.value, prop.default.source
    allowed = all(_allows(constraint, value) for constraint in prop.constraints)
    values = {_same(item.value) for item in prop.enum}
    listed = not values or all(_same(item) in values for item in (value if isinstance(value, list) else [value]))
    if _fits(prop.type, value) and allowed and listed:
        return prop
    findings.add(
        "contradictory-range", f"the default {_short(value)} of {prop.name} is not allowed", source, place, prop.name
    )
    return replace(prop, default=None)


def _fits(kind: Type, value: JSON) -> bool:
    """Whether a value is of a type, as far as the type is known."""
    match kind:
        case UnknownType():
            return True
        case Scalar("string", format_) if isinstance(value, str):
            return format_ is None or _has_format(format_, value)
        case Scalar(name):
            return kind_of(value) == name or (name == "number" and kind_of(value) == "integer")
        case ArrayOf(items):
            return isinstance(value, list) and all(_fits(items, item) for item in value)
        case Union(members):
            return any(_fits(member, value) for member in members)
        case _:
            return isinstance(value, dict)
