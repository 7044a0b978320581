"""The rules about what is around a document: the pages that it was read from, its own text, and the generated files.

A comparison of two documents never gives one of these. "Extraction suspect" means that operations are missing, and that
the pages give more reason to doubt the reading than to believe in a removal.
"""

from __future__ import annotations

from spec.diff.changes import Level
from spec.diff.differences import Direction
from spec.diff.rule import Rule

B, R, C, D = Level.BREAKING, Level.RISKY, Level.COMPATIBLE, Level.DOCS_ONLY

# id, level, message, explanation
_ROWS: tuple[tuple[str, Level, str, str], ...] = (
    ("page-vanished", R, "page {name} is gone: extraction suspect, {was}",
     "A page is not there any more; its operations may be documented elsewhere, or the page was not saved."),
    ("page-moved", R, "page {name} is {now}: extraction suspect, {was}",
     "A page has another name and fewer operations; it is recognised by the operations that are left."),
    ("page-unreadable", R, "page {name} cannot be read any more ({now}): extraction suspect, {was}",
     "Nothing could be read of a page that had operations."),
    ("many-removals", R, "{name}: extraction suspect, {was}",
     "Far less was read than before, which a changed layout explains better than that many removals."),
    ("page-renamed", D, "page {name} is {now}", "A page has another name, or its operations are on other pages now."),
    ("page-unread", R, "page {name} is new, and nothing can be read of it ({now})",
     "A new page has nothing that the dialect knows, which may hide operations."),
    ("page-added", C, "page {name} is new", "A page with operations is new, or can be read now."),
    ("security-stated", D, "authentication is stated now: {now}",
     "The pages said nothing about authentication and do now; nothing says that it was not needed."),
    ("security-unstated", D, "authentication is not stated any more: {was}",
     "The pages say nothing about authentication any more; nothing says that it is not needed."),
    ("server-stated", D, "server {now} is stated now", "The pages named no server, and do now."),
    ("server-unstated", D, "server {was} is not stated any more", "The pages name no server any more."),
    ("document-added", C, "document {name} is new", "An API has a document that the old revision does not have."),
    ("document-removed", B, "API {name} is gone, with its document",
     "An API that the old revision has is not in the configuration any more."),
    ("document-missing", R, "document {name} is missing", "A configured document is not there, or not any more."),
    ("document-unreadable", R, "document {name} is no OpenAPI document: {now}",
     "The committed document cannot be read, so that nothing can be said about what changed."),
    ("document-reformatted", D, "document {name} is written otherwise, and means the same",
     "The text of the document is not what a build writes; the contract is."),
    ("document-edited", R, "document {name} was edited by hand: neither pages nor package give it",
     "The document is neither what the pages say nor what the package was generated from."),
    ("source-map-outdated", D, "source map {name} is {now}",
     "The source map is missing, or leads to other lines than those that the pages have."),
    ("generated-file-missing", R, "{name} is missing", "A file that the document gives is not there."),
    ("generated-file-outdated", R, "{name} is not what the document gives",
     "A generated file is that of another document, or of another version of the program."),
    ("generated-file-extra", R, "{name} is left over", "A generated file is none that the document gives any more."),
    ("generated-file-edited", R, "{name} was edited by hand, or is somebody else's",
     "The content of a generated file is not what was written; a build refuses to replace it."),
    ("manifest-outdated", D, "{name} does not list the generated files",
     "The manifest of a package has other hashes than those of its files."),
)  # fmt: skip

DRIFT_RULES: dict[str, Rule] = {
    rule_id: Rule(rule_id, level, Direction.NONE, (), message, explanation)
    for rule_id, level, message, explanation in _ROWS
}
"""The rules by id: pages, what pages state, documents, generated files."""
