"""The nightly refresh, run for real: pages from a server, commits, a push, and a pull request by a stand-in of gh."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.ci.steps import TEMPLATES, Runner, load_steps
from tests.generator.threaded_server import running

PAGE = "pages/example/lamps.md"
BRANCH = "specwright/refresh"
CREATED = f"pr create --head {BRANCH} --base main --title The documentation has changed --body-file"
OVERLAY = f"""overlay: 1.1.0
info:
  title: Corrections
  version: 1.0.0
x-page: {PAGE}
actions:
- target: $.components.schemas.AddLampRequest.properties.watts
  description: No lamp draws less than nothing.
  update:
    minimum: 0
"""
LISTED = f"pr list --head {BRANCH} --state open --json number --jq .[0].number"
EXPRESSIONS = {"github.token": "t0ken", "github.ref_name": "main"}


class QuietHandler(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".md": "text/markdown; charset=utf-8"}

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(runner: Runner, tmp_path: Path) -> Iterator[Path]:
    """The vendor's page, behind the URL that the project's configuration has; the project has been fetched once."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "lamps.md").write_bytes((runner.folder / PAGE).read_bytes())
    with running(ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))) as server:
        url = f"http://127.0.0.1:{server.server_port}/{{stem}}.md"
        config = runner.folder / "specwright.toml"
        config.write_text(
            config.read_text() + f'\n[api.example.page_urls]\n"{PAGE}" = "{url}"\n\n[fetch]\ninterval = 0\n'
        )
        runner.specwright("fetch")
        runner.specwright("build")
        runner.commit_all("Name the URLs")
        yield folder


@pytest.fixture
def origin(runner: Runner, tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "origin.git"], check=True)
    runner.git("remote", "add", "origin", str(tmp_path / "origin.git"))
    return tmp_path / "origin.git"


def refresh(runner: Runner) -> int:
    """Every step until one fails."""
    ready = Runner(runner.folder, runner.temporary, EXPRESSIONS)
    for step in load_steps(TEMPLATES / "github-refresh.yml", "refresh"):
        result = ready.run(step)
        if result.returncode:
            return result.returncode
    return 0


