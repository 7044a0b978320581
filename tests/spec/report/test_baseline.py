"""What a baseline accepts, and its file."""

# ruff: noqa: E501  (one case per line)
from __future__ import annotations

from dataclasses import replace
from datetime import date
from textwrap import dedent

import pytest

from spec.diff.changes import Level
from spec.diff.compare import compare_documents
from spec.load import DocumentError
from spec.report.baseline import (
    Entry,
    accept_findings,
    add_findings,
    find_expired,
    find_stale,
    remove_entries,
    select_entries,
)
from spec.report.baseline_file import dump_baseline, is_day, parse_baseline
from spec.report.changes import hash_values, report_changes
from spec.report.finding import Acceptance, Finding, Location
from tests.spec.diff.document_changes import PETS, Mutation, put, together
from tests.spec.diff.documents import Json, mutated, rich_document
from tests.spec.report.reports import NOTE, RULES, finding, report

IDS = {rule.id for rule in RULES}
TODAY = date(2026, 6, 15)
FINDING = finding(values="0123456789abcdef")
ENTRY = Entry("", "listPets", "/paths/~1pets/get", "limit-lowered", "0123456789abcdef", "Agreed.")


def entry(**fields: str) -> Entry:
    values = {"document": "", "operation": "listPets", "pointer": "/paths/~1pets/get", "rule": "limit-lowered"}
    return Entry(**{**values, "reason": "Agreed.", **fields})  # type: ignore[arg-type]


def is_accepted(found: Finding, *entries: Entry) -> bool:
    (judged,) = accept_findings([found], entries, TODAY)
    return judged.is_accepted


# ---------------------------------------------------------------- matching


def findings_of(*mutations: Mutation) -> tuple[Finding, ...]:
    """What a lower maximum and a lost value are, in a document that the mutations changed on both sides."""
    old = mutated(rich_document(), together(*mutations))
    limit, state = (next(at for at in range(9) if parameters(old)[at]["name"] == name) for name in ("limit", "state"))
    new = mutated(old, put(50, *PETS, "parameters", limit, "schema", "maximum"))
    new = mutated(new, lambda document: parameters(document)[state]["schema"]["enum"].remove("out"))
    return report_changes(compare_documents(old, new).changes, Level.BREAKING, lambda _: Location("api.yaml")).findings


def parameters(document: Json) -> list[Json]:
    return document["paths"]["/pets"]["get"]["parameters"]


def test_entries_stay_when_something_is_put_before_what_they_are_about() -> None:
    entries = add_findings((), findings_of(), Acceptance("Agreed."), TODAY)
    assert [each.pointer for each in entries] == [
        "/paths/~1pets/get/parameters/query limit/schema/maximum",
        "/paths/~1pets/get/parameters/query state/schema/enum/out",
    ]
    shifted = findings_of(
        lambda document: parameters(document).insert(0, {"name": "first", "in": "query"}),
        lambda document: parameters(document)[3]["schema"]["enum"].insert(0, "away"),
    )
    assert all(each.is_accepted for each in accept_findings(shifted, entries, TODAY))
    assert find_stale(shifted, entries) == ()


def test_entries_with_positions_are_still_read() -> None:
    position = entry(rule="request-parameter-max-decreased", pointer="/paths/~1pets/get/parameters/0/schema/maximum")
    assert [each.is_accepted for each in accept_findings(findings_of(), [position], TODAY)].count(True) == 1
    assert find_stale(findings_of(), [position]) == ()


@pytest.mark.parametrize(
    "found",
    [
        FINDING,
        finding(values="0123456789abcdef", message="worded otherwise", level=NOTE, heading="else"),
        finding(values="0123456789abcdef", location=Location("other.md", 1, 1)),
        finding(values="0123456789abcdef", operations=("createPet", "listPets")),
        finding(values="0123456789abcdef", scope="api.yaml"),
    ],
)
def test_an_entry_accepts_its_finding_however_it_is_told(found: Finding) -> None:
    assert is_accepted(found, ENTRY)


@pytest.mark.parametrize(
    "found",
    [
        finding(values="0123456789abcdef", id="value-added"),
        finding(values="0123456789abcdef", operations=("createPet",)),
        finding(values="0123456789abcdef", operations=()),
        finding(values="0123456789abcdef", pointer="/paths/~1pets"),
        finding(values="ffffffffffffffff"),
    ],
)
def test_an_entry_accepts_no_other_finding(found: Finding) -> None:
    assert not is_accepted(found, ENTRY)
    assert find_stale([found], [ENTRY]) == (ENTRY,)


