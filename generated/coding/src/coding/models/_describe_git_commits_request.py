"""Models of DescribeGitCommitsRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeGitCommitsRequest(Model):
    action: Literal["DescribeGitCommits"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    ref: str | None = Field(default=None, validation_alias="Ref", serialization_alias="Ref")
    """分支名称"""
    path: str | None = Field(default=None, validation_alias="Path", serialization_alias="Path")
    """查询文件路径"""
    page_number: Integer | None = Field(default=None, validation_alias="PageNumber", serialization_alias="PageNumber")
    """分页页码,默认为 1"""
    page_size: Integer | None = Field(default=None, validation_alias="PageSize", serialization_alias="PageSize")
    """分页页距,默认为 10"""
    start_date: str | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """时间过滤起始点"""
    end_date: str | None = Field(default=None, validation_alias="EndDate", serialization_alias="EndDate")
    """时间过滤到达点"""
