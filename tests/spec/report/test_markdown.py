"""The Markdown of a report: what it shows, and that it shows every text as it is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from spec.report.finding import Acceptance, Location
from spec.report.forms import Form, format_report
from spec.report.markdown_text import escape_markdown, link_lines
from tests.spec.report.reports import NOTE, WARNING, Report, finding, report

MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def lines_of(shown: Report) -> list[str]:
    return format_report(shown, Form.MARKDOWN).splitlines()


def shown_text(markdown: str) -> str:
    """What a reader sees of one cell of a table."""
    html = MARKDOWN.render(f"| a | b |\n| --- | --- |\n| {markdown} | end |\n")
    assert html.count("<td>") == 2, html
    cell = html.partition("<td>")[2].partition("</td>")[0]
    assert "<" not in re.sub(r"</?code>", "", cell), html
    plain = re.sub(r"</?code>", "`", cell).replace("\u200b", "")
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(entity, character)
    return plain


def test_findings_stand_in_tables_by_level_and_operation() -> None:
    shown = report(
        finding(),
        finding(heading="POST /pets (createPet)", operations=("createPet",)),
        finding(pointer="/other", message="`state`: now required"),
        finding(
            id="value-added", level=WARNING, message='`kind`: value "fish" added', location=Location("api.yaml", 3)
        ),
    )
    assert lines_of(shown) == [
        "## API changes",
        "",
        "3 breaking, 1 risky",
        "",
        "### Breaking",
        "",
        "#### GET /pets (listPets)",
        "",
        "| what | rule | where |",
        "| --- | --- | --- |",
        "| `limit`: maximum is 50, was 100 | `limit-lowered` | [pages/pets.md:7](pages/pets.md#L7) |",
        "| `state`: now required | `limit-lowered` | [pages/pets.md:7](pages/pets.md#L7) |",
        "",
        "#### POST /pets (createPet)",
        "",
        "| what | rule | where |",
        "| --- | --- | --- |",
        "| `limit`: maximum is 50, was 100 | `limit-lowered` | [pages/pets.md:7](pages/pets.md#L7) |",
        "",
        "### Risky",
        "",
        "#### GET /pets (listPets)",
        "",
        "| what | rule | where |",
        "| --- | --- | --- |",
        '| `kind`: value "fish" added | `value-added` | [api.yaml:3](api.yaml#L3) |',
    ]


def test_advice_stands_before_what_counts() -> None:
    advised = replace(report(finding()), advice="Build again.")
    assert lines_of(advised)[:6] == ["## API changes", "", "1 breaking", "", "Build again.", ""]
    accepted = replace(report(finding(acceptance=Acceptance("agreed"))), advice="Build again.")
    assert "Build again." not in lines_of(accepted)


def test_what_needs_no_action_is_folded() -> None:
    text = "\n".join(lines_of(report(finding(), finding(level=NOTE), finding(level=NOTE))))
    folded = text.partition("<details><summary>Docs-only (2)</summary>\n\n")[2]
    assert folded.count("| `limit`: maximum") == 2
    assert folded.endswith("\n\n</details>")


def test_accepted_findings_stand_apart_with_their_reason() -> None:
    accepted = finding(acceptance=Acceptance("Agreed | by mail.", "2030-01-01"))
    lines = lines_of(report(accepted, finding(acceptance=Acceptance("Since ever."))))
    assert lines[2] == "2 accepted"
    assert "### Breaking" not in lines
    assert lines[4] == "<details><summary>Accepted (2)</summary>"
    assert [line.rpartition(") | ")[2] for line in lines if line.startswith("| GET")] == [
        "Agreed \\| by mail., until 2030-01-01 |",
        "Since ever. |",
    ]


def test_expired_findings_count_and_say_so() -> None:
    expired = finding(acceptance=Acceptance("For a while.", "2020-01-01", is_expired=True))
    lines = lines_of(report(expired, finding()))
    assert lines[2] == "2 breaking"
    assert lines[-2].endswith("| For a while., until 2020-01-01 (expired) |")
    assert lines[-1].endswith("|  |")


@pytest.mark.parametrize(
    ("file", "prefix", "link"),
    [
        ("a/b.txt", "", "[a/b.txt:3](a/b.txt#L3)"),
        ("a/b.txt", "https://host/blob/main/", "[a/b.txt:3](https://host/blob/main/a/b.txt#L3)"),
        ("a/b c.md", "https://host/blob/main", "[a/b c.md:3](https://host/blob/main/a/b%20c.md?plain=1#L3)"),
        ("a_b_(c).html", "", "[a_b\\_(c).html:3](a_b_%28c%29.html#L3)"),
    ],
)
def test_links_lead_to_the_line(file: str, prefix: str, link: str) -> None:
    assert link_lines(file, 3, prefix) == link


def test_a_report_that_is_too_long_for_a_pull_request_says_how_much_is_missing() -> None:
    shown = report(*(finding(pointer=f"/{number}", message=f"number {number} " + "x" * 300) for number in range(1000)))
    text = format_report(shown, Form.MARKDOWN)
    assert 55_000 < len(text) <= 60_000
    assert "1000 breaking" in text
    printed = re.findall(r"^\| number (\d+)", text, re.MULTILINE)
    assert [int(number) for number in printed] == list(range(len(printed)))
    assert text.endswith(f"\n\n{1000 - len(printed)} more would not fit here.")


@pytest.mark.parametrize(
    "text",
    [
        "a | b",
        "`a | b`: value",
        "<script>alert(1)</script> <!-- no",
        "1 & 2 &amp; &lt;",
        "*bold* _it_ __init__ a_b_c _a_b_ 1_ _ é_ü ~~out~~ [link](there) ![image](x)",
        "a \\ b \\| c \\` d",
        "`two` and a ` alone",
        "ends with \\",
        "https://example.com/a_b_c",
        "$x$ and $$y$$",
    ],
)
def test_texts_are_shown_as_they_are(text: str) -> None:
    assert shown_text(escape_markdown(text)) == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\u200b`")))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert shown_text(escape_markdown(text)) == " ".join(text.split())


@pytest.mark.parametrize("text", ["@me", "#12", "!34", "&56", "~bug", "%1", "a@b"])
def test_nobody_is_notified_and_nothing_is_linked(text: str) -> None:
    assert re.search(r"[@#!~%;]\u200b\w", escape_markdown(text))