def test_an_entry_without_values_accepts_any() -> None:
    assert is_accepted(FINDING, entry())
    assert is_accepted(finding(values="ffffffffffffffff"), entry())


def test_an_entry_with_a_document_accepts_nothing_of_others() -> None:
    assert is_accepted(finding(scope="a.yaml"), entry(document="a.yaml"))
    assert not is_accepted(finding(scope="b.yaml"), entry(document="a.yaml"))


def test_an_entry_without_operation_is_about_the_document_as_a_whole() -> None:
    assert is_accepted(finding(operations=()), entry(operation=""))
    assert not is_accepted(finding(), entry(operation=""))


@pytest.mark.parametrize(("expires", "accepted"), [("2026-06-14", False), ("2026-06-15", True), ("", True)])
def test_the_last_day_still_counts(expires: str, accepted: bool) -> None:
    known = entry(expires=expires)
    assert is_accepted(FINDING, known) is accepted
    assert find_expired([FINDING], [known], TODAY) == (() if accepted else (known,))
    assert find_stale([FINDING], [known]) == ()


def test_the_entry_that_lasts_longest_decides() -> None:
    short = entry(expires="2026-01-01", reason="short")
    long = entry(values="0123456789abcdef", expires="2026-12-31", reason="long")
    (judged,) = accept_findings([FINDING], [short, long], TODAY)
    assert judged.acceptance == Acceptance("long", "2026-12-31")
    (judged,) = accept_findings([FINDING], [short, long, entry(document="api.yaml")], TODAY)
    assert judged.acceptance == Acceptance("long", "2026-12-31")


def test_expired_entries_without_a_finding_are_stale_and_not_expired() -> None:
    old = entry(expires="2020-01-01")
    assert find_stale([], [old]) == (old,)
    assert find_expired([], [old], TODAY) == ()


def test_entries_about_other_documents_and_other_commands_are_left_alone() -> None:
    mine, here, there = entry(), entry(document="here.yaml"), entry(document="there.yaml")
    other = entry(rule="rule-of-another-command")
    entries = (mine, here, there, other)
    assert select_entries(report(), entries) == (mine,)
    assert select_entries(report(finding(scope="here.yaml")), entries) == (mine, here)
    assert select_entries(replace(report(), scopes=("here.yaml", "there.yaml")), entries) == (mine, here, there)


# ---------------------------------------------------------------- keeping


def test_findings_are_added_in_the_order_of_the_file() -> None:
    known = entry(operation="zoo", reason="Known.")
    added = add_findings([known], [FINDING, finding(operations=("art",))], Acceptance("New.", "2030-01-01"), TODAY)
    assert [(each.operation, each.reason, each.expires) for each in added] == [
        ("art", "New.", "2030-01-01"),
        ("listPets", "New.", "2030-01-01"),
        ("zoo", "Known.", ""),
    ]
    assert added[1].values == FINDING.values


def test_what_expired_is_renewed_and_what_did_not_stays() -> None:
    expired, whole = entry(values=FINDING.values, expires="2020-01-01"), entry(expires="2020-01-01")
    other = entry(operation="other", expires="2020-01-01")
    renewed, kept = add_findings([expired, whole, other], [FINDING], Acceptance("Again."), TODAY)
    assert (renewed.reason, renewed.expires, renewed.values) == ("Again.", "", FINDING.values)
    assert kept is other


def test_entries_are_removed_by_what_they_accept() -> None:
    assert remove_entries([entry(), ENTRY], [entry(reason="other words")]) == (ENTRY,)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (({"a": 1, "b": 2}, None), True),
        (({"a": 1, "b": 3}, None), False),
        ((None, {"b": 2, "a": 1}), False),
        (({"a": True, "b": 2}, None), False),
        (({"a": "1", "b": 2}, None), False),
    ],
)
def test_the_hash_of_values_knows_which_is_old_and_no_order_of_keys(other: tuple, same: bool) -> None:
    assert (hash_values({"b": 2, "a": 1}, None) == hash_values(*other)) is same


# ---------------------------------------------------------------- the file

