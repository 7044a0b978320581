"""How operations are authenticated: requirements as sets of schemes, schemes by what they send rather than by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spec.diff.annotations import text_difference
from spec.diff.context import Context, Located
from spec.diff.differences import NOWHERE, Difference, Place, Spot
from spec.diff.document import Document
from spec.diff.normal import value_key
from spec.diff.operations import Operation
from spec.model import JSON
from spec.sourcemap import join_pointer
from spec.visit import as_list, as_object

_CREDENTIAL = ("type", "in", "name", "scheme", "openIdConnectUrl")
_URLS = {"authorizationUrl": "oauth-url", "tokenUrl": "oauth-token-url", "refreshUrl": "oauth-refresh-url"}


@dataclass(frozen=True, slots=True)
class _Alternative:
    """One way to authenticate: schemes that are needed together, each with its scopes."""

    schemes: dict[str, frozenset[str]]
    spot: Spot

    def __str__(self) -> str:
        return " with ".join(sorted(self.schemes)) or "no authentication"


@dataclass(frozen=True, slots=True)
class _Requirements:
    """The ways to authenticate, none if nothing is needed, and whether the whole document shares them."""

    alternatives: tuple[_Alternative, ...]
    shared: bool

    @property
    def optional(self) -> bool:
        return not self.alternatives or any(not alternative.schemes for alternative in self.alternatives)

    @property
    def demanding(self) -> list[_Alternative]:
        return [alternative for alternative in self.alternatives if alternative.schemes]


class SecurityComparison:
    """Compares what operations need. Schemes that send the same are one, whatever their names."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._schemes = _read_schemes(context.old), _read_schemes(context.new)
        self._names = _translate(*self._schemes)
        self._used: set[tuple[str, str]] = set()

    def compare(self, old: Operation, new: Operation, place: Place) -> None:
        """Adds what differs in the requirements of two operations, and notes the schemes that both use."""
        before, after = _read(self._context.old, old), _read(self._context.new, new)
        left = [(self._renamed(alternative), alternative) for alternative in before.demanding]
        right = list(after.demanding)
        scope = "api-global-security" if before.shared and after.shared else "api-security"
        for difference in self._compare_alternatives(left, right, before, after, scope):
            self._context.findings.add(difference, place.at(""))

    def compare_schemes(self, place: Place) -> None:
        """Adds what differs in the schemes that operations of both documents use."""
        for was, now in sorted(self._used):
            sides = self._schemes[0].get(was), self._schemes[1].get(now)
            if sides[0] and sides[1]:
                for difference in _compare_schemes(now, sides[0], sides[1]):
                    self._context.findings.add(difference, place)
                self._compare_texts(now, sides[0], sides[1], place)

    def _compare_texts(self, name: str, old: Located, new: Located, place: Place) -> None:
        """The descriptions of a scheme and of the scopes that both sides have."""
        where = f"security scheme {name}"
        self._context.compare_texts(old, new, place.at(where), "description")
        for flow in sorted(_flows(old).keys() & _flows(new).keys()):
            sides = [
                Located(as_object(as_object(_flows(side)[flow]).get("scopes")), _scopes_pointer(side, flow))
                for side in (old, new)
            ]
            for scope in sorted(sides[0].node.keys() & sides[1].node.keys()):
                spots = sides[0].spot(scope), sides[1].spot(scope)
                if (spots[0].value or "") != (spots[1].value or ""):
                    difference = text_difference("description-changed", *spots)
                    self._context.findings.add(difference, place.at(f"{where}, scope {scope}"))

    def _renamed(self, alternative: _Alternative) -> dict[str, frozenset[str]]:
        return {self._names.get(name, name): scopes for name, scopes in alternative.schemes.items()}

    def _compare_alternatives(
        self,
        left: list[tuple[dict[str, frozenset[str]], _Alternative]],
        right: list[_Alternative],
        before: _Requirements,
        after: _Requirements,
        scope: str,
    ) -> Iterator[Difference]:
        for names, old in tuple(left):
            same = [new for new in right if new.schemes.keys() == names.keys()]
            if same:
                best = next((new for new in same if new.schemes == names), same[0])
                left.remove((names, old))
                right.remove(best)
                self._note(old, best)
                yield from _compare_scopes(names, old, best, scope)
        yield from self._compare_rest([old for _, old in left], right, before, after, scope)

    def _compare_rest(
        self,
        gone: list[_Alternative],
        come: list[_Alternative],
        before: _Requirements,
        after: _Requirements,
        scope: str,
    ) -> Iterator[Difference]:
        """What is left when the ways that both sides have are paired."""
        if before.optional and not after.optional:
            text = " or ".join(map(str, after.demanding))
            yield Difference(f"{scope}-added", _whole(before), _whole(after), now=text)
        elif after.optional and not before.optional:
            text = " or ".join(map(str, before.demanding))
            yield Difference(f"{scope}-removed", _whole(before), _whole(after), was=text)
        elif len(gone) == len(come) == 1:
            yield self._replacement(gone[0], come[0], scope)
        else:
            for alternative in gone:
                yield Difference("api-security-alternative-removed", alternative.spot, NOWHERE, was=str(alternative))
            for alternative in come:
                yield Difference("api-security-alternative-added", NOWHERE, alternative.spot, now=str(alternative))

    def _replacement(self, old: _Alternative, new: _Alternative, scope: str) -> Difference:
        """Schemes that are needed in addition, or no longer; else another way to authenticate."""
        names = self._renamed(old).keys()
        texts = {"was": str(old), "now": str(new)}
        if names < new.schemes.keys():
            extra = " with ".join(sorted(new.schemes.keys() - names))
            return Difference(f"{scope}-added", old.spot, new.spot, was=str(old), now=extra)
        if new.schemes.keys() < names:
            extra = " with ".join(sorted(names - new.schemes.keys()))
            return Difference(f"{scope}-removed", old.spot, new.spot, was=extra, now=str(new))
        return Difference("api-security-scheme-replaced", old.spot, new.spot, **texts)

    def _note(self, old: _Alternative, new: _Alternative) -> None:
        for name in old.schemes:
            translated = self._names.get(name, name)
            if translated in new.schemes:
                self._used.add((name, translated))


