"""What templates see: frozen values in which every decision has been taken.

A `Text` is a string of the document and must pass a literal filter; a plain `str` is a name or an expression that the
generator made itself and is printed as it stands.
"""

from __future__ import annotations

from generator.view.authentication import Flow, OAuthView, Scheme, Variable
from generator.view.calls import Argument, Body, Outcome, Style
from generator.view.models import ModelsView
from generator.view.operations import GroupView, OperationView
from generator.view.packages import FirstCall, PackageView
from generator.view.pages import Paging, Place

__all__ = [
    "Argument",
    "Body",
    "FirstCall",
    "Flow",
    "GroupView",
    "ModelsView",
    "OAuthView",
    "OperationView",
    "Outcome",
    "PackageView",
    "Paging",
    "Place",
    "Scheme",
    "Style",
    "Variable",
]
