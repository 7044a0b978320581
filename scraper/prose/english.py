"""English descriptions: ranges, enumerations, defaults and what else they state in words.

What stands under a label (`scraper.prose.labels`) is read as what the label says; a text without
labels is read sentence by sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from scraper.blocks import Text
from scraper.prose.english_ranges import forbidden_pattern, is_hedged, parse_bound, parse_range, sentences
from scraper.prose.english_remarks import add_remarks
from scraper.prose.english_statements import Statements, conclude
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
from scraper.prose.model import ProseFacts
from spec.model import Constraint, Type

_MAX_TEXT = 8_000
_SPARE = re.compile(r"^(?:\(default\)|[.。,;])*$")
_MARKED_ITEM = re.compile(r"\*\s+`[^`]+`")


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
    collected = Statements(page, kind)
    for segment in split_segments(parts):
        _READERS[segment.role](segment, collected)
    return add_remarks(conclude(collected), parts, page, is_string=collected.is_string)


def read_labelled(parts: Sequence[Text], page: str, kind: Type) -> tuple[ProseFacts, tuple[Text, ...]]:
    """Reads only what stands under labels, for a description in another language.

    Returns:
        The facts, and the texts that remain for the reader of that language.
    """
    if any(len(part.text) > _MAX_TEXT for part in parts):
        return ProseFacts(), tuple(parts)
    collected = Statements(page, kind)
    for segment in split_segments(parts):
        if segment.role in ("text", "constraints"):
            collected.text += segment.stated
        else:
            _READERS[segment.role](segment, collected)
    facts = add_remarks(conclude(collected), parts, page, is_string=collected.is_string)
    return facts, tuple(collected.text)


# ---------------------------------------------------------------- one reader for each label


def _read_text(segment: Segment, to: Statements) -> None:
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
            _add_pairs(found, to)
            skip = len(stated)
        else:
            if not (number and is_about_a_part(text.text)):
                _read_sentences(text, to)
            if found := _items_with_default(following, to):
                _add_pairs(found, to)
                skip = number + 1 + len(found)
    if (pattern := forbidden_pattern(" ".join(text.text for text in stated))) and to.is_string:
        to.pattern = to.pattern or Constraint("pattern", pattern, to.source(stated[0]))


def _opens_list(text: Text, following: Sequence[Text], kind: Type) -> bool:
    """Whether a text ends in a colon, and list items that are a value with its meaning follow."""
    items = [_MARKED_ITEM.match(item.text.strip()) and parse_item(item.text, kind) for item in following[:2]]
    return text.text.rstrip().endswith(":") and len(items) > 1 and all(item and item.label for item in items)


def _last_sentence(text: str) -> str:
    return next(reversed(list(sentences(text))), text)


def _read_announced(at: Text, following: Sequence[Text], to: Statements) -> int:
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
    _add_pairs(found if len(found) > 1 else [], to)
    return len(found)


def _items_with_default(texts: Sequence[Text], to: Statements) -> list[tuple[Choice, Text]]:
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


def _read_sentences(text: Text, to: Statements) -> None:
    to.add_choices(parse_pairs(text.text, to.kind), text)
    for sentence in sentences(text.text):
        if not is_hedged(sentence) and (found := parse_range(sentence, to.kind, labelled=False)):
            to.free.append((found.bounds, text))
        to.add_choices(parse_more(sentence, to.kind) if to.choices else parse_sentence(sentence, to.kind), text)
        _read_default(sentence, text, to)


def _read_default(sentence: str, text: Text, to: Statements) -> None:
    if default := parse_default(sentence, to.kind):
        to.add_default(default[0], text)


def _read_range(segment: Segment, to: Statements) -> None:
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
            to.add_choices(found, text)
        elif found_range := parse_range(text.text, to.kind, labelled=True):
            to.labelled.append((found_range.bounds, text))
            rest = text.text.replace(found_range.words, "", 1).strip()
            if not _SPARE.match(rest):
                to.text.append(text)
                for sentence in sentences(rest):
                    _read_default(sentence, text, to)
        else:
            _read_by_sentence(segment, text, to)


def _read_by_sentence(segment: Segment, text: Text, to: Statements) -> None:
    """What a label announces, in a text that says more; the label stays where nothing was understood."""
    known = to.count
    lead = next(iter(LEADS.split(text.text)), "")
    if segment.role == "range" and (found := parse_range(lead, to.kind, labelled=True)):
        to.labelled.append((found.bounds, text))
    elif not is_hedged(lead):
        to.add_choices(parse_list(lead, to.kind, labelled=True) or parse_pairs(lead, to.kind), text)
    _read_sentences(text, to)
    understood = to.count > known or text is not segment.stated[0]
    to.text.append(text if understood else segment.with_label(text))


def _read_values(segment: Segment, to: Statements) -> None:
    if segment.is_empty:
        to.announced.append(segment.at)
        return
    known = len(to.choices)
    _read_listed(segment, to)
    to.listed += [choice.value for choice, _ in to.choices[known:]]


def _read_listed(segment: Segment, to: Statements) -> None:
    stated = segment.stated
    if parse_items([text.text for text in stated], to.kind):
        _add_items(stated, to)
        return
    is_list = True
    for text in stated:
        item = parse_items([text.text], to.kind) if is_list else ()
        found = parse_list(text.text, to.kind, labelled=True) or parse_pairs(text.text, to.kind) or item
        to.add_choices(found, text)
        is_list = bool(found) or text.text.rstrip().endswith(":")
        if not found:
            _read_by_sentence(segment, text, to)


def _read_bound(segment: Segment, to: Statements) -> None:
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


def _read_default_label(segment: Segment, to: Statements) -> None:
    for text in segment.stated:
        first = next(iter(sentences(text.text)), text.text)
        value = default_value(first, to.kind, labelled=True)
        if value is not None and to.default is None:
            to.add_default(value[0], text)
            rest = text.text[len(first) :].strip()
            to.text += [replace(text, text=rest)] if rest else []
        else:
            to.text.append(text if text is not segment.stated[0] else segment.with_label(text))


def _add_items(texts: Sequence[Text], to: Statements) -> None:
    for text in texts:
        to.add_choices(parse_items([text.text], to.kind), text)


def _add_pairs(found: Iterable[tuple[Choice, Text]], to: Statements) -> None:
    for choice, text in found:
        to.add_choices([choice], text)


_READERS: dict[Role, Callable[[Segment, Statements], None]] = {
    "text": _read_text,
    "constraints": _read_text,
    "range": _read_range,
    "values": _read_values,
    "default": _read_default_label,
    "smallest": _read_bound,
    "largest": _read_bound,
}
