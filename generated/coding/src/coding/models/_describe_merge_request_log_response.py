"""Models of DescribeMergeRequestLogResponse."""

from pydantic import Field

from .._model import Integer, Model


class MergeRequestLog(Model):
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """ID"""
    action: str | None = Field(default=None, validation_alias="Action", serialization_alias="Action")
    """操作方式"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """操作用户姓名"""


class DescribeMergeRequestLogResult(Model):
    logs: list[MergeRequestLog] | None = Field(default=None, validation_alias="Logs", serialization_alias="Logs")
    """操作记录列表"""
    request_id: str | None = Field(default=None, validation_alias="RequestId", serialization_alias="RequestId")


class DescribeMergeRequestLogResponse(Model):
    response: DescribeMergeRequestLogResult | None = Field(
        default=None, validation_alias="Response", serialization_alias="Response"
    )
