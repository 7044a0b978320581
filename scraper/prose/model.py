"""What a description states besides describing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spec.model import JSON, Constraint, EnumValue, Fact, Property, Scalar


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic in the making: the dialect adds page, operation and pointer."""

    code: str
    message: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ProseFacts:
    """The facts in one description, and the description that remains for people."""

    description: str = ""
    required: Fact[bool] | None = None
    nullable: Fact[bool] | None = None
    default: Fact[JSON] | None = None
    enum: tuple[EnumValue, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    deprecated: Fact[bool] | None = None
    format: str | None = None
    findings: tuple[Finding, ...] = ()


def add_prose(prop: Property, facts: ProseFacts) -> Property:
    """Adds what the description states to a property; columns win over prose."""
    kind = prop.type
    if facts.format and isinstance(kind, Scalar) and kind.format is None:
        kind = Scalar(kind.name, facts.format)
    return replace(
        prop,
        type=kind,
        description=facts.description,
        required=prop.required or facts.required,
        nullable=prop.nullable or facts.nullable,
        default=prop.default or facts.default,
        enum=prop.enum or facts.enum,
        constraints=prop.constraints + facts.constraints,
        deprecated=prop.deprecated or facts.deprecated,
    )
