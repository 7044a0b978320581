"""Findings name operations as the document does."""

from __future__ import annotations

from generator.build import api_settings
from generator.config import FILE_NAME, ApiConfig, Config, load_config
from generator.pages import Reading, make_reading, read_pages
from spec.visit import visit_operations
from tests.cli.project import REPOSITORY


def read_api(config: Config, api: ApiConfig) -> Reading:
    settings = api_settings(config, api)
    return make_reading(read_pages([page.path for page in api.pages], settings), settings)


def test_every_operation_of_a_finding_is_an_operation_id_of_the_document() -> None:
    config = load_config(REPOSITORY / FILE_NAME)
    for api in config.apis:
        reading = read_api(config, api)
        ids = {visit.node["operationId"] for _, _, visit in visit_operations(reading.emitted.document)}
        named = {finding.operation for finding in reading.scrape.diagnostics}
        assert named - {""} <= ids


def test_an_operation_that_an_overlay_names_is_named_so_in_its_findings() -> None:
    config = load_config(REPOSITORY / FILE_NAME)
    (api,) = config.select(["coding"])
    findings = read_api(config, api).scrape.diagnostics
    assert {f.operation for f in findings if f.code in ("broken-path", "truncated")} == {
        "CreateDepotByTemplate",
        "DescribeNotesByCommits",
    }
