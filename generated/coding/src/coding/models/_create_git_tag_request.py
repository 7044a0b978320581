"""Models of CreateGitTagRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class CreateGitTagRequest(Model):
    action: Literal["CreateGitTag"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    start_point: str | None = Field(default=None, validation_alias="StartPoint", serialization_alias="StartPoint")
    """创建来源"""
    tag_name: str | None = Field(default=None, validation_alias="TagName", serialization_alias="TagName")
    """tag 名称"""
    message_: str | None = Field(default=None, validation_alias="Message", serialization_alias="Message")
    """描述"""
    message: str | None = None
    """描述"""
