"""Two schemas in normal form: properties of objects, items of arrays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spec.diff.differences import NOWHERE, Difference, Direction, Spot
from spec.diff.normal import Parts, Schema, spot_of
from spec.diff.pair import Edge, Pair, anything_in

Normalize = Callable[[Parts], Schema]
Same = Callable[[Parts, Parts], bool]
_HIDDEN = {"readOnly", "writeOnly"}


@dataclass(frozen=True, slots=True)
class _Member:
    """A property as one side has it; `hidden` are those that do not travel in the direction."""

    parts: Parts
    required: bool
    hidden: bool

    @property
    def spot(self) -> Spot:
        return spot_of(self.parts)


def compare_objects(pair: Pair, normalize: tuple[Normalize, Normalize], same: Same, equal: Same) -> None:
    """Properties and what is said of properties that are not listed.

    `same` knows what needs no closer look, `equal` what is the same contract.
    """
    renamed = dict(_find_renamed(pair, normalize, equal))
    names = {*pair.old.properties, *pair.old.required, *pair.new.properties, *pair.new.required}
    for name in sorted(names - renamed.keys() - set(renamed.values())):
        before, after = pair.old.properties.get(name), pair.new.properties.get(name)
        listed = (name in pair.old.required) is (name in pair.new.required)
        if listed and before and after and same(before, after):
            continue
        described = before is not None or after is not None
        old = _find_member(pair.old, name, described, pair.direction, normalize[0])
        new = _find_member(pair.new, name, described, pair.direction, normalize[1])
        label = f".{name}"
        for aspect, was, now in _compare_members(old, new, pair, normalize[1]):
            pair.add(Difference(aspect, was, now, name=name), label)
        if old and new and not old.hidden and not new.hidden:
            pair.edges.append(Edge(label, old.parts, new.parts))
    for former, name in renamed.items():
        _report_rename(pair, former, name)
    _compare_additional(pair, normalize)


def _find_renamed(pair: Pair, normalize: tuple[Normalize, Normalize], equal: Same) -> list[tuple[str, str]]:
    """Properties with another name only: spelled or described alike, with the same contract, and no other like them."""
    gone, come = (
        pair.old.properties.keys() - pair.new.properties.keys(),
        pair.new.properties.keys() - pair.old.properties.keys(),
    )
    if not gone or not come or pair.old.additional or pair.new.additional:
        return []
    alike = [
        (was, now)
        for was in sorted(gone - pair.new.required.keys())
        for now in sorted(come - pair.old.required.keys())
        if (was in pair.old.required) is (now in pair.new.required)
        and _resembles(was, now, pair, normalize)
        and equal(pair.old.properties[was], pair.new.properties[now])
    ]
    count = Counter(name for names in alike for name in names)
    return [(was, now) for was, now in alike if count[was] == count[now] == 1]


def _resembles(was: str, now: str, pair: Pair, normalize: tuple[Normalize, Normalize]) -> bool:
    old, new = normalize[0](pair.old.properties[was]), normalize[1](pair.new.properties[now])
    if not (old.types and new.types) or any(_HIDDEN & schema.limits.keys() for schema in (old, new)):
        return False
    texts = [schema.texts.get("description", NOWHERE).value for schema in (old, new)]
    return letters_of(was) == letters_of(now) or (bool(texts[0]) and texts[0] == texts[1])


def letters_of(name: str) -> str:
    """What is left of a name without case and separators."""
    return "".join(filter(str.isalnum, name)).lower()


def _report_rename(pair: Pair, was: str, now: str) -> None:
    old, new = pair.old.properties[was], pair.new.properties[now]
    aspect = f"{'required' if now in pair.new.required else 'optional'}-property-renamed"
    pair.add(Difference(aspect, spot_of(old), spot_of(new), was=f"`{was}`", now=f"`{now}`"), f".{was}")
    pair.edges.append(Edge(f".{now}", old, new))


def compare_arrays(pair: Pair, normalize: tuple[Normalize, Normalize], same: Same) -> None:
    """Items by position, then those of any position."""
    old, new = pair.old, pair.new
    for index in range(max(len(old.prefix), len(new.prefix))):
        before, after = _item(old, index), _item(new, index)
        if _nothing(before, normalize[0]) is _nothing(after, normalize[1]):
            pair.edges.append(Edge(f"[{index}]", before, after))
        elif _nothing(before, normalize[0]):
            pair.add(Difference("prefix-items-added", NOWHERE, spot_of(after), name=str(index)))
        else:
            pair.add(Difference("prefix-items-removed", spot_of(before), NOWHERE, name=str(index)))
    if (old.items or new.items) and not (old.items and new.items and same(old.items, new.items)):
        pair.edges.append(Edge("[]", old.items or anything_in(old), new.items or anything_in(new)))


def _find_member(
    schema: Schema, name: str, described: bool, direction: Direction, normalize: Normalize
) -> _Member | None:
    """The property; one that neither side describes, but one requires, is there for both.

    Where a schema describes the properties that it does not list, it describes this one too.
    """
    parts = schema.properties.get(name)
    if parts is None and (name in schema.required or not described or schema.additional):
        parts = schema.additional or anything_in(schema)
    if parts is None:
        return None
    found = normalize(parts)
    if not found.types:
        return None
    hidden = "readOnly" if direction is Direction.REQUEST else "writeOnly"
    return _Member(parts, name in schema.required, hidden in found.limits)


def _compare_members(
    old: _Member | None, new: _Member | None, pair: Pair, normalize: Normalize
) -> Iterator[tuple[str, Spot, Spot]]:
    """The aspect that differs, with where; a property that is hidden does not exist for the direction."""
    if old and new:
        yield from _compare_present(old, new)
    elif new and not new.hidden:
        yield f"{'required' if new.required else 'optional'}-property-added", NOWHERE, new.spot
    elif old and not old.hidden:
        yield _removal(old, pair, normalize), old.spot, NOWHERE


def _removal(old: _Member, pair: Pair, normalize: Normalize) -> str:
    if pair.direction is Direction.RESPONSE:
        return f"{'required' if old.required else 'optional'}-property-removed"
    closed = pair.new.additional is not None and _nothing(pair.new.additional, normalize)
    return "property-refused" if closed else "optional-property-removed"


def _compare_present(old: _Member, new: _Member) -> Iterator[tuple[str, Spot, Spot]]:
    if old.hidden != new.hidden:
        required = old.required if new.hidden else new.required
        state = "hidden" if new.hidden else "shown"
        yield f"{'required' if required else 'optional'}-property-{state}", old.spot, new.spot
    elif not old.hidden and old.required != new.required:
        aspect = f"property-became-{'required' if new.required else 'optional'}"
        yield aspect, Spot(old.spot.pointer, old.required), Spot(new.spot.pointer, new.required)


def _compare_additional(pair: Pair, normalize: tuple[Normalize, Normalize]) -> None:
    old, new = pair.old, pair.new
    if old.additional is None and new.additional is None:
        return
    before, after = old.additional or anything_in(old), new.additional or anything_in(new)
    closed = _nothing(before, normalize[0]), _nothing(after, normalize[1])
    if closed[0] is not closed[1]:
        aspect = f"additional-properties-{'closed' if closed[1] else 'opened'}"
        pair.add(Difference(aspect, _additional_spot(old), _additional_spot(new)))
    elif not closed[0]:
        pair.edges.append(Edge(".*", before, after))


def _additional_spot(schema: Schema) -> Spot:
    return NOWHERE if schema.additional is None else spot_of(schema.additional)


def _item(schema: Schema, index: int) -> Parts:
    return schema.prefix[index] if index < len(schema.prefix) else schema.items or anything_in(schema)


def _nothing(parts: Parts, normalize: Normalize) -> bool:
    return not normalize(parts).types
