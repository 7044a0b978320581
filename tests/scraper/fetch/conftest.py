from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scraper.fetch.site import Site, site
from tests.scraper.fetch.workspace import Workspace


@pytest.fixture
def docs() -> Iterator[Site]:
    """The site that pages come from."""
    with site() as server:
        yield server


@pytest.fixture
def other() -> Iterator[Site]:
    """A site on another host."""
    with site("127.0.0.2") as server:
        yield server


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)
