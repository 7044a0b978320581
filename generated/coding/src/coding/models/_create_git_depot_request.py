"""Models of CreateGitDepotRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class CreateGitDepotRequest(Model):
    action: Literal["CreateGitDepot"] = Field(validation_alias="Action", serialization_alias="Action")
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目 id"""
    depot_name: str | None = Field(default=None, validation_alias="DepotName", serialization_alias="DepotName")
    """仓库名称"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """仓库描述"""
