"""How the pages of an operation follow one another."""

from __future__ import annotations

from dataclasses import dataclass

from generator.literal import Text, python_literal
from generator.types import Type, annotation
from generator.view.calls import Argument


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a response: in a header, or in the result.

    Attributes:
        header: The name of the header, None for the result.
        path: (name in JSON, Python name) of each property on the way; none for the result itself.
    """

    header: Text | None = None
    path: tuple[tuple[Text, str], ...] = ()

    @property
    def printed(self) -> Text:
        """Return the place as the runtime reads it."""
        return Text(f"header:{self.header}" if self.header else ".".join(name for _, name in self.path))


@dataclass(frozen=True, slots=True)
class Paging:
    """How the pages of an operation follow one another.

    Attributes:
        kind: `offset` (counts items), `page` (counts pages) or `token` (what the page before says).
        position: The argument that says where a page starts.
        size: The argument that says how many items a page has, if there is one.
        first: The position of the first page, 0 for a token.
        item_type: The type of an item.
        items: Where the items are.
        total: Where the number of all items is.
        more: Where something is false, null or empty on the last page.
        next: Where the token of the next page is.
        method: The name of the method that iterates.
        docstring: Its docstring.
    """

    kind: str
    position: Argument
    size: Argument | None
    first: int
    item_type: Type
    items: tuple[Place, ...]
    total: tuple[Place, ...] = ()
    more: tuple[Place, ...] = ()
    next: tuple[Place, ...] = ()
    method: str = ""
    docstring: Text | None = None

    @property
    def item(self) -> str:
        """Return the annotation of an item."""
        return annotation(self.item_type)

    @property
    def location(self) -> str:
        """Return where the runtime puts the position."""
        return "body" if self.position.location == "property" else self.position.location

    @property
    def expression(self) -> str:
        """Return the call that tells the runtime all this."""
        values = (self.kind, self.location, self.position.wire, _printed(self.items))
        places = (("total", self.total), ("more", self.more), ("next", self.next))
        named = [f"first={self.first}"] if self.first else []
        named += [f"{name}={python_literal(_printed(found))}" for name, found in places if found]
        return f"Paging({', '.join([*map(python_literal, values), *named])})"


def _printed(places: tuple[Place, ...]) -> tuple[Text, ...]:
    return tuple(place.printed for place in places)
