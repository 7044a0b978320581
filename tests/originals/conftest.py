"""The original pages, where they are at hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scraper.pipeline import Scrape, scrape

ROOT = Path(__file__).resolve().parents[2]
ORIGINALS = ROOT.parent / "shared" / "pages" / "originals"
SPECIMENS = ROOT / "scraper" / "pages"
APIS = {"codearts_repo": ("huawei", "000 001 004"), "coding": ("coding", "002"), "gitlab": ("gitlab", "003")}


@cache
def scrape_originals(api: str) -> Scrape:
    if not ORIGINALS.is_dir():
        pytest.skip("the original pages are not beside the repository")
    dialect, numbers = APIS[api]
    return scrape([next(ORIGINALS.glob(f"{number}_*")) for number in numbers.split()], dialect)


@cache
def scrape_specimens(api: str) -> Scrape:
    order = ["associating", "obtaining", "creating", "open-api", "issue_links"]
    paths = sorted(
        (SPECIMENS / api).glob("*.txt"), key=lambda p: next(i for i, o in enumerate(order) if p.name.startswith(o))
    )
    return scrape(paths, APIS[api][0])


@pytest.fixture(params=["originals", "specimens"])
def source(request: pytest.FixtureRequest) -> Any:
    return {"originals": scrape_originals, "specimens": scrape_specimens}[request.param]
