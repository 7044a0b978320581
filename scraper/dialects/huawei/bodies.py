"""Rows to properties, and properties to the type of a body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.dialects.huawei.nesting import nest_rows, span_of
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.parameters import Call
from scraper.dialects.huawei.tables import Entry, finish
from spec.model import Example, ObjectOf, Property, Type

_ANY_NAME = re.compile(r"^\{\w+\}$")
"""The name of a row that stands for properties of any name."""


def finish_rows(entries: Sequence[Entry], operation: str, label: str, notes: Notes) -> tuple[Property, ...]:
    """The properties of rows; what is wrong with their descriptions is reported under `label`."""
    done = finish(entries, notes.page.name)
    for name, finding in done.findings:
        notes.find(finding.code, finding.message, finding, operation, f"{label}.{name}")
    return done.properties


def body_type(entries: Sequence[Entry], examples: Sequence[Example], call: Call, label: str, notes: Notes) -> Type:
    """The type of a body: an object of its rows, or what a row such as `[items]` says it is."""
    properties = finish_rows(entries, call.id, label, notes)
    if len(entries) == 1 and entries[0].is_root:
        return properties[0].type
    any_name = next((prop for prop in properties if _ANY_NAME.match(prop.name)), None)
    if any_name is not None:
        return ObjectOf(tuple(prop for prop in properties if prop is not any_name), any_name.type)
    nested = nest_rows(properties, examples)
    for name, rows in nested.moved:
        message = f"{len(rows)} rows are listed beside {name}, the example shows them inside of it"
        notes.find("flattened-structure", message, span_of(rows), call.id, f"{label}.{name}")
    return ObjectOf(nested.properties)
