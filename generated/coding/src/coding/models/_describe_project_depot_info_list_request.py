"""Models of DescribeProjectDepotInfoListRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeProjectDepotInfoListRequest(Model):
    action: Literal["DescribeProjectDepotInfoList"] = Field(validation_alias="Action", serialization_alias="Action")
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 id"""
