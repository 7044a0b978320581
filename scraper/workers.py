"""Reading in other processes: a bounded queue, deaf to Ctrl-C, gone when their parent is."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait as wait_for
from typing import ParamSpec, TypeAlias, TypeVar

from scraper.reading import PageFile, PageReading, Reader
from spec.diagnostics import Diagnostic

P = ParamSpec("P")
T = TypeVar("T")
Task: TypeAlias = "tuple[int, PageFile]"
#: Files that are with one process or on their way to it; their results are all that is held back.
_AHEAD = 4


def read_in_processes(tasks: Sequence[Task], reader: Reader, jobs: int) -> Iterator[tuple[int, PageReading]]:
    """Reads numbered files in `jobs` processes, in any order; in this one where no other can be had.

    A page that ends its process, as one too deep for a parser in C may, is a fault of its own.
    """
    left = deque(tasks)
    while left:
        running: dict[Future[PageReading], Task] = {}
        with _processes(jobs) as pool, suppress(BrokenProcessPool):
            while left or running:
                while left and len(running) < jobs * _AHEAD:
                    running[_submit(pool, reader.read, left[0][1])] = left[0]
                    left.popleft()
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    index, file = running[future]
                    reading = _result(future, reader, file)
                    del running[future]
                    yield index, reading
        if running:
            # A process ended: because of one of these pages, or because none can work here at all.
            read = _read_apart if _can_start() else Reader.read
            yield from ((index, read(reader, file)) for index, file in running.values())
            if read is Reader.read:
                yield from ((index, reader.read(file)) for index, file in left)
                return


def _can_start() -> bool:
    """Whether other processes work: a machine may forbid them, or run a program that starts itself again in each."""
    try:
        with _processes(1) as pool:
            _submit(pool, os.getpid).result()
    except BrokenProcessPool:
        return False
    return True


def _read_apart(reader: Reader, file: PageFile) -> PageReading:
    """Reads one file in a process of its own, which it may end."""
    try:
        with _processes(1) as pool:
            return _result(_submit(pool, reader.read, file), reader, file)
    except BrokenProcessPool:
        fault = Diagnostic("reading-fault", "the process that read the page ended without a word", file.name, 1, 1)
        return PageReading(file.name, fault=fault)


def _result(future: Future[PageReading], reader: Reader, file: PageFile) -> PageReading:
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception:  # noqa: BLE001  facts that cannot travel between processes, whatever a dialect put into them
        return reader.read(file)


def _submit(pool: ProcessPoolExecutor, work: Callable[P, T], *values: P.args, **names: P.kwargs) -> Future[T]:
    """Submits work. Processes start here; they inherit that Ctrl-C is blocked, from their first moment."""
    blocking = getattr(signal, "pthread_sigmask", None)  # Windows has none
    before = blocking(signal.SIG_BLOCK, {signal.SIGINT}) if blocking else None
    try:
        return pool.submit(work, *values, **names)
    finally:
        if blocking:
            blocking(signal.SIG_SETMASK, before)


@contextmanager
def _processes(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """A pool of fresh processes; they are ended when it is left early."""
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_attach_to_parent)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()
        raise
    pool.shutdown()


def _attach_to_parent() -> None:
    """Leaves Ctrl-C to the parent, and ends this process when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
