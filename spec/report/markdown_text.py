"""Any text as a part of Markdown that shows exactly that text, in the flavour of GitHub and GitLab."""

from __future__ import annotations

import re
from urllib.parse import quote

_CODE = re.compile(r"(`[^`]+`)")
# An underscore inside of a word means nothing.
_SPECIAL = re.compile(r"([\\`*\[\]<>|~$]|(?<![^\W_])_|_(?![^\W_]))")
# What the hosts turn into links and notifications, even where every character is escaped.
_MENTION = re.compile(r"([@#!&%~$])(?=\w)")
_PLAIN = re.compile(r"\.(md|markdown|mdx|rst)$", re.IGNORECASE)
_NO_LINK = "\N{ZERO WIDTH SPACE}"


def escape_markdown(text: str) -> str:
    """One line that may stand in the cell of a table; what is between backticks stays code."""
    parts = _CODE.split(" ".join(text.split()))
    return "".join(part.replace("|", "\\|") if number % 2 else _escape(part) for number, part in enumerate(parts))


def link_lines(file: str, line: int, prefix: str) -> str:
    """A link to a line of a file, which is below `prefix`, a URL, or else relative.

    A file that the host would lay out has lines only in its plain view.
    """
    plain = "?plain=1" if prefix and _PLAIN.search(file) else ""
    target = f"{prefix.rstrip('/')}/{quote(file)}" if prefix else quote(file)
    return f"[{escape_markdown(f'{file}:{line}')}]({target}{plain}#L{line})"


def _escape(text: str) -> str:
    unlinked = _MENTION.sub(rf"\1{_NO_LINK}", text)
    return _SPECIAL.sub(r"\\\1", unlinked.replace("&", "&amp;"))
