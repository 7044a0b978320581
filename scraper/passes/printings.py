"""Printings: one operation that the pages document more than once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from scraper.passes.rebuild import types_in
from scraper.passes.rows import join_properties
from spec.model import (
    Example,
    Location,
    MediaType,
    ObjectOf,
    Operation,
    Parameter,
    Property,
    Reference,
    RequestBody,
    Response,
    Type,
    Union,
)

Join: TypeAlias = Callable[[Type | None, Type | None], Type | None]


def join_printings(first: Operation, again: Operation) -> Operation:
    """The first printing, with the rows, examples, statuses and words that only the second has."""
    body = _join_bodies(first.request_body, again.request_body)
    for one in (first, again):
        body = _leave_rows_free(body, one)
    are_apart = body is not None and any(isinstance(media.schema, Union) for media in body.content)
    return replace(
        first,
        description=_describe_both(first, again) if are_apart else first.description or again.description,
        parameters=_join_parameters(_leave_free(first, again), _leave_free(again, first)),
        request_body=body,
        responses=_join_responses(first.responses, again.responses),
        servers=first.servers or again.servers,
        security=first.security if first.security is not None else again.security,
        deprecated=first.deprecated or again.deprecated,
    )


def _describe_both(first: Operation, again: Operation) -> str:
    """What two calls of one path and method do; the summary is that of the first."""
    heading = f"**{again.title}**" if again.title != first.title else ""
    return "\n\n".join(filter(None, (first.description, heading, again.description)))


def _leave_free(one: Operation, other: Operation) -> list[Parameter]:
    """The parameters of one printing; what another one that shows a whole answer does without is not demanded."""
    listed = set(map(_key, other.parameters))
    return [
        (
            replace(parameter, property=_set_free(parameter.property))
            if _is_answered(other) and parameter.location is not Location.PATH and _key(parameter) not in listed
            else parameter
        )
        for parameter in one.parameters
    ]


def _leave_rows_free(body: RequestBody | None, one: Operation) -> RequestBody | None:
    """A body that is no choice, without the demand for what one printing that shows a call and its answer lacks."""
    query = {parameter.property.name for parameter in one.parameters if parameter.location is Location.QUERY}
    sent = one.request_body.content if one.request_body else ()
    names = {prop.name for media in sent if isinstance(media.schema, ObjectOf) for prop in media.schema.properties}
    if body is None or not _is_answered(one) or not query | names:
        return body

    def free(media: MediaType) -> MediaType:
        if not isinstance(media.schema, ObjectOf):
            return media
        rows = [prop if prop.name in names else _set_free(prop) for prop in media.schema.properties]
        return replace(media, schema=replace(media.schema, properties=tuple(rows)))

    return replace(body, content=tuple(map(free, body.content)))


def _is_answered(operation: Operation) -> bool:
    """Whether a printing shows what comes back."""
    return any(media.examples for response in operation.responses for media in response.content)


def _key(parameter: Parameter) -> tuple[Location, str]:
    return parameter.location, parameter.property.name


def _set_free(prop: Property) -> Property:
    return replace(prop, required=None) if prop.required is not None and prop.required.value else prop


def _join_parameters(first: Sequence[Parameter], again: Sequence[Parameter]) -> tuple[Parameter, ...]:
    joined = {_key(parameter): parameter for parameter in first}
    for parameter in again:
        key = _key(parameter)
        known = joined.get(key)
        if known is not None:
            prop = join_properties(known.property, parameter.property)
            examples = join_examples(known.examples, parameter.examples)
            parameter = replace(known, property=prop, examples=examples)
        joined[key] = parameter
    return tuple(joined.values())


def _join_bodies(first: RequestBody | None, again: RequestBody | None) -> RequestBody | None:
    if first is None or again is None:
        return first or again
    required = first.required or again.required
    return replace(first, required=required, content=_join_content(first.content, again.content, _join_sent))


def _join_responses(first: Sequence[Response], again: Sequence[Response]) -> tuple[Response, ...]:
    joined = {response.status: response for response in first}
    for response in again:
        known = joined.get(response.status)
        if known is not None:
            headers = _join_parameters(known.headers, response.headers)
            content = _join_content(known.content, response.content)
            response = replace(known, headers=headers, content=content)
        joined[response.status] = response
    return tuple(joined.values())


def _join_content(
    first: Sequence[MediaType], again: Sequence[MediaType], join: Join | None = None
) -> tuple[MediaType, ...]:
    joined = {media.name: media for media in first}
    for media in again:
        known = joined.get(media.name)
        if known is not None:
            schema = (join or _join_types)(known.schema, media.schema)
            media = replace(known, schema=schema, examples=join_examples(known.examples, media.examples))
        joined[media.name] = media
    return tuple(joined.values())


def join_examples(first: Sequence[Example], again: Sequence[Example]) -> tuple[Example, ...]:
    """The examples of both, equal values once; a name that is taken gets the next number."""
    joined = {example.name: example for example in first}
    for example in again:
        if any(example.value == known.value for known in joined.values()):
            continue
        number, name = len(joined) + 1, example.name
        while name in joined:
            name, number = f"example-{number}", number + 1
        joined[name] = replace(example, name=name)
    return tuple(joined.values())


def _join_sent(first: Type | None, again: Type | None) -> Type | None:
    """The body of a call that two pages document: either, where each demands what the other has not.

    So it is where a property of both is made of different structures.

    One path for many actions, chosen by the only property of the body, is such a call.
    """
    printed = first.members if isinstance(first, Union) else (first,)
    alternatives = [kind for kind in printed if isinstance(kind, ObjectOf)]
    if not isinstance(again, ObjectOf) or len(alternatives) < len(printed):
        return _join_types(first, again)
    for index, known in enumerate(alternatives):
        if not (_demands(known, again) and _demands(again, known)) and not _name_others(known, again):
            alternatives[index] = ObjectOf(_join_objects(known, again), known.additional)
            break
    else:
        alternatives.append(again)
    return alternatives[0] if len(alternatives) == 1 else Union(tuple(alternatives))


def _demands(one: ObjectOf, other: ObjectOf) -> bool:
    """Whether a type requires a property that the other does not have."""
    names = {prop.name for prop in other.properties}
    return any(prop.required and prop.required.value and prop.name not in names for prop in one.properties)


def _name_others(one: ObjectOf, other: ObjectOf) -> bool:
    """Whether a property of both names one structure here and another one there."""
    rows = {prop.name: _structures(prop.type) for prop in other.properties}
    pairs = ((_structures(prop.type), rows.get(prop.name)) for prop in one.properties)
    return any(ours and theirs and ours != theirs for ours, theirs in pairs)


def _structures(kind: Type) -> frozenset[str]:
    return frozenset(inner.name for inner in types_in(kind) if isinstance(inner, Reference))


def _join_types(first: Type | None, again: Type | None) -> Type | None:
    if first is None or again is None:
        return first or again
    if not isinstance(first, ObjectOf) or not isinstance(again, ObjectOf):
        return first
    return ObjectOf(_join_objects(first, again), first.additional)


def _join_objects(first: ObjectOf, again: ObjectOf) -> tuple[Property, ...]:
    rows = {prop.name: prop for prop in again.properties}
    kept = [_join_rows(prop, rows[prop.name]) if prop.name in rows else prop for prop in first.properties]
    names = {prop.name for prop in first.properties}
    return (*kept, *(prop for prop in again.properties if prop.name not in names))


def _join_rows(first: Property, again: Property) -> Property:
    """The first row of a property; what one printing leaves to the caller is not demanded."""
    is_free = again.required is not None and not again.required.value
    required = again.required if is_free else first.required
    return replace(first, type=_join_types(first.type, again.type) or first.type, required=required)
