"""npm packages that the tests need: versions that do not change, installed once."""

from __future__ import annotations

import fcntl
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from shutil import which

FOLDER = Path(__file__).resolve().parents[2] / ".build/npm"


class NpmUnavailableError(Exception):
    """Node.js or npm is missing, or npm cannot install a package."""


def install_packages(name: str, versions: Mapping[str, str]) -> Path:
    """Return the folder of packages, installed by the first process that asks for them.

    Args:
        name: What they are called here.
        versions: Package → version.

    Raises:
        NpmUnavailableError: They cannot be installed.
    """
    if not (which("node") and which("npm")):
        raise NpmUnavailableError("node and npm are not installed")
    FOLDER.mkdir(parents=True, exist_ok=True)
    target = FOLDER / "-".join([name, *versions.values()])
    with (FOLDER / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            _install(versions, target)
    return target / "node_modules"


def _install(versions: Mapping[str, str], target: Path) -> None:
    with tempfile.TemporaryDirectory(dir=target.parent) as new:
        prefix = Path(new, "prefix")
        prefix.mkdir()
        options = ["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel", "error"]
        parts = [f"{name}@{version}" for name, version in versions.items()]
        command = ["npm", "install", "--prefix", str(prefix), *options, *parts]
        result = subprocess.run(command, cwd=new, capture_output=True, text=True, check=False)
        if result.returncode:
            raise NpmUnavailableError(f"npm cannot install {' '.join(parts)}: {result.stderr.strip()[:500]}")
        prefix.rename(target)
