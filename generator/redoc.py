"""Redoc, which shows a document in a browser: one version of one package of npm, whose bytes are known.

npm gets it the first time that somebody wants a page; afterwards nothing is asked of a network.
"""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha512
from io import BytesIO
from pathlib import Path
from shutil import which

NAME = "redoc"
VERSION = "2.5.4"
#: The hash of the package's file, as npm states it: nothing else is ever run or embedded.
INTEGRITY = "sha512-M6jWhG1qoBnH6TFmzJnstyCZ87HmOY/UzDm78mHiYihEdlV/YcS9ogOo1NlElnJMeLsyxHFe2yFc4sNjHTrABQ=="
FILE = f"{NAME}-{VERSION}.tgz"
_SCRIPT = "package/bundles/redoc.standalone.js"
_LICENCES = ("package/LICENSE", "package/bundles/redoc.standalone.js.LICENSE.txt")
_LONGEST_WAIT = 300
_LONGEST_MESSAGE = 200


class BundleError(Exception):
    """Redoc cannot be had."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The program of a page, and the licences that have to come with it."""

    script: str
    licences: str


def load_bundle(cache: Path | None) -> Bundle:
    """Redoc from the cache, or through npm, which fills the cache; `None` keeps nothing.

    Raises:
        BundleError: There is no npm, it cannot get the package, or what it got is something else.
    """
    data = _read_cached(cache / FILE) if cache else None
    if data is None:
        data = _download()
        if cache:
            _keep(cache, data)
    return _unpack(data)


def _read_cached(path: Path) -> bytes | None:
    """The file of an earlier time; nothing where there is none, or another one."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if _is_known(data) else None


def _download() -> bytes:
    npm = which("npm")
    if npm is None:
        raise BundleError(f"expected npm (Node.js), which gets {NAME} {VERSION} for HTML pages, but found none")
    with tempfile.TemporaryDirectory() as folder:
        _run_npm(
            [npm, "pack", f"{NAME}@{VERSION}", "--pack-destination", folder, "--ignore-scripts", "--loglevel=error"]
        )
        try:
            data = Path(folder, FILE).read_bytes()
        except OSError as error:
            raise BundleError(f"npm got no {FILE}: {error.strerror}") from error
    if not _is_known(data):
        raise BundleError(f"expected {FILE} with {INTEGRITY[:20]}…, but npm got another file; nothing of it is used")
    return data


def _run_npm(command: list[str]) -> None:
    try:
        result = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=_LONGEST_WAIT, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise BundleError(f"npm did not get {NAME} {VERSION} within {_LONGEST_WAIT} seconds") from error
    except OSError as error:
        raise BundleError(f"npm cannot be run: {error.strerror}") from error
    if result.returncode:
        raise BundleError(f"npm cannot get {NAME} {VERSION}: {_reason(result.stderr)}")


def _reason(stderr: str) -> str:
    """The first line in which npm says what happened; the last ones lead to its log."""
    lines = [line.removeprefix("npm error").removeprefix("npm ERR!").strip() for line in stderr.splitlines()]
    said = [line for line in lines if line and not line.startswith(("code ", "errno ", "syscall "))]
    return (said[0] if said else "it does not say why")[:_LONGEST_MESSAGE]


def _is_known(data: bytes) -> bool:
    return f"sha512-{b64encode(sha512(data).digest()).decode()}" == INTEGRITY


def _keep(cache: Path, data: bytes) -> None:
    """Keeps the file for the next time; a cache that cannot be written is none."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=cache, delete=False) as file:
            file.write(data)
        Path(file.name).replace(cache / FILE)
    except OSError:
        return


def _unpack(data: bytes) -> Bundle:
    with tarfile.open(fileobj=BytesIO(data)) as archive:
        return Bundle(_read_member(archive, _SCRIPT), "\n".join(_read_member(archive, name) for name in _LICENCES))


def _read_member(archive: tarfile.TarFile, name: str) -> str:
    file = archive.extractfile(name)
    if file is None:
        raise BundleError(f"{FILE} has no file {name}")
    return file.read().decode("utf-8")
