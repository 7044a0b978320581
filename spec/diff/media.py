"""Content by media type: request bodies, responses, and parameters that are written in one."""

from __future__ import annotations

from collections.abc import Callable

from spec.diff.context import Context, Located
from spec.diff.differences import NOWHERE, Difference, Direction, Place, Spot
from spec.diff.document import Document
from spec.diff.normal import same_value
from spec.sourcemap import join_pointer
from spec.visit import as_object

MediaTypes = dict[str, Located]


def media_types(document: Document, owner: Located) -> MediaTypes:
    """The content of an object by media type: lower case, parameters sorted, `charset=utf-8` left out."""
    found = {}
    for name, raw in as_object(owner.node.get("content")).items():
        node, pointer = document.resolve(raw, owner.pointer + join_pointer("content", name))
        found[_canonical(name)] = Located(node, pointer)
    return found


def compare_content(context: Context, old: Located, new: Located, place: Place) -> None:
    """Adds what differs in the content of two objects."""
    before, after = media_types(context.old, old), media_types(context.new, new)
    many = max(len(before), len(after)) > 1
    pairs = [(name, name) for name in before if name in after]
    rest = [name for name in before if name not in after], [name for name in after if name not in before]
    pairs.extend(_still_covered(before, after, *rest))
    side = "request-body" if place.subject and place.subject.direction is Direction.REQUEST else "response"
    for was, now, word in _related(*rest):
        difference = Difference(
            f"{side}-media-type-name-{word}", _spot(before[was]), _spot(after[now]), was=was, now=now
        )  # fmt: skip
        context.findings.add(difference, place)
        pairs.append((was, now))
    for was in rest[0]:
        context.findings.add(Difference(f"{side}-media-type-removed", _spot(before[was]), NOWHERE, was=was), place)
    for now in rest[1]:
        context.findings.add(Difference(f"{side}-media-type-added", NOWHERE, _spot(after[now]), now=now), place)
    for was, now in pairs:
        where = place.at(f"{place.root} ({now})", place.subject) if many else place
        _compare_media_type(context, before[was], after[now], where)


def _still_covered(before: MediaTypes, after: MediaTypes, old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """Media types that a range of both sides includes, so that nothing is gone or new; they are taken out."""
    shared = before.keys() & after.keys()
    pairs = [(was, name) for was in old for name in sorted(shared) if covers(name, was)]
    pairs += [(name, now) for now in new for name in sorted(shared) if covers(name, now)]
    old[:] = [was for was in old if not any(covers(name, was) for name in shared)]
    new[:] = [now for now in new if not any(covers(name, now) for name in shared)]
    return pairs


def _related(old: list[str], new: list[str]) -> list[tuple[str, str, str]]:
    """Media types of which one is a range or a general form of the other, perhaps of several; they are taken out."""
    pairs = [(was, now, word) for was in old for now in new for word, test in _RELATIONS if test(was, now)]
    old[:] = [name for name in old if not any(name == was for was, _, _ in pairs)]
    new[:] = [name for name in new if not any(name == now for _, now, _ in pairs)]
    return pairs


def covers(general: str, special: str) -> bool:
    """Whether every value of one media type is one of the other: `application/*` and `application/json`."""
    kind, _, parameters = general.partition(";")
    other, _, others = special.partition(";")
    if kind == other:
        return not parameters and bool(others)
    main, _, sub = kind.partition("/")
    return not parameters and sub == "*" and main in ("*", other.partition("/")[0])


_RELATIONS: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("generalized", lambda was, now: covers(now, was)),
    ("specialized", covers),
)


def _compare_media_type(context: Context, old: Located, new: Located, place: Place) -> None:
    if context.unchanged.covers(old.node, new.node):
        return
    context.compare_schemas(old, new, "schema", place)
    context.compare_examples(old, new, place)
    before, after = (as_object(side.node.get("encoding")) for side in (old, new))
    for name in sorted(before.keys() | after.keys()):
        spots = _encoding(old, name), _encoding(new, name)
        if not same_value(spots[0].value, spots[1].value):
            context.findings.add(Difference("request-body-encoding-changed", *spots, name=f"`{name}`"), place)


def _encoding(side: Located, name: str) -> Spot:
    encoding = as_object(side.node.get("encoding"))
    return Spot(side.pointer + join_pointer("encoding", name), encoding[name]) if name in encoding else NOWHERE


def _spot(media_type: Located) -> Spot:
    return Spot(media_type.pointer, media_type.node)


def _canonical(name: str) -> str:
    kind, *parameters = (part.strip() for part in name.split(";"))
    kept = sorted(parameter for parameter in parameters if parameter and parameter.lower() != "charset=utf-8")
    return ";".join((kind.lower(), *kept))
