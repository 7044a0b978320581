"""Where this specwright was installed from, as pip installs it again on another machine."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.metadata import Distribution, distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.drift.git import GitError, run_git

_ROOT = Path(__file__).resolve().parent.parent
#: A URL that needs no key and has no password in it.
_PUBLIC = re.compile(r"https://[^\s@\"'#?]+")


def find_requirement() -> str:
    """What pip installs to get this specwright: a pinned version, a wheel, or a Git URL with its commit.

    Empty where no other machine can get it, as from a folder that is in no repository on the web.
    """
    if (_ROOT / ".git").exists():
        return checkout_requirement(_ROOT)
    return installed_requirement(distribution("specwright"))


def installed_requirement(installed: Distribution) -> str:
    """The requirement of what pip has installed; it notes what came from elsewhere than an index.

    See "Recording the Direct URL Origin of installed distributions" in the specifications of the PyPA.
    """
    origin = installed.read_text("direct_url.json")
    if origin is not None:
        return _direct_requirement(json.loads(origin))
    return f"{installed.name}=={installed.version}" if installed.read_text("INSTALLER") else ""


def _direct_requirement(origin: Mapping[str, object]) -> str:
    url = str(origin["url"])
    match origin:
        case {"vcs_info": {"vcs": "git", "commit_id": commit}} if _PUBLIC.fullmatch(url):
            return f"git+{url}@{commit}"
        case {"archive_info": _} if _PUBLIC.fullmatch(url):
            return url
        case {"dir_info": _}:
            return checkout_requirement(Path(unquote(urlsplit(url).path)))
    return ""


def checkout_requirement(folder: Path) -> str:
    """The commit of a checkout, if it is on the web as far as git knows: it was fetched from there or pushed to it."""
    if not (folder / ".git").exists():  # a folder inside of another repository is not what a clone of that gives
        return ""
    try:
        url = run_git(folder, ["remote", "get-url", "origin"]).decode().strip()
        commit = run_git(folder, ["rev-parse", "HEAD"]).decode().strip()
        known = run_git(folder, ["for-each-ref", "--contains", commit, "refs/remotes/origin"])
    except GitError:
        return ""
    return f"git+{url}@{commit}" if known and _PUBLIC.fullmatch(url) else ""
