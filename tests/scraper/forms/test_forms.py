"""One contract from any form: a page, the same page as HTML, and the text of that HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scraper.dialects import find_dialect
from scraper.page import parse_page
from scraper.reading import parse_page_facts
from spec.model import (
    Api,
    ArrayOf,
    MediaType,
    ObjectOf,
    Operation,
    Property,
    Reference,
    RequestBody,
    Scalar,
    Source,
    Structure,
    Type,
    Union,
)
from tests.scraper.forms.pages import LAMPS, SHELVES
from tests.scraper.forms.rendering import print_cells, print_columns, print_tabs, render_markdown, render_rst

PAGES = Path(__file__).parents[3].parent / "shared" / "pages"
FORMS: dict[str, tuple[str, Callable[[str], str]]] = {
    "html": (".html", lambda html: html),
    "cells": (".txt", print_cells),
    "tabs": (".txt", print_tabs),
    "columns": (".txt", print_columns),
}


# Folder: its dialect, and every how many pages.
SAMPLES = {
    "gitlab-2016": ("gitlab", 1),
    "gitlab-history": ("gitlab", 1),
    "otc": ("huawei", 4),
    "otc-rst": ("huawei", 1),
    "github-2020": ("github", 1),
}
# How many pages of a folder state something else in a form: other parameters, bodies, examples. The numbers may only go
# down; a page in text has lost what is preformatted.
DIFFERING: dict[tuple[str, str], tuple[int, int, int]] = {
    # codes_of_conduct.html: the renderer folds the lines of an example, and with them the blanks inside its strings.
    ("github-2020", "columns"): (0, 0, 1),
}
# Pages of which only a link says which table has the members of a row: their text would be the same, led it to another.
LINKED = {
    "cce__creating-a-job.md": "a `template object` is the PodTemplateSpec of Table 7",
    "cce__creating-a-networkpolicy.md": "a `LabelSelector object` is what Table 6 prints as LableSelector",
}
RENDERERS: dict[str, Callable[[str], str]] = {".md": render_markdown, ".rst": render_rst, ".html": str}


def shape(of: Type | None, structures: Mapping[str, Structure], depth: int = 8) -> object:
    """A type, with the members of objects: the name, whether it is required, the type of each."""
    match of:
        case Scalar(name):
            return name
        case ArrayOf(items):
            return ("array", shape(items, structures, depth))
        case Union(members):
            return sorted(repr(shape(member, structures, depth)) for member in members)
        case Reference(name) if name in structures:
            return shape(ObjectOf(structures[name].properties), structures, depth)
        case ObjectOf(properties) if depth:
            return {each.name: field(each, structures, depth - 1) for each in properties}
    return type(of).__name__


def field(of: Property, structures: Mapping[str, Structure], depth: int = 8) -> object:
    """Whether a property is required, and its type."""
    return of.required and of.required.value, shape(of.type, structures, depth)


def defined(api: Api, operation: Operation) -> dict[str, Structure]:
    """The structures that an operation may name: its own before those of all."""
    return {each.name: each for owner in (None, operation.id) for each in api.structures if each.operation == owner}


def parameters(api: Api) -> dict[object, object]:
    """Of each operation: where each parameter travels, whether it is required, its type with the members of objects."""
    return {
        (operation.method, operation.path): {
            (each.location, each.property.name): field(each.property, defined(api, operation))
            for each in operation.parameters
        }
        for operation in api.operations
    }


def bodies(api: Api) -> dict[object, object]:
    """Of each operation: the schemas of its request and of its responses by status and media type."""

    def schemas(contents: tuple[MediaType, ...], structures: Mapping[str, Structure]) -> dict[str, object]:
        return {content.name: shape(content.schema, structures) for content in contents}

    return {
        (operation.method, operation.path): (
            schemas(operation.request_body.content if operation.request_body else (), defined(api, operation)),
            {response.status: schemas(response.content, defined(api, operation)) for response in operation.responses},
        )
        for operation in api.operations
    }


def examples(api: Api) -> dict[object, object]:
    """Of each operation: the values of its request and response examples."""

    def values(contents: tuple[MediaType, ...]) -> list[str]:
        return sorted(repr(example.value) for content in contents for example in content.examples)

    return {
        (operation.method, operation.path): (
            values(operation.request_body.content if operation.request_body else ()),
            [values(response.content) for response in operation.responses],
        )
        for operation in api.operations
    }


def read(text: str, name: str, dialect: str) -> Api:
    return parse_page_facts(parse_page(text.encode(), name), find_dialect(dialect)).api


STATED = (parameters, bodies, examples)


def compare(text: str, name: str, dialect: str, form: str) -> tuple[bool, ...]:
    """Whether a page states other parameters, bodies or examples in another form."""
    suffix, render = FORMS[form]
    html = RENDERERS[Path(name).suffix](text)
    page, other = read(text, name, dialect), read(render(html), f"{Path(name).stem}{suffix}", dialect)
    return tuple(what(page) != what(other) for what in STATED)


def test_structures_of_one_name_are_told_apart_by_their_operations() -> None:
    source = Source("a.md", 1, 1)

    def api(*owners: str) -> Api:
        body = RequestBody((MediaType(schema=Reference("Shelf")),), source)
        calls = tuple(Operation(name, "POST", f"/{name}", name, source, request_body=body) for name in ("a", "b"))
        shelves = [
            Structure("Shelf", (Property(f"of_{owner}", Scalar("string"), source),), source, operation=owner)
            for owner in owners
        ]
        return Api("Shelves", operations=calls, structures=tuple(shelves))

    assert bodies(api("a", "b")) == bodies(api("b", "a"))
    assert bodies(api("a", "b")) != bodies(api("a", "a"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("dialect", "text"), [("gitlab", LAMPS), ("huawei", SHELVES)], ids=["gitlab", "huawei"])
def test_a_page_states_the_same_in_every_form(dialect: str, text: str, form: str) -> None:
    assert len(parameters(read(text, "a.md", dialect))) > 0
    assert compare(text, "a.md", dialect, form) == (False, False, False)


@pytest.mark.parametrize(
    ("folder", "form"),
    [(folder, form) for folder in SAMPLES for form in FORMS if (folder, form) != ("github-2020", "html")],
)
def test_pages_of_vendors_state_the_same_in_every_form(folder: str, form: str) -> None:
    dialect, step = SAMPLES[folder]
    pages = {name: text for name, text in sample(folder, step).items() if form == "html" or name not in LINKED}
    found = {name: compare(text, name, dialect, form) for name, text in pages.items()}
    for index, allowed in enumerate(DIFFERING.get((folder, form), (0, 0, 0))):
        differing = [name for name, differs in found.items() if differs[index]]
        assert len(differing) <= allowed, (STATED[index].__name__, differing)


@pytest.mark.parametrize("name", LINKED, ids=LINKED.get)
def test_pages_whose_links_are_all_that_tells_state_the_same_where_there_are_links(name: str) -> None:
    text = sample("otc", 1)[name]
    assert compare(text, name, "huawei", "html") == (False, False, False)
    assert all(compare(text, name, "huawei", form) == (False, True, False) for form in FORMS if form != "html")


def sample(folder: str, step: int) -> dict[str, str]:
    """Every `step`-th page of a folder of samples, by name."""
    paths = sorted(path for path in (PAGES / folder).glob("[a-z]*") if path.suffix in RENDERERS)[::step]
    if not paths:
        pytest.skip(f"the pages of {folder} are not beside this repository")
    return {path.name: path.read_text(encoding="utf-8") for path in paths}
