"""Models of DescribeGitBranchesRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeGitBranchesRequest(Model):
    action: Literal["DescribeGitBranches"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    page_number: Integer | None = Field(default=None, validation_alias="PageNumber", serialization_alias="PageNumber")
    """分页页码,默认为 1"""
    page_size: Integer | None = Field(default=None, validation_alias="PageSize", serialization_alias="PageSize")
    """分页页距,默认为 10"""
    key_word: str | None = Field(default=None, validation_alias="KeyWord", serialization_alias="KeyWord")
    """关键词"""
