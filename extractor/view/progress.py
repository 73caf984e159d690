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
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("articles", total=total)
        yield lambda: progress.advance(task)
