"""Clients in TypeScript: every documented call is compiled, made and answered."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.processes import run
from tests.exports.calls import list_calls
from tests.exports.documents import Form, list_keys, write_documents
from tests.exports.peers import Problems, link_packages
from tests.exports.typescript import FINALE, PRELUDE, checked, compile_folders, execute, options_of

_FUNCTION = re.compile(
    r"export const (?P<name>\w+) = .*?\.(?P<method>get|put|post|delete|patch)<.*?\burl: '(?P<url>[^']*)'", re.DOTALL
)


def check_openapi_typescript(forms: Sequence[Form], folder: Path) -> Problems:
    """openapi-typescript writes types of the paths, openapi-fetch makes the calls."""
    programs = link_packages("typescript", folder)
    apis = {
        form.name: {
            "root": str(write_documents(form, folder / "documents")[0]),
            "x-openapi-ts": {"output": f"{form.name}/schema.d.ts"},
        }
        for form in forms
    }
    (folder / "redocly.yaml").write_text(json.dumps({"apis": apis}))
    result = run(
        programs / "openapi-typescript", "--redocly", "redocly.yaml", "--default-non-nullable", "false", folder=folder
    )
    assert result.code == 0, result.output + result.errors
    return _try(forms, folder, programs, _write_openapi_fetch)


def check_hey_api(forms: Sequence[Form], folder: Path) -> Problems:
    """@hey-api/openapi-ts writes types, functions and the client that they use."""
    programs = link_packages("typescript", folder)
    jobs = [{"input": str(write_documents(form, folder / "documents")[0]), "output": form.name} for form in forms]
    (folder / "openapi-ts.config.mjs").write_text(f"export default {json.dumps(jobs)};\n")
    result = run(programs / "openapi-ts", "-f", "openapi-ts.config.mjs", folder=folder)
    assert result.code == 0, result.output + result.errors
    return _try(forms, folder, programs, _write_hey_api)


def _try(forms: Sequence[Form], folder: Path, programs: Path, write: Callable[[Form, Path], Iterator[str]]) -> Problems:
    """Compile and execute a program for each form."""
    for form in forms:
        (folder / form.name / "main.ts").write_text("\n".join(write(form, folder / form.name)))
    problems = compile_folders(programs, folder, {form.name: form for form in forms})
    return {form: found or execute(folder / "out" / form.name / "main.js", form) for form, found in problems.items()}


def _write_openapi_fetch(form: Form, folder: Path) -> Iterator[str]:
    yield 'import createClient from "openapi-fetch";\nimport type { paths } from "./schema";'
    yield PRELUDE
    yield "const client = createClient<paths>({ baseUrl });\nasync function main(): Promise<void> {"
    keys = list_keys(form)
    for call in list_calls(form.api):
        params = {"params": call.parameters} if call.parameters else {}
        result = f"await client.{call.method.upper()}({json.dumps(keys[call.operation])}, {options_of(call, params)})"
        yield from checked(call, result)
    yield "}\n" + FINALE


def _write_hey_api(form: Form, folder: Path) -> Iterator[str]:
    yield 'import { createClient } from "./client";\nimport * as sdk from "./sdk.gen";'
    yield PRELUDE
    yield "const client = createClient({ baseUrl });\nasync function main(): Promise<void> {"
    keys = list_keys(form)
    names = {
        (found["method"], found["url"]): found["name"]
        for found in _FUNCTION.finditer((folder / "sdk.gen.ts").read_text())
    }
    for call in list_calls(form.api):
        name = names[call.method, keys[call.operation]]
        yield from checked(call, f"await sdk.{name}({{ client, ...{options_of(call, call.parameters)} }})")
    yield "}\n" + FINALE
