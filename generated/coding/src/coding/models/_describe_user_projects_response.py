"""Models of DescribeUserProjectsResponse."""

from pydantic import Field

from .._model import Model
from ._project import Project


class DescribeUserProjectsResult(Model):
    project_list: list[Project] | None = Field(
        default=None, validation_alias="ProjectList", serialization_alias="ProjectList"
    )
    """项目列表信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeUserProjectsResponse(Model):
    response: DescribeUserProjectsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
