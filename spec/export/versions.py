"""The versions of OpenAPI that a document can be exported to."""

from __future__ import annotations

from enum import StrEnum

from spec.export.downgrade import downgrade_document
from spec.export.loss import Exported, Node
from spec.export.upgrade import upgrade_document


class Version(StrEnum):
    """A version by its feature set."""

    V31 = "3.1"
    V30 = "3.0"


def convert_document(document: Node, version: Version) -> Exported:
    """The document in a version, with what that version cannot say."""
    return upgrade_document(document) if version is Version.V31 else downgrade_document(document)
