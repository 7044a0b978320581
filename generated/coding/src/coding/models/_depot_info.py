"""Models of DepotInfo."""

from typing import Literal

from pydantic import Field

from .._model import Integer, Model


class DepotInfo(Model):
    """仓库信息"""

    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """仓库名称"""
    https_url: str | None = Field(default=None, validation_alias="HttpsUrl", serialization_alias="HttpsUrl")
    """仓库的https地址"""
    ssh_url: str | None = Field(default=None, validation_alias="SshUrl", serialization_alias="SshUrl")
    """仓库的ssh地址"""
    id: Integer | None = Field(default=None, validation_alias="Id", serialization_alias="Id")
    """仓库id"""
    vcs_type: Literal["git", "svn"] | str | None = Field(
        default=None, validation_alias="VcsType", serialization_alias="VcsType"
    )
    """仓库类型,可取的值为 git 或者 svn"""
    web_url: str | None = Field(default=None, validation_alias="WebUrl", serialization_alias="WebUrl")
    """仓库 webURL"""
    project_id: Integer | None = Field(default=None, validation_alias="ProjectId", serialization_alias="ProjectId")
    """项目Id"""
