"""Which nodes of a graph lead back to themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping


def join_circles(graph: Mapping[str, Collection[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the nodes of `graph`, those of a circle together, each after what it leads to.

    Tarjan's strongly connected components, with a stack of their own: how much a document nests must not decide how
    deep Python recurses.

    Args:
        graph: Node → the nodes that it leads to, each a key of its own. Their order decides that of the result.
    """
    numbers: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_nodes: dict[str, None] = {}
    for start in graph:
        path = [] if start in numbers else [(start, iter(graph[start]))]
        while path:
            node, successors = path[-1]
            if node not in numbers:
                numbers[node] = lowest[node] = len(numbers)
                open_nodes[node] = None
            following = next((other for other in successors if other not in numbers or other in open_nodes), None)
            if following is None:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[node])
                if lowest[node] == numbers[node]:
                    yield _close(open_nodes, node)
            elif following in numbers:
                lowest[node] = min(lowest[node], numbers[following])
            else:
                path.append((following, iter(graph[following])))


def _close(open_nodes: dict[str, None], first: str) -> tuple[str, ...]:
    """Take `first` and all that came after it from `open_nodes`."""
    closed: list[str] = []
    while first in open_nodes:
        closed.append(open_nodes.popitem()[0])
    return tuple(reversed(closed))
