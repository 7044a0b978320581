"""What a real server does differently from the documentation, as findings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from gitlab import Client
from gitlab.exceptions import AuthenticationError, DecodeError, EnvelopeError, StatusError, TransportError

from citing import SOURCES
from contract import DATA, find_method, find_operation

SEVERITIES: Mapping[str, str] = {
    "live-no-response": "error",
    "live-refused-token": "error",
    "live-type-mismatch": "error",
    "live-undocumented-failure": "warning",
    "live-undocumented-status": "warning",
    "live-undocumented-field": "warning",
    "live-undocumented-value": "warning",
    "live-failed-call": "info",
}
"""The codes of findings."""
NO_RESULT = {"live-no-response", "live-refused-token", "live-undocumented-failure", "live-failed-call"}
"""The codes after which there is nothing to compare."""


@dataclass(frozen=True)
class Finding:
    """One difference; `page`, `line` and `end_line` say where the documentation states something else."""

    code: str
    severity: str
    message: str
    page: str | None
    line: int | None
    end_line: int | None
    operation: str
    pointer: str


def explore(client: Client, case: dict[str, Any], arguments: dict[str, Any]) -> Iterator[Finding]:
    """Yield what the server does differently in one call of the operation of a test case."""
    try:
        response = client.with_raw_response(find_method(client, case))(**arguments)
        value = response.parse()
    except TransportError as error:
        yield _finding("live-no-response", case, str(error))
    except EnvelopeError as error:
        yield _finding("live-failed-call", case, f"{error}; nothing to compare")
    except DecodeError as error:
        yield _finding("live-type-mismatch", case, str(error))
    except AuthenticationError as error:
        yield _finding("live-refused-token", case, str(error))
    except StatusError as error:
        is_documented = _is_documented(error.status_code, find_operation(case).errors())
        yield _finding("live-failed-call" if is_documented else "live-undocumented-failure", case, str(error))
    else:
        if not _is_documented(response.status_code, find_operation(case).results()):
            yield _finding("live-undocumented-status", case, f"HTTP {response.status_code} is not documented")
        yield from (_finding(code, case, message) for code, message in dict.fromkeys(differences(value)))


def differences(value: object) -> Iterator[tuple[str, str]]:
    """Yield code and message for each undocumented property and value inside a typed result."""
    if isinstance(value, BaseModel):
        owner = type(value).__name__
        for name in value.model_extra or {}:
            yield "live-undocumented-field", f"{owner} has a property {name!r} that is not documented"
        for name, field in type(value).model_fields.items():
            item = getattr(value, name)
            for found in _undocumented_values(item, field.annotation):
                wire = field.serialization_alias or name
                yield "live-undocumented-value", f"{owner}.{wire} has the value {found!r} that is not documented"
            yield from differences(item)
    elif isinstance(value, Mapping | list):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from differences(item)


def choose_arguments(case: dict[str, Any], given: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return the documented example's arguments, with those of the user (by operation, `*` for all) in their place."""
    shown = [item["arguments"] for item in DATA["requests"] if item["operation"] == case["operation"]]
    arguments = dict(shown[0] if shown else case["arguments"])
    common = {name: item for name, item in given.get("*", {}).items() if name in arguments}
    return {**arguments, **common, **given.get(case["operation"], {})}


def write_findings(findings: list[Finding], path: Path) -> None:
    """Write `findings` as a JSON array."""
    text = json.dumps([asdict(item) for item in findings], ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def _finding(code: str, case: dict[str, Any], message: str) -> Finding:
    pointer = case["pointer"]
    place = re.fullmatch(r"(.*):(\d+)(?:-(\d+))?", SOURCES.get(pointer, ""))
    page, first, last = (place[1], int(place[2]), int(place[3] or place[2])) if place else (None, None, None)
    return Finding(code, SEVERITIES[code], message, page, first, last, case["operation"], pointer)


def _is_documented(status: int, documented: Mapping[str, Any]) -> bool:
    return bool({str(status), f"{status // 100}XX", "default"} & documented.keys())


def _undocumented_values(value: object, annotation: Any) -> list[object]:
    documented = set(_literals(annotation))
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str | int) and documented and item not in documented]


def _literals(annotation: Any) -> Iterator[object]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif not isinstance(annotation, type) or get_args(annotation):
        for part in get_args(annotation):
            yield from _literals(part)
