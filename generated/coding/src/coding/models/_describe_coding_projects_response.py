"""Models of DescribeCodingProjectsResponse."""

from pydantic import Field

from .._model import Integer, Model
from ._project import Project


class ProjectsData(Model):
    page_number: Integer | None = Field(default=None, validation_alias="PageNumber", serialization_alias="PageNumber")
    """第几页"""
    page_size: Integer | None = Field(default=None, validation_alias="PageSize", serialization_alias="PageSize")
    """每页条数"""
    total_count: Integer | None = Field(default=None, validation_alias="TotalCount", serialization_alias="TotalCount")
    """总条数"""
    project_list: list[Project] | None = Field(
        default=None, validation_alias="ProjectList", serialization_alias="ProjectList"
    )
    """项目集合"""


class DescribeCodingProjectsResult(Model):
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""
    data: ProjectsData | None = Field(default=None, validation_alias="Data", serialization_alias="Data")
    """项目列表数据"""


class DescribeCodingProjectsResponse(Model):
    response: DescribeCodingProjectsResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
