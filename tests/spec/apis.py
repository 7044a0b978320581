"""Random APIs as the shared passes leave them: unique names, references that resolve, examples that fit."""

from __future__ import annotations

from hypothesis import strategies as st

from spec.model import (
    Api,
    ArrayOf,
    Constraint,
    EnumValue,
    Evidence,
    Example,
    Fact,
    Location,
    MediaType,
    ObjectOf,
    Operation,
    Parameter,
    Property,
    Reference,
    RequestBody,
    Response,
    Scalar,
    SecurityScheme,
    Server,
    Source,
    Structure,
    Tag,
    Union,
    UnknownType,
)

HOSTILE = [
    '"""', "'''", "{{ x }}", "{% raw %}", "!!python/object:os.system", "../../x", "None", "class", "on", "1.0",
    "import os", "a/b~c", "名前", "properties", "required", "$ref", "type", "a b", "#", "a.b", "-", "__init__", "\\",
]  # fmt: skip
texts = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
names = texts.filter(bool)
sources = st.builds(
    lambda first, more, evidence: Source("pages/a.txt", first, first + more, evidence),
    st.integers(1, 500), st.integers(0, 9), st.sampled_from(Evidence),
)  # fmt: skip
booleans = st.none() | st.builds(Fact, st.booleans(), sources)
scalars = st.sampled_from(
    [Scalar("string"), Scalar("integer", "int64"), Scalar("number", "double"), Scalar("boolean"), Scalar("integer")]
)


def types(references: list[str]) -> st.SearchStrategy:
    leaves = scalars | st.builds(UnknownType, texts) | st.just(ObjectOf())
    if references:
        leaves |= st.builds(Reference, st.sampled_from(references))
    return st.recursive(
        leaves,
        lambda inner: st.builds(ArrayOf, inner)
        | st.builds(lambda members: Union(tuple(members)), st.lists(inner, min_size=2, max_size=3))
        | st.builds(lambda value: ObjectOf(additional=value), inner)
        | st.builds(lambda found: ObjectOf(tuple(found)), properties_of(inner)),
        max_leaves=4,
    )


def properties_of(kinds: st.SearchStrategy) -> st.SearchStrategy:
    plain = st.builds(
        Property, names, kinds, sources, texts, required=booleans, nullable=booleans, deprecated=booleans,
        type_source=st.none() | sources,
    )  # fmt: skip
    return st.lists(plain | enums() | ranges(), max_size=4, unique_by=lambda prop: prop.name)


def enums() -> st.SearchStrategy:
    values = st.lists(st.builds(EnumValue, texts, sources, texts), min_size=1, max_size=3, unique_by=lambda v: v.value)
    kinds = st.sampled_from([Scalar("string"), ArrayOf(Scalar("string"))])
    return st.builds(
        lambda name, kind, source, listed, nullable: Property(
            name, kind, source, enum=tuple(listed), nullable=nullable
        ),
        names, kinds, sources, values, booleans,
    )  # fmt: skip


def ranges() -> st.SearchStrategy:
    return st.builds(
        lambda name, source, low, default: Property(
            name, Scalar("integer"), source,
            default=Fact(low + default, source), constraints=(Constraint("minimum", low, source),),
        ),
        names, sources, st.integers(-9, 9), st.integers(0, 5),
    )  # fmt: skip


@st.composite
def operations(draw, index: int, references: list[str], schemes: list[str]) -> Operation:
    rpc = draw(st.booleans())
    action = draw(st.none() | st.builds(Fact, st.just(f"Do{index}"), sources)) if rpc else None
    parameters = draw(
        st.lists(
            st.builds(
                lambda place, prop: Parameter(place, prop),
                st.sampled_from([Location.QUERY, Location.HEADER, Location.COOKIE]),
                st.builds(Property, names, scalars | st.builds(ArrayOf, scalars), sources, texts, required=booleans),
            ),
            max_size=3,
        )
    )
    media = st.builds(
        lambda schema, examples: MediaType(schema=schema, examples=tuple(examples)),
        st.builds(Reference, st.sampled_from(references)) | types(references),
        st.just(()),
    )
    body = draw(st.none() | st.builds(lambda one, source: RequestBody((one,), source), media, sources))
    loose = MediaType(
        examples=(Example("example-1", draw(st.integers()), draw(sources)), Example("", "x", draw(sources)))
    )
    statuses = draw(st.lists(st.sampled_from(["200", "404", "4XX", "default", "299"]), max_size=3, unique=True))
    responses = tuple(
        Response(status, draw(sources), draw(texts), content=draw(st.sampled_from([(), (loose,), (draw(media),)])))
        for status in statuses
    )
    return Operation(
        id=draw(names) + str(index),
        method=draw(st.sampled_from(["get", "POST", "put", "delete"])),
        path="/open-api" if rpc else f"/things/{{id}}/{index}",
        title=draw(texts),
        source=draw(sources),
        description=draw(texts),
        tag=draw(texts),
        parameters=tuple(parameters),
        request_body=body,
        responses=responses,
        security=draw(st.none() | st.lists(st.sampled_from(schemes), unique=True).map(tuple)) if schemes else None,
        action=action,
        action_in_query=draw(st.booleans()),
        deprecated=draw(booleans),
        broken=rpc and action is None,
    )


@st.composite
def apis(draw) -> Api:
    references = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    schemes = draw(st.lists(names, max_size=2, unique=True))
    source = draw(sources)
    kinds = [SecurityScheme(name, draw(st.sampled_from(["apiKey", "http"])), source, name="X-Key") for name in schemes]
    return Api(
        title=draw(texts),
        description=draw(texts),
        pages=("pages/a.txt",),
        operations=tuple(draw(operations(index, references, schemes)) for index in range(draw(st.integers(0, 3)))),
        structures=tuple(
            Structure(name, tuple(draw(properties_of(types(references)))), draw(sources), draw(texts))
            for name in references
        ),
        servers=draw(st.sampled_from([(), (Server("https://{team}.example.org/v1/", source),)])),
        security_schemes=tuple(kinds),
        tags=tuple(Tag(name, draw(texts)) for name in draw(st.lists(names, max_size=2, unique=True))),
        page_urls=draw(st.sampled_from([(), (("pages/a.txt", "https://example.org/a"),)])),
    )
