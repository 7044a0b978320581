"""The tools of others: their versions, and where they are once installed."""

from __future__ import annotations

import fcntl
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.environment import LOCK
from benchmarks.processes import BUILD, run
from spec.export.rpc import RpcForm
from spec.export.versions import Version
from tests.exports.documents import Form
from tests.packages.npm import NpmUnavailableError, install_packages
from tests.packages.prism import PARTS

#: npm package → version, in sets that are installed together.
NPM: Mapping[str, Mapping[str, str]] = {
    "typescript": {
        "typescript": "5.9.3",
        "@types/node": "20.19.25",
        "openapi-typescript": "7.13.0",
        "openapi-fetch": "0.17.0",
        # The newest release that Node.js 20 runs.
        "@hey-api/openapi-ts": "0.95.0",
    },
    "linters": {"@redocly/cli": "2.77.0", "@stoplight/spectral-cli": "6.16.3"},
}
#: What the packages of npm need.
_NODE = (20, 19)
#: PyPI package → version; what they need has the versions that the benchmarks are locked to.
PYPI: Mapping[str, str] = {"openapi-generator-cli": "7.26.0", "openapi-python-client": "0.29.1"}
_PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--constraint", str(LOCK))

#: Form → what the tool could not do with it, one line for each defect.
Problems = dict[Form, list[str]]


class PeerUnavailableError(Exception):
    """A tool cannot be installed, or needs a program that is not there."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool, and how it is tried.

    Attributes:
        name: What people call it.
        version: Its version, or those of its parts.
        proof: What it has to do with a document, as a phrase.
        check: Tries forms in a folder of its own; may raise `PeerUnavailableError`.
        recommended: The version and form of RPC to give it.
        takes_split: Whether it makes sense of a document for each action.
    """

    name: str
    version: str
    proof: str
    check: Callable[[Sequence[Form], Path], Problems]
    recommended: tuple[Version, RpcForm]
    takes_split: bool = False

    def accepts(self, form: Form) -> bool:
        """Whether the form is given to it at all."""
        return self.takes_split or form.rpc is not RpcForm.SPLIT

    def recommends(self, form: Form) -> bool:
        """Whether this is the form that the tool should get."""
        version, rpc = self.recommended
        return form.version is version and form.rpc in (None, rpc)


def install_node(name: str) -> Path:
    """Return the folder of a set of npm packages.

    Raises:
        PeerUnavailableError: They cannot be installed.
    """
    version = run(need_program("node", "nodejs"), "--version").output.strip()
    if tuple(map(int, version.removeprefix("v").split("."))) < _NODE:
        raise PeerUnavailableError(f"Node.js {'.'.join(map(str, _NODE))} or newer is needed, not {version}")
    try:
        return install_packages(name, PARTS if name == "prism" else NPM[name])
    except NpmUnavailableError as error:
        raise PeerUnavailableError(str(error)) from error


def install_python() -> Path:
    """Return the folder of the environment that has the tools of PyPI.

    Raises:
        PeerUnavailableError: They cannot be installed.
    """
    target = BUILD / "-".join(["exports", *PYPI.values()])
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "exports.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp, wanted = target / ".installed", LOCK.read_bytes()
        if not (stamp.exists() and stamp.read_bytes() == wanted):
            made = run(sys.executable, "-m", "venv", "--clear", target)
            parts = [f"{name}=={version}" for name, version in PYPI.items()]
            installed = made if made.code else run(target / "bin/python", *_PIP, *parts)
            if installed.code:
                raise PeerUnavailableError(f"pip cannot install {' '.join(parts)}: {installed.last_line}")
            stamp.write_bytes(wanted)
    return target


def need_program(name: str, package: str) -> str:
    """Return the path of a program of the system.

    Raises:
        PeerUnavailableError: It is not there.
    """
    found = shutil.which(name)
    if not found:
        raise PeerUnavailableError(f"{name} is not installed (Debian: {package})")
    return found


def need_path(path: Path, package: str) -> Path:
    """Return a path where a package of Debian puts something.

    Raises:
        PeerUnavailableError: It is not there.
    """
    if not path.exists():
        raise PeerUnavailableError(f"{path} is not there (Debian: {package})")
    return path


def link_packages(name: str, folder: Path) -> Path:
    """Let the files of a folder import a set of npm packages; returns the folder of their programs."""
    packages = install_node(name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "node_modules").symlink_to(packages)
    return packages / ".bin"
