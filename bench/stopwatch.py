"""CPU seconds of functions while other code calls them: the stages of a tagger, taken without touching it."""

from __future__ import annotations

import functools
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Stage:
    """A function that belongs to a stage: the attribute `called` of a module or class `holder`."""

    name: str
    holder: Any
    called: str


class Stopwatch:
    """CPU seconds of this process by stage, what a stage calls included; a stage within itself counts once."""

    def __init__(self) -> None:
        """Nothing taken yet."""
        self.seconds: dict[str, float] = defaultdict(float)
        self._running: set[str] = set()

    @contextmanager
    def watching(self, stages: Iterable[Stage]) -> Iterator[None]:
        """Take the time of all stages until the end of the block; the functions are then as they were."""
        with ExitStack() as stack:
            for stage in stages:
                stack.enter_context(self._watching(stage))
            yield

    @contextmanager
    def _watching(self, stage: Stage) -> Iterator[None]:
        plain = getattr(stage.holder, stage.called)
        setattr(stage.holder, stage.called, self._timed(stage.name, plain))
        try:
            yield
        finally:
            setattr(stage.holder, stage.called, plain)

    def _timed(self, name: str, plain: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(plain)
        def timed(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the function takes and gives
            if name in self._running:
                return plain(*given, **named)
            self._running.add(name)
            began = time.process_time()
            try:
                return plain(*given, **named)
            finally:
                self.seconds[name] += time.process_time() - began
                self._running.discard(name)

        return timed
