"""Dialects are found by name, built in or installed, and what the documentation says about them is true."""

import importlib
import re
import sys
from pathlib import Path

import pytest

from scraper.dialects import UnknownDialectError, dialect_names, find_dialect
from scraper.page import Page
from scraper.pipeline import scrape_pages
from spec.model import Scalar

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "adding-a-dialect.md"
MODULE = "parcels_dialect"


def blocks_of(language):
    return re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The dialect of the guide, installed as a package of its own."""
    (code,), (project,) = blocks_of("python"), blocks_of("toml")
    (tmp_path / f"{MODULE}.py").write_text(code, encoding="utf-8")
    name, target = re.search(r'^(\w+) = "(.*)"$', project, re.MULTILINE).groups()
    metadata = tmp_path / "parcels-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: parcels\nVersion: 1\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(f"[specwright.dialects]\n{name} = {target}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    yield name
    sys.modules.pop(MODULE, None)


def test_an_installed_dialect_is_found_beside_those_that_are_built_in(installed):
    assert {installed, "coding", "github", "gitlab", "huawei"} <= set(dialect_names())
    assert find_dialect(installed).name == installed


def test_the_dialect_of_the_guide_reads_the_page_of_the_guide(installed):
    (page,) = blocks_of("markdown")
    result = scrape_pages([Page("parcels.md", tuple(page.rstrip("\n").split("\n")))], find_dialect(installed))
    (operation,) = result.api.operations
    assert (operation.id, operation.tag, operation.description) == (
        "findParcel",
        "Parcels",
        "Finds what is on its way.",
    )
    number, language = (parameter.property for parameter in operation.parameters)
    assert (number.type, language.type) == (Scalar("integer"), Scalar("string"))
    assert [value.value for value in language.enum] == ["de", "en"]
    assert [example.value["id"] for example in operation.responses[0].content[0].examples] == [7]
    assert result.accounting["parcels.md"].unread == ()


def test_what_the_dialect_of_the_guide_does_not_know_is_unread(installed):
    (page,) = blocks_of("markdown")
    text = page.replace("Answer:", "- a list\n\nAnswer:")
    result = scrape_pages([Page("parcels.md", tuple(text.rstrip("\n").split("\n")))], find_dialect(installed))
    assert [("a list" in d.message) for d in result.diagnostics if d.code == "unread-block"] == [True]


def test_a_name_that_nobody_registered_is_refused_with_those_that_are_known():
    with pytest.raises(UnknownDialectError, match=r"'nobody'.*github.*gitlab"):
        find_dialect("nobody")


def test_a_dialect_fits_into_one_small_module():
    module = ROOT / "scraper" / "dialects" / "github.py"
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 250


def test_the_guide_names_modules_that_exist():
    names = re.findall(r"^\| `(scraper[\w.]+)`", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(names) > 10
    for name in names:
        importlib.import_module(name)
