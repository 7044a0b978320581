from pathlib import Path

import pytest

from spec.emit import Emitted, emit_openapi
from spec.model import Evidence
from spec.overlay.actions import MissingTargetError, OverlayError, read_overlay
from spec.overlay.apply import apply_overlays
from spec.sourcemap import Entry, SourceMap
from spec.validate import copy_json, validate_document
from spec.visit import resolve_pointer
from tests.spec.specimens import at, rich_api

HEAD = "overlay: 1.1.0\nx-page: pages/a.txt\nactions:\n"


ONLY_PLACES = "expected a JSONPath of names, indexes and filters after $"


def overlay(tmp_path, *actions: str):
    path = tmp_path / "fix.yaml"
    path.write_text(HEAD + "".join(f"- {action}\n" for action in actions), encoding="utf-8")
    return read_overlay(path, "fix.yaml")


def emitted(document, *pointers: str) -> Emitted:
    return Emitted(document, SourceMap({pointer: (Entry(at(n)),) for n, pointer in enumerate(pointers, 1)}))


def lines(result: Emitted) -> dict[str, list[tuple[int, str]]]:
    entries = result.sources.entries.items()
    return {
        pointer: [(entry.source.first, str(entry.source.evidence)) for entry in known] for pointer, known in entries
    }


def test_an_update_changes_the_document_and_is_the_evidence_of_what_it_changed(tmp_path):
    before = emitted({"a": {"b": 1, "c": 2}, "l": [1]}, "/a", "/a/b", "/a/c", "/l/0")
    fix = overlay(
        tmp_path,
        "{target: $.a, description: why, update: {b: 3, d: {e: 4}}}",
        "{target: $.l, description: why, update: [5]}",
    )
    after = apply_overlays(before, [fix])
    assert after.document == {"a": {"b": 3, "c": 2, "d": {"e": 4}}, "l": [1, 5]}
    assert lines(after) == {
        "/a": [(1, "table")],
        "/a/b": [(4, "overlay")],
        "/a/c": [(3, "table")],
        "/a/d": [(4, "overlay")],
        "/a/d/e": [(4, "overlay")],
        "/l/0": [(4, "table")],
        "/l/1": [(5, "overlay")],
    }


def test_an_update_that_says_what_is_there_already_keeps_the_page_as_evidence(tmp_path):
    before = emitted({"a": {"b": 1}}, "/a/b")
    after = apply_overlays(before, [overlay(tmp_path, "{target: $.a, description: why, update: {b: 1}}")])
    assert lines(after) == {"/a/b": [(1, "table")]}


def test_an_index_counts_from_the_end(tmp_path):
    before = emitted({"l": [{"n": "a"}, {"n": "b"}]}, "/l/0/n", "/l/1/n")
    fix = overlay(
        tmp_path,
        "{target: '$.l[-1]', description: why, update: {x: 1}}",
        "{target: '$.l[-2]', description: why, remove: true}",
    )
    after = apply_overlays(before, [fix])
    assert after.document == {"l": [{"n": "b", "x": 1}]}
    assert lines(after) == {"/l/0/n": [(2, "table")], "/l/0/x": [(4, "overlay")]}


def test_an_element_of_a_list_can_be_updated(tmp_path):
    before = emitted({"l": [{"name": "a"}, {"name": "b"}]}, "/l/0", "/l/1")
    fix = overlay(tmp_path, "{target: \"$.l[?(@.name == 'b')]\", description: why, update: {x: 1}}")
    after = apply_overlays(before, [fix])
    assert after.document == {"l": [{"name": "a"}, {"name": "b", "x": 1}]}
    assert lines(after)["/l/1/x"] == [(4, "overlay")]


def test_a_copy_takes_the_sources_along(tmp_path):
    before = emitted({"a": {"b": [1]}, "c": {}}, "/a", "/a/b", "/a/b/0", "/ab")
    after = apply_overlays(before, [overlay(tmp_path, "{target: $.c, description: why, copy: $.a}")])
    assert after.document == {"a": {"b": [1]}, "c": {"b": [1]}}
    assert lines(after) == {
        "/a": [(1, "table")],
        "/a/b": [(2, "table")],
        "/a/b/0": [(3, "table")],
        "/ab": [(4, "table")],
        "/c": [(1, "table"), (4, "overlay")],
        "/c/b": [(2, "table")],
        "/c/b/0": [(3, "table")],
    }


