"""What is printed as a page of a dialect is read back as it was, in every form of the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from scraper.dialects import find_dialect
from scraper.page import parse_page
from scraper.pipeline import parse_page_facts
from tests.scraper.forms.rendering import print_cells, print_columns, print_tabs, render_markdown
from tests.scraper.forms.rendering import render_rst as rst_to_html
from tests.scraper.round_trips.reference import Call, expect, references, state
from tests.scraper.round_trips.rendering import render_github, render_gitlab, render_huawei, render_rst

Render = Callable[[list[Call]], str]
FORMS: dict[str, tuple[str, str, Render]] = {
    "gitlab in Markdown": ("gitlab", "md", render_gitlab),
    "gitlab in HTML": ("gitlab", "html", lambda calls: render_markdown(render_gitlab(calls))),
    "gitlab as text of cells": ("gitlab", "txt", lambda calls: print_cells(render_markdown(render_gitlab(calls)))),
    "gitlab as text with tabs": ("gitlab", "txt", lambda calls: print_tabs(render_markdown(render_gitlab(calls)))),
    "gitlab as text in columns": ("gitlab", "txt", lambda calls: print_columns(render_markdown(render_gitlab(calls)))),
    "huawei in Markdown": ("huawei", "md", render_huawei),
    "huawei in HTML": ("huawei", "html", lambda calls: render_markdown(render_huawei(calls))),
    "huawei in reStructuredText": ("huawei", "rst", render_rst),
    "huawei in HTML by docutils": ("huawei", "html", lambda calls: rst_to_html(render_rst(calls))),
    "huawei as text of cells": ("huawei", "txt", lambda calls: print_cells(render_markdown(render_huawei(calls)))),
    "huawei as text with tabs": ("huawei", "txt", lambda calls: print_tabs(render_markdown(render_huawei(calls)))),
    "huawei as text in columns": ("huawei", "txt", lambda calls: print_columns(render_markdown(render_huawei(calls)))),
    "github in HTML": ("github", "html", render_github),
    "github as text of cells": ("github", "txt", lambda calls: print_cells(render_github(calls))),
}


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=25, deadline=None)
@given(reference=references())
def test_a_page_gives_back_the_reference_that_it_was_printed_from(form: str, reference: list[Call]) -> None:
    dialect, suffix, render = FORMS[form]
    calls = reference[:1] if dialect == "huawei" else reference
    calls = calls if dialect == "huawei" else [call.with_one_table() for call in calls]
    page = parse_page(render(calls).encode(), f"page.{suffix}")
    facts = parse_page_facts(page, find_dialect(dialect))
    assert state(facts.api) == expect(calls, has_answers=dialect != "github")
    assert facts.accounting.unread == ()
