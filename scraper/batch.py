"""Reading many files of pages: in their order, whatever comes from the cache and whatever from other processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from scraper.dialects import find_dialect
from scraper.reading import PageFile, PageReading, Reader

Watch = Callable[[int, int], None]
#: Fewer bytes are read before another process has started.
BYTES_WORTH_PROCESSES = 2 * 1024 * 1024


def read_files(
    files: Sequence[PageFile], reader: Reader, *, jobs: int = 1, watch: Watch | None = None
) -> list[PageReading]:
    """Reads files, in their order.

    Args:
        files: The pages.
        reader: How to read them.
        jobs: The number of processes; 0 for as many as are worth it.
        watch: Called with the number of files that are done and of all.

    Raises:
        UnknownDialectError: No dialect has the name.
    """
    find_dialect(reader.dialect)
    found: dict[int, PageReading] = {}
    for index, reading in _read_all(files, reader, jobs):
        found[index] = reading
        if watch:
            watch(len(found), len(files))
    if reader.cache:
        reader.cache.prune()
    return [found[index] for index in range(len(files))]


def _read_all(files: Sequence[PageFile], reader: Reader, jobs: int) -> Iterator[tuple[int, PageReading]]:
    left: list[tuple[int, PageFile]] = []
    for index, file in enumerate(files):
        # What the cache has needs no other process.
        reading = reader.recall(file) if jobs != 1 else None
        if reading is None:
            left.append((index, file))
        else:
            yield index, reading
    jobs = min(jobs or _worthwhile_jobs([file for _, file in left]), len(left))
    if jobs > 1:
        from scraper.workers import read_in_processes  # slow to import, and few readings need it

        yield from read_in_processes(left, reader, jobs)
    else:
        yield from ((index, reader.read(file)) for index, file in left)


def _worthwhile_jobs(files: Sequence[PageFile]) -> int:
    return usable_processors() if _size(files) >= BYTES_WORTH_PROCESSES else 1


def usable_processors() -> int:
    """The number of processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # Linux alone has it
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _size(files: Sequence[PageFile]) -> int:
    total = 0
    for file in files:
        try:
            total += file.path.stat().st_size if file.data is None else len(file.data)
        except (OSError, ValueError):
            continue
    return total
