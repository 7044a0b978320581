"""The process that calls: it reads a task as JSON from standard input and writes the outcome as JSON.

It runs in the environment of the peers: besides the package, nothing but the standard library and httpx2 is imported.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

#: Many short rounds: the two sides of one round meet the same disturbances.
ROUNDS = 60
CALLS_OF_ROUND = 12

Task = Mapping[str, Any]


def observe(task: Task) -> dict[str, Any]:
    """Makes one call: `returned` names the type of the result, `raised` the exception and `module` where it is from."""
    names = prepare(task)
    try:
        result = eval(task["call"], names)
    except Exception as error:  # noqa: BLE001  The outcome of a foreign client is what is asked for.
        return {"raised": type(error).__name__, "module": type(error).__module__, "message": str(error)[:200]}
    return {"returned": type(result).__name__}


def count_items(task: Task) -> dict[str, Any]:
    """Iterates over all pages: `items` is how many there were."""
    names = prepare(task)
    try:
        return {"items": sum(1 for _ in eval(task["every_item"], names))}
    except Exception as error:  # noqa: BLE001  The outcome of a foreign client is what is asked for.
        return {"raised": type(error).__name__, "module": type(error).__module__, "message": str(error)[:200]}


def compare_calls(task: Task) -> dict[str, Any]:
    """Compares the CPU time of calls with that of bare httpx2: `ratio` is the median of the rounds.

    The bare side sends what the package sent, by one method of httpx2, and decodes the answer with `json.loads`.
    Only this process counts; the two sides take turns.
    """
    import httpx2

    names, bare = prepare(task), task["bare"]
    client = httpx2.Client()
    given = {"headers": bare["headers"]} | ({"json": bare["json"]} if "json" in bare else {})

    def call_bare() -> object:
        return json.loads(client.request(bare["method"], bare["url"], **given).content)

    call = eval(f"lambda: {task['call']}", names)
    ratios = [_compare_once(call, call_bare, number) for number in range(ROUNDS + 1)][1:]
    return {"ratio": statistics.median(ratios)}


def _compare_once(call: Callable[[], object], bare: Callable[[], object], number: int) -> float:
    works = (call, bare) if number % 2 else (bare, call)
    taken = {work: _cpu_of(work) for work in works}
    return taken[call] / taken[bare]


def _cpu_of(work: Callable[[], object]) -> float:
    start = time.process_time()
    for _ in range(CALLS_OF_ROUND):
        work()
    return time.process_time() - start


def prepare(task: Task) -> dict[str, Any]:
    """Runs the setup of a program and returns its names."""
    names: dict[str, Any] = {"BASE_URL": task["base_url"]}
    exec(task["setup"], names)
    return names


TASKS: Mapping[str, Callable[[Task], dict[str, Any]]] = {
    "observe": observe,
    "count_items": count_items,
    "compare_calls": compare_calls,
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](json.load(sys.stdin))))  # noqa: T201
