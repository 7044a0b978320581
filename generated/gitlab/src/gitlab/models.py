"""Models of the JSON objects of the API; unknown properties are kept, values outside an enumeration are accepted."""

from __future__ import annotations

from typing import Any

from ._model import Boolean, Integer, Model


class ListIssueRelationsResponseItem(Model):
    id: Integer | None = None
    iid: Integer | None = None
    issue_link_id: Integer | None = None
    project_id: Integer | None = None
    created_at: str | None = None
    title: str | None = None
    state: str | None = None
    assignees: list[Any] | None = None
    assignee: Any | None = None
    labels: list[str] | None = None
    author: ListIssueRelationsResponseItemAuthor | None = None
    description: Any | None = None
    updated_at: str | None = None
    milestone: Any | None = None
    subscribed: Boolean | None = None
    user_notes_count: Integer | None = None
    due_date: Any | None = None
    web_url: str | None = None
    confidential: Boolean | None = None
    weight: Any | None = None
    link_type: str | None = None


class ListIssueRelationsResponseItemAuthor(Model):
    name: str | None = None
    avatar_url: Any | None = None
    state: str | None = None
    web_url: str | None = None
    id: Integer | None = None
    username: str | None = None


class CreateIssueLinkResponse(Model):
    source_issue: CreateIssueLinkResponseSourceIssue | None = None
    target_issue: CreateIssueLinkResponseTargetIssue | None = None
    link_type: str | None = None


class CreateIssueLinkResponseSourceIssue(Model):
    id: Integer | None = None
    iid: Integer | None = None
    project_id: Integer | None = None
    created_at: str | None = None
    title: str | None = None
    state: str | None = None
    assignees: list[Any] | None = None
    assignee: Any | None = None
    labels: list[str] | None = None
    author: CreateIssueLinkResponseSourceIssueAuthor | None = None
    description: Any | None = None
    updated_at: str | None = None
    milestone: Any | None = None
    subscribed: Boolean | None = None
    user_notes_count: Integer | None = None
    due_date: Any | None = None
    web_url: str | None = None
    confidential: Boolean | None = None
    weight: Any | None = None


class CreateIssueLinkResponseSourceIssueAuthor(Model):
    name: str | None = None
    avatar_url: Any | None = None
    state: str | None = None
    web_url: str | None = None
    id: Integer | None = None
    username: str | None = None


class CreateIssueLinkResponseTargetIssue(Model):
    id: Integer | None = None
    iid: Integer | None = None
    project_id: Integer | None = None
    created_at: str | None = None
    title: str | None = None
    state: str | None = None
    assignees: list[Any] | None = None
    assignee: Any | None = None
    labels: list[str] | None = None
    author: CreateIssueLinkResponseTargetIssueAuthor | None = None
    description: Any | None = None
    updated_at: str | None = None
    milestone: Any | None = None
    subscribed: Boolean | None = None
    user_notes_count: Integer | None = None
    due_date: Any | None = None
    web_url: str | None = None
    confidential: Boolean | None = None
    weight: Any | None = None


class CreateIssueLinkResponseTargetIssueAuthor(Model):
    name: str | None = None
    avatar_url: Any | None = None
    state: str | None = None
    web_url: str | None = None
    id: Integer | None = None
    username: str | None = None


class DeleteIssueLinkResponse(Model):
    source_issue: DeleteIssueLinkResponseSourceIssue | None = None
    target_issue: DeleteIssueLinkResponseTargetIssue | None = None
    link_type: str | None = None


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


class DeleteIssueLinkResponseSourceIssueAuthor(Model):
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


class DeleteIssueLinkResponseTargetIssueAuthor(Model):
    name: str | None = None
    avatar_url: Any | None = None
    state: str | None = None
    web_url: str | None = None
    id: Integer | None = None
    username: str | None = None