TEXT = dedent("""\
    # Findings that were accepted. docs/drift.md of specwright describes this file.
    accepted:
    - rule: limit-lowered
      operation: listPets
      pointer: /paths/~1pets/get
      values: '0123456789abcdef'
      reason: Agreed.
    - rule: text-changed
      document: api.yaml
      pointer: ''
      reason: Of no matter.
      expires: '2030-12-31'
    """)


def test_a_file_is_read_as_it_was_written() -> None:
    entries = parse_baseline("b.yaml", TEXT, IDS)
    assert [each.line for each in entries] == [3, 8]
    assert entries[0] == ENTRY
    assert (entries[1].document, entries[1].expires) == ("api.yaml", "2030-12-31")
    assert dump_baseline(reversed(entries)) == TEXT


@pytest.mark.parametrize("text", ["", "# nothing\n", "accepted:\n", "accepted: []\n", "{}\n"])
def test_a_file_may_be_empty(text: str) -> None:
    assert parse_baseline("b.yaml", text, IDS) == ()


def test_what_people_write_by_hand_is_read() -> None:
    text = dedent("""\
        accepted:
          # any maximum
          - {rule: limit-lowered, operation: listPets, pointer: /a, reason: "It's fine: really", expires: 2030-12-31}
        """)
    (found,) = parse_baseline("b.yaml", text, IDS)
    assert (found.reason, found.expires, found.values, found.line) == ("It's fine: really", "2030-12-31", "", 3)


GOOD = "- rule: limit-lowered\n  pointer: /a\n  reason: Yes.\n"


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        ("accepted: [", 1, "expected YAML"),
        ("- a\n", 1, "expected the key 'accepted' with a list of entries"),
        ("acepted: []\n", 1, "unknown key 'acepted', expected one of: accepted; did you mean 'accepted'?"),
        ("accepted: {a: 1}\n", 1, "expected a list of entries under 'accepted'"),
        ("accepted:\n- text\n", 2, "expected an entry with rule, document, operation, pointer, values, reason, expires"),
        (f"accepted:\n{GOOD}  until: x\n", 5, "unknown key 'until'"),
        (f"accepted:\n{GOOD}  expire: x\n", 5, "did you mean 'expires'?"),
        ("accepted:\n- rule: limit-lowered\n  reason: Yes.\n", 2, "expected the key 'pointer' in this entry"),
        ("accepted:\n- pointer: /a\n  reason: Yes.\n", 2, "expected the key 'rule' in this entry"),
        ("accepted:\n- rule: limit-lowered\n  pointer: /a\n", 2, "expected the key 'reason' in this entry"),
        (f"accepted:\n{GOOD.replace('Yes.', ' ')}", 4, "expected a text under 'reason', found None"),
        (f"accepted:\n{GOOD.replace('Yes.', repr(' '))}", 4, "expected a reason, found none"),
        (f"accepted:\n{GOOD.replace('lowered', 'lowred')}", 2, "unknown rule 'limit-lowred'; did you mean 'limit-lowered'?"),
        (f"accepted:\n{GOOD.replace('/a', 'a')}", 3, "expected a JSON pointer, found 'a'"),
        (f"accepted:\n{GOOD}  values: abc\n", 5, "expected 16 digits in hexadecimal, found 'abc'"),
        (f"accepted:\n{GOOD}  values: 1234567812345678\n", 5, "expected a text under 'values', found 1234567812345678; quote it"),
        (f"accepted:\n{GOOD}  expires: tomorrow\n", 5, "expected a day such as 2030-12-31, found 'tomorrow'"),
        (f"accepted:\n{GOOD}  expires: 2030-02-30\n", 5, "expected a day such as 2030-12-31, found '2030-02-30'"),
        (f"accepted:\n{GOOD}{GOOD}", 5, "expected each entry once; line 2 has the same"),
    ],
)  # fmt: skip
def test_a_bad_file_is_complained_about_with_its_line(text: str, line: int, complaint: str) -> None:
    with pytest.raises(DocumentError) as caught:
        parse_baseline("b.yaml", text, IDS)
    assert str(caught.value).startswith(f"b.yaml:{line}: ")
    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2030-12-31", True), ("2028-02-29", True), ("2030-02-29", False), ("20301231", False), ("2030-W01-1", False)],
)
def test_days_are_those_of_the_calendar(text: str, expected: bool) -> None:
    assert is_day(text) is expected
