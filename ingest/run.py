"""One run: every source of one academy, until the index holds exactly what the sources hold.

What reaches out is handed in: the index, the ledger, the executor. A run may be killed at any point and run again
(:mod:`ingest.ledger`); nothing is removed on account of a source that is away or suddenly empty.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from pathlib import Path

from ingest.errors import SourceAway, UnreadableSource
from ingest.executors import Executor
from ingest.feed import Feed
from ingest.files import FEED_KEY, FileInHand, Opened, file_key, opened, places_for
from ingest.isolated_reading import BoundedReader
from ingest.ledger import FileState, Ledger, LedgerUnavailable, Letter, Source
from ingest.places import ChangedWhileReadError, Place, snapshot
from ingest.report import RunReport
from ingest.roster import Roster, read_roster
from ingest.stages import CHUNK, Chunk, Result
from ingest.writer import PATIENCE_S, Writer
from retrieval.errors import EmbeddingError, IndexUnavailable
from retrieval.index import Index

_log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]
"""Called with the records that went through the stages, and those that are known to have to."""


class Run:
    """Call it once. ``patience_s`` bounds the wait for an index that went away."""

    def __init__(
        self,
        tenant: str,
        index: Index,
        ledger: Ledger,
        executor: Executor,
        feeds: Mapping[str, Feed] | None = None,
        progress: Progress | None = None,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self.report = RunReport()
        self._tenant, self._ledger, self._executor = tenant, ledger, executor
        self._feeds = feeds or {}
        self._progress = progress or (lambda done, known: None)
        self._done = self._known = 0
        self._reader = BoundedReader()
        self._writer = Writer(tenant, index, ledger, self.report.seconds, patience_s)

    def __call__(self) -> RunReport:
        """Take everything in. Raises AnotherRun; whatever else stops it is in the report."""
        report = self.report
        with self._ledger.lock():
            run_id = self._ledger.begin()
            started = time.perf_counter()
            try:
                self._writer.rebuild()
                report.repaired = self._writer.repair()
                self._take(self._ledger.sources())
                self._writer.flush()
                report.status = "partly" if report.problems else "done"
            except (IndexUnavailable, EmbeddingError, LedgerUnavailable, BrokenExecutor, OSError) as error:
                report.status = "failed"
                # Of an OSError without its file, whose name may be a student's.
                told = error.strerror if isinstance(error, OSError) else str(error)
                report.problems.append(f"{type(error).__name__}: {told}; nothing is lost, run it again")
                _log.exception("run broke off")
            finally:
                self._reader.close()
            report.seconds["all"] = time.perf_counter() - started
            self._ledger.end(run_id, report)
        return report

    def _take(self, sources: Sequence[Source]) -> None:
        in_hand: list[FileInHand] = []

        def chunks() -> Iterator[Chunk]:
            for source in sources:
                for file in self._in_hands(source):
                    self._known += len(file.tasks)
                    for start in range(0, len(file.tasks), CHUNK):
                        in_hand.append(file)
                        tasks = file.tasks[start : start + CHUNK]
                        yield Chunk(self._tenant, file.opened.columns, file.opened.roster, tasks)

        results = self._executor.run(chunks())
        while True:
            with self._writer.timed("wait"):
                result = next(results, None)
            if result is None:
                return
            self._write(in_hand.pop(0), result)

    def _write(self, file: FileInHand, result: Result) -> None:
        """The results come in the order of the chunks, file by file."""
        self.report.redacted.update(result.redacted)
        for stage, seconds in result.seconds.items():
            self.report.seconds[stage] += seconds
        self._writer.store(file.opened.source.id, file.key, file.take(result.done))
        file.chunks_left -= 1
        if not file.chunks_left:
            self._finish(file)
        self._count(file)
        self._done += len(result.done)
        self._progress(self._done, self._known)

    def _finish(self, file: FileInHand) -> None:
        self.report.removed += self._writer.remove(file.gone())
        state = FileState(file.key, file.name, file.sha256, file.opened.settings, len(file.kept), len(file.letters))
        with self._writer.timed("ledger"):
            self._ledger.finish(file.opened.source.id, state, file.letters)

    def _count(self, file: FileInHand) -> None:
        for name, number in file.counts.items():
            setattr(self.report, name, getattr(self.report, name) + number)
        file.counts = Counter()

    def _in_hands(self, source: Source) -> Iterator[FileInHand]:
        if source.url.startswith("api:") and not source.is_forgotten:
            if source.url not in self._feeds:
                self.report.problems.append(f"{source.url}: is not known; known are {', '.join(self._feeds) or 'none'}")
            elif (file := self._fed(source, self._feeds[source.url])) is not None:
                yield file
            return
        yield from self._files_of(source)

    def _fed(self, source: Source, feed: Feed) -> FileInHand | None:
        """What arrived since the last run, as one file that only grows."""
        of_source = opened(source, Roster())
        known = self._ledger.files(source.id).get(FEED_KEY)
        file = FileInHand(of_source, FEED_KEY, source.url, "", self._ledger.entries(source.id, FEED_KEY))
        with self._writer.timed("list"):
            keys = feed.keys()
            is_same = known is not None and known.settings == of_source.settings
            fresh = file.keep(keys) if is_same else keys
        with self._writer.timed("read"):
            rows = feed.rows(fresh)
        self._ledger.open(source.id, FileState(FEED_KEY, source.url, "", of_source.settings))
        file.sort_out(rows[key] for key in fresh if key in rows)
        return self._with_tasks(file)

    def _files_of(self, source: Source) -> Iterator[FileInHand]:
        """Files with something to do in them; the others are dealt with on the way."""
        try:
            with self._writer.timed("list"):
                places = [] if source.is_forgotten else places_for(source)
            roster = Roster() if source.is_forgotten or not source.roster else read_roster(Path(source.roster))
        except (SourceAway, UnreadableSource) as error:
            self.report.problems.append(f"{error}; what came from there stays as it is")
            return
        known = self._ledger.files(source.id)
        if known and not places and not source.is_forgotten:
            self.report.problems.append(
                f"{source.url}: is empty, and was not; what came from there stays. Is it meant? yuje ingest forget"
            )
            return
        here = {file_key(place.name): place for place in places}
        for key in known.keys() - here.keys():
            self._ledger.open(source.id, known[key])  # should it come back before this is done, it is read again
            self.report.removed += self._writer.remove(self._ledger.entries(source.id, key))
            self._ledger.drop_file(source.id, key)
        of_source = opened(source, roster)
        for key, place in here.items():
            if (file := self._in_hand(of_source, key, place, known.get(key))) is not None:
                yield file
        if source.is_forgotten:
            self._ledger.drop_source(source.id)

    def _in_hand(self, of_source: Opened, key: str, place: Place, known: FileState | None) -> FileInHand | None:
        """A file with tasks; ``None`` where there is nothing for the stages to do."""
        self.report.files += 1
        name = of_source.redactor.redact(place.name).text
        try:
            with self._writer.timed("hash"):
                data = snapshot(place)
                sha256 = hashlib.sha256(data).hexdigest()
            if known and (known.sha256, known.settings) == (sha256, of_source.settings):
                self._skip(known)
                return None
            with self._writer.timed("read"):
                rows = self._reader.read(place.name, data, of_source.columns)
        except ChangedWhileReadError:
            self.report.problems.append(f"{name}: is being written to; the next run takes it")
            return None
        except SourceAway as error:
            told = of_source.redactor.redact(str(error)).text
            self.report.problems.append(f"{told}; what came from there stays as it is")
            return None
        except UnreadableSource as error:
            self._unreadable(of_source, key, name, str(error))
            return None
        source_id = of_source.source.id
        with self._writer.timed("ledger"):
            self._ledger.open(source_id, FileState(key, name, "", of_source.settings))
            old = self._ledger.entries(source_id, key)
        file = FileInHand(of_source, key, name, sha256, old)
        with self._writer.timed("read"):
            file.sort_out(rows)
        return self._with_tasks(file)

    def _with_tasks(self, file: FileInHand) -> FileInHand | None:
        file.chunks_left = -(-len(file.tasks) // CHUNK)
        if file.tasks:
            return file
        self._finish(file)
        self._count(file)
        return None

    def _skip(self, known: FileState) -> None:
        self.report.files_skipped += 1
        self.report.read += known.records + known.rejected
        self.report.unchanged += known.records
        self.report.rejected += known.rejected

    def _unreadable(self, of_source: Opened, key: str, name: str, reason: str) -> None:
        """What came of the file while it was whole stays: one that broke overnight is mended the next day."""
        self.report.files_unreadable += 1
        old = self._ledger.entries(of_source.source.id, key)
        state = FileState(key, name, "", of_source.settings, len(old))
        self._ledger.finish(of_source.source.id, state, [Letter(reason)])
