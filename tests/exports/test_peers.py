"""What cannot be run here is said, with what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exports.peers import PeerUnavailableError, install_node, need_path, need_program


def test_a_missing_program_is_named_with_its_package() -> None:
    with pytest.raises(PeerUnavailableError, match=r"^no-such-program is not installed \(Debian: nothing\)$"):
        need_program("no-such-program", "nothing")


def test_a_missing_library_is_named_with_its_package(tmp_path: Path) -> None:
    with pytest.raises(PeerUnavailableError, match=r"\.jar is not there \(Debian: nothing\)$"):
        need_path(tmp_path / "missing.jar", "nothing")
    assert need_path(tmp_path, "nothing") == tmp_path


def test_a_node_that_is_too_old_is_not_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    node = tmp_path / "node"
    node.write_text("#!/bin/sh\necho v18.20.4\n")
    node.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PeerUnavailableError, match=r"^Node\.js 20\.19 or newer is needed, not v18\.20\.4$"):
        install_node("linters")
