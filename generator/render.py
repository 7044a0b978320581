"""Templates → formatted files. The path of a template is the path of its output.

Most of a package is runtime that differs between packages by two names only. Such a template is kept formatted, so
that what it gives is formatted as well: black, the slowest step of generating, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import jinja2

from generator.layout import WIDTH, break_display, format_python
from generator.literal import (
    Text,
    join_lines,
    markdown_code,
    markdown_text,
    markdown_url,
    python_comment,
    python_docstring,
    python_literal,
    toml_string,
)
from generator.view import PackageView

TEMPLATES = Path(__file__).resolve().parent.parent / "templates" / "package"
#: Stands in the path of a template that only a package with OAuth 2.0 has.
OPTIONAL = "{oauth}"
#: What keeps a template from being static: a statement, or an expression that is neither a name nor formatted already.
_DYNAMIC = re.compile(r"\{%|\{#|\{\{(?! view\.(?:name|environment|models) \}\})")


class UnescapedTextError(TypeError):
    """A template prints text of a document without a literal filter: a defect of the template."""


def _finalize(value: object) -> object:
    if isinstance(value, Text):
        raise UnescapedTextError(f"a template prints document text without a filter: {value[:60]!r}")
    if value is None or isinstance(value, bool):
        raise UnescapedTextError(f"a template prints {value!r}")
    return value


@lru_cache(maxsize=1)
def environment() -> jinja2.Environment:
    """Return the environment of the templates: strict, and unable to print document text unescaped."""
    # Autoescaping is for HTML; here every text passes a literal filter or `_finalize` raises.
    result = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES, encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        keep_trailing_newline=True,
        autoescape=False,
    )
    result.filters |= {
        "literal": lambda value: python_literal(_plain(value)),
        "docstring": python_docstring,
        "comment": python_comment,
        "display": _display,
        "toml": toml_string,
        "toml_line": lambda value: toml_string(join_lines(value)),
        "code": markdown_code,
        "cell_code": lambda value: markdown_code(value, in_table=True),
        "markdown": markdown_text,
        "url": markdown_url,
        "text": Text,
    }
    return result


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value


def _display(items: Sequence[object], start: str, key: str, value: str) -> str:
    """Return a dictionary that maps the strings `item.key` to the expressions `item.value`."""
    entries = [f"{python_literal(getattr(item, key))}: {getattr(item, value)}" for item in items]
    return break_display(start + "{", entries, "},")


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """One file of a package: its path inside the package's folder, and its text."""

    path: str
    text: str


def render_templates(view: PackageView) -> Iterator[RenderedFile]:
    """Yield all files that come from templates, formatted, in the order of their paths."""
    for template in environment().list_templates(extensions=["j2"]):
        if OPTIONAL in template and view.oauth is None:
            continue
        target = template.removesuffix(".j2").replace("{package}", view.name).replace(OPTIONAL, "oauth")
        if "{group}" not in target:
            yield _render(template, target, {"view": view}, view)
            continue
        for group in view.groups:
            yield _render(template, target.replace("{group}", group.module), {"view": view, "group": group}, view)


def _render(template: str, target: str, values: Mapping[str, object], view: PackageView) -> RenderedFile:
    text = environment().get_template(template).render(values).rstrip("\n")
    text = text + "\n" if text else ""
    if not target.endswith(".py") or (is_static(template) and _fits(text, view)):
        return RenderedFile(target, text)
    return RenderedFile(target, format_python(text))


@cache
def is_static(template: str) -> bool:
    """Return whether nothing but the names of a package varies in the output of a template, formatted parts aside."""
    return not _DYNAMIC.search((TEMPLATES / template).read_text(encoding="utf-8"))


def _fits(text: str, view: PackageView) -> bool:
    # A name can only make its line longer; while none is too long, black breaks them all as it does for a short name.
    lines = (line for line in text.split("\n") if len(line) > WIDTH)
    return not any(view.name in line or view.environment in line for line in lines)
