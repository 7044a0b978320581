"""docs/fetching.md shows what the command does; `UPDATE_GOLDEN=1` writes what it prints."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path

from scraper.fetching.findings import MEANINGS
from tests.cli.project import REPOSITORY, Project
from tests.scraper.fetch.site import Site
from tests.scraper.fetch.workspace import FULL, page_text

PAGE = REPOSITORY / "docs/fetching.md"
BLOCK = re.compile(r"```console\n\$ specwright (?P<words>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)
TABLE = re.compile(r"<!-- findings -->\n(?:\n\|.*?\n(?=\n[^|])|)", re.DOTALL)
ADDRESS = "http://docs.example.com"


def changes(docs: Site) -> list[Callable[[], None]]:
    """What happens on the site before each of the commands."""

    def publish() -> None:
        docs.serve(f"{ADDRESS}/api/orders.md", FULL)
        docs.serve(f"{ADDRESS}/api/refunds.md", page_text("refunds", "reasons", "accounts"))

    def close() -> None:
        docs.redirect(f"{ADDRESS}/api/orders.md", "/v2/orders.md", 301)
        docs.serve(f"{ADDRESS}/v2/orders.md", FULL)
        docs.serve(f"{ADDRESS}/api/refunds.md", page_text("refunds"))

    return [publish, close, lambda: None]


def check(printed: str) -> None:
    text = PAGE.read_text("utf-8")
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(printed, "utf-8")
    assert printed == text


def test_the_commands_print_what_the_page_says(docs: Site, tmp_path: Path) -> None:
    text, steps = PAGE.read_text("utf-8"), iter(changes(docs))
    project = Project(tmp_path)
    config = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)[0]
    # The site stands in for one that nobody has, as a proxy of it; a proxy sees nothing of https.
    project.write("specwright.toml", config.replace("https:", "http:").replace("[fetch]\n", "[fetch]\ninterval = 0\n"))
    environment = {"HTTP_PROXY": docs.url(""), "http_proxy": docs.url(""), "NO_PROXY": "", "no_proxy": ""}

    def run(match: re.Match[str]) -> str:
        next(steps)()
        result = project.run(*shlex.split(match["words"]), env=environment)
        shown = (result.stdout + result.stderr).replace("http:", "https:")
        return f"```console\n$ specwright {match['words']}\n{shown}```"

    printed = BLOCK.sub(run, text)
    assert next(steps, None) is None
    check(printed)


def test_every_finding_is_explained() -> None:
    rows = "".join(f"| `{code}` | {meaning.severity} | {meaning.text} |\n" for code, meaning in MEANINGS.items())
    table = f"<!-- findings -->\n\n| finding | severity | meaning |\n| --- | --- | --- |\n{rows}"
    check(TABLE.sub(lambda _: table, PAGE.read_text("utf-8")))
