"""Models of DescribeGitCommitRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeGitCommitRequest(Model):
    action: Literal["DescribeGitCommit"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    sha: str | None = Field(default=None, validation_alias="Sha", serialization_alias="Sha")
    """提交的 Sha 值"""
