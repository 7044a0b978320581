"""Refreshing snapshots: what the URLs of pages give now, compared with what is saved.

Hosts are asked side by side, the pages of one host one after the other. Each page is written as soon as it is
known to be good; a page that fails stops no other one.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from httpx2 import URL

from scraper.fetch import Fetcher
from scraper.fetching.addresses import Hosts, host_of, parse_address
from scraper.fetching.findings import FetchError, Finding
from scraper.fetching.judgement import judge
from scraper.fetching.messages import Answer, Policy, Request, Validators
from scraper.fetching.pace import Clock, SystemClock
from scraper.fetching.targets import Collection, Outcome, Result, Target
from scraper.fetching.text import decode_body
from scraper.snapshots import (
    NothingRejectedError,
    Replace,
    Snapshot,
    SnapshotStore,
    format_time,
    hash_page,
    read_bytes,
    rejected_path,
)

MAX_HOSTS = 8
Watch = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Job:
    collection: Collection
    target: Target
    store: SnapshotStore
    hosts: Hosts


def refresh_snapshots(
    collections: Sequence[Collection],
    policy: Policy,
    replace_files: Replace,
    *,
    force: bool = False,
    clock: Clock | None = None,
    watch: Watch = lambda _done, _total: None,
) -> tuple[Result, ...]:
    """Asks for the pages of APIs, and saves those that are new.

    Args:
        collections: The APIs.
        policy: How hosts are asked.
        replace_files: Writes files, all of them or none; one that does nothing makes this a rehearsal.
        force: Whether pages are asked for, too, that an unfinished run has behind it.
        clock: The machine's by default.
        watch: Told how many pages of how many are done.

    Raises:
        InputError: A page or the metadata is there, but cannot be read.
        FetchError: One of the configured hosts is none.
    """
    run = _Run(policy, clock or SystemClock(), watch)
    for collection in collections:
        run.add(collection, replace_files, force)
    return asyncio.run(run.complete())


def accept_rejected(
    collections: Sequence[Collection], patterns: Sequence[str], replace_files: Replace
) -> tuple[Result, ...]:
    """Puts what an earlier run rejected in the place of pages; no server is asked.

    Raises:
        NothingRejectedError: One of the patterns names no page for which something was rejected.
    """
    stores = {each.api: SnapshotStore(each.metadata, each.state, replace_files) for each in collections}
    pairs = [(each, target) for each in collections for target in each.targets]
    chosen: dict[tuple[str, str], tuple[Collection, Target]] = {}
    for pattern in patterns:
        found = [
            (each, target)
            for each, target in pairs
            if fnmatchcase(target.page, pattern) and stores[each.api].has_rejected(target.page, target.path)
        ]
        if not found:
            raise NothingRejectedError(f"nothing to accept: no fetch has rejected anything for {pattern!r}")
        chosen |= {(each.api, target.page): (each, target) for each, target in found}
    for each, target in chosen.values():
        stores[each.api].accept(target.page, target.path)
    return tuple(
        Result(each.api, target, Outcome.ACCEPTED, _doubt(target, each.dialect)) for each, target in chosen.values()
    )


def _doubt(target: Target, dialect: str) -> tuple[Finding, ...]:
    """What is to be said about a page that somebody accepted: whether a build can read it."""
    problem = judge(read_bytes(target.path) or b"", None, target.page, dialect)
    return (Finding("accepted-unread", f"accepted, but a build cannot read it: {problem.message}"),) if problem else ()


class _Run:
    def __init__(self, policy: Policy, clock: Clock, watch: Watch) -> None:
        self._policy, self._clock, self._watch = policy, clock, watch
        self._stores: dict[str, SnapshotStore] = {}
        self._collections: list[Collection] = []
        self._lanes: dict[str, list[_Job]] = {}
        self._results: dict[tuple[str, str], Result] = {}
        self._total = 0

    def add(self, collection: Collection, replace_files: Replace, force: bool) -> None:
        store = SnapshotStore(collection.metadata, collection.state, replace_files)
        if force:
            store.start_over()
        self._stores[collection.api] = store
        self._collections.append(collection)
        self._total += len(collection.targets)
        usable = {target: url for target in collection.targets if (url := self._parse(collection, target))}
        hosts = Hosts(usable.values(), collection.hosts)
        uses = Counter(usable.values())
        for target, url in usable.items():
            if uses[url] > 1:
                names = ", ".join(other.page for other in usable if usable[other] == url and other != target)
                self._fail(collection, target, Finding("shared-url", f"{names} has this URL, too"))
            else:
                self._lanes.setdefault(host_of(url), []).append(_Job(collection, target, store, hosts))

    async def complete(self) -> tuple[Result, ...]:
        slots = asyncio.Semaphore(MAX_HOSTS)
        async with Fetcher(self._policy, self._clock) as fetcher:
            tasks = [asyncio.create_task(self._work(fetcher, jobs, slots)) for jobs in self._lanes.values()]
            try:
                await asyncio.gather(*tasks)
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
        for collection in self._collections:
            self._finish(collection)
        return tuple(self._results[each.api, target.page] for each in self._collections for target in each.targets)

    async def _work(self, fetcher: Fetcher, jobs: Sequence[_Job], slots: asyncio.Semaphore) -> None:
        async with slots:
            for job in jobs:
                result = await self._refresh(fetcher, job)
                self._results[job.collection.api, job.target.page] = result
                self._watch(len(self._results), self._total)

    async def _refresh(self, fetcher: Fetcher, job: _Job) -> Result:
        target, store = job.target, job.store
        data = read_bytes(target.path)
        if store.is_done(target.page, target.url, data, self._clock.now()):
            return Result(job.collection.api, target, Outcome.SKIPPED)
        known = store.last_answer(target.page, data)
        validators = Validators(known.final_url, known.etag, known.last_modified) if known else None
        try:
            answer = await fetcher.get(Request(target.url, job.hosts, job.collection.headers, validators))
            outcome, findings = self._take(job, data, known, answer)
        except FetchError as error:
            outcome, findings = Outcome.FAILED, (error.finding,)
        return Result(job.collection.api, target, outcome, findings)

    def _take(
        self, job: _Job, data: bytes | None, known: Snapshot | None, answer: Answer
    ) -> tuple[Outcome, tuple[Finding, ...]]:
        """Compares an answer with what is saved, and saves or rejects it."""
        target, store = job.target, job.store
        moved = (Finding("page-moved", f"moved for good to {answer.moved_to}"),) if answer.moved_to else ()
        if answer.status == 304 and known is not None:
            store.confirm(target.page, target.path, self._renew(known, job, answer))
            return Outcome.UNCHANGED, moved
        decoded = decode_body(answer.body, answer.content_type)
        findings = (*moved, decoded.finding) if decoded.finding else moved
        snapshot = self._describe(job, answer, decoded.data, decoded.charset)
        if data is not None and hash_page(data) == snapshot.sha256:
            store.confirm(target.page, target.path, snapshot)
            return Outcome.UNCHANGED, findings
        problem = self._find_problem(job, data, decoded.data)
        if problem is not None:
            store.reject(target.page, target.path, decoded.data, snapshot)
            place = f"what came is in {rejected_path(Path(target.page)).as_posix()}"
            return Outcome.REJECTED, (*findings, replace(problem, message=f"{problem.message}; {place}"))
        store.save(target.page, target.path, decoded.data, snapshot)
        return Outcome.NEW if data is None else Outcome.CHANGED, findings

    def _find_problem(self, job: _Job, data: bytes | None, new: bytes) -> Finding | None:
        problem = judge(new, data, job.target.page, job.collection.dialect)
        if problem is None and data is not None and job.store.is_edited(job.target.page, data):
            return Finding("edited-snapshot", "the saved page was edited by hand since it was fetched")
        return problem

    def _describe(self, job: _Job, answer: Answer, data: bytes, charset: str) -> Snapshot:
        return Snapshot(
            url=job.target.url,
            final_url=_without_secrets(answer.final_url, job.target.url),
            fetched=format_time(self._clock.now()),
            status=answer.status,
            content_type=answer.content_type,
            charset=charset,
            etag=answer.etag,
            last_modified=answer.last_modified,
            sha256=hash_page(data),
        )

    def _renew(self, known: Snapshot, job: _Job, answer: Answer) -> Snapshot:
        """The entry about a page that is as before, with the validators that the server states now."""
        return replace(
            known,
            url=job.target.url,
            fetched=format_time(self._clock.now()),
            etag=answer.etag or known.etag,
            last_modified=answer.last_modified or known.last_modified,
        )

    def _finish(self, collection: Collection) -> None:
        results = [result for result in self._results.values() if result.api == collection.api]
        if not any(finding.passing for result in results for finding in result.findings):
            self._stores[collection.api].finish(collection.pages)

    def _parse(self, collection: Collection, target: Target) -> URL | None:
        try:
            return parse_address(target.url)
        except FetchError as error:
            self._fail(collection, target, error.finding)
            return None

    def _fail(self, collection: Collection, target: Target, finding: Finding) -> None:
        self._results[collection.api, target.page] = Result(collection.api, target, Outcome.FAILED, (finding,))


def _without_secrets(final_url: str, url: str) -> str:
    """The final URL; without its query where a redirect made it up, as that may be a signature."""
    final = parse_address(final_url)
    return final_url if final == parse_address(url) else str(final.copy_with(query=None))
