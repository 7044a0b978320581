"""What is printed as a page of a dialect is read back as it was, in every form of the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.dialects import find_dialect
from scraper.facts import PageFacts
from scraper.page import parse_page
from scraper.reading import parse_page_facts
from tests.scraper.forms.rendering import print_cells, print_columns, print_pipes, print_tabs, render_markdown
from tests.scraper.forms.rendering import render_rst as rst_to_html
from tests.scraper.round_trips.coding import HABITS as CODING_HABITS
from tests.scraper.round_trips.coding import render_coding, render_glued
from tests.scraper.round_trips.english import FACTS
from tests.scraper.round_trips.github import render_github
from tests.scraper.round_trips.gitlab import render_gitlab
from tests.scraper.round_trips.huawei import render_huawei, render_rst
from tests.scraper.round_trips.reference import CHINESE, ENGLISH, MARKED, TELLING_WORDS, Call, Language, references
from tests.scraper.round_trips.statement import Habits, expect, state

Render = Callable[[list[Call]], str]


@dataclass(frozen=True)
class Printing:
    """How a dialect documents a reference: with `most` operations on a page, objects nested to a `depth`."""

    dialect: str
    language: Language
    habits: Habits
    depth: int
    most: int = 3
    has_query_tables: bool = False
    has_lists: bool = False

    def references(self) -> st.SearchStrategy[list[Call]]:
        """References as pages of the dialect can document them."""
        found = references(self.language, self.depth, self.most, lists=self.has_lists)
        if self.has_query_tables:
            return found
        always = bool(self.habits.address)
        return found.map(lambda calls: [call.with_one_table(always=always) for call in calls])


GITLAB = Printing("gitlab", ENGLISH, Habits(FACTS), 2, has_lists=True)
HUAWEI = Printing("huawei", MARKED, Habits(FACTS, has_long=True), 2, most=1, has_query_tables=True)
GITHUB = Printing("github", ENGLISH, Habits(FACTS, has_answers=False), 2, has_lists=True)
CODING = Printing("coding", CHINESE, CODING_HABITS, 2)
UNANSWERED = replace(CODING, habits=replace(CODING_HABITS, says_required=False))
FORMS: dict[str, tuple[Printing, str, Render]] = {
    "gitlab in Markdown": (GITLAB, "md", render_gitlab),
    "gitlab in HTML": (GITLAB, "html", lambda calls: render_markdown(render_gitlab(calls))),
    "gitlab as text of cells": (GITLAB, "txt", lambda calls: print_cells(render_markdown(render_gitlab(calls)))),
    "gitlab as text with tabs": (GITLAB, "txt", lambda calls: print_tabs(render_markdown(render_gitlab(calls)))),
    "gitlab as text in columns": (GITLAB, "txt", lambda calls: print_columns(render_markdown(render_gitlab(calls)))),
    "gitlab as text of pipes": (GITLAB, "txt", lambda calls: print_pipes(render_markdown(render_gitlab(calls)))),
    "huawei in Markdown": (HUAWEI, "md", render_huawei),
    "huawei in HTML": (HUAWEI, "html", lambda calls: render_markdown(render_huawei(calls))),
    "huawei in reStructuredText": (HUAWEI, "rst", render_rst),
    "huawei in HTML by docutils": (HUAWEI, "html", lambda calls: rst_to_html(render_rst(calls))),
    "huawei as text of cells": (HUAWEI, "txt", lambda calls: print_cells(render_markdown(render_huawei(calls)))),
    "huawei as text with tabs": (HUAWEI, "txt", lambda calls: print_tabs(render_markdown(render_huawei(calls)))),
    "huawei as text in columns": (HUAWEI, "txt", lambda calls: print_columns(render_markdown(render_huawei(calls)))),
    "huawei as text of pipes": (HUAWEI, "txt", lambda calls: print_pipes(render_markdown(render_huawei(calls)))),
    "huawei as lines with pipes": (
        HUAWEI,
        "txt",
        lambda calls: re.sub(r"\n+", "\n", print_pipes(render_markdown(render_huawei(calls)))),
    ),
    "github in HTML": (GITHUB, "html", render_github),
    "github as text of cells": (GITHUB, "txt", lambda calls: print_cells(render_github(calls))),
    "github as text with tabs": (GITHUB, "txt", lambda calls: print_tabs(render_github(calls))),
    "github as text in columns": (GITHUB, "txt", lambda calls: print_columns(render_github(calls))),
    "github as text of pipes": (GITHUB, "txt", lambda calls: print_pipes(render_github(calls))),
    "coding as glued text": (CODING, "txt", lambda calls: render_glued(calls, answers=True)),
    "coding as glued text without answers": (UNANSWERED, "txt", lambda calls: render_glued(calls, answers=False)),
    "coding in Markdown": (CODING, "md", render_coding),
    "coding in HTML": (CODING, "html", lambda calls: render_markdown(render_coding(calls))),
}

MARKED_UP = ("gitlab in Markdown", "huawei in Markdown", "github in HTML")

GLUED = tuple(form for form in FORMS if "glued" in form)
COLUMNS = tuple(form for form in FORMS if form.endswith("in columns"))

# Of how many pages in a hundred the rows in columns may be doubted: a reader that doubts all tables is of no use.
SHARE = 40


def read(form: str, calls: list[Call]) -> PageFacts:
    printing, suffix, render = FORMS[form]
    page = parse_page(render(calls).encode(), f"page.{suffix}")
    return parse_page_facts(page, find_dialect(printing.dialect))


def doubts(facts: PageFacts) -> bool:
    """Whether the page is said to be readable in another way."""
    return any(finding.code == "ambiguous-split" for finding in facts.diagnostics)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_page_gives_back_the_reference_that_it_was_printed_from(form: str, data: st.DataObject) -> None:
    printing, _, _ = FORMS[form]
    calls = data.draw(printing.references())
    # In columns, a name beside the second of three lines may stand at the top of a row or in its middle: see below.
    calls = [call.with_short_texts() for call in calls] if form in COLUMNS else calls
    facts = read(form, calls)
    # Where neither an example nor a caption tells which, glued cells may be cut in several ways: then that is reported.
    is_doubted = form in GLUED and doubts(facts)
    assert is_doubted or state(facts.api, printing.habits) == expect(calls, printing.habits)
    assert facts.accounting.unread == ()


@pytest.mark.parametrize("form", MARKED_UP)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_words_that_tell_something_elsewhere_are_text_in_a_description(form: str, data: st.DataObject) -> None:
    printing, _, _ = FORMS[form]
    language = replace(printing.language, words=TELLING_WORDS)
    calls = data.draw(replace(printing, language=language).references())
    facts = read(form, calls)
    assert state(facts.api, printing.habits) == expect(calls, printing.habits)
    assert facts.accounting.unread == ()


@pytest.mark.parametrize("form", COLUMNS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_rows_in_columns_that_may_be_others_are_reported(form: str, data: st.DataObject) -> None:
    printing, _, _ = FORMS[form]
    calls = data.draw(printing.references())
    facts = read(form, calls)
    assert doubts(facts) or state(facts.api, printing.habits) == expect(calls, printing.habits)
    assert facts.accounting.unread == ()


@pytest.mark.parametrize("form", COLUMNS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_rows_of_one_line_in_columns_are_never_doubted(form: str, data: st.DataObject) -> None:
    printing, _, _ = FORMS[form]
    calls = [call.with_single_lines() for call in data.draw(printing.references())]
    assert not doubts(read(form, calls))


@pytest.mark.parametrize("form", COLUMNS)
def test_fewer_than_half_of_the_pages_in_columns_are_doubted(form: str) -> None:
    printing, _, _ = FORMS[form]
    doubted: list[bool] = []

    @settings(max_examples=60, deadline=None, derandomize=True, database=None)
    @given(calls=printing.references())
    def draw(calls: list[Call]) -> None:
        doubted.append(doubts(read(form, calls)))

    draw()
    assert sum(doubted) * 100 < SHARE * len(doubted), (sum(doubted), len(doubted))
