"""Building: pages → document and source map → package, for the APIs of a configuration.

Every API is read, validated and rendered in memory before the first file is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from generator.cache import Entry, Summary, entry_path, hash_bytes, hash_file, hash_inputs, hash_program, load_entry
from generator.config import ApiConfig, Config

if TYPE_CHECKING:
    from generator.package import Package
    from generator.pages import Settings
    from generator.write import WriteReport

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, or with `check` would do, to the files of one API.

    Paths are relative to the configuration's folder. `current` is set where hashes showed that
    nothing had to be read.
    """

    api: str
    summary: Summary
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    current: bool = False

    @property
    def changes(self) -> tuple[str, ...]:
        """Every path that differs."""
        return tuple(sorted({*self.written, *self.removed}))


@dataclass(frozen=True, slots=True)
class Rendered:
    """All output of one API, in memory."""

    api: ApiConfig
    key: str
    summary: Summary
    texts: tuple[tuple[Path, str], ...]
    package: Package


def build_apis(
    config: Config, apis: Sequence[ApiConfig], *, check: bool = False, say: Say = lambda _message: None
) -> tuple[Outcome, ...]:
    """Builds APIs; with `check`, writes nothing and says what a build would write.

    Raises:
        InputError, UnknownDialectError, OverlayError, InvalidDocumentError: See `read_contract`.
        OutputError: A file cannot be written.
    """
    program = hash_program()
    keys = {api.name: hash_inputs(api, program) for api in apis}
    current: dict[str, Entry] = {}
    for api in apis:
        entry = load_entry(config, api)
        if entry and entry.is_current(keys[api.name], config.root):
            current[api.name] = entry
    rendered = {api.name: render_api(config, api, keys[api.name], say) for api in apis if api.name not in current}
    finish = compare_rendered if check else write_rendered
    return tuple(
        _current(api.name, current[api.name]) if api.name in current else finish(config, rendered[api.name])
        for api in apis
    )


def render_api(config: Config, api: ApiConfig, key: str, say: Say) -> Rendered:
    """Reads the pages of one API and renders all of its output."""
    from generator.package import generate_package
    from generator.pages import InvalidDocumentError, read_contract
    from spec.yaml import load_yaml

    say(f"{api.name}: reading {len(api.pages)} pages")
    contract = read_contract([page.path for page in api.pages], api_settings(config, api), _name(config, api.document))
    if contract.broken:
        raise InvalidDocumentError(contract.broken)
    say(f"{api.name}: generating the package")
    # What is generated depends on nothing but the document's text: `generate` gives the same.
    package = generate_package(cast(Mapping[str, object], load_yaml(contract.text)), name=api.name)
    texts = ((api.document, contract.text), (api.source_map, contract.source_map))
    return Rendered(api, key, contract.summary, texts, package)


def api_settings(config: Config, api: ApiConfig) -> Settings:
    """What the configuration says about the pages of an API."""
    from generator.pages import Settings

    return Settings(
        dialect=api.dialect,
        names={page.path: page.name for page in api.pages},
        title=api.title,
        version=api.version,
        servers=api.servers,
        page_urls=api.page_urls,
        overlays=tuple((overlay.path, overlay.name) for overlay in api.overlays),
        label=config.path.name,
    )


def compare_rendered(config: Config, rendered: Rendered) -> Outcome:
    """Says what writing would change."""
    from generator.write import compare_package

    package = compare_package(rendered.package, rendered.api.package)
    stale = [path for path, text in rendered.texts if hash_file(path) != hash_bytes(text.encode())]
    return _outcome(config, rendered, stale, package)


def write_rendered(config: Config, rendered: Rendered) -> Outcome:
    """Writes what differs, and remembers inputs and outputs for the next build."""
    from generator.write import write_files, write_package

    stale = [path for path, text in rendered.texts if hash_file(path) != hash_bytes(text.encode())]
    write_files({path: text for path, text in rendered.texts if path in stale})
    outcome = _outcome(config, rendered, stale, write_package(rendered.package, rendered.api.package))
    write_files({entry_path(config, rendered.api): _entry(config, rendered).dump()})
    return outcome


def _outcome(config: Config, rendered: Rendered, stale: Sequence[Path], package: WriteReport) -> Outcome:
    folder = rendered.api.package
    written = [*stale, *(folder / name for name in package.written)]
    return Outcome(
        rendered.api.name,
        rendered.summary,
        written=tuple(_name(config, path) for path in written),
        removed=tuple(_name(config, folder / name) for name in package.removed),
        unchanged=len(rendered.texts) - len(stale) + len(package.unchanged),
    )


def _entry(config: Config, rendered: Rendered) -> Entry:
    texts = dict(rendered.texts) | {rendered.api.package / name: text for name, text in rendered.package.files.items()}
    outputs = {_name(config, path): hash_bytes(text.encode()) for path, text in texts.items()}
    return Entry(rendered.key, outputs, rendered.summary)


def _current(name: str, entry: Entry) -> Outcome:
    return Outcome(name, entry.summary, unchanged=len(entry.outputs), current=True)


def _name(config: Config, path: Path) -> str:
    return path.relative_to(config.root).as_posix() if path.is_relative_to(config.root) else path.as_posix()
