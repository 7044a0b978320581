"""Models of AssociateWorkItemsWithBranchRequest."""

from .._model import Model


class AssociateWorkItemsWithBranchRequest(Model):
    branch: str
    """Branch name."""
    project_id: str
    """Project ID. For details on it, see Obtaining a Project ID."""
    related_id: list[str]
    """Work item IDs to be associated"""
    repo_id: str
    """Repository ID. To look it up, call the API that queries all repositories of a user."""
