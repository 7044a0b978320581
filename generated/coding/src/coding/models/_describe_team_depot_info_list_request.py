"""Models of DescribeTeamDepotInfoListRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DescribeTeamDepotInfoListRequest(Model):
    action: Literal["DescribeTeamDepotInfoList"] = Field(validation_alias="Action", serialization_alias="Action")
    team_id: Integer | None = Field(default=None, validation_alias="TeamId", serialization_alias="TeamId")
    """团队Id"""
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    """用户Id"""
