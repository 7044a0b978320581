"""Models of ObtainCommitInformationAssociatedWithWorkItemResponse403."""

from .._model import Model


class ObtainCommitInformationAssociatedWithWorkItemResponse403(Model):
    error_code: str | None = None
    """Error code."""
    error_msg: str | None = None
    """Error message."""
