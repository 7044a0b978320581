"""Parameters of two operations.

They are matched by place and name, by name where they moved, and by contract where they were renamed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spec.diff.context import Context, Located
from spec.diff.differences import NOWHERE, Difference, Place, Spot, Subject, both
from spec.diff.document import Document
from spec.diff.media import compare_content, media_types
from spec.diff.normal import ARRAY, EVERY_TYPE, OBJECT, Part
from spec.diff.operations import Operation
from spec.sourcemap import join_pointer
from spec.visit import as_list

_IGNORED_HEADERS = {"accept", "content-type", "authorization"}
_DEFAULT_STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}


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


def compare_parameters(context: Context, old: Operation, new: Operation, place: Place) -> None:
    """Adds what differs in the parameters of two operations."""
    before = {parameter.key: parameter for parameter in read_parameters(context.old, old)}
    after = {parameter.key: parameter for parameter in read_parameters(context.new, new)}
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
    for parameter in before.values():
        _report(
            context,
            "request-parameter-removed",
            parameter,
            Spot(parameter.usage, parameter.located.node),
            NOWHERE,
            place,
        )
    for parameter in after.values():
        aspect = f"new-{'required' if parameter.required else 'optional'}-request-parameter"
        _report(context, aspect, parameter, NOWHERE, Spot(parameter.usage, parameter.located.node), place)


def _report(context: Context, aspect: str, parameter: Parameter, old: Spot, new: Spot, place: Place) -> None:
    context.findings.add(Difference(aspect, old, new), place.at(parameter.title))


_Parameters = dict[tuple[str, str], Parameter]


def _placeholder_pairs(
    old: Operation, new: Operation, before: _Parameters, after: _Parameters
) -> Iterator[tuple[Parameter, Parameter]]:
    """Path parameters whose placeholders stand at the same position under another name; they are taken out."""
    if len(old.placeholders) != len(new.placeholders):
        return
    for was, now in zip(old.placeholders, new.placeholders, strict=True):
        if was != now:
            a, b = before.pop(("path", was), None), after.pop(("path", now), None)
            if a is not None and b is not None:
                yield a, b


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
    if not same_text and _letters(old.name) != _letters(new.name):
        return False
    same_form = ("content" in old.located.node) == ("content" in new.located.node)
    return same_form and context.equal_schemas(old.located, new.located, "schema", Subject.REQUEST_PARAMETER)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()


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
    deprecated = [side.located.node.get("deprecated") is True for side in (old, new)]
    if deprecated[0] is not deprecated[1]:
        aspect = "deprecated" if deprecated[1] else "reactivated"
        context.findings.add(Difference(aspect, old.located.spot("deprecated"), new.located.spot("deprecated")), here)
    _compare_form(context, old, new, here, moved)
    context.compare_texts(old.located, new.located, here, "description")
    context.compare_examples(old.located, new.located, here)


def _compare_form(context: Context, old: Parameter, new: Parameter, place: Place, moved: bool) -> None:
    """How values are written, and what they are."""
    forms = _form(context.old, old), _form(context.new, new)
    if forms[0] != forms[1] and "content" in (forms[0].key, forms[1].key):
        spots = old.located.spot(forms[0].key), new.located.spot(forms[1].key)
        difference = Difference("request-parameter-serialization-changed", *spots, was=forms[0].text, now=forms[1].text)
        context.findings.add(difference, place)
        return
    if forms[0].key == "content":
        compare_content(context, old.located, new.located, place)
        return
    if not moved:
        _compare_style(context, old, new, place)
    context.compare_schemas(old.located, new.located, "schema", place)


@dataclass(frozen=True, slots=True)
class _Form:
    """Whether a schema or content of a media type says what the values are."""

    key: str
    text: str


def _form(document: Document, parameter: Parameter) -> _Form:
    types = media_types(document, parameter.located)
    return _Form("content", ", ".join(sorted(types))) if types else _Form("schema", "a schema says")


def _compare_style(context: Context, old: Parameter, new: Parameter, place: Place) -> None:
    styles = [_style(side) for side in (old, new)]
    spots = {key: (old.located.spot(key), new.located.spot(key)) for key in ("style", "explode", "allowReserved")}
    if styles[0] != styles[1]:
        difference = Difference("request-parameter-style-changed", *spots["style"], was=styles[0], now=styles[1])
        context.findings.add(difference, place)
    elif _composite(context, old, new):
        explode = [_explode(side, style) for side, style in zip((old, new), styles, strict=True)]
        if explode[0] is not explode[1]:
            was, now = map(_word, explode)
            difference = Difference("request-parameter-explode-changed", *spots["explode"], was=was, now=now)
            context.findings.add(difference, place)
    reserved = [side.located.node.get("allowReserved") is True for side in (old, new)]
    if new.location == "query" and reserved[0] is not reserved[1]:
        aspect = f"request-parameter-became-{'' if reserved[1] else 'not-'}allow-reserved"
        context.findings.add(Difference(aspect, *spots["allowReserved"]), place)


def _style(parameter: Parameter) -> str:
    stated = parameter.located.node.get("style")
    return stated if isinstance(stated, str) else _DEFAULT_STYLES.get(parameter.location, "form")


def _explode(parameter: Parameter, style: str) -> bool:
    stated = parameter.located.node.get("explode")
    return stated if isinstance(stated, bool) else style == "form"


def _word(value: bool) -> str:
    return "true" if value else "false"


def _composite(context: Context, old: Parameter, new: Parameter) -> bool:
    """Whether a list or an object may travel: one value is written the same way exploded or not."""
    schemas = [
        normalizer.normalize((Part(f"{side.located.pointer}/schema", side.located.node.get("schema", True)),))
        for normalizer, side in zip(context.schemas.normalizers, (old, new), strict=True)
    ]
    return any(schema.types == EVERY_TYPE or schema.types & {ARRAY, OBJECT} for schema in schemas)
