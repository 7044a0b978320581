"""Models of DescribeGitCommitNoteRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeGitCommitNoteRequest(Model):
    action: Literal["DescribeGitCommitNote"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    commit_sha: str | None = Field(default=None, validation_alias="CommitSha", serialization_alias="CommitSha")
    """提交的 Sha"""
    notes_ref: str | None = Field(default=None, validation_alias="NotesRef", serialization_alias="NotesRef")
    """注释 分支 Ref"""