def test_a_copy_to_a_list_takes_the_sources_to_where_the_elements_are(tmp_path):
    document = {"a": ["x", {"n": 1}], "b": ["y"], "c": {"l": [0], "k": 1}, "d": {"l": [5], "m": 2}}
    before = emitted(document, "/a", "/a/0", "/a/1/n", "/b", "/b/0", "/c", "/c/l", "/c/l/0", "/d", "/d/l/0", "/d/m")
    actions = ("target: $.b, copy: $.a", "target: $.b, copy: $.d", "target: $.c, copy: $.d")
    after = apply_overlays(before, [overlay(tmp_path, *(f"{{{action}, description: why}}" for action in actions))])
    assert after.document == document | {
        "b": ["y", "x", {"n": 1}, {"l": [5], "m": 2}],
        "c": {"l": [0, 5], "k": 1, "m": 2},
    }
    found = {pointer: known for pointer, known in lines(after).items() if pointer.startswith(("/b", "/c"))}
    assert found == {
        "/b": [(4, "table"), (4, "overlay"), (5, "overlay")],
        "/b/0": [(5, "table")],
        "/b/1": [(2, "table")],
        "/b/2/n": [(3, "table")],
        "/b/3": [(9, "table")],
        "/b/3/l/0": [(10, "table")],
        "/b/3/m": [(11, "table")],
        "/c": [(9, "table"), (6, "overlay")],
        "/c/l": [(7, "table")],
        "/c/l/0": [(8, "table")],
        "/c/l/1": [(10, "table")],
        "/c/m": [(11, "table")],
    }


def test_a_removal_drops_the_sources_and_closes_the_gap(tmp_path):
    before = emitted({"l": [{"n": "a"}, {"n": "b"}, {"n": "c"}], "x": 1}, "/l/0", "/l/1/n", "/l/2/n", "/x")
    fix = overlay(
        tmp_path,
        "{target: \"$.l[?(@.n =~ 'a|b')]\", description: why, remove: true}",
        "{target: $.x, description: why, remove: true}",
    )
    after = apply_overlays(before, [fix])
    assert after.document == {"l": [{"n": "c"}]}
    assert lines(after) == {"/l/0/n": [(3, "table")]}


def test_a_key_that_is_a_star_is_removed_alone(tmp_path):
    before = emitted({"paths": {"*": {"x": 1}, "b": {"x": 2}}})
    fix = overlay(tmp_path, '{target: "$.paths[?(@.x == 1)]", description: why, remove: true}')
    assert apply_overlays(before, [fix]).document == {"paths": {"b": {"x": 2}}}


def test_names_that_need_quotes_can_be_removed(tmp_path):
    before = emitted({"paths": {"/a#名": 1, "it's": 2, "a.b": 3}})
    fix = overlay(tmp_path, '{target: "$.paths.*", description: why, remove: true}')
    assert apply_overlays(before, [fix]).document == {"paths": {}}


def test_the_argument_and_the_overlay_stay_as_they_are(tmp_path):
    before = emit_openapi(rich_api())
    document, sources = copy_json(before.document), dict(before.sources.entries)
    fix = overlay(
        tmp_path,
        "{target: $.components.schemas, description: why, update: {New: {type: object, required: [a]}}}",
        "{target: $.components.schemas.New, description: why, update: {required: [b]}}",
        "{target: $.paths.*, description: why, remove: true}",
    )
    first = apply_overlays(before, [fix])
    assert before.document == document
    assert before.sources.entries == sources
    assert apply_overlays(before, [fix]) == first
    assert first.document["components"]["schemas"]["New"]["required"] == ["a", "b"]


def test_a_renamed_operation_validates_and_keeps_its_page(tmp_path):
    fix = overlay(
        tmp_path,
        "{target: $.paths, description: why, update: {/open-api#Create: {}}}",
        "{target: \"$.paths['/open-api#Create']\", description: why, copy: \"$.paths['/open-api#创建仓库']\"}",
        "{target: \"$.paths['/open-api#创建仓库']\", description: why, remove: true}",
        "{target: \"$.paths['/open-api#Create'].post['x-broken']\", description: why, remove: true}",
        "{target: \"$.paths['/open-api#Create'].post\", description: why, update: {operationId: Create}}",
    )
    after = apply_overlays(emit_openapi(rich_api()), [fix])
    assert validate_document(after.document) == ()
    for pointer in after.sources.entries:
        resolve_pointer(after.document, pointer)
    operation = after.sources.at("/paths/~1open-api#Create/post")
    assert [entry.source.first for entry in operation] == [200]
    named = after.sources.at("/paths/~1open-api#Create/post/operationId")
    assert [(entry.source.page, entry.source.evidence) for entry in named] == [("fix.yaml", Evidence.OVERLAY)]


