"""The reStructuredText parser: docutils, with every role and directive read without a registry.

docutils knows none of the roles and directives that documentation sites add, and asks registries that
any program may change. Here a role is text, code or a link, and a directive is what its table says, or
its argument and its content. No directive reaches a file, the network or another program. Each node of
explicit markup, table and heading carries the lines that it stands on, as `span`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeAlias, cast

from docutils import frontend, nodes, utils
from docutils.parsers import rst
from docutils.parsers.rst import states
from docutils.statemachine import StateMachine, StringList

from scraper.readers.rst_directives import find_directive

Found: TypeAlias = tuple[list[nodes.Node], bool]
"""What a construct leaves in the tree, and whether a blank line ends it."""

_CODE = frozenset({"code", "literal", "samp", "file", "command", "program", "option", "envvar", "kbd"})
_SHIFTED = {
    "sup": nodes.superscript,
    "superscript": nodes.superscript,
    "sub": nodes.subscript,
    "subscript": nodes.subscript,
}
_LABELS = frozenset({"ref", "numref", "any", "eq", "term"})
_TARGETED = re.compile(r"^(?P<text>.*?)\s*<(?P<target>[^<>]+)>$", re.DOTALL)
_PLAIN = re.compile(r"[A-Za-z]\w*[A-Za-z0-9](?: \w*[A-Za-z0-9])*")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
_TAB = 8
_MAX_INLINE = 10_000
"""Longer texts are plain: docutils' search for marks takes time that grows with the square of the length."""


def parse_document(lines: Sequence[str]) -> nodes.document:
    """Parses the lines of a page into docutils' tree, which keeps their numbers.

    Raises:
        RecursionError: The page is nested too deeply.
    """
    document = utils.new_document("page", _settings())
    clean = [_UNSAFE.sub(" ", line).expandtabs(_TAB).rstrip() for line in lines]
    machine = states.RSTStateMachine(state_classes=_STATES, initial_state="Body")
    machine.run(_Lines(clean, "page"), document, inliner=_inliner())
    return document


class _Lines(StringList):
    """Lines whose columns are their characters, unless there are wide or combining ones."""

    def get_2D_block(  # noqa: N802
        self, top: int, left: int, bottom: int, right: int, strip_indent: bool = True
    ) -> StringList:
        """Cuts a cell out of a table."""
        block = self[top:bottom]
        if not all(map(str.isascii, block.data)):
            return super().get_2D_block(top, left, bottom, right, strip_indent)
        block.data = [line[left:right].rstrip() for line in block.data]
        indents = [len(line) - len(line.lstrip()) for line in block.data if line]
        if strip_indent and indents and 0 < min(indents) < right:
            block.data = [line[min(indents) :] for line in block.data]
        return block

    def pad_double_width(self, pad_char: str) -> None:
        """Pads wide characters, where there are any."""
        if not all(map(str.isascii, self.data)):
            super().pad_double_width(pad_char)


@cache
def _settings() -> frontend.Values:
    settings = frontend.get_default_settings(rst.Parser)
    settings.report_level = settings.halt_level = 5
    settings.warning_stream = False
    settings.file_insertion_enabled = settings.raw_enabled = False
    return settings


@cache
def _inliner() -> _Inliner:
    """One inliner for all pages: its patterns cost more than reading a small page."""
    prepared = states.Inliner()
    prepared.init_customizations(_settings())
    inliner = _Inliner()
    vars(inliner).update(vars(prepared))
    return inliner


