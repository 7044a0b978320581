"""Facts of pages that were read before: a page is read once, until it or the program changes."""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, is_dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path

from scraper.facts import PageFacts

_MODULES = frozenset({"scraper.facts", "scraper.ledger", "spec.diagnostics", "spec.model"})
_DIGEST = hashlib.sha256().digest_size
_KEPT_SECONDS = 30 * 24 * 3600
#: What unpickling raises on bytes that are no pickle, or one of another program.
_UNREADABLE = (
    pickle.UnpicklingError,
    ArithmeticError,
    AttributeError,
    EOFError,
    ImportError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class PageCache:
    """A folder of facts, one file for each page as it was read.

    A cache that cannot be read or written is as good as none. `program` is the hash of everything besides
    the page that facts depend on: the program, what is installed, the dialect.
    """

    folder: Path
    program: str

    def load(self, name: str, data: bytes) -> PageFacts | None:
        """The facts of a page of these bytes under this name, if it was read before."""
        path = self._path(name, data)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        digest, pickled = content[:_DIGEST], content[_DIGEST:]
        if hashlib.sha256(pickled).digest() != digest:
            return None
        with suppress(OSError):
            os.utime(path)  # the time of last use, by which `prune` goes
        return _load_facts(pickled)

    def save(self, name: str, data: bytes, facts: PageFacts) -> None:
        """Keeps the facts of a page."""
        try:
            pickled = pickle.dumps(facts, protocol=5)
        except (pickle.PicklingError, AttributeError, RecursionError, TypeError):  # a dialect's own values
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(dir=self.folder)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(hashlib.sha256(pickled).digest() + pickled)
                Path(temporary).replace(self._path(name, data))
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise

    def prune(self) -> None:
        """Removes what no reading has used for a month."""
        with suppress(OSError), os.scandir(self.folder) as entries:
            oldest = time.time() - _KEPT_SECONDS
            for entry in entries:
                if entry.is_file(follow_symlinks=False) and entry.stat().st_mtime < oldest:
                    Path(entry.path).unlink(missing_ok=True)

    def _path(self, name: str, data: bytes) -> Path:
        digest = hashlib.sha256(f"{self.program}\0{name}\0".encode(errors="surrogateescape"))
        digest.update(data)
        return self.folder / digest.hexdigest()


class _FactsUnpickler(pickle.Unpickler):
    """Makes facts and nothing else: a cache may come with somebody's project, and a pickle could run any code."""

    def find_class(self, module: str, name: str) -> type:
        found = getattr(import_module(module), name) if module in _MODULES else None
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of facts")


def _load_facts(pickled: bytes) -> PageFacts | None:
    try:
        facts = _FactsUnpickler(io.BytesIO(pickled)).load()
    except _UNREADABLE:
        return None
    return facts if isinstance(facts, PageFacts) else None
