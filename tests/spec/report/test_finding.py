"""What makes findings the same, and what makes them fail."""

from __future__ import annotations

import pytest

from spec.report.finding import Acceptance, Finding, Location
from tests.spec.report.reports import NOTE, WARNING, finding, report


@pytest.mark.parametrize(
    "other",
    [
        finding(message="worded otherwise"),
        finding(location=Location("pages/pets.md", 70, 90)),
        finding(location=Location("openapi.yaml", 1, 1)),
        finding(heading="pets"),
        finding(level=WARNING),
    ],
)
def test_the_fingerprint_ignores_how_a_finding_is_told(other: Finding) -> None:
    assert report(finding()).fingerprints == report(other).fingerprints


@pytest.mark.parametrize(
    "other",
    [
        finding(id="value-added"),
        finding(operations=("getPet",)),
        finding(operations=()),
        finding(pointer="/paths/~1pets/post"),
        finding(values="bbbb"),
        finding(scope="pages/pets.md"),
    ],
)
def test_the_fingerprint_differs_where_the_finding_is_another(other: Finding) -> None:
    assert report(finding()).fingerprints != report(other).fingerprints


def test_equal_findings_have_fingerprints_of_their_own_in_their_order() -> None:
    first, second = report(finding(), finding()).fingerprints
    assert first != second
    assert report(finding()).fingerprints == (first,)


def test_no_part_of_an_identity_flows_into_the_next() -> None:
    first = finding(id="a", operations=("b",), pointer="")
    second = finding(id="a", operations=(), pointer="b")
    assert report(first).fingerprints != report(second).fingerprints


@pytest.mark.parametrize(
    ("found", "threshold", "is_failure"),
    [
        (finding(), "breaking", True),
        (finding(level=WARNING), "breaking", False),
        (finding(level=WARNING), "risky", True),
        (finding(level=NOTE), "docs-only", True),
        (finding(acceptance=Acceptance("known")), "docs-only", False),
        (finding(acceptance=Acceptance("known", "2024-01-01", is_expired=True)), "breaking", True),
    ],
)
def test_findings_at_the_threshold_fail_unless_they_are_accepted(
    found: Finding, threshold: str, is_failure: bool
) -> None:
    assert report(found, threshold=threshold).is_failure is is_failure
