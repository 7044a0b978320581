"""Models of CreateBranchResponse."""

from typing import Annotated, Literal

from .._model import Boolean, Integer, Model, WholeNumber


class RelatedCommitSimpleDto(Model):
    related_id: str | None = None
    """Associated work item ID"""
    related_url: str | None = None
    """Associated work item URL"""


class CommitDto(Model):
    id: str | None = None
    """id"""
    message: str | None = None
    """Message"""
    parent_ids: list[str] | None = None
    """Parent node commit ID"""
    authored_date: str | None = None
    """Time when the branch was created."""
    author_name: str | None = None
    """Creator name"""
    author_email: str | None = None
    """Creator's email."""
    committed_date: str | None = None
    """Code commit date and time"""
    committer_name: str | None = None
    """Committer name"""
    committer_email: str | None = None
    """Committer email"""
    open_gpg_verified: Boolean | None = None
    """Whether to enable the GPG verification"""
    verification_status: Integer | None = None
    """Verification status"""
    gpg_primary_key_id: str | None = None
    """Identifier of the GPG public key"""
    name: str | None = None
    """Username"""
    gpg_nick_name: str | None = None
    """Alias"""
    gpg_tenant_name: str | None = None
    """Tenant name"""
    gpg_user_name: str | None = None
    """Information about a specific GPG user"""
    short_id: str | None = None
    """Short ID"""
    created_at: str | None = None
    """Creation time"""
    title: str | None = None
    """Title"""
    author_avatar_url: str | None = None
    """author_avatar_url"""
    committer_avatar_url: str | None = None
    """committer_avatar_url"""
    relate_url: list[RelatedCommitSimpleDto] | None = None
    """only for DevCloud"""
    nick_name: str | None = None
    """Title"""
    tenant_name: str | None = None
    """tenant_name"""
    user_name: str | None = None
    """Username"""


class UserBasicDto(Model):
    id: Integer | str | None = None
    """User ID."""
    name: str | None = None
    """Username."""
    username: str | None = None
    """Username."""
    state: Literal["active", "blocked", "error"] | str | None = None
    """User status"""
    service_license_status: Annotated[Literal[0, 1] | int, WholeNumber] | None = None
    """Service-level permission status. 0: disabled; 1: enabled"""
    avatar_url: str | None = None
    """User profile picture URL"""
    avatar_path: str | None = None
    """User profile picture path"""
    email: str | None = None
    """User email"""
    name_cn: str | None = None
    """Username (CN)"""
    web_url: str | None = None
    """User homepage"""
    nick_name: str | None = None
    """User alias"""
    tenant_name: str | None = None
    """Tenant name"""
    error_message: str | None = None
    """Some query APIs find that the user in the transfer parameter lacks permission or does not exist. They still return the user, and then this field is not empty, for information."""


class PipelineBasicDto(Model):
    id: Integer | None = None
    """Pipeline ID"""
    web_url: str | None = None
    """Pipeline link"""
    sha: str | None = None
    """commit id"""
    ref: str | None = None
    """Branch"""
    status: Literal["pending", "running", "success", "failed", "canceled", "skipped", "timedout"] | str | None = None
    """Pipeline status. pending: queuing; running: running; failed: failed; success: successful; canceled: canceled; skipped: skipped; and timedout: timed out"""


class DivergingCommitCounts(Model):
    behind: Integer | None = None
    """Number of commits by which the branch lags behind the default branch."""
    ahead: Integer | None = None
    """Number of commits by which the branch is ahead of the default branch."""


class CreateBranchResponse(Model):
    name: str | None = None
    """Branch name"""
    default: Boolean | None = None
    """Default branch or not"""
    can_delete: Boolean | None = None
    """Whether the branch of the user is the default branch"""
    can_read: Boolean | None = None
    """Default branch or not"""
    can_download: Boolean | None = None
    """Default branch or not"""
    can_push: Boolean | None = None
    """Default branch or not"""
    commit: CommitDto | None = None
    """Commit information"""
    merged: Boolean | None = None
    """Whether every commit is merged into the default branch"""
    protected: Boolean | None = None
    """Protected branch or not"""
    created_at: str | None = None
    """Creation time"""
    creator: UserBasicDto | None = None
    """User information"""
    description: str | None = None
    """Branch description"""
    create_source: str | None = None
    """Branch-based"""
    create_source_exists: Boolean | None = None
    """Whether the branch that serves as the base exists"""
    latest_pipeline: PipelineBasicDto | None = None
    """Pipeline basic information"""
    opened_mr_count: Integer | None = None
    """Number of MRs being enabled for the branch"""
    diverging_commit_counts: DivergingCommitCounts | None = None
    """Number of commit differences"""
