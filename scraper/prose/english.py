"""English descriptions: ranges, enumerations, defaults and what else they state in words.

Two layouts are read alike: labels on lines of their own (`Definition`, `Constraints`, `Value range:`)
and labels inside running text (`Definition: … Constraints: N/A Value range: 1 to 128 characters.`).
A text without labels is read sentence by sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from scraper.blocks import Text
from scraper.prose.english_ranges import Bounds, forbidden_pattern, is_hedged, parse_range, sentences
from scraper.prose.english_values import (
    ANNOUNCES,
    Choice,
    default_value,
    parse_default,
    parse_items,
    parse_list,
    parse_pairs,
    parse_sentence,
)
from scraper.prose.model import Finding, ProseFacts
from spec.model import JSON, Constraint, ConstraintKeyword, EnumValue, Evidence, Fact, Scalar, Source, Type

_LABELS = {
    "definition": "text",
    "explanation": "text",
    "constraints": "constraints",
    "constraint": "constraints",
    "restrictions": "constraints",
    "range": "range",
    "value range": "range",
    "default value": "default",
    "default": "default",
    "enumeration values": "values",
    "enumeration value": "values",
    "enumerated values": "values",
    "enumerated value": "values",
    "possible values": "values",
    "valid values": "values",
    "allowed values": "values",
    "value options": "values",
    "options": "values",
}
_WORDS = "|".join(sorted((re.escape(word) for word in _LABELS), key=len, reverse=True))
_WITH_COLON = re.compile(rf"(?:(?<=^)|(?<=[\s(]))(?P<label>{_WORDS})\s*[:：](?=\s|$|\S)", re.IGNORECASE)
_AFTER_END = re.compile(
    r"(?:(?<=[.。!?)]\s)|(?<=N/A\s)|(?<=None\s)|(?<=\d\s))"
    r"(?P<label>Constraints|Value [Rr]ange|Range|Default [Vv]alue|Enumeration [Vv]alues)(?=\s+\S|\s*$)"
)
_OPENING = re.compile(r"^(?P<label>Definition|Explanation)\s+(?=\S)")
_NOTHING = re.compile(
    r"^(?:n/?a|none|null|-+|nothing|not involved|no (?:constraint|restriction|limit)s?)?\s*[.。]?$", re.IGNORECASE
)
_MAX_TEXT = 8_000
_SPARE = re.compile(r"^(?:\(default\)|[.。,;])*$")

_REQUIRED = (
    (re.compile(r"^\(?(?:optional)\)?(?=[.,:;\s)]|$)", re.IGNORECASE), False),
    (re.compile(r"^\(?(?:mandatory|required)\)?(?=[.,:;)]|$)", re.IGNORECASE), True),
)
_NULLABLE = re.compile(
    r"\b(?:can|may|might|could) (?:also )?be (?:set to )?null\b|\bnull is allowed\b|\bnullable\b"
    r"|\bor null\b(?= if)|\bis null (?:if|when)\b",
    re.IGNORECASE,
)
_DEPRECATED = re.compile(
    r"^\W*(?:deprecated|discarded|obsolete)\b(?!\s+\w+s\b)"
    r"|\b(?:parameter|field|attribute|property|it|api|option|which)\s+(?:is|has been|was)\s+"
    r"(?:deprecated|discarded|obsolete)\b"
    r"|\b(?:deprecated|discarded) (?:in|since|from) (?:v?\d|GitLab|version)",
    re.IGNORECASE,
)
_FORMATS = (
    (
        re.compile(r"\bY{4}-M{2}-D{2}T(?:HH|hh):(?:MM|mm):(?:SS|ss)(?:\.[Ss]+)?(?:Z\b|['\"]Z['\"]|\+)", re.IGNORECASE),
        "date-time",
    ),
    (re.compile(r"\bY{4}-M{2}-D{2}\b(?![T\s]*[Hh'\"])", re.IGNORECASE), "date"),
    (re.compile(r"\bRFC ?3339\b"), "date-time"),
)


@dataclass(frozen=True, slots=True)
class _Segment:
    """What stands under one label; `at` is the text that prints the label."""

    role: str
    at: Text
    texts: tuple[Text, ...] = ()

    @property
    def stated(self) -> tuple[Text, ...]:
        return tuple(text for text in self.texts if not _NOTHING.match(text.text.strip()))

    @property
    def is_empty(self) -> bool:
        return not any(text.text.strip() for text in self.texts)


@dataclass(slots=True)
class _Collected:
    """The facts found so far; `bounds` keeps every statement of each keyword."""

    page: str
    kind: Type
    text: list[str] = field(default_factory=list)
    choices: list[tuple[Choice, Text]] = field(default_factory=list)
    labelled: list[tuple[Bounds, Text]] = field(default_factory=list)
    free: list[tuple[Bounds, Text]] = field(default_factory=list)
    pattern: Constraint | None = None
    default: Fact[JSON] | None = None
    listed: list[str | int | float] = field(default_factory=list)
    announced: list[Text] = field(default_factory=list)
    without_range: list[Text] = field(default_factory=list)

    def source(self, text: Text) -> Source:
        return Source(self.page, text.first, text.last, Evidence.PROSE)


def read_prose(parts: Sequence[Text], page: str, kind: Type) -> ProseFacts:
    """Reads one description.

    Args:
        parts: Its paragraphs and list items.
        page: The name of the page, for sources.
        kind: The documented type of the value that is described.

    Returns:
        The facts it states, the text that remains for people, and what is wrong with it.
    """
    collected = _Collected(page, kind)
    if any(len(part.text) > _MAX_TEXT for part in parts):
        return ProseFacts("\n".join(part.text for part in parts))
    for segment in _segments(parts):
        _READERS[segment.role](segment, collected)
    constraints, contradictions = _constraints(collected)
    enum = _enum(collected)
    lost = [] if enum else collected.announced[:1]
    findings = [*contradictions, *(_lost(text) for text in lost)]
    whole = "\n".join(collected.text)
    facts = ProseFacts(whole, default=collected.default, enum=enum, constraints=constraints, findings=tuple(findings))
    return _add_remarks(facts, parts, collected)


def _lost(text: Text) -> Finding:
    return Finding("missing-enum-values", "values are announced, but none is printed", text.first, text.last)


# ---------------------------------------------------------------- labels


def _segments(parts: Sequence[Text]) -> list[_Segment]:
    found: list[_Segment] = []
    pieces = [piece for part in parts for piece in _pieces(part, alone=len(parts) == 1)]
    for role, piece in pieces:
        if role is not None:
            found.append(_Segment(role, piece, (piece,) if piece.text else ()))
        elif found:
            found[-1] = replace(found[-1], texts=(*found[-1].texts, piece))
        else:
            found.append(_Segment("text", piece, (piece,)))
    return found


def _pieces(part: Text, *, alone: bool) -> Iterator[tuple[str | None, Text]]:
    """A text, cut where labels stand in it: the role of the label, or `None` without one."""
    words = part.text.strip()
    role = _LABELS.get(words.rstrip(":：").strip().casefold())
    if role and (not alone or words.endswith((":", "："))):
        yield role, replace(part, text="")
        return
    cuts = _cuts(words)
    if not cuts or cuts[0][0] > 0:
        yield None, replace(part, text=words[: cuts[0][0]].strip() if cuts else words)
    for number, (_, start, label) in enumerate(cuts):
        stop = cuts[number + 1][0] if number + 1 < len(cuts) else len(words)
        yield _LABELS[label.casefold()], replace(part, text=words[start:stop].strip())


def _cuts(words: str) -> list[tuple[int, int, str]]:
    matches = list(_WITH_COLON.finditer(words))
    opening = _OPENING.match(words)
    if opening or (matches and matches[0].start() == 0):
        matches += [opening] if opening else []
        matches += _AFTER_END.finditer(words)
    cuts: list[tuple[int, int, str]] = []
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if not cuts or match.start() >= cuts[-1][1]:
            cuts.append((match.start(), match.end(), match["label"]))
    return cuts


# ---------------------------------------------------------------- one reader for each label


def _read_text(segment: _Segment, to: _Collected) -> None:
    stated = segment.stated
    skip = 0
    for number, text in enumerate(stated):
        to.text.append(text.text)
        if number < skip:
            continue
        if ANNOUNCES.search(text.text.strip()) and not is_hedged(text.text):
            skip = _read_announced(text, stated[number + 1 :], to) + number + 1
            continue
        _read_sentences(text, to)
    if (pattern := forbidden_pattern(" ".join(text.text for text in stated))) and _is_string(to.kind):
        to.pattern = to.pattern or Constraint("pattern", pattern, to.source(stated[0]))


def _read_announced(at: Text, following: Sequence[Text], to: _Collected) -> int:
    """Takes the list that a sentence announces; returns how many texts belong to it."""
    if not following:
        to.announced.append(at)
        return 0
    found: list[tuple[Choice, Text]] = []
    for text in following:
        choices = parse_items([text.text], to.kind)
        if len(choices) != 1:
            break
        found.append((choices[0], text))
    to.choices += found if len(found) > 1 else []
    return len(found)


def _read_sentences(text: Text, to: _Collected) -> None:
    _add_choices(parse_pairs(text.text, to.kind), text, to)
    for sentence in sentences(text.text):
        if not is_hedged(sentence) and (found := parse_range(sentence, to.kind, labelled=False)):
            to.free.append((found.bounds, text))
        if not to.choices:
            _add_choices(parse_sentence(sentence, to.kind), text, to)
        if to.default is None and (default := parse_default(sentence, to.kind)):
            to.default = Fact(default[0], to.source(text))


def _read_range(segment: _Segment, to: _Collected) -> None:
    if segment.is_empty:
        to.announced.append(segment.at)
        return
    stated = segment.stated
    if not stated:
        to.without_range.append(segment.texts[0])
        return
    choices = parse_items([text.text for text in stated], to.kind)
    if len(choices) > 1 or (choices and choices[0].label):
        _add_items(stated, to)
        return
    for text in stated:
        if len(found := parse_list(text.text, to.kind, labelled=True)) > 1:
            _add_choices(found, text, to)
        elif found_range := parse_range(text.text, to.kind, labelled=True):
            to.labelled.append((found_range.bounds, text))
            rest = text.text.replace(found_range.words, "", 1).strip()
            if not _SPARE.match(rest):
                to.text.append(text.text)
                _read_default(rest, text, to)
        else:
            to.text.append(text.text)
            _read_sentences(text, to)


def _read_default(rest: str, text: Text, to: _Collected) -> None:
    for sentence in sentences(rest):
        if to.default is None and (default := parse_default(sentence, to.kind)):
            to.default = Fact(default[0], to.source(text))


def _read_values(segment: _Segment, to: _Collected) -> None:
    if segment.is_empty:
        to.announced.append(segment.at)
        return
    known = len(to.choices)
    _read_listed(segment.stated, to)
    to.listed += [choice.value for choice, _ in to.choices[known:]]


def _read_listed(stated: Sequence[Text], to: _Collected) -> None:
    if parse_items([text.text for text in stated], to.kind):
        _add_items(stated, to)
        return
    for text in stated:
        found = (
            parse_list(text.text, to.kind, labelled=True)
            or parse_pairs(text.text, to.kind)
            or parse_items([text.text], to.kind)
        )
        _add_choices(found, text, to)
        if not found:
            to.text.append(text.text)
            _read_sentences(text, to)


def _read_default_label(segment: _Segment, to: _Collected) -> None:
    for text in segment.stated:
        first = next(iter(sentences(text.text)), text.text)
        value = default_value(first, to.kind, labelled=True)
        if value is not None and to.default is None:
            to.default = Fact(value[0], to.source(text))
            rest = text.text[len(first) :].strip()
            to.text += [rest] if rest else []
        else:
            to.text.append(text.text if text is not segment.stated[0] else f"Default value: {text.text}")


_READERS = {
    "text": _read_text,
    "constraints": _read_text,
    "range": _read_range,
    "values": _read_values,
    "default": _read_default_label,
}


def _add_items(texts: Sequence[Text], to: _Collected) -> None:
    for text in texts:
        _add_choices(parse_items([text.text], to.kind), text, to)


def _add_choices(choices: Iterable[Choice], text: Text, to: _Collected) -> None:
    to.choices += [(choice, text) for choice in choices]


# ---------------------------------------------------------------- what the statements come to


def _enum(collected: _Collected) -> tuple[EnumValue, ...]:
    """Every value once, those of a labelled list in its order; the first place and label stay."""
    kept: dict[str | int | float, EnumValue] = {}
    for choice, text in collected.choices:
        before = kept.get(choice.value)
        label = before.label if before and before.label else choice.label
        kept[choice.value] = EnumValue(choice.value, before.source if before else collected.source(text), label)
    order = dict.fromkeys([*collected.listed, *kept])
    return tuple(kept[value] for value in order)


def _constraints(collected: _Collected) -> tuple[tuple[Constraint, ...], list[Finding]]:
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


def _add_remarks(facts: ProseFacts, parts: Sequence[Text], collected: _Collected) -> ProseFacts:
    """Adds what single words and phrases state: optional, null, deprecated, the form of a date."""
    for part in parts:
        source = collected.source(part)
        for pattern, required in _REQUIRED:
            if part is parts[0] and pattern.match(part.text.strip()):
                facts = replace(facts, required=facts.required or Fact(required, source))
        if facts.nullable is None and _NULLABLE.search(part.text):
            facts = replace(facts, nullable=Fact(True, source))
        is_item = part is not parts[0] and _DEPRECATED.match(part.text)
        if facts.deprecated is None and not is_item and _DEPRECATED.search(part.text):
            facts = replace(facts, deprecated=Fact(True, source))
        if facts.format is None and _is_string(collected.kind):
            form = next((name for pattern, name in _FORMATS if pattern.search(part.text)), None)
            facts = replace(facts, format=form)
    return facts


def _is_string(kind: Type) -> bool:
    return isinstance(kind, Scalar) and kind.name == "string"
