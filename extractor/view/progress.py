"""A progress bar on a terminal's standard error."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def bar(total: int | None, *, shown: bool) -> Iterator[Callable[[], None]]:
    """A function to call once for each article done; `total` may be unknown.

    Nothing is drawn, or imported, where the bar is not shown.
    """
    if not shown:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Articles a second, as of late."""

        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:.1f}/s" if speed else "–/s", style="progress.data.speed")

    columns = (
        TextColumn("articles"), BarColumn(), MofNCompleteColumn(), Rate(), TextColumn("left"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("articles", total=total)
        yield lambda: progress.advance(task)
