"""Programs in TypeScript: compiled by `tsc --strict`, all in one run, and executed by Node.js."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.processes import run
from generator.samples import ABSENT
from tests.exports.calls import Call, list_calls
from tests.exports.documents import Form
from tests.exports.peers import Problems
from tests.exports.vendor import CALL, serve

OPTIONS = {
    "strict": True,
    "target": "es2022",
    "module": "commonjs",
    "moduleResolution": "node10",
    "lib": ["es2022", "dom", "dom.iterable"],
    "types": ["node"],
    "esModuleInterop": True,
    "rootDir": ".",
    "outDir": "out",
}
_ERROR = re.compile(r"(?P<form>[^/\s]+)/(?P<rest>\S+\(\d+,\d+\): error .*)")

#: What every program begins with: `check` compares an answer, `problems` are printed at the end.
PRELUDE = """\
import { isDeepStrictEqual } from "node:util";
const baseUrl = process.argv[2]!;
const problems: string[] = [];
function check(call: string, response: Response | undefined, status: number, got: unknown, wanted: unknown): void {
  if (response?.status !== status) problems.push(`${call}: status ${response?.status}: ${JSON.stringify(got)}`);
  else if (!isDeepStrictEqual(got, wanted)) problems.push(`${call}: got ${JSON.stringify(got)}`);
}
"""
FINALE = "main().then(() => console.log(JSON.stringify(problems)));\n"


def compile_folders(compiler: Path, folder: Path, forms: Mapping[str, Form]) -> Problems:
    """Compile the folders of forms, by their names, into `out`."""
    configuration = {"compilerOptions": OPTIONS, "include": [f"{name}/**/*.ts" for name in forms]}
    (folder / "tsconfig.json").write_text(json.dumps(configuration))
    result = run(compiler / "tsc", "--pretty", "false", folder=folder)
    problems: Problems = {form: [] for form in forms.values()}
    for line in result.output.splitlines():
        found = _ERROR.fullmatch(line)
        if found:
            problems[forms[found["form"]]].append(found["rest"])
    assert result.code == 0 or any(problems.values()), result.output + result.errors
    return problems


def execute(program: Path, form: Form) -> list[str]:
    """Run a compiled program against the vendor's server: what it did not get, or did not send."""
    calls = list_calls(form.api)
    with serve(calls) as vendor:
        result = run("node", program, vendor.url, seconds=120)
    if result.code:
        return [f"node: {result.last_line}"]
    problems: list[str] = json.loads(result.output.splitlines()[-1])
    missed = [f"{call}: was not called" for call in calls if call.number not in vendor.received]
    return problems or missed


def options_of(call: Call, parameters: Mapping[str, Any]) -> str:
    """The arguments of a call as an object literal."""
    body = {} if call.body is ABSENT else {"body": call.body}
    return json.dumps({**parameters, **body, "headers": {CALL: str(call.number)}}, ensure_ascii=False)


def checked(call: Call, result: str) -> list[str]:
    """The lines that make a call and compare its answer: the documented example has the type of the answer."""
    name = json.dumps(str(call))
    if call.answer is None:
        line = f"const {{ error, response }} = {result};"
        return ["{", line, f"check({name}, response, 204, error, undefined);", "}"]
    lines = [f"const {{ data, error, response }} = {result};"]
    got = "data" if call.answer.status < 400 else "error"
    wanted = json.dumps(call.answer.value, ensure_ascii=False)
    lines.append(f"const wanted: NonNullable<typeof {got}> = {wanted};")
    lines.append(f"check({name}, response, {call.answer.status}, data ?? error, wanted);")
    return ["{", *lines, "}"]
