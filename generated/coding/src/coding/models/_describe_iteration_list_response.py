"""Models of DescribeIterationListResponse."""

from pydantic import Field

from .._model import Integer, Model
from ._iteration import Iteration


class DescribeIterationListResultData(Model):
    page: Integer | None = Field(default=None, validation_alias="Page", serialization_alias="Page")
    page_size: Integer | None = Field(default=None, validation_alias="PageSize", serialization_alias="PageSize")
    total_page: Integer | None = Field(default=None, validation_alias="TotalPage", serialization_alias="TotalPage")
    total_row: Integer | None = Field(default=None, validation_alias="TotalRow", serialization_alias="TotalRow")
    list_: list[Iteration] | None = Field(default=None, validation_alias="List", serialization_alias="List")


class DescribeIterationListResult(Model):
    data_: DescribeIterationListResultData | None = Field(
        default=None, validation_alias="Data", serialization_alias="Data"
    )
    """迭代的具体信息"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""
    data: DescribeIterationListResultData | None = None
    """迭代的具体信息"""


class DescribeIterationListResponse(Model):
    response: DescribeIterationListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
