"""`specwright init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.console import Format, complaints, echo_json
from generator.config import FILE_NAME

WORKFLOW = ".github/workflows/specwright.yml"

CONFIG_TEXT = """\
# What specwright builds: one section [api.<name>] for each API.
# Paths are relative to the folder of this file. `specwright build` does the work,
# `specwright build --check` tells CI whether what is committed is up to date.

[api.example]
# How the vendor lays out its reference: huawei, coding, gitlab, or a dialect that you installed.
dialect = "gitlab"

# The saved pages: files or globs. Each glob must match something.
pages = ["pages/example/*.md"]

# Where the OpenAPI document and the Python package go. These are the defaults.
# document = "spec/documents/example.yaml"
# package = "generated/example"

# What the document says in `info`; by default the title of the first page, and 1.0.0.
# title = "Example API"
# version = "1.0.0"

# Base URLs, where the pages state none or the wrong ones. {name} becomes a server variable.
# servers = ["https://{host}/api/v4"]

# OpenAPI Overlay documents with corrections that survive the next reading of the pages.
# overlays = ["spec/overlays/example.yaml"]

# Where the pages were saved from: file or glob → URL. {stem} is the file's name without its ending.
# `specwright fetch` refreshes them from there, and saves those that are named and missing.
# [api.example.page_urls]
# "pages/example/*.md" = "https://docs.example.com/api/{stem}.html"
"""

WORKFLOW_TEXT = """\
# Fails when pages, documents and generated packages disagree.
name: specwright

on:
  push:
  pull_request:

permissions:
  contents: read

env:
  # What pip installs: a pinned version, a wheel, or a Git URL.
  SPECWRIGHT: specwright==0.1.0

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.11"
      - run: python -m pip install "$SPECWRIGHT"
      - run: specwright lint --fail-on error
      - run: specwright build --check
"""


def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The new project's folder.")] = Path(),
    output_format: Annotated[Format, typer.Option("--format", help="Form of the list of files.")] = Format.TEXT,
) -> None:
    """Start a project: a commented specwright.toml and a CI workflow.

    Existing files are never overwritten: if one of the two is there, nothing is
    written.

    [bold]Examples[/bold]

    specwright init              here
    specwright init vendor-api   in a new folder
    """
    from generator.files import create_files

    texts = {directory / FILE_NAME: CONFIG_TEXT, directory / WORKFLOW: WORKFLOW_TEXT}
    with complaints():
        create_files(texts)
    if output_format is Format.JSON:
        echo_json({"written": [path.as_posix() for path in texts]})
    else:
        typer.echo("\n".join(f"wrote {path}" for path in texts))
