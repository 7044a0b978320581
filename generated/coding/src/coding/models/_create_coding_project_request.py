"""Models of CreateCodingProjectRequest."""

from typing import Annotated, Literal

from pydantic import Field

from .._model import Boolean, Model, WholeNumber


class CreateCodingProjectRequest(Model):
    action: Literal["CreateCodingProject"] = Field(validation_alias="Action", serialization_alias="Action")
    """公共参数,调用此接口时取值:CreateCodingProject"""
    name: str | None = Field(default=None, validation_alias="Name", serialization_alias="Name")
    """项目标识"""
    display_name: str | None = Field(default=None, validation_alias="DisplayName", serialization_alias="DisplayName")
    """项目名称"""
    git_readme_enabled: Boolean | None = Field(
        default=None, validation_alias="GitReadmeEnabled", serialization_alias="GitReadmeEnabled"
    )
    """启用 README.md 文件初始化项目 true|false"""
    vcs_type: Literal["git", "svn", "hg"] | str | None = Field(
        default=None, validation_alias="VcsType", serialization_alias="VcsType"
    )
    """git|svn|hg"""
    create_svn_layout: Boolean | None = Field(
        default=None, validation_alias="CreateSvnLayout", serialization_alias="CreateSvnLayout"
    )
    """是否为 SVN 仓库建立推荐布局 默认 false"""
    shared: Annotated[Literal[0, 1] | int, WholeNumber] | None = Field(
        default=None, validation_alias="Shared", serialization_alias="Shared"
    )
    project_template: Literal["CODE_HOST", "PROJECT_MANAGE", "DEV_OPS", "DEMO_BEGIN"] | str | None = Field(
        default=None, validation_alias="ProjectTemplate", serialization_alias="ProjectTemplate"
    )
    """项目模版 CODE_HOST 代码托管项目, PROJECT_MANAGE 项目管理项目, DEV_OPS DevOps 项目, DEMO_BEGIN 范例项目"""
    description: str | None = Field(default=None, validation_alias="Description", serialization_alias="Description")
    """项目描述"""
    icon: str | None = Field(default=None, validation_alias="Icon", serialization_alias="Icon")
    """项目图标"""
    git_ignore: str | None = Field(default=None, validation_alias="GitIgnore", serialization_alias="GitIgnore")
    """git ignore 文件类型"""
