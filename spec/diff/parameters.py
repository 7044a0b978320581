"""Parameters of two operations.

They are matched by place and name, by name where they moved, and by contract where they were renamed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spec.diff.context import Context, Located
from spec.diff.differences import NOWHERE, Difference, Place, Spot, Subject, both
from spec.diff.document import Document
from spec.diff.forms import compare_form
from spec.diff.objects import letters_of
from spec.diff.operations import Operation, shape_of
from spec.sourcemap import join_pointer
from spec.visit import as_list

_IGNORED_HEADERS = {"accept", "content-type", "authorization"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an operation, whether it stands there or at the path item. `usage` is where it is listed."""

    located: Located
    usage: str
    location: str
    name: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others: names of headers have no case."""
        return self.location, self.name.lower() if self.location == "header" else self.name

    @property
    def required(self) -> bool:
        """Whether requests without it are refused."""
        return self.location == "path" or self.located.node.get("required") is True

    @property
    def title(self) -> str:
        """How messages name it."""
        return f"{self.location} parameter `{self.name}`"


def read_parameters(document: Document, operation: Operation) -> tuple[Parameter, ...]:
    """The parameters of an operation, with those of its path item and without headers that no parameter may set."""
    found: dict[tuple[str, str], Parameter] = {}
    for owner, pointer in ((operation.item, operation.item_pointer), (operation.node, operation.pointer)):
        for number, raw in enumerate(as_list(owner.get("parameters"))):
            usage = pointer + join_pointer("parameters", number)
            node, where = document.resolve(raw, usage)
            name, location = node.get("name"), node.get("in")
            if isinstance(name, str) and isinstance(location, str):
                parameter = Parameter(Located(node, where), usage, location, name)
                if not (location == "header" and name.lower() in _IGNORED_HEADERS):
                    found[parameter.key] = parameter
    return tuple(found.values())


_Parameters = dict[tuple[str, str], Parameter]


def compare_parameters(context: Context, old: Operation, new: Operation, place: Place) -> None:
    """Adds what differs in the parameters of two operations."""
    before = {parameter.key: parameter for parameter in read_parameters(context.old, old)}
    after = {parameter.key: parameter for parameter in read_parameters(context.new, new)}
    _report_swaps(context, old, new, place)
    for a, b in _placeholder_pairs(old, new, before, after):
        spots = Spot(old.item_pointer, a.name), Spot(new.item_pointer, b.name)
        context.findings.add(Difference("path-parameter-renamed", *spots, name=a.name), place.at(""))
        _compare(context, a, b, place)
    for key in sorted(before.keys() & after.keys()):
        _compare(context, before.pop(key), after.pop(key), place)
    for moved, to in _pair_unique(before, after, _same_name):
        _report_move(context, moved, to, place)
    for renamed, to in _pair_unique(before, after, lambda a, b: _renamed(context, a, b)):
        _report_rename(context, renamed, to, place)
    has_moved = shape_of(old.path) != shape_of(new.path)
    for parameter in _unexplained(before, has_moved):
        spot = Spot(parameter.usage, parameter.located.node)
        _report(context, "request-parameter-removed", parameter, spot, NOWHERE, place)
    for parameter in _unexplained(after, has_moved):
        aspect = f"new-{'required' if parameter.required else 'optional'}-request-parameter"
        _report(context, aspect, parameter, NOWHERE, Spot(parameter.usage, parameter.located.node), place)


def _unexplained(parameters: _Parameters, has_moved: bool) -> list[Parameter]:
    """The parameters without those that another path has or lacks."""
    return [parameter for parameter in parameters.values() if not (has_moved and parameter.location == "path")]


def _report(context: Context, aspect: str, parameter: Parameter, old: Spot, new: Spot, place: Place) -> None:
    context.findings.add(Difference(aspect, old, new), place.at(parameter.title))


def _placeholder_pairs(
    old: Operation, new: Operation, before: _Parameters, after: _Parameters
) -> Iterator[tuple[Parameter, Parameter]]:
    """Path parameters whose placeholders stand at the same position under another name; they are taken out."""
    if len(old.placeholders) != len(new.placeholders):
        return
    for was, now in zip(old.placeholders, new.placeholders, strict=True):
        if was not in new.placeholders and now not in old.placeholders:
            a, b = before.pop(("path", was), None), after.pop(("path", now), None)
            if a is not None and b is not None:
                yield a, b


def _report_swaps(context: Context, old: Operation, new: Operation, place: Place) -> None:
    """Placeholders that stand at another position of the same path: what clients send there means something else."""
    if shape_of(old.path) != shape_of(new.path) or len(set(old.placeholders)) < len(old.placeholders):
        return
    for was, name in enumerate(old.placeholders, start=1):
        now = new.placeholders.index(name) + 1 if name in new.placeholders else was
        if was != now:
            spots = Spot(old.item_pointer, name), Spot(new.item_pointer, name)
            places = [f"path at position {position}" for position in (was, now)]
            difference = Difference("request-parameter-moved", *spots, name=name, was=places[0], now=places[1])
            context.findings.add(difference, place.at(f"path parameter `{name}`"))


def _pair_unique(before: _Parameters, after: _Parameters, alike: object) -> Iterator[tuple[Parameter, Parameter]]:
    """Pairs that are alike, and alike to no other; they are taken out."""
    assert callable(alike)
    candidates = [(a, b) for a in before.values() for b in after.values() if alike(a, b)]
    for a, b in candidates:
        if sum(other is a for other, _ in candidates) == sum(other is b for _, other in candidates) == 1:
            del before[a.key], after[b.key]
            yield a, b


def _same_name(old: Parameter, new: Parameter) -> bool:
    return old.location != new.location and old.name.lower() == new.name.lower()


def _renamed(context: Context, old: Parameter, new: Parameter) -> bool:
    """Whether a parameter has another name only: spelled or described alike, with the same contract."""
    if old.location != new.location or old.location == "path":
        return False
    described = old.located.node.get("description") or ""
    same_text = described != "" and described == new.located.node.get("description")
    if not same_text and letters_of(old.name) != letters_of(new.name):
        return False
    same_form = ("content" in old.located.node) == ("content" in new.located.node)
    return same_form and context.equal_schemas(old.located, new.located, "schema", Subject.REQUEST_PARAMETER)


def _report_move(context: Context, old: Parameter, new: Parameter, place: Place) -> None:
    spots = old.located.spot("in"), new.located.spot("in")
    difference = Difference("request-parameter-moved", *spots, was=old.location, now=new.location)
    context.findings.add(difference, place.at(f"parameter `{new.name}`"))
    _compare(context, old, new, place, moved=True)


def _report_rename(context: Context, old: Parameter, new: Parameter, place: Place) -> None:
    aspect = f"{'required' if new.required else 'optional'}-request-parameter-renamed"
    spots = old.located.spot("name"), new.located.spot("name")
    context.findings.add(Difference(aspect, *spots), place.at(old.title))
    if new.required is old.required:
        _compare(context, old, new, place)
    else:
        _compare(context, old, replace(new, located=Located({**new.located.node, "required": old.required}, "")), place)


def _compare(context: Context, old: Parameter, new: Parameter, place: Place, moved: bool = False) -> None:
    if context.unchanged.covers(old.located.node, new.located.node):
        return
    here = place.at(new.title, Subject.REQUEST_PARAMETER)
    if old.required is not new.required and not (moved and "path" in (old.location, new.location)):
        aspect = f"request-parameter-became-{'required' if new.required else 'optional'}"
        spots = both(lambda side: Spot(side.located.pointer, side.required), old, new)
        context.findings.add(Difference(aspect, *spots), here)
    context.compare_deprecation(old.located, new.located, here)
    compare_form(context, old.located, new.located, here, moved=moved)
    context.compare_texts(old.located, new.located, here, "description")
    context.compare_examples(old.located, new.located, here)
