"""The stages on Ray Data: chunks as rows of a data set, the stages as a pool of actors. Needs the extra ``ray``.

Every node of the cluster needs Yuje installed. What is embedded there is written here: there is one writer.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from itertools import islice
from typing import Any

from ingest.errors import IngestError
from ingest.executors import InProcess, MakeStages
from ingest.stages import Chunk, Result, Stages

LOCAL = "local"
"""In place of an address: Ray is started on this machine for the run."""
_WINDOW = 256
"""Chunks of one data set: its actors start once for some 100,000 rows."""
_WORTH_ACTORS = 3
"""Chunks: fewer are done here before actors have loaded the analyser."""


class MissingRay(IngestError):  # noqa: N818 - reads as what it is
    """The extra is not installed."""


class OnRay:
    """A pool of ``actors`` on the cluster at ``address``."""

    def __init__(self, make: MakeStages, address: str, actors: int) -> None:
        try:
            import ray  # optional and slow
            import ray.data
        except ImportError as error:
            raise MissingRay("ray is not installed: pip install 'yuje[ray]'") from error
        self._make, self._actors, self._ray = make, actors, ray
        self._here = InProcess(make)
        ray.init(None if address == LOCAL else address, log_to_driver=False, include_dashboard=False)
        options = ray.data.DataContext.get_current()
        options.execution_options.preserve_order = True
        options.enable_progress_bars = False

    def run(self, chunks: Iterator[Chunk]) -> Iterator[Result]:
        while window := list(islice(chunks, _WINDOW)):
            yield from self._here.run(iter(window)) if len(window) < _WORTH_ACTORS else self._through(window)

    def close(self) -> None:
        self._here.close()
        self._ray.shutdown()

    def _through(self, window: list[Chunk]) -> Iterator[Result]:
        data = self._ray.data.from_items(
            [{"chunk": pickle.dumps(one)} for one in window], override_num_blocks=len(window)
        )
        done = data.map_batches(
            _Actor,
            fn_constructor_args=(self._make,),
            batch_size=1,
            compute=self._ray.data.ActorPoolStrategy(size=self._actors),
        )
        for row in done.iter_rows():
            result: Result = pickle.loads(row["result"])
            yield result


class _Actor:
    """The stages, made once in each actor."""

    def __init__(self, make: MakeStages) -> None:
        self._stages: Stages = make()

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        return {"result": [pickle.dumps(self._stages(pickle.loads(one))) for one in batch["chunk"]]}
