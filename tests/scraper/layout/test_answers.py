"""Which numbers in a sentence are statuses."""

import pytest

from scraper.blocks import Text
from scraper.layout.answers import read_statuses
from scraper.layout.notes import Notes
from scraper.ledger import Ledger


def read(text):
    return [status.code for status in read_statuses(Text(text, 1, 1), Notes("page", Ledger(())))]


@pytest.mark.parametrize(
    "text",
    [
        "By default it returns 500 or fewer.",
        "The call returns 300 and more with paging.",
        "It returns 500.",
        "Returns 500 for each page.",
        "Returns 200 or 300 rooms.",
    ],
)
def test_a_round_number_of_things_is_no_status(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("It returns 404.", ["404"]),
        ("Returns 204 and no content.", ["204"]),
        ("Returns 400 if the name is taken.", ["400"]),
        ("It returns 400, 401 or 404.", ["400"]),
        ("On error it returns 500.", ["500"]),
        ("Returns 500 for rooms that burn.", ["500"]),
    ],
)
def test_a_number_that_only_a_status_can_be_is_one(text, codes):
    assert read(text) == codes
