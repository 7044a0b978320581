# ruff: noqa: E501  (one case per line)
from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.config import ConfigError, FetchConfig, UnknownApiError, load_config, load_drift_config
from tests.cli.project import REPOSITORY


def write_config(folder: Path, text: str) -> Path:
    for name in ("pages/a.txt", "pages/b.txt", "overlay.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    (folder / "loop").symlink_to("loop")
    path = folder / "specwright.toml"
    path.write_text(text, encoding="utf-8")
    return path


LONG = "a" * 5000
MINIMAL = '[api.a]\ndialect = "gitlab"\npages = ["pages/*.txt"]\n'


def test_defaults_are_filled_in_and_globs_are_sorted(tmp_path: Path) -> None:
    (api,) = load_config(write_config(tmp_path, MINIMAL)).apis
    assert [page.name for page in api.pages] == ["pages/a.txt", "pages/b.txt"]
    assert api.document == tmp_path / "spec/documents/a.yaml"
    assert api.source_map == tmp_path / "spec/documents/a.sourcemap.json"
    assert api.package == tmp_path / "generated/a"


def test_a_page_that_two_globs_match_is_read_once(tmp_path: Path) -> None:
    (api,) = load_config(
        write_config(tmp_path, '[api.a]\ndialect = "gitlab"\npages = ["pages/b.txt", "./pages/*.txt"]')
    ).apis
    assert [page.name for page in api.pages] == ["pages/a.txt", "pages/b.txt"]


def test_page_urls_match_by_glob_and_the_first_wins(tmp_path: Path) -> None:
    urls = '[api.a.page_urls]\n"pages/b.txt" = "https://b"\n"pages/*.txt" = "https://docs/{stem}.html"\n'
    (api,) = load_config(write_config(tmp_path, MINIMAL + urls)).apis
    assert api.page_urls == (("pages/a.txt", "https://docs/a.html"), ("pages/b.txt", "https://b"))


LEVELS = '[drift.levels]\nendpoint-added = "risky"\ndescription-changed = "ignore"\n'


def test_rules_may_have_levels_of_the_project(tmp_path: Path) -> None:
    drift = load_config(write_config(tmp_path, MINIMAL + LEVELS)).drift
    assert drift.levels == (("description-changed", "ignore"), ("endpoint-added", "risky"))


def test_levels_are_read_without_the_pages(tmp_path: Path) -> None:
    path = write_config(tmp_path, MINIMAL.replace("*.txt", "*.htm") + LEVELS)
    assert len(load_drift_config(path).levels) == 2
    with pytest.raises(ConfigError, match="matches no file"):
        load_config(path)


def test_servers_know_their_lines(tmp_path: Path) -> None:
    servers = 'servers = [\n  "https://one",\n  "https://two",\n]\n'
    (api,) = load_config(write_config(tmp_path, MINIMAL + servers)).apis
    assert api.servers == (("https://one", 5), ("https://two", 6))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "at least one section"),
        ("[api.a\n", 1, "expected TOML"),
        ('[api.a]\ndialect = "x\n', 2, "expected TOML"),
        ("[apis.a]\n", 1, "unknown key 'apis', expected one of: api, fetch, drift; did you mean 'api'?"),
        ("\n[api.a]\npages = []\n", 2, "expected the key 'dialect'"),
        ('[api.a]\ndialect = "gitlab"\n', 1, "expected the key 'pages'"),
        ('[api.a]\ndialect = "gitlab"\npages = []\n', 3, "at least one file or glob"),
        ('[api.a]\ndialect = "gitlab"\npages = "pages/*.txt"\n', 3, "expected a list of texts under 'pages'"),
        ('[api.a]\ndialect = "gitlab"\npages = [1]\n', 3, "expected a list of texts under 'pages'"),
        ('[api.a]\ndialect = 3\npages = ["pages/*.txt"]\n', 2, "expected a text under 'dialect'"),
        ('[api.a]\ndialect = ""\npages = ["pages/*.txt"]\n', 2, "expected a text under 'dialect'"),
        ('[api.a]\ndialect = "gitlab"\npages = [\n  "pages/*.txt",\n  "nope/*.txt",\n]\n', 5, "'nope/*.txt' matches no file"),
        ('[api.a]\ndialect = "gitlab"\npages = ["pages"]\n', 3, "'pages' matches no file"),
        ('[api.a]\ndialect = "gitlab"\npages = ["/etc/*"]\n', 3, "expected a path relative to"),
        ('[api.a]\ndialect = "gitlub"\npages = ["pages/*.txt"]\n', 2, "unknown dialect 'gitlub', expected one of: coding, "),
        ('[api.a]\ndialect = "../x"\npages = ["pages/*.txt"]\n', 2, "unknown dialect '../x'"),
        (MINIMAL + 'titel = "T"\n', 4, "unknown key 'titel'"),
        (MINIMAL + 'titel = "T"\n', 4, "did you mean 'title'?"),
        (MINIMAL + '"a\\nb" = "T"\n', 4, r"unknown key 'a\nb'"),
        (MINIMAL + 'overlays = ["missing.yaml"]\n', 4, "expected a file, but 'missing.yaml' is none"),
        (MINIMAL + 'document = "a.json"\n', 4, "ends in .yaml"),
        (MINIMAL + "page_urls = 3\n", 4, "expected a table under 'page_urls'"),
        (MINIMAL + '[api.a.page_urls]\n"pages/a.txt" = "ftp://x"\n', 5, "expected a URL"),
        (MINIMAL + '[api.a.page_urls]\n"pages/z.txt" = "https://x"\n', 5, "matches none of 'pages'"),
        (MINIMAL + MINIMAL.replace("api.a", "api.b") + 'package = "generated/a"\n', 7, "[api.a] writes to"),
        (MINIMAL + MINIMAL.replace("api.a", "api.b") + 'package = "generated/a/b"\n', 7, "[api.a] writes to"),
        (MINIMAL + MINIMAL.replace("api.a", "api.b") + 'document = "spec/x/../documents/a.yaml"\n', 7, "[api.a] writes to"),
        (MINIMAL + 'document = "same.yaml"\npackage = "same.yaml"\n', 5, "[api.a] writes to"),
        (MINIMAL + 'servers = [\n  "https://h",\n  "not a url",\n]\n', 6, "expected a URL, found 'not a url'"),
        (MINIMAL + 'servers = ["https://h/{a b}"]\n', 4, "expected a URL, found 'https://h/{a b}'"),
        (MINIMAL + 'servers = ["https://h/{a"]\n', 4, "expected a URL"),
        (MINIMAL + 'servers = ["https://"]\n', 4, "expected a URL"),
        (MINIMAL + '[api.a.page_urls]\n"pages/a.txt" = "https://x y"\n', 5, "expected a URL"),
        (MINIMAL + '[api.a.page_urls]\n"pages/a.txt" = "https://x/{name}"\n', 5, "expected a URL"),
        (MINIMAL + 'document = "overlay.yaml"\noverlays = ["overlay.yaml"]\n', 4, "[api.a] reads 'overlay.yaml'"),
        (MINIMAL + 'document = "x/../overlay.yaml"\noverlays = ["./overlay.yaml"]\n', 4, "[api.a] reads 'overlay.yaml'"),
        (MINIMAL + 'package = "pages"\n', 4, "expected a package of its own, but [api.a] reads 'pages/a.txt'"),
        (MINIMAL + 'package = "pages/a.txt/x"\n', 4, "[api.a] reads 'pages/a.txt'"),
        (MINIMAL + 'package = "."\n', 4, "specwright.toml is this file"),
        (MINIMAL + MINIMAL.replace("api.a", "api.b") + 'package = "pages"\n', 7, "[api.a] reads 'pages/a.txt'"),
        (MINIMAL + 'document = "a\\u0000.yaml"\n', 4, "expected a place to write to, but 'a\\x00.yaml' is none"),
        (MINIMAL + 'package = "a\\u0000b"\n', 4, "expected a place to write to, but 'a\\x00b' is none"),
        (MINIMAL + 'package = "loop"\n', 4, "expected a place to write to, but 'loop' is none"),
        (MINIMAL + f'overlays = ["{LONG}"]\n', 4, "expected a file, but "),
        (MINIMAL + 'overlays = ["a\\u0000"]\n', 4, "expected a file, but "),
        (MINIMAL + 'overlays = ["loop"]\n', 4, "expected a file, but 'loop' is none"),
        (f'[api.a]\ndialect = "gitlab"\npages = ["{LONG}", "a\\u0000"]\n', 3, "matches no file"),
        (f'[api.a]\ndialect = "{LONG}"\npages = ["pages/*.txt"]\n', 2, "unknown dialect"),
        (MINIMAL + '[api.a.page_urls]\n"pages/a.txt" = "https://me:secret@x/a"\n', 5, "expected a URL without credentials; fetch_headers is for them"),
        (MINIMAL + '[api.a.page_urls]\n"pages/new.txt" = "https://x/a"\n', 5, "matches none of 'pages'; `specwright fetch` saves the pages that are missing"),
        ('[api.a]\ndialect = "gitlab"\npages = ["new/*.txt"]\npage_urls = { "new/a.txt" = "https://x/a" }\n', 3, "matches no file; `specwright fetch` saves"),
        (MINIMAL + 'hosts = [\n  "cdn.example.com",\n  "https://x",\n]\n', 6, "expected a host such as docs.example.com or docs.example.com:8443, found 'https://x'"),
        (MINIMAL + 'hosts = ["me@x"]\n', 4, "expected a host"),
        (MINIMAL + 'hosts = ["*.example.com"]\n', 4, "expected a host"),
        (MINIMAL + 'hosts = "x"\n', 4, "expected a list of texts under 'hosts'"),
        (MINIMAL + '[api.a.fetch_headers]\n"Accept\\n" = "A"\n', 5, "expected a header that a request may choose"),
        (MINIMAL + '[api.a.fetch_headers]\nHost = "A"\n', 5, "expected a header that a request may choose, found 'Host'"),
        (MINIMAL + '[api.a.fetch_headers]\nCookie = "session=1"\n', 5, "expected the name of the environment variable that has 'Cookie'"),
        (MINIMAL + "[drift]\nlevel = 1\n", 5, "unknown key 'level', expected one of: levels; did you mean 'levels'?"),
        (MINIMAL + "[drift]\nlevels = 1\n", 5, "expected a table under 'levels'"),
        (
            MINIMAL + '[drift.levels]\ndescription-changed = "ignore"\ndescription-chnged = "ignore"\n',
            6,
            "unknown rule 'description-chnged'; `specwright diff --rules` lists them; did you mean 'description-changed'?",
        ),
        (
            MINIMAL + '[drift.levels]\ndescription-changed = "error"\n',
            5,
            "expected one of breaking, risky, compatible, docs-only, ignore under 'description-changed', found 'error'",
        ),
        (MINIMAL + "[drift.levels]\ndescription-changed = []\n", 5, "found []"),
        (MINIMAL + "[fetch]\nrate = 1\n", 5, "unknown key 'rate', expected one of: contact, interval, timeout, max_bytes"),
        (MINIMAL + "[fetch]\ninterval = -1\n", 5, "expected a number from 0 to 3600 under 'interval', found -1"),
        (MINIMAL + "[fetch]\ninterval = nan\n", 5, "expected a number from 0 to 3600"),
        (MINIMAL + "[fetch]\ninterval = true\n", 5, "expected a number from 0 to 3600"),
        (MINIMAL + "[fetch]\ntimeout = 0\n", 5, "expected a number from 0.1 to 3600"),
        (MINIMAL + "[fetch]\nmax_bytes = 1.5\n", 5, "expected a number from 1 to 33554432"),
        (MINIMAL + "[fetch]\nmax_bytes = 33554433\n", 5, "expected a number from 1 to 33554432"),
        (MINIMAL + '[fetch]\ncontact = "me\\r\\nX: 1"\n', 5, "expected a mail address or URL"),
        ("fetch = 3\n" + MINIMAL, 1, "expected a table under 'fetch'"),
        ('[api."../x"]\n', 1, "expected an API name"),
        ("api = 3\n", 1, "expected a table under 'api'"),
        ("[api]\na = 3\n", 2, "expected a table under 'a'"),
        ('api.a.dialect = "gitlab"\napi.a.pages = ["nope"]\n', 2, "matches no file"),
        ('[api]\na = { dialect = "gitlab", pages = ["nope"] }\n', 2, "matches no file"),
    ],
)  # fmt: skip
def test_a_complaint_names_file_line_and_expectation(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(write_config(tmp_path, text))
    message = str(caught.value)
    assert message.startswith(f"{(tmp_path / 'specwright.toml').as_posix()}:{line}: ")
    assert words in message
    assert "\n" not in message


def test_no_complaint_shows_what_may_be_a_secret(tmp_path: Path) -> None:
    urls = '[api.a.page_urls]\n"pages/a.txt" = "https://me:secret@x/a"\n'
    headers = '[api.a.fetch_headers]\nAuthorization = "Bearer secret"\n'
    for text in (urls, headers):
        with pytest.raises(ConfigError) as caught:
            load_config(write_config(tmp_path / str(len(text)), MINIMAL + text))
        assert "secret" not in str(caught.value)


def test_settings_of_fetching_have_defaults(tmp_path: Path) -> None:
    config = load_config(write_config(tmp_path, MINIMAL))
    assert config.fetch == FetchConfig(contact="", interval=1.0, timeout=60.0, max_bytes=32 * 1024 * 1024)
    assert (config.apis[0].hosts, config.apis[0].fetch_headers) == ((), ())


def test_settings_of_fetching_are_read(tmp_path: Path) -> None:
    fetching = '[fetch]\ncontact = "docs@example.com"\ninterval = 0.5\ntimeout = 5\nmax_bytes = 1_000\n'
    api = 'hosts = ["cdn.example.com", "127.0.0.1:8080", "[::1]:80"]\n[api.a.fetch_headers]\nCookie = "DOCS_COOKIE"\n'
    config = load_config(write_config(tmp_path, fetching + MINIMAL + api))
    assert config.fetch == FetchConfig("docs@example.com", 0.5, 5, 1000)
    assert config.apis[0].hosts == ("cdn.example.com", "127.0.0.1:8080", "[::1]:80")
    assert config.apis[0].fetch_headers == (("Cookie", "DOCS_COOKIE"),)


@pytest.mark.parametrize(
    ("pages", "place"),
    [
        ('["pages/*.txt"]', "pages/a.snapshots.json"),
        ('["pages/a.txt", "*.yaml"]', "pages/a.snapshots.json"),
        ('["**/*.txt"]', "a.snapshots.json"),
        ('["overlay.yaml"]', "a.snapshots.json"),
    ],
)
def test_snapshots_are_listed_where_the_first_pages_are(tmp_path: Path, pages: str, place: str) -> None:
    (api,) = load_config(write_config(tmp_path, f'[api.a]\ndialect = "gitlab"\npages = {pages}\n')).apis
    assert api.snapshots == tmp_path / place


def test_neither_the_list_of_snapshots_nor_what_was_rejected_is_a_page(tmp_path: Path) -> None:
    path = write_config(tmp_path, '[api.a]\ndialect = "gitlab"\npages = ["pages/**"]\n')
    (tmp_path / "pages/a.snapshots.json").write_text("{}")
    (tmp_path / "pages/.rejected").mkdir()
    (tmp_path / "pages/.rejected/a.txt").write_text("x")
    (api,) = load_config(path).apis
    assert [page.name for page in api.pages] == ["pages/a.txt", "pages/b.txt"]


def test_pages_that_are_to_be_fetched_may_be_missing(tmp_path: Path) -> None:
    urls = '[api.a.page_urls]\n"pages/new.txt" = "https://x/new"\n"pages/*.txt" = "https://x/{stem}.html"\n'
    (api,) = load_config(write_config(tmp_path, MINIMAL + urls), fetching=True).apis
    assert [page.name for page in api.pages] == ["pages/a.txt", "pages/b.txt", "pages/new.txt"]
    assert api.page_urls[2] == ("pages/new.txt", "https://x/new")


def test_a_missing_page_that_no_pattern_would_find_is_a_complaint(tmp_path: Path) -> None:
    path = write_config(tmp_path, MINIMAL + '[api.a.page_urls]\n"pages/new.md" = "https://x/new"\n')
    with pytest.raises(ConfigError, match=re.escape("'pages/new.md' matches none of 'pages'")):
        load_config(path, fetching=True)


def test_bytes_that_are_no_text_are_a_complaint_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "specwright.toml"
    path.write_bytes(b"[api.a]\n# \xff\n")
    with pytest.raises(ConfigError, match=re.escape("specwright.toml:2: expected UTF-8")):
        load_config(path)


def test_a_missing_configuration_points_to_init(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="`specwright init` writes one"):
        load_config(tmp_path / "specwright.toml")


def test_an_unknown_api_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UnknownApiError, match=r"unknown API 'b'; .* has: a"):
        load_config(write_config(tmp_path, MINIMAL)).select(["b"])


def test_documentation_and_program_know_the_same_keys(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs/configuration.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    with pytest.raises(ConfigError) as caught:
        load_config(write_config(tmp_path, MINIMAL + "zzz = 1\n"))
    listed = str(caught.value).split("expected one of: ")[1]
    assert documented == listed.split(", ")
