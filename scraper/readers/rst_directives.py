"""Directives by name: what each leaves in docutils' tree, those of documentation sites included."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeAlias

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from docutils.parsers.rst.directives import misc, tables

Options: TypeAlias = dict[str, Callable[[str], str | list[str]]]

FURNITURE = "furniture"
CAPTIONED = "captioned"


class _AnyOption(Options):
    """An option table that has every option."""

    def __missing__(self, key: str) -> Callable[[str], str | list[str]]:
        return directives.unchanged


_ANY = _AnyOption(name=directives.unchanged)


class _Lenient(Directive):
    """A directive that takes any argument, any option and any content."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[Options] = _ANY
    has_content = True

    def line_of(self, lineno: int) -> int:
        """The line of the page for a line number of the state machine."""
        return self.state_machine.get_source_and_line(lineno)[1] or lineno

    @property
    def content_line(self) -> int:
        """The first line of the content; behind the directive where it has none."""
        if self.content:
            return self.content.items[0][1] + 1
        return self.line_of(self.lineno) + self.block_text.rstrip().count("\n") + 1

    def container(self, kind: str = "") -> nodes.container:
        """A node for the content; `head` are the lines in front of it."""
        first = self.line_of(self.lineno)
        return nodes.container(kind=kind, head=(first, max(first, self.content_line - 1)))

    def argument(self) -> list[nodes.Node]:
        """The argument as inline nodes."""
        text = " ".join(self.arguments).strip()
        return list(self.state.inline_text(text, self.lineno)[0]) if text else []


class _Contents(_Lenient):
    """Content that stands for itself: notes, containers, conditions."""

    shows_argument = False

    def run(self) -> list[nodes.Node]:
        """The content, after the argument where readers of the page see it."""
        found = self.container()
        argument = self.argument() if self.shows_argument else []
        if argument:
            paragraph = nodes.paragraph(self.arguments[0], "", *argument)
            paragraph.line = self.line_of(self.lineno)
            found += paragraph
        self.state.nested_parse(self.content, self.content_offset, found)
        return [found]


class _Shown(_Contents):
    """Content with a title or a text in front of it; every directive that nobody here knows is one."""

    shows_argument = True


class _Table(_Lenient):
    """A table of the page with its caption."""

    def run(self) -> list[nodes.Node]:
        """The content and its caption."""
        found = self.container(CAPTIONED)
        argument = self.argument()
        if argument:
            title = nodes.title(self.arguments[0], "", *argument)
            title.line = self.line_of(self.lineno)
            found += title
        self.state.nested_parse(self.content, self.content_offset, found)
        return [found]


class _Code(_Lenient):
    """Code, as it is."""

    def run(self) -> list[nodes.Node]:
        """A literal block with its language and the line of its text."""
        block = nodes.literal_block("", "\n".join(self.content), text_line=self.content_line)
        block["language"] = self.arguments[0].split()[0].casefold() if self.arguments else ""
        return [block]


class _Furniture(_Lenient):
    """Nothing that a page states: images, tables of contents, settings of the site."""

    def run(self) -> list[nodes.Node]:
        """A node with the name of what is left out."""
        return [nodes.container(kind=FURNITURE, name=_FURNITURE[self.name.casefold()])]


class _Image(_Lenient):
    """An image is its text; a figure has a legend too."""

    def run(self) -> list[nodes.Node]:
        """The image, and the content of a figure."""
        image = nodes.image(alt=self.options.get("alt") or "")
        if self.name.casefold() != "figure":
            return [image]
        found = self.container()
        found += image
        self.state.nested_parse(self.content, self.content_offset, found)
        return [found]


class _Elsewhere(_Lenient):
    """What stands in another file, or in another language: it is not read, and its lines say so."""

    def run(self) -> list[nodes.Node]:
        """Nothing."""
        return []


class _Rows(tables.ListTable):
    """A table written as a list; columns have no widths."""

    option_spec: ClassVar[Options] = {**(tables.ListTable.option_spec or {}), "widths": directives.unchanged}

    def run(self) -> Sequence[nodes.table | nodes.system_message]:
        """The table."""
        self.options.pop("widths", None)
        return super().run()


class _Values(tables.CSVTable):
    """A table written as comma-separated values on the page; columns have no widths."""

    option_spec: ClassVar[Options] = {**(tables.CSVTable.option_spec or {}), "widths": directives.unchanged}

    def run(self) -> Sequence[nodes.table | nodes.system_message]:
        """The table."""
        self.options.pop("widths", None)
        return super().run()


_FURNITURE: dict[str, str] = {
    **dict.fromkeys(("toctree", "contents", "sectnum", "section-numbering"), "table-of-contents"),
    **dict.fromkeys(("index", "meta", "tags", "title", "date"), "metadata"),
    **dict.fromkeys(
        ("highlight", "role", "default-role", "rst-class", "class", "cssclass", "currentmodule", "tabularcolumns"),
        "directive",
    ),
    **dict.fromkeys(("header", "footer"), "page-frame"),
    **dict.fromkeys(("graphviz", "uml", "mermaid", "digraph", "graph", "youtube", "raphael"), "image"),
}
_DIRECTIVES: dict[str, type[Directive]] = {
    "table": _Table,
    "list-table": _Rows,
    "flat-table": _Rows,
    "csv-table": _Values,
    **dict.fromkeys(("code", "code-block", "sourcecode", "parsed-literal", "prompt", "literal", "math"), _Code),
    **dict.fromkeys(
        ("note", "notes", "tip", "hint", "important", "warning", "caution", "attention", "danger", "error", "seealso"),
        _Shown,
    ),
    **dict.fromkeys(
        ("container", "compound", "only", "ifconfig", "tabs", "tab-set", "highlights", "pull-quote", "epigraph"),
        _Contents,
    ),
    **dict.fromkeys(("image", "figure", "thumbnail"), _Image),
    **dict.fromkeys(("include", "literalinclude", "raw"), _Elsewhere),
    **dict.fromkeys(_FURNITURE, _Furniture),
    "replace": misc.Replace,
    "unicode": misc.Unicode,
}


def find_directive(name: str) -> type[Directive]:
    """The directive under a name; one that shows its argument and its content for an unknown name."""
    return _DIRECTIVES.get(name.casefold(), _Shown)