@pytest.mark.filterwarnings("ignore:The `.` .*is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    ("actions", "message"),
    [
        (["{target: $.nothing, description: d, update: {}}"], "fix.yaml:4: target $.nothing matches nothing"),
        (
            ["{target: $.a, description: d, update: {b: 1}}", "{target: $.z.y, description: d, copy: $.a}"],
            "fix.yaml:5: target $.z.y matches nothing",
        ),
        (["{target: $.new, description: d, copy: $.a}"], "fix.yaml:4: target $.new matches nothing"),
        (["{target: $.a, description: d, copy: $.z}"], "fix.yaml:4: copy $.z matches nothing, expected one place"),
        (["{target: $.a, description: d, copy: $.*}"], "fix.yaml:4: copy $.* matches 3 places, expected one place"),
        (['{target: "$.a[", description: d, remove: true}'], "fix.yaml:4: expected a JSONPath, found $.a["),
        (['{target: "$.l[-1]", description: d, remove: true}'], "fix.yaml:4: target $.l[-1] matches nothing"),
        (
            ['{target: "$.s.`sub(/(/, x)`", description: d, update: 1}'],
            "fix.yaml:4: expected a JSONPath, found $.s.`sub(/(/, x)`: missing )",
        ),
        (
            ["{target: \"$[?(@ =~ '(')]\", description: d, update: 1}"],
            "fix.yaml:4: expected a JSONPath, found $[?(@ =~ '(')]: missing )",
        ),
        *(
            ([f'{{target: "{path}", description: d, update: {{}}}}'], f"fix.yaml:4: {ONLY_PLACES}, found {path}")
            for path in ("$.a | $.l", "$.a & $.l", "$.a.`len`", "$.a.b.`parent`", "$.s + 'x'", "a", "@", "$.a.$.l")
        ),
        (["{target: $.a, description: d, copy: 1}"], f"fix.yaml:4: {ONLY_PLACES}, found 1"),
        (["{target: $, description: d, remove: true}"], "fix.yaml:4: the whole document cannot be removed"),
        (
            ["{target: $, description: d, update: 1}"],
            "fix.yaml:4: / is an object, which a single value cannot be merged",
        ),
        (
            ["{target: $.a, description: d, update: {b: [1]}}"],
            "fix.yaml:4: /a/b is a single value, which a list cannot be merged with; remove it first",
        ),
        (["{target: $, description: d, update: {a: {b: {}}}}"], "fix.yaml:4: /a/b is a single value, which an object"),
        (["{target: $, description: d, update: {l: 1}}"], "fix.yaml:4: /l is a list, which a single value cannot"),
        (["{target: $.s, description: d, update: {}}"], "fix.yaml:4: /s is a single value, which an object cannot"),
        (["{target: $.s, description: d, copy: $.l}"], "fix.yaml:4: /s is a single value, which a list cannot"),
        (
            ["{target: $.*, description: d, update: {}}"],
            "fix.yaml:4: target $.* selects list and object and value; expected one kind",
        ),
    ],
)
def test_an_action_that_cannot_be_carried_out_is_one_clear_line(tmp_path, actions, message):
    fix = overlay(tmp_path, *actions)
    with pytest.raises(OverlayError) as caught:
        apply_overlays(emitted({"a": {"b": 0}, "l": [], "s": "text"}), [fix])
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "fix.yaml:1: expected overlay: 1.0.0 or 1.1.0"),
        ("a: 1\noverlay: 2.0.0", "fix.yaml:2: expected overlay: 1.0.0 or 1.1.0"),
        ("overlay: 1.0.0\nactions: []", "fix.yaml:2: expected a list of actions"),
        (HEAD + "- description: d\n  update: {}", "fix.yaml:4: expected a target"),
        (HEAD + "- target: $.a\n  update: {}", "fix.yaml:4: expected a description that gives the reason for $.a"),
        (HEAD + "- target: $.a\n  description: ' '\n  update: {}", "fix.yaml:4: expected a description"),
        (
            "overlay: 1.1.0\nactions:\n- target: $.a\n  description: d\n  update: {}",
            "fix.yaml:3: expected x-page, the page that is wrong about $.a, here or for all actions",
        ),
        *(
            (
                HEAD + f"- target: $.a\n  description: d\n  update: {{}}\n  x-page: {place}",
                f"fix.yaml:7: expected x-page: PAGE, PAGE:LINE or PAGE:FIRST-LAST, found {shown}",
            )
            for place, shown in (("7", "7"), ("' '", "' '"), ("a.txt:9-8", "'a.txt:9-8'"), ("[a]", "['a']"))
        ),
        (
            "overlay: 1.0.0\nx-page: ''\nactions:\n- {target: $.a, description: d, update: {}}",
            "fix.yaml:2: expected x-page",
        ),
        (
            "overlay: 1.0.0\nx-page: a\nactions:\n- target: $.a\n  description: d\n  copy: $.b",
            "fix.yaml:6: expected overlay: 1.1.0, which knows copy",
        ),
        (
            "overlay: 1.0.0\naction: []",
            "fix.yaml:2: expected one of overlay, info, extends, actions, found action",
        ),
        ("overlay: 1.0", "fix.yaml:1: expected overlay: 1.0.0 or 1.1.0"),
        (HEAD + "- target: $.a\n  description: d", "fix.yaml:4: expected one of update, remove and copy"),
        (HEAD + "- target: $.a\n  description: d\n  remove: false", "fix.yaml:4: expected one of update"),
        (HEAD + "- target: $.a\n  description: d\n  remove: true\n  update: 1", "fix.yaml:4: expected one of update"),
        (
            HEAD + "- target: $.a\n  description: d\n  remove: 'false'",
            "fix.yaml:6: expected remove: true, found 'false'",
        ),
        (HEAD + "- target: $.a\n  description: d\n  remove: 1", "fix.yaml:6: expected remove: true, found 1"),
        (
            HEAD + "- target: $.a\n  description: d\n  remove: true\n  upate: 1",
            "fix.yaml:7: expected one of target, description, update, remove, copy, found upate",
        ),
        (HEAD + "- [", "fix.yaml:4: expected YAML"),
    ],
)
def test_a_file_that_is_no_overlay_is_one_clear_line(tmp_path, text, message):
    path = tmp_path / "fix.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OverlayError) as caught:
        read_overlay(path, "fix.yaml")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("a.txt", ("a.txt", 0, 0)),
        ("a.txt:7", ("a.txt", 7, 7)),
        ("a.txt:7-9", ("a.txt", 7, 9)),
        ("c:/a b.txt", ("c:/a b.txt", 0, 0)),
        ("a.txt:0", ("a.txt:0", 0, 0)),
    ],
)
def test_an_action_says_which_page_it_corrects(tmp_path, place, found):
    fix = overlay(tmp_path, f"{{target: $.a, description: why, remove: true, x-page: '{place}'}}")
    page = fix.actions[0].corrects
    assert (page.page, page.first, page.last) == found
    assert str(page) == place


