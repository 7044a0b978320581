"""Models of DeleteIssueLinkResponse."""

from typing import Any

from .._model import Boolean, Integer, Model


class DeleteIssueLinkResponseSourceIssueAuthor(Model):
    name: str | None = None
    avatar_url: Any | None = None
    state: str | None = None
    web_url: str | None = None
    id: Integer | None = None
    username: str | None = None


class DeleteIssueLinkResponseSourceIssue(Model):
    id: Integer | None = None
    iid: Integer | None = None
    project_id: Integer | None = None
    created_at: str | None = None
    title: str | None = None
    state: str | None = None
    assignees: list[Any] | None = None
    assignee: Any | None = None
    labels: list[str] | None = None
    author: DeleteIssueLinkResponseSourceIssueAuthor | None = None
    description: Any | None = None
    updated_at: str | None = None
    milestone: Any | None = None
    subscribed: Boolean | None = None
    user_notes_count: Integer | None = None
    due_date: Any | None = None
    web_url: str | None = None
    confidential: Boolean | None = None
    weight: Any | None = None


class DeleteIssueLinkResponseTargetIssueAuthor(Model):
    name: str | None = None
    avatar_url: Any | None = None
    state: str | None = None
    web_url: str | None = None
    id: Integer | None = None
    username: str | None = None


class DeleteIssueLinkResponseTargetIssue(Model):
    id: Integer | None = None
    iid: Integer | None = None
    project_id: Integer | None = None
    created_at: str | None = None
    title: str | None = None
    state: str | None = None
    assignees: list[Any] | None = None
    assignee: Any | None = None
    labels: list[str] | None = None
    author: DeleteIssueLinkResponseTargetIssueAuthor | None = None
    description: Any | None = None
    updated_at: str | None = None
    milestone: Any | None = None
    subscribed: Boolean | None = None
    user_notes_count: Integer | None = None
    due_date: Any | None = None
    web_url: str | None = None
    confidential: Boolean | None = None
    weight: Any | None = None


class DeleteIssueLinkResponse(Model):
    source_issue: DeleteIssueLinkResponseSourceIssue | None = None
    target_issue: DeleteIssueLinkResponseTargetIssue | None = None
    link_type: str | None = None
