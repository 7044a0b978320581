"""Models of DescribeNotesByCommitsRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeNotesByCommitsRequest(Model):
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    note_ref: str | None = Field(default=None, validation_alias="NoteRef", serialization_alias="NoteRef")
    """note 路径"""
    commits: str | None = Field(default=None, validation_alias="Commits", serialization_alias="Commits")
    """commitId 集合"""
    action: Literal["DescribeNotesByCommits"] = Field(validation_alias="Action", serialization_alias="Action")
