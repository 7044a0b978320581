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
    from generator.files import Step
    from generator.package import Package
    from generator.pages import Means, Settings

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, or would do, to the files of one API.

    Paths are relative to the configuration's folder. `edited` lists those that a build refuses to
    replace, since somebody else wrote them.
    """

    api: str
    summary: Summary
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    unchanged: int = 0

    @property
    def changes(self) -> tuple[str, ...]:
        """Every path that differs."""
        return tuple(sorted({*self.written, *self.removed, *self.edited}))


@dataclass(frozen=True, slots=True)
class Rendered:
    """All output of one API, in memory."""

    api: ApiConfig
    key: str
    summary: Summary
    texts: Mapping[Path, str]
    package: Package


@dataclass(frozen=True, slots=True)
class Survey:
    """What a build would do, by the name of the API, and all output of those that the last build does not cover."""

    outcomes: Mapping[str, Outcome]
    rendered: Sequence[Rendered]


def build_apis(
    config: Config,
    apis: Sequence[ApiConfig],
    *,
    fresh: bool = False,
    means: Means | None = None,
    say: Say = lambda _message: None,
) -> tuple[Outcome, ...]:
    """Builds APIs.

    Args:
        config: The configuration.
        apis: Those of its APIs that are to be built.
        fresh: Render everything, even where nothing has changed since the last build.
        means: How pages are read.
        say: Called with what is being done.

    Raises:
        InputError, UnknownDialectError, OverlayError: See `render_api`.
        InvalidDocumentError: A document does not validate.
        OutputError, WriteError: A file cannot be written.
    """
    survey = survey_apis(config, apis, fresh=fresh, means=means, say=say)
    if survey.rendered:
        say("writing")
        write_rendered(config, survey.rendered, survey.outcomes)
    return tuple(survey.outcomes[api.name] for api in apis)


def survey_apis(config: Config, apis: Sequence[ApiConfig], *, fresh: bool, means: Means | None, say: Say) -> Survey:
    """Says what a build would do; the arguments are those of `build_apis`. Nothing is written."""
    program = hash_program()
    keys = {api.name: hash_inputs(config, api, program) for api in apis}
    entries = {api.name: None if fresh else load_entry(config, api) for api in apis}
    outcomes: dict[str, Outcome] = {}
    for name, entry in entries.items():
        if entry and entry.is_current(keys[name], config.root):
            outcomes[name] = Outcome(name, entry.summary, unchanged=len(entry.outputs))
    rendered = [render_api(config, api, keys[api.name], say, means) for api in apis if api.name not in outcomes]
    outcomes |= {each.api.name: compare_rendered(config, each) for each in rendered}
    return Survey(outcomes, rendered)


def render_api(config: Config, api: ApiConfig, key: str, say: Say, means: Means | None = None) -> Rendered:
    """Reads the pages of one API and renders all of its output.

    Raises:
        InputError: A page cannot be read; without it the API would silently lack operations.
        UnknownDialectError, OverlayError, InvalidDocumentError: See `read_pages` and `make_contract`.
    """
    from generator.package import generate_package
    from generator.pages import InvalidDocumentError, Means, make_contract, read_pages
    from scraper.pipeline import require_all
    from spec.sourcemap import SourceMap
    from spec.yaml import load_yaml

    say(f"{api.name}: reading {len(api.pages)} pages")
    settings = api_settings(config, api)
    readings = require_all(read_pages([page.path for page in api.pages], settings, means or Means()))
    say(f"{api.name}: writing the document")
    contract = make_contract(readings, settings, name_path(config, api.document))
    if contract.broken:
        raise InvalidDocumentError(contract.broken)
    say(f"{api.name}: generating the package")
    # What is generated depends on nothing but the texts of document and source map: `generate` gives the same.
    document = cast(Mapping[str, object], load_yaml(contract.text))
    source_map = contract.sources.dump()
    package = generate_package(document, name=api.name, sources=SourceMap.parse(source_map))
    texts = {api.document: contract.text, api.source_map: source_map}
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
    """How the disk differs from what was rendered."""
    from generator.write import MANIFEST, compare_package, is_manifest_current

    folder = rendered.api.package
    found = [(name_path(config, folder / item.path), item.kind) for item in compare_package(rendered.package, folder)]
    edited = tuple(path for path, kind in found if kind == "edited")
    removed = tuple(path for path, kind in found if kind == "superfluous")
    written = [name_path(config, path) for path in _stale(rendered.texts)]
    written += [path for path, kind in found if kind in {"missing", "outdated"}]
    if not is_manifest_current(rendered.package, folder):
        written.append(name_path(config, folder / MANIFEST))
    kept = _texts(rendered).keys() - {config.root / path for path in (*written, *edited)}
    return Outcome(rendered.api.name, rendered.summary, tuple(written), removed, edited, len(kept))


def write_rendered(
    config: Config, rendered: Sequence[Rendered], outcomes: Mapping[str, Outcome], before: Sequence[Step] = ()
) -> None:
    """Writes what differs, all of it or nothing, and remembers inputs and outputs for the next build.

    `before` are steps to take together with these.
    """
    from generator.files import WriteError, replace_files, text_step
    from generator.write import plan_package

    edited = [path for each in rendered for path in outcomes[each.api.name].edited]
    if edited:
        raise WriteError(f"{edited[0]}: expected a generated file, found one edited by hand; move it away first")
    steps = [*before]
    steps += [text_step(path, text) for each in rendered for path, text in _stale(each.texts).items()]
    for each in rendered:
        steps += plan_package(each.package, each.api.package).steps
    steps += [text_step(entry_path(config, each.api), _entry(config, each).dump()) for each in rendered]
    replace_files(steps)


def _stale(texts: Mapping[Path, str]) -> dict[Path, str]:
    return {path: text for path, text in texts.items() if hash_file(path) != hash_bytes(text.encode())}


def _entry(config: Config, rendered: Rendered) -> Entry:
    outputs = {name_path(config, path): hash_bytes(text.encode()) for path, text in _texts(rendered).items()}
    return Entry(rendered.key, outputs, rendered.summary)


def _texts(rendered: Rendered) -> dict[Path, str]:
    """Every file of an API: the document, its source map, the package and the package's manifest."""
    from generator.write import MANIFEST, manifest_text

    files = {**rendered.package.files, MANIFEST: manifest_text(rendered.package)}
    return {**rendered.texts, **{rendered.api.package / name: text for name, text in files.items()}}


def name_path(config: Config, path: Path) -> str:
    """The path from the configuration's folder on, where it lies there."""
    return path.relative_to(config.root).as_posix() if path.is_relative_to(config.root) else path.as_posix()
