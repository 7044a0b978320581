"""Models of CreateDepotByTemplateRequest."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class CreateDepotByTemplateRequest(Model):
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目Id"""
    depot_name: str | None = Field(default=None, validation_alias="DepotName", serialization_alias="DepotName")
    """仓库名"""
    template: Literal["SPRING", "ROR", "SINATRA", "NODEJS", "ANDROID", "FLASK"] | str | None = Field(
        default=None, validation_alias="Template", serialization_alias="Template"
    )
    """仓库模板。现已支持:Spring, Ruby on Rails,Ruby Sinatra,Node.js,Android,Python。它们对应的 Template 模板参数分别为:SPRING,ROR,SINATRA,NODEJS,ANDROID,FLASK。"""
    user_id: Integer | None = Field(default=None, validation_alias="UserId", serialization_alias="UserId")
    """用户Id"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """仓库描述"""
    action: Literal["CreateDepotByTemplate"] = Field(validation_alias="Action", serialization_alias="Action")
