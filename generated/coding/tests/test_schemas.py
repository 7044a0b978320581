"""Generated values of every documented schema pass through the models unchanged."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from coding import models
from coding._decoding import decode
from coding._model import to_wire

from contract import DATA, name_case, same_json

DOCUMENT: dict[str, Any] = json.loads(Path(__file__).with_name("openapi.json").read_text(encoding="utf-8"))
EXAMPLES = int(os.environ.get("CONTRACT_EXAMPLES", "10"))


def build_schema() -> Any:
    """Return a document in which every component schema is a request body, for schemathesis to generate."""
    paths = {
        f"/schemas/{number}": {
            "post": {
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": case["pointer"]}}},
                },
                "responses": {"200": {"description": "OK"}},
            }
        }
        for number, case in enumerate(DATA["schemas"])
    }
    info = {"title": "schemas", "version": "1"}
    components = {"schemas": DOCUMENT.get("components", {}).get("schemas", {})}
    return schemathesis.openapi.from_dict(
        {"openapi": DOCUMENT["openapi"], "info": info, "paths": paths, "components": components}
    )


# In JSON a file is a text as well; schemathesis draws bytes, for bodies that are no JSON.
schemathesis.openapi.format("binary", st.text())
SCHEMA = build_schema() if DATA["schemas"] else None


@pytest.mark.parametrize("number", range(len(DATA["schemas"])), ids=lambda number: name_case(DATA["schemas"][number]))
def test_generated_value_passes_through_its_model(number: int) -> None:
    """JSON → typed value → JSON is the identity."""
    assert SCHEMA is not None
    expected = getattr(models, DATA["schemas"][number]["model"])
    cases = SCHEMA[f"/schemas/{number}"]["POST"].as_strategy(generation_mode=schemathesis.GenerationMode.POSITIVE)

    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(data=st.data())
    def check(data: st.DataObject) -> None:
        body = data.draw(cases).body
        assert same_json(to_wire(decode(expected, json.dumps(body).encode())), body)

    try:
        check()
    except Unsatisfiable:
        pytest.skip("the documented schema allows no value at all")
