"""Models of DescribeIterationListRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeIterationListRequest(Model):
    action: Literal["DescribeIterationList"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:DescribeIterationList"""
    project_name: str | None = Field(default=None, validation_alias="ProjectName", serialization_alias="ProjectName")
    """项目名称"""
    status: list[Literal["WAIT_PROCESS", "PROCESSING", "COMPLETED"] | str] | None = Field(
        default=None, validation_alias="Status", serialization_alias="Status"
    )
    """迭代状态, WAIT_PROCESS,PROCESSING,COMPLETED"""
    assignee: list[Integer] | None = Field(default=None, validation_alias="Assignee", serialization_alias="Assignee")
    """处理人 ID 列表"""
    start_date: str | None = Field(default=None, validation_alias="StartDate", serialization_alias="StartDate")
    """按开始时间过滤,时间格式:2020-12-12"""
    end_date: str | None = Field(default=None, validation_alias="EndDate", serialization_alias="EndDate")
    """按结束时间过滤,时间格式:2020-12-12"""
    keywords: str | None = None
    """通过关键字搜索"""
    offset: Integer | None = Field(default=None, validation_alias="Offset", serialization_alias="Offset")
    """偏移量,默认 0"""
    limit: Integer | None = Field(default=None, validation_alias="Limit", serialization_alias="Limit")
    """每页数量,默认 20"""
