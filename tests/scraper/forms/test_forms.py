"""One contract from any form: a page, the same page as HTML, and the text of that HTML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scraper.dialects import find_dialect
from scraper.page import parse_page
from scraper.pipeline import parse_page_facts
from spec.model import Api, ArrayOf, MediaType, Scalar, Type, Union
from tests.scraper.forms.pages import LAMPS, SHELVES
from tests.scraper.forms.rendering import print_cells, print_columns, print_tabs, render_markdown, render_rst

PAGES = Path(__file__).parents[3].parent / "shared" / "pages"
FORMS: dict[str, tuple[str, Callable[[str], str]]] = {
    "html": (".html", lambda html: html),
    "cells": (".txt", print_cells),
    "tabs": (".txt", print_tabs),
    "columns": (".txt", print_columns),
}


# Folder: its dialect; every how many pages; the share of pages that may differ in parameters, or in examples of HTML;
# and in examples of text, which keeps no mark of what is preformatted.
SAMPLES = {
    "gitlab-2016": ("gitlab", 1, 0.0, 0.0),
    "gitlab-history": ("gitlab", 1, 0.0, 0.0),
    "otc": ("huawei", 10, 0.04, 0.12),
    "otc-rst": ("huawei", 1, 0.04, 0.2),
    "github-2020": ("github", 1, 0.12, 0.34),
}
RENDERERS: dict[str, Callable[[str], str]] = {".md": render_markdown, ".rst": render_rst, ".html": str}


def kind(of: Type) -> str:
    match of:
        case Scalar(name):
            return name
        case ArrayOf(items):
            return f"array of {kind(items)}"
        case Union(members):
            return " or ".join(sorted(map(kind, members)))
    return type(of).__name__


def parameters(api: Api) -> dict[object, object]:
    """Of each operation: where each parameter travels, whether it is required, its type."""
    return {
        (operation.method, operation.path): {
            (each.location, each.property.name): (
                each.property.required and each.property.required.value,
                kind(each.property.type),
            )
            for each in operation.parameters
        }
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


def differs(text: str, name: str, dialect: str, form: str, what: Callable[[Api], object]) -> bool:
    """Whether a page states something else in another form."""
    suffix, render = FORMS[form]
    html = RENDERERS[Path(name).suffix](text)
    other = read(render(html), f"{Path(name).stem}{suffix}", dialect)
    return what(read(text, name, dialect)) != what(other)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("dialect", "text"), [("gitlab", LAMPS), ("huawei", SHELVES)], ids=["gitlab", "huawei"])
def test_a_page_states_the_same_in_every_form(dialect: str, text: str, form: str) -> None:
    assert len(parameters(read(text, "a.md", dialect))) > 0
    assert not differs(text, "a.md", dialect, form, parameters)
    assert not differs(text, "a.md", dialect, form, examples)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("folder", SAMPLES)
def test_pages_of_vendors_state_the_same_parameters_in_every_form(folder: str, form: str) -> None:
    dialect, step, share, _ = SAMPLES[folder]
    texts = sample(folder, step)
    differing = [name for name, text in texts.items() if differs(text, name, dialect, form, parameters)]
    assert len(differing) <= share * len(texts), differing


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("folder", SAMPLES)
def test_pages_of_vendors_state_the_same_examples_in_every_form(folder: str, form: str) -> None:
    dialect, step, html, plain = SAMPLES[folder]
    texts = sample(folder, step)
    differing = [name for name, text in texts.items() if differs(text, name, dialect, form, examples)]
    assert len(differing) <= (html if form == "html" else plain) * len(texts), differing


def sample(folder: str, step: int) -> dict[str, str]:
    """Every `step`-th page of a folder of samples, by name."""
    paths = sorted(path for path in (PAGES / folder).glob("[a-z]*") if path.suffix in RENDERERS)[::step]
    if not paths:
        pytest.skip(f"the pages of {folder} are not beside this repository")
    return {path.name: path.read_text(encoding="utf-8") for path in paths}
