"""Models, as the modules that have them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.layout import break_import
from generator.literal import Text


@dataclass(frozen=True, slots=True)
class ModelsView:
    """A module of models.

    Attributes:
        module: Its name.
        title: What models it has.
        names: Their names, in the order of import sorters.
        source: What follows its docstring: imports and definitions.
    """

    module: str
    title: Text
    names: tuple[str, ...]
    source: str

    @property
    def import_line(self) -> str:
        """Return the import of all its models, as a statement inside an `if`."""
        return break_import(f".{self.module}", self.names, "    ")
