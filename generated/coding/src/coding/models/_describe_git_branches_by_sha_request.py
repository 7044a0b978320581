"""Models of DescribeGitBranchesByShaRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeGitBranchesByShaRequest(Model):
    action: Literal["DescribeGitBranchesBySha"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    sha: str | None = Field(default=None, validation_alias="Sha", serialization_alias="Sha")
    """提交的 Sha 值"""
