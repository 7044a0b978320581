"""The words of this vendor's reference pages, in all the wordings that its services use."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from scraper.vocabulary import Role, Vocabulary, fold

Section: TypeAlias = Literal[
    "function",
    "uri",
    "request",
    "response",
    "example",
    "request-example",
    "response-example",
    "status",
    "errors",
    "constraints",
    "parameters",
    "debugging",
    "authorization-information",
    "feedback",
    "syntax",
    "response-syntax",
]

Part: TypeAlias = Literal["header", "body", ""]

_COLUMNS: dict[Role, str] = {
    "name": (
        "parameter|parameters|name|attribute|field|key|parameter name|response item|request item|header|element|"
        "参数|参数名|参数名称|名称|字段"
    ),
    "required": (
        "mandatory|required|mandatory or not|mandatory (yes/no)|is mandatory|optional|" "是否必选|是否必须|必选|必填"
    ),
    "type": "type|parameter type|value type|data type|参数类型|类型|数据类型",
    "location": "in|location|position|参数位置|位置",
    "default": "default|default value|默认值|缺省值",
    "description": "description|说明|描述|参数描述|参数说明",
    "status": (
        "status code|returned value|returned values|return code|returned code|http status code|" "状态码|返回值|返回码"
    ),
    "code": "error code|error codes|错误码",
    "other": (
        "action|access level|resource type (*: required)|resource type|condition key|alias|dependencies|dependency|"
        "example|example value|meaning|message|status|status code description|value range|constraint|constraints|"
        "error message|error description|solution|"
        "授权项|访问级别|资源类型（*为必须）|条件键|别名|依赖的授权项|示例|取值范围|错误信息|处理措施"
    ),
}

_SECTIONS: dict[Section, str] = {
    "function": "function|functions|function description|api function|api description|api name|功能介绍|功能描述",
    "uri": "uri|url|uri format|url format|format|请求uri|uri格式",
    "request": (
        "request|requests|request message|request parameter|request parameters|request parameter description|"
        "request header parameter|request header parameters|request header parameter description|"
        "request body parameter|request body parameters|request body parameter description|"
        "request filter parameters|request header|request headers|request element|request elements|"
        "additional request headers|请求参数|请求消息|请求"
    ),
    "response": (
        "response|responses|response message|response parameter|response parameters|response parameter description|"
        "response element|response elements|response header|response headers|normal response|abnormal response|"
        "response body parameter description|response header parameter description|"
        "响应参数|响应消息|响应|返回参数"
    ),
    "example": "example|examples|sample|samples|示例",
    "request-example": (
        "example request|example requests|request example|request examples|sample request|sample requests|"
        "请求示例|请求样例|请求消息样例|请求消息示例"
    ),
    "response-example": (
        "example response|example responses|response example|response examples|sample response|sample responses|"
        "example normal response|响应示例|返回示例|响应样例|响应消息样例|响应消息示例|正常响应样例"
    ),
    "status": (
        "status code|status codes|returned value|returned values|return code|return codes|return value|return values|"
        "normal|abnormal|normal return code|返回值|状态码|返回码"
    ),
    "errors": "error code|error codes|error response|error responses|错误码",
    "syntax": "request syntax",
    "response-syntax": "response syntax",
    "constraints": (
        "constraints|constraint|restrictions|constraints and limitations|prerequisites|"
        "约束|约束限制|接口约束|前提条件"
    ),
    "parameters": (
        "parameter description|parameters|uri parameter description|uri parameters|path parameters|query parameters|"
        "parameter|参数说明"
    ),
    "debugging": "debugging|调试",
    "authorization-information": "authorization information|授权信息",
    "feedback": (
        "feedback|was this page helpful|related documents|parent topic|sdk sample code|" "反馈|相关文档|sdk代码示例"
    ),
}

_PART_WORDS: dict[str, Part] = {"header": "header", "headers": "header", "element": "body", "elements": "body"}
PARTS: dict[str, Part] = {
    fold(f"{side} {word}"): part
    for side in ("request", "additional request", "response")
    for word, part in _PART_WORDS.items()
}
"""What stands below the headings that name one part of a message."""

WEAK = frozenset(
    fold(word)
    for section in ("example", "parameters", "status", "errors", "constraints", "uri", "request", "response")
    for word in _SECTIONS[section].split("|")
) - {"uri", "request parameters", "response parameters", "status codes", "error codes", "请求参数", "响应参数"}
"""Headings that are ordinary words too: in a text dump they need more than their wording to count."""

CAPTION = re.compile(
    r"^(?:Table|表)\s*(?P<number>\d+)(?:-\d+)?\s*(?P<title>(?!.*\b(?:describes?|lists?|shows?)\b)[^.]*)$"
)

VOCABULARY = Vocabulary(
    columns={fold(word): role for role, words in _COLUMNS.items() for word in words.split("|")},
    sections={fold(word): section for section, words in _SECTIONS.items() for word in words.split("|")},
    required={
        **dict.fromkeys(("yes", "y", "true", "mandatory", "required", "是", "必选", "必填"), True),
        **dict.fromkeys(("no", "n", "false", "optional", "not required", "否", "可选"), False),
    },
    is_caption=CAPTION,
)

IGNORED_SECTIONS: frozenset[str] = frozenset({"debugging", "authorization-information", "feedback"})
NOTHING = frozenset({"none", "n/a", "na", "-", "none.", "n/a.", "--", "无", "无。", "不涉及", "不涉及。"})
"""What a page prints where it has nothing to state."""
_PARTS_OF_MESSAGES = (
    r"(?:(?:special|request|response|header|query|path|ur[il]|body|message) ){0,2}"
    r"(?:parameters?|elements?|headers?|fields?|body|bodies)"
)
_UNSTATED = rf"(?P<parts>{_PARTS_OF_MESSAGES}(?:(?:,|,? and|,? or|,? nor) {_PARTS_OF_MESSAGES}){{0,3}})"
_NOTHING_STATED = tuple(
    re.compile(rf"{text}\.?", re.IGNORECASE)
    for text in (
        r"(?:this|the) (?:request|response|operation|api|interface)s?(?: message)? (?:"
        r"(?:has|have|contains?|involves?|includes?|uses?|needs?|requires?|returns?|carr(?:y|ies)) (?:no|neither)|"
        r"do(?:es)? not (?:have|contain|involve|include|use|need|require|return|carry)(?: an?| any| the)?) "
        + _UNSTATED,
        rf"no {_UNSTATED}(?: (?:is|are) (?:involved|included|contained|used|needed|required|returned|available))?"
        r"(?: (?:in|for) (?:this|the) (?:request|response|operation|api|interface))?",
    )
)
"""Sentences that are nothing else; one with a number, or with an adjective of its own, states something."""
_BODY_PARTS = re.compile(
    r"\b(?:body|bodies|elements?|fields?)\b|(?<!header )(?<!query )(?<!path )(?<!ur[il] )\bparameters?\b", re.IGNORECASE
)


def states_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing to state, as in `None` or `This request has no parameters.`"""
    return fold(text) in NOTHING or bool(_unstated(text))


def states_no_body(text: str) -> bool:
    """Whether a text says only that there is nothing to state, and says so of more than headers."""
    return fold(text) in NOTHING or _BODY_PARTS.search(_unstated(text)) is not None


def _unstated(text: str) -> str:
    """The parts of a message that a text says there are none of; empty where it says anything else."""
    plain = " ".join(text.split())
    return next((match["parts"] for pattern in _NOTHING_STATED if (match := pattern.fullmatch(plain))), "")


HEADER_NAMES = frozenset(
    {"x-auth-token", "content-type", "accept", "host", "x-sdk-date", "x-language", "x-project-id", "x-domain-id"}
    | {"authorization", "content-length", "user-agent", "x-subject-token", "x-security-token", "if-match"}
    | {"if-none-match", "openstack-api-version", "x-openstack-nova-api-version"}
)
METHOD_COLUMNS = frozenset(
    {"method", "request method", "http method", "http/https method", "http/https request method", "请求方法", "方法"}
)
URI_COLUMNS = frozenset({"uri", "url", "path", "request uri", "request url", "路径"})
"""The header of a table that lists the request lines of a page."""

TOKEN_HEADER = "X-Auth-Token"
