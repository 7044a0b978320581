"""Models of DescribeIssueWorkLogListResponse."""

from pydantic import Field

from .._model import Integer, Model


class IssueWorkLog(Model):
    working_desc: str | None = Field(default=None, validation_alias="WorkingDesc", serialization_alias="WorkingDesc")
    issue_id: Integer | None = Field(default=None, validation_alias="IssueId", serialization_alias="IssueId")
    record_hours: Integer | None = Field(
        default=None, validation_alias="RecordHours", serialization_alias="RecordHours"
    )
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    created_at: Integer | None = Field(default=None, validation_alias="CreatedAt", serialization_alias="CreatedAt")
    remaining_hours: Integer | None = Field(
        default=None, validation_alias="RemainingHours", serialization_alias="RemainingHours"
    )


class DescribeIssueWorkLogListResult(Model):
    work_logs: list[IssueWorkLog] | None = Field(
        default=None, validation_alias="WorkLogs", serialization_alias="WorkLogs"
    )
    """工时日志列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")
    """请求的唯一 ID,任何一次请求都会带回。排查问题时,请附上对应请求的 RequestId。"""


class DescribeIssueWorkLogListResponse(Model):
    response: DescribeIssueWorkLogListResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
