"""CodeArts Repo: a typed client."""

from . import exceptions
from ._model import OMIT, Model, Omit
from ._operation import FileContent, RequestOptions
from ._response import ApiResponse
from .client import Client

__all__ = ["OMIT", "ApiResponse", "Client", "FileContent", "Model", "Omit", "RequestOptions", "exceptions"]
__version__ = "1.0.0"
