"""Models of DescribeSubIssueListResponse."""

from pydantic import Field

from .._model import Model
from ._issue_list_data import IssueListData


class DescribeSubIssueListResult(Model):
    sub_issue_list: list[IssueListData] | None = Field(
        default=None, validation_alias="SubIssueList", serialization_alias="SubIssueList"
    )
    """子事项列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeSubIssueListResponse(Model):
    response: DescribeSubIssueListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
