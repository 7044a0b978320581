"""Operation ids from titles: `Creating a Branch` → `createBranch`."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Container

ARTICLES = frozenset({"a", "an", "the"})

_E_VERBS = """
acquire activate aggregate allocate analyze approve archive associate authenticate authorize browse bundle cache
calculate capture change charge close combine compare complete compose compute configure consume continue create
customize deactivate decline decode decrease define delete demote deprecate describe disable disassociate dispute
dissociate duplicate enable encode enforce enumerate escape estimate evaluate exchange exclude execute expire explore
force freeze generate give handle hide ignore impersonate include increase initialize initiate inquire integrate
investigate invite invoke isolate issue iterate leave license locate make manage measure merge migrate move mute
negotiate notice observe operate optimize override parse paste pause populate prepare produce promote propose provide
purchase purge quarantine queue raise rate reactivate rebase recharge recreate reduce reference rehearse relate
release relocate remove rename renegotiate balance replace replicate reproduce require reschedule reserve resize resolve
restore resume retrieve reuse revoke rotate route save scale schedule score serve share simulate slice stage standardize
store subscribe synchronize take terminate toggle trace transcode translate tune type unarchive undelete
unfreeze unmute unshare unsubscribe update upgrade use validate visualize write
"""
_VERBS_ENDING_IN_E = frozenset(_E_VERBS.split())
_E_ENDINGS = re.compile(r"(?:at|iz|ys|uc|ac|ag|ang|erg|urg|bl|iv|ur|ut|uir|sur|ov|rv|ecut|pl|aus|os)$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_NOISE = re.compile(r"\{\{.*?\}\}|<[^>]*>|\*\*\(.*?\)\*\*|\((?:deprecated|discarded|obsolete)\)|`", re.IGNORECASE)
_BADGE = re.compile(r"\*\*[A-Z ]+\*\*|~[\"\w]+")
_WORD = re.compile(r"[A-Za-z0-9]+")
_ACRONYM = re.compile(r"^[A-Z][A-Z0-9]+s?$")
_JOINING = frozenset({"and", "or", "batch"})


def operation_id(title: str) -> str:
    """A lowerCamelCase identifier from an English title; its gerunds become imperatives.

    Returns:
        The identifier, or an empty string when the title is not written in Latin letters.
    """
    words = _words(title)
    if not words:
        return ""
    imperative = [_imperative(word) if _is_verb_place(words, i) else word for i, word in enumerate(words)]
    kept = [word for word in imperative if word.lower() not in ARTICLES] or imperative
    return _identifier(kept)


def operation_id_from_path(method: str, path: str) -> str:
    """A lowerCamelCase identifier from a method and a path: `getProjectsByProjectIdItems`."""
    words = [_ascii(method).lower() or "call"]
    for segment in path.split("?")[0].split("/"):
        inner = _WORD.findall(_ascii(segment))
        words += ["by", *inner] if segment.startswith(("{", ":", "<")) and inner else inner
    return _identifier([word for word in words if _WORD.fullmatch(word)] or ["call"])


def distinct_name(name: str, taken: Container[str]) -> str:
    """A name, with a number behind it where it is taken."""
    number, distinct = 1, name
    while distinct in taken:
        number += 1
        distinct = f"{name}{number}"
    return distinct


def _words(title: str) -> list[str]:
    text = _BADGE.sub(" ", _NOISE.sub(" ", _LINK.sub(r"\1", title)))
    letters = [char for char in unicodedata.normalize("NFKD", text) if char.isalpha()]
    if sum(char.isascii() for char in letters) * 2 <= len(letters):
        return []
    return _WORD.findall(_ascii(re.sub(r"['’]", "", text)))


def _ascii(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _is_verb_place(words: list[str], index: int) -> bool:
    """Whether a gerund here is the verb of the title, or one that is joined to it."""
    if index == 0:
        return True
    before = words[index - 1].lower()
    return before in _JOINING and index <= 3


def _imperative(word: str) -> str:
    low = word.lower()
    if not re.fullmatch(r"[a-z]{2,}ing", low) or low in ("string", "bring", "ping", "ring", "sing", "swing", "king"):
        return word
    stem = low[:-3]
    if stem + "e" in _VERBS_ENDING_IN_E:
        return stem + "e"
    if _DOUBLED.search(stem) and stem not in ("add", "err"):
        return stem[:-1]
    if not re.search(r"[aeiouy]", stem):
        return low
    return stem + "e" if _E_ENDINGS.search(stem) else stem


def _identifier(words: list[str]) -> str:
    first, *rest = (_plain(word) for word in words)
    name = first[0].lower() + first[1:] + "".join(word[0].upper() + word[1:] for word in rest)
    if name[0].isdigit():
        name = "call" + name
    return name + "Operation" if keyword.iskeyword(name) else name


def _plain(word: str) -> str:
    return word.lower() if _ACRONYM.match(word) else word
