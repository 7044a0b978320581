"""Steps of workflows, run as a CI service runs them: one shell script each, with what is on its PATH."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
TEMPLATES = REPOSITORY / "templates/project/ci"
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_COMPARISON = re.compile(r"(\S+) (==|!=) '(.*)'")
_OUTCOMES = {0: "success", 1: "failure"}
#: What each stand-in on the PATH does.
_SPECWRIGHT = f"""#!/bin/sh
PYTHONPATH='{REPOSITORY}' exec '{sys.executable}' -c 'from generator.cli import main; main()' "$@"
"""
_RECORDER = """#!/bin/sh
printf '%s\\n' "$*" >> "$RUNNER_TEMP/calls-$(basename "$0")"
"""
_GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$RUNNER_TEMP/calls-gh"
if [ "$1 $2" = 'pr list' ] && [ -f "$RUNNER_TEMP/open-pull-request" ]; then cat "$RUNNER_TEMP/open-pull-request"; fi
if [ "$1 $2" = 'pr create' ]; then echo 7 > "$RUNNER_TEMP/open-pull-request"; fi
if [ "$1 $2" = 'pr close' ]; then rm "$RUNNER_TEMP/open-pull-request"; fi
"""


def load_steps(path: Path, job: str = "") -> list[dict[str, Any]]:
    """The steps of a job, or of a composite action, that run a script."""
    values = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps = values["jobs"][job]["steps"] if job else values["runs"]["steps"]
    return [step for step in steps if "run" in step]


@dataclass(frozen=True)
class Runner:
    """A working copy, and a machine of a CI service to run steps on it."""

    folder: Path
    temporary: Path
    expressions: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (self.temporary / "bin").mkdir(parents=True, exist_ok=True)
        self._install("specwright", _SPECWRIGHT)
        self._install("gh", _GH)
        self._install("python", _RECORDER)

    @property
    def summary(self) -> str:
        return self._read("summary.md")

    def calls(self, program: str) -> list[str]:
        """How a stand-in was called."""
        return self._read(f"calls-{program}").splitlines()

    def run_job(self, steps: Sequence[Mapping[str, Any]]) -> dict[str, int]:
        """Name → exit code of the steps whose conditions hold, as GitHub decides that."""
        ids: dict[str, str] = {}
        codes: dict[str, int] = {}
        for step in steps:
            if self._is_due(step.get("if", "success()"), ids, any(codes.values())):
                codes[step["name"]] = self.run(step).returncode
                ids[step.get("id", "")] = _OUTCOMES[min(codes[step["name"]], 1)]
        return codes

    def _is_due(self, condition: str, ids: Mapping[str, str], has_failed: bool) -> bool:
        terms = condition.removeprefix("${{").removesuffix("}}").strip().split(" && ")
        if "!cancelled()" in terms:
            terms.remove("!cancelled()")
        elif has_failed:
            return False
        return all(term == "success()" or self._compares(term, ids) for term in terms)

    def _compares(self, term: str, ids: Mapping[str, str]) -> bool:
        found = _COMPARISON.fullmatch(term)
        assert found, term
        name = found[1].removeprefix("steps.").removesuffix(".outcome")
        value = ids[name] if name != found[1] else self.expressions[name]
        return (value == found[3]) is (found[2] == "==")

    def run(self, step: Mapping[str, Any]) -> subprocess.CompletedProcess[str]:
        """One step, as `shell: bash` runs it."""
        assert step["shell"] == "bash"
        given = {name: _EXPRESSION.sub(self._evaluate, value) for name, value in step.get("env", {}).items()}
        return self.run_script(step["run"], "bash", "--noprofile", "--norc", "-eo", "pipefail", env=given)

    def run_script(self, script: str, *shell: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        file = self.temporary / "script.sh"
        file.write_text(script, encoding="utf-8")
        variables = {
            **os.environ,
            "PATH": f"{self.temporary / 'bin'}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_STEP_SUMMARY": str(self.temporary / "summary.md"),
            "GITHUB_PATH": str(self.temporary / "path"),
            "GITHUB_SERVER_URL": "https://code.example",
            "GITHUB_REPOSITORY": "me/lamps",
            "GITHUB_SHA": "abc123",
            "SPECWRIGHT": "specwright==0.0",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_NOSYSTEM": "1",
            "XDG_CACHE_HOME": str(self.temporary / "cache"),
            **env,
        }
        return subprocess.run(
            [*shell, str(file)], cwd=self.folder, env=variables, capture_output=True, text=True, check=False
        )

    def git(self, *words: str) -> str:
        identity = ["-c", "user.name=Tester", "-c", "user.email=tester@example.com"]
        result = subprocess.run(["git", *identity, *words], cwd=self.folder, capture_output=True, text=True, check=True)
        return result.stdout.strip()

    def specwright(self, *words: str) -> None:
        subprocess.run([self.temporary / "bin/specwright", *words], cwd=self.folder, capture_output=True, check=True)

    def commit_all(self, message: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")

    def _evaluate(self, found: re.Match[str]) -> str:
        return self.expressions[found[1]]

    def _install(self, name: str, script: str) -> None:
        file = self.temporary / "bin" / name
        file.write_text(script, encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    def _read(self, name: str) -> str:
        file = self.temporary / name
        return file.read_text(encoding="utf-8") if file.exists() else ""
