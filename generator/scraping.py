"""Scraping: pages → one document, or one for each service, without a configuration."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cache import Summary, sum_summaries
from generator.config import source_map_path
from generator.files import Content

if TYPE_CHECKING:
    from generator.pages import Contract, Settings
    from scraper.ledger import Accounting
    from scraper.pipeline import Scrape
    from scraper.quality import Quality
    from scraper.reading import PageReading
    from spec.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Service:
    """The pages of one document, where it goes, and its title where nobody states one."""

    path: Path
    readings: Sequence[PageReading]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """What came of one service.

    `texts` holds document and source map by their files, nothing where there is no document; `problems` says why there
    is none, `broken` which operations still need an overlay.
    """

    path: Path
    pages: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    accounting: Mapping[str, Accounting]
    faults: tuple[Diagnostic, ...]
    qualities: Mapping[str, Quality]
    texts: Mapping[Path, Content] = field(default_factory=dict)
    summary: Summary | None = None
    broken: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def scrape_service(service: Service, settings: Settings) -> Output:
    """Makes the document of one service.

    Raises:
        InputError: No page could be read, or none documents an operation.
        OverlayError, InvalidDocumentError: See `make_contract`.
    """
    from generator.pages import make_contract

    dump = _dump if service.path.suffix == ".json" else None
    settings = replace(settings, title=settings.title or service.title)
    contract = make_contract(service.readings, settings, service.path.as_posix(), dump)
    source_map = contract.sources.encode()
    texts: dict[Path, Content] = {service.path: contract.text, source_map_path(service.path): source_map}
    output = _output(service, contract.scrape, contract)
    return replace(output, texts=texts, summary=contract.summary, broken=contract.broken)


def scrape_services(services: Sequence[Service], settings: Settings) -> list[Output]:
    """Makes the documents of services; one that has none keeps no other from its own.

    Raises:
        InputError: No page of any service could be read.
        OverlayError: See `make_contract`.
    """
    from generator.pages import InvalidDocumentError
    from scraper.page import InputError
    from scraper.pipeline import SkippedPagesError, account_for

    outputs = []
    for service in services:
        try:
            outputs.append(scrape_service(service, settings))
        except SkippedPagesError:
            outputs.append(_output(service, account_for(service.readings)))
        except (InputError, InvalidDocumentError) as error:
            outputs.append(replace(_output(service, account_for(service.readings)), problems=error.problems))
    if not any(output.texts or output.problems for output in outputs):
        raise SkippedPagesError([fault for output in outputs for fault in output.faults])
    return outputs


def format_reports(
    outputs: Sequence[Output], diagnostics: Path | None, accounting: Path | None, report: Path | None
) -> dict[Path, str]:
    """The texts of those reports that have a file, in their published form."""
    from scraper.quality import report_as_dict
    from spec.diagnostics import arrange

    texts = {}
    if diagnostics:
        findings = arrange(finding for output in outputs for finding in output.diagnostics)
        texts[diagnostics] = _dump([finding.as_dict() for finding in findings])
    if accounting:
        lines = {page: account.as_dict() for output in outputs for page, account in output.accounting.items()}
        texts[accounting] = _dump(lines)
    if report:
        texts[report] = _dump(report_as_dict(join_qualities(outputs)))
    return texts


def summarise_outputs(outputs: Sequence[Output], recalled: int) -> dict[str, object]:
    """The published form: counts of all documents, pages that were skipped or recalled, and counts of each document."""
    summaries = {output.path: output.summary for output in outputs if output.summary}
    return {
        **sum_summaries(summaries.values()).as_dict(),
        "skipped": sum(len(output.faults) for output in outputs),
        "recalled": recalled,
        "documents": [{"document": path.as_posix(), **summary.as_dict()} for path, summary in summaries.items()],
    }


def join_qualities(outputs: Sequence[Output]) -> dict[str, Quality]:
    """The quality of every page."""
    return {page: quality for output in outputs for page, quality in output.qualities.items()}


def _output(service: Service, scrape: Scrape, contract: Contract | None = None) -> Output:
    from scraper.quality import measure_pages

    pages = tuple(reading.name for reading in service.readings)
    qualities = measure_pages(pages, scrape, contract.sources if contract else None)
    return Output(service.path, pages, scrape.diagnostics, scrape.accounting, scrape.faults, qualities)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
