"""English descriptions: ranges, enumerations, defaults and what else they state in words.

What stands under a label (`scraper.prose.labels`) is read as what the label says; a text without
labels is read sentence by sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from scraper.blocks import Text
from scraper.prose.english_ranges import Bounds, forbidden_pattern, is_hedged, parse_bound, parse_range, sentences
from scraper.prose.english_values import (
    ANNOUNCES,
    LEADS,
    Choice,
    default_value,
    is_about_a_part,
    names_list,
    parse_default,
    parse_item,
    parse_items,
    parse_list,
    parse_more,
    parse_pairs,
    parse_sentence,
)
from scraper.prose.labels import Role, Segment, split_segments
from scraper.prose.model import Finding, ProseFacts
from spec.model import JSON, Constraint, ConstraintKeyword, EnumValue, Evidence, Fact, Scalar, Source, Type, UnknownType

_MAX_TEXT = 8_000
_SPARE = re.compile(r"^(?:\(default\)|[.。,;])*$")

_REQUIRED = (
    (re.compile(r"^\(?(?:optional)\)?(?=[.,:;\s)]|$)", re.IGNORECASE), False),
    (re.compile(r"^\(?(?:mandatory|required)\)?(?=[.,:;)]|$)", re.IGNORECASE), True),
)
_NULLABLE = re.compile(
    r"\b(?:can|may|might|could) (?:also )?be (?:set to )?null\b|\bnull is allowed\b|\bnullable\b"
    r"|\bor null\b(?= if)|\bis null (?:if|when)\b"
    r"|\b(?:set|setting)(?: (?!to\b)[\w`]+){0,6} to `?null\b|\b(?:pass|send)(?:ing)? (?:a |the )?(?:value )?`?null\b",
    re.IGNORECASE,
)
_DEPRECATED = re.compile(
    r"^\W*(?:deprecated|discarded|obsolete)\b(?!\s+\w+s\b)"
    r"|\b(?:parameter|field|attribute|property|it|api|option|which)\s+(?:is|has been|was)\s+"
    r"(?:deprecated|discarded|obsolete)\b"
    r"|(?<!` \()\b(?:deprecated|discarded) (?:in|since|from) (?:\w+ )?(?:v?\d|version\b)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:comma|semicolon|space)[- ](?:separated|delimited)\b|\bseparated by (?:a )?commas?\b", re.I)
_MARKED_ITEM = re.compile(r"\*\s+`[^`]+`")
_FORMATS = (
    (
        re.compile(r"\bY{4}-M{2}-D{2}T(?:HH|hh):(?:MM|mm):(?:SS|ss)(?:\.[Ss]+)?(?:Z\b|['\"]Z['\"]|\+)", re.IGNORECASE),
        "date-time",
    ),
    (re.compile(r"\bY{4}-M{2}-D{2}\b(?![T\s]*[Hh'\"])", re.IGNORECASE), "date"),
    (re.compile(r"\bRFC ?3339\b"), "date-time"),
)


@dataclass(slots=True)
class _Collected:
    """The facts found so far; `bounds` keeps every statement of each keyword."""

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
    if any(len(part.text) > _MAX_TEXT for part in parts):
        return ProseFacts("\n".join(part.text for part in parts))
    collected = _Collected(page, kind)
    for segment in split_segments(parts):
        _READERS[segment.role](segment, collected)
    return _conclude(parts, collected)


def read_labelled(parts: Sequence[Text], page: str, kind: Type) -> tuple[ProseFacts, tuple[Text, ...]]:
    """Reads only what stands under labels, for a description in another language.

    Returns:
        The facts, and the texts that remain for the reader of that language.
    """
    if any(len(part.text) > _MAX_TEXT for part in parts):
        return ProseFacts(), tuple(parts)
    collected = _Collected(page, kind)
    for segment in split_segments(parts):
        if segment.role in ("text", "constraints"):
            collected.text += segment.stated
        else:
            _READERS[segment.role](segment, collected)
    return _conclude(parts, collected), tuple(collected.text)


def _conclude(parts: Sequence[Text], collected: _Collected) -> ProseFacts:
    """What everything that was collected comes to."""
    constraints, contradictions = _constraints(collected)
    enum = _enum(collected)
    lost = [] if enum else collected.announced[:1]
    findings = [*contradictions, *(_lost(text) for text in lost)]
    whole = "\n".join(text.text for text in collected.text)
    facts = ProseFacts(whole, default=collected.default, enum=enum, constraints=constraints, findings=tuple(findings))
    return _add_remarks(facts, parts, collected)


def _lost(text: Text) -> Finding:
    return Finding("missing-enum-values", "values are announced, but none is printed", text.first, text.last)


# ---------------------------------------------------------------- one reader for each label


def _read_text(segment: Segment, to: _Collected) -> None:
    stated = segment.stated
    skip = 0
    for number, text in enumerate(stated):
        to.text.append(text)
        if number < skip:
            continue
        following = stated[number + 1 :]
        is_announced = ANNOUNCES.search(text.text.strip()) or _opens_list(text, following, to.kind)
        if is_announced and not is_hedged(_last_sentence(text.text)):
            skip = _read_announced(text, following, to) + number + 1
        elif names_list(text.text) and (found := _labelled_items(following, to.kind)):
            _take_choices(found, to)
            skip = len(stated)
        else:
            if not (number and is_about_a_part(text.text)):
                _read_sentences(text, to)
            if found := _items_with_default(following, to):
                _take_choices(found, to)
                skip = number + 1 + len(found)
    if (pattern := forbidden_pattern(" ".join(text.text for text in stated))) and _is_string(to.kind):
        to.pattern = to.pattern or Constraint("pattern", pattern, to.source(stated[0]))


def _opens_list(text: Text, following: Sequence[Text], kind: Type) -> bool:
    """Whether a text ends in a colon, and list items that are a value with its meaning follow."""
    items = [_MARKED_ITEM.match(item.text.strip()) and parse_item(item.text, kind) for item in following[:2]]
    return text.text.rstrip().endswith(":") and len(items) > 1 and all(item and item.label for item in items)


def _last_sentence(text: str) -> str:
    return next(reversed(list(sentences(text))), text)


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
    _take_choices(found if len(found) > 1 else [], to)
    return len(found)


def _items_with_default(texts: Sequence[Text], to: _Collected) -> list[tuple[Choice, Text]]:
    """Two items or more, each a value with its meaning, of which one is the default."""
    items = [(parse_item(text.text, to.kind), text) for text in texts]
    found = [(item, text) for item, text in takewhile(lambda pair: pair[0] and pair[0].label, items) if item]
    stated = to.default.value if to.default else None
    has_default = any(item.is_default or item.value == stated for item, _ in found)
    return found if has_default and len(found) > 1 else []


def _labelled_items(texts: Sequence[Text], kind: Type) -> list[tuple[Choice, Text]]:
    """Two list items or more that are all a value with its meaning, as below `Level:`."""
    found = [(item, text) for text in texts if (item := parse_item(text.text, kind)) and item.label]
    return found if len(found) == len(texts) > 1 else []


def _read_sentences(text: Text, to: _Collected) -> None:
    _add_choices(parse_pairs(text.text, to.kind), text, to)
    for sentence in sentences(text.text):
        if not is_hedged(sentence) and (found := parse_range(sentence, to.kind, labelled=False)):
            to.free.append((found.bounds, text))
        _add_choices(parse_more(sentence, to.kind) if to.choices else parse_sentence(sentence, to.kind), text, to)
        _read_default(sentence, text, to)


def _read_default(sentence: str, text: Text, to: _Collected) -> None:
    if to.default is None and (default := parse_default(sentence, to.kind)):
        to.default = Fact(default[0], to.source(text))


def _read_range(segment: Segment, to: _Collected) -> None:
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
                to.text.append(text)
                for sentence in sentences(rest):
                    _read_default(sentence, text, to)
        else:
            _read_by_sentence(segment, text, to)


def _read_by_sentence(segment: Segment, text: Text, to: _Collected) -> None:
    """What a label announces, in a text that says more; the label stays where nothing was understood."""
    known = to.count
    lead = next(iter(LEADS.split(text.text)), "")
    if segment.role == "range" and (found := parse_range(lead, to.kind, labelled=True)):
        to.labelled.append((found.bounds, text))
    elif not is_hedged(lead):
        _add_choices(parse_list(lead, to.kind, labelled=True) or parse_pairs(lead, to.kind), text, to)
    _read_sentences(text, to)
    understood = to.count > known or text is not segment.stated[0]
    to.text.append(text if understood else segment.with_label(text))


def _read_values(segment: Segment, to: _Collected) -> None:
    if segment.is_empty:
        to.announced.append(segment.at)
        return
    known = len(to.choices)
    _read_listed(segment, to)
    to.listed += [choice.value for choice, _ in to.choices[known:]]


def _read_listed(segment: Segment, to: _Collected) -> None:
    stated = segment.stated
    if parse_items([text.text for text in stated], to.kind):
        _add_items(stated, to)
        return
    is_list = True
    for text in stated:
        item = parse_items([text.text], to.kind) if is_list else ()
        found = parse_list(text.text, to.kind, labelled=True) or parse_pairs(text.text, to.kind) or item
        _add_choices(found, text, to)
        is_list = bool(found) or text.text.rstrip().endswith(":")
        if not found:
            _read_by_sentence(segment, text, to)


def _read_bound(segment: Segment, to: _Collected) -> None:
    """`Minimum: 1`, `Maximum: 64`: of a length, a count or a number, as the type has it."""
    for text in segment.texts:
        bounds = parse_bound(text.text, to.kind, smallest=segment.role == "smallest")
        if bounds and text is segment.texts[0]:
            to.labelled.append((bounds, text))
        elif text is segment.texts[0]:
            to.text.append(segment.with_label(text))
            _read_sentences(to.text[-1], to)
        else:
            _read_text(Segment("text", text, (text,)), to)


def _read_default_label(segment: Segment, to: _Collected) -> None:
    for text in segment.stated:
        first = next(iter(sentences(text.text)), text.text)
        value = default_value(first, to.kind, labelled=True)
        if value is not None and to.default is None:
            to.default = Fact(value[0], to.source(text))
            rest = text.text[len(first) :].strip()
            to.text += [replace(text, text=rest)] if rest else []
        else:
            to.text.append(text if text is not segment.stated[0] else segment.with_label(text))


_READERS: dict[Role, Callable[[Segment, _Collected], None]] = {
    "text": _read_text,
    "constraints": _read_text,
    "range": _read_range,
    "values": _read_values,
    "default": _read_default_label,
    "smallest": _read_bound,
    "largest": _read_bound,
}


def _add_items(texts: Sequence[Text], to: _Collected) -> None:
    for text in texts:
        _add_choices(parse_items([text.text], to.kind), text, to)


def _add_choices(choices: Iterable[Choice], text: Text, to: _Collected) -> None:
    for choice in choices:
        is_nothing_else = choice.label.casefold() in ("default", "default value")
        if (choice.is_default or is_nothing_else) and to.default is None:
            to.default = Fact(choice.value, to.source(text))
        to.choices.append((replace(choice, label="") if is_nothing_else else choice, text))


def _take_choices(found: Iterable[tuple[Choice, Text]], to: _Collected) -> None:
    for choice, text in found:
        _add_choices([choice], text, to)


# ---------------------------------------------------------------- what the statements come to


def _enum(collected: _Collected) -> tuple[EnumValue, ...]:
    """Every value once, those of a labelled list in its order; the first place and label stay.

    Values that are joined into one string are none of the string itself.
    """
    if _is_string(collected.kind) and any(_JOINED.search(text.text) for text in collected.text):
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
