"""Where a pointer stands in the text of a document, for findings that no page states."""

from __future__ import annotations

from functools import cached_property

from spec.diff.changes import Change
from spec.model import JSON
from spec.report.finding import Location
from spec.sourcemap import join_pointer, split_pointer
from spec.yaml import YamlError, load_yaml_with_lines


class DocumentPlaces:
    """The lines of one document. The text is read when the first line is asked for."""

    def __init__(self, file: str, text: str) -> None:
        """`file` is the document as people call it; `text` is YAML or JSON, or empty where there is no such file."""
        self._file = file
        self._text = text

    def locate_change(self, change: Change) -> Location:
        """The line in the new document; for what is gone, the line of what was around it."""
        if change.new_pointer is not None:
            return self.locate(change.new_pointer)
        return self.locate((change.old_pointer or "").rpartition("/")[0], through_lists=False)

    def locate(self, pointer: str, *, through_lists: bool = True) -> Location:
        """The line of the node, or of the nearest one around it that exists.

        Args:
            pointer: A JSON pointer.
            through_lists: Whether an index means the same item; not so where it is one of another document.
        """
        node, lines = self._nodes
        found: list[str] = []
        for token in split_pointer(pointer):
            if isinstance(node, dict) and token in node:
                node = node[token]
            elif isinstance(node, list) and through_lists and token.isdecimal() and int(token) < len(node):
                node = node[int(token)]
            else:
                break
            found.append(token)
        line = lines.get(join_pointer(*found), 1)
        return Location(self._file, line, line)

    @cached_property
    def _nodes(self) -> tuple[JSON, dict[str, int]]:
        try:
            # JSON may be indented by tabs, which YAML refuses; no string of JSON has one.
            is_json = self._text.lstrip()[:1] == "{"
            return load_yaml_with_lines(self._text.replace("\t", " ") if is_json else self._text)
        except YamlError:
            return None, {}
