"""`specwright diff` on pages: what is missing because of a page never reads as removed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.project import Project


@pytest.fixture
def folder(tmp_path: Path) -> Project:
    return Project(tmp_path)


def section(path: str, *rows: str) -> str:
    """One operation, with optional query parameters of these names."""
    table = "".join(f"| `{row}` | integer | no | Says {row}. |\n" for row in rows)
    header = "| Attribute | Type | Required | Description |\n|---|---|---|---|\n" if rows else ""
    return f"\n## List {path}\n\nLists {path}.\n\n```plaintext\nGET /{path}\n```\n\n{header}{table}"


def page(title: str, *sections: str) -> str:
    return f"# {title} API\n" + "".join(sections)


def pets(count: int) -> str:
    return page("Pets", *(section(f"pets{number}", "limit") for number in range(count)))


OWNERS = page("Owners", section("owners", "limit"))


def write(folder: Project, old: dict[str, str], new: dict[str, str]) -> None:
    for side, pages in (("old", old), ("new", new)):
        for name, text in pages.items():
            folder.write(f"{side}/{name}", text)


def compare(folder: Project, old: dict[str, str], new: dict[str, str], *words: str) -> list[dict[str, Any]]:
    write(folder, old, new)
    result = folder.run("diff", "old", "new", "--dialect", "gitlab", "--format", "json", *words)
    assert result.returncode in (0, 1), result.stderr
    changes: list[dict[str, Any]] = json.loads(result.stdout)["changes"]
    return [change for change in changes if change["id"] not in {"info-changed", "tag-changed"}]


def facts(changes: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(change["level"], change["id"], change["message"]) for change in changes]


def test_pages_that_say_the_same_print_nothing(folder: Project) -> None:
    write(folder, {"pets.md": pets(2)}, {"pets.md": pets(2).replace("|---|---|---|---|", "| - | - | - | - |")})
    result = folder.run("diff", "old", "new", "--dialect", "gitlab")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_a_changed_cell_is_a_change_at_the_line_of_the_new_page(folder: Project) -> None:
    new = pets(1).replace("integer | no", "string | yes")
    changes = compare(folder, {"pets.md": pets(1)}, {"pets.md": new})
    assert {change["id"] for change in changes} == {
        "request-parameter-became-required",
        "request-parameter-type-changed",
    }
    assert {(change["source"]["page"], change["source"]["line"]) for change in changes} == {("new/pets.md", 13)}


def test_two_files_are_the_same_page_whatever_they_are_called(folder: Project) -> None:
    write(folder, {"pets-1.md": pets(1)}, {"pets-2.md": pets(1)})
    result = folder.run("diff", "old/pets-1.md", "new/pets-2.md", "--dialect", "gitlab")
    assert (result.returncode, result.stdout) == (0, "")


def test_a_page_that_vanished_is_one_suspect_and_no_removal(folder: Project) -> None:
    changes = compare(folder, {"pets.md": pets(2), "owners.md": OWNERS}, {"owners.md": OWNERS})
    assert facts(changes) == [
        (
            *("risky", "page-vanished"),
            "page old/pets.md is gone: extraction suspect, 2 of 2 operations are missing (listPets0, listPets1)",
        )
    ]
    assert changes[0]["operations"] == ["listPets0", "listPets1"]
    assert changes[0]["source"]["page"] == "old/pets.md"


def test_a_page_under_another_name_is_a_note(folder: Project) -> None:
    changes = compare(folder, {"pets.md": pets(2), "owners.md": OWNERS}, {"animals.md": pets(2), "owners.md": OWNERS})
    assert facts(changes) == [("docs-only", "page-renamed", "page old/pets.md is called new/animals.md now")]


def test_a_page_whose_operations_went_to_other_pages_is_a_note(folder: Project) -> None:
    both = page("Owners", section("owners", "limit"), section("pets0", "limit"))
    changes = compare(folder, {"pets.md": pets(1), "owners.md": OWNERS}, {"owners.md": both})
    assert ("docs-only", "page-renamed") in [(change["level"], change["id"]) for change in changes]
    assert {change["level"] for change in changes} == {"docs-only"}


def test_a_new_page_that_cannot_be_read_is_told(folder: Project) -> None:
    both = {"pets.md": pets(1), "owners.md": OWNERS}
    changes = compare(folder, both, {**both, "note.md": "# A note\n\nNothing to call.\n"})
    assert [(change["level"], change["id"]) for change in changes] == [("risky", "page-unread")]
    assert changes[0]["source"]["page"] == "new/note.md"
    old_note = {**both, "note.md": "# Note\n\nNothing.\n"}
    assert compare(folder, old_note, {**old_note, "note.md": "# Other\n\nNothing.\n"}) == []


def test_a_page_that_moved_and_lost_operations_is_suspect(folder: Project) -> None:
    changes = compare(folder, {"pets.md": pets(4), "owners.md": OWNERS}, {"animals.md": pets(3), "owners.md": OWNERS})
    assert facts(changes) == [
        (
            "risky",
            "page-moved",
            "page old/pets.md is called new/animals.md now: extraction suspect, 1 of 4 operations is missing "
            "(listPets3)",
        )
    ]
    assert changes[0]["source"]["page"] == "new/animals.md"


@pytest.mark.parametrize(
    ("text", "reason"), [("", "found an empty file"), ("# Pets API\n\nMoved.\n", "no operation found")]
)
def test_a_page_that_cannot_be_read_any_more_is_suspect(folder: Project, text: str, reason: str) -> None:
    changes = compare(folder, {"pets.md": pets(2), "owners.md": OWNERS}, {"pets.md": text, "owners.md": OWNERS})
    assert [(change["level"], change["id"]) for change in changes] == [("risky", "page-unreadable")]
    assert reason in changes[0]["message"]
    assert changes[0]["message"].endswith("extraction suspect, 2 of 2 operations are missing (listPets0, listPets1)")


def test_a_page_that_could_not_be_read_before_is_no_news(folder: Project) -> None:
    old = {"pets.md": pets(1), "index.md": "# Index\n"}
    assert compare(folder, old, old) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (2, 1, ["api-path-removed-without-deprecation"]),
        (5, 3, ["api-path-removed-without-deprecation"] * 2),
        (7, 4, ["api-path-removed-without-deprecation"] * 3),
        (4, 1, ["many-removals"]),
        (6, 3, ["many-removals"]),
    ],
)
def test_half_of_a_page_and_three_operations_are_too_many_to_believe(
    folder: Project, before: int, after: int, expected: list[str]
) -> None:
    changes = compare(folder, {"pets.md": pets(before)}, {"pets.md": pets(after)})
    assert [change["id"] for change in changes] == expected
    assert {change["level"] for change in changes} == {"breaking" if len(expected) > 1 or before == 2 else "risky"}


def test_the_same_loss_on_every_page_is_too_much_to_believe(folder: Project) -> None:
    def pages(count: int) -> dict[str, str]:
        names = [f"kind{number}" for number in range(10)]
        return {f"{name}.md": page(name, *(section(f"{name}/{letter}") for letter in "abc"[:count])) for name in names}

    assert facts(compare(folder, pages(3), pages(2))) == [
        (
            *("risky", "many-removals"),
            "10 pages: extraction suspect, 10 of 30 operations are missing "
            "(listKind0C, listKind1C, listKind2C, listKind3C, listKind4C and 5 more)",
        )
    ]


def test_operations_that_are_replaced_by_others_are_removed(folder: Project) -> None:
    old = page("Pets", *(section(f"cats/{name}", name) for name in "abcd"))
    new = page("Pets", *(section(f"ships/{name}", f"x{name}") for name in ("north", "south", "west", "east")))
    found = [change["id"] for change in compare(folder, {"pets.md": old}, {"pets.md": new})]
    assert sorted(set(found)) == ["api-path-removed-without-deprecation", "endpoint-added"]


def test_half_of_a_table_is_too_much_to_believe(folder: Project) -> None:
    names = [f"filter_{letter}" for letter in "abcdefghijklmnopqrst"]
    old, new = (page("Pets", section("pets", *some)) for some in (names, names[:8]))
    assert facts(compare(folder, {"pets.md": old}, {"pets.md": new})) == [
        (
            "risky",
            "many-removals",
            "new/pets.md: extraction suspect, 12 of 20 parameters or properties are missing",
        )
    ]


def test_a_few_rows_less_are_removals(folder: Project) -> None:
    names = [f"filter_{letter}" for letter in "abcdefghij"]
    old, new = (page("Pets", section("pets", *some)) for some in (names, names[:8]))
    changes = compare(folder, {"pets.md": old}, {"pets.md": new})
    assert [change["id"] for change in changes] == ["request-parameter-removed"] * 2


def test_a_new_page_is_named_beside_its_operations(folder: Project) -> None:
    changes = compare(folder, {"pets.md": pets(1)}, {"pets.md": pets(1), "owners.md": OWNERS})
    assert sorted((change["level"], change["id"]) for change in changes) == [
        ("compatible", "endpoint-added"),
        ("compatible", "page-added"),
    ]


def test_the_first_page_with_a_token_does_not_add_authentication(folder: Project) -> None:
    call = '```shell\ncurl --header "PRIVATE-TOKEN: <token>" "https://pets.example.com/api/v4/pets0"\n```\n'
    changes = compare(folder, {"pets.md": pets(1)}, {"pets.md": pets(1) + call})
    assert {change["level"] for change in changes} == {"docs-only"}
    assert {"security-stated", "server-stated"} <= {change["id"] for change in changes}


def test_suspects_fail_at_their_level_and_are_listed_with_the_rules(folder: Project) -> None:
    write(folder, {"pets.md": pets(2), "owners.md": OWNERS}, {"owners.md": OWNERS})
    words = ("diff", "old", "new", "--dialect", "gitlab", "--fail-on")
    assert [folder.run(*words, level).returncode for level in ("breaking", "risky")] == [0, 1]
    assert "page-vanished" in folder.run("diff", "--rules").stdout


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (["old", "nowhere", "--dialect", "gitlab"], 3, "nowhere:1: cannot be read: No such file or directory"),
        (["old", "empty", "--dialect", "gitlab"], 3, "empty:1: expected pages, found none"),
        (["old", "broken", "--dialect", "gitlab"], 3, "broken/pets.md:1: no operation found"),
        (["old", "new", "--dialect", "runes"], 2, "unknown dialect 'runes'"),
        (["old", "--dialect", "gitlab"], 2, "expected two"),
        (["old", "new", "--pages"], 2, "--pages needs --git REV"),
    ],
)
def test_what_cannot_be_compared_is_one_line(folder: Project, words: list[str], code: int, complaint: str) -> None:
    write(folder, {"pets.md": pets(1)}, {"pets.md": pets(1)})
    folder.write("broken/pets.md", "Nothing here.\n")
    (folder.folder / "empty").mkdir()
    result = folder.run("diff", *words)
    assert (result.returncode, result.stdout) == (code, "")
    assert complaint in result.stderr
    assert result.stderr.count("\n") == 1


ROWS = "| Parameter | Mandatory | Type | Description |\n|---|---|---|---|\n"
CREATING = f"""# Creating a Lamp

