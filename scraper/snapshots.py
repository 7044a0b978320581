"""The snapshot store: pages as saved, where each came from, and what a fetch has done so far.

Two files for each API. The metadata, beside the pages and committed with them, changes only when a page does.
The state, in a folder that may be deleted, has what changes with every run: when each page was last asked
for, which pages an unfinished run has behind it, and what was rejected.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from scraper.page import InputError

REJECTED = ".rejected"
# How long an unfinished run can be continued; after that it starts over.
RUN_LIFETIME = timedelta(hours=24)
Replace = Callable[[Mapping[Path, bytes | None]], None]
# Names of pages may hold bytes that are no text.
_ERRORS = "surrogatepass"
_Record = TypeVar("_Record", bound="Snapshot | Check")


class NothingRejectedError(LookupError):
    """There are no rejected bytes of a page that could be accepted."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Where the bytes of a saved page came from; `sha256` is that of the file, `fetched` is in UTC."""

    url: str
    final_url: str
    fetched: str
    status: int
    content_type: str
    charset: str
    etag: str
    last_modified: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Check:
    """When the server last confirmed a snapshot, and what it said to ask with the next time.

    `is_open` says that the run which asked is not finished.
    """

    url: str
    final_url: str
    checked: str
    etag: str
    last_modified: str
    sha256: str
    is_open: bool


