"""What an export leaves out, and why it refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from spec.model import JSON

Node: TypeAlias = dict[str, JSON]


class ExportError(ValueError):
    """The export that is asked for cannot be made of this document; `str()` is one line."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that the exported document cannot say; the pointer leads into the document that was given."""

    pointer: str
    message: str


@dataclass(frozen=True, slots=True)
class Exported:
    """A document in another form, and what it lost on the way."""

    document: Node
    losses: tuple[Loss, ...] = ()


#: Reports the loss of something below the node at hand: its pointer relative to the node, and the message.
Report: TypeAlias = Callable[[str, str], None]
