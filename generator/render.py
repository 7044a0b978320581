"""Templates → formatted files. The path of a template is the path of its output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import jinja2

from generator.layout import break_display, format_python
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
        if "{group}" in target:
            for group in view.groups:
                yield _render(template, target.replace("{group}", group.module), {"view": view, "group": group})
        elif "{models}" in target:
            for models in view.models:
                yield _render(template, target.replace("{models}", models.module), {"models": models})
        else:
            yield _render(template, target, {"view": view})


def _render(template: str, target: str, values: Mapping[str, object]) -> RenderedFile:
    text = environment().get_template(template).render(values).rstrip("\n")
    text = text + "\n" if text else ""
    return RenderedFile(target, format_python(text) if target.endswith(".py") else text)