def hash_page(data: bytes) -> str:
    """SHA-256 of a page as saved; line ends that a repository may have changed do not count."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def format_time(moment: datetime) -> str:
    """UTC, to the second: `2025-01-31T12:00:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def rejected_path(path: Path) -> Path:
    """Where the rejected bytes of a page are kept: beside it, in a folder that globs pass over."""
    return path.parent / REJECTED / path.name


def read_bytes(path: Path) -> bytes | None:
    """The bytes of a file, or `None` when there is none.

    Raises:
        InputError: It is there, but cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputError(path.as_posix(), 1, f"cannot be read: {error.strerror or error}") from error


class SnapshotStore:
    """The snapshots of one API. Every method that changes something writes at once, all of it or nothing."""

    def __init__(self, metadata: Path, state: Path, replace_files: Replace) -> None:
        """Reads what an earlier run left.

        Args:
            metadata: The committed file.
            state: The file that may be deleted; one that cannot be read counts as absent.
            replace_files: Writes files by path, and deletes those without content.

        Raises:
            InputError: The metadata cannot be read.
        """
        self._metadata, self._state, self._replace = metadata, state, replace_files
        self._snapshots = _load_snapshots(metadata)
        self._checks, self._rejected = _load_state(state)

    def snapshot(self, page: str) -> Snapshot | None:
        """What is known about the saved bytes of a page."""
        return self._snapshots.get(page)

    def is_edited(self, page: str, data: bytes) -> bool:
        """Whether the bytes on disk are others than those that were fetched; unknown pages are not."""
        known = {entry.sha256 for entry in (self._snapshots.get(page), self._checks.get(page)) if entry}
        return bool(known) and hash_page(data) not in known

    def last_answer(self, page: str, data: bytes | None) -> Snapshot | None:
        """What is known about exactly these bytes, with the newest validators."""
        snapshot, check = self._snapshots.get(page), self._checks.get(page)
        if snapshot is None or data is None or hash_page(data) != snapshot.sha256:
            return None
        if check is None or check.sha256 != snapshot.sha256:
            return snapshot
        return replace(snapshot, final_url=check.final_url, etag=check.etag, last_modified=check.last_modified)

    def is_done(self, page: str, url: str, data: bytes | None, now: datetime) -> bool:
        """Whether an unfinished run has this page behind it."""
        check = self._checks.get(page)
        if check is None or not check.is_open or check.url != url or data is None or hash_page(data) != check.sha256:
            return False
        age = now - _parse_time(check.checked)
        return timedelta() <= age < RUN_LIFETIME

    def save(self, page: str, path: Path, data: bytes, snapshot: Snapshot, *, is_open: bool = True) -> None:
        """Puts new bytes in the place of a page; `is_open` where that is part of a run."""
        self._snapshots[page] = snapshot
        self._rejected.pop(page, None)
        self._note(page, snapshot, is_open)
        self._write({path: data, rejected_path(path): None}, with_metadata=True)

    def confirm(self, page: str, path: Path, snapshot: Snapshot) -> None:
        """Notes that the bytes on disk are what the server has; metadata that say so already stay as they are."""
        known = self._snapshots.get(page)
        stale = known is None or (known.url, known.sha256) != (snapshot.url, snapshot.sha256)
        if stale:
            self._snapshots[page] = snapshot
        self._rejected.pop(page, None)
        self._note(page, snapshot, is_open=True)
        self._write({rejected_path(path): None}, with_metadata=stale)

    def reject(self, page: str, path: Path, data: bytes, snapshot: Snapshot) -> None:
        """Keeps bytes that are not to replace a page."""
        self._rejected[page] = snapshot
        self._write({rejected_path(path): data})

    def has_rejected(self, page: str, path: Path) -> bool:
        """Whether the bytes that were rejected for a page are still there as they came."""
        return self._find_rejected(page, path) is not None

    def accept(self, page: str, path: Path) -> None:
        """Puts rejected bytes in the place of a page.

        Raises:
            NothingRejectedError: There are none, or they are not those that were rejected.
        """
        found = self._find_rejected(page, path)
        if found is None:
            raise NothingRejectedError(f"nothing to accept: no fetch has rejected anything for {page!r}")
        self.save(page, path, *found, is_open=False)

    def _find_rejected(self, page: str, path: Path) -> tuple[bytes, Snapshot] | None:
        snapshot, data = self._rejected.get(page), read_bytes(rejected_path(path))
        if snapshot is None or data is None or hash_page(data) != snapshot.sha256:
            return None
        return data, snapshot

    def start_over(self) -> None:
        """Forgets what an unfinished run has behind it."""
        self._checks = {page: replace(check, is_open=False) for page, check in self._checks.items()}

    def finish(self, pages: Iterable[str]) -> None:
        """Ends a run; what is known about other pages than these is dropped."""
        kept = set(pages)
        self.start_over()
        stale = not self._snapshots.keys() <= kept
        self._snapshots = {page: entry for page, entry in self._snapshots.items() if page in kept}
        self._checks = {page: entry for page, entry in self._checks.items() if page in kept}
        self._rejected = {page: entry for page, entry in self._rejected.items() if page in kept}
        self._write({}, with_metadata=stale)

    def _note(self, page: str, snapshot: Snapshot, is_open: bool) -> None:
        self._checks[page] = Check(
            url=snapshot.url,
            final_url=snapshot.final_url,
            checked=snapshot.fetched,
            etag=snapshot.etag,
            last_modified=snapshot.last_modified,
            sha256=snapshot.sha256,
            is_open=is_open,
        )

    def _write(self, contents: Mapping[Path, bytes | None], *, with_metadata: bool = False) -> None:
        checks = {page: asdict(check) for page, check in self._checks.items()}
        rejected = {page: asdict(snapshot) for page, snapshot in self._rejected.items()}
        # The state goes first: bytes that it has the hash of are never taken for an edit by hand.
        steps: dict[Path, bytes | None] = {self._state: _dump({"checks": checks, "rejected": rejected})}
        steps |= {path: data for path, data in contents.items() if data is not None or path.exists()}
        if with_metadata:
            steps[self._metadata] = _dump({page: asdict(entry) for page, entry in self._snapshots.items()})
        self._replace(steps)


def _load_snapshots(path: Path) -> dict[str, Snapshot]:
    data = read_bytes(path)
    try:
        return _parse_records(json.loads(data.decode(errors=_ERRORS)), Snapshot) if data is not None else {}
    except json.JSONDecodeError as error:
        raise InputError(path.as_posix(), error.lineno, f"expected JSON: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(path.as_posix(), 1, f"expected what `specwright fetch` writes: {error}") from error


def _load_state(path: Path) -> tuple[dict[str, Check], dict[str, Snapshot]]:
    try:
        values = json.loads(path.read_text("utf-8", _ERRORS))
        if not isinstance(values, dict):
            return {}, {}
        checks = _parse_records(values.get("checks"), Check)
        for check in checks.values():
            _parse_time(check.checked)
        return checks, _parse_records(values.get("rejected"), Snapshot)
    except (OSError, ValueError, RecursionError):
        return {}, {}


def _parse_records(values: object, kind: type[_Record]) -> dict[str, _Record]:
    if not isinstance(values, dict):
        raise ValueError("no object")
    return {str(page): _parse_record(page, entry, kind) for page, entry in values.items()}


def _parse_record(page: object, entry: object, kind: type[_Record]) -> _Record:
    values = entry if isinstance(entry, dict) else {}
    found: dict[str, Any] = {each.name: values.get(each.name) for each in fields(kind)}
    for name, value in found.items():
        expected = {"status": int, "is_open": bool}.get(name, str)
        if type(value) is not expected:
            raise ValueError(f"{page!r} has no {name!r}")
    return kind(**found)


def _parse_time(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def _dump(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode(errors=_ERRORS)
