"""Descriptions of any length are read in a time that grows with their length, not with its powers."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from scraper.blocks import Text
from scraper.prose import by_script, chinese, english
from spec.model import Scalar, UnknownType

KINDS = (Scalar("string"), Scalar("integer"), UnknownType())
FRAGMENTS = (
    "1: s1, ",
    "0 = a; ",
    "ab: c; ",
    "a" * 60 + ": ",
    "`a`, ",
    "a/",
    "a (b), ",
    "((",
    "1 to ",
    "1,234",
    "value ",
    "the value is ",
    "default ",
    "Value range: ",
    "Minimum: ",
    "one of ",
    "can be ",
    "• ",
    ". A",
    "do not enter ",
    "取值：",
    "0：低，",
    "默认",
    "A_B或",
    "不填时",
    " ",
    "-",
)
ALARM = 20


@pytest.fixture(autouse=True)
def _alarm() -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError("a description is not read within bounds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(ALARM)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("reader", [english.read_prose, by_script.read_prose, chinese.read_prose])
@pytest.mark.parametrize("length", [7_900, 20_000])
def test_repeated_fragments_are_read_in_bounded_time(reader, length) -> None:  # type: ignore[no-untyped-def]
    for fragment in FRAGMENTS:
        text = "Status: " + fragment * (length // len(fragment) - 20) + ". For details: see the list"
        for kind in KINDS:
            facts = reader([Text(text, 1, 1)], "page", kind)
            assert len(facts.description) <= len(text)


def test_many_pairs_in_front_of_a_colon_are_read_at_once() -> None:
    pairs = ", ".join(f"{number}: s{number}" for number in range(26))
    facts = english.read_prose([Text(f"Status: {pairs}. For details: see the list", 1, 1)], "page", Scalar("integer"))
    assert [value.value for value in facts.enum] == list(range(26))
