"""The tools, and why a form is not for one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spec.export.rpc import RpcForm
from spec.export.versions import Version
from tests.exports.documents import REPOSITORY
from tests.exports.linters import check_redocly, check_spectral
from tests.exports.openapi_generator import check_go, check_java, check_typescript_fetch
from tests.exports.openapi_python_client import check_openapi_python_client
from tests.exports.peers import NPM, PYPI, Tool
from tests.exports.prism import check_prism
from tests.exports.redoc import check_redoc
from tests.exports.schemathesis import check_schemathesis
from tests.exports.typescript_clients import check_hey_api, check_openapi_typescript
from tests.packages.prism import PARTS

_LOCK = dict(line.split("==") for line in (REPOSITORY / "requirements.lock").read_text().splitlines() if "==" in line)
_TYPESCRIPT, _LINTERS = NPM["typescript"], NPM["linters"]
_GENERATOR = PYPI["openapi-generator-cli"]
_AS_WRITTEN = (Version.V31, RpcForm.FRAGMENT)
_FOR_GENERATORS = (Version.V30, RpcForm.FRAGMENT)
_FOR_ROUTERS = (Version.V31, RpcForm.PATH)

TOOLS = (
    Tool(
        "openapi-typescript, openapi-fetch",
        f"{_TYPESCRIPT['openapi-typescript']}, {_TYPESCRIPT['openapi-fetch']}",
        "types with `--default-non-nullable false`; every documented call passes `tsc --strict` and, run by Node.js, "
        "reaches the vendor's URL and gets the documented response, which has the type of the answer",
        check_openapi_typescript,
        _AS_WRITTEN,
    ),
    Tool(
        "@hey-api/openapi-ts",
        _TYPESCRIPT["@hey-api/openapi-ts"],
        "a client; the same calls pass `tsc --strict`, reach the vendor's URL and get the documented response",
        check_hey_api,
        _AS_WRITTEN,
    ),
    Tool(
        "openapi-generator typescript-fetch",
        _GENERATOR,
        "a client that passes `tsc --strict`",
        check_typescript_fetch,
        _AS_WRITTEN,
    ),
    Tool("openapi-generator go", _GENERATOR, "a client that `go build` compiles", check_go, _FOR_GENERATORS),
    Tool(
        "openapi-generator java",
        _GENERATOR,
        "a client (library `native`) that `javac` compiles",
        check_java,
        _FOR_GENERATORS,
    ),
    Tool(
        "openapi-python-client",
        PYPI["openapi-python-client"],
        "a package without a warning that has a module for every operation",
        check_openapi_python_client,
        _AS_WRITTEN,
    ),
    Tool(
        "redocly lint",
        _LINTERS["@redocly/cli"],
        "no error by the recommended rules",
        check_redocly,
        _AS_WRITTEN,
        takes_split=True,
    ),
    Tool(
        "spectral lint",
        _LINTERS["@stoplight/spectral-cli"],
        "no error by `spectral:oas`",
        check_spectral,
        _AS_WRITTEN,
        takes_split=True,
    ),
    Tool("Redoc", f"redocly {_LINTERS['@redocly/cli']}", "a page with every operation", check_redoc, _AS_WRITTEN),
    Tool(
        "Prism",
        PARTS["@stoplight/prism-cli"],
        "every documented request is accepted and gets every documented response of its operation",
        check_prism,
        _FOR_ROUTERS,
    ),
    Tool(
        "schemathesis",
        _LOCK["schemathesis"],
        "no failure in the documented requests and in others that it makes up, sent to Prism",
        check_schemathesis,
        _FOR_ROUTERS,
    ),
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why forms fail: what tools say then, and what is behind it."""

    sign: re.Pattern[str]
    text: str


EXPLANATIONS = (
    Explanation(
        re.compile(r"the vendor has no POST /"),
        "The client calls the path of the document, which the vendor does not have: the path form is for routers and "
        "mock servers, `--rpc fragment` for clients.",
    ),
    Explanation(
        re.compile(r"no path matched|ST103 Undocumented status code|ST202 Schema-valid request rejected"),
        "A mock server sees neither the fragment nor the query of a path and finds no operation there: `--rpc path`.",
    ),
    Explanation(
        re.compile(r"path-not-include-query"),
        "The rules do not want a query in a path: `--rpc fragment`, or `--rpc path`.",
    ),
    Explanation(
        re.compile(r"syntax error: unexpected &|cannot find symbol class AnyOf\w+"),
        "Listed values with several types get a type that there is not (`anyOf<integer,string>`): `--openapi 3.0`, "
        "where the values of each type are listed apart.",
    ),
)


class UnexplainedError(Exception):
    """A tool says something that no explanation is for."""


def explain(problems: Iterable[str]) -> list[int]:
    """The numbers of the explanations of problems, from 1.

    Raises:
        UnexplainedError: A problem has none.
    """
    numbers = set()
    for problem in problems:
        found = [number for number, item in enumerate(EXPLANATIONS, 1) if item.sign.search(problem)]
        if not found:
            raise UnexplainedError(problem)
        numbers.update(found)
    return sorted(numbers)