def branches(origin: Path) -> list[str]:
    found = subprocess.run(
        ["git", "--git-dir", origin, "branch", "--format", "%(refname:short)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout.split()


def commits(runner: Runner) -> list[tuple[str, list[str]]]:
    """Message and files of each new commit, the oldest first."""
    found = []
    for commit in runner.git("rev-list", "--reverse", f"main..{BRANCH}").split():
        files = runner.git("show", "--name-only", "--format=", commit).splitlines()
        found.append((runner.git("show", "--no-patch", "--format=%s", commit), files))
    return found


def body(runner: Runner) -> str:
    return (runner.temporary / "body.md").read_text()


def edit(site: Path, old: str, new: str) -> None:
    page = site / "lamps.md"
    assert old in page.read_text()
    page.write_text(page.read_text().replace(old, new, 1))


def test_nothing_is_opened_when_nothing_changed(runner: Runner, site: Path, origin: Path) -> None:
    assert refresh(runner) == 0
    assert (branches(origin), runner.calls("gh")) == ([], [LISTED])


def test_a_change_that_the_vendor_takes_back_closes_the_pull_request(runner: Runner, site: Path, origin: Path) -> None:
    edit(site, "| `per_page` | integer | No ", "| `per_page` | integer | Yes")
    assert refresh(runner) == 0
    runner.git("switch", "--quiet", "main")
    edit(site, "| `per_page` | integer | Yes", "| `per_page` | integer | No ")
    assert refresh(runner) == 0
    assert runner.calls("gh")[-1].startswith("pr close 7 --comment The pages say again what they said before")
    assert branches(origin) == []
    runner.git("switch", "--quiet", "main")
    assert refresh(runner) == 0
    assert runner.calls("gh")[-1] == LISTED


def test_a_pull_request_stays_open_while_its_page_is_not_to_be_had(runner: Runner, site: Path, origin: Path) -> None:
    edit(site, "| `per_page` | integer | No ", "| `per_page` | integer | Yes")
    assert refresh(runner) == 0
    opened = (origin / "refs/heads" / BRANCH).read_text()
    runner.git("switch", "--quiet", "main")
    (site / "lamps.md").unlink()
    assert refresh(runner) == 1
    assert runner.calls("gh")[-1] == LISTED
    assert (origin / "refs/heads" / BRANCH).read_text() == opened


def test_a_changed_page_is_a_pull_request_with_the_report(runner: Runner, site: Path, origin: Path) -> None:
    edit(site, "| `per_page` | integer | No ", "| `per_page` | integer | Yes")
    assert refresh(runner) == 0
    assert branches(origin) == [BRANCH]
    (pages, saved), (generated, written) = commits(runner)
    assert (pages, generated) == ("Refresh the saved pages", "Regenerate documents and packages")
    assert PAGE in saved
    assert all(name.startswith("pages/") for name in saved)
    assert "spec/documents/example.yaml" in written
    assert all(name.startswith(("spec/", "generated/")) for name in written)
    listed, created = runner.calls("gh")
    assert listed == LISTED
    assert created == f"{CREATED} {runner.temporary}/body.md"
    assert "per_page" in body(runner)
    assert body(runner) == runner.summary


def test_an_open_pull_request_is_updated(runner: Runner, site: Path, origin: Path) -> None:
    edit(site, "| `per_page` | integer | No ", "| `per_page` | integer | Yes")
    assert refresh(runner) == 0
    runner.git("switch", "--quiet", "main")
    edit(site, "| integer | No       | The power", "| string  | No       | The power")
    assert refresh(runner) == 0
    assert runner.calls("gh")[-1] == f"pr edit 7 --body-file {runner.temporary}/body.md"
    assert "watts" in body(runner)


def test_wording_alone_is_no_change_of_the_contract(runner: Runner, site: Path, origin: Path) -> None:
    edit(site, "An invented API,", "An API that nobody has,")
    assert refresh(runner) == 0
    assert [message for message, _ in commits(runner)] == [
        "Refresh the saved pages",
        "Regenerate documents and packages",
    ]
    assert "breaking" not in body(runner).lower().replace("0 breaking", "")


def test_text_of_a_page_is_never_run(runner: Runner, site: Path, origin: Path) -> None:
    attack = "$(touch pwned) `touch pwned` '; touch pwned; ' ${{ github.token }} \" && touch pwned"
    edit(site, "The power that the lamp draws.", f"The power. {attack}")
    edit(site, "# Lamps API", f"# Lamps {attack}")
    assert refresh(runner) == 0
    assert not list(runner.folder.rglob("pwned"))
    assert not list(runner.temporary.rglob("pwned"))


def test_a_page_that_is_no_page_any_more_is_red_and_replaces_nothing(runner: Runner, site: Path, origin: Path) -> None:
    before = (runner.folder / PAGE).read_bytes()
    (site / "lamps.md").write_text("# Please sign in\n\nUse your account.\n")
    assert refresh(runner) == 1
    assert (runner.folder / PAGE).read_bytes() == before
    assert body(runner).startswith("**`specwright fetch` has complaints:**\n\n    pages/example/lamps.md: error ")
    assert runner.summary == body(runner)
    assert runner.calls("gh") == [LISTED]
    assert not [name for _, files in commits(runner) for name in files if ".rejected" in name]


def test_a_vanished_page_is_red(runner: Runner, site: Path, origin: Path) -> None:
    (site / "lamps.md").unlink()
    assert refresh(runner) == 1
    assert f"    {PAGE}: error page-vanished: " in body(runner)
    assert "If a page is gone for good, delete it." in body(runner)
    assert body(runner).endswith("\n\nThe pages that were taken do not change the contract.\n")


def test_a_build_that_fails_is_red_and_shown_with_the_page(runner: Runner, site: Path, origin: Path) -> None:
    edit(site, "GET /rooms/:room_id/lamps\n", "GET /rooms/../lamps\n")
    assert refresh(runner) == 1
    assert [message for message, _ in commits(runner)] == ["Refresh the saved pages"]
    assert runner.calls("gh")[-1].startswith("pr create")
    assert body(runner).startswith(
        "**`specwright build` failed, documents and packages are those of before:**\n\n    error"
    )
    assert "The contract has not changed." not in body(runner)


def test_a_build_that_fails_leaves_the_report_of_the_pages(runner: Runner, site: Path, origin: Path) -> None:
    edit(site, "| `per_page` | integer | No ", "| `per_page` | integer | Yes")
    (runner.folder / "generated/example/src/example/_client.py").write_text("# by hand\n")
    runner.commit_all("Edit a file by hand")
    assert refresh(runner) == 1
    assert "found one edited by hand" in body(runner)
    assert "per_page" in body(runner)
    assert "\n\nThis is what the pages say now.\n\n## API changes\n" in body(runner)


def test_a_build_that_fails_for_a_correction_does_not_say_that_nothing_changed(
    runner: Runner, site: Path, origin: Path
) -> None:
    correct_watts(runner)
    edit(site, "| `watts`   | integer | No ", "| `power`   | integer | No ")
    assert refresh(runner) == 1
    assert "    error: spec/overlays/example.yaml:7: " in body(runner)
    assert body(runner).endswith("\n\nWhat has changed is not known: the pages cannot be compared.\n")
    assert "The contract has not changed." not in body(runner)


def correct_watts(runner: Runner) -> None:
    """An overlay that needs `watts` in the answer, in the configuration and in what is built."""
    config = runner.folder / "specwright.toml"
    config.write_text(config.read_text().replace("# overlays = ", "overlays = "))
    overlay = runner.folder / "spec/overlays/example.yaml"
    overlay.parent.mkdir()
    overlay.write_text(OVERLAY)
    runner.specwright("build")
    runner.commit_all("Correct a page")


def test_a_project_without_urls_has_nothing_to_do(runner: Runner, origin: Path) -> None:
    assert refresh(runner) == 0
    assert (branches(origin), runner.calls("gh")) == ([], [LISTED])


def test_a_broken_configuration_is_red_at_once(runner: Runner, origin: Path) -> None:
    (runner.folder / "specwright.toml").write_text("[api.example]\n")
    assert refresh(runner) == 3
    assert branches(origin) == []


def test_a_long_report_is_cut_before_the_limit_of_the_service(runner: Runner, site: Path, origin: Path) -> None:
    (runner.temporary / "base").write_text(runner.git("rev-parse", "HEAD"))
    (runner.temporary / "fetch-status").write_text("1")
    (runner.temporary / "build-status").write_text("0")
    (runner.temporary / "fetch.txt").write_text(f"{'about a page ' * 60}\n" * 5000)
    steps = load_steps(TEMPLATES / "github-refresh.yml", "refresh")
    (report,) = [step for step in steps if step["name"] == "Report what changed"]
    assert runner.run(report).returncode == 0
    assert 59_000 < len(body(runner)) < 60_200
    assert body(runner).count("about a page") < 100 * 60
    assert body(runner).endswith("\nThe rest is too long to show.\n")


def check_out(runner: Runner) -> None:
    """The default branch, as somebody has it who was not on the machine of the workflow."""
    runner.git("switch", "--quiet", "main")
    runner.git("clean", "-fdx", "--quiet")


def test_a_rejected_page_is_accepted_in_a_checkout(runner: Runner, site: Path, origin: Path) -> None:
    page = site / "lamps.md"
    page.write_text(page.read_text().partition("## Add a lamp")[0])
    assert refresh(runner) == 1
    assert "error layout-changed" in body(runner)
    check_out(runner)
    script = f"specwright fetch || test $? -eq 1; specwright fetch --accept {PAGE}; specwright build"
    assert runner.run_script(script, "sh", "-e", env={}).returncode == 0
    runner.commit_all("Accept the page")
    assert refresh(runner) == 0
    assert runner.calls("gh")[-1] == LISTED


def test_a_page_that_is_gone_for_good_is_retired_in_a_checkout(runner: Runner, site: Path, origin: Path) -> None:
    other = PAGE.replace("lamps", "chairs")
    (site / "chairs.md").write_text((site / "lamps.md").read_text().replace("amp", "hair"))
    config = runner.folder / "specwright.toml"
    config.write_text(config.read_text().replace(f'"{PAGE}" = ', '"pages/example/*.md" = '))
    (runner.folder / other).write_bytes((site / "chairs.md").read_bytes())
    runner.specwright("fetch")
    runner.specwright("build")
    runner.commit_all("Document chairs")
    (site / "chairs.md").unlink()
    assert refresh(runner) == 1
    check_out(runner)
    (runner.folder / other).unlink()
    assert runner.run_script("specwright fetch; specwright build", "sh", "-e", env={}).returncode == 0
    assert "hair" not in (runner.folder / "pages/example/example.snapshots.json").read_text()
    assert "hair" not in (runner.folder / "spec/documents/example.yaml").read_text()
    runner.commit_all("Retire the page")
    assert refresh(runner) == 0


def test_a_change_that_was_accepted_on_the_default_branch_is_shown_as_such(
    runner: Runner, site: Path, origin: Path
) -> None:
    edit(site, "| `per_page` | integer | No ", "| `per_page` | integer | Yes")
    assert refresh(runner) == 0
    words = "--baseline drift.yaml --baseline-update --reason 'Agreed: they send it.'"
    assert runner.run_script(f"specwright diff --git main {words}", "sh", "-e", env={}).returncode == 0
    accepted = (runner.folder / "drift.yaml").read_bytes()
    check_out(runner)
    (runner.folder / "drift.yaml").write_bytes(accepted)
    runner.commit_all("Accept the change")
    assert refresh(runner) == 0
    assert "Accepted (1)" in body(runner)
    assert "### Breaking" not in body(runner)