def _whole(requirements: _Requirements) -> Spot:
    """Where the list of requirements stands."""
    spots = [alternative.spot for alternative in requirements.alternatives]
    if not spots or spots[0].pointer is None:
        return NOWHERE
    return Spot(spots[0].pointer.rpartition("/")[0], [spot.value for spot in spots])


def _read(document: Document, operation: Operation) -> _Requirements:
    shared = "security" not in operation.node
    owner, pointer = (document.raw, "") if shared else (operation.node, operation.pointer)
    alternatives = []
    for number, raw in enumerate(as_list(owner.get("security"))):
        schemes = {
            name: frozenset(scope for scope in as_list(scopes) if isinstance(scope, str))
            for name, scopes in as_object(raw).items()
        }
        alternatives.append(_Alternative(schemes, Spot(f"{pointer}/security/{number}", raw)))
    return _Requirements(tuple(alternatives), shared)


def _compare_scopes(
    names: dict[str, frozenset[str]], old: _Alternative, new: _Alternative, scope: str
) -> Iterator[Difference]:
    for name, scopes in sorted(names.items()):
        for removed in sorted(scopes - new.schemes[name]):
            yield Difference(f"{scope}-scope-removed", old.spot, new.spot, name=removed, was=name)
        for added in sorted(new.schemes[name] - scopes):
            yield Difference(f"{scope}-scope-added", old.spot, new.spot, name=added, now=name)


def _read_schemes(document: Document) -> dict[str, Located]:
    schemes = as_object(as_object(document.raw.get("components")).get("securitySchemes"))
    return {
        name: Located(*document.resolve(raw, join_pointer("components", "securitySchemes", name)))
        for name, raw in schemes.items()
    }


def _translate(old: dict[str, Located], new: dict[str, Located]) -> dict[str, str]:
    """The new names of schemes that send the same as they did under a name that is gone."""
    names = {}
    for name, scheme in old.items():
        if name not in new:
            same = [other for other, found in new.items() if other not in old and _sends(found) == _sends(scheme)]
            if len(same) == 1:
                names[name] = same[0]
    return names


def _sends(scheme: Located) -> str:
    return value_key([_credential(scheme), _flows(scheme)])


def _credential(scheme: Located) -> dict[str, JSON]:
    """What tells a credential from others: names of headers and of HTTP schemes have no case."""
    values = {key: scheme.node[key] for key in _CREDENTIAL if key in scheme.node}
    for key, value in values.items():
        if isinstance(value, str) and (key == "scheme" or (key == "name" and values.get("in") == "header")):
            values[key] = value.lower()
    return values


def _flows(scheme: Located) -> dict[str, JSON]:
    return as_object(scheme.node.get("flows"))


def _compare_schemes(name: str, old: Located, new: Located) -> Iterator[Difference]:
    if _credential(old) != _credential(new):
        spots = Spot(old.pointer, old.node), Spot(new.pointer, new.node)
        was, now = _describe(old), _describe(new)
        yield Difference("api-security-component-type-changed", *spots, name=name, was=was, now=now)
        return
    before, after = _flows(old), _flows(new)
    for flow in sorted(before.keys() | after.keys()):
        spots = _flow(old, flow), _flow(new, flow)
        if spots[0].absent or spots[1].absent:
            action = "added" if spots[0].absent else "removed"
            yield Difference(f"api-security-component-oauth-flow-{action}", *spots, name=name, was=flow, now=flow)
        else:
            yield from _compare_flows(
                name,
                Located(as_object(before[flow]), str(spots[0].pointer)),
                Located(as_object(after[flow]), str(spots[1].pointer)),
            )


def _scopes_pointer(scheme: Located, flow: str) -> str:
    return scheme.pointer + join_pointer("flows", flow, "scopes")


def _flow(scheme: Located, name: str) -> Spot:
    flows = _flows(scheme)
    return Spot(scheme.pointer + join_pointer("flows", name), flows[name]) if name in flows else NOWHERE


def _compare_flows(name: str, old: Located, new: Located) -> Iterator[Difference]:
    for key, words in _URLS.items():
        if old.node.get(key) != new.node.get(key):
            yield Difference(f"api-security-component-{words}-changed", old.spot(key), new.spot(key), name=name)
    before, after = as_object(old.node.get("scopes")), as_object(new.node.get("scopes"))
    for scope in sorted(before.keys() ^ after.keys()):
        action, side = ("added", new) if scope in after else ("removed", old)
        spot = Spot(side.pointer + join_pointer("scopes", scope), scope)
        spots = (NOWHERE, spot) if scope in after else (spot, NOWHERE)
        yield Difference(f"api-security-component-oauth-scope-{action}", *spots, name=name, was=scope, now=scope)


def _describe(scheme: Located) -> str:
    """`apiKey in header X-Token`, `http bearer`."""
    node = scheme.node
    words = [node.get("type"), node.get("scheme"), *(["in", node["in"], node.get("name")] if "in" in node else [])]
    return " ".join(str(word) for word in words if word)
