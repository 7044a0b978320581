import re

from scraper.blocks import Code, Paragraph
from scraper.layout.notes import Notes
from scraper.layout.servers import find_servers
from scraper.ledger import Ledger

PATTERN = re.compile(r"https://api\.[\w.]+")


def test_the_server_is_what_most_examples_call():
    blocks = [
        Paragraph("https://api.c.example https://api.c.example", 1, 1),
        Code('"https://api.a.example/1"', 2, 2, 2),
        Code('"https://api.b.example/1"\n"https://api.b.example/2"', 3, 4, 3),
    ]
    (server,) = find_servers(blocks, PATTERN, Notes("page", Ledger(())))
    assert (server.url, server.source.first) == ("https://api.b.example", 3)


def test_no_example_no_server():
    assert find_servers([Code("{}", 1, 1, 1)], PATTERN, Notes("page", Ledger(()))) == ()
