"""Models of DeleteGitTagRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DeleteGitTagRequest(Model):
    action: Literal["DeleteGitTag"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    tag_name: str | None = Field(default=None, validation_alias="TagName", serialization_alias="TagName")
    """tag 名称"""