def test_an_action_without_a_page_is_about_that_of_the_file(tmp_path):
    fix = overlay(tmp_path, "{target: $.a, description: why, remove: true}")
    assert str(fix.actions[0].corrects) == "pages/a.txt"


def test_a_target_that_is_not_there_names_the_page_that_it_corrects(tmp_path):
    fix = overlay(tmp_path, "{target: $.b, description: why, remove: true, x-page: 'p.md:3'}")
    with pytest.raises(MissingTargetError, match=r"^fix\.yaml:4: target \$\.b matches nothing; it corrects p\.md:3$"):
        apply_overlays(emitted({"a": 1}), [fix])


def test_extensions_of_an_action_are_ignored(tmp_path):
    fix = overlay(tmp_path, "{target: $.a, description: why, remove: true, x-ticket: 7}")
    assert apply_overlays(emitted({"a": 1}), [fix]).document == {}


def test_a_missing_overlay_is_one_clear_line(tmp_path):
    with pytest.raises(OverlayError, match=r"none\.yaml:1: expected a readable file"):
        read_overlay(tmp_path / "none.yaml")


def test_every_overlay_of_this_repository_can_be_read():
    folder = Path(__file__).parents[2] / "spec" / "overlays"
    assert [read_overlay(path).actions for path in sorted(folder.glob("*.yaml"))]
