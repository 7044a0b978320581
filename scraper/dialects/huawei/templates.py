"""Templates: which words of a printed path and of its host stand for values.

Some of them say so by what they are called. Another one does where a sample has something else in its place
and is the same everywhere else, in the path as in the host.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scraper.blocks import Code
from scraper.dialects.huawei.examples import shown_lines
from scraper.dialects.huawei.notes import Notes
from scraper.dialects.huawei.outline import Item
from scraper.dialects.huawei.requests import RequestLine
from scraper.dialects.huawei.snippets import take_apart
from spec.model import Source

_SEGMENT = re.compile(r"^(?:bucket|object)(?:name|key)$", re.IGNORECASE)
"""A segment of a path that stands for a value even where no sample shows one."""
_NAME = re.compile(r"(?:name|key|id)$|^(?:bucket|object)$", re.IGNORECASE)
"""A segment that may well stand for a value, so that a sample may have another one in its place."""
_LABELS = frozenset({"bucketname", "bucket", "destbucketname", "region", "regionid"})
_DOMAINS = frozenset({"endpoint", "domainname"})
"""Labels of a host that stand for values, and those that stand for several labels."""
_LABEL = r"(?:[\w\-]+|\{[\w\-]+\}|<[\w\-]+>)"
HOST = re.compile(rf"(?P<name>{_LABEL}(?:\.{_LABEL})*)(?P<port>:\d{{1,5}})?")


@dataclass(frozen=True, slots=True)
class Sample:
    """A request line that a page shows, and its host, if any."""

    line: RequestLine
    host: str = ""


def read_samples(items: Sequence[Item], notes: Notes) -> list[Sample]:
    """The requests that the samples of a page show."""
    codes = [item.block for item in items if isinstance(item.block, Code)]
    snippets = [snippet for code in codes for snippet in take_apart(code, notes.page.name)]
    hosts = {snippet.line: host_in(snippet.headers)[0] for snippet in snippets if snippet.line}
    return [Sample(line, hosts.get(line, "")) for line in shown_lines(items, notes)]


def host_in(headers: Sequence[tuple[str, str, Source]]) -> tuple[str, Source | None]:
    """The value of the Host header, and where it stands."""
    found = ((value.strip(), source) for name, value, source in headers if name.casefold() == "host")
    return next(found, ("", None))


def path_template(line: RequestLine, host: str, samples: Sequence[Sample]) -> str:
    """The path with those segments in braces that stand for values."""
    segments = line.path.split("/")
    alike = [one for one in samples if _differences(line, host, one) <= 1]
    values = [one.line.path.split("/") for one in alike]

    def place(index: int, text: str) -> str:
        stands_for_value = _SEGMENT.match(text) or any(other[index] != text for other in values)
        return f"{{{text}}}" if stands_for_value and re.fullmatch(r"[\w\-]+", text) else text

    return "/".join(place(index, text) for index, text in enumerate(segments))


def host_template(host: str, samples: Sequence[str]) -> tuple[bool, ...]:
    """Which labels of a host stand for values; `samples` are the hosts of calls of the same path."""
    labels = labels_of(host)
    alike = [labels_of(other) for other in samples if _host_differences(host, other) == 1]
    return tuple(
        _stands_for_value(label) or any(other[index : index + 1] not in ([], [label]) for other in alike)
        for index, label in enumerate(labels)
    )


def labels_of(host: str) -> list[str]:
    """What stands between the dots of a host."""
    match = HOST.fullmatch(host)
    return match["name"].split(".") if match else []


def _differences(line: RequestLine, host: str, sample: Sample) -> int:
    """In how many places a sample is another one than a printed message, but for those that stand for values."""
    segments, others = line.path.split("/"), sample.line.path.split("/")
    if line.method != sample.line.method or len(segments) != len(others):
        return len(segments) + len(others)
    pairs = zip(segments, others, strict=True)
    differing = sum(1 for text, other in pairs if text != other and not _may_stand_for_value(text))
    return differing + (_host_differences(host, sample.host) if host and sample.host else 0)


def _may_stand_for_value(segment: str) -> bool:
    return segment.startswith("{") or _NAME.search(segment) is not None


def _host_differences(host: str, other: str) -> int:
    labels, others = labels_of(host), labels_of(other)
    domain = next((index for index, label in enumerate(labels) if label.strip("{}<>").casefold() in _DOMAINS), None)
    if domain is not None and len(others) > domain:
        labels, others = labels[:domain], others[:domain]
    if len(labels) != len(others):
        return len(labels) + len(others)
    pairs = zip(labels, others, strict=True)
    return sum(1 for label, text in pairs if label != text and not _stands_for_value(label))


def _stands_for_value(label: str) -> bool:
    return label[0] in "{<" or label.casefold() in _LABELS | _DOMAINS