class _Inliner(states.Inliner):
    """Inline markup in which any role has a meaning."""

    def init_customizations(self, settings: object) -> None:
        """Does nothing: it is done once, for all pages."""

    def parse(
        self, text: str, lineno: int, memo: object, parent: nodes.Element
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Reads the marks in a text."""
        if len(text) > _MAX_INLINE:
            return [nodes.Text(text)], []
        return super().parse(text, lineno, memo, parent)  # type: ignore[arg-type]

    def interpreted(
        self, rawsource: str, text: str, role: str, lineno: int
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Text with a role: code, a link, an exponent, or the text itself."""
        plain = utils.unescape(text)
        name = (role or "").rpartition(":")[2].casefold()
        if name in _CODE:
            return [nodes.literal(rawsource, plain)], []
        if name in _SHIFTED:
            return [_SHIFTED[name](rawsource, plain)], []
        match = _TARGETED.match(plain)
        if match or name in _LABELS:
            shown, target = (match["text"] or match["target"], match["target"]) if match else (plain, plain)
            link = f"#{nodes.fully_normalize_name(target)}" if name in _LABELS else target
            return [nodes.reference(rawsource, shown, refuri=link)], []
        return [nodes.inline(rawsource, plain)], []


class _Nested(states.RSTState):
    """What all states share: nested parsing with the same states, and headings with their lines."""

    nested_sm_cache: list[StateMachine[object]] = []  # noqa: RUF012 (shared on purpose, as in the class it replaces)

    def __init__(self, state_machine: states.RSTStateMachine, debug: bool = False) -> None:
        super().__init__(state_machine, debug)
        self.nested_sm_kwargs = {"state_classes": _STATES, "initial_state": "Body"}

    def new_subsection(self, title: str, lineno: int, messages: list[nodes.Node]) -> None:
        """Opens a section, whose title spans its text and its underline."""
        super().new_subsection(title, lineno, messages)
        cast(nodes.Element, self.parent)["span"] = (self.line_of(lineno), self.line_of(self.number))

    def check_subsection(self, source: str, style: str | tuple[str, str], lineno: int) -> bool:
        """Whether a title opens a section; one whose underline skips a level opens the next one."""
        known = self.memo.title_styles
        level = known.index(style) + 1 if style in known else len(known) + 1
        depth = len(cast(nodes.Element, self.parent).section_hierarchy())
        return level > depth + 1 or bool(super().check_subsection(source, style, lineno))

    @property
    def number(self) -> int:
        """The number of the current line, as state machines count."""
        return self.state_machine.abs_line_number()

    def line_of(self, number: int) -> int:
        """The line of the page for a line number of the state machine."""
        return self.state_machine.get_source_and_line(number)[1] or number


class _Body(_Nested, states.Body):
    """Explicit markup and tables."""

    def explicit_construct(self, match: re.Match[str]) -> Found:
        """Reads one construct of explicit markup, and notes the lines that it stands on."""
        first, start = self.line_of(self.number), self.state_machine.line_offset
        found, finished = self._construct(match)
        last = self.line_of(self.number - self._blank_lines(start))
        for node in found:
            if isinstance(node, nodes.Element) and "span" not in node:
                node["span"] = (first, last)
        return found, finished

    def _blank_lines(self, start: int) -> int:
        """How many blank lines end at the current one."""
        lines, end = self.state_machine.input_lines or (), self.state_machine.line_offset
        count = 0
        while end - count > start and not lines[end - count]:
            count += 1
        return count

    def _construct(self, match: re.Match[str]) -> Found:
        """Finds the kind of construct as docutils does, but runs the methods of this class."""
        for method, pattern in self.explicit.constructs:
            if expected := pattern.match(match.string):
                try:
                    return cast(Found, getattr(self, method.__name__)(expected))
                except states.MarkupError:
                    break
        return cast(Found, self.comment(match))  # type: ignore[no-untyped-call]

    def directive(self, match: re.Match[str], **option_presets: object) -> Found:
        """Runs the directive that the table has for the name, whatever the name is."""
        name = match.group(1)
        found = self.run_directive(find_directive(name), match, name, option_presets)  # type: ignore[no-untyped-call]
        return cast(Found, found)

    def table(self, isolate_function: Callable[[], object], parser_class: type[object]) -> Found:
        """Reads a table, and notes the lines that it stands on."""
        first = self.line_of(self.number)
        found, finished = super().table(isolate_function, parser_class)  # type: ignore[no-untyped-call]
        for node in found:
            if isinstance(node, nodes.table):
                node["span"] = (first, self.line_of(self.number))
        return found, finished

    def build_table_row(self, rowdata: Sequence[tuple[int, int, int, StringList]], tableline: int) -> nodes.row:
        """Builds a row whose cells know their lines; a cell of plain words needs no parser of its own."""
        row = nodes.row()
        for rows, columns, offset, block in filter(None, rowdata):
            entry = nodes.entry("", morerows=rows, morecols=columns, span=_lines_of(block))
            row += entry
            filled = [line for line in block if line]
            if len(filled) == 1 and _PLAIN.fullmatch(filled[0]):
                entry += _plain_paragraph(block)
            elif filled:
                self.nested_parse(block, input_offset=tableline + offset - 1, node=entry)
        return row


def _lines_of(block: StringList) -> tuple[int, int] | None:
    lines = [offset + 1 for _, offset in getattr(block, "items", ())]
    return (lines[0], lines[-1]) if lines else None


def _plain_paragraph(block: StringList) -> nodes.paragraph:
    text, (_, offset) = next((line, item) for line, item in zip(block.data, block.items, strict=True) if line)
    paragraph = nodes.paragraph(text, text)
    paragraph.line = offset + 1
    return paragraph


def _extend(state: type[states.RSTState]) -> type[states.RSTState]:
    base = _Body if issubclass(state, states.Body) else _Nested
    return type(state.__name__, (base, state), {"nested_sm_cache": _Nested.nested_sm_cache})


_STATES = tuple(_extend(state) for state in states.state_classes)
