"""The parts of the documentation that the program knows best: `python -m generator.reference docs`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from spec.diagnostics import CATALOGUE

WIDTH = 96

_CLI_INTRO = """\
# The command line

Results go to stdout; findings that are not the result, complaints and progress go to stderr. Bad input is answered
with one line, `error: file:line: what was expected`, never with a traceback.

| exit code | meaning |
| --- | --- |
| 0 | clean |
| 1 | `lint`, `fetch`, `diff`, `check`: findings; `scrape`: skipped pages; `--check`: stale files; no valid document |
| 2 | wrong usage: an unknown command, option, API name, dialect name or fact; nothing to fetch |
| 3 | a page, document, overlay or specwright.toml cannot be read, or an output cannot be written |
| 130 | interrupted with Ctrl-C |

`--format json` gives the result of a command to other programs. The exit codes are the same.

Output is written to temporary names beside its final place and then moved: no file is ever half-written, and a
command that fails or is interrupted leaves earlier output as it was. Where a command is killed, the same command again
completes the output.

## Pages

`build`, `scrape` and `lint` read pages in several processes where there are enough of them (`--jobs`), and keep
what was read of each until the page, the dialect or the program changes: in `.specwright/pages` beside
specwright.toml, else in `specwright/pages` below `XDG_CACHE_HOME` or `~/.cache`. `--no-cache` does without.
After Ctrl-C, the same command reads only what was not read yet. What is kept can be deleted at any time; what
nobody used for a month goes by itself.

A page that is missing, empty, binary, larger than 32 MB, in no known encoding, or of another dialect is an
error with its page and line (`unreadable-page`, `no-operation`), and so is one on which a dialect fails
(`reading-fault`). `scrape` and `lint` go on with the other pages; only where none is left, they exit 3. A
`build` needs every page of an API, and exits 3 otherwise: its operations would vanish from document and package
without a word. Where another dialect reads more than twice as much of a page, that is the warning `other-layout`;
where it does of most pages, `scrape` says so and exits 1.

FILES of `scrape` and `lint --dialect` are files, folders, globs, or `@LIST` for what the file LIST names, one a
line; `#` starts a comment. A folder stands for the pages in it and below it, sorted: names in .md, .markdown,
.mdx, .rst, .html, .htm, .xhtml and .txt that do not begin with a dot. A page that is named twice is read once.

`scrape --split-by` writes one document for each service into the folder `--output`, with its source map:

| way | pages of one service | name of the document |
| --- | --- | --- |
| `folder` | lie in one folder | that of the folder |
| `prefix` | have the same name before `__` | the part before `__`; the whole name where there is none |
| `page` | each for itself | that of the page |

Two services of one name, even if only in different case, are wrong usage. A service of which nothing could be
read has no document; the others are written all the same. `--diagnostics`, `--accounting` and `--report-file`
are about all pages together.

`scrape --report` prints for each page, and for all, the operations and facts in the documents, the share of
parameters, headers and properties whose type is known, the share of those in requests of which it is known
whether they are required, the lines that were not understood, and the findings by code. With `--format json` it
is the value `report` of the summary; `--report-file` writes it to a file.
[quality-report.json](schemas/quality-report.json) is its schema.

This page is written by `make docs`; a test compares it with `--help`.
"""

_DIAGNOSTICS_INTRO = """\
# Diagnostics

Each finding of `specwright lint` has one of these codes. Findings about *the page* say that the page is wrong,
incomplete or contradicts itself; findings about *us* say that specwright could not read something; those about
*overlays* that a correction (overlays.md) does not fit the pages any more.

`lint` exits 1 when a finding is a warning or an error; `--fail-on error` and `--fail-on info` move that threshold.
A finding is identified by code, page, lines, operation and pointer; its message is for people and may change.

This page is written by `make docs`, from the table that `specwright lint --codes` prints; a test compares the two.

| code | severity | about | meaning |
| --- | --- | --- | --- |
"""


def render_pages() -> Mapping[str, str]:
    """The generated pages of the documentation, by file name."""
    return {"cli.md": render_cli(), "diagnostics.md": render_diagnostics()}


def render_cli() -> str:
    """`docs/cli.md`: the help text of every command."""
    sections = [f"\n## `{name}`\n\n```text\n{text}\n```\n" for name, text in _help_texts()]
    return _CLI_INTRO + "".join(sections)


def render_diagnostics() -> str:
    """`docs/diagnostics.md`: the catalogue of codes."""
    about = {"page": "the page", "us": "us", "overlay": "overlays"}
    rows = (
        f"| `{rule.code}` | {rule.severity} | {about[rule.about]} | {rule.meaning} |\n" for rule in CATALOGUE.values()
    )
    return _DIAGNOSTICS_INTRO + "".join(rows)


def _help_texts() -> Iterator[tuple[str, str]]:
    """The name of each command with its help, as a terminal without colours shows it."""
    os.environ |= {"TERMINAL_WIDTH": str(WIDTH), "COLUMNS": str(WIDTH), "NO_COLOR": "1", "TERM": "dumb"}
    from typer.testing import CliRunner

    from generator.cli import COMMANDS, make_app

    for words in ([], *([command] for command in COMMANDS)):
        result = CliRunner().invoke(make_app(words), [*words, "--help"], prog_name="specwright", catch_exceptions=False)
        lines = [line.rstrip() for line in result.output.strip("\n").splitlines()]
        yield " ".join(["specwright", *words]), "\n".join(lines).strip("\n")


if __name__ == "__main__":
    for file_name, page in render_pages().items():
        (Path(sys.argv[1]) / file_name).write_text(page, encoding="utf-8", newline="\n")
