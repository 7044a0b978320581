"""The table of tool × document × form: measured, written as Markdown, and read again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.exports.documents import APIS, REPOSITORY, Form, list_forms
from tests.exports.openapi_generator import GENERATORS, list_settings
from tests.exports.peers import Tool
from tests.exports.tools import EXPLANATIONS, TOOLS, explain

GUIDE = REPOSITORY / "docs/exports.md"
GOOD, NOT_GIVEN = "✓", "–"

#: Name of a tool and form → the text of the cell.
Cells = Mapping[tuple[str, Form], str]


def measure(tool: Tool, forms: Sequence[Form], folder: Path) -> dict[tuple[str, Form], str]:
    """Run a tool on forms.

    Raises:
        PeerUnavailableError: It cannot be run here.
        UnexplainedError: It fails for a reason that is not known.
    """
    problems = tool.check(forms, folder)
    return {(tool.name, form): ", ".join(map(str, explain(problems[form]))) or GOOD for form in forms}


def is_quick(tool: Tool, form: Form) -> bool:
    """Whether tests run the tool on the form: on both versions in the recommended form of RPC; linters on all."""
    _, rpc = tool.recommended
    return tool.accepts(form) and (tool.takes_split or form.rpc in (None, rpc))


def render_guide(cells: Cells) -> str:
    """The page of documentation."""
    sections = [_INTRODUCTION, _render_tools(), *(_render_matrix(api, cells) for api in APIS)]
    return "\n\n".join([*sections, _render_explanations(cells), _render_settings()]) + "\n"


def read_guide() -> dict[tuple[str, Form], str]:
    """The cells of the committed page."""
    text = GUIDE.read_text(encoding="utf-8")
    cells: dict[tuple[str, Form], str] = {}
    for api in APIS:
        [section] = re.findall(rf"^## {api}\n\n(.*?)\n\n", text, re.MULTILINE | re.DOTALL)
        head, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines())
        forms = {form.title: form for form in list_forms(api)}
        for name, *marks in rows:
            cells |= {(name, forms[title]): mark for title, mark in zip(head[1:], marks, strict=True)}
    return cells


_INTRODUCTION = """\
# What other tools make of the documents

<!-- Written by `make exports`: every cell is what the tool did. -->

`make exports` gives every document of this repository, in every form of [`specwright export`](exporting.md), to the
tools that people use on OpenAPI, and writes this page. The tests run every tool on every document again, in both
versions and the recommended form of RPC, and compare with what is written here. ✓ is a tool that did all it has to, a
number one that failed for the [reason](#why-cells-fail) of that number, and – a form that it is not for."""


def _render_tools() -> str:
    rows = [
        (tool.name, tool.version, tool.proof, "`--openapi {} --rpc {}`".format(*tool.recommended)) for tool in TOOLS
    ]
    table = _render_table(("tool", "version", "what it has to do", "recommended"), rows)
    return f"## Tools\n\n{table}\n\n{_RPC}"


_RPC = """\
`--rpc` is for documents with RPC actions only. A client that is compiled here but not called takes its URLs from the
paths of the document too: those of the path form are not the vendor's."""


def _render_matrix(api: str, cells: Cells) -> str:
    forms = list_forms(api)
    rows = [(tool.name, *(cells.get((tool.name, form), NOT_GIVEN) for form in forms)) for tool in TOOLS]
    return f"## {api}\n\n" + _render_table(("tool", *(form.title for form in forms)), rows)


def _render_explanations(cells: Cells) -> str:
    used = {number for mark in cells.values() for number in mark.split(", ")}
    lines = [f"{number}. {item.text}" for number, item in enumerate(EXPLANATIONS, 1) if str(number) in used]
    return "\n".join(["## Why cells fail", "", *lines])


def _render_settings() -> str:
    lines = [
        f"- {api}, {generator}: `{' '.join(settings)}`"
        for api in APIS
        for generator in GENERATORS
        if (settings := list_settings(generator, api))
    ]
    return "\n".join(["## Settings of openapi-generator", "", _SETTINGS, "", *lines])


_SETTINGS = """\
Its clients have one name for properties that differ in nothing but case (`Data` and `data`), none for a listed value of
blanks, and its Java library `native` no class for a value that is either an array or something else. These options,
with which the cells above were made, say what it shall write instead:"""


def _render_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


def list_cells(accept: Callable[[Tool, Form], bool]) -> Iterator[tuple[Tool, list[Form]]]:
    """Each tool with the forms that are wanted of it."""
    for tool in TOOLS:
        yield tool, [form for api in APIS for form in list_forms(api) if accept(tool, form)]
