"""Models of CreateGitCommitNoteRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class CreateGitCommitNoteRequest(Model):
    action: Literal["CreateGitCommitNote"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    commit_sha: str | None = Field(default=None, validation_alias="CommitSha", serialization_alias="CommitSha")
    """提交的 Sha"""
    note: str | None = Field(default=None, validation_alias="Note", serialization_alias="Note")
    """NotesRef"""
    commit_message: str | None = Field(
        default=None, validation_alias="CommitMessage", serialization_alias="CommitMessage"
    )
    """提交信息"""
    notes_ref: str | None = Field(default=None, validation_alias="NotesRef", serialization_alias="NotesRef")
    """注释分支 ref。推荐默认不填"""
