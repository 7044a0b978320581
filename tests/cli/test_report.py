"""`specwright report`: what was read, and what is wrong, as a page without scripts."""

from __future__ import annotations

import json

from bs4 import BeautifulSoup, Tag

from tests.cli.project import CONFIG, Project

PAGE = "pages/issue_links.txt"


def report(project: Project, *words: str) -> BeautifulSoup:
    result = project.run("report", "-o", "report.html", *words)
    assert result.returncode == 0, result.stderr
    return BeautifulSoup((project.folder / "report.html").read_text(encoding="utf-8"), "lxml")


def rows(soup: BeautifulSoup, heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its header."""
    title = soup.find(lambda tag: tag.name in ("h3", "h4") and tag.get_text() == heading)
    assert isinstance(title, Tag)
    table = title.find_next("table")
    assert isinstance(table, Tag)
    found = [[" ".join(cell.get_text(" ").split()) for cell in row.find_all("td")] for row in table.find_all("tr")]
    return [row for row in found if row]


def test_every_finding_of_lint_stands_there_with_its_line(project: Project) -> None:
    findings = json.loads(project.run("lint", "--format", "json").stdout)
    found = rows(report(project), PAGE)
    assert findings
    assert sorted((row[0], row[1], row[2]) for row in found) == sorted(
        (str(finding["line"]), finding["severity"], finding["code"]) for finding in findings
    )
    text = (project.folder / PAGE).read_text(encoding="utf-8").splitlines()
    for finding in findings:
        (row,) = (row for row in found if row[0] == str(finding["line"]) and row[2] == finding["code"])
        assert " ".join(finding["message"].split()) in row[3]
        assert row[3].endswith(" ".join(text[finding["line"] - 1].split()))


def test_every_operation_stands_there_with_its_place(project: Project) -> None:
    assert project.run("build").returncode == 0
    found = rows(report(project), "Operations")
    assert [row[1] for row in found] == [
        f"{method} /projects/{{id}}/issues/{{issue_iid}}/links{rest}"
        for method, rest in (("GET", ""), ("POST", ""), ("DELETE", "/{issue_link_id}"))
    ]
    assert all(row[3].startswith(f"{PAGE}:") for row in found)


def test_a_page_is_measured_as_scrape_does(project: Project) -> None:
    scrape = project.run("scrape", PAGE, "--dialect", "gitlab", "-o", "o.yaml", "--report", "--format", "json")
    quality = json.loads(scrape.stdout)["report"]["pages"][PAGE]
    ((name, operations, facts, _, _, lines, unread, findings, state),) = rows(report(project), "Pages")
    assert (name, state) == (PAGE, "")
    assert [int(number) for number in (operations, facts, lines, unread, findings)] == [
        *(quality[key] for key in ("operations", "facts", "lines", "unread")),
        sum(quality["diagnostics"].values()),
    ]


def test_findings_about_overlays_stand_under_their_file(project: Project) -> None:
    project.write("specwright.toml", CONFIG + 'overlays = ["fix.yaml"]\n')
    project.write(
        "fix.yaml",
        f"overlay: 1.0.0\nx-page: {PAGE}\nactions:\n- {{target: $.info, description: why, update: {{}}}}\n"
        "- {target: $.nothing, description: why, update: {}}\n",
    )
    found = rows(report(project), "fix.yaml")
    assert [row[:3] for row in found] == [
        ["4", "warning", "unneeded-correction"],
        ["5", "error", "correction-without-target"],
    ]


def test_what_a_page_says_is_no_markup_and_its_address_no_script(project: Project) -> None:
    text = (project.folder / PAGE).read_text(encoding="utf-8")
    hostile = "</td><script>alert(1)</script><img src=x onerror=alert(1)>"
    project.write(
        PAGE, text.replace("List issue relations", f"List {hostile}").replace('"id" : 84,', f'"id" : {hostile}')
    )
    project.write(
        "specwright.toml", CONFIG + f'title = "{hostile}"\n[api.links.page_urls]\n"{PAGE}" = "https://a.example/x"\n'
    )
    soup = report(project)
    assert soup.find_all(["script", "img", "link", "iframe", "object"]) == []
    assert hostile in soup.get_text()
    outside = [anchor["href"] for anchor in soup.find_all("a") if not str(anchor["href"]).startswith("#")]
    assert outside == ["https://a.example/x"]
    anchors = {str(tag["id"]) for tag in soup.find_all(id=True)}
    assert {str(anchor["href"])[1:] for anchor in soup.find_all("a") if str(anchor["href"]).startswith("#")} <= anchors
    (policy,) = (meta["content"] for meta in soup.find_all("meta", {"http-equiv": "Content-Security-Policy"}))
    assert "default-src 'none'" in policy
    assert "script" not in policy


def test_the_same_pages_give_the_same_bytes_on_stdout_and_in_a_file(project: Project) -> None:
    report(project)
    result = project.run("report", "links", "--no-cache")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.encode() == (project.folder / "report.html").read_bytes()


def test_a_name_that_is_no_api_is_wrong_usage(project: Project) -> None:
    result = project.run("report", "nothing")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)


def test_a_report_never_overwrites_what_it_is_about(project: Project) -> None:
    before = project.snapshot()
    for name in (PAGE, "specwright.toml"):
        result = project.run("report", "-o", f"./{name}")
        assert (result.returncode, result.stderr) == (
            2,
            f"error: {name} would be overwritten; expected an output of its own\n",
        )
    assert project.snapshot() == before


def test_several_pages_have_a_row_for_all(project: Project) -> None:
    assert not [row for row in rows(report(project), "Pages") if row[0] == "in all"]
    text = (project.folder / PAGE).read_text(encoding="utf-8")
    project.write("pages/second.txt", text.replace("/links", "/others"))
    found = rows(report(project), "Pages")
    assert found[-1][0] == "in all"
    assert int(found[-1][1]) == sum(int(row[1]) for row in found[:-1]) == 6
