"""Models of GitBranch."""

from pydantic import Field

from .._model import Boolean, Model


class GitBranch(Model):
    branch_name: str | None = Field(default=None, validation_alias="BranchName", serialization_alias="BranchName")
    is_default_branch: Boolean | None = Field(
        default=None, validation_alias="IsDefaultBranch", serialization_alias="IsDefaultBranch"
    )
    is_protected: Boolean | None = Field(
        default=None, validation_alias="IsProtected", serialization_alias="IsProtected"
    )
    sha: str | None = Field(default=None, validation_alias="Sha", serialization_alias="Sha")