## URI

POST /v1/lamps

## Request

**Table 2** Request parameters

<a name="d0e1"></a>

{ROWS}| colour | Yes | String | The colour. |
| watts | No | Integer | The power. |

## Response

None
"""
RENEWING = f"""# Renewing a Lamp

## URI

PUT /v1/lamps/{{id}}

**Table 1** URI parameters

{ROWS}| id | Yes | String | Its number. |

## Request

None

## Response

For details, see [Table 2](create.md#d0e1).
"""


def compare_lamps(folder: Project, new: dict[str, str]) -> list[dict[str, Any]]:
    write(folder, {"create.md": CREATING, "renew.md": RENEWING}, new)
    result = folder.run("diff", "old", "new", "--dialect", "huawei", "--format", "json")
    changes: list[dict[str, Any]] = json.loads(result.stdout)["changes"]
    return [change for change in changes if change["id"] not in {"info-changed", "tag-changed"}]


def test_what_other_pages_lose_with_a_page_belongs_to_it(folder: Project) -> None:
    (suspect,) = compare_lamps(folder, {"renew.md": RENEWING})
    assert (suspect["id"], len(suspect["operations"])) == ("page-vanished", 2)
    assert re.search(
        r"1 of 1 operation .*missing .*; \d+ other changes? of 1 operation may come from it: \w", suspect["message"]
    )


def test_links_to_a_page_that_break_with_its_name_belong_to_it(folder: Project) -> None:
    (suspect,) = compare_lamps(folder, {"make.md": CREATING, "renew.md": RENEWING})
    assert (suspect["id"], suspect["level"]) == ("page-moved", "risky")
    assert "its operations are there" in suspect["message"]


def test_a_page_that_itself_changed_is_judged_beside_one_that_vanished(folder: Project) -> None:
    changed = RENEWING.replace("| id | Yes | String", "| id | Yes | Integer")
    found = {change["id"]: change["level"] for change in compare_lamps(folder, {"renew.md": changed})}
    assert found["page-vanished"] == "risky"
    assert found["request-parameter-type-changed"] == "breaking"


def test_names_that_are_numbered_otherwise_belong_to_the_page_that_vanished(folder: Project) -> None:
    other = pets(1).replace("/pets0", "/old/pets0")
    changes = compare(folder, {"a.md": other, "b.md": pets(1)}, {"b.md": pets(1)})
    assert [(change["id"], len(change["operations"])) for change in changes] == [("page-vanished", 2)]
