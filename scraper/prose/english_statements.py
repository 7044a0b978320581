"""The statements of an English description, and what they come to when they agree or contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from scraper.blocks import Text
from scraper.prose.english_ranges import Bounds
from scraper.prose.english_values import Choice
from scraper.prose.model import Finding, ProseFacts
from spec.model import JSON, Constraint, ConstraintKeyword, EnumValue, Evidence, Fact, Scalar, Source, Type, UnknownType

_JOINED = re.compile(r"\b(?:comma|semicolon|space)[- ](?:separated|delimited)\b|\bseparated by (?:a )?commas?\b", re.I)


@dataclass(slots=True)
class Statements:
    """What was found so far; the bounds keep every statement of each keyword."""

    page: str
    kind: Type
    text: list[Text] = field(default_factory=list)
    choices: list[tuple[Choice, Text]] = field(default_factory=list)
    labelled: list[tuple[Bounds, Text]] = field(default_factory=list)
    free: list[tuple[Bounds, Text]] = field(default_factory=list)
    pattern: Constraint | None = None
    default: Fact[JSON] | None = None
    listed: list[str | int | float] = field(default_factory=list)
    announced: list[Text] = field(default_factory=list)
    without_range: list[Text] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many statements were understood so far."""
        return len(self.choices) + len(self.labelled) + len(self.free) + (self.default is not None)

    def source(self, text: Text) -> Source:
        """Where a text stands on the page."""
        return Source(self.page, text.first, text.last, Evidence.PROSE)

    def add_choices(self, choices: Iterable[Choice], text: Text) -> None:
        """Adds values of an enumeration that a text states, and the default that one of them is called."""
        for choice in choices:
            is_nothing_else = choice.label.casefold() in ("default", "default value")
            if choice.is_default or is_nothing_else:
                self.add_default(choice.value, text)
            self.choices.append((replace(choice, label="") if is_nothing_else else choice, text))

    def add_default(self, value: JSON, text: Text) -> None:
        """The first default that is stated stays."""
        if self.default is None:
            self.default = Fact(value, self.source(text))

    @property
    def is_string(self) -> bool:
        """Whether the value that is described is documented as a string."""
        return isinstance(self.kind, Scalar) and self.kind.name == "string"


def conclude(collected: Statements) -> ProseFacts:
    """What the statements come to, and the text that remains for people."""
    constraints, contradictions = _constraints(collected)
    enum = _enum(collected)
    lost = [] if enum else collected.announced[:1]
    findings = [*contradictions, *(_lost(text) for text in lost)]
    whole = "\n".join(text.text for text in collected.text)
    return ProseFacts(whole, default=collected.default, enum=enum, constraints=constraints, findings=tuple(findings))


def _lost(text: Text) -> Finding:
    return Finding("missing-enum-values", "values are announced, but none is printed", text.first, text.last)


def _enum(collected: Statements) -> tuple[EnumValue, ...]:
    """Every value once, those of a labelled list in its order; the first place and label stay.

    Values that are joined into one string are none of the string itself.
    """
    if collected.is_string and any(_JOINED.search(text.text) for text in collected.text):
        return ()
    kept: dict[str | int | float, EnumValue] = {}
    for choice, text in collected.choices:
        before = kept.get(choice.value)
        label = before.label if before and before.label else choice.label
        kept[choice.value] = EnumValue(choice.value, before.source if before else collected.source(text), label)
    order = dict.fromkeys([*collected.listed, *kept])
    found = tuple(kept[value] for value in order)
    if isinstance(collected.kind, UnknownType) and all(re.fullmatch(r"-?\d{1,18}", str(one.value)) for one in found):
        return tuple(replace(one, value=int(one.value)) for one in found)
    return found


def _constraints(collected: Statements) -> tuple[tuple[Constraint, ...], list[Finding]]:
    """Labelled statements win over sentences; the widest of those that disagree is kept."""
    labelled, free = _gather(collected.labelled), _gather(collected.free)
    kept: list[Constraint] = []
    findings: list[Finding] = []
    for keyword, statements in labelled.items():
        if len({value for value, _ in statements}) > 1:
            findings.append(_contradiction(statements[-1][1]))
        pick = min if keyword in ("minimum", "minLength", "minItems", "exclusiveMinimum") else max
        value, text = pick(statements, key=lambda statement: statement[0])
        kept.append(Constraint(keyword, value, collected.source(text)))
    if labelled and collected.without_range:
        findings.append(_contradiction(collected.without_range[0]))
    if not labelled:
        kept += [
            Constraint(keyword, statements[0][0], collected.source(statements[0][1]))
            for keyword, statements in free.items()
            if len({value for value, _ in statements}) == 1
        ]
    if collected.pattern:
        kept.append(collected.pattern)
    return tuple(kept), findings[:1]


def _gather(statements: Iterable[tuple[Bounds, Text]]) -> dict[ConstraintKeyword, list[tuple[int | float, Text]]]:
    found: dict[ConstraintKeyword, list[tuple[int | float, Text]]] = {}
    for bounds, text in statements:
        for keyword, value in bounds.items():
            if not isinstance(value, str):
                found.setdefault(keyword, []).append((value, text))
    return found


def _contradiction(text: Text) -> Finding:
    return Finding("contradictory-range", "two statements about the range disagree", text.first, text.last)
