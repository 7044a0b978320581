"""Models of ItemCommitDto."""

from pydantic import Field

from .._model import Integer, Model


class ItemCommitDto(Model):
    id: Integer | None = None
    """Association ID"""
    title: str | None = None
    """Merge request title"""
    result: Integer | None = None
    """Repository status"""
    type_: str | None = Field(default=None, validation_alias="type", serialization_alias="type")
    """Associated commit type"""
    message: str | None = None
    """Cause of the association failure"""
    item_id: str | None = None
    """Work item ID"""
    repository_id: str | None = None
    """Repository ID"""
    branch_name: str | None = None
    """Branch name"""
    user_name: str | None = None
    """Username"""
    commit_id: str | None = None
    """Commit ID"""
    commit_short_id: str | None = None
    """Short commit ID"""
    commit_msg: str | None = None
    """Commit message"""
    commit_url: str | None = None
    """Commit access address"""
    iam_id: str | None = None
    """iamId."""
    create_at: str | None = None
    """Creation time"""
    update_at: str | None = None
    """Update time"""
    item_url: str | None = None
    """Work item access address"""
