"""Models of ModifyDepotDescriptionRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class ModifyDepotDescriptionRequest(Model):
    action: Literal["ModifyDepotDescription"] = Field(validation_alias="Action", serialization_alias="Action")
    depot_id: Integer | None = Field(default=None, validation_alias="DepotId", serialization_alias="DepotId")
    """仓库 id"""
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    """用户 id"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """仓库描述"""
