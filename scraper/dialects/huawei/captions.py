"""Table captions: what a caption says about the rows below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["main", "uri", "path", "query", "header", "body", "status", "structure"]
Side: TypeAlias = Literal["request", "response", ""]


@dataclass(frozen=True, slots=True)
class Caption:
    """What a caption says: its number, the kind of table, on which side, and a structure's name."""

    number: int | None = None
    kind: Kind = "main"
    side: Side = ""
    name: str = ""


_RULES: tuple[tuple[str, Kind], ...] = (
    (r"^(?:path parameters?|路径参数)\b", "path"),
    (r"^(?:request )?query(?: string)? parameters?\b|^query参数|^(?:request )?filter parameters?$", "query"),
    (r"\bheaders?\b|^(?:请求|响应)header参数|^(?:请求|响应)头", "header"),
    (r"\b(?:request|response) body\b|\bbody parameters?\b|^(?:请求|响应)body参数|\bform ?data\b", "body"),
    (r"\bin the ur[il]\b|^ur[il] parameters?\b|\bparameters? in ur[il]\b", "uri"),
    (r"^(?:normal |abnormal |error )?(?:status|return(?:ed)?) (?:codes?|values?)\b|^状态码|^返回值", "status"),
    (r"^(?:request |response |the )*param(?:eter)?s?(?: description| information)?$|^description$|^参数说明$", "main"),
    (
        r"^(?:description of )?param(?:eter)?s?(?: description)? (?:in|of) the (?:request|response)(?: message)?$",
        "main",
    ),
    (r"^(?:request|response)(?: message)?(?: parameters?)?(?: descriptions?)?$|^(?:请求|响应|返回)参数$", "main"),
    (r"^(?:request|response|parameters?) descriptions?$|^parameters? in the (?:request|response)s?$", "main"),
)
_KINDS = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _RULES)

_NAMED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:data )?structure(?: description)? of (?:the )?(?:field )?(?P<name>[\w.\- ]+?)(?: field| structure)?$",
        r"^(?:parameter )?descriptions? (?:of|for) (?:the )?(?:field )?(?P<name>[\w.\- ]+?)"
        r"(?: field| list| array| objects?| parameters?| structure| format)?$",
        r"^parameters? (?:in|of) (?:the )?(?P<name>[\w.\- ]+?)(?: field| list| array| objects?| structure)?$",
        r"^fields? (?:in|of) (?:the )?(?P<name>[\w.\- ]+?)(?: field| list| array| objects?| structure)?$",
        r"^(?P<name>[\w.\-]+(?: [\w.\-]+)?)(?: field)?(?: data)?(?: structure| parameters?)?"
        r"(?: descriptions?| information| objects?| field| list| parameters?| structure)$",
        r"^(?P<name>[\w.\-\[\]]+)$",
    )
)


_NAME_END = re.compile(r"(?: (?:data|field|parameter|object|structure))+$", re.IGNORECASE)
_FIELD_WORD = re.compile(r"\b(?:field|parameters?|objects?|structure|list|array|format)\b", re.IGNORECASE)


def parse_caption(text: str) -> Caption:
    """Reads a caption such as `Table 5 CommitDto` or `Table 2 Request body parameters`."""
    words = " ".join(re.sub(r"[`*\\]", " ", text).split())
    match = re.match(r"^(?:Table|表)\s*(\d+)\S*\s*", words, re.IGNORECASE)
    number = int(match[1]) if match and len(match[1]) < 6 else None
    title = (words[match.end() :] if match else words).strip(" .:：")
    title = re.sub(r"\s*\([^)]*\)$", "", title)
    if not title:
        return Caption(number)
    for pattern, kind in _KINDS:
        if pattern.search(title):
            return Caption(number, kind, _side(title))
    for pattern in _NAMED:
        if found := pattern.match(title):
            return Caption(number, "structure", "", _NAME_END.sub("", found["name"].strip()))
    return Caption(number, "structure", "", "")


def parse_label(text: str) -> Caption | None:
    """A line above a table that serves as its caption, such as `Parameters in the metadata field`."""
    words = " ".join(re.sub(r"[`*\\]", " ", text).split()).strip(" .:：")
    if len(words) > 80 or " " not in words:
        return None
    found = parse_caption(words)
    is_plain = found.kind == "structure" and (not found.name or not _FIELD_WORD.search(words))
    return None if is_plain or found.kind in ("main", "status") else found


def parse_row_label(text: str, names: Iterable[str]) -> Caption | None:
    """A line above a table that is nothing but the name of a row, or the path to it: `token.user`."""
    words = re.sub(r"[`*\\]", "", text).strip(" .:：")
    last = words.rpartition(".")[2]
    is_path = re.fullmatch(r"[\w\-]+(?:\.[\w\-]+)*", words) is not None
    return Caption(None, "structure", "", words) if is_path and last in set(names) else None


def _side(title: str) -> Side:
    if re.search(r"\brequest\b|请求", title, re.IGNORECASE):
        return "request"
    return "response" if re.search(r"\bresponse\b|响应|返回", title, re.IGNORECASE) else ""


def referred_tables(text: str) -> tuple[int, ...]:
    """The numbers of the tables that a text refers to."""
    return tuple(
        int(number)
        for number in re.findall(r"\bTable\s+(\d{1,5})\b|表\s*(\d{1,5})", text)
        for number in number
        if number
    )
