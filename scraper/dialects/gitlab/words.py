"""What GitLab's pages call things."""

from __future__ import annotations

import re

from scraper.blocks import Paragraph, Text
from scraper.layout.labels import DEPRECATED
from scraper.layout.tables import Wording
from scraper.vocabulary import Role, Vocabulary, fold

COLUMNS: dict[str, Role] = {
    **dict.fromkeys(("attribute", "attributes", "attribute name", "parameter", "parameters", "parameter name"), "name"),
    **dict.fromkeys(
        ("name", "field", "field name", "argument", "option", "key", "property", "setting", "header"), "name"
    ),
    **dict.fromkeys(("type", "data type", "datatype", "value type", "types", "kind"), "type"),
    **dict.fromkeys(("required", "required?", "mandatory", "mandatory?", "is required"), "required"),
    **dict.fromkeys(("default", "default value", "defaults"), "default"),
    **dict.fromkeys(("description", "details", "explanation", "notes", "note", "comment", "comments"), "description"),
    **dict.fromkeys(("what", "what it does", "meaning", "purpose", "remark", "remarks", "summary"), "description"),
    **dict.fromkeys(("status", "status code", "code", "http code", "http status", "return code"), "status"),
    **dict.fromkeys(("in", "location", "parameter type"), "location"),
}
SECTIONS = {
    **dict.fromkeys(("parameters", "attributes", "request parameters", "request", "request body"), "request"),
    **dict.fromkeys(("response", "responses", "response body", "example response", "returns"), "response"),
}
REQUIRED = {
    **dict.fromkeys(("yes", "true", "required", "mandatory", "y", "✓", "✔", "✅", "check-circle", "always"), True),
    **dict.fromkeys(("no", "false", "optional", "n", "✗", "✘", "❌", "dotted-circle", "not required"), False),
}
VOCABULARY = Vocabulary(COLUMNS, SECTIONS, REQUIRED)

CREDENTIALS = frozenset(
    {"private-token", "job-token", "deploy-token", "authorization", "private_token", "access_token", "job_token"}
)

BADGE = re.compile(
    r"\s*[\[(]((?:CORE|FREE|STARTER|BRONZE|SILVER|PREMIUM|GOLD|ULTIMATE|ALL|BETA|EXPERIMENT|DEPRECATED)"
    r"(?:[ _,|/-]+[A-Z]+)*)[\])](?:\([^)]*\))?"
)
SHORTCODE = re.compile(r"\{\{[<%]\s*/?\s*(.*?)\s*/?[>%]\}\}|\{([a-z-]+)(?:,\s*\d+)?\}|:([a-z_]+):")
_CHANGED = re.compile(
    r"(?:introduced|moved|renamed|removed|added|changed|enabled|generally available|disabled|feature flag)\b.*"
    r"\b(?:in|by|to|from|with|on)\b",
    re.IGNORECASE,
)
_RELEASE = re.compile(r"\b\d+\.\d+|\bGitLab\s+\d|\bfeature flags?\b|\bflag named\b", re.IGNORECASE)
VERSION_NOTE = re.compile(
    r"^(?:note:?\s+)?(?:this \w+ (?:was|is) )?\W*"
    r"(?:introduced|moved|renamed|changed|enabled|generally available|added)\b.{0,200}?\b\d+\.\d+\b.{0,200}$",
    re.IGNORECASE,
)
VALUES = frozenset({"value", "values"})
SHOWN_TO_SOME = re.compile(r"\b(?:sees?|shown|shows?|returns?|returned|respon\w+|displayed|visible)\b", re.IGNORECASE)
LEANING = re.compile(r"^(?:for|within|in|by|as|with|from|on|using|per|to)\s", re.IGNORECASE)
DETAILS = re.compile(r"^(?:DETAILS:\s*)?(?:Tiers?|Offering|Status|Add-on):", re.IGNORECASE)


def is_history(item: Text) -> bool:
    """Whether a list item only says in which release something changed."""
    links = any("/issues/" in link or "/merge_requests/" in link for link in item.links)
    return _CHANGED.search(item.text) is not None and (links or _RELEASE.search(item.text) is not None)


def is_lost_table(block: Paragraph) -> bool:
    """Whether running text is what remains of a table: at least two pipes a line, not between links."""
    pipes = re.sub(r"`[^`]*`", "", block.text).count("|")
    return pipes >= 2 * (block.last - block.first + 1) and len(block.links) <= pipes


def clean(text: str) -> str:
    """A text without badges; an icon becomes its name."""
    named = SHORTCODE.sub(_icon, text)
    return " ".join(BADGE.sub("", named).split())


def slug(heading: str) -> str:
    """The anchor that GitLab gives a heading."""
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", heading.strip().lower()))


def badges(text: str) -> tuple[str, ...]:
    """The badges in a text, such as `STARTER`."""
    return tuple(match[1] for match in BADGE.finditer(text))


def _icon(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[0]
    quoted = re.search(r'"([^"]+)"', match[1])
    return quoted[1] if quoted else match[1].split(" ")[0] if match[1] else ""


def read_required(text: str) -> bool | None:
    """Yes or no in a cell; `None` where it is neither, as in `yes, if the other is not given`."""
    words = fold(re.sub(r"\{\{<\s*(?:icon\s+name=)?\"?([\w-]*)\"?[^}]*\}\}|[{}]|:", r" \1 ", text))
    words = " ".join(re.sub(r"\bicon\b|\bname=", " ", words).split()).rstrip(".")
    if words in REQUIRED:
        return REQUIRED[words]
    parts = words.split(" ", 1)
    if len(parts) == 2 and parts[0] in REQUIRED and REQUIRED.get(parts[1]) is REQUIRED[parts[0]]:
        return REQUIRED[parts[0]]
    return {"white_check_mark": True, "heavy_check_mark": True, "x": False}.get(words)


def _keep_badges(text: str) -> str:
    """A description whose badges stand at its end."""
    found = badges(text)
    return f"{clean(text)} ({', '.join(found)})" if found else text


WORDING = Wording(VOCABULARY, clean, _keep_badges, read_required, DEPRECATED)
