"""A folder with snapshots, and how tests refresh them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.files import Step, replace_files
from scraper.fetching.messages import Policy
from scraper.fetching.targets import Collection, Outcome, Result, Target
from scraper.refresh import accept_rejected, refresh_snapshots
from tests.scraper.fetch.site import FakeClock


def page_text(*names: str, rows: int = 3) -> str:
    """A page with one operation for each name."""
    return "# Things\n" + "".join(_section(name, rows) for name in names)


def _section(name: str, rows: int) -> str:
    head = f"\n## Show {name}\n\n```plaintext\nGET /{name}/:id\n```\n\n| Attribute | Type | Required | Description |\n"
    lines = "".join(f"| `{name}_{number}` | string | no | Part {number} |\n" for number in range(rows))
    return f"{head}|---|---|---|---|\n| `id` | integer | yes | The ID |\n{lines}"


FULL = page_text("orders", "users", "groups", "keys")
LOGIN = "<html><head><title>Sign in</title></head><body><form><input type='password'></form></body></html>"


@dataclass
class Workspace:
    """The snapshots of one API, called `things`, and the clock that fetching them goes by."""

    folder: Path
    clock: FakeClock = field(default_factory=FakeClock)
    hosts: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    policy: Policy = field(default_factory=lambda: Policy(timeout=5))

    @property
    def metadata(self) -> Path:
        return self.folder / "pages/things.snapshots.json"

    @property
    def state(self) -> Path:
        return self.folder / ".specwright/fetch/things.json"

    def path(self, name: str = "a.md") -> Path:
        return self.folder / "pages" / name

    def rejected(self, name: str = "a.md") -> Path:
        return self.folder / "pages/.rejected" / name

    def save(self, text: str | bytes, name: str = "a.md") -> None:
        self.path(name).parent.mkdir(exist_ok=True)
        self.path(name).write_bytes(text.encode() if isinstance(text, str) else text)

    def records(self) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = json.loads(self.metadata.read_text("utf-8"))
        return found

    def write(self, contents: Mapping[Path, bytes | None]) -> None:
        replace_files([Step(self.folder, path, content) for path, content in contents.items()])

    def collection(self, urls: Mapping[str, str]) -> Collection:
        targets = tuple(Target(f"pages/{name}", self.path(name), url) for name, url in urls.items())
        return Collection(
            api="things",
            dialect="gitlab",
            pages=tuple(target.page for target in targets),
            targets=targets,
            metadata=self.metadata,
            state=self.state,
            hosts=self.hosts,
            headers=self.headers,
        )

    def refresh(self, urls: Mapping[str, str], *, check: bool = False, force: bool = False) -> list[Result]:
        write = (lambda _contents: None) if check else self.write
        return list(refresh_snapshots([self.collection(urls)], self.policy, write, force=force, clock=self.clock))

    def fetch(self, url: str, **options: bool) -> tuple[Outcome, list[str]]:
        """Refreshes `a.md`; its outcome and the codes of its findings."""
        (result,) = self.refresh({"a.md": url}, **options)
        return result.outcome, [finding.code for finding in result.findings]

    def message(self, url: str) -> str:
        """Refreshes `a.md`; the messages of its findings."""
        (result,) = self.refresh({"a.md": url})
        return " ".join(finding.message for finding in result.findings)

    def accept(self, url: str, pattern: str = "pages/a.md") -> list[Result]:
        return list(accept_rejected([self.collection({"a.md": url})], [pattern], self.write))
