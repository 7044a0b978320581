"""Models of CreateBranchRequest."""

from .._model import Model


class CreateBranchRequest(Model):
    branch: str
    """Branch name.
    It must not start with a hyphen (-), period (.) or refs/heads/refs/remotes/. It must not contain spaces or special characters such as [ \\ < ~ ^ : ? * ! ( ) ' \" |. It must not end with / .lock.
    """
    ref: str
    """Name of the branch that serves as the base.
    It must not start with a hyphen (-), period (.) or refs/heads/refs/remotes/. It must not contain spaces or special characters such as [ \\ < ~ ^ : ? * ! ( ) ' \" |. It must not end with / .lock.
    """
    description: str | None = None
    """Branch description."""
    related_ids: list[str] | None = None
    """Associated work item list."""
