"""The sample pages of this layout, marked against an inventory that was made without this program."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import pytest

from scraper.pipeline import Scrape, scrape
from spec.emit import emit_openapi
from spec.model import JSON
from spec.validate import validate_document, validate_examples
from tests.scraper.grading import SHARED, inventory_of, score_services

FOLDERS = {"otc": "*.md", "otc-rst": "*.rst"}


def _service(path: Path) -> str:
    return path.name.partition("__")[0] if path.suffix == ".md" else "ecs"


@pytest.fixture(scope="module", params=FOLDERS)
def samples(request: pytest.FixtureRequest) -> tuple[str, dict[str, Scrape]]:
    folder: str = request.param
    pages = sorted((SHARED / "pages" / folder).glob(FOLDERS[folder]))
    if not pages or not inventory_of(folder).exists():
        pytest.skip("the sample pages are not here")
    return folder, {name: scrape(list(group), "huawei") for name, group in groupby(pages, _service)}


def test_the_samples_are_read_as_well_as_the_inventory_asks(
    samples: tuple[str, dict[str, Scrape]], tmp_path: Path
) -> None:
    folder, scrapes = samples
    documents: Mapping[str, JSON] = {name: emit_openapi(scrape.api).document for name, scrape in scrapes.items()}
    for name, document in documents.items():
        assert isinstance(document, dict)
        assert [problem for problem in validate_document(document) if problem.kind != "broken"] == [], name
        assert list(validate_examples(document)) == [], name
    marks = score_services(documents, folder, tmp_path, "service" if folder == "otc" else "all")
    assert marks["operations"]["f1"] == 1
    assert marks["params"]["f1"] >= 0.99
    assert marks["required_accuracy"]["rate"] >= 0.99
    assert marks["type_accuracy"]["rate"] >= 0.99
    assert marks["response_fields_recall"]["rate"] >= 0.99
    assert marks["examples"]["response_rate"] >= 0.98
    assert marks["examples"]["request_body_rate"] >= 0.9


def test_every_unread_line_of_the_samples_has_a_finding_and_few_are(samples: tuple[str, dict[str, Scrape]]) -> None:
    _, scrapes = samples
    unread = lines = 0
    for found in scrapes.values():
        reported = {(one.page, one.line, one.end_line) for one in found.diagnostics if one.code == "unread-block"}
        for page, account in found.accounting.items():
            assert all((page, *span) in reported for span in account.unread), page
            unread += sum(last - first + 1 for first, last in account.unread)
            lines += account.lines
    assert unread <= 0.01 * lines
