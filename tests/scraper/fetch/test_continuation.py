"""A run that was stopped goes on where it was."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scraper.fetching.targets import Outcome
from tests.scraper.fetch.site import Response, Site
from tests.scraper.fetch.workspace import FULL, LOGIN, Workspace, page_text


def urls_of(docs: Site) -> dict[str, str]:
    return {f"{name}.md": docs.url(f"/{name}") for name in "abc"}


@pytest.fixture
def stopped(docs: Site, workspace: Workspace) -> Workspace:
    """A run in which `/b` could not be reached."""
    for name in "ac":
        docs.serve(f"/{name}", FULL)
    docs.routes["/b"] = Response(status=503)
    workspace.refresh(urls_of(docs))
    docs.visits.clear()
    docs.serve("/b", FULL)
    return workspace


def test_pages_that_were_fetched_are_not_asked_for_again(docs: Site, stopped: Workspace) -> None:
    outcomes = [result.outcome for result in stopped.refresh(urls_of(docs))]
    assert outcomes == [Outcome.SKIPPED, Outcome.NEW, Outcome.SKIPPED]
    assert docs.paths() == ["/b"]


def test_a_finished_run_is_not_continued(docs: Site, stopped: Workspace) -> None:
    stopped.refresh(urls_of(docs))
    docs.visits.clear()
    stopped.refresh(urls_of(docs))
    assert docs.paths() == ["/a", "/b", "/c"]


def test_force_asks_for_everything(docs: Site, stopped: Workspace) -> None:
    stopped.refresh(urls_of(docs), force=True)
    assert docs.paths() == ["/a", "/b", "/c"]


@pytest.mark.parametrize("shift", [timedelta(hours=24), timedelta(days=400), -timedelta(hours=1)])
def test_an_old_run_and_one_from_the_future_start_over(docs: Site, stopped: Workspace, shift: timedelta) -> None:
    stopped.clock.time += shift
    stopped.refresh(urls_of(docs))
    assert docs.paths() == ["/a", "/b", "/c"]


def test_a_page_whose_url_or_file_changed_meanwhile_is_asked_for(docs: Site, stopped: Workspace) -> None:
    docs.serve("/d", FULL)
    stopped.path("a.md").write_text(FULL + page_text("extra"))
    urls = urls_of(docs) | {"c.md": docs.url("/d")}
    stopped.refresh(urls)
    assert docs.paths() == ["/a", "/b", "/d"]


def test_findings_are_reported_again_by_the_run_that_goes_on(docs: Site, stopped: Workspace) -> None:
    docs.routes["/b"] = Response(status=503)
    stopped.refresh(urls_of(docs))
    docs.serve("/b", LOGIN)
    codes = [finding.code for result in stopped.refresh(urls_of(docs)) for finding in result.findings]
    assert codes == ["login-page"]


def test_a_page_that_vanished_does_not_keep_a_run_open(docs: Site, workspace: Workspace) -> None:
    for name in "ac":
        docs.serve(f"/{name}", FULL)
    workspace.refresh(urls_of(docs))
    docs.visits.clear()
    workspace.refresh(urls_of(docs))
    assert docs.paths() == ["/a", "/b", "/c"]
