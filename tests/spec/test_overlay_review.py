"""What `specwright lint` says about corrections."""

import pytest

from spec.emit import Emitted
from spec.overlay.actions import OverlayError, read_overlay
from spec.overlay.review import review_overlays
from spec.sourcemap import SourceMap

PAGES = {"a.txt": 20}


def review(tmp_path, document, *actions, pages=None):
    path = tmp_path / "fix.yaml"
    head = "overlay: 1.1.0\nx-page: a.txt\nactions:\n"
    path.write_text(head + "".join(f"- {action}\n" for action in actions), encoding="utf-8")
    emitted = Emitted(document, SourceMap({}))
    return review_overlays(emitted, [read_overlay(path, "fix.yaml")], PAGES if pages is None else pages)


def findings(tmp_path, document, *actions, pages=None):
    _, found = review(tmp_path, document, *actions, pages=pages)
    return [(finding.code, finding.line) for finding in found]


@pytest.mark.parametrize(
    ("document", "action"),
    [
        ({"a": {"t": "number"}}, "{target: $.a, description: d, update: {t: number}}"),
        ({"a": {"t": {"u": 1, "v": 2}}}, "{target: $.a, description: d, update: {t: {u: 1}}}"),
        ({"a": "text"}, "{target: $.a, description: d, update: text}"),
        ({"a": ["x", "y"]}, "{target: $.a, description: d, update: [y]}"),
        ({"a": ["x", "y"]}, "{target: $.a, description: d, update: x}"),
        ({"a": {"required": ["x", "y"]}}, "{target: $.a, description: d, update: {required: [x]}}"),
        ({"l": [{"t": 1}, {"t": 1}]}, "{target: '$.l[*]', description: d, update: {t: 1}}"),
        ({"a": {"t": 1}, "b": {"t": 1}}, "{target: $.a, description: d, copy: $.b}"),
        ({"a": {"t": 1}}, "{target: $.a, description: d, update: {}}"),
        ({"a": {}}, "{target: $.a.t, description: d, remove: true}"),
        ({"a": [1]}, "{target: '$.a[?(@ == 2)]', description: d, remove: true}"),
    ],
)
def test_a_correction_that_the_document_does_not_need_is_a_finding(tmp_path, document, action):
    assert findings(tmp_path, document, action) == [("unneeded-correction", 4)]


@pytest.mark.parametrize(
    ("document", "action"),
    [
        ({"a": {"t": "string"}}, "{target: $.a, description: d, update: {t: number}}"),
        ({"a": {}}, "{target: $.a, description: d, update: {t: null}}"),
        ({"a": {"t": True}}, "{target: $.a, description: d, update: {t: 1}}"),
        ({"a": {"t": 1}}, "{target: $.a, description: d, update: {t: 1.0}}"),
        ({"a": {"t": 1}}, "{target: $.a, description: d, update: {t: 1, u: 2}}"),
        ({"a": ["x"]}, "{target: $.a, description: d, update: [x, y]}"),
        ({"l": [{"t": 1}, {"t": 2}]}, "{target: '$.l[*]', description: d, update: {t: 1}}"),
        ({"a": {"t": 1}, "b": {"t": 2}}, "{target: $.a, description: d, copy: $.b}"),
        ({"a": {"t": 1}}, "{target: $.a.t, description: d, remove: true}"),
    ],
)
def test_a_correction_that_still_changes_something_is_none(tmp_path, document, action):
    assert findings(tmp_path, document, action) == []


@pytest.mark.parametrize(
    "action",
    ["{target: $.z, description: d, update: {}}", "{target: $.a, description: d, copy: $.z}"],
)
def test_a_correction_that_finds_nothing_is_a_finding_and_the_next_is_still_looked_at(tmp_path, action):
    emitted, found = review(tmp_path, {"a": {}}, action, "{target: $.a, description: d, update: {b: 1}}")
    assert [(finding.code, finding.line) for finding in found] == [("correction-without-target", 4)]
    assert "matches nothing" in found[0].message
    assert emitted.document == {"a": {"b": 1}}


def test_an_action_is_judged_after_those_before_it(tmp_path):
    one, two = "{target: $.a, description: d, update: {b: 1}}", "{target: $.a, description: d, update: {b: 2}}"
    assert findings(tmp_path, {"a": {"b": 3}}, one, two) == []
    assert findings(tmp_path, {"a": {"b": 2}}, two, one) == [("unneeded-correction", 4)]


REMOVE, WRITE = "{target: $.a.t, description: d, remove: true}", "{target: $.a, description: d, update: {t: number}}"
REMOVE_ONE = "{target: \"$.a[?(@ == 'x')]\", description: d, remove: true}"


def test_actions_that_together_restore_what_the_page_says_are_not_needed(tmp_path):
    assert findings(tmp_path, {"a": {"t": ["number", "string"]}}, REMOVE, WRITE) == []
    assert findings(tmp_path, {"a": {"t": "number"}}, REMOVE, WRITE) == [
        ("unneeded-correction", 4),
        ("unneeded-correction", 5),
    ]


@pytest.mark.parametrize("document", [{"a": ["x", "y"]}, {"a": ["x", "x"]}, {"a": ["y", "x", "y"]}])
def test_an_element_that_another_one_takes_the_place_of_is_still_removed(tmp_path, document):
    assert findings(tmp_path, document, REMOVE_ONE) == []


def test_what_is_there_only_between_actions_is_needed(tmp_path):
    actions = ("{target: $, description: d, update: {tmp: {}}}", "{target: $.tmp, description: d, copy: $.a}")
    actions += ("{target: $.a, description: d, update: {t: 2}}", "{target: $.tmp, description: d, remove: true}")
    assert findings(tmp_path, {"a": {"t": 1}}, *actions) == []


def test_a_page_that_there_is_not_is_a_finding(tmp_path):
    needed = "{target: $.a, description: d, update: {b: 1}, x-page: '%s'}"
    assert findings(tmp_path, {"a": {}}, needed % "b.txt") == [("correction-of-unknown-page", 4)]
    assert findings(tmp_path, {"a": {}}, needed % "a.txt:19-21") == [("correction-of-unknown-page", 4)]
    assert findings(tmp_path, {"a": {}}, needed % "a.txt:19-20") == []


def test_a_finding_names_the_page_and_the_target(tmp_path):
    _, (found,) = review(tmp_path, {"a": {}}, "{target: $.a, description: d, update: {}, x-page: 'a.txt:3'}")
    assert (found.page, found.pointer, found.operation) == ("fix.yaml", "$.a", "")
    assert found.message == "the document says so without this update; it corrects a.txt:3"


def test_what_cannot_be_carried_out_at_all_is_an_error(tmp_path):
    with pytest.raises(OverlayError, match=r"fix\.yaml:4: expected a JSONPath"):
        review(tmp_path, {"a": {}}, "{target: '$.a[', description: d, update: {}}")
