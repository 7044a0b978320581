"""What the cells of a table look like in text, by the column that they stand in."""

from __future__ import annotations

import re
from difflib import get_close_matches

from scraper.readers.dump import CELL_LABELS
from scraper.types import parse_type
from scraper.vocabulary import Role, Vocabulary, fold
from spec.model import Reference, Scalar, UnknownType

_NAME = re.compile(r"^(?:\[?[A-Za-z_$@#][\w$@.:\-\[\]{}/]*[\]~]?|\*\*\w+\*\*)$")
_STATUS = re.compile(r"^\d{3}\b|^[1-5][xX]{2}\b|^(?:default|other)s?$", re.IGNORECASE)
_CONDITIONAL = re.compile(
    r"^(?:yes|no)[\s,]*(?:[(（]|(?:if|when|unless|for|only|except)\b)|^conditional(?:ly)?$"
    r"|^this parameter is (?:mandatory|required|optional)\b"
)
_ICON = re.compile(r"^\{[\w-]+\}\s*")
_LIST_TYPE = re.compile(
    r"^(?:list|array)\s*<\s*[\w.\-]+\s*>$|^(?:list|array) of [\w.\-]+(?: [\w.\-]+)? ?(?:objects|structures)?$|^enum$"
    r"|^(?:dict|dictionary|list|array|json|object)(?: data)? (?:structure|object|array|list)s?$|^json ?(?:\w+)$"
    r"|^(?:list|array) (?:string|integer|int|long|boolean|object)s?$|^(?:table|表)\s*\d+$",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*\([^()]*\)$|[.:]?\s+(?:for (?:more )?details,? )?see\b.*$", re.IGNORECASE)
_SPACED = re.compile(r"(?<=\w) ?_ ?(?=\w)")
_TYPE_WORDS = ("string", "integer", "boolean", "object", "array", "number", "float", "double", "list")
_MAX_NAME, _LIKE = 128, 0.85


def fits(cell: str, role: Role, words: Vocabulary, named: frozenset[str]) -> bool:
    """Whether a cell can stand in a column; `named` are the structures that the page defines."""
    if role == "status":
        return _STATUS.match(cell) is not None
    if role == "required":
        return is_answer(cell, words)
    if role == "type":
        return looks_like_type(cell, named)
    if role == "name":
        is_name = _NAME.match(_SPACED.sub("_", cell)) is not None and not cell.endswith((".", ":"))
        return len(cell) <= _MAX_NAME and is_name and not _is_word(cell, words)
    return True


def is_answer(cell: str, words: Vocabulary) -> bool:
    """Whether a cell answers the question of the required column, with or without a condition."""
    low = _ICON.sub("", fold(cell))
    return low.rstrip(".") in words.required or _CONDITIONAL.match(low) is not None


def looks_like_type(cell: str, named: frozenset[str]) -> bool:
    """Whether a line can only be a type: a lone capitalised word must be a table of the page."""
    plain = _REMARK.sub("", cell)
    if plain != cell and _LIST_TYPE.match(plain):
        return True
    plain = plain.removesuffix(".")
    cell = plain if plain != cell and re.fullmatch(r"\w+", plain) else cell
    if len(cell) > 80 or cell.endswith((".", ":", "：")):
        return False
    if _LIST_TYPE.match(cell) or cell in named or get_close_matches(cell.casefold(), _TYPE_WORDS, 1, _LIKE):
        return True
    kind = parse_type(cell)
    if isinstance(kind, Reference) and " " not in cell:
        return cell in named
    return not isinstance(kind, UnknownType)


def _is_word(cell: str, words: Vocabulary) -> bool:
    """Whether a line is a type as printed (`String`), a label or an answer, and so no name."""
    is_capital = not cell[:1].islower()
    is_type = isinstance(parse_type(cell), Scalar)
    return is_capital and (is_type or fold(cell) in words.required or fold(cell) in CELL_LABELS)
